/** What a table that was in use tells of people since a moment, for one that came back from a backup (infra/operate/). */
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { auditPrefix, personIn, referenceIn } from './keys.ts'
import { scanEach } from './scan-all.ts'

const lineSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  at: z.iso.datetime(),
  who: z.string(),
  what: z.string(),
  to: z.string().optional(),
  ttl: z.number(),
})
export type SaidLine = z.infer<typeof lineSchema>

/** An account, or an invitation, that was taken away. */
const accountLines = ['ontkoppeld', 'ingetrokken']
export const addressLine = 'adres verbeterd'

/** Reads the whole table: no function may. Lines, oldest first, and the ids of all who unsubscribed: of those the old table does not tell when. */
export async function saidSince({ dynamo, tables }: Connection, since: Date) {
  const lines: SaidLine[] = []
  const unsubscribed: string[] = []
  for await (const item of scanEach(dynamo, { TableName: tables.loket })) {
    if (item.afgemeld === true && typeof item.id === 'string') unsubscribed.push(item.id)
    const line = lineSchema.safeParse(item)
    if (line.success && line.data.at >= since.toISOString() && isAboutPerson(line.data)) lines.push(line.data)
  }
  return { lines: lines.sort((one, other) => (one.at < other.at ? -1 : 1)), unsubscribed }
}

/** Of a dossier every move: only its form tells which state is withdrawn. */
function isAboutPerson({ pk, sk, what, to }: SaidLine): boolean {
  if (!sk.startsWith(auditPrefix)) return false
  return personIn(pk)
    ? accountLines.includes(what)
    : referenceIn(pk) !== undefined && (what === addressLine || to !== undefined)
}
