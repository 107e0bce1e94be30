/** The tables of one form: what is counted of its requests in a year, in the words of the report (docs/decisions/035). */
import { pagesWithCall, type Service } from '../form.ts'
import { drempels } from '../lifecycle/lifecycle.ts'
import { outcomes } from '../plan/action-plan.ts'
import type { Rule } from '../questions/criteria.ts'
import type { ChoiceQuestion, Question, TextQuestion } from '../questions/questions.ts'
import { capitalised } from '../text.ts'
import { askedValue } from './facts.ts'
import type { Difference, Group, Table } from './model.ts'
import { rowsOf, table, yesOrNo } from './table.ts'
import { counterOf } from './tally.ts'
import { dayClasses, numberClasses, variables } from './variables.ts'

/** All that came in; and those of them that were not withdrawn, about which everything else is counted. */
const received = 'aanvragen'
const kept = 'aanvragen-niet-gestopt'

/** The tables of a form as its words and questions make them, and what people read between two of them. */
export function tablesOf(service: Service): { tables: Table[]; differences: Difference[] } {
  const questions = askedOf(service)
  const all = [
    ...[wayTable(service), ...outcomeTables(service)],
    ...[...questionTables(service, questions), ...workTables(service)],
  ]
  return { tables: all.map((one) => withOwnGroups(one, questions)), differences: differencesOf(service) }
}

type Asked = ChoiceQuestion | (TextQuestion & { kind: 'wholeNumber' })

function wayTable({ form: { lifecycle, noun } }: Service): Table {
  const states = lifecycle.states.filter(({ counted }) => counted)
  const ways = states.map(({ name, counted }) => ({ value: name, label: counted?.as ?? name }))
  const rows = rowsOf(variables.weg, ways)
  const stopped = states.filter(({ withdrawn }) => withdrawn).map(({ name }) => counterOf(variables.weg, name))
  return table({
    ...{ id: variables.weg, total: received, rows },
    title: `Waar ging elke ${noun} naartoe?`,
    hint: 'Alles wat in dit jaar binnenkwam. Elk telt één keer.',
    groups: [{ node: kept, rows: rows.map(({ id }) => id).filter((id) => !stopped.includes(id)) }],
  })
}

const outcomeTables = ({ settings: { criteria } }: Service): Table[] => (criteria.length > 0 ? [outcomeTable] : [])

const outcomeTable = table({
  ...{ id: variables.uitkomst, total: kept },
  title: 'Paste het meteen?',
  hint: 'Zonder wat gestopt is.',
  rows: rowsOf(variables.uitkomst, [
    { value: 'voldoet', label: 'Ja' },
    { value: 'twijfel', label: 'De coördinator keek het na' },
  ]),
})

/** The questions that are counted, each with whom it is asked. */
interface Counting {
  question: Asked
  /** Choices of another counted question that make it asked; undefined: always. */
  of: { question: string; values: readonly string[] } | undefined
}

/** What is asked on conditions that no counted number tells, is not shown: what is between the two could be small. */
function askedOf(service: Service): Counting[] {
  const pages = pagesWithCall(service)
  return pages.flatMap((page) =>
    page.questions.flatMap((question): Counting[] => {
      if (!question.trend || !isAsked(question)) return []
      const rules = [page.when, question.when].filter((rule) => rule !== undefined)
      const of = rules.length === 0 ? undefined : choicesOf(rules)
      return of === 'unknown' || question.optional ? [] : [{ question, of }]
    }),
  )
}

const isAsked = (question: Question): question is Asked =>
  question.kind === 'choice' || question.kind === 'choices' || question.kind === 'wholeNumber'

/** The choices of one question for which all of these hold. */
function choicesOf(rules: readonly Rule[]): Counting['of'] | 'unknown' {
  const [first, ...others] = rules.map(choicesIn)
  if (!first || others.some((other) => other?.question !== first.question)) return 'unknown'
  return {
    question: first.question,
    values: first.values.filter((value) => others.every((other) => other?.values.includes(value))),
  }
}

/** Undefined for a rule about more than the choices of one question. */
function choicesIn(rule: Rule): NonNullable<Counting['of']> | undefined {
  if ('is' in rule) return rule.unsure === undefined ? { question: rule.question, values: [rule.is].flat() } : undefined
  if (!('anyOf' in rule)) return undefined
  const all = rule.anyOf.map(choicesIn)
  const question = all[0]?.question
  if (question === undefined || all.some((one) => one?.question !== question)) return undefined
  return { question, values: all.flatMap((one) => one?.values ?? []) }
}

/** The number of those who are asked: a row of the other question, or some of its rows together. */
const nodeOf = (of: Counting['of']): string => {
  if (!of) return kept
  const [only, ...more] = of.values
  return only !== undefined && more.length === 0
    ? counterOf(of.question, only)
    : `${of.question}:${of.values.join('+')}`
}

const groupsOf = (question: string, all: readonly Counting[]): Group[] => {
  const groups = all.flatMap(({ of }): Group[] =>
    of?.question === question && of.values.length > 1
      ? [{ node: nodeOf(of), rows: of.values.map((value) => counterOf(question, value)) }]
      : [],
  )
  return groups.filter(({ node }, at) => groups.findIndex((other) => other.node === node) === at)
}

const withOwnGroups = (one: Table, all: readonly Counting[]): Table => {
  const groups = [...one.groups, ...groupsOf(one.id, all)]
  return { ...one, groups, mergeable: one.mergeable && groups.length === 0 }
}

const questionTables = ({ form, settings }: Service, all: readonly Counting[]): Table[] =>
  all.map(({ question, of }) =>
    table({
      ...{ id: question.name, total: nodeOf(of), rows: rowsOf(question.name, valuesOf(question)) },
      title: question.readAs ?? question.label,
      hint: question.kind === 'choices' ? `Eén ${form.noun} telt bij alles wat gekozen is.` : 'Zonder wat gestopt is.',
      kind: question.kind === 'choices' ? 'several' : 'one',
      mergeable: question.kind === 'choice',
      atLeast: leastOf(
        question.name,
        settings.criteria.map(({ rule }) => rule),
      ),
    }),
  )

/** By a criterion, that so many must be chosen. */
const leastOf = (question: string, rules: readonly Rule[]): number =>
  Math.max(1, ...rules.flatMap((rule) => ('atLeast' in rule && rule.question === question ? [rule.atLeast] : [])))

const valuesOf = (question: Asked): readonly { value: string; label: string }[] =>
  question.kind === 'wholeNumber'
    ? numberClasses
    : question.options.map(({ value, label, readAs }) => ({ value, label: readAs ?? label }))

const heldFirst = counterOf(variables.overleg, 'eerste')
const held = 'overleggen'
export const noDrempel = counterOf(variables.drempels, 'geen')
export const someDrempel = 'drempels-gezien'
export const drempelsAsked = counterOf(variables.drempels, askedValue)
const answeredArrived = 'aangekomen-geweten'

/** Tables of what was done with it. */
function workTables({ form, settings }: Service): Table[] {
  const { overleg, plan } = form
  return [
    ...(overleg ? [overlegTable, daysTable] : []),
    ...(overleg?.withClient ? [clientTable] : []),
    table({
      ...{ id: 'drempel', total: drempelsAsked },
      title: 'Zagen we een drempel?',
      hint: 'Gevraagd wanneer we een dossier afsluiten of doorverwijzen.',
      rows: [
        { id: someDrempel, label: 'Ja' },
        { id: noDrempel, label: 'Nee' },
      ],
    }),
    table({
      ...{ id: variables.drempels, total: someDrempel, kind: 'several' },
      title: 'Welke drempels zagen we?',
      hint: 'Er kon meer dan één drempel zijn.',
      rows: rowsOf(
        variables.drempels,
        drempels.filter(({ value }) => value !== 'geen'),
      ),
    }),
    table({
      ...{ id: variables.aangekomen, total: answeredArrived },
      title: 'Is de cliënt bij het andere aanbod geraakt?',
      hint: 'Waarvan we het weten.',
      rows: rowsOf(variables.aangekomen, yesOrNo),
    }),
    ...(plan ? [outcomesTable] : []),
    table({
      ...{ id: variables.geweigerd, total: counterOf(variables.geweigerd, askedValue), kind: 'several' },
      title: `Waarom paste een ${form.noun} niet?`,
      hint: 'Wat niet verstuurd kon worden. Er kon meer dan één reden zijn.',
      rows: rowsOf(
        variables.geweigerd,
        settings.criteria.map(({ name, reason }) => ({ value: name, label: reason })),
      ),
    }),
  ]
}

const overlegTable = table({
  ...{ id: variables.overleg, total: held },
  title: 'Hoe vaak zaten we samen?',
  hint: 'Overleggen die in dit jaar gehouden zijn.',
  rows: rowsOf(variables.overleg, [
    { value: 'eerste', label: 'Een eerste overleg' },
    { value: 'vervolg', label: 'Een volgend overleg' },
  ]),
})

const daysTable = table({
  ...{ id: variables.dagen, total: heldFirst },
  title: 'Hoe snel was er een overleg?',
  hint: 'Werkdagen tussen de aanvraag en het eerste overleg.',
  rows: rowsOf(variables.dagen, dayClasses),
})

const clientTable = table({
  ...{ id: variables.client, total: held },
  title: 'Zat de cliënt mee aan tafel?',
  hint: 'Alle overleggen van dit jaar.',
  rows: rowsOf(variables.client, yesOrNo),
})

const outcomesTable = table({
  ...{ id: variables.afspraken, total: 'afspraken-geëvalueerd' },
  title: 'Wat gelukt is',
  hint: 'Afspraken die in dit jaar geëvalueerd zijn.',
  rows: rowsOf(
    variables.afspraken,
    outcomes.map((value) => ({ value, label: capitalised(value.replaceAll('_', ' ')) })),
  ),
})

/** Numbers that people take from each other though no table does. */
function differencesOf({ form: { lifecycle, overleg } }: Service): Difference[] {
  const { assigned } = lifecycle
  const referred = lifecycle.states.find(({ together }) => together)?.name
  return [
    ...(overleg && assigned ? [{ whole: counterOf(variables.weg, assigned), part: heldFirst }] : []),
    ...(referred ? [{ whole: counterOf(variables.weg, referred), part: answeredArrived }] : []),
  ]
}
