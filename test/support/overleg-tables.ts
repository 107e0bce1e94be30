/** Who sits at the table of an overleg in a test, and when: rows as its page keeps them, and moments as they are proposed. */

import type { OverlegNow } from '../../forms/kit/overleg/decide.ts'
import type { Span } from '../../forms/kit/overleg/moments.ts'
import type { TableRow } from '../../forms/kit/overleg/table.ts'
import { brusselsInstant } from '../../forms/kit/time.ts'
import { aanvraag } from './lco.ts'

/** A row of the table; what is not said is a service on mail, bound by professional secrecy. */
export type TestRow = Partial<TableRow>

/** A moment that is proposed; unless it says so, the client can make it. */
export type TestMoment = Span & { suitsClient?: boolean }

/** From a Brussels local time ("2026-12-15T14:00"), ninety minutes long unless that is said. */
export function spanAt(local: string, minutes = 90): Span {
  const start = brusselsInstant(local)
  return { start: start.toISOString(), end: new Date(start.getTime() + minutes * 60_000).toISOString() }
}

/** Three moments, of which the client cannot make the last. */
export const usualMoments: readonly TestMoment[] = [
  spanAt('2026-12-07T09:30'),
  spanAt('2026-12-08T13:00'),
  { ...spanAt('2026-12-09T14:00'), suitsClient: false },
]

/** Two moments of two hours, in the week after Monday 23 November 2026. */
export const twoMoments: readonly TestMoment[] = [spanAt('2026-12-01T14:00', 120), spanAt('2026-12-03T09:00', 120)]

/** As many moments as are proposed at once, each on a working day of April 2021; the client cannot make the fourth. */
export const eightMoments: readonly TestMoment[] = ['12', '13', '14', '15', '16', '19', '20', '21'].map((day, at) => ({
  ...spanAt(`2021-04-${day}T10:00`),
  suitsClient: at !== 3,
}))

const client: TestRow = { wie: 'client', bereik: 'brief' }

/** The client, who is reached by letter; and two services and somebody they trust, on mail. */
export const usualTable: readonly TestRow[] = [
  client,
  { wie: 'spilfiguur', dienst: 'OCMW Voorbeeld', naam: 'Sam Voorbeeld', email: 'sam@ocmw.example' },
  { dienst: 'CAW Voorbeeld', naam: 'Noor Voorbeeld', email: 'noor@caw.example', telefoon: '+32478123456' },
  { wie: 'vertrouwensfiguur', naam: 'Buur Voorbeeld', email: 'buur@mail.example', beroepsgeheim: 'nee' },
]

/** A client, their fixed contact, two services on mail and one on the phone; nobody knows who is bound by secrecy. */
export const tableOfFive: readonly TestRow[] = [
  client,
  { wie: 'spilfiguur', naam: 'Els Baert', dienst: 'OCMW Voorbeeld', email: 'els@ocmw.example' },
  { naam: 'Zoë D’Hondt', dienst: 'CAW Voorbeeld', email: 'zoe@caw.example' },
  { naam: 'Mia Maes', dienst: 'Wonen Voorbeeld', email: 'mia@wonen.example' },
  { naam: 'Bart Claes', dienst: 'Thuiszorg Voorbeeld', bereik: 'telefoon', telefoon: '+3253000031' },
].map((row): TestRow => ({ beroepsgeheim: 'weet_niet', ...(row as TestRow) }))

/** The client on paper, the applicant of the request of the seed (`lco.ts`) and a service by mail, a centre by phone. */
export const tableOfApplicant: readonly TestRow[] = [
  client,
  { naam: 'Noor Voorbeeld', dienst: 'CAW Voorbeeld', email: aanvraag.gegevens.email },
  { wie: 'spilfiguur', naam: 'Sam Spil', dienst: 'OCMW Voorbeeld', email: 'sam@ocmw.example' },
  { naam: 'Bo Beller', dienst: 'CLB Voorbeeld', bereik: 'telefoon', telefoon: '+3253111111' },
]

/** Who sits at that table, by the ids they get. */
export const idsOfApplicant = { client: 'p0', applicant: 'p1', keyPerson: 'p2', byPhone: 'p3' } as const

/** As many people as a table takes: a client, and services on mail. */
export const fullTable: readonly TestRow[] = [
  client,
  ...Array.from({ length: 21 }, (_, at): TestRow => {
    const number = String(at + 1).padStart(2, '0')
    return {
      wie: at === 0 ? 'spilfiguur' : 'dienst',
      naam: `Medewerker ${number} van ver weg`,
      dienst: `Dienst voor van alles ${number}`,
      email: `medewerker${number}@dienst.example`,
      telefoon: `+32530041${number}`,
      beroepsgeheim: 'weet_niet',
    }
  }),
]

/** A whole row, in this place on the page. */
export const rowAt = (row: TestRow, at = 0): TableRow => ({
  wie: 'dienst',
  naam: '',
  dienst: '',
  bereik: 'mail',
  email: '',
  telefoon: '',
  beroepsgeheim: 'ja',
  leaves: false,
  incomplete: false,
  ...row,
  at,
})

/** The rows of the page of a table that is kept already. */
export const rowsOf = (
  { overleg, details }: Pick<OverlegNow, 'overleg' | 'details'>,
  emailOf: (id: string) => string | undefined,
): TableRow[] =>
  Object.entries(overleg.participants)
    .filter(([, { leftAt }]) => leftAt === undefined)
    .sort(([, one], [, other]) => one.place - other.place)
    .map(([id, { wie, bereik, beroepsgeheim }], at) =>
      rowAt(
        {
          ...{ id, wie, beroepsgeheim, email: emailOf(id) ?? '' },
          ...(bereik ? { bereik } : {}),
          ...details.names[id],
        },
        at,
      ),
    )
