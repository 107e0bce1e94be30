/**
 * The letter that says when and where, for who is not reached by mail (docs/overleg.md §4): one page, in plain words, from a sender
 * that tells a neighbour nothing. It never says what kind of meeting it is, and who comes only where the client wants that on paper.
 */
import { hourInWords } from '../local-time.ts'
import { markOnPaper } from '../mark-on-paper.ts'
import type { Network } from '../network.ts'
import { capitalised, inLine } from '../text.ts'
import { brusselsDate, brusselsLocal, dateInWords } from '../time.ts'
import type { OverlegNow } from './decide.ts'
import { type Details, nameOf } from './details.ts'
import { momentDay } from './moments.ts'
import { type Fixed, type Seated, seated } from './overleg.ts'
import { comesTo, saidBy } from './said.ts'

/** Whom one can call about it. */
export interface Caller {
  name: string
  /** What they are called by; the whole name where that has no first name. */
  firstName: string
  phone: string
}

export interface LetterInput extends OverlegNow {
  fixed: Fixed
  /** Whose letter it is. */
  to: Seated
  /** A client sits at the table. */
  withClient: boolean
  /** "Who comes" stands on it. */
  withNames: boolean
  caller: Caller
  /** Absent as long as the network gave none. */
  sender: Network['sender'] | undefined
  /** Short name of the network's place. */
  town: string
  now: Date
}

/** A paragraph of which the first part is said louder. */
interface Loud {
  loud: string
  rest: string
}

/** The letter, part by part in the order it is read. */
export interface Letter {
  from: readonly string[]
  /** "Aalst, dinsdag 6 april 2021" */
  dated: string
  /** The reference without what tells the kind of request. */
  mark: string
  title: string
  /** What is said loud comes last. */
  opening: Loud
  when: Loud
  where: Loud
  who?: Loud
  call: Loud
  good: readonly Loud[]
  foot: readonly string[]
  signed: string
  /** How close it is set, so that all it says stays on one page. */
  set: 'wide' | 'close' | 'closest'
}

export function letterOf(input: LetterInput): Letter {
  const { overleg, fixed, to, caller, sender, town, now } = input
  const forClient = to.wie === 'client'
  const who = forClient ? whoComes(input) : undefined
  return {
    from: sender ? [sender.name, ...sender.address.split(', ')] : [town],
    dated: `${town}, ${dateInWords(brusselsDate(now))}`,
    mark: markOnPaper(overleg),
    title: titleOf(fixed),
    opening: opening(input),
    when: whenOf(fixed),
    where: whereOf(input),
    ...(who ? { who } : {}),
    call: {
      loud: `${caller.name}, ${caller.phone}`,
      rest: `Kunt u niet komen? ${forClient ? 'Of wilt u dat iemand niet komt? ' : ''}Bel ${caller.firstName}.`,
    },
    good: forClient ? goodForClient : goodForOthers,
    foot: [comeOtherwise(input), ...(sender ? [withoutPhone(sender)] : [])],
    signed: caller.name,
    set: setOf(who?.rest.length ?? 0, input),
  }
}

/** Characters of what differs from letter to letter, up to which it is set wide, or close; measured on paper (test/overleg). */
const mostWide = 85
const mostClose = 230
/** What "not on … but on …" adds to those. */
const movedLength = 40

const lengthOf = ({ details: { place }, fixed: { before } }: LetterInput): number =>
  place.length + (before ? movedLength : 0)

function setOf(who: number, input: LetterInput): Letter['set'] {
  const length = who + lengthOf(input)
  if (length > mostClose) return 'closest'
  return length > mostWide ? 'close' : 'wide'
}

/** "We zitten samen op dinsdag 27 april" */
function titleOf({ start, before }: Fixed): string {
  if (!before) return `We zitten samen op ${dateInWords(dayOf({ start })).replace(/ \d{4}$/, '')}`
  return `We zitten samen op een ${isSameDay({ start }, before) ? 'ander uur' : 'andere dag'}`
}

const dayOf = ({ start }: Pick<Fixed, 'start'>): string => brusselsDate(new Date(start))
const isSameDay = (one: Pick<Fixed, 'start'>, other: Pick<Fixed, 'start'>): boolean => dayOf(one) === dayOf(other)

/** "14 uur", in Brussels */
const clockInWords = (instant: string): string => `${hourInWords(brusselsLocal(new Date(instant)).slice(11, 16))} uur`

function whenOf(fixed: Fixed): Loud {
  const { before } = fixed
  const until = `Het duurt tot ${clockInWords(fixed.end)}.`
  const moment = `${momentDay(fixed)}, om ${clockInWords(fixed.start)}`
  if (!before) return { loud: capitalised(moment), rest: until }
  const was = isSameDay(fixed, before) ? `Niet om ${clockInWords(before.start)}.` : `Niet op ${momentDay(before)}.`
  return { loud: `${was} Wel op ${moment}.`, rest: until }
}

function opening({ to, withClient, caller }: LetterInput): Loud {
  if (to.wie === 'client')
    return { rest: 'We praten samen over wat u wilt. Dit is uw overleg:', loud: 'u beslist mee.' }
  const rest = withClient
    ? `Iemand die u kent, vroeg u om mee te komen. Weet u niet wie? Bel ${caller.name}.`
    : `Hebt u een vraag? Bel ${caller.name}.`
  return { rest, loud: '' }
}

function whereOf({ overleg: { vorm }, details: { place }, caller }: LetterInput): Loud {
  if (vorm === 'online')
    return { loud: 'Online, met beeld en geluid', rest: `${caller.firstName} helpt u om mee te doen.` }
  const online = vorm === 'hybride' ? 'Online meedoen kan ook.' : ''
  return place
    ? { loud: place, rest: online }
    : { loud: 'Waar? Dat weten we nog niet.', rest: [`${caller.firstName} laat het u weten.`, online].join(' ').trim() }
}

/** Characters of names on one page; what is more is a number. */
const mostOfNames = 700

/** Who the client agreed to, and did not say that they stay away. */
function whoComes(input: LetterInput): Loud {
  const { withNames, caller } = input
  const leads = `${caller.name} leidt het gesprek.`
  const loud = 'Alleen mensen met wie u akkoord ging'
  if (!withNames) return { loud: `${loud}.`, rest: leads }
  const names = namesOf(input)
  const shown: string[] = []
  let length = lengthOf(input)
  for (const name of names) {
    length += name.length + 2
    if (length > mostOfNames) break
    shown.push(name)
  }
  const more = names.length - shown.length
  const all = more > 0 ? [...shown, `nog ${more} anderen`] : shown
  return all.length === 0 ? { loud: `${loud}.`, rest: leads } : { loud: `${loud}:`, rest: `${inLine(all)}. ${leads}` }
}

function namesOf({ overleg, details, said, fixed, to }: LetterInput): string[] {
  const coming = seated(overleg).filter(({ id, wie, agreedOn }) => {
    const own = saidBy(said, id)
    const stays = own.declinedAt !== undefined || comesTo(own, fixed.number) === 'nee'
    return id !== to.id && !stays && (wie === 'client' || agreedOn !== undefined)
  })
  const people = coming.filter(({ wie }) => isSomebody(wie)).map((one) => onPaper(one, details))
  const services = coming.filter(({ wie }) => !isSomebody(wie)).map((one) => onPaper(one, details))
  const interpreter = overleg.tolk === 'bevestigd' ? [anInterpreter] : []
  // A service with two people comes once; two people of one name are two.
  return [...people, ...new Set([...interpreter, ...services])]
}

/** Who is there for themselves, and not for a service. */
const isSomebody = (wie: Seated['wie']): boolean => wie === 'client' || wie === 'vertrouwensfiguur' || wie === 'naaste'

const anInterpreter = 'een tolk'

/** A service by its name, somebody near the client by their first name: paper may be read by others. */
export function onPaper({ id, wie }: Pick<Seated, 'id' | 'wie'>, details: Pick<Details, 'names'>): string {
  const first = details.names[id]?.naam.split(' ')[0]
  switch (wie) {
    case 'client':
      return first || 'iemand van uw gezin'
    case 'vertrouwensfiguur':
      return first || 'iemand die u vertrouwt'
    case 'naaste':
      return first || 'iemand die u kent'
    case 'tolk':
      return anInterpreter
    case 'spilfiguur':
    case 'dienst':
      return nameOf(details, id) || 'iemand van een dienst'
  }
}

const goodForClient: readonly Loud[] = [
  { loud: '', rest: 'We praten over wat goed loopt en wat u anders wilt.' },
  { loud: '', rest: 'Samen maken we een plan. U krijgt het op papier.' },
  { loud: '', rest: 'Iemand meebrengen die u vertrouwt? Dat mag.' },
  { loud: 'U mag altijd stoppen.', rest: 'U hoeft niet te zeggen waarom.' },
]

/** Who comes along makes no plan, and brings nobody. */
const goodForOthers: readonly Loud[] = [
  { loud: '', rest: 'U hoeft niets voor te bereiden.' },
  { loud: 'U mag altijd stoppen.', rest: 'U hoeft niet te zeggen waarom.' },
]

const comeOtherwise = ({ overleg: { vorm }, caller: { firstName } }: LetterInput): string => {
  if (vorm === 'online') return `U kunt ook meebellen. Bel ${firstName} voor het nummer.`
  const asked = 'Kunt u niet tot bij ons komen?'
  return vorm === 'hybride'
    ? `${asked} U kunt ook meebellen. Bel ${firstName} voor het nummer.`
    : `${asked} Bel ${firstName}. Samen zoeken we een oplossing.`
}

/** For who cannot call. */
export const withoutPhone = ({ address, hours }: NonNullable<Network['sender']>): string =>
  `Geen telefoon? Zeg het aan iemand die u helpt, of kom langs: ${address}, ${hours}.`

/** What was typed of a letter that was given. */
export interface Delivered {
  /** Brussels date, absent when it is none. */
  on: string | undefined
  empty: boolean
}

/** What is wrong with the day a letter was given: from the day its moment was fixed up to today. Brussels dates. */
export function deliveryProblem({ on, empty }: Delivered, { fixed, now }: { fixed: Fixed; now: Date }) {
  const [from, today] = [brusselsDate(new Date(fixed.at)), brusselsDate(now)]
  if (empty) return 'Vul in wanneer de brief bezorgd is'
  if (!on) return 'Vul een datum in, bijvoorbeeld 27/4/2021'
  return on < from || on > today ? `Kies een dag tussen ${dateInWords(from)} en vandaag` : undefined
}
