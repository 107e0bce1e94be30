/** What of a dossier's answers tells which family it is of (same-family.ts), and where others with the same are looked for. */
import type { Service } from '../form.ts'
import { withAddress } from '../lifecycle/corrected.ts'
import type { Answers } from '../questions/answers.ts'
import { type Abbreviations, serviceWords } from '../same-service.ts'
import { withoutAccents } from '../text.ts'
import type { FamilyFacts } from './same-family.ts'
import { searchWords } from './search-words.ts'

interface Typed {
  answers: Answers
  /** The applicant's, where it was corrected since. */
  address: string | undefined
  /** Of the network. */
  abbreviations: Abbreviations
}

/** Undefined for what is about no client: a question of somebody, a vorming, a team. */
export function familyFactsOf({ form }: Pick<Service, 'form'>, typed: Typed): FamilyFacts | undefined {
  const { abbreviations, address } = typed
  const answers = withAddress(typed.answers, address)
  const questions = form.pages.flatMap((page) => page.questions)
  const text = (name: string | undefined) => {
    const value = name === undefined ? undefined : answers[name]
    return typeof value === 'string' ? value : ''
  }
  const listed = (column: string) => text(questions.find((question) => question.listed === column)?.name)
  const designated = designationIn(text(questions.find(({ designates }) => designates)?.name))
  if (!designated) return undefined
  const organisation = [...new Set(serviceWords(listed('organisatie'), abbreviations))]
  const [phone] = searchWords(listed('telefoon'))
  const [email] = searchWords(address ?? text('email'))
  return {
    ...designated,
    ...{ organisation, telling: tellingAmong(organisation) },
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  }
}

/** Words of an organisation by which is looked further; the longest are the rarest. */
const mostTelling = 2

/** Where is looked when too many have this designation: by what else one of the same family must have in common. */
export const lessCommon = ({ phone, email, telling }: FamilyFacts): string[] => [
  ...(phone === undefined ? [] : [phone]),
  ...(email === undefined ? [] : [email]),
  ...telling.toSorted((one, other) => other.length - one.length).slice(0, mostTelling),
]

/** Letters and digits of a designation that tells by itself; initials have fewer. */
const enough = 5
/** One letter is everybody's. */
const fewest = 2

/** Stand beside initials, and designate nobody. */
const titles = new Set(
  `aanvraag broer casus client cliente dame de dhr dochter dossier en fam familie gezin heer het jongen jongere kind koppel mama man meisje
  meneer mevr mevrouw mijnheer moeder mr mw nr nummer ouder ouders papa persoon vader van vrouw zoon zus`.split(/\s+/),
)
/** What people type where they have none. */
const none = new Set('anoniem geen idem nvt nietvantoepassing onbekend volgt zieboven weetniet test'.split(' '))

/** Undefined when it designates nobody. */
function designationIn(text: string): Pick<FamilyFacts, 'designation' | 'enough'> | undefined {
  const words = plainWords(text)
  // "DE" alone are initials.
  const meant = text.length === fewest ? words : words.filter((word) => !titles.has(word))
  const designation = meant.join('')
  const { length } = [...designation]
  // "xxx", "000"
  const filler = length > fewest && new Set(designation).size === 1
  if (length < fewest || filler || none.has(designation)) return undefined
  return { designation, enough: length >= enough }
}

/** What a service is, not which one. */
const kinds = new Set(
  `algemeen ambulante arts atheneum az basisonderwijs basisschool begeleiding begeleidingsdienst bijzondere bso buitengewoon
  campus caw centra centrum cgg ckg clb cm college crisis dienst diensten ggz gemeente gemeentelijke geestelijke gezin
  gezinnen gezondheidszorg gezondheidscentrum groep huis huisarts huisartsen huisartsenpraktijk hulp hulpverlening instelling
  instituut jeugd jeugdhulp jeugdzorg jongeren justitie kind kinderen kinderopvang kleuterschool kliniek lager lagere
  leerlingenbegeleiding lokaal lokale maatschappelijk maatschappelijke middelbare mutualiteit ocmw onderwijs openbaar opgroeien opvang
  opvoedingsondersteuning organisatie pedagogische politie praktijk preventie psychiatrisch regio regionale samenleving samenlevingsopbouw
  school scholen scholengroep scholengemeenschap secundair secundaire sint sociaal sociale stad stedelijke steunpunt straathoekwerk team
  thuisbegeleiding thuisbegeleidingsdienst thuiszorg vaph verhuurkantoor verpleging vrije vzw welzijn welzijnshuis welzijnswerk werk
  werking wijkgezondheidscentrum woonmaatschappij ziekenfonds ziekenhuis zone zorg`.split(/\s+/),
)

const tellingAmong = (organisation: readonly string[]): string[] =>
  organisation.filter((word) => word.length >= fewest && !kinds.has(word))

/** Letters and digits apart: `kind1` is a title and a number. */
const plainWords = (text: string): string[] =>
  withoutAccents(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u)
    .filter((word) => word !== '')
