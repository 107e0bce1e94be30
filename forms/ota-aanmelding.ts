/**
 * OTA aanmelding: a professional puts a question about culture-sensitive help to the OndersteuningsTeam (docs/domain.md §2, §5).
 * The first answer decides the road: a call back, a traject, or support for a team. Reads top to bottom in the order the person
 * meets it.
 */
import type { Form } from './kit/form.ts'
import { askYesNo, choose, line, phone, story, uwGegevens } from './kit/questions/common-pages.ts'
import type { Rule } from './kit/questions/criteria.ts'
import { yesNoUnknown } from './kit/questions/questions.ts'
import { otaLifecycle } from './ota-lifecycle.ts'
import { otaOverleg } from './ota-overleg.ts'
import { otaPlan } from './ota-plan.ts'

const helpdesk: Rule = { question: 'soort', is: 'helpdesk' }
const traject: Rule = { question: 'soort', is: 'traject' }
const team: Rule = { question: 'soort', is: ['intervisie', 'teamcoaching', 'vorming'] }
const opAgenda: Rule = { anyOf: [traject, team] }

const leervraag = story('leervraag', 'Wat is uw leervraag?', {
  hint: 'Wat wilt u beter kunnen of begrijpen? Schrijf geen namen.',
  error: 'Vul uw leervraag in',
})

export const otaAanmelding: Form = {
  slug: 'aanmelding',
  prefix: 'OTA',
  name: 'OTA aanmelding',
  noun: 'aanmelding',
  subject: 'het OndersteuningsTeam',
  short: 'ondersteuning door dit team',
  start: {
    title: 'Stel uw vraag aan het OndersteuningsTeam',
    lead: 'Advies, coaching of vorming over hulp aan mensen met een andere culturele achtergrond. We nemen uw begeleiding niet over.',
    door: {
      title: 'OndersteuningsTeam',
      text: 'Advies, coaching of vorming over cultuursensitieve hulp in de jeugdhulp.',
      go: 'Stel uw vraag',
    },
    callFirst: true,
    atHand: 'Uw leervraag, en wat u al probeerde. Voor de helpdesk alleen uw telefoonnummer.',
    duration: 'ongeveer 10 minuten, voor de helpdesk 1 minuut',
    readers: 'de bemiddelaars',
    self: 'Zoekt u hulp voor uzelf?',
    mind: ['Schrijf geen namen van jongeren of gezinnen, en geen rijksregisternummer.'],
  },
  pages: [
    {
      slug: 'uw-vraag',
      title: 'Waarmee kunnen we u helpen?',
      questions: [
        choose(
          'soort',
          'Wat zoekt u?',
          {
            hint: 'Intervisie: uw team bespreekt een eigen situatie, en wij denken mee. Teamcoaching: we helpen uw team een tijd lang.',
            error: 'Kies wat u zoekt',
            trend: true,
            listed: 'over',
          },
          [
            { value: 'helpdesk', label: 'Informatie, advies of doorverwijzing (we bellen u)' },
            { value: 'traject', label: 'Individueel traject: ondersteuning bij één begeleiding' },
            { value: 'intervisie', label: 'Intervisie met uw team' },
            { value: 'teamcoaching', label: 'Teamcoaching' },
            { value: 'vorming', label: 'Vorming' },
          ],
        ),
      ],
    },
    {
      slug: 'helpdesk',
      title: 'Wij bellen u',
      when: helpdesk,
      callFirst: true,
      questions: [
        line('naam', 'Wie belt?', { error: 'Vul in wie belt', askedBy: 'call', optional: true, applicant: 'name' }),
        line('organisatie', 'Voor welke organisatie?', {
          ...{ error: 'Vul de organisatie in', listed: 'organisatie' },
          ...{ askedBy: 'call', optional: true },
        }),
        phone,
        line('wanneer', 'Wanneer bellen we u het best?', {
          hint: 'Bijvoorbeeld: morgen voor de middag.',
          error: 'Vul in wanneer we u het best bellen',
          askedBy: 'form',
        }),
        line('vraag', 'Waarover gaat het, in één zin?', {
          hint: 'Zonder namen.',
          error: 'Vul in één zin in waarover het gaat',
        }),
      ],
    },
    {
      slug: 'criteria',
      title: 'Bent u hier juist?',
      when: opAgenda,
      judges: true,
      questions: [
        askYesNo('is_hulpverlener', 'Bent u hulpverlener?', {
          hint: 'U begeleidt zelf jongeren of gezinnen, of u werkt in een team dat dat doet.',
          error: 'Kies of u hulpverlener bent',
        }),
        choose('sector', 'In welke sector werkt u?', { error: 'Kies uw sector', trend: true }, [
          { value: 'jeugdhulp', label: 'Jeugdhulp' },
          { value: 'clb', label: 'CLB' },
          { value: 'school', label: 'School' },
          { value: 'caw', label: 'CAW' },
          { value: 'ocmw', label: 'OCMW' },
          { value: 'ggz', label: 'Geestelijke gezondheidszorg' },
          { value: 'vaph', label: 'VAPH' },
          { value: 'opgroeien', label: 'Opgroeien' },
          { value: 'andere', label: 'Andere' },
        ]),
        choose('provincie', 'In welke provincie werkt u?', { error: 'Kies uw provincie', trend: true }, [
          { value: 'oost_vlaanderen', label: 'Oost-Vlaanderen' },
          { value: 'west_vlaanderen', label: 'West-Vlaanderen' },
          { value: 'andere', label: 'Een andere provincie, of Brussel' },
        ]),
        choose(
          'migratieachtergrond',
          'Gaat het over een jongere of gezin met een familiale migratieachtergrond?',
          {
            hint: 'Een ouder of grootouder is in een ander land geboren.',
            error: 'Kies of het over een familiale migratieachtergrond gaat',
            when: traject,
          },
          yesNoUnknown,
        ),
        choose(
          'leeftijdsgroep',
          'Over wie gaat uw vraag?',
          { error: 'Kies over wie uw vraag gaat', when: traject, trend: true },
          [
            { value: '0_11', label: 'Een kind van 0 tot 11 jaar' },
            { value: '12_17', label: 'Een jongere van 12 tot 17 jaar' },
            { value: '18_25', label: 'Een jongvolwassene van 18 tot 25 jaar' },
            { value: 'ouder', label: 'Iemand van 26 jaar of ouder' },
          ],
        ),
      ],
    },
    {
      ...uwGegevens(line('gemeente', 'Gemeente waar u werkt', { error: 'Vul uw gemeente in', listed: 'gemeente' })),
      when: opAgenda,
    },
    {
      slug: 'leervraag',
      title: 'Uw leervraag',
      readAs: 'De leervraag',
      intro: 'Het gaat over wat u wilt leren. We nemen uw begeleiding niet over.',
      when: traject,
      questions: [
        leervraag,
        story('context', 'Wat is de situatie?', { hint: 'Zonder namen.' }),
        story('al_geprobeerd', 'Wat probeerde u al?'),
        choose('vorm', 'Welke ondersteuning zoekt u?', { error: 'Kies welke ondersteuning u zoekt' }, [
          { value: 'achter_de_schermen', label: 'Iemand die met mij meedenkt, achter de schermen' },
          { value: 'meegaan_naar_gesprek', label: 'Iemand die meegaat naar een gesprek' },
          { value: 'nog_niet_zeker', label: 'Dat weet ik nog niet' },
        ]),
        askYesNo('dringend', 'Is het dringend?', {
          hint: 'Kiest u ja? Dan bellen we u dezelfde werkdag. Na 17 uur of in het weekend: de eerste werkdag. Kan het niet wachten? Bel ons nu. Het nummer staat op elke pagina.',
          error: 'Kies of het dringend is',
        }),
        line('waarom', 'Waarom is het dringend?', {
          error: 'Vul in waarom het dringend is',
          when: { question: 'dringend', is: 'ja' },
        }),
      ],
    },
    {
      slug: 'team',
      title: 'De leervraag van uw team',
      readAs: 'De leervraag van het team',
      when: team,
      questions: [
        line('thema', 'Over welk thema?', {
          hint: 'Bijvoorbeeld: gezinshereniging, of opgroeien tussen mensen met scherpe meningen.',
          error: 'Vul het thema in',
        }),
        {
          kind: 'wholeNumber',
          name: 'aantal_deelnemers',
          label: 'Hoeveel mensen nemen deel?',
          error: 'Vul een heel getal in, bijvoorbeeld 8',
          trend: true,
        },
        line('periode', 'In welke periode?', { error: 'Vul in welke periode past, bijvoorbeeld in januari' }),
        line('locatie', 'Op welke plaats?', { error: 'Vul de plaats in, of schrijf online' }),
        leervraag,
      ],
    },
    {
      slug: 'beschikbaarheid',
      title: 'Wanneer kunt u?',
      readAs: 'Beschikbaarheid',
      when: opAgenda,
      questions: [
        story('momenten', 'Wanneer past een eerste gesprek?', {
          hint: 'Bijvoorbeeld: op woensdag, of na 16 uur.',
          error: 'Vul in wanneer een eerste gesprek past',
        }),
        story('opmerkingen', 'Wilt u nog iets kwijt?'),
      ],
    },
  ],
  lifecycle: otaLifecycle,
  overleg: otaOverleg,
  plan: otaPlan,
  urgent: { when: { question: 'dringend', is: 'ja' }, why: 'waarom' },
  essence: ['leervraag', 'vraag'],
  foremost: ['leervraag', 'vraag', 'context'],
  loggedByTeam: { soort: 'helpdesk' },
  discretion: 'Stuur geen gegevens over jongeren of gezinnen per mail.',
  stopping: 'U mag altijd stoppen. U hoeft geen reden te geven.',
  triage: 'Bel terug als het een vraag voor de helpdesk is. Andere vragen bespreekt het team.',
  afterwards: ['U krijgt een bemiddelaar, een advies, of een voorstel dat beter past.'],
}
