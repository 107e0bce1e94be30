/**
 * Every key of the table `loket`, in one place (single-table design, docs/decisions/003).
 * Those of its indexes: indexes.ts.
 */

const dossierPartition = 'DOSSIER#'
export const dossierKey = (reference: string) => ({ pk: `${dossierPartition}${reference}`, sk: 'DOSSIER' })
/** Whose partition it is; undefined when it is no dossier's. */
export const referenceIn = (pk: unknown): string | undefined =>
  typeof pk === 'string' && pk.startsWith(dossierPartition) ? pk.slice(dossierPartition.length) : undefined
export const answersKey = (reference: string) => ({ pk: `${dossierPartition}${reference}`, sk: 'ANTWOORDEN' })
export const auditPrefix = 'AUDIT#'
/** Lines sort by time; the id keeps two in one millisecond apart. */
export const auditKey = (reference: string, at: string, id: string) => ({
  pk: `${dossierPartition}${reference}`,
  sk: `${auditPrefix}${at}#${id}`,
})

/** What was said and tried around a dossier: which lines there are, and until when. Until 0.1.0 it held the lines too. */
export const logbookKey = (reference: string) => ({ pk: `${dossierPartition}${reference}`, sk: 'LOGBOEK' })
export const linePrefix = 'LOGBOEK#'
/** One line: a note is sealed, a call is not. */
export const lineKey = (reference: string, id: string) => ({
  pk: `${dossierPartition}${reference}`,
  sk: `${linePrefix}${id}`,
})
export const ownTaskPrefix = 'EIGENTAAK#'
/** What somebody of the network is to do for it, by its number; the text is sealed. */
export const ownTaskKey = (reference: string, id: string) => ({
  pk: `${dossierPartition}${reference}`,
  sk: `${ownTaskPrefix}${id}`,
})
/** The last move of a dossier, while it can be taken back. */
export const undoKey = (reference: string) => ({ pk: `${dossierPartition}${reference}`, sk: 'ONGEDAAN' })
/** Who calls whoever asked, at this moment. */
export const callingKey = (reference: string) => ({ pk: `${dossierPartition}${reference}`, sk: 'BELT' })
export const familyPrefix = 'GEZIN#'
/** Another dossier that can be of the same family; the other has one of this. */
export const familyKey = (reference: string, other: string) => ({
  pk: `${dossierPartition}${reference}`,
  sk: `${familyPrefix}${other}`,
})
/** Who looked at a dossier. */
export const consultationPrefix = 'RAADPLEGING#'
export const consultationKey = (reference: string, at: string, id: string) => ({
  pk: `${dossierPartition}${reference}`,
  sk: `${consultationPrefix}${at}#${id}`,
})

/** Everything of the overlegs of a dossier (docs/decisions/019): `guest` may read this partition, and none of a dossier. */
export const tablePartition = (reference: string) => `TAFEL#${reference}`
export const overlegKey = (reference: string, number: string) => ({
  pk: tablePartition(reference),
  sk: `OVERLEG#${number}`,
})
/** What one participant said, beside the overleg it is about. */
export const saidKey = (reference: string, number: string, participant: string) => ({
  pk: tablePartition(reference),
  sk: `${overlegKey(reference, number).sk}#${participant}`,
})
/** The plan van aanpak of a dossier as it is written and as it stands; beside it what each guest said of what they do. */
export const actionPlanKey = (reference: string) => ({ pk: tablePartition(reference), sk: 'AANPAK' })
export const planSaidKey = (reference: string, participant: string) => ({
  pk: tablePartition(reference),
  sk: `${actionPlanKey(reference).sk}#${participant}`,
})
/** What was agreed: never changed. */
export const planVersionKey = (reference: string, number: string) => ({
  pk: tablePartition(reference),
  sk: `VERSIE#${number}`,
})
/** What stays of a plan that is erased, for a link to it that somebody still has: the day and nothing else. */
export const erasedPlanKey = (reference: string) => ({ pk: tablePartition(reference), sk: 'GEWIST' })
/** In place of the number of an overleg: the trail of a plan. */
export const planTrail = 'plan'
/** That somebody changed something along their link to this overleg, or to the plan, in an hour (ISO UTC, `2021-04-01T09`). */
export const guestTrailKey = (reference: string, of: string, participant: string, hour: string) => ({
  pk: tablePartition(reference),
  sk: `SPOOR#${of}#${participant}#${hour}`,
})

/** `subject` is a dossier's reference or a draft's id. The mailer may reach OUTBOX# keys only. */
export const outboxPartition = 'OUTBOX#'
export const mailPrefix = 'MAIL#'
export const mailKey = (subject: string, mailId: string) => ({
  pk: `${outboxPartition}${subject}`,
  sk: `${mailPrefix}${mailId}`,
})
/** All that must leave later about one subject: one item, whatever there is of it (docs/decisions/017). */
export const planKey = (subject: string) => ({ pk: `${outboxPartition}${subject}`, sk: 'PLAN' })
export const isPlanKey = ({ sk }: { sk: string }): boolean => sk === planKey('').sk
/** When something last happened with a dossier that planned nothing: the mailer looks here before it says that nothing happens. */
export const signOfLifeKey = (reference: string) => ({ pk: `${outboxPartition}${reference}`, sk: 'LEVENSTEKEN' })
/** The typed address all mail about one subject goes to: kept once, so that it is corrected and erased once. */
export const addressKey = (subject: string) => ({ pk: `${outboxPartition}${subject}`, sk: 'ADRES' })
/** An address that somebody gave since, until it is confirmed there: only the mail that asks so goes to it. */
export const awaitedAddressKey = (subject: string) => ({ pk: `${outboxPartition}${subject}`, sk: 'NIEUWADRES' })
/** What is on a team's agenda and undecided, in the partition of its agenda mails, where the mailer can read it. */
export const agendaKey = (subject: string) => ({ pk: `${outboxPartition}${subject}`, sk: 'OPEN' })
/** What a meeting of that team decided: a line for each dossier, by the Brussels date of the meeting. */
export const decidedPrefix = 'BESLIST#'
export const decidedKey = (subject: string, date: string, of: string) => ({
  pk: agendaKey(subject).pk,
  sk: `${decidedPrefix}${date}#${of}`,
})
/** That somebody asked for the overview of a working day, beside those mails, where the mailer can read it. */
export const overviewKey = (subject: string) => ({ pk: `${outboxPartition}${subject}`, sk: 'KEUZE' })
/** Whose mail about an event came back, beside the mails to who organises it; a list of the event too, so that it is counted. */
export const returnedPrefix = 'TERUG#'
export const returnedKey = (subject: string, invitee: string) => ({
  pk: `${outboxPartition}${subject}`,
  sk: `${returnedPrefix}${invitee}`,
})
/** Counters behind the mail caps; `scope` holds no address, only its HMAC. */
export const capKey = (scope: string, period: string) => ({ pk: `${outboxPartition}PLAFOND#${scope}`, sk: period })

/** Up to when sending time is handed out to those who send mails to many. */
export const paceKey = { pk: `${outboxPartition}TEMPO`, sk: 'TEMPO' }

/** What is counted in a year, spread over so many items (docs/decisions/035). */
export const yearCountsShards = 8
export const yearCountsKey = (network: string, form: string, year: string, shard: number) => ({
  pk: `TELLING#${network}#${form}`,
  sk: `${year}#${shard}`,
})
/** Network and year whose counter this is; undefined when it is none. */
export function yearOfCounts({ pk, sk }: { pk: string; sk: string }): { network: string; year: string } | undefined {
  const [, network] = /^TELLING#([^#]+)#/.exec(pk) ?? []
  const [, year] = /^(\d{4})#/.exec(sk) ?? []
  return network && year ? { network, year } : undefined
}
/** The report of a year, as it was frozen, and whether it is public: the public pages may read these. */
export const reportKey = (network: string, year: string) => ({ pk: `CIJFERS#${network}`, sk: year })
/** What people of a network write beside its figures, and who did what with them: for the werkruimte only. */
const yearPartition = (network: string) => `JAAR#${network}`
export const yearAuditKey = (network: string, at: string, id: string) => ({
  pk: yearPartition(network),
  sk: `${auditPrefix}${at}#${id}`,
})

/** Of every year, or of one. */
export const signaalPrefix = (year = ''): string => `SIGNAAL#${year && `${year}#`}`
export const casusPrefix = 'CASUS#'
/** A casus has no year in its key, and nothing of the dossier it came from. */
export const writingKey = (
  network: string,
  { kind, year, id }: { kind: 'signaal' | 'casus'; year: string; id: string },
) => ({
  pk: yearPartition(network),
  sk: kind === 'signaal' ? `${signaalPrefix(year)}${id}` : `${casusPrefix}${id}`,
})

/** Anonymous counts of how sending a request went, "Lukte dit?" (docs/decisions/032). */
export const easeCountKey = (network: string, form: string, month: string, ease: string) => ({
  pk: `TELLING#${network}#${form}#LUKTE`,
  sk: `${month}#${ease}`,
})

/** A signed-in browser; `id` is the hash of the secret in its cookie. */
export const sessionKey = (id: string) => ({ pk: `SESSIE#${id}`, sk: 'SESSIE' })
/** A sign-in under way; `id` is the hash of its state. */
export const pendingSignInKey = (id: string) => ({ pk: `AANMELDING#${id}`, sk: 'AANMELDING' })
/** Whom an account of the organisation is; `id` is the hash of issuer and subject. */
export const identityKey = (id: string) => ({ pk: `IDENTITEIT#${id}`, sk: 'PERSOON' })
export const invitationKey = (id: string) => ({ pk: `TOEGANG#${id}`, sk: 'UITNODIGING' })

/** A person of a network, by the id in its data. */
export interface PersonRef {
  network: string
  person: string
}

/** Everything about one person of a network: the account bound to them, their sessions, what was done about it. */
export const personPartition = (network: string, person: string) => `PERSOON#${network}#${person}`
/** Whose partition it is; undefined when it is no person's. */
export function personIn(pk: string): { network: string; person: string } | undefined {
  const [, network, person] = /^PERSOON#([^#]+)#(.+)$/.exec(pk) ?? []
  return network && person ? { network, person } : undefined
}
export const personKey = (network: string, person: string) => ({
  pk: personPartition(network, person),
  sk: 'IDENTITEIT',
})
export const personSessionPrefix = 'SESSIE#'
export const personSessionKey = (network: string, person: string, session: string) => ({
  pk: personPartition(network, person),
  sk: `${personSessionPrefix}${session}`,
})
export const personAuditKey = (network: string, person: string, at: string, id: string) => ({
  pk: personPartition(network, person),
  sk: `AUDIT#${at}#${id}`,
})
/** When they were last unbound or invited: what was sent out before is worth nothing any more. */
export const personUnboundKey = (network: string, person: string) => ({
  pk: personPartition(network, person),
  sk: 'ONTKOPPELD',
})
/** The address of their own calendar: its hash. */
export const personCalendarKey = (network: string, person: string) => ({
  pk: personPartition(network, person),
  sk: 'KALENDER',
})
/** Whose calendar an address opens; `id` is the hash of the secret in it. */
export const calendarKey = (id: string) => ({ pk: `KALENDER#${id}`, sk: 'PERSOON' })
/** Who asked what we keep of somebody, per network. */
export const personalDataAuditKey = (network: string, at: string, id: string) => ({
  pk: `GEGEVENS#${network}`,
  sk: `${auditPrefix}${at}#${id}`,
})

/** What changes in a network in a working week: one item, read by whoever shows or mails something of it. */
export const contentKey = (network: string) => ({ pk: `NETWERK#${network}`, sk: 'INHOUD' })
/** What was changed of it: by the revision it came to, so that two changes never share one. */
export const contentChangeKey = (network: string, revision: number) => ({
  pk: `BEHEER#${network}`,
  sk: String(revision).padStart(9, '0'),
})

/** Who is away: one partition per network. */
export const absencesOf = (network: string) => `AFWEZIG#${network}`
export const absenceKey = (network: string, person: string) => ({ pk: absencesOf(network), sk: person })
/** How often they changed: elsewhere, as whoever lists them takes all there is in their partition. */
export const absencesRevisionKey = (network: string) => ({ pk: `${absencesOf(network)}#REVISIE`, sk: 'REVISIE' })

export const listViewPrefix = 'LIJST#'
/** That somebody saw a list of dossiers: beside the person, as one line is about many of them. */
export const listViewKey = (network: string, person: string, at: string, id: string) => ({
  pk: personPartition(network, person),
  sk: `${listViewPrefix}${at}#${id}`,
})

export const trailPrefix = 'SPOOR#'
/** That somebody came in, went out or was refused. */
export const trailKey = (network: string, person: string, at: string, id: string) => ({
  pk: personPartition(network, person),
  sk: `${trailPrefix}${at}#${id}`,
})

/** What an event's public page shows; the mailer may read these to fill in a mail. */
export const eventKey = (slug: string) => ({ pk: `ACTIVITEIT#${slug}`, sk: 'ACTIVITEIT' })
/** What stays of it in numbers (forms/kit/events/figures.ts). */
export const eventFiguresKey = (slug: string) => ({ pk: eventKey(slug).pk, sk: 'CIJFERS' })
/** The online link: not for the mailer, never in a mail. */
export const onlineLinkKey = (slug: string) => ({ pk: `VERBINDING#${slug}`, sk: 'VERBINDING' })
/** Seats taken and people waiting, only for an event with a capacity; the line itself sorts by when somebody joined. */
export const seatsPartition = (slug: string) => `PLAATSEN#${slug}`
export const seatsKey = (slug: string) => ({ pk: seatsPartition(slug), sk: 'PLAATSEN' })
export const waitingPrefix = 'WACHT#'
export const waitingKey = (slug: string, place: string) => ({
  pk: seatsPartition(slug),
  sk: `${waitingPrefix}${place}`,
})
/** One partition per invitee, so that ten thousand answers meet nowhere. */
export const inviteeKey = (id: string) => ({ pk: `GENODIGDE#${id}`, sk: 'GENODIGDE' })
/** One answer per address per event; `hmac` hides the address. */
export const addressTakenKey = (slug: string, hmac: string) => ({ pk: `ANTWOORD#${slug}#${hmac}`, sk: 'ANTWOORD' })
/** What organisers did to an event: append-only. */
export const eventAuditKey = (slug: string, at: string, id: string) => ({
  pk: `ACTIVITEITLOG#${slug}`,
  sk: `AUDIT#${at}#${id}`,
})

/** What dossiers are found by (docs/decisions/023): only `workspace` reaches these. */
const searchPartition = 'ZOEK#'
/** Leads from a word, hidden as `hmac`, to one dossier that has it. */
export const postingsOf = (hmac: string) => `${searchPartition}${hmac}`
export const postingKey = (hmac: string, reference: string) => ({ pk: postingsOf(hmac), sk: reference })
/** The hidden words of one dossier: which postings there are. */
export const wordsKey = (reference: string) => ({ pk: `${searchPartition}${reference}`, sk: 'WOORDEN' })
/** Whose words these are; undefined when it is no such key. */
export const referenceOfWords = ({ pk, sk }: { pk: string; sk: string }): string | undefined =>
  pk.startsWith(searchPartition) && sk === wordsKey('').sk ? pk.slice(searchPartition.length) : undefined
