/**
 * LCO aanvraag: a professional asks for a multi-agency client meeting (domain.md §4).
 * Reads top to bottom in the order the person meets it.
 */
import type { Answers } from './kit/answers.ts'
import { emailError, uwGegevens } from './kit/common-pages.ts'
import { judge, questionsOf } from './kit/criteria.ts'
import type { Form, PageRule } from './kit/form.ts'
import { levensdomeinOptions } from './kit/levensdomeinen.ts'
import type { FieldError, RuleContext } from './kit/parse.ts'
import {
  type ChoiceQuestion,
  type PerChoiceQuestion,
  perChoiceQuestions,
  type RowsQuestion,
  yesNo,
  yesNoUnknown,
} from './kit/questions.ts'
import { lcoVerloop } from './lco-verloop.ts'

const levensdomeinen: ChoiceQuestion = {
  kind: 'choices',
  name: 'levensdomeinen',
  label: 'Op welke levensdomeinen ervaart de cliënt problemen?',
  hint: 'Kies alles wat past.',
  error: 'Kies minstens één levensdomein',
  trend: true,
  options: levensdomeinOptions,
}

const loopt: PerChoiceQuestion = {
  kind: 'perChoice',
  name: 'loopt',
  of: levensdomeinen,
  label: 'Wat loopt goed, en wat minder goed?',
  hint: 'Vul minstens bij één levensdomein iets in.',
  error: 'Vul bij minstens één levensdomein in wat goed of minder goed loopt',
  max: 1000,
  fields: [
    { name: 'loopt_goed', label: 'Wat loopt goed?' },
    { name: 'loopt_minder_goed', label: 'Wat loopt minder goed?' },
  ],
}

const somethingPerDomain: PageRule = { about: 'loopt', check: aboutSomeDomain }

function aboutSomeDomain(answers: Answers): FieldError | undefined {
  const fields = perChoiceQuestions(loopt, answers)
  const [first] = fields
  return first && fields.every(({ name }) => answers[name] === undefined)
    ? { name: first.name, message: loopt.error }
    : undefined
}

/** The smallest number of services with which the network's criteria on services are met. */
function servicesNeeded(answers: Answers, { criteria, now }: RuleContext): number {
  const onServices = criteria.filter(({ rule }) => questionsOf(rule).includes('aantal_diensten'))
  let count = 1
  while (count < 20 && judge(onServices, { ...answers, aantal_diensten: count }, now).outcome === 'doorverwezen')
    count += 1
  return count
}

const betrokkenen: RowsQuestion = {
  kind: 'rows',
  name: 'betrokkenen',
  rowName: 'Dienst',
  label: 'Betrokken diensten',
  hint: 'Uw eigen dienst staat al ingevuld. Lege rijen tellen niet mee.',
  // How many are needed is the network's criterion: enoughServices says it, once.
  error: '',
  optional: true,
  max: 20,
  shown: 3,
  namesServices: true,
  firstRow: ({ organisatie, naam, email, functie }) => ({
    dienst: String(organisatie ?? ''),
    contactpersoon: String(naam ?? ''),
    email: String(email ?? ''),
    rol: String(functie ?? ''),
  }),
  columns: [
    { kind: 'text', name: 'dienst', label: 'Dienst', error: 'Vul de naam van de dienst in' },
    { kind: 'text', name: 'contactpersoon', label: 'Contactpersoon', error: '', optional: true },
    {
      kind: 'email',
      name: 'email',
      label: 'E-mailadres',
      error: emailError,
      optional: true,
    },
    { kind: 'text', name: 'rol', label: 'Rol bij de cliënt', error: '', optional: true },
  ],
}

const enoughServices: PageRule = { about: 'betrokkenen', check: enoughRows }

function enoughRows(answers: Answers, context: RuleContext): FieldError | undefined {
  const needed = servicesNeeded(answers, context)
  const rows = answers.betrokkenen
  const filled = Array.isArray(rows) ? rows.length : 0
  return filled < needed
    ? { name: `betrokkenen[${filled}].dienst`, message: `Noem minstens ${needed} diensten` }
    : undefined
}

const nogNiet = { value: 'nog_niet', label: 'Nog niet' }

export const lcoAanvraag: Form = {
  slug: 'lco-aanvraag',
  prefix: 'LCO',
  naam: 'LCO aanvraag',
  zelfstandigNaamwoord: 'aanvraag',
  onderwerp: 'een lokaal cliëntoverleg',
  kort: 'een LCO',
  start: {
    title: 'Vraag een lokaal cliëntoverleg aan',
    lead: 'De cliënt en de hulpverleners maken samen één plan. De vraag van de cliënt staat centraal.',
    deur: {
      title: 'Lokaal cliëntoverleg',
      text: 'Breng een cliënt of gezin en alle hulpverleners rond één tafel.',
      go: 'Vraag een overleg aan',
    },
    houKlaar: 'Het akkoord van de cliënt, wat de cliënt zelf wil, de betrokken diensten.',
    duur: 'ongeveer 20 minuten',
    lezers: 'en de casemanager',
    letOp: ['Vul geen volledige naam of rijksregisternummer van de cliënt in.'],
  },
  pages: [
    {
      slug: 'criteria',
      title: 'Komt deze cliënt of dit gezin in aanmerking?',
      judges: true,
      questions: [
        {
          kind: 'choice',
          name: 'aanvrager',
          label: 'U vraagt aan als',
          hint: 'U bent zelf betrokken bij deze cliënt.',
          error: 'Kies in welke rol u aanvraagt',
          options: [
            { value: 'hulpverlener', label: 'Hulpverlener' },
            { value: 'ocmw_aalst', label: 'Maatschappelijk werker van OCMW Aalst' },
            { value: 'client', label: 'Cliënt', leadsTo: 'vraag' },
          ],
        },
        {
          kind: 'choice',
          name: 'meerderjarig',
          label: 'Is de cliënt meerderjarig?',
          error: 'Kies of de cliënt meerderjarig is',
          options: yesNo,
        },
        {
          kind: 'postcode',
          name: 'postcode',
          label: 'In welke postcode woont de cliënt of het gezin?',
          hint: 'Geen vast adres? Neem het referentieadres, of de plaats waar de cliënt meestal verblijft.',
          error: 'Vul een postcode van 4 cijfers in, bijvoorbeeld 9300',
          listed: 'gemeente',
        },
        {
          kind: 'choice',
          name: 'ocmw_client',
          label: 'Is de cliënt gekend bij OCMW Aalst?',
          error: 'Kies of de cliënt gekend is bij OCMW Aalst',
          options: yesNoUnknown,
        },
        {
          kind: 'choice',
          name: 'verblijf',
          label: 'Heeft de cliënt een geldige verblijfsvergunning of de Belgische nationaliteit?',
          hint: 'Waarom vragen we dit? Het is een voorwaarde van dit netwerk. U hoeft niets te bewijzen.',
          error: 'Kies of de cliënt een geldige verblijfsvergunning of de Belgische nationaliteit heeft',
          options: yesNoUnknown,
        },
        {
          kind: 'wholeNumber',
          name: 'aantal_diensten',
          label: 'Bij hoeveel diensten is de cliënt of het gezin aangemeld?',
          hint: 'Uw eigen dienst telt mee.',
          error: 'Vul een heel getal in, bijvoorbeeld 3',
          trend: true,
        },
        levensdomeinen,
        {
          kind: 'choice',
          name: 'akkoord_client',
          label: 'Gaat de cliënt akkoord met een overleg?',
          error: 'Kies of de cliënt akkoord gaat met een overleg',
          options: yesNo,
        },
      ],
    },
    uwGegevens(),
    {
      slug: 'client',
      title: 'De cliënt',
      questions: [
        {
          kind: 'text',
          name: 'client_aanduiding',
          label: 'Hoe duidt u de cliënt aan?',
          hint: 'Initialen of uw eigen dossiernummer. Geen volledige naam.',
          error: 'Vul initialen of uw eigen dossiernummer in',
          listed: 'over',
          autocomplete: 'off',
        },
        {
          kind: 'text',
          name: 'gezinssamenstelling',
          label: 'Gezinssamenstelling',
          hint: 'Alleen aantallen. Geen namen.',
          error: '',
          optional: true,
        },
        {
          kind: 'choice',
          name: 'tolk',
          label: 'Is er een tolk nodig?',
          error: 'Kies of er een tolk nodig is',
          options: yesNo,
        },
        {
          kind: 'text',
          name: 'taal',
          label: 'Voor welke taal?',
          error: 'Vul in voor welke taal een tolk nodig is',
          when: { question: 'tolk', is: 'ja' },
        },
        {
          kind: 'choice',
          name: 'deelname_client',
          label: 'Neemt de cliënt zelf deel?',
          error: 'Kies of de cliënt zelf deelneemt',
          options: [
            { value: 'ja', label: 'Ja' },
            { value: 'ja_met_steun', label: 'Ja, met steun van iemand' },
            { value: 'nog_niet_zeker', label: 'Nog niet zeker' },
          ],
        },
        {
          kind: 'text',
          name: 'veilig_contact',
          label: 'Moeten we ergens op letten om de cliënt veilig te contacteren?',
          error: '',
          optional: true,
        },
        {
          kind: 'choice',
          name: 'toestemming_gegevens',
          label: 'De cliënt weet dat deze aanvraag gebeurt, waarom en wie ze leest, en gaat akkoord',
          error: 'Kies of de cliënt akkoord gaat',
          options: [{ value: 'ja', label: 'Ja' }, nogNiet],
        },
        {
          kind: 'choice',
          name: 'toestemming_hoe',
          label: 'Hoe gaf de cliënt toestemming?',
          error: 'Kies hoe de cliënt toestemming gaf',
          when: { question: 'toestemming_gegevens', is: 'ja' },
          options: [
            { value: 'mondeling', label: 'Mondeling' },
            { value: 'schriftelijk', label: 'Schriftelijk' },
          ],
        },
      ],
      pauses: [
        {
          question: 'toestemming_gegevens',
          is: 'nog_niet',
          title: 'Bespreek dit eerst met uw cliënt',
          text: 'De cliënt hoort te weten dat u deze aanvraag doet, waarom, en wie ze leest.',
        },
      ],
    },
    {
      slug: 'situatie',
      title: 'De situatie',
      intro: 'Schrijf alleen wat nodig is voor het overleg. Beschrijf geen strafbare feiten.',
      questions: [
        {
          kind: 'longText',
          name: 'vraag_client',
          label: 'Wat wil de cliënt zelf verbeterd zien?',
          hint: 'In de woorden van de cliënt. Zonder namen.',
          error: 'Vul in wat de cliënt zelf verbeterd wil zien',
        },
        { kind: 'longText', name: 'zelf', label: 'Wat kan de cliënt daar zelf aan doen?', error: '', optional: true },
        { kind: 'longText', name: 'omgeving', label: 'Wat kan de omgeving doen?', error: '', optional: true },
        {
          kind: 'longText',
          name: 'ondersteuning',
          label: 'Waarin wil de cliënt ondersteund worden?',
          error: '',
          optional: true,
        },
        loopt,
        {
          kind: 'longText',
          name: 'doel',
          label: 'Wat moet het overleg opleveren?',
          error: 'Vul in wat het overleg moet opleveren',
        },
      ],
      rules: [somethingPerDomain],
    },
    {
      slug: 'tafel',
      title: 'Wie zit aan tafel?',
      intro: 'Noem alleen diensten waarmee de cliënt akkoord gaat.',
      questions: [
        betrokkenen,
        {
          kind: 'choice',
          name: 'vertrouwensfiguur',
          label: 'Komt er een vertrouwensfiguur mee?',
          hint: 'Iemand die de cliënt vertrouwt: familie, een vriend, een begeleider.',
          error: 'Kies of er een vertrouwensfiguur meekomt',
          options: [
            { value: 'geen', label: 'Nee' },
            { value: 'brengt_mee', label: 'Ja, de cliënt brengt zelf iemand mee' },
            { value: 'genodigd', label: 'Ja, nodig die persoon uit' },
          ],
        },
        {
          kind: 'text',
          name: 'vertrouwensfiguur_naam',
          label: 'Naam van de vertrouwensfiguur',
          error: 'Vul de naam van de vertrouwensfiguur in',
          when: { question: 'vertrouwensfiguur', is: 'genodigd' },
        },
        {
          kind: 'email',
          name: 'vertrouwensfiguur_email',
          label: 'E-mailadres van de vertrouwensfiguur',
          error: emailError,
          optional: true,
          when: { question: 'vertrouwensfiguur', is: 'genodigd' },
        },
        {
          kind: 'rowChoice',
          name: 'spilfiguur',
          rows: betrokkenen,
          label: 'Wie is de spilfiguur?',
          hint: 'Het vaste aanspreekpunt van de cliënt.',
          error: 'Kies een ingevulde dienst, of nog niemand',
          none: { value: 'nog_niemand', label: 'Nog niemand' },
        },
        {
          kind: 'choice',
          name: 'toestemming_tafel',
          label: 'De cliënt gaat akkoord met wie aan tafel zit',
          error: 'Kies of de cliënt akkoord gaat met wie aan tafel zit',
          options: [{ value: 'ja', label: 'Ja' }, nogNiet],
          agreesTo: 'betrokkenen',
        },
      ],
      rules: [enoughServices],
      pauses: [
        {
          question: 'toestemming_tafel',
          is: 'nog_niet',
          title: 'Bespreek dit eerst met uw cliënt',
          text: 'De cliënt beslist mee wie aan tafel zit.',
        },
      ],
    },
    {
      slug: 'praktisch',
      title: 'Praktisch',
      questions: [
        {
          kind: 'choice',
          name: 'vorm',
          label: 'Hoe komt het overleg samen?',
          error: 'Kies hoe het overleg samenkomt',
          options: [
            { value: 'fysiek', label: 'Samen in één lokaal' },
            { value: 'online', label: 'Online' },
            { value: 'hybride', label: 'Deels in een lokaal, deels online' },
            { value: 'geen_voorkeur', label: 'Geen voorkeur' },
          ],
        },
        {
          kind: 'longText',
          name: 'momenten',
          label: 'Welke momenten passen voor u en de cliënt?',
          hint: 'Bijvoorbeeld: dinsdag- en donderdagvoormiddag.',
          error: '',
          optional: true,
        },
        {
          kind: 'date',
          name: 'voor_datum',
          label: 'Is er een datum waarvóór het overleg nodig is?',
          hint: 'Dag, maand en jaar, bijvoorbeeld 21/5/2027.',
          error: 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027',
          optional: true,
        },
        { kind: 'longText', name: 'opmerkingen', label: 'Wilt u nog iets kwijt?', error: '', optional: true },
      ],
    },
  ],
  verloop: lcoVerloop,
  discretie: 'Stuur geen gegevens over uw cliënt per mail.',
  stoppen:
    'De cliënt mag altijd stoppen. U hoeft geen reden te geven. Wilt u iets veranderen, bijvoorbeeld één dienst minder aan tafel? Dan hoeft u niet te stoppen.',
  triage: 'Wijs een casemanager toe, vraag uitleg of verwijs door.',
  hierna: [
    'U krijgt een casemanager, of een voorstel dat beter past.',
    'Vertel uw cliënt dat de aanvraag verstuurd is.',
  ],
}
