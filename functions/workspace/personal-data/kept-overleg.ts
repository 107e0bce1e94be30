/** An overleg as it is kept, opened: for who asks what we keep, and for the file they take along. */
import { type Details, fullNameOf, noDetails, readDetails } from '../../../forms/kit/overleg/details.ts'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import { meetingOf, type Overleg, type Seated } from '../../../forms/kit/overleg/overleg.ts'
import { comesTo, type Said, type SaidBy, saidBy } from '../../../forms/kit/overleg/said.ts'
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
 * What of an overleg tells of others than whoever asked: a person decides per passage whether it goes along (GDPR art. 15(4)). What
 * does not is named in the file.
 */
export const passages = {
  tafel: 'Wie aan tafel zit: namen, diensten en telefoonnummers',
  momenten: 'De momenten, de dag en de plaats',
  antwoorden: 'Wat ieder antwoordde, en wie er was',
  besluiten: 'Wat is beslist, en waarom het niet doorging',
  veiligheid: 'Of de cliënt vrij kan spreken',
} as const
export type Passage = keyof typeof passages

/** In a posted form: `01.tafel`. */
export const passageKey = ({ number }: Pick<Overleg, 'number'>, passage: Passage): string => `${number}.${passage}`

export const passageNames = Object.keys(passages) as Passage[]

export function exportOfOverleg({ overleg, details, said }: OpenKept, chosen: readonly string[]) {
  const people = everSeated(overleg)
  const whole: Record<Passage, unknown> = {
    tafel: people.map((one) => ({
      ...{ id: one.id, rol: seatInWords[one.wie], naam: fullNameOf(details, one.id) },
      ...{ telefoon: details.names[one.id]?.telefoon ?? '', bereik: one.bereik ?? null },
      ...{ beroepsgeheim: one.beroepsgeheim, akkoordOp: one.agreedOn ?? null, weg: one.leftAt ?? null },
    })),
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
  const along = passageNames.filter((passage) => chosen.includes(passageKey(overleg, passage)))
  return {
    nummer: overleg.number,
    soort: overleg.noun,
    stand: overleg.state,
    akkoordCliënt: overleg.consent ?? null,
    ...Object.fromEntries(along.map((passage) => [passage, whole[passage]])),
    // By name, so that somebody can ask for it.
    nietMeegegeven: passageNames.filter((passage) => !along.includes(passage)),
  }
}
