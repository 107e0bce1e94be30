/** Tables of an overleg for tests of its moments: kept by the kit and the store themselves, without the page of the table. */

import { randomBytes } from 'node:crypto'
import { findNetwork } from '../../forms/index.ts'
import { ask, fix, type Practical, saveMoments } from '../../forms/kit/overleg/decide.ts'
import type { Decided, OverlegDecision } from '../../forms/kit/overleg/decision.ts'
import type { Overleg, Reach, Seat } from '../../forms/kit/overleg/overleg.ts'
import { saveTable } from '../../forms/kit/overleg/save-table.ts'
import type { TableRow } from '../../forms/kit/overleg/table.ts'
import { brusselsDate } from '../../forms/kit/time.ts'
import { findInNetwork } from '../../functions/workspace/dossier/access.ts'
import { type OpenOverleg, openOverleg } from '../../functions/workspace/overleg/open.ts'
import { storeDecision } from '../../functions/workspace/overleg/store-decision.ts'
import { demoContent, demoPerson } from '../support/content.ts'
import { fileRequest, place } from '../support/dossier.ts'
import { fillForm, ota, otaStart } from '../support/forms.ts'
import { referenceIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, type Visitor } from '../support/visitor.ts'
import type { TestWorkspace } from '../support/workspace.ts'

export interface Seating {
  wie: Seat
  naam?: string
  dienst?: string
  bereik: Reach
  email?: string
  telefoon?: string
}

const client: Seating = { wie: 'client', bereik: 'brief' }
/** A client, their fixed contact, two services on mail and one on the phone. */
const aroundOneClient: readonly Seating[] = [
  client,
  { wie: 'spilfiguur', naam: 'Els Baert', dienst: 'OCMW Voorbeeld', bereik: 'mail', email: 'els@ocmw.example' },
  { wie: 'dienst', naam: 'Zoë D’Hondt', dienst: 'CAW Voorbeeld', bereik: 'mail', email: 'zoe@caw.example' },
  { wie: 'dienst', naam: 'Mia Maes', dienst: 'Wonen Voorbeeld', bereik: 'mail', email: 'mia@wonen.example' },
  { wie: 'dienst', naam: 'Bart Claes', dienst: 'Thuiszorg Voorbeeld', bereik: 'telefoon', telefoon: '+3253000031' },
]

/** As many people as a table takes: a client, and services on mail. */
export const fullTable: readonly Seating[] = [
  client,
  ...Array.from({ length: 21 }, (_, at): Seating => {
    const number = String(at + 1).padStart(2, '0')
    return {
      wie: at === 0 ? 'spilfiguur' : 'dienst',
      naam: `Medewerker ${number} van ver weg`,
      dienst: `Dienst voor van alles ${number}`,
      bereik: 'mail',
      email: `medewerker${number}@dienst.example`,
      telefoon: `+32530041${number}`,
    }
  }),
]

export interface Laid {
  reference: string
  /** Of the overleg. */
  path: string
  /** Ids of who sits there, in the order they were given. */
  ids: string[]
}

/** By the prefix of a reference. */
const teams = {
  LCO: { network: 'aalst', holder: 'casemanager-aalst' },
  OTA: { network: 'ota', holder: 'bemiddelaar-ota' },
}
const teamOf = (reference: string) => teams[reference.startsWith('OTA') ? 'OTA' : 'LCO']

/** An aanmelding of OTA that a bemiddelaar holds. */
export async function assignedOta(work: TestWorkspace, soort: 'traject' | 'intervisie' = 'traject') {
  const visitor = work.visitor()
  const check = await fillForm(visitor, otaStart, ota[soort])
  work.clock.later(60)
  const receipt = await visitor.get(locationOf(await visitor.post(check)))
  const reference = referenceIn(await receipt.text()) ?? ''
  await place(work, reference, { state: 'toegewezen', holder: teams.OTA.holder })
  return { reference, path: `/werkruimte/dossier/${reference}/overleg` }
}

/** A request of Aalst that a casemanager holds; nothing of an overleg yet. */
export async function assigned(work: TestWorkspace): Promise<{ reference: string; path: string }> {
  const { reference, path } = await fileRequest(work)
  await place(work, reference, { state: 'toegewezen', holder: teams.LCO.holder })
  return { reference, path: `${path}/overleg` }
}

const rowOf = (seating: Seating, at: number): TableRow => ({
  at,
  wie: seating.wie,
  naam: seating.naam ?? '',
  dienst: seating.dienst ?? '',
  bereik: seating.bereik,
  email: seating.email ?? '',
  telefoon: seating.telefoon ?? '',
  beroepsgeheim: 'weet_niet',
  leaves: false,
  incomplete: false,
})

interface Laying {
  agreed?: boolean
  ids?: 'short' | 'real'
  /** Where it is, when not at a new request of Aalst. */
  at?: { reference: string; path: string }
}

/** The same with a table the client agreed to; not agreed when `agreed` is false. */
export async function laid(
  work: TestWorkspace,
  people: readonly Seating[] = aroundOneClient,
  { agreed = true, ids: kind = 'short', at }: Laying = {},
): Promise<Laid> {
  const { reference, path } = at ?? (await assigned(work))
  const withClient = people.some(({ wie }) => wie === 'client')
  const ids = people.map((_, at) => (kind === 'short' ? `p${at}` : randomBytes(8).toString('hex')))
  let given = 0
  await decideOn(work, reference, (found, act) =>
    saveTable(
      { ...found, addresses: new Map(), declined: [] },
      {
        ...act,
        withClient,
        applicant: undefined,
        newId: () => ids[given++] ?? 'pp',
        input: {
          rows: people.map(rowOf),
          ...(agreed && withClient ? { consent: { on: brusselsDate(act.now), how: 'zelf' as const } } : {}),
          speaksFreely: 'nee',
        },
      },
    ),
  )
  return { reference, path, ids }
}

export async function openOf(work: TestWorkspace, reference: string): Promise<OpenOverleg> {
  const network = findNetwork(teamOf(reference).network)
  const file = network && (await findInNetwork(work.deps.dossierFiles, network, reference, work.clock.now))
  const found = file && (await openOverleg(work.deps, file))
  if (!found) throw new Error(`No overleg of ${reference}`)
  return found
}

export const overlegOf = async (work: TestWorkspace, reference: string): Promise<Overleg> =>
  (await openOf(work, reference)).overleg

/** Decides as the holder, and stores it. */
export async function decideOn(
  work: TestWorkspace,
  reference: string,
  decide: (found: OpenOverleg, act: { by: string; now: Date }) => OverlegDecision | Decided,
): Promise<void> {
  const found = await openOf(work, reference)
  const { holder } = teamOf(reference)
  const content = demoContent(found.service.network.slug)
  const person = demoPerson(holder)
  const now = work.clock.now
  const decided = decide(found, { by: holder, now })
  if (decided.kind === 'refused') throw new Error(decided.reason)
  const stored = await storeDecision(work.deps, { found, content, decided, person, now })
  if (stored !== 'stored') throw new Error(stored)
}

/** Moments as instants: `['2021-04-27T12:00:00.000Z', '2021-04-27T13:30:00.000Z']`. */
export type Instants = readonly [start: string, end: string, suitsClient?: boolean]

export const withMoments = (work: TestWorkspace, reference: string, moments: readonly Instants[]): Promise<void> =>
  decideOn(work, reference, (found, act) =>
    saveMoments(
      found,
      {
        rows: moments.map(([start, end, suitsClient = true], at) => ({ at, start, end, suitsClient })),
        discussedOn: brusselsDate(act.now),
        clientDeclines: false,
      },
      act,
    ),
  )

export const askEverybody = (work: TestWorkspace, reference: string): Promise<void> => decideOn(work, reference, ask)

const somewhere: Practical = { vorm: 'fysiek', tolk: 'niet_nodig', place: 'Zaal 1', onlineLink: '' }
export const fixMoment = (work: TestWorkspace, reference: string, moment: string): Promise<void> =>
  decideOn(work, reference, (found, act) => fix(found, moment, somewhere, act))

/** Posts the fields of the page that is there, with these in their place; a form's own button by its name and value. */
export async function fillIn(visitor: Visitor, path: string, fields: Fields, address = path): Promise<Response> {
  const html = await (await visitor.get(address)).text()
  const { actie: _, kies: __, ...shown } = fieldsIn(html.slice(html.indexOf('<main')))
  return visitor.post(path, { ...shown, ...fields })
}

/** The rounds of mail about one overleg that left at once, by name: one item each, however large the table. */
export async function roundsOf(work: TestWorkspace, reference: string): Promise<string[]> {
  const items = (await work.items('loket')).filter(({ sk }) => String(sk).startsWith('MAIL#'))
  return items
    .flatMap(({ notification }) => {
      const about = notification as { kind: string; mail?: string; reference?: string } | undefined
      return about?.kind === 'overleg-ronde' && about.reference === reference ? [about.mail ?? ''] : []
    })
    .sort()
}
