/**
 * All of a plan, for the organisation's own file: that file is the file, Loket's copy is not (docs/overleg.md §10). Never the answer
 * about safety, as nothing that is printed has it.
 */
import { drempels as barriers } from '../lifecycle/lifecycle.ts'
import { discussedInWords } from '../overleg/discussed-words.ts'
import { brusselsDate, dateInWords } from '../time.ts'
import type { Afspraak, NextAfter, Outcome } from './action-plan.ts'
import type { PlanNow } from './plan-decision.ts'
import { domainName } from './plan-gaps.ts'
import type { PlanOfForm } from './plan-of-form.ts'
import { planSaidOf } from './plan-said.ts'
import { noGoalTexts } from './plan-texts.ts'
import type { ShownPlan } from './shown-plan.ts'
import { standInWords } from './stand-words.ts'

export type Fact = readonly [label: string, text: string]

export interface WholePart {
  title: string
  facts: readonly Fact[]
  /** Smaller ones within it. */
  parts: readonly WholePart[]
}

export interface WholeInput extends PlanNow {
  shown: ShownPlan
  has: PlanOfForm
  names: {
    /** Of the table, also of who left it. */
    participant: (id: string) => string
    /** Of the network. */
    person: (id: string) => string
    offer: (key: string) => string
  }
}

export function wholePlan(input: WholeInput): WholePart {
  const { shown, has } = input
  const { version, goals, afspraken } = shown
  const served = (domein: string | undefined) => partsFor(input, (one) => one.waarom === domein)
  const known = new Set(goals.map(({ domein }) => domein))
  const loose = afspraken.some(({ waarom }) => waarom === undefined || !known.has(waarom))
  return {
    title: version ? `Plan van aanpak, versie ${version.number}` : 'Plan van aanpak, nog niet vastgelegd',
    facts: filled(aboutAll(input)),
    parts: [
      ...goals.map((goal) => ({
        title: domainName(has, goal.domein),
        facts: filled(aboutGoal(shown, goal)),
        parts: served(goal.domein),
      })),
      ...(loose
        ? [
            {
              title: 'Nog zonder doel',
              facts: [],
              parts: partsFor(input, ({ waarom }) => waarom === undefined || !known.has(waarom)),
            },
          ]
        : []),
      ...evaluationsOf(input),
    ],
  }
}

/** Only what is known. */
const filled = (facts: readonly (readonly [label: string, text: string | undefined])[]): Fact[] =>
  facts.flatMap(([label, text]): Fact[] => (text ? [[label, text]] : []))

function aboutAll({
  plan,
  shown: { version, evaluationOn },
  names,
}: WholeInput): (readonly [string, string | undefined])[] {
  const { reference, state, endedAt, keptElsewhereOn } = plan
  const agreed = version?.agreed ?? []
  return [
    ['Kenmerk', reference],
    ...agreed.map(
      ({ client, on, how }) =>
        [`Besproken met ${names.participant(client)}`, `${dateInWords(on)}, ${discussedInWords[how]}`] as const,
    ),
    ['Vastgelegd', version && `${dateInWords(brusselsDate(new Date(version.at)))}, door ${names.person(version.by)}`],
    ['Evaluatie', evaluationOn && dateInWords(evaluationOn)],
    ['Mag het hele plan lezen', version?.whole.map(names.participant).join('; ')],
    [state === 'gestopt' ? 'Gestopt' : 'Afgesloten', endedAt && dateInWords(brusselsDate(new Date(endedAt)))],
    ['Bewaard in eigen dossier', keptElsewhereOn && dateInWords(keptElsewhereOn)],
  ]
}

function aboutGoal({ texts }: ShownPlan, { domein, wanneer }: ShownPlan['goals'][number]) {
  const { goed, minder_goed, doel } = texts.goals[domein] ?? noGoalTexts
  return [
    ['Doel', doel && `‘${doel}’`],
    ['Wanneer', wanneer ?? 'nog niet gekozen'],
    ['Loopt goed', goed],
    ['Loopt minder goed', minder_goed],
  ] as const
}

const partsFor = (input: WholeInput, isIn: (one: Afspraak) => boolean): WholePart[] =>
  input.shown.afspraken.flatMap((one, at) => {
    const title = `Afspraak ${at + 1}. ${input.shown.texts.afspraken[one.id] ?? ''}`.trim()
    return isIn(one) ? [{ title, facts: filled(aboutAfspraak(input, one)), parts: [] }] : []
  })

const outcomeInWords: Readonly<Record<Outcome, string>> = {
  gelukt: 'gelukt',
  deels: 'deels gelukt',
  niet: 'niet gelukt',
  niet_meer_nodig: 'niet meer nodig',
}

function aboutAfspraak(
  input: WholeInput,
  { id, wie, met, tegen, agreedOn, aanbod, toAsk }: ShownPlan['afspraken'][number],
): (readonly [string, string | undefined])[] {
  const { plan, overleg, shown, names, said } = input
  const { outcome, on } = plan.outcomes[id] ?? {}
  const isGone = wie === undefined || overleg.participants[wie]?.leftAt !== undefined
  const stands = [wie, met].flatMap((who) => {
    const stand = who === undefined ? undefined : planSaidOf(said, who).stands[id]
    return who && stand ? [`${names.participant(who)}: ${standInWords[stand.stand]}, ${dayOf(stand.at)}`] : []
  })
  return [
    [
      'Wie doet dit',
      isGone
        ? ['zonder trekker', wie && `was ${names.participant(wie)}`].filter(Boolean).join(', ')
        : names.participant(wie),
    ],
    ['Samen met', met && names.participant(met)],
    ['Tegen', tegen ? dateInWords(tegen) : 'tot de evaluatie'],
    ['Afgesproken met wie dit doet', toAsk ? 'nog te vragen' : agreedOn && dateInWords(agreedOn)],
    ['Aanbod', aanbod && names.offer(aanbod)],
    ...Object.entries(shown.texts.disagreed[id] ?? {}).map(
      ([client, text]) => [`Hier is ${names.participant(client)} het niet mee eens`, `‘${text}’`] as const,
    ),
    ['Gemeld', stands.join('\n')],
    ['Uitkomst', outcome && on && `${outcomeInWords[outcome]}, ${dateInWords(on)}`],
  ]
}

const dayOf = (instant: string): string => dateInWords(brusselsDate(new Date(instant)))

const nextInWords: Readonly<Record<NextAfter, string>> = {
  overleg: 'een nieuw overleg',
  verder: 'verder met dit plan',
  afsluiten: 'afsluiten',
}

const evaluationsOf = ({ plan, texts, names }: WholeInput): WholePart[] =>
  plan.evaluations.map(({ on, version, next, drempels, by }, at) => ({
    title: `Evaluatie van versie ${version}, ${dateInWords(on)}`,
    facts: filled([
      ['Wat is gelukt', texts.gelukt[at]],
      ['Drempels', drempels.map((value) => barriers.find((one) => one.value === value)?.label ?? value).join(', ')],
      ['Hoe verder', nextInWords[next]],
      ['Door', names.person(by)],
    ]),
    parts: [],
  }))
