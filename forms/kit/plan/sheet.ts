/**
 * The client's sheet: the plan in plain words on paper, one for each client of a family (docs/overleg.md §9). It is read or printed
 * before the client agrees, with a line for the day; and again once they did. What another client told alone is on none but theirs.
 */

import { markOnPaper } from '../mark-on-paper.ts'
import type { Network } from '../network.ts'
import { calledWithin, type Details } from '../overleg/details.ts'
import { type Caller, onPaper, withoutPhone } from '../overleg/letter.ts'
import { isClose, type Overleg, type Seated, seatOf } from '../overleg/overleg.ts'
import { capitalised } from '../text.ts'
import { dateInWords } from '../time.ts'
import type { Afspraak, When } from './action-plan.ts'
import { noGoalTexts } from './plan-texts.ts'
import type { SheetAfspraak, SheetContent, SheetPart } from './sheet-content.ts'
import { type Fitted, fitted } from './sheet-length.ts'
import type { ShownPlan } from './shown-plan.ts'

export interface SheetInput {
  shown: ShownPlan
  overleg: Pick<Overleg, 'reference' | 'participants'>
  details: Pick<Details, 'names'>
  /** Whose sheet it is. */
  to: Seated
  caller: Caller
  /** Absent as long as the network gave none. */
  sender: Network['sender'] | undefined
}

export type Sheet = SheetContent & Fitted

export function sheetOf(input: SheetInput): Sheet {
  const { shown, overleg, to, caller, sender } = input
  const { version, goals, texts, evaluationOn } = shown
  const agreed = version?.agreed.find(({ client }) => client === to.id)
  const wished = (when: When) =>
    goals.flatMap(({ domein, wanneer }) => (wanneer === when ? (texts.goals[domein]?.doel ?? '') : '') || [])
  const content: SheetContent = {
    mark: markOnPaper(overleg),
    discussedOn: agreed && dateInWords(agreed.on),
    first: wished('eerst'),
    later: wished('later'),
    good: goals.flatMap(({ domein }) => sentence(texts.goals[domein]?.goed ?? '') || []).join(' '),
    parts: partsOf(input),
    lookOn: evaluationOn && dateInWords(evaluationOn),
    caller,
    foot: sender && withoutPhone(sender),
  }
  return { ...content, ...fitted(content) }
}

/** With an end, so that what comes after it can be read aloud. */
const sentence = (text: string): string => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`)

/** Whose sheet can be asked for: the first client's unless said otherwise; undefined when that is nobody of the family. */
export const sheetFor = (family: readonly Seated[], id: string | undefined): Seated | undefined =>
  id ? family.find((one) => one.id === id) : family[0]

/** The client, their family, who stands beside them, services; in each as it was written. */
function partsOf(input: SheetInput): SheetPart[] {
  const parts = new Map<string, SheetPart & { rank: number }>()
  for (const one of input.shown.afspraken) {
    if (one.wie === undefined) continue
    const { title, rank } = headOf(input, one.wie)
    const { afspraken = [] } = parts.get(title) ?? {}
    parts.set(title, { title, rank, own: rank === 0, afspraken: [...afspraken, onSheet(input, one)] })
  }
  return [...parts.values()].sort((one, other) => one.rank - other.rank).map(({ rank: _, ...part }) => part)
}

function headOf(input: SheetInput, id: string): { title: string; rank: number } {
  const who = seatOf(input.overleg, id)
  if (!who) return { title: 'We zoeken nog wie dit doet', rank: 4 }
  if (id === input.to.id) return { title: 'U doet', rank: 0 }
  const rank = who.wie === 'client' ? 1 : isClose(who) ? 2 : 3
  return { title: `${capitalised(onPaper(who, input.details))} doet`, rank }
}

function onSheet(input: SheetInput, one: Afspraak & { toAsk?: true | undefined }): SheetAfspraak {
  const { shown, to } = input
  const { id, waarom, toAsk = false } = one
  const { texts } = shown
  return {
    id,
    what: texts.afspraken[id] ?? '',
    how: [doneBy(input, one), byWhen(shown, one)].filter(Boolean).join(' '),
    why: (waarom === undefined ? noGoalTexts : (texts.goals[waarom] ?? noGoalTexts)).doel,
    toAsk,
    disagreed: texts.disagreed[id]?.[to.id] ?? '',
  }
}

/** "Els, samen met u." Who does it stands above already, but for the person of a service. */
function doneBy(input: SheetInput, { wie, met }: Afspraak): string {
  const who = seatOf(input.overleg, wie)
  const by = who && personOf(input, who)
  const helper = seatOf(input.overleg, met)
  const along = helper && helper.id !== who?.id && `samen met ${helperName(input, helper)}`
  return by || along ? `${capitalised([by, along].filter(Boolean).join(', '))}.` : ''
}

/** The first name of whoever comes for a service; undefined where nobody is named. */
function personOf({ details }: SheetInput, { id, wie }: Seated): string | undefined {
  if (wie === 'client' || isClose({ wie })) return undefined
  const { first, beside } = calledWithin(details, id)
  return beside ? first.split(' ')[0] : undefined
}

/** By a first name alone only who does something else on this sheet: there it says where they work. */
function helperName(input: SheetInput, who: Seated): string {
  if (who.id === input.to.id) return 'u'
  const person = personOf(input, who)
  const called = onPaper(who, input.details)
  if (person === undefined) return called
  return input.shown.afspraken.some(({ wie }) => wie === who.id) ? person : `${person} van ${called}`
}

/** "Tegen vrijdag 14 mei." Without its year: the look back is at most half a year away; a day after it says its year. */
function byWhen({ evaluationOn }: ShownPlan, { tegen }: Afspraak): string {
  if (tegen === undefined) return 'Tot we samen kijken.'
  const day = dateInWords(tegen)
  return `Tegen ${evaluationOn !== undefined && tegen <= evaluationOn ? day.replace(/ \d{4}$/, '') : day}.`
}
