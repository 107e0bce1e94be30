/**
 * LCO aanvraag: a professional asks for a multi-agency client meeting (docs/domain.md §4).
 * Reads top to bottom in the order the person meets it.
 */
import type { Form } from './kit/form.ts'
import type { Answers } from './kit/questions/answers.ts'
import { aanduiding, askYesNo, choose, emailError, line, story, uwGegevens } from './kit/questions/common-pages.ts'
import type { Rule } from './kit/questions/criteria.ts'
import { levensdomeinOptions } from './kit/questions/levensdomeinen.ts'
import type { FieldError, PageRule } from './kit/questions/page.ts'
import {
  type ChoiceQuestion,
  type PerChoiceQuestion,
  perChoiceQuestions,
  yearsAhead,
  yesNoUnknown,
} from './kit/questions/questions.ts'
import { lcoLifecycle } from './lco-lifecycle.ts'
import { lcoOverleg } from './lco-overleg.ts'
import { lcoPlan } from './lco-plan.ts'
import { betrokkenen, enoughServices } from './lco-tafel.ts'

const levensdomeinen: ChoiceQuestion = {
  kind: 'choices',
  name: 'levensdomeinen',
  label: 'Op welke levensdomeinen heeft de cliënt problemen?',
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

const invited: Rule = { question: 'vertrouwensfiguur', is: 'genodigd' }

export const lcoAanvraag: Form = {
  slug: 'lco-aanvraag',
  prefix: 'LCO',
  name: 'LCO aanvraag',
  noun: 'aanvraag',
  subject: 'een lokaal cliëntoverleg',
  short: 'een LCO',
  about: 'uw cliënt',
  start: {
    title: 'Vraag een lokaal cliëntoverleg aan',
    lead: 'De cliënt en de hulpverleners maken samen één plan. De vraag van de cliënt staat centraal.',
    need: 'Alle hulpverleners rond één tafel',
    behind: 'table',
    door: {
      title: 'Lokaal cliëntoverleg',
      text: 'Breng een cliënt of gezin en alle hulpverleners rond één tafel.',
      go: 'Vraag een overleg aan',
    },
    atHand: 'Het akkoord van de cliënt. Wat de cliënt zelf wil. De betrokken diensten, en wie er werkt.',
    duration: '12 tot 20 minuten',
    readers: 'de casemanager',
    self: 'Bent u zelf cliënt?',
    mind: ['Vul geen volledige naam of rijksregisternummer van de cliënt in.'],
  },
  pages: [
    {
      slug: 'criteria',
      title: 'Komt deze cliënt of dit gezin in aanmerking?',
      judges: true,
      questions: [
        choose(
          'aanvrager',
          'U vraagt aan als',
          { hint: 'U bent zelf betrokken bij deze cliënt.', error: 'Kies in welke rol u aanvraagt' },
          [
            { value: 'hulpverlener', label: 'Hulpverlener' },
            { value: 'ocmw_aalst', label: 'Maatschappelijk werker van OCMW Aalst' },
            { value: 'client', label: 'Cliënt', leadsTo: 'callBack' },
          ],
        ),
        askYesNo('meerderjarig', 'Is de cliënt meerderjarig?', { error: 'Kies of de cliënt meerderjarig is' }),
        {
          kind: 'postcode',
          name: 'postcode',
          label: 'In welke postcode woont de cliënt of het gezin?',
          hint: 'Geen vast adres? Neem het referentieadres, of de plaats waar de cliënt meestal verblijft.',
          error: 'Vul een postcode van 4 cijfers in, bijvoorbeeld 9300',
          listed: 'gemeente',
        },
        choose(
          'ocmw_client',
          'Is de cliënt gekend bij OCMW Aalst?',
          { error: 'Kies of de cliënt gekend is bij OCMW Aalst' },
          yesNoUnknown,
        ),
        choose(
          'verblijf',
          'Heeft de cliënt een geldige verblijfsvergunning of de Belgische nationaliteit?',
          {
            hint: 'Waarom vragen we dit? Het is een voorwaarde van dit netwerk. U hoeft niets te bewijzen.',
            error: 'Kies of de cliënt een geldige verblijfsvergunning of de Belgische nationaliteit heeft',
          },
          yesNoUnknown,
        ),
        {
          kind: 'wholeNumber',
          name: 'aantal_diensten',
          label: 'Bij hoeveel diensten is de cliënt of het gezin aangemeld?',
          hint: 'Uw eigen dienst telt mee.',
          error: 'Vul een heel getal in, bijvoorbeeld 3',
          trend: true,
        },
        levensdomeinen,
        askYesNo('akkoord_client', 'Is de cliënt akkoord met een overleg?', {
          error: 'Kies of de cliënt akkoord is met een overleg',
        }),
      ],
    },
    uwGegevens(),
    {
      slug: 'client',
      title: 'De cliënt',
      questions: [
        { ...aanduiding('client_aanduiding', 'de cliënt'), autocomplete: 'off' },
        line('gezinssamenstelling', 'Wie hoort bij het gezin?', {
          hint: 'Alleen aantallen, bijvoorbeeld 2 volwassenen en 3 kinderen. Geen namen.',
        }),
        askYesNo('tolk', 'Is er een tolk nodig?', { error: 'Kies of er een tolk nodig is' }),
        line('taal', 'Voor welke taal?', {
          error: 'Vul in voor welke taal een tolk nodig is',
          when: { question: 'tolk', is: 'ja' },
        }),
        choose('deelname_client', 'Neemt de cliënt zelf deel?', { error: 'Kies of de cliënt zelf deelneemt' }, [
          { value: 'ja', label: 'Ja' },
          { value: 'ja_met_steun', label: 'Ja, met steun van iemand' },
          { value: 'nog_niet_zeker', label: 'Nog niet zeker' },
        ]),
        story('veilig_contact', 'Waarop letten we, om de cliënt veilig te bereiken?', {
          hint: 'Bijvoorbeeld: bel alleen tussen 9 en 15 uur. Spreek geen bericht in.',
          safety: true,
          max: 500,
        }),
        choose(
          'toestemming_gegevens',
          'Weet de cliënt dat u dit aanvraagt, waarom en wie het leest, en is hij of zij akkoord?',
          { error: 'Kies of de cliënt akkoord is met deze aanvraag' },
          ['Ja', 'Nog niet'],
        ),
        choose(
          'toestemming_hoe',
          'Hoe gaf de cliënt toestemming?',
          { error: 'Kies hoe de cliënt toestemming gaf', when: { question: 'toestemming_gegevens', is: 'ja' } },
          ['Mondeling', 'Schriftelijk'],
        ),
      ],
      closedForms: [
        {
          question: 'toestemming_gegevens',
          is: 'nog_niet',
          title: 'Bespreek dit eerst met uw cliënt',
          text: 'Zeg uw cliënt dat u dit aanvraagt, waarom, en wie het leest.',
        },
      ],
    },
    {
      slug: 'situatie',
      title: 'De situatie',
      intro: 'Schrijf alleen wat nodig is voor het overleg. Beschrijf geen strafbare feiten.',
      questions: [
        story('vraag_client', 'Wat wil de cliënt zelf verbeterd zien?', {
          hint: 'In de woorden van de cliënt. Zonder namen.',
          error: 'Vul in wat de cliënt zelf verbeterd wil zien',
        }),
        story('zelf', 'Wat kan de cliënt daar zelf aan doen?'),
        story('omgeving', 'Wat kan de omgeving doen?'),
        story('ondersteuning', 'Waarin wil de cliënt ondersteund worden?'),
        loopt,
        story('doel', 'Wat moet het overleg opleveren?', { error: 'Vul in wat het overleg moet opleveren' }),
      ],
      rules: [somethingPerDomain],
    },
    {
      slug: 'tafel',
      title: 'Wie zit aan tafel?',
      intro: 'Noem alleen diensten waarmee de cliënt akkoord gaat.',
      questions: [
        betrokkenen,
        choose(
          'vertrouwensfiguur',
          'Komt er een vertrouwensfiguur mee?',
          {
            hint: 'Iemand die de cliënt vertrouwt: familie, een vriend, een begeleider.',
            error: 'Kies of er een vertrouwensfiguur meekomt',
          },
          [
            { value: 'geen', label: 'Nee' },
            { value: 'brengt_mee', label: 'Ja, de cliënt brengt zelf iemand mee' },
            { value: 'genodigd', label: 'Ja, nodig die persoon uit' },
          ],
        ),
        line('vertrouwensfiguur_naam', 'Naam van de vertrouwensfiguur', {
          error: 'Vul de naam van de vertrouwensfiguur in',
          when: invited,
        }),
        {
          kind: 'email',
          name: 'vertrouwensfiguur_email',
          label: 'E-mailadres van de vertrouwensfiguur',
          error: emailError,
          optional: true,
          when: invited,
        },
        {
          kind: 'rowChoice',
          name: 'spilfiguur',
          rows: betrokkenen,
          label: 'Wie is de spilfiguur?',
          hint: 'De hulpverlener die de cliënt het best kent, en die anderen eerst bellen.',
          error: 'Kies een ingevulde dienst, of nog niemand',
          none: { value: 'nog_niemand', label: 'Nog niemand' },
        },
        choose(
          'toestemming_tafel',
          'Is de cliënt akkoord met wie aan tafel zit?',
          {
            error: 'Kies of de cliënt akkoord is met wie aan tafel zit',
            agreesTo: 'betrokkenen',
            askedAgain: 'U veranderde wie aan tafel zit. Gaat de cliënt ook hiermee akkoord?',
          },
          ['Ja', 'Nog niet'],
        ),
      ],
      rules: [enoughServices],
      closedForms: [
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
        choose('vorm', 'Hoe komt het overleg samen?', { error: 'Kies hoe het overleg samenkomt' }, [
          { value: 'fysiek', label: 'Samen in één lokaal' },
          { value: 'online', label: 'Online' },
          { value: 'hybride', label: 'Deels in een lokaal, deels online' },
          { value: 'geen_voorkeur', label: 'Geen voorkeur' },
        ]),
        story('momenten', 'Welke momenten passen voor u en de cliënt?', {
          hint: 'Bijvoorbeeld: dinsdag- en donderdagvoormiddag.',
        }),
        {
          kind: 'date',
          name: 'voor_datum',
          label: 'Is er een datum waarvóór het overleg nodig is?',
          hint: 'Dag, maand en jaar, bijvoorbeeld 21/5/2027.',
          error: 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027',
          optional: true,
          between: { from: 0, years: yearsAhead },
        },
        story('opmerkingen', 'Wilt u nog iets kwijt?'),
      ],
    },
  ],
  lifecycle: lcoLifecycle,
  overleg: lcoOverleg,
  plan: lcoPlan,
  foremost: ['vraag_client', 'doel', betrokkenen.name, 'vertrouwensfiguur'],
  discretion: 'Stuur geen gegevens over uw cliënt per mail.',
  stopping:
    'De cliënt mag altijd stoppen. U hoeft geen reden te geven. Wilt u iets veranderen, bijvoorbeeld één dienst minder aan tafel? Dan hoeft u niet te stoppen.',
  triage: 'Wijs een casemanager toe, vraag uitleg of verwijs door.',
  afterwards: [
    'U krijgt een casemanager, of een voorstel dat beter past.',
    'Vertel uw cliënt dat de aanvraag verstuurd is.',
  ],
}
