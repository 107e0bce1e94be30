/**
 * Who is on the list at the door of an event, and who of them is there. Pure: the store adds and takes away what is decided here,
 * each tick alone (functions/shared/store/attendance.ts), so that two people who tick at once undo nothing of each other.
 */
import type { RawInput } from '../questions/answers.ts'
import { withoutAccents } from '../text.ts'
import { dayNow, type LoketEvent, type Session, sessionsOf } from './events.ts'
import { type Invitee, partyOf } from './rsvp.ts'

/** Which of one answer: who answered, a colleague by number (from 1), or by number those they bring without a name. */
export type Who = '' | `c${number}` | `e${number}`

/** How a tick is kept: the id of the day, and who. */
export const tickOf = (day: string, who: Who = ''): string => (who ? `${day}.${who}` : day)

export const isThere = ({ aanwezig = [] }: Pick<Invitee, 'aanwezig'>, day: string, who: Who = ''): boolean =>
  aanwezig.includes(tickOf(day, who))

/** Why somebody is on the list, or stands beside it: `komt` has a seat; `onbekend` was invited and never said. */
export type Standing = 'komt' | 'deur' | 'wacht' | 'laat' | 'verdacht' | 'andere_dag' | 'nee' | 'onbekend'

/** One person at the door. */
export interface Attendee {
  /** What a field about them is called by: `[a-z0-9]+`. */
  id: string
  invitee: Invitee
  who: Who
  /** Absent of who was invited by an address only. */
  naam: string | undefined
  organisatie: string | undefined
  standing: Standing
  there: boolean
  /** Who comes along without a name: how many they said, and how many are there. */
  along?: { said: number; there: number }
}

/** The letters g to v stand for what a byte is made of, so that what follows an id cannot be taken for a piece of it. */
const letters = 'ghijklmnopqrstuv'

/** Ids of invitees have capitals and dashes; names of fields do not (a stable one for each, and the way back). */
export const rowId = (invitee: string, who: Who = ''): string =>
  `${[...invitee].map((sign) => (letters[sign.charCodeAt(0) >> 4] ?? '') + (letters[sign.charCodeAt(0) & 15] ?? '')).join('')}${who}`

const rowShape = /^((?:[g-v]{2}){1,64})([ce](?:[1-9]\d?))?$/

/** Undefined when no field of ours is called so. */
export function readRowId(id: string): { invitee: string; who: Who } | undefined {
  const [, encoded, who = ''] = rowShape.exec(id) ?? []
  if (!encoded) return undefined
  const bytes = encoded.match(/../g) ?? []
  const sign = ([high = '', low = '']: string) => String.fromCharCode(letters.indexOf(high) * 16 + letters.indexOf(low))
  return { invitee: bytes.map(sign).join(''), who: who as Who }
}

/** Who is expected on this day, and, apart, who is not: who waits, was late, or comes on another day. */
export function atTheDoor(
  event: LoketEvent,
  people: readonly Invitee[],
  day: string,
): { expected: Attendee[]; others: Attendee[] } {
  const all = people.flatMap((invitee) => partyAt(event, invitee, day)).sort(byName)
  const isExpected = ({ standing, there }: Attendee) => standing === 'komt' || there
  return { expected: all.filter(isExpected), others: all.filter((one) => !isExpected(one)) }
}

/** Everybody of one answer, on this day; nobody of who does not come and is not there. */
function partyAt(event: LoketEvent, invitee: Invitee, day: string): Attendee[] {
  const standing = standingOf(event, invitee, day)
  if (!standing) return []
  const said = saidBy(invitee)
  const { collegas = [], organisatie } = said
  const alongThere = (invitee.aanwezig ?? []).filter((tick) => tick.startsWith(`${day}.e`)).length
  const alongSaid = Math.max(0, partyOf(said) - 1 - collegas.length)
  const about = { invitee, organisatie, standing }
  const own: Attendee = {
    ...about,
    ...{ id: rowId(invitee.id), who: '', naam: said.naam, there: isThere(invitee, day) },
    ...(alongSaid + alongThere > 0 ? { along: { said: alongSaid, there: alongThere } } : {}),
  }
  return [
    own,
    ...collegas.map(({ naam }, index): Attendee => {
      const who: Who = `c${index + 1}`
      return { ...about, id: rowId(invitee.id, who), who, naam, there: isThere(invitee, day, who) }
    }),
  ]
}

/** Who they say they are: what was said in time goes before what was said too late. */
export function saidBy({ laat, ...own }: Invitee): Pick<Invitee, 'naam' | 'organisatie' | 'collegas' | 'aantal'> {
  return {
    naam: own.naam ?? laat?.naam,
    organisatie: own.organisatie ?? laat?.organisatie,
    collegas: own.collegas ?? laat?.collegas,
    aantal: own.aantal ?? laat?.aantal,
  }
}

function standingOf(event: LoketEvent, invitee: Invitee, day: string): Standing | undefined {
  const { antwoord, wacht, laat, verdacht, bron, sessies = [] } = invitee
  if (bron === 'deur') return 'deur'
  if (antwoord === 'ja' && verdacht) return 'verdacht'
  if (antwoord === 'ja' && wacht) return 'wacht'
  if (antwoord === 'ja')
    return !event.perSessie || sessies.length === 0 || sessies.includes(day) ? 'komt' : 'andere_dag'
  if (laat?.antwoord === 'ja') return 'laat'
  const ticked = (invitee.aanwezig ?? []).some((tick) => tick === day || tick.startsWith(`${day}.`))
  return ticked ? (antwoord ? 'nee' : 'onbekend') : undefined
}

/** "9 van 15 zijn er": heads, with who came along; whoever is there was expected. */
export function headsOf(expected: readonly Attendee[]): { there: number; expected: number } {
  let [there, all] = [0, 0]
  for (const { there: came, along } of expected) {
    there += (came ? 1 : 0) + (along?.there ?? 0)
    all += 1 + Math.max(along?.said ?? 0, along?.there ?? 0)
  }
  return { there, expected: all }
}

const collator = new Intl.Collator('nl', { sensitivity: 'base', ignorePunctuation: true })

/** "De Backer, Ruth": on paper by family name. A name is one field, so what comes before its first space is the given name. */
export function familyFirst(naam: string): string {
  const [first = '', ...rest] = naam.trim().split(/\s+/)
  return rest.length > 0 ? `${rest.join(' ')}, ${first}` : first
}

const byName = (one: Attendee, other: Attendee): number =>
  collator.compare(familyFirst(one.naam ?? ''), familyFirst(other.naam ?? '')) || (one.id < other.id ? -1 : 1)

/** As a name is compared: no capitals, accents or signs. */
export const foldedName = (text: string | undefined): string =>
  withoutAccents(text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Of who walked in without an address: the same name of the same organisation is the same person. */
export const nameAtDoor = ({ naam, organisatie }: { naam: string; organisatie?: string | undefined }): string =>
  `deur\0${foldedName(naam)}\0${foldedName(organisatie)}`

/** Who of this name is on the list already: of the same organisation, or of one that either of both does not name. */
export function sameName(
  people: readonly Invitee[],
  { naam, organisatie }: { naam: string; organisatie?: string | undefined },
): { invitee: Invitee; who: Who } | undefined {
  const of = foldedName(organisatie)
  const found = people.flatMap((invitee) => {
    const said = saidBy(invitee)
    const theirs = foldedName(said.organisatie)
    const names: [Who, string | undefined][] = [
      ['', said.naam],
      ...(said.collegas ?? []).map((one, index): [Who, string] => [`c${index + 1}`, one.naam]),
    ]
    return names.flatMap(([who, name]) =>
      foldedName(name) === foldedName(naam) && (!of || !theirs || of === theirs)
        ? [{ invitee, who, same: of === theirs }]
        : [],
    )
  })
  return found.find(({ same }) => same) ?? found[0]
}

/** Whether a text contains every word that is sought, in any order, without regard to accents and signs. */
export function holdsWords(text: string, sought: string): boolean {
  const words = foldedName(sought).split(' ').filter(Boolean)
  return words.length > 0 && words.every((word) => foldedName(text).includes(word))
}

/** Names that contain every word that is sought; everybody when nothing is. */
export const soughtAmong = (people: readonly Attendee[], sought: string): Attendee[] =>
  foldedName(sought) === ''
    ? [...people]
    : people.filter(({ naam, organisatie }) => holdsWords(`${naam} ${organisatie ?? ''}`, sought))

/** Fields of the page at the door. */
export const tickField = (id: string): string => `aanwezig.${id}`
export const alongField = (id: string): string => `met.${id}`
/** What stood ticked when the page was made: only what somebody changed since is written. */
export const stoodField = 'stond'

/** More people than anybody brings along. */
export const mostAlong = 50

/** What stood on a page, as one text. */
export const stoodOf = (people: readonly Attendee[]): string =>
  people
    .flatMap(({ id, there, along }) => [...(there ? [id] : []), ...(along?.there ? [`${id}e${along.there}`] : [])])
    .join('.')

export interface TickChange {
  /** Id of the invitee. */
  invitee: string
  add: string[]
  remove: string[]
}

/** Undefined when it is no number of people. */
const readAlong = (text: string): number | undefined => {
  const number = text.trim() === '' ? 0 : /^\d{1,2}$/.test(text.trim()) ? Number(text) : undefined
  return number !== undefined && number <= mostAlong ? number : undefined
}

/** The fields of how many came along that are no number. */
export const wrongAlong = (typed: RawInput): string[] =>
  [...typed].flatMap(([name, [text = '']]) =>
    name.startsWith(alongField('')) && readAlong(text) === undefined ? [name] : [],
  )

/**
 * What somebody changed on a page: what is ticked and did not stand there, and what stood there and is ticked no more. Who was
 * added or ticked meanwhile by somebody else is in neither, so they stay as they are.
 */
export function tickChanges(day: string, typed: RawInput): TickChange[] {
  const stood = (typed.get(stoodField)?.[0] ?? '').split('.').flatMap((id) => readRowId(id) ?? [])
  const now = [...typed].flatMap(([name, values]) =>
    name.startsWith(tickField('')) && values.includes('ja') ? (readRowId(name.slice(tickField('').length)) ?? []) : [],
  )
  const changes = new Map<string, TickChange>()
  const of = (invitee: string): TickChange => {
    const change = changes.get(invitee) ?? { invitee, add: [], remove: [] }
    changes.set(invitee, change)
    return change
  }
  const keyed = (rows: readonly { invitee: string; who: Who }[]) =>
    new Map(rows.flatMap(({ invitee, who }) => (who.startsWith('e') ? [] : [[`${invitee} ${who}`, { invitee, who }]])))
  const [before, after] = [keyed(stood), keyed(now)]
  for (const [key, { invitee, who }] of after) if (!before.has(key)) of(invitee).add.push(tickOf(day, who))
  for (const [key, { invitee, who }] of before) if (!after.has(key)) of(invitee).remove.push(tickOf(day, who))
  for (const [name, [text = '']] of typed) {
    const row = name.startsWith(alongField('')) ? readRowId(name.slice(alongField('').length)) : undefined
    const count = readAlong(text)
    if (!row || count === undefined) continue
    const was = Number(
      stood.find(({ invitee, who }) => invitee === row.invitee && who.startsWith('e'))?.who.slice(1) ?? 0,
    )
    for (let number = was + 1; number <= count; number += 1) of(row.invitee).add.push(tickOf(day, `e${number}`))
    for (let number = count + 1; number <= was; number += 1) of(row.invitee).remove.push(tickOf(day, `e${number}`))
  }
  return [...changes.values()]
}

/** The day that is chosen, or the one that is nearest: the first that is not over yet, else the last. */
export function dayOf(event: LoketEvent, chosen: string | undefined, now: Date): Session {
  const days = sessionsOf(event)
  const day = days.find(({ id }) => id === chosen) ?? dayNow(event, now) ?? days.at(-1)
  if (!day) throw new Error('An event has a day')
  return day
}

/** Of one answer, who was there on whatever day, as a number of heads; only of people it names or brings. */
export function headsOver(invitee: Invitee): number {
  const most = saidBy(invitee).collegas?.length ?? 0
  const whos = new Set((invitee.aanwezig ?? []).map((tick) => tick.split('.')[1] ?? ''))
  return [...whos].filter((who) => !who.startsWith('c') || Number(who.slice(1)) <= most).length
}
