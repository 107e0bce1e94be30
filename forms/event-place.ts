/** Where people take part: on a place, online, or both, out of what an organiser typed. */
import { cleanCode, cleanedIn } from './kit/clean.ts'
import { formOf, type LoketEvent } from './kit/events/events.ts'
import type { Answers, RawInput } from './kit/questions/answers.ts'

export type Vorm = ReturnType<typeof formOf>
type Wrong = (name: string, message: string) => void

/** "Online", "Online (Teams)", "online via Zoom": no place to go to. */
const onlineWord = /^online\b/i

/** A web address in a text, also one without its beginning. */
const holdsLink = (text: string): boolean => /https?:\/\/|\bwww\.|\b(?:[\w-]+\.)+[a-z]{2,}\/\S/i.test(cleanCode(text))

/** Who does not ask how (a form of before, a program): the place and the link tell. */
export function withVorm(raw: RawInput): RawInput {
  if (cleanedIn(raw, 'vorm')) return raw
  const plaats = cleanedIn(raw, 'plaats')
  const online = cleanedIn(raw, 'link') !== '' || onlineWord.test(plaats)
  return new Map([...raw, ['vorm', [formOf({ plaats, online })]]])
}

/** What of place and link does not go together. The link in the place is said first: everybody sees that field. */
export function placeProblems(raw: RawInput, answers: Answers, wrong: Wrong): void {
  const [plaats, link] = [cleanedIn(raw, 'plaats'), cleanedIn(raw, 'link')]
  if (holdsLink(plaats)) {
    wrong('plaats', 'Zet de link bij “Link om online mee te doen”. Iedereen ziet wat hier staat.')
    return
  }
  const isOnline = onlineWord.test(plaats)
  if (answers.vorm === 'fysiek' && isOnline) wrong('plaats', 'Vul een adres in, of kies bij “Hoe?” voor online')
  if (answers.vorm === 'hybride' && isOnline) wrong('plaats', 'Vul het adres in van wie ter plaatse komt')
  if (answers.vorm === 'fysiek' && link)
    wrong('vorm', 'U vulde een link in. Kies voor online of voor allebei, of wis de link.')
}

/** Place and form as they are kept. */
export function placeOf(answers: Answers): Pick<LoketEvent, 'vorm' | 'plaats' | 'online'> {
  const vorm = answers.vorm as Vorm
  return { vorm, plaats: String(answers.plaats ?? 'Online'), online: vorm !== 'fysiek' }
}

/** To mind while there is no link yet: not wrong, and no page of who comes can lead anywhere. */
export const linkWarning = (
  event: Pick<LoketEvent, 'vorm' | 'plaats' | 'online'>,
  link: string | undefined,
): string | undefined =>
  formOf(event) === 'fysiek' || link ? undefined : 'Nog geen link. U kunt hem later invullen, ook terwijl het bezig is.'
