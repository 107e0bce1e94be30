/** Answers for every form that has pages of its own, by page, as somebody invented gives them. */
import { errorsIn } from './lco.ts'
import { type Fields, locationOf, type Visitor } from './visitor.ts'

export type Pages = Readonly<Record<string, Fields>>

const gegevens = {
  naam: 'Noor Voorbeeld',
  functie: 'Begeleider',
  organisatie: 'CLB Voorbeeld',
  email: 'noor@clb.example',
  telefoon: '0478/12.34.56',
} as const satisfies Fields

const juist = { is_hulpverlener: 'ja', sector: 'clb', provincie: 'oost_vlaanderen' } as const satisfies Fields
const beschikbaarheid = { momenten: 'Op woensdag', opmerkingen: '' } as const satisfies Fields
const team = {
  thema: 'Gezinshereniging',
  aantal_deelnemers: '8',
  periode: 'In januari',
  locatie: 'Gent',
  leervraag: 'Hoe bouwen we vertrouwen op?',
} as const satisfies Fields
const voorTeam = (soort: string) => ({
  'uw-vraag': { soort },
  criteria: juist,
  gegevens: { ...gegevens, gemeente: 'Gent' },
  team,
  beschikbaarheid,
})

/** The five kinds of OTA, each with the pages of its own road. */
export const ota = {
  helpdesk: {
    'uw-vraag': { soort: 'helpdesk' },
    helpdesk: { telefoon: '0478/12.34.56', wanneer: 'Morgen voor de middag', vraag: 'Wie tolkt in het Dari?' },
  },
  traject: {
    'uw-vraag': { soort: 'traject' },
    criteria: { ...juist, migratieachtergrond: 'ja', leeftijdsgroep: '12_17' },
    gegevens: { ...gegevens, gemeente: 'Gent' },
    leervraag: {
      leervraag: 'Hoe praat ik met ouders over school?',
      context: 'Een meisje van veertien.',
      al_geprobeerd: 'Een huisbezoek.',
      vorm: 'meegaan_naar_gesprek',
      dringend: 'ja',
      waarom: 'Ze komt niet meer naar school.',
    },
    beschikbaarheid,
  },
  intervisie: voorTeam('intervisie'),
  teamcoaching: voorTeam('teamcoaching'),
  vorming: voorTeam('vorming'),
} as const satisfies Record<string, Pages>
export type Soort = keyof typeof ota
export const otaStart = '/ota/aanmelding'

export const katrol = {
  criteria: { toeleider: 'school', klas: '1ste_leerjaar', akkoord_gezin: 'ja' },
  gegevens,
  gezin: {
    kind_aanduiding: 'A.B.',
    adres: 'Voorbeeldstraat 3, 9620 Elene',
    telefoon_thuis: '',
    thuistaal: 'Pools',
    nood: 'Lezen',
    ouders: 'Helpen met huiswerk',
    momenten: '',
  },
} as const satisfies Pages
export const katrolStart = '/zottegem/de-katrol'

export const huisbezoek = {
  criteria: { tachtig: 'ja', alleenstaand: 'ja', deelgemeente: 'elene', akkoord: 'ja' },
  gegevens,
  bezoek: {
    oudere_aanduiding: 'C.D.',
    adres: 'Voorbeeldstraat 5, 9620 Elene',
    telefoon_thuis: '09/360.00.00',
    contacten: 'Een dochter in Gent',
    diensten_aan_huis: 'Thuisverpleging',
    waarom_niet: 'Geen poetshulp: te duur',
    kent_diensten: 'Niet goed',
    wie_helpt: 'Een buur',
    gevallen: 'ja',
  },
} as const satisfies Pages
export const huisbezoekStart = '/zottegem/huisbezoek-80-plus'

/** Goes through a form page by page, each where the one before leads; gives the address of the check page. */
export async function fillForm(visitor: Visitor, start: string, pages: Pages): Promise<string> {
  let here = locationOf(await visitor.post(start))
  for (const [slug, fields] of Object.entries(pages)) {
    if (!here.endsWith(`/${slug}`)) throw new Error(`Expected the page ${slug}, this is ${here}`)
    const response = await visitor.post(here, fields)
    if (response.status !== 303)
      throw new Error(`Page ${slug} answered ${response.status}: ${errorsIn(await response.text()).join(', ')}`)
    here = locationOf(response)
  }
  return here
}
