/** The addresses of the public app, for its routes, its pages and the links in mail; none ends with a slash. */
import type { Service } from '../../forms/kit/form.ts'
import type { Network } from '../../forms/kit/network.ts'
import type { LinkPurpose } from './links.ts'

/** The counters, one per region, on the home page. */
export const regionsPath = '/#waar'

/** The counter of a network: its doors, its aanbod, its number. */
export const networkPath = ({ slug }: Pick<Network, 'slug'>): string => `/${slug}`

/** Where whoever it is about leaves a number. */
export const callBackPath = (network: Pick<Network, 'slug'>): string => `${networkPath(network)}/bel-mij`

/** The question to the coordinator, beside a form. */
export const vraagPath = (service: Pick<Service, 'network' | 'form'>): string => `${servicePath(service)}/vraag`

export const servicePath = ({ network, form }: Pick<Service, 'network' | 'form'>): string =>
  `/${network.slug}/${form.slug}`

export const draftPath = (service: Service, id: string): string => `${servicePath(service)}/d/${id}`

/** Addresses it had under earlier names (forms/kit/formerly.ts): who kept one still gets there, with all that was typed. */
export function formerPaths({ network, form }: Pick<Service, 'network' | 'form'>): string[] {
  const names = ({ slug, formerly = [] }: Service['network'] | Service['form']) => [slug, ...formerly]
  return names(network)
    .flatMap((first) => names(form).map((second) => `/${first}/${second}`))
    .slice(1)
}

export const eventsPath = '/activiteiten'
export const eventRoute = `${eventsPath}/:slug` as const
export const eventPath = ({ slug }: { slug: string }): string => `${eventsPath}/${slug}`
const lateEnd = '/te-laat'
export const lateRoute = `${eventRoute}${lateEnd}` as const
export const latePath = (event: { slug: string }): string => `${eventPath(event)}${lateEnd}`
/** To be kept informed, once no answer counts any more. */
const informedEnd = '/op-de-hoogte'
export const informedRoute = `${eventRoute}${informedEnd}` as const
export const informedPath = (event: { slug: string }): string => `${eventPath(event)}${informedEnd}`
export const notedRoute = `${eventRoute}/genoteerd/:token` as const
export const notedPath = (event: { slug: string }, token: string): string => `${eventPath(event)}/genoteerd/${token}`

const calendarEnd = '/agenda.ics'
export const eventCalendarRoute = `${eventRoute}${calendarEnd}` as const
export const eventCalendarPath = (event: { slug: string }): string => `${eventPath(event)}${calendarEnd}`

/** Where a place is looked up: somebody else's site, so an ordinary link (docs/decisions/010). */
export const mapPath = (place: string): string =>
  `https://www.openstreetmap.org/search?${new URLSearchParams({ query: place })}`

/** What a personal link is for is the first part of its address; after it comes a token. */
export const personalPurposes = [
  'ontvangen',
  'status',
  'verder',
  'adres',
  'uitnodiging',
  'afmelden',
  'overleg',
  'plan',
] as const satisfies readonly LinkPurpose[]
type PersonalPurpose = (typeof personalPurposes)[number]
/** What is open in this browser. */
export const openDraftsPath = '/verder'

export const personalRoute = <Purpose extends PersonalPurpose>(purpose: Purpose): `/${Purpose}/:token` =>
  `/${purpose}/:token`
export const personalPath = (purpose: PersonalPurpose, token: string): string => `/${purpose}/${token}`

/** What somebody sent, for the browser that sent it; and how it is wiped from there. */
export const ownAnswersRoute = `${personalRoute('ontvangen')}/antwoorden` as const
export const ownAnswersPath = (receiptPath: string): string => `${receiptPath}/antwoorden`
/** Of the receipt, from either. */
export const receiptOfAnswers = (path: string): string => path.slice(0, path.indexOf('/antwoorden'))
const wipeEnd = '/wissen'
export const wipeAnswersRoute = `${ownAnswersRoute}${wipeEnd}` as const
export const wipeAnswersPath = (receiptPath: string): string => `${ownAnswersPath(receiptPath)}${wipeEnd}`

/** Whoever asked adds something, and corrects how they are reached: from the status page. */
export const addRoute = `${personalRoute('status')}/toevoegen` as const
export const addPath = (statusPath: string): string => `${statusPath}/toevoegen`

export const reachRoute = `${personalRoute('status')}/gegevens` as const
export const reachPath = (statusPath: string): string => `${statusPath}/gegevens`

/** What whoever asked does from the status page. */
export const leavePaths = /^\/status\/[^/]+\/(?:stoppen|niet-meer-mee|geraakt)(?=\/|$)/

/** All addresses that begin as this route does, whatever the token. */
export const beginsAs = (route: `/${string}/:token${string}`): RegExp =>
  new RegExp(`^${route.replace(':token', '[^/]+')}`)

/** For who comes too late, from the personal page. */
export const lateRouteOfInvitee = `${personalRoute('uitnodiging')}${lateEnd}` as const
export const lateOfPersonal = (personal: string): string => `${personal}${lateEnd}`

export const informedRouteOfInvitee = `${personalRoute('uitnodiging')}${informedEnd}` as const
export const informedOfPersonal = (personal: string): string => `${personal}${informedEnd}`

/** Asks once whether somebody really cannot come. */
const giveUpEnd = '/niet-komen'
export const giveUpRoute = `${personalRoute('uitnodiging')}${giveUpEnd}` as const
export const giveUpPath = (personal: string): string => `${personal}${giveUpEnd}`
/** Their own entry for a calendar. */
export const ownCalendarRoute = `${personalRoute('uitnodiging')}${calendarEnd}` as const
export const ownCalendarPath = (personal: string): string => `${personal}${calendarEnd}`

/** That somebody was there, from their own link; `personal`: of their page, a path or all of its address. */
const attestEnd = '/attest'
export const attestRoute = `${personalRoute('uitnodiging')}${attestEnd}` as const
export const attestPath = (personal: string): string => `${personal}${attestEnd}`

/** The figures of a network's year, once a coordinator made them public; and as a file. */
export const reportRoute = '/cijfers/:network/:year{\\d{4}}' as const
export const reportFileRoute = '/cijfers/:network/:file{\\d{4}\\.csv}' as const
export const reportPath = ({ slug }: Network, year: string): string => `/cijfers/${slug}/${year}`
export const reportFilePath = (network: Network, year: string): string => `${reportPath(network, year)}.csv`

/** Answered by the function `guest` (infra/guest-stack.ts). */
export const isGuestPath = (path: string): boolean =>
  path.startsWith(personalPath('overleg', '')) || path.startsWith(personalPath('plan', ''))

/** `/aanbod`, a network's part of it, or in that a levensdomein or the key of an entry. */
export const aanbodPath = (network?: Network, entry?: string): string =>
  ['/aanbod', network?.slug, entry].filter(Boolean).join('/')
/** Of whichever network, and whatever stands under it. */
export const networkAanbodRoute = '/aanbod/:network' as const
export const entryRoute = `${networkAanbodRoute}/:entry` as const

/** Fields of the search in the aanbod: what is sought, and whose is shown first. */
export const aanbodSearch = { words: 'q', first: 'netwerk' } as const
