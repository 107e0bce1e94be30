/** What was mailed, held against what was done: lists of what is wrong, empty when nothing is. */
import { brusselsDate } from '../../forms/kit/time.ts'
import type { Mail } from '../../functions/local/mail-folder.ts'
import type { Deed } from './half-year.ts'

export interface Played {
  mails: readonly Mail[]
  deeds: readonly Deed[]
  /** References of all that came in. */
  references: readonly string[]
  /** ISO UTC. */
  ends: string
}

const day = 86_400_000
/** Ten minutes in which a move can be taken back, and one to send its mail. */
const soon = 660_000

/** What each mail says that somebody did; `nobody`: that nobody did anything; `time`: it comes when its day has. */
const claims: readonly [RegExp, 'nobody' | 'time' | readonly string[]][] = [
  [/Uw \w+ is ontvangen|Nieuwe (aanvraag|aanmelding)/, ['ingediend']],
  [/volgt uw aanvraag op|Een dossier voor u/, ['toewijzen', 'andere_casemanager', 'advies_vragen', 'niet_aangekomen']],
  [/begeleidt uw vraag/, ['toewijzen']],
  [/We hebben een vraag voor u/, ['wachten']],
  [/belt u met advies/, ['advies_vragen']],
  [/U kreeg advies/, ['advies', 'advies_telefoon']],
  [/Een ander aanbod past beter|Bel een dienst/, ['doorverwijzen']],
  [/Een doorverwijzing lukte niet/, ['niet_aangekomen']],
  [/Een dossier kwam terug/, ['teruggeven']],
  [/Bel de cliënt/, ['dienst_stopt']],
  [/is gestopt|Gestopte aanvraag/, ['intrekken']],
  [/is afgesloten/, ['afsluiten']],
  [/Een dossier is afgelopen/, ['afsluiten', 'intrekken']],
  [/Een dossier is niet meer bij u/, ['andere_casemanager']],
  [
    /De dag is voorbij|Een dossier blijft liggen|lang stil|Een antwoord is te laat|Nog niet geopend|Kijk een verdachte/,
    'nobody',
  ],
  [/Is uw cliënt daar geraakt|wordt binnenkort gewist|Vandaag te doen|Nog te doen/, 'time'],
]

const staff = /@(lco-aalst|ota|sociaalhuis-zottegem)\.example$/
export const nameOf = ({ subject }: Mail): string => subject.split(' · ')[0] ?? ''
const isAbout = (reference: string) => (mail: Mail) => mail.subject.endsWith(` · ${reference}`)
export const toStaff = ({ mails }: Pick<Played, 'mails'>, reference: string): Mail[] =>
  mails.filter(isAbout(reference)).filter(({ to }) => to.some((address) => staff.test(address)))

/** Mails that say what nobody did shortly before, or that nobody did anything when somebody did; and those that nothing here knows. */
export const untrue = ({ mails, deeds, references }: Played): string[] =>
  references.flatMap((reference) => {
    const ofIt = deeds.filter((deed) => deed.reference === reference)
    return mails
      .filter(isAbout(reference))
      .filter((mail) => !isTrue(mail, ofIt))
      .map(({ at, subject, text }) => `${at} ${subject}\n${text}`)
  })

function isTrue(mail: Mail, deeds: readonly Deed[]): boolean {
  const [, claim] = claims.find(([words]) => words.test(`${mail.subject} ${mail.text}`)) ?? []
  const before = deeds.filter(({ at }) => at <= mail.at)
  const age = (deed: Deed | undefined) => Date.parse(mail.at) - Date.parse(deed?.at ?? '')
  if (claim === 'nobody') return age(before.at(-1)) > day / 2
  if (claim === undefined || claim === 'time') return claim === 'time'
  return age(before.findLast(({ action }) => claim.includes(action))) < soon
}

const closing = ['afsluiten', 'intrekken', 'advies', 'advies_telefoon']

/** References about which nobody of staff heard or did anything for more than so many days while they were open. */
export const silent = (played: Played, longest: number): string[] =>
  played.references.filter((reference) => {
    const done = played.deeds.filter((deed) => deed.reference === reference)
    const closed = done.find(({ action }) => closing.includes(action))?.at ?? played.ends
    const heard = [...done, ...toStaff(played, reference)].map(({ at }) => at).filter((at) => at < closed)
    const all = [...heard.sort(), closed].map((at) => Date.parse(at))
    return all.slice(1).some((at, before) => (at - (all[before] ?? 0)) / day > longest)
  })

/** Who got or lost a dossier and was not mailed about it on that day in Brussels. */
export const untold = ({ mails, deeds }: Played): string[] =>
  deeds.flatMap(({ gets, loses, reference, at, action }) =>
    [gets, loses].flatMap((address) => {
      const told = mails
        .filter(isAbout(reference))
        .some((mail) => address && mail.to.includes(address) && mail.at >= at && dateOf(mail.at) === dateOf(at))
      return address === undefined || told ? [] : [`${action} ${address}`]
    }),
  )

const dateOf = (at: string): string => brusselsDate(new Date(at))
