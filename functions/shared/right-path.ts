/**
 * Where an address leads that was typed with other capitals, or taken out of a sentence with what stood around it. Only what
 * stands fixed in an address is in small letters by itself; a token, an id and a secret are kept letter by letter.
 */
import { networks } from '../../forms/index.ts'
import { readReference } from '../../forms/kit/reference.ts'
import { aanbodPath, eventsPath, personalPurposes } from './public-paths.ts'
import { calendarsPath, homePath, invitedHome } from './work-paths.ts'

/** Longer is no address of ours. */
const longest = 600

/**
 * What stands behind a link in a text: the end of a sentence, a bracket, a quote, a space. Some of it a browser sends in percents,
 * and those of marks that are allowed in an address stay so (RFC 3986 §2.2). No address of ours ends with any of it.
 */
const behind = /(?:[\s.,;:!?)\]}>»*'"’”…]|%(?:2C|3A|3B|3F|5D))+$/iu

/** What a part of an address is made of. Whatever has another sign in it leads nowhere, and nobody is sent on to it. */
const partShape = /^[\w.~-]{1,255}$/

const first = (path: string): string => path.split('/')[1] ?? ''
/** All of it is fixed: names in small letters, and ids of drafts in hexadecimal. */
const fixed = new Set([
  ...networks.flatMap(({ slug, formerly = [] }) => [slug, ...formerly]),
  ...['/cijfers', '/privacy', '/toegankelijkheid'].map(first),
])
/** The keys of what networks offer, which are words with capitals in them: each as it is written, by its small letters. */
const offerKeys = new Map(
  networks
    .flatMap(({ aanbod }) => Object.entries(aanbod).flatMap(([key, { formerly = [] }]) => [key, ...formerly]))
    .map((key) => [key.toLowerCase(), key]),
)
const personal: ReadonlySet<string> = new Set(personalPurposes)

/** Of the werkruimte: after these comes a secret or an id, which no rule of letters may change. */
const keeps = [invitedHome, calendarsPath].map((path) => path.slice(homePath.length + 1))
/** Characters of an id of ours (new-id.ts); what is as long may be one. */
const idLength = 22
/** Written as a person does: in capitals, or each word with one. */
const asWords = /^(?:\p{Lu}+|\p{Lu}?\p{Ll}+|\d+)(?:[-.](?:\p{Lu}+|\p{Lu}?\p{Ll}+|\d+))*$/u
const small = (part: string): string => part.toLowerCase()
const smallWords = (part: string): string => (part.length < idLength && asWords.test(part) ? small(part) : part)

/** The right path; undefined when it is right as it is, or leads nowhere we know. */
export function rightPath(path: string): string | undefined {
  if (path.length > longest) return undefined
  const parts = path.replace(behind, '').split('/').filter(Boolean)
  const [begin = '', ...rest] = parts
  if (!parts.every((part) => partShape.test(part))) return undefined
  const right = ['', ...(parts.length === 0 ? [''] : (known(small(begin), rest) ?? []))].join('/')
  return right === '' || right === path ? undefined : right
}

/** Undefined for a beginning that no address of ours has. */
function known(begin: string, [second = '', ...rest]: readonly string[]): string[] | undefined {
  const one = second === '' ? [] : [second]
  if (fixed.has(begin)) return [begin, ...[...one, ...rest].map(small)]
  if (begin === first(aanbodPath()))
    return [begin, ...one.map(small), ...rest.map((key) => offerKeys.get(small(key)) ?? small(key))]
  if (personal.has(begin)) return [begin, ...one, ...rest.map(small)]
  if (begin === first(eventsPath)) {
    const [noted, ...token] = rest
    return [begin, ...one.map(small), ...(noted === undefined ? [] : [small(noted)]), ...token]
  }
  return begin === first(homePath) ? [begin, ...one.map(small), ...inWork(small(second), rest)] : undefined
}

function inWork(second: string, rest: readonly string[]): string[] {
  if (keeps.includes(second)) return [...rest]
  const before = [second, ...rest.map(small)]
  return rest.map((part, at) => {
    if (before[at] === 'dossier') return readReference(part) ?? part
    return second === 'activiteiten' && at === 0 ? small(part) : smallWords(part)
  })
}
