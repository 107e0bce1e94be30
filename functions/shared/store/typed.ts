/** What somebody typed in a form, as a draft keeps it and as a page shows it again. */
import * as z from 'zod'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'

/** As typed, by page and field. */
export const typedSchema = z.record(z.string(), z.record(z.string(), z.array(z.string())))
type Typed = z.infer<typeof typedSchema>

/**
 * Bytes that all pages may have together, composed and as JSON: so many that the answers of a draft, sealed (4/3, RFC 7516), stay
 * below 128 KB too. The longest request that a form takes is a third of it.
 */
const mostTyped = 88 * 1024

export const isLarge = (typed: readonly Typed[]): boolean =>
  new TextEncoder().encode(JSON.stringify(typed).normalize('NFC')).length > mostTyped

export const storable = (raw: RawInput) => Object.fromEntries([...raw].map(([name, values]) => [name, [...values]]))

/** What was passed on of each page, as a browser would send it again. */
export const typedIn =
  ({ pages }: { pages: Typed }) =>
  (page: string): RawInput =>
    new Map(Object.entries(pages[page] ?? {}))

/** What stands on each page for whoever comes back to it. */
export const standingIn = ({ pages, unfinished }: { pages: Typed; unfinished: Typed }) =>
  typedIn({ pages: { ...pages, ...unfinished } })
