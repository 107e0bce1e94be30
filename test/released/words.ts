/**
 * Every word that stored items may name, as today's code has it: what `forms/released.json` keeps of all versions
 * (docs/decisions/016).
 */
import { findForm, networkForms, networks } from '../../forms/index.ts'
import { answers, eventSchema } from '../../forms/kit/events/events.ts'
import { inviteeSchema, lists } from '../../forms/kit/events/rsvp.ts'
import type { Form } from '../../forms/kit/form.ts'
import { dossierSchema } from '../../forms/kit/lifecycle/dossier.ts'
import { drempels } from '../../forms/kit/lifecycle/lifecycle.ts'
import { notificationSchema, taskReasons } from '../../forms/kit/post/notifications.ts'
import type { Question } from '../../forms/kit/questions/questions.ts'
import { listViews } from '../../functions/shared/store/consultations.ts'
import { lineSchema } from '../../functions/shared/store/logbook.ts'
import { outboxItemSchema } from '../../functions/shared/store/outbox-item.ts'

type Names = readonly string[]

// A type, as `merged` walks through it by name.
export type Words = {
  /** Of each form of each network. */
  states: Record<string, Record<string, Names>>
  /** Of each form, with the values of its options, columns, or fields. */
  questions: Record<string, Record<string, Names>>
  /** Of each network. */
  offers: Record<string, Names>
  /** Kinds of mail. */
  mails: Names
  /** Words of the store itself: they are read for ever. */
  fixed: Record<string, Names>
}

const byName = <Thing, Value>(things: readonly Thing[], entry: (thing: Thing) => [string, Value]) =>
  Object.fromEntries(things.map(entry))

const partsOf = (question: Question): Names => {
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return question.options.map(({ value }) => value)
    case 'rows':
      return question.columns.map(({ name }) => name)
    case 'perChoice':
      return question.fields.map(({ name }) => name)
    default:
      return []
  }
}

export const questionsIn = ({ pages }: Form): readonly Question[] => pages.flatMap(({ questions }) => questions)

const offered: readonly Form[] = [...new Set(networks.flatMap(networkForms).map(({ form }) => form.slug))].flatMap(
  (slug) => findForm(slug) ?? [],
)

const { status, reason, fate } = outboxItemSchema.shape
const { kind } = lineSchema.shape

export const wordsOfToday = (): Words => ({
  states: byName(networks, (network) => [
    network.slug,
    byName(networkForms(network), ({ form }) => [form.slug, form.lifecycle.states.map(({ name }) => name)]),
  ]),
  questions: byName(offered, (form) => [
    form.slug,
    byName(questionsIn(form), (question) => [question.name, partsOf(question)]),
  ]),
  offers: byName(networks, ({ slug, aanbod }) => [slug, Object.keys(aanbod)]),
  mails: notificationSchema.options.map((option) => option.shape.kind.value),
  fixed: {
    'dossier.outcome': dossierSchema.shape.outcome.options,
    drempels: drempels.map(({ value }) => value),
    'event.soort': eventSchema.shape.soort.options,
    'event.toegang': eventSchema.shape.toegang.options,
    'invitee.antwoord': answers,
    'invitee.bron': inviteeSchema.shape.bron.options,
    'invitee.list': lists,
    'logbook.kind': kind.options,
    'list.view': listViews,
    'mail.status': status.options,
    'mail.reason': reason.unwrap().options,
    'mail.fate': fate.unwrap().options,
    'mail.why': taskReasons,
  },
})

type Tree = { [name: string]: Tree | Names } | Names

/** All of both, in the order of the first. */
export function merged<Kept extends Tree>(kept: Kept, today: Kept): Kept
export function merged(kept: Tree, today: Tree): Tree {
  if (Array.isArray(kept) && Array.isArray(today)) return [...new Set([...kept, ...today])]
  const [one, other] = [kept as Record<string, Tree>, today as Record<string, Tree>]
  return Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => {
      const [had, has] = [one[name], other[name]]
      return [name, had && has ? merged(had, has) : (had ?? has ?? [])]
    }),
  )
}
