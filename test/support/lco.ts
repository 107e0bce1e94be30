/** The request of the seed: a family in Aalst, three services, three life domains. Everybody in it is invented. */
import { type Fields, fieldsIn, locationOf, type Visitor } from './visitor.ts'

export const lcoStart = '/aalst/lco-aanvraag'

export const aanvraag = {
  criteria: {
    aanvrager: 'hulpverlener',
    meerderjarig: 'ja',
    postcode: '9300',
    ocmw_client: 'ja',
    verblijf: 'ja',
    aantal_diensten: '3',
    levensdomeinen: ['inkomen_schulden', 'gezondheid', 'wonen_energie'],
  },
  gegevens: {
    naam: 'Noor Voorbeeld',
    functie: 'Maatschappelijk werker',
    organisatie: 'CAW Voorbeeld',
    email: 'noor@caw.example',
    telefoon: '0478/12.34.56',
  },
  client: {
    client_aanduiding: 'D-2041',
    gezinssamenstelling: '2 volwassenen, 3 kinderen',
    tolk: 'ja',
    taal: 'Tigrinya',
    deelname_client: 'ja_met_steun',
    veilig_contact: 'Bel alleen voor de middag',
    toestemming_gegevens: 'ja',
    toestemming_hoe: 'mondeling',
  },
  situatie: {
    vraag_client: 'Eén aanspreekpunt, en rust in huis.',
    zelf: 'Papieren sorteren met een buur.',
    omgeving: 'De buur gaat mee naar afspraken.',
    ondersteuning: 'Een plan voor de schulden.',
    'loopt_goed.gezondheid': 'De huisarts kent het gezin goed.',
    'loopt_minder_goed.wonen_energie': 'Dreigende uithuiszetting.',
    doel: 'Eén plan, en weten wie wat doet.',
  },
  tafel: {
    'betrokkenen[0].dienst': 'CAW Voorbeeld',
    'betrokkenen[0].contactpersoon': 'Noor Voorbeeld',
    'betrokkenen[0].email': 'noor@caw.example',
    'betrokkenen[0].rol': 'Begeleiding',
    'betrokkenen[1].dienst': 'OCMW Voorbeeld',
    'betrokkenen[1].contactpersoon': 'Sam Voorbeeld',
    'betrokkenen[2].dienst': 'Wijkgezondheidscentrum Voorbeeld',
    vertrouwensfiguur: 'brengt_mee',
    spilfiguur: '1',
    toestemming_tafel: 'ja',
  },
  praktisch: {
    vorm: 'fysiek',
    momenten: 'Dinsdagvoormiddag',
    voor_datum: '30/6/2027',
    opmerkingen: '',
  },
} as const satisfies Record<string, Fields>

export type Slug = keyof typeof aanvraag

/** Begins a draft and gives its address. */
export async function begin(visitor: Visitor, start = lcoStart): Promise<string> {
  const first = locationOf(await visitor.post(start))
  return first.slice(0, first.lastIndexOf('/'))
}

/** Fills in the pages up to and without `until`; a page can be changed or added to. */
export async function fillIn(
  visitor: Visitor,
  draft: string,
  { until, changes = {} }: { until?: Slug; changes?: Partial<Record<Slug, Fields>> } = {},
): Promise<void> {
  for (const [slug, fields] of Object.entries(aanvraag)) {
    if (slug === until) return
    const response = await visitor.post(`${draft}/${slug}`, { ...fields, ...changes[slug as Slug] })
    if (response.status !== 303)
      throw new Error(`Page ${slug} answered ${response.status}: ${errorsIn(await response.text()).join(', ')}`)
  }
}

/** Files a whole request and gives the path of the receipt. */
export async function file(visitor: Visitor, changes: Partial<Record<Slug, Fields>> = {}): Promise<string> {
  const draft = await begin(visitor)
  await fillIn(visitor, draft, { changes })
  return locationOf(await visitor.post(`${draft}/controle`))
}

/** The question to the coordinator, beside the form. */
export const vraagPath = `${lcoStart}/vraag`
export const vraag = {
  vraag: 'Kan iemand mij bellen over een gezin?',
  naam: 'Noor Voorbeeld',
  organisatie: 'CAW Voorbeeld',
  email: 'noor@caw.example',
  telefoon: '0478/12.34.56',
} as const satisfies Fields

/** A question filled in on a form that was just opened. */
export async function openVraag(visitor: Visitor, changes: Fields = {}): Promise<Fields> {
  const { formulier = [] } = fieldsIn(await (await visitor.get(vraagPath)).text())
  return { formulier, ...vraag, ...changes }
}

/** The lines of the error summary. */
export function errorsIn(html: string): string[] {
  const [, summary = ''] = /role="alert"[^>]*>(.*?)<\/div>/s.exec(html) ?? []
  return [...summary.matchAll(/<a [^>]*>(.*?)<\/a>/gs)].map(([, text = '']) => text)
}

export const referenceIn = (html: string): string | undefined => /data-reference="([^"]+)"/.exec(html)?.[1]
export const refusedCriteria = (html: string): string[] =>
  [...html.matchAll(/data-criterium="([^"]+)"/g)].map(([, name = '']) => name)
