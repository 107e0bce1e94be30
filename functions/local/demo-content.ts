/**
 * The content of each network to try Loket with on this machine: people, mailboxes, phone numbers. Everybody and everything in it is
 * invented, and no function that is deployed holds any of it (test/infra/bundles.test.ts). Started afresh, the local runner stores
 * it once; what somebody changed since stays.
 */
import { type Person, withoutOfFile } from '../../forms/kit/content.ts'
import { contentSchema, type Role, type StoredContent } from '../../forms/kit/content-schema.ts'
import type { Network } from '../../forms/kit/network.ts'
import { bierbeekAanbod } from '../../forms/networks/bierbeek-aanbod.ts'
import { createContentChanges } from '../shared/store/content-changes.ts'
import type { Contents } from '../shared/store/contents.ts'
import type { Connection } from '../shared/store/dynamo.ts'

/** What the network's file does not say. */
interface Demo extends Pick<StoredContent, 'people' | 'mailboxes'>, Partial<Pick<StoredContent, 'abbreviations'>> {
  /** The day somebody last looked whether the aanbod is right. */
  checkedOn: string
  /** Phone and website of each offer. */
  offers: Readonly<Record<string, readonly [phone: string, website?: string]>>
}

/** Local part of an address at the network's own domain. */
const staff =
  (domain: string) =>
  (id: string, name: string, role: Role, employer: string, mailbox: string, phone: string): Person => ({
    ...{ id, name, role, employer, phone },
    email: `${mailbox}@${domain}`,
  })

const ofAalst = staff('lco-aalst.example')
const ofLimburg = staff('lco-limburg.example')
const ofBierbeek = staff('ocmw-bierbeek.example')
const ofZottegem = staff('sociaalhuis-zottegem.example')
const ofOta = staff('ota.example')

/** Not invented: the free number of every CAW of Flanders and Brussels. */
const nationalCaw = ['0800 13 500'] as const

const demo: Readonly<Record<string, Demo>> = {
  aalst: {
    people: [
      ofAalst(
        'coordinator-aalst',
        'Coördinator Aalst',
        'coordinator',
        'Eerstelijnszone Aalst',
        'coordinator',
        '053 00 00 01',
      ),
      ofAalst(
        'casemanager-aalst',
        'Casemanager Aalst',
        'casemanager',
        'CAW Oost-Vlaanderen',
        'casemanager',
        '053 00 00 02',
      ),
      ofAalst(
        'casemanager-aalst-2',
        'Tweede casemanager Aalst',
        'casemanager',
        'OCMW Aalst',
        'casemanager2',
        '053 00 00 03',
      ),
      ofAalst('organisator', 'Organisator', 'organisator', 'Stad Aalst', 'organisator', '053 00 00 04'),
    ],
    mailboxes: {
      triage: 'aanvragen@lco-aalst.example',
      deputy: 'plaatsvervanger@lco-aalst.example',
      reply: 'lco@lco-aalst.example',
    },
    abbreviations: {
      'O-Vl': 'Oost-Vlaanderen',
      'Oost-Vl': 'Oost-Vlaanderen',
      ELZ: 'Eerstelijnszone',
      SVK: 'Sociaal Verhuurkantoor',
      WGC: 'Wijkgezondheidscentrum',
    },
    checkedOn: '2026-11-20',
    offers: {
      jac: ['053 00 00 11', 'https://jac-aalst.example'],
      jacElders: nationalCaw,
      eigenOcmw: ['053 00 00 12', 'https://ocmw-aalst.example'],
      socialeDienst: ['053 00 00 13', 'https://ocmw-aalst.example'],
      caw: ['053 00 00 14', 'https://caw-aalst.example'],
      cawElders: nationalCaw,
      nachtopvang: ['053 00 00 15'],
      inloopcentrum: ['053 00 00 16'],
      ggz: ['053 00 00 17'],
    },
  },
  limburg: {
    people: [
      ofLimburg(
        'coordinator-limburg',
        'Coördinator Limburg',
        'coordinator',
        'Welzijnsregio Limburg',
        'coordinator',
        '011 00 00 01',
      ),
    ],
    mailboxes: {
      triage: 'aanvragen@lco-limburg.example',
      deputy: 'plaatsvervanger@lco-limburg.example',
      reply: 'lco@lco-limburg.example',
    },
    checkedOn: '2026-11-19',
    offers: {
      onthaal: ['011 00 00 11', 'https://caw-limburg.example'],
      coach: ['011 00 00 12', 'https://lco-limburg.example'],
    },
  },
  bierbeek: {
    people: [
      ofBierbeek(
        'coordinator-bierbeek',
        'Coördinator Bierbeek',
        'coordinator',
        'OCMW Bierbeek',
        'coordinator',
        '016 00 00 01',
      ),
    ],
    mailboxes: {
      triage: 'onthaal@ocmw-bierbeek.example',
      deputy: 'plaatsvervanger@ocmw-bierbeek.example',
      reply: 'sociale-dienst@ocmw-bierbeek.example',
    },
    checkedOn: '2026-11-18',
    offers: Object.fromEntries(
      Object.keys(bierbeekAanbod).map((key) => [key, ['016 00 00 11', 'https://ocmw-bierbeek.example'] as const]),
    ),
  },
  zottegem: {
    people: [
      ofZottegem(
        'coordinator-zottegem',
        'Coördinator Zottegem',
        'coordinator',
        'Sociaal Huis Zottegem',
        'coordinator',
        '09 000 01 01',
      ),
      ofZottegem(
        'ankerfiguur-zottegem',
        'Ankerfiguur Zottegem',
        'casemanager',
        'De Katrol',
        'ankerfiguur',
        '09 000 01 02',
      ),
    ],
    mailboxes: {
      triage: 'onthaal@sociaalhuis-zottegem.example',
      deputy: 'plaatsvervanger@sociaalhuis-zottegem.example',
      reply: 'vragen@sociaalhuis-zottegem.example',
    },
    abbreviations: { 'OCMW Zottegem': 'Sociaal Huis Zottegem' },
    checkedOn: '2026-11-18',
    offers: {
      onthaal: ['09 000 01 10', 'https://sociaalhuis-zottegem.example'],
      ocmwElders: ['09 000 01 10'],
      'de-katrol': ['09 000 01 11', 'https://dekatrol-zottegem.example'],
      'huisbezoeken-80-plus': ['09 000 01 12'],
      mantelzorgdag: ['09 000 01 13'],
      infoavonden: ['09 000 01 10'],
      'durf-vergelijken': ['09 000 01 10'],
      'sos-winter': ['09 000 01 10'],
      gezondheidsacties: ['09 000 01 10'],
    },
  },
  ota: {
    people: [
      ofOta('coordinator-ota', 'Coördinator OTA', 'coordinator', 'OndersteuningsTeam', 'coordinator', '09 000 00 01'),
      ofOta('bemiddelaar-ota', 'Bemiddelaar OTA', 'bemiddelaar', 'OndersteuningsTeam', 'bemiddelaar', '09 000 00 02'),
      ofOta(
        'bemiddelaar-ota-2',
        'Tweede bemiddelaar OTA',
        'bemiddelaar',
        'OndersteuningsTeam',
        'bemiddelaar2',
        '09 000 00 03',
      ),
    ],
    mailboxes: {
      triage: 'aanmeldingen@ota.example',
      deputy: 'plaatsvervanger@ota.example',
      reply: 'team@ota.example',
    },
    checkedOn: '2026-11-20',
    offers: {
      andereTeams: ['09 000 00 11'],
      jac: ['09 000 00 12'],
      jeugdhulp: ['09 000 00 13'],
      vormingsaanbod: ['09 000 00 00'],
    },
  },
}

/** The same of every network here: fixed words to an applicant. */
const demoTemplates: StoredContent['templates'] = [
  {
    key: 'bel-mij',
    label: 'Bel mij',
    sentences: ['We spreken u graag even.', 'Wilt u {wie} bellen? Dat kan op {tel}.'],
  },
  {
    key: 'papier',
    label: 'Een papier ontbreekt',
    sentences: ['Er ontbreekt nog een papier.', 'Bel {wie}, {tel}. Dan hoort u welk. Stuur het niet per mail.'],
  },
  {
    key: 'overleg-voor',
    label: 'Overleg nodig ten laatste op …',
    sentences: [
      'We willen het overleg laten doorgaan ten laatste op {datum}.',
      'Bel {wie}, {tel}, om samen een moment te kiezen.',
    ],
    forms: ['lco-aanvraag'],
  },
]

const nothing: Demo = { people: [], mailboxes: {}, checkedOn: '2026-11-20', offers: {} }

/** As it is stored: the aanbod of the network's file, with what is invented of it. A network without a demo has nothing. */
export function demoContentOf(network: Pick<Network, 'slug' | 'formerly' | 'aanbod'>): StoredContent {
  const { slug, formerly = [], aanbod } = network
  const found = namedAmong(demo, slug, formerly) ?? nothing
  const { checkedOn, offers, people, mailboxes, abbreviations = {} } = found
  const changed = Object.entries(aanbod).flatMap(([key, first]) => {
    const [phone, website] = namedAmong(offers, key, first.formerly ?? []) ?? []
    return phone ? [[key, { ...withoutOfFile(first), phone, ...(website ? { website } : {}), checkedOn }] as const] : []
  })
  const templates = people.length > 0 ? demoTemplates : []
  return contentSchema.parse({ people, mailboxes, templates, abbreviations, aanbod: Object.fromEntries(changed) })
}

const namedAmong = <Thing>(things: Readonly<Record<string, Thing>>, name: string, formerly: readonly string[]) =>
  [name, ...formerly].map((one) => things[one]).find((thing) => thing !== undefined)

/** Stores it for each network that has nothing stored yet: what somebody changed stays. */
export async function seedContents(
  connection: Connection,
  contents: Contents,
  networks: readonly Network[],
  now: Date,
): Promise<void> {
  const changes = createContentChanges(connection, contents)
  for (const network of networks) {
    const { revision } = await contents.stored(network)
    const audited = { who: 'beheer', auditId: 'demo', now, auditDays: network.retention.audit }
    if (revision === 0) await changes.put(network, demoContentOf(network), { revision, ...audited })
  }
}
