/** HTML that is made once: the words of a form never change, and making them again is half the work of a page. */
import { raw } from 'hono/html'

type Html = ReturnType<typeof raw>

const kept = new WeakMap<object, Map<string, Html>>()

/**
 * What `make` gives, kept with `about` (a question, a network) for each `variant`. Nothing of a person may be in it, or what
 * tells it apart must be in `variant`.
 */
export function keptHtml(about: object, variant: string, make: () => { toString(): string | Promise<string> }): Html {
  const variants = kept.get(about) ?? new Map<string, Html>()
  kept.set(about, variants)
  const html = variants.get(variant) ?? raw(make().toString())
  variants.set(variant, html)
  return html
}
