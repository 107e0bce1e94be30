/** The addresses of the werkruimte, for its routes, its pages, its menu and the links in mail. */

export const homePath = '/werkruimte'

export const searchPath = `${homePath}/zoek` as const
/** All that the list can be asked in its address (functions/workspace/queue/filters.ts says what each means). */
export const listQuery = ['toon', 'formulier', 'stand', 'wie', 'verdacht', 'sorteer', 'na'] as const
/** The list on paper; as a file for a spreadsheet. */
export const listPaperPath = `${homePath}/lijst` as const
export const listFilePath = `${homePath}/lijst.csv` as const
/** Several requests to one person. */
export const assignPath = `${homePath}/toewijzen` as const
export const weekPath = `${homePath}/week` as const
export const postPath = `${homePath}/post` as const
export const agendaPath = `${homePath}/agenda` as const
export const meetingRoute = `${agendaPath}/:date{\\d{4}-\\d{2}-\\d{2}}` as const
/** `date`: of the meeting, in Brussels. */
export const meetingPath = (date: string): string => `${agendaPath}/${date}`
export const decidedRoute = `${meetingRoute}/beslist` as const
/** What was decided at that meeting. */
export const decidedPath = (date: string): string => `${meetingPath(date)}/beslist`

export const phonePath = `${homePath}/telefoon` as const
export const logCallPath = `${phonePath}/nieuw` as const

/** What every address of a dossier begins with. */
export const dossiersPath = `${homePath}/dossier` as const
export const dossierRoute = `${dossiersPath}/:reference` as const
export const dossierPath = (reference: string): string => `${dossiersPath}/${reference}`
/** Where the applicant's address is corrected. */
export const addressPath = (reference: string): string => `${dossierPath(reference)}/adres`
/** A mail to the applicant in fixed words, by the key of its template. */
export const templatePath = (reference: string, key: string): string => `${dossierPath(reference)}/bericht/${key}`
/** Somebody spoke to a colleague whom our mail does not reach. */
export const reachedPath = (reference: string): string => `${dossierPath(reference)}/bereikt`

/** A dossier on paper: what is chosen of it. */
export const paperRoute = `${dossierRoute}/afdruk` as const
export const paperPath = (reference: string): string => `${dossierPath(reference)}/afdruk`
export const paperPaths = /^\/werkruimte\/dossier\/[^/]+\/afdruk(?=\/|$)/

/** Own tasks of a dossier: one more, one of them, and what is pressed on it. */
export const taskRoute = `${dossierRoute}/taak` as const
export const taskPath = (reference: string, id?: string, press?: 'klaar' | 'toch-niet'): string =>
  [dossierPath(reference), 'taak', id, press].filter(Boolean).join('/')
export const taskPaths = /^\/werkruimte\/dossier\/[^/]+\/taak(?=\/|$)/

/** The overleg of a dossier, and the pages of it. */
export const overlegRoute = `${dossierRoute}/overleg` as const
export const overlegPath = (reference: string, page?: OverlegPage): string =>
  [dossierPath(reference), 'overleg', page].filter(Boolean).join('/')
export type OverlegPage =
  | 'tafel'
  | 'momenten'
  | 'praktisch'
  | 'verzetten'
  | 'afgelasten'
  | 'brief'
  | 'agenda'
  | 'verslag'
/** What every address of an overleg begins with. */
export const overlegPaths = /^\/werkruimte\/dossier\/[^/]+\/overleg(?=\/|$)/

/** What every address begins with where something is done with a dossier; those of its overleg and its plan are longer. */
export const dossierActs = /^\/werkruimte\/dossier\/[^/]+\//

/** The plan van aanpak of a dossier, and the pages of it. */
export const planRoute = `${dossierRoute}/plan` as const
export const planPath = (reference: string, page?: PlanPage): string =>
  [dossierPath(reference), 'plan', page].filter(Boolean).join('/')
/** `akkoord`: it is agreed; `client`: the sheet; `heel`: all of it on paper; `bestand`: to keep in one's own file. */
export type PlanPage = 'akkoord' | 'client' | 'evaluatie' | 'heel' | 'bestand'
/** What every address of a plan begins with. */
export const planPaths = /^\/werkruimte\/dossier\/[^/]+\/plan(?=\/|$)/

export const eventsHome = `${homePath}/activiteiten` as const
export const eventHome = ({ slug }: { slug: string }): string => `${eventsHome}/${slug}`

/** Pages of one event that are parts of their own in the werkruimte, by their names; the rest are one part. */
export const eventPages = {
  form: ['wijzigen', 'kopie', 'link', 'annuleren'],
  people: ['genodigden', 'namens', 'export'],
  list: ['importeren'],
  door: ['aanwezigheid'],
} as const
export type EventPages = keyof typeof eventPages
export const newEventPath = `${eventsHome}/nieuw`

/** Who is there; on paper, their attests, and whether a code is of one. */
export const attendanceRoute = `${eventsHome}/:slug/aanwezigheid` as const
export const attendancePath = (event: { slug: string }, page?: 'lijst' | 'attesten' | 'nakijken'): string =>
  [eventHome(event), 'aanwezigheid', page].filter(Boolean).join('/')

export const inviteePath = (event: { slug: string }, id: string): string =>
  `${eventHome(event)}/genodigden?${new URLSearchParams({ wie: id })}`

/** What was counted; of a year, the report of it; as a file. */
export const figuresPath = `${homePath}/cijfers` as const
export const yearRoute = `${figuresPath}/:year{\\d{4}}` as const
export const yearPath = (year: string): string => `${figuresPath}/${year}`
export const yearFileRoute = `${figuresPath}/:file{\\d{4}\\.csv}` as const
export const yearFilePath = (year: string): string => `${yearPath(year)}.csv`
/** One press: everybody may read it, or no longer. */
export const publishRoute = `${yearRoute}/openbaar` as const
export const publishPath = (year: string): string => `${yearPath(year)}/openbaar`

/** Signalen: one more for the report of a year, one of them, and that it goes away. */
export const signaalRoute = `${yearRoute}/signaal` as const
export const signaalPath = (year: string, id?: string, press?: 'weg'): string =>
  [yearPath(year), 'signaal', id, press].filter(Boolean).join('/')
/** The casussen of the network; one of them. */
export const casussenPath = `${figuresPath}/casussen` as const
export const casusPath = (id: string, page?: 'wijzigen' | 'weg'): string =>
  [casussenPath, id, page].filter(Boolean).join('/')
/** Where somebody else reads a signaal of a year, or a casus. */
const readingHome = `${figuresPath}/nalezen` as const
export const readingRoute = `${readingHome}/:of{(?:\\d{4}|casus)}/:id{[\\w-]{22}}` as const
export const readingPath = (of: string, id: string): string => `${readingHome}/${of}/${id}`
/** Where a signaal or a casus is written, and where it is read. */
export const writePaths =
  /^\/werkruimte\/cijfers\/(?:[^/]+\/signaal|casussen\/[^/]+\/(?:wijzigen|weg))(?=\/|$)|^\/werkruimte\/dossier\/[^/]+\/casus(?=\/|$)/
export const readPaths = [casussenPath, readingHome] as const
/** A casus without names, from a dossier that it does not say. */
export const newCasusRoute = `${dossierRoute}/casus` as const
export const newCasusPath = (reference: string): string => `${dossierPath(reference)}/casus`

/** What a coordinator looks after; the criteria of a form, shown and tried. */
export const managePath = `${homePath}/beheer` as const
/** The mailboxes of the network, and its forms that are closed for a while. */
export const networkPath = `${managePath}/netwerk` as const
/** A form that opens again before its day. */
export const openAgainRoute = `${networkPath}/:form/open` as const
export const openAgainPath = (form: string): string => `${networkPath}/${form}/open`
/** Where somebody who reads a new mailbox says so, without a session: their token is the key. */
export const mailboxHome = `${homePath}/postbus` as const
export const mailboxRoute = `${mailboxHome}/:token` as const
export const mailboxPath = (token: string): string => `${mailboxHome}/${token}`
/** Which mailbox of which network a token is of. */
export const mailboxId = (network: string, mailbox: string): string => `${network}_${mailbox}`
export function mailboxOf(id: string): { network: string; mailbox: string } {
  const at = id.lastIndexOf('_')
  return { network: id.slice(0, at), mailbox: id.slice(at + 1) }
}
/** What was changed there; one change, and putting it back. */
export const changesPath = `${managePath}/wijzigingen` as const
export const changeRoute = `${changesPath}/:revision{\\d{1,9}}` as const
export const changePath = (revision: number): string => `${changesPath}/${revision}`
export const criteriaRoute = `${managePath}/criteria/:form` as const
export const criteriaPath = (form?: string): string => [managePath, 'criteria', form].filter(Boolean).join('/')

/** What the network points people to; one of it, and what is pressed on it; as a file, and read back from one. */
export const offersPath = `${managePath}/aanbod` as const
export const offersFilePath = `${managePath}/aanbod.csv` as const
export const newOfferPath = `${offersPath}/nieuw` as const
export const readOffersPath = `${offersPath}/importeren` as const
export const offerRoute = `${offersPath}/:key` as const
export const offerPath = (key: string, press?: 'nagekeken' | 'weg' | 'terug'): string =>
  [offersPath, key, press].filter(Boolean).join('/')
/** Days on which the network is closed; those that begin on a date, and that they go away. */
export const closedDaysPath = `${managePath}/sluitingsdagen` as const
export const closingRoute = `${closedDaysPath}/:from{\\d{4}-\\d{2}-\\d{2}}` as const
export const closingPath = (from: string, page?: 'weg'): string =>
  [closedDaysPath, from, page].filter(Boolean).join('/')
/** On which days the team meets; what changes of one of them, and putting that back. */
export const teamMeetingPath = `${managePath}/teamoverleg` as const
export const meetingDayRoute = `${teamMeetingPath}/:date{\\d{4}-\\d{2}-\\d{2}}` as const
export const meetingDayPath = (date: string, press?: 'terug'): string =>
  [teamMeetingPath, date, press].filter(Boolean).join('/')

export const peoplePath = `${managePath}/mensen` as const
/** Until 0.2.0 they stood here: in mails, and in what browsers keep. */
export const formerPeoplePath = `${homePath}/mensen` as const
export const newPersonPath = `${peoplePath}/nieuw` as const
/** Where somebody comes, changes or leaves. */
export const editPersonPaths = new RegExp(`^${peoplePath}/(?:nieuw|[^/]+/(?:wijzigen|weg))$`)
export const personPath = (person: string): string => `${peoplePath}/${person}`
export const selfPath = `${homePath}/ik` as const
export const overviewPath = `${selfPath}/overzicht` as const
/** Where somebody makes, renews or ends the address of their own calendar. */
export const calendarPath = `${selfPath}/kalender` as const
/** What a calendar program reads, without a session: its secret is the key. */
export const calendarsPath = `${homePath}/kalender` as const

export const dataPath = `${homePath}/gegevens` as const
export const keptDossiersPath = `${dataPath}/dossier` as const
export const keptPath = (reference: string): string => `${keptDossiersPath}/${reference}`
/** What of it goes along with who asks. */
export const exportPath = (reference: string): string => `${keptPath(reference)}/export`
export const seatsPath = `${dataPath}/tafel` as const
/** Somebody at the table of an overleg; `seat`: their id among all participants. */
export const seatPath = (seat: string): string => `${seatsPath}/${seat}`
export const applicantsPath = `${dataPath}/persoon` as const
/** By the HMAC of an address: the address itself never stands in an address bar. */
export const applicantPath = (applicant: string): string => `${applicantsPath}/${applicant}`

export const signInHome = `${homePath}/aanmelden` as const
export const invitedHome = `${homePath}/toegang` as const
export const invitedRoute = `${invitedHome}/:token` as const
export const invitedPath = (token: string): string => `${invitedHome}/${token}`
/** Where the provider sends people back to; registered there, letter by letter. */
export const callbackPath = `${homePath}/terug` as const
/** Where they are from there, once signed in. */
export const signedInPath = `${homePath}/aangemeld` as const
export const signOutPath = `${homePath}/afmelden` as const
export const signedOutPath = `${homePath}/afgemeld` as const
