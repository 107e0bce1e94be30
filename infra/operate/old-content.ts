/**
 * What stood in forms/networks/ of a version that kept people, mailboxes and phone numbers there: 0.1.0, in Dutch words, and what came
 * between that and the content in the table (docs/decisions/018), in English ones.
 */
import * as z from 'zod'
import type { StoredContent } from '../../forms/kit/content-schema.ts'
import type { Network } from '../../forms/kit/network.ts'

const texts = z.array(z.string()).optional()
const text = z.string().optional()

const dutchPerson = z
  .object({
    id: z.string(),
    naam: z.string(),
    rol: z.string(),
    dienst: z.string(),
    email: z.string(),
    telefoon: z.string(),
  })
  .transform(({ naam, rol, dienst, telefoon, ...same }) => ({
    ...{ id: same.id, name: naam, role: rol, employer: dienst },
    ...{ email: same.email, phone: telefoon },
  }))
const person = z.object({
  ...{ id: z.string(), name: z.string(), role: z.string() },
  ...{ employer: z.string(), email: z.string(), phone: z.string() },
})

const dutchOffer = z
  .object({
    ...{ naam: z.string(), soort: z.string(), levensdomeinen: z.array(z.string()), domein: text, uitleg: z.string() },
    ...{ doelgroep: z.string(), doelstelling: text, visieEnWerkwijze: text, timing: text, instrumenten: texts },
    ...{ schema: texts, telefoon: text, website: text, nagekeken: text },
  })
  .transform((offer) => ({
    ...{ name: offer.naam, kind: offer.soort, levensdomeinen: offer.levensdomeinen, heading: offer.domein },
    ...{ description: offer.uitleg, audience: offer.doelgroep, goal: offer.doelstelling },
    ...{ approach: offer.visieEnWerkwijze, timing: offer.timing, instruments: offer.instrumenten, steps: offer.schema },
    ...{ phone: offer.telefoon, website: offer.website, checkedOn: offer.nagekeken },
  }))
const offer = z.object({
  ...{
    name: z.string(),
    kind: z.string(),
    levensdomeinen: z.array(z.string()),
    heading: text,
    description: z.string(),
  },
  ...{ audience: z.string(), goal: text, approach: text, timing: text, instruments: texts, steps: texts },
  ...{ phone: text, website: text, checkedOn: text },
})

/** Left out as it is not there, not as nothing: what is stored has no empty fields. */
const mailboxes = (triage?: string, deputy?: string, reply?: string) => filled({ triage, deputy, reply })

const dutchNetwork = z
  .object({
    ...{ mensen: z.array(dutchPerson), aanbod: z.record(z.string(), dutchOffer) },
    ...{ triageEmail: text, plaatsvervangerEmail: text, antwoordEmail: text },
  })
  .transform(({ mensen, aanbod, triageEmail, plaatsvervangerEmail, antwoordEmail }) => ({
    ...{ people: mensen, aanbod, mailboxes: mailboxes(triageEmail, plaatsvervangerEmail, antwoordEmail) },
  }))
const englishNetwork = z
  .object({
    ...{ people: z.array(person), aanbod: z.record(z.string(), offer) },
    ...{ triageEmail: text, deputyEmail: text, replyEmail: text },
  })
  .transform(({ triageEmail, deputyEmail, replyEmail, ...same }) => ({
    ...{ ...same, mailboxes: mailboxes(triageEmail, deputyEmail, replyEmail) },
  }))
const oldNetwork = z.union([dutchNetwork, englishNetwork])

/** Not judged yet: given to content-problems.ts as what somebody typed. */
interface OldContent {
  people: readonly object[]
  mailboxes: Partial<StoredContent['mailboxes']>
  /** By the key it has today. */
  aanbod: Record<string, object>
}

/** Of what one old file exports; undefined when that is no network with people. */
export function contentOfOld(exported: unknown, today: Pick<Network, 'aanbod'>): OldContent | undefined {
  const read = oldNetwork.safeParse(exported)
  if (!read.success) return undefined
  const { people, mailboxes, aanbod } = read.data
  return { people, mailboxes, aanbod: Object.fromEntries(changedOffers(aanbod, today)) }
}

/**
 * Only those that today's file names as well, with what is content of them (phone, website, date): what they say of themselves is that of
 * today's file, which was written after it; for where and by which form stays in the file alone.
 */
function changedOffers(old: Record<string, z.infer<typeof offer>>, { aanbod }: Pick<Network, 'aanbod'>) {
  return Object.entries(aanbod).flatMap(([key, { formerly = [], alsoFor: _a, postcodes: _p, form: _f, ...first }]) => {
    const name = [key, ...formerly].find((one) => Object.hasOwn(old, one))
    const { phone, website, checkedOn } = (name === undefined ? undefined : old[name]) ?? {}
    return phone || website ? [[key, { ...first, ...filled({ phone, website, checkedOn }) }] as const] : []
  })
}

const filled = <Value>(fields: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  )
