/** Where and how an overleg comes together, as its page is filled in (docs/overleg.md §4). Sealed: none of it is ever in a mail. */

import { cleanedIn } from '../clean.ts'
import type { RawInput } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import { isBlank, textProblem } from '../text.ts'
import type { OverlegNow, Practical } from './decide.ts'
import { forms, interpreters } from './overleg.ts'

/** Characters of a place with its address, and of a link. */
export const mostOfPlace = 300
export const mostOfLink = 1000

export const practicalFields: readonly (readonly [string, boolean])[] = [
  'moment',
  'vorm',
  'plaats',
  'online_link',
  'tolk',
  'revision',
].map((name) => [name, false])

/** Whether there is an interpreter. */
export const interpreterField = 'tolk'

/** What is known; before anything is, what the request asked for. `wished`: its answer to how it comes together. */
export function practicalBefore(
  { overleg, details }: Pick<OverlegNow, 'overleg' | 'details'>,
  { wished, needsInterpreter }: { wished: unknown; needsInterpreter: boolean },
): ReadonlyMap<string, readonly string[]> {
  const pairs: [string, string | undefined][] = [
    ['vorm', overleg.vorm ?? forms.find((one) => one === wished)],
    ['plaats', details.place],
    ['online_link', details.onlineLink],
    [interpreterField, overleg.tolk ?? (needsInterpreter ? 'aangevraagd' : 'niet_nodig')],
  ]
  return new Map(pairs.flatMap(([name, value]) => (value ? [[name, [value]] as const] : [])))
}

export type ReadPractical = { practical: Practical } | { errors: readonly FieldError[] }

export function readPractical(raw: RawInput): ReadPractical {
  const errors: FieldError[] = []
  const wrong = (name: string, message: string) => errors.push({ name, message })
  const value = (name: string) => cleanedIn(raw, name)
  const vorm = forms.find((one) => one === value('vorm'))
  const tolk = interpreters.find((one) => one === value('tolk'))
  const [place, onlineLink] = [value('plaats'), value('online_link')]
  if (!vorm) wrong('vorm', 'Kies hoe u samenkomt')
  const placeProblem = textProblem(place, mostOfPlace)
  if (placeProblem) wrong('plaats', placeProblem)
  else if (isBlank(place) && vorm !== 'online') wrong('plaats', 'Vul in waar u samenkomt')
  if (isBlank(onlineLink) ? vorm === 'online' : !isSafeLink(onlineLink))
    wrong('online_link', 'Vul een link in die begint met https://')
  if (!tolk) wrong('tolk', 'Kies of er een tolk nodig is')
  if (errors.length > 0 || !vorm || !tolk) return { errors }
  return {
    practical: {
      vorm,
      tolk,
      place: isBlank(place) ? '' : place,
      onlineLink: isBlank(onlineLink) ? '' : onlineLink,
    },
  }
}

/** One that a guest can be sent to: encrypted, and of somebody with a name of their own. */
function isSafeLink(text: string): boolean {
  if (textProblem(text, mostOfLink) !== undefined || /\s/.test(text)) return false
  const url = /^https:\/\/[^/\\@]/i.test(text) ? URL.parse(text) : null
  return url?.protocol === 'https:' && url.username === '' && url.password === ''
}
