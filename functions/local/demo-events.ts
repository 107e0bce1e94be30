/**
 * Events to try Loket with on this machine; deployed ones are made in the werkruimte. The first is that of the seed
 * (the invitation of 23 April 2021, docs/domain.md §2); the others come from what OTA and Zottegem say they organise. Dates,
 * places and links of those are invented.
 */
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { addDays, brusselsDate, brusselsInstant } from '../../forms/kit/time.ts'
import type { Events } from '../shared/store/events.ts'

type DemoEvent = { event: LoketEvent; link?: string }

const common = {
  perSessie: false,
  metHoeveel: false,
  vraagtOrganisatie: true,
  extraHerinnering: false,
  geannuleerd: false,
  revisie: 0,
  gemeld: 0,
  toegang: 'openbaar',
} as const

/** A Brussels local time that comes once. */
const at = (local: string): string => brusselsInstant(local).toISOString()

const gedeeldeZorg: DemoEvent = {
  event: {
    ...common,
    vragen: [],
    slug: 'verkennend-overleg-gedeelde-zorg',
    network: 'aalst',
    titel: 'Online verkennend overleg naar gedeelde zorg',
    ondertitel: 'Voor mensen met psychische kwetsbaarheid binnen een bredere multiproblematiek (Stad Aalst)',
    soort: 'overleg',
    omschrijving: [
      'Steeds meer hulpverleners ontmoeten cliënten met problemen op verschillende levensdomeinen, die moeilijk aansluiting vinden bij de hulpverlening. Vaak is er een psychische kwetsbaarheid. Wachtlijsten, kosten en slechte ervaringen houden hen weg, en ook een strikte afbakening tussen organisaties.',
      'We willen in onze regio een samenwerking uitbouwen: welzijnspartners en partners uit de geestelijke gezondheidszorg die samen zorg opnemen voor deze cliënten.',
      'We vertrekken van casussen: welke noden en grenzen ervaart u, wat zijn mogelijke oplossingen, hoe kunnen we samenwerken? We bespreken anonieme casussen. Het gaat niet om individuele cliënten.',
    ],
    voorWie: 'Hulpverleners in welzijn en geestelijke gezondheidszorg in de regio Aalst.',
    start: at('2021-06-08T09:00'),
    einde: at('2021-06-08T12:00'),
    plaats: 'Online',
    online: true,
    deadline: '2021-05-21',
    organisator: 'Stad Aalst',
    casussen: true,
  },
  link: 'https://overleg.lco-aalst.example/gedeelde-zorg',
}

const cultuursensitief: DemoEvent = {
  event: {
    ...common,
    vragen: [
      { id: 'eigen_1', soort: 'keuze', vraag: 'Wat eet u?', keuzes: ['Alles', 'Vegetarisch', 'Halal', 'Geen broodje'] },
      { id: 'eigen_2', soort: 'tekst', vraag: 'Welke vraag brengt u mee?', keuzes: [] },
    ],
    slug: 'vorming-cultuursensitief-hulpverlenen',
    network: 'ota',
    titel: 'Vorming: cultuursensitief hulpverlenen, de basis',
    soort: 'vorming',
    omschrijving: [
      'Onze samenleving is superdivers. Dat brengt ook in de jeugdhulp uitdagingen mee. In deze vorming uit ons open aanbod kijkt u met een cultuursensitieve bril naar uw eigen praktijk.',
      'We werken twee dagen met een kleine groep, vanuit theorie en eigen ervaring. Breng vragen mee, geen namen.',
    ],
    voorWie: 'Hulpverleners uit alle sectoren van de Integrale Jeugdhulp in Oost- en West-Vlaanderen.',
    start: at('2021-09-23T09:30'),
    einde: at('2021-09-30T16:30'),
    sessies: [
      { id: '1', start: at('2021-09-23T09:30'), einde: at('2021-09-23T16:30') },
      { id: '2', start: at('2021-09-30T09:30'), einde: at('2021-09-30T16:30') },
    ],
    plaats: 'Vormingslokaal OTA, Voorbeeldstraat 1, 9000 Gent',
    vorm: 'fysiek',
    online: false,
    organiser: 'coordinator-ota',
    reason: 'u met jongeren en hun gezinnen werkt',
    deadline: '2021-09-10',
    capaciteit: 12,
    organisator: 'OndersteuningsTeam Oost- en West-Vlaanderen',
    casussen: false,
    extraHerinnering: true,
  },
}

const infoavond: DemoEvent = {
  event: {
    ...common,
    vragen: [],
    slug: 'infoavond-huren-zonder-zorgen',
    network: 'zottegem',
    titel: 'Infoavond: huren zonder zorgen',
    soort: 'infosessie',
    omschrijving: [
      'Wat mag een verhuurder vragen? Wat doet u bij schimmel, of als de huur te duur wordt? Een medewerker van het Sociaal Huis legt het uit en antwoordt op vragen.',
      'U krijgt de nieuwe productencatalogus mee: wie helpt waarbij in Zottegem.',
    ],
    voorWie: 'Inwoners van Zottegem die huren of willen huren. Breng gerust iemand mee.',
    start: at('2021-10-14T19:30'),
    einde: at('2021-10-14T21:30'),
    plaats: 'Sociaal Huis, Voorbeeldplein 2, 9620 Zottegem',
    vorm: 'fysiek',
    online: false,
    metHoeveel: true,
    vraagtOrganisatie: false,
    organiser: 'coordinator-zottegem',
    deadline: '2021-10-08',
    organisator: 'Sociaal Huis Zottegem',
    casussen: false,
  },
}

/** Six weeks ahead, on a day of the week that people meet. */
function sixWeeksAhead(now: Date): DemoEvent {
  const weekend = { 0: 1, 6: 2 } as Record<number, number>
  const later = addDays(brusselsDate(now), 42)
  const day = addDays(later, weekend[new Date(`${later}T00:00:00Z`).getUTCDay()] ?? 0)
  return {
    event: {
      ...common,
      vragen: [],
      // One a month: who keeps the folder finds one ahead also later.
      slug: `intervisie-gedeelde-zorg-${day.slice(0, 7)}`,
      network: 'aalst',
      titel: 'Online intervisie gedeelde zorg',
      soort: 'overleg',
      omschrijving: [
        'Een vervolg op het verkennend overleg. Drie hulpverleners brengen een casus in, de groep denkt mee.',
        'We bespreken anonieme casussen. Het gaat niet om individuele cliënten.',
      ],
      voorWie: 'Hulpverleners in welzijn en geestelijke gezondheidszorg in de regio Aalst.',
      start: at(`${day}T09:00`),
      einde: at(`${day}T12:00`),
      plaats: 'Online',
      online: true,
      deadline: addDays(day, -14),
      organisator: 'Stad Aalst',
      casussen: true,
    },
    link: 'https://overleg.lco-aalst.example/intervisie',
  }
}

/** Makes those that are absent; what an organiser changed stays changed. */
export async function seedEvents(events: Events, now: Date, today: boolean): Promise<void> {
  const wanted = [gedeeldeZorg, cultuursensitief, infoavond, ...(today ? [sixWeeksAhead(now)] : [])]
  for (const { event, link } of wanted)
    await events.create(event, link, { who: 'demo', what: 'gemaakt', auditId: 'demo', now, auditDays: 365 })
}
