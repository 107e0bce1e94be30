/** An overleg as it is kept, opened: for who asks what we keep, and for the file they take along. */
import { type Details, fullNameOf, noDetails, readDetails } from '../../../forms/kit/overleg/details.ts'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import { meetingOf, type Overleg, type Seated } from '../../../forms/kit/overleg/overleg.ts'
import { comesTo, type Said, type SaidBy, saidBy } from '../../../forms/kit/overleg/said.ts'
import { leftOut } from '../../../forms/kit/passages.ts'
import { type KeptOverleg, sealedFor } from '../../shared/store/overlegs.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { hoursInWords, seatInWords } from '../overleg/words.ts'

export interface OpenKept {
  overleg: Overleg
  details: Details
  said: SaidBy
}

export async function openKept(
  { unseal }: Pick<WorkspaceDeps, 'unseal'>,
  { overleg, sealed, said }: KeptOverleg,
): Promise<OpenKept> {
  const details = sealed === undefined ? noDetails : readDetails(await unseal(sealedFor(overleg), sealed))
  return { overleg, details, said }
}

/** Who sits there or sat there. */
export const everSeated = ({ participants }: Overleg): Seated[] =>
  Object.entries(participants)
    .map(([id, participant]) => ({ id, ...participant }))
    .sort((one, other) => one.place - other.place)

const answersInWords = { kan: 'kan', kan_niet: 'kan niet', bel_mij: 'bel mij' } as const

/** "dinsdag 27 april 2021, van 14 tot 16 uur: kan" */
export function saidInWords({ moments, fixed }: Overleg, said: Said): string[] {
  const perMoment = moments.flatMap((moment) => {
    const answer = said.moments[moment.id]?.answer
    return answer ? [`${momentDay(moment)}, ${hoursInWords(moment)}: ${answersInWords[answer]}`] : []
  })
  const comes = comesTo(said, fixed?.number)
  return [
    ...perMoment,
    ...(comes ? [comes === 'ja' ? 'komt' : 'komt niet'] : []),
    ...(said.declinedAt ? [`doet niet mee, sinds ${said.declinedAt}`] : []),
  ]
}

/**
 * What of an overleg tells of others than whoever asked: a person decides per passage whether it goes along (GDPR art. 15(4)); of who
 * sits at the table, for each. What does not is named in the file.
 */
const passages = {
  momenten: 'De momenten, de dag en de plaats',
  antwoorden: 'Wat ieder antwoordde, en wie er was',
  besluiten: 'Wat is beslist, en waarom het niet doorging',
  veiligheid: 'Of de cliënt vrij kan spreken',
} as const
type Passage = keyof typeof passages

const names = Object.keys(passages) as Passage[]

/** In a posted form: `01.momenten`, of somebody at the table `01.tafel.p2`. */
const keyOf = ({ number }: Pick<Overleg, 'number'>, ...parts: readonly string[]): string => [number, ...parts].join('.')

/** Every passage, by its key, with what it is called. */
export const overlegPassages = ({ overleg, details }: OpenKept): [key: string, label: string][] => [
  ...everSeated(overleg).map(({ id, wie }): [string, string] => [
    keyOf(overleg, 'tafel', id),
    `Aan tafel: ${fullNameOf(details, id) || seatInWords[wie]}`,
  ]),
  ...names.map((name): [string, string] => [keyOf(overleg, name), passages[name]]),
]

export function exportOfOverleg({ overleg, details, said }: OpenKept, along: ReadonlySet<string>) {
  const people = everSeated(overleg)
  const whole: Record<Passage, unknown> = {
    momenten: {
      voorgesteld: overleg.moments,
      vast: overleg.fixed ?? null,
      ...{
        plaats: details.place,
        onlineLink: details.onlineLink,
        ...meetingOf(overleg),
      },
    },
    antwoorden: {
      perDeelnemer: people.map(({ id }) => ({ id, antwoorden: saidInWords(overleg, saidBy(said, id)) })),
      aanwezig: overleg.present ?? {},
    },
    besluiten: { besluiten: details.decisions, reden: details.reason },
    veiligheid: { vrijSpreken: details.speaksFreely ?? null },
  }
  const goes = (...parts: readonly string[]) => along.has(keyOf(overleg, ...parts))
  return {
    nummer: overleg.number,
    soort: overleg.noun,
    stand: overleg.state,
    akkoordCliënt: overleg.consent ?? null,
    tafel: people.map((one) => (goes('tafel', one.id) ? rowOf(one, details) : leftOut)),
    ...Object.fromEntries(names.map((name) => [name, goes(name) ? whole[name] : leftOut])),
    // By name, so that somebody can ask for it.
    nietMeegegeven: [
      ...(people.every(({ id }) => goes('tafel', id)) ? [] : ['tafel']),
      ...names.filter((name) => !goes(name)),
    ],
  }
}

const rowOf = (one: Seated, details: Details) => ({
  ...{ id: one.id, rol: seatInWords[one.wie], naam: fullNameOf(details, one.id) },
  ...{ telefoon: details.names[one.id]?.telefoon ?? '', bereik: one.bereik ?? null },
  ...{ beroepsgeheim: one.beroepsgeheim, akkoordOp: one.agreedOn ?? null, weg: one.leftAt ?? null },
})
