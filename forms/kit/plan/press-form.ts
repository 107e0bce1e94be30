/** What a guest sends from the page of their plan, understood: one afspraak, and what they say of it. */

import { cleanText } from '../clean.ts'
import type { RawInput } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import { type Stand, stands } from './plan-said.ts'

/** Field of what is said of an afspraak. */
export const standField = (afspraak: string): string => `stand.${afspraak}`
const fieldShape = /^stand\.([a-z0-9]{1,20})$/

/** Every field the page can send, each at most once; an afspraak that was dropped may still be answered. */
export const standFields = (raw: RawInput): ReadonlyMap<string, boolean> =>
  new Map([...raw.keys()].filter((name) => fieldShape.test(name)).map((name) => [name, false]))

export interface Press {
  afspraak: string
  as: Stand
}

/** `first`: the field that an error leads to. */
export function readPress(typed: RawInput, first: string): Press | { errors: readonly FieldError[] } {
  const sent = [...typed].flatMap(([name, values]) => {
    const [, afspraak] = fieldShape.exec(name) ?? []
    const as = stands.find((one) => one === cleanText(values[0] ?? ''))
    return afspraak ? [{ afspraak, as }] : []
  })
  const [press, second] = sent
  if (press?.as && !second) return { afspraak: press.afspraak, as: press.as }
  return { errors: [{ name: first, message: 'Kies bij één afspraak wat u wilt melden' }] }
}
