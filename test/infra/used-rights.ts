/**
 * What a function really asks of DynamoDB: every method of the store its code names, run against a client that only
 * writes down what it is asked. So a right that is missing and a right nobody uses are both found without a cloud.
 */
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { contentSchema } from '../../forms/kit/content-schema.ts'
import { figuresOf } from '../../forms/kit/events/figures.ts'
import { newWriting } from '../../forms/kit/figures/writing.ts'
import { additionMails } from '../../forms/kit/lifecycle/additions.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import type { MadeMove } from '../../forms/kit/lifecycle/undo.ts'
import { begun } from '../../forms/kit/overleg/decide.ts'
import type { Overleg } from '../../forms/kit/overleg/overleg.ts'
import { nothingSaid } from '../../forms/kit/overleg/said.ts'
import { begunPlan } from '../../forms/kit/plan/action-plan.ts'
import { type MailPlan, promise } from '../../forms/kit/post/mail.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { newInvitee } from '../../functions/shared/answer-flow.ts'
import { createAbsences } from '../../functions/shared/store/absences.ts'
import { createActionPlans } from '../../functions/shared/store/action-plans.ts'
import { createAdditions } from '../../functions/shared/store/additions.ts'
import { createAddresses } from '../../functions/shared/store/addresses.ts'
import { createAttendance } from '../../functions/shared/store/attendance.ts'
import { createBelongings } from '../../functions/shared/store/belongings.ts'
import { createCalendars } from '../../functions/shared/store/calendars.ts'
import { createCalling } from '../../functions/shared/store/calling.ts'
import { createChangedDossiers } from '../../functions/shared/store/changed-dossiers.ts'
import { createClosingYears } from '../../functions/shared/store/closing-years.ts'
import { createConsultations } from '../../functions/shared/store/consultations.ts'
import { createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { createDossierFiles } from '../../functions/shared/store/dossier-file.ts'
import { createDossierMails } from '../../functions/shared/store/dossier-mails.ts'
import { createDossiers } from '../../functions/shared/store/dossiers.ts'
import { createDrafts, type Draft } from '../../functions/shared/store/drafts.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { createEase } from '../../functions/shared/store/ease.ts'
import { createEventFigures } from '../../functions/shared/store/event-figures.ts'
import { createStandings } from '../../functions/shared/store/event-standing.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createFamily } from '../../functions/shared/store/family.ts'
import { createFreedSeats } from '../../functions/shared/store/freed-seats.ts'
import { createGlance } from '../../functions/shared/store/glance.ts'
import { createIdentities } from '../../functions/shared/store/identities.ts'
import { createInviteeChanges } from '../../functions/shared/store/invitee-changes.ts'
import { createInviteeFates } from '../../functions/shared/store/invitee-fates.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import {
  dossierKey,
  ownTaskKey,
  personKey,
  personSessionKey,
  planKey,
  wordsKey,
  yearCountsKey,
} from '../../functions/shared/store/keys.ts'
import { createLogbook } from '../../functions/shared/store/logbook.ts'
import { createMailFates } from '../../functions/shared/store/mail-fates.ts'
import { createMarks } from '../../functions/shared/store/marks.ts'
import { createMeetingRecord } from '../../functions/shared/store/meeting-record.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { createOverviews } from '../../functions/shared/store/overviews.ts'
import { createOwnCopies } from '../../functions/shared/store/own-copies.ts'
import { createOwnTasks } from '../../functions/shared/store/own-tasks.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { createQueue } from '../../functions/shared/store/queue.ts'
import { createReachChanges } from '../../functions/shared/store/reach-changes.ts'
import { createRelated } from '../../functions/shared/store/related.ts'
import { createReports } from '../../functions/shared/store/reports.ts'
import { createReturnedInvitees } from '../../functions/shared/store/returned-invitees.ts'
import { createSearchHits } from '../../functions/shared/store/search-hits.ts'
import { createSearchWords } from '../../functions/shared/store/search-words.ts'
import { createSeats } from '../../functions/shared/store/seat-hands.ts'
import { createPendingSignIns, createSessions } from '../../functions/shared/store/sessions.ts'
import { createTrail } from '../../functions/shared/store/trail.ts'
import { createUndo } from '../../functions/shared/store/undo.ts'
import { createWritings } from '../../functions/shared/store/writings.ts'
import { createYearCounts } from '../../functions/shared/store/year-counts.ts'
import { sourceFiles } from '../architecture/source-files.ts'
import { sampleEvent, sampleOf } from '../emails/samples.ts'
import { openDays, openDaysFor } from '../support/open-days.ts'

/** One action on a table or index, and the partitions it names: `DOSSIER#`, or the whole partition of an index. */
export interface Use {
  action: string
  on: string
  partition: string
  /** What it wants back of what was there. */
  returns?: unknown
  /** Of a query: what of each item. */
  select?: unknown
}

const tables = { loket: 'loket', drafts: 'drafts' }
const now = new Date('2026-11-23T09:00:00Z')
const reference = 'LCO-7K3M-9QX2-4T'
const who = { network: 'aalst', person: 'p' }
const at = now.toISOString()
const audited = { auditId: 'a', now, auditDays: 365 }
const mail = { ...outboxItem({ subject: reference, mailId: 'm', notification: sampleOf('triage'), now }), attempts: 1 }
const toApplicant = { ...mail, notification: sampleOf('stand') }
const act = { ...audited, network: 'aalst', who: 'p' }
const noTasks = { revision: 1, all: 1, open: [] }
const ownTask = { id: '01', on: '2026-11-27', person: 'p', by: 'p', once: 'o', version: 0, at, sealed: 's' }
const key = { pk: mail.pk, sk: mail.sk }
const dossier: Dossier = {
  ...{ reference, network: 'aalst', form: 'lco-aanvraag', state: 'ingediend', stateSince: now.toISOString() },
  ...{ outcome: 'voldoet' as const, doubtful: [], suspect: false, receivedAt: now.toISOString(), revision: 1 },
  ...{
    answerBefore: '2026-11-30',
    planned: ['ongeopend-1'],
    related: [],
    origin: 'd',
    applicant: 'hmac',
    linkVersion: 1,
  },
  trend: {},
}
const closed = { ...dossier, ttl: 1 }
const draft: Draft = {
  ...{ id: 'd', network: 'aalst', form: 'lco-aanvraag', browser: 'b', linkVersion: 1, ttl: 4_000_000_000 },
  ...{ startedAt: now.toISOString(), pages: {}, unfinished: {}, revision: 1, mailed: true, refusalCounted: false },
}
const mails: MailPlan = {
  put: [
    { mailId: 'm', notification: sampleOf('triage') },
    { mailId: 'ongeopend-1', notification: sampleOf('ongeopend'), dueAt: now },
    {
      ...{ subject: 'AGENDA-ota', mailId: '2026-11-24', dueAt: now },
      notification: { kind: 'agenda', to: 'triage', network: 'ota', on: '2026-11-24' },
    },
  ],
  takeBack: { planned: true },
}
const note = { id: 'n', at: now.toISOString(), who: 'p', kind: 'notitie' as const, sealed: 'jwe' }
const by = { audit: { who: 'p', what: 'x' } }
const counts = [{ network: 'aalst', form: 'x', year: '2026', add: { 'weg.x': 1 } }]
const filed = {
  ...{ dossier: { ...dossier, agenda: '2026-11-24' }, sealed: 'jwe', email: 'a@b.example' },
  ...{ mails, counts, note, ...by, ...audited },
}
const made: MadeMove = {
  ...{ action: 'toewijzen', who: 'p', revision: 2, until: at, mails: ['m'], note: 'n' },
  before: dossier,
}
const hidden = { network: 'aalst', hidden: ['hmac'], ttl: 1, piecesEnd: 1 }
const judged = { one: reference, until: now, other: 'LCO-2', read: { ends: 1 } }
const withAlike: Answer = () => ({ Items: [{ sk: 'GEZIN#LCO-2', why: ['designation'], at }] })
const invitation = { ...who, invitedBy: 'c', expiresAt: now.toISOString() }

const event = { ...sampleEvent, capaciteit: 12 }
const invitee = { ...newInvitee({ id: 'g', event, adres: 'hmac', bron: 'import' as const, now }), ttl: 1 }
const eventMail = { mailId: 'm', notification: sampleOf('activiteit-ja') as never }
const changed = { put: [eventMail], takeBack: { planned: true, mails: ['morgen'] } }
/** Whose time is not past. */
const keptInvitees: Answer = () => ({ Items: [{ ...invitee, ttl: undefined }] })
const invitees: Answer = () => ({ Items: [invitee] })

const overleg: Overleg = {
  ...begun({ ...{ reference, number: '01', network: 'aalst', form: 'lco-aanvraag' }, noun: 'overleg' }),
  participants: { p1: { wie: 'client', beroepsgeheim: 'weet_niet', place: 1, linkVersion: 1 } },
  state: 'gepolst',
}
const overlegToStore = { before: 1, overleg, sealed: 'jwe', mails, now }
/** What one participant answers: mails of their own, and one to whoever holds the dossier. */
const answered = {
  ...{ overleg, participant: 'p1', said: { ...nothingSaid('p1'), revision: 1 }, while: overleg.state, now },
  mails: promise(
    { subject: `${reference}_01_p1_1`, mailId: 'm', notification: sampleOf('triage') },
    { mailId: 'n', notification: sampleOf('triage') },
  ),
}

const writing = newWriting({ kind: 'signaal', year: '2026', id: 's', by: 'p' }, { sealed: 'jwe' }, now)

/** What the engine answers, where a method reads before it writes. */
type Answer = (input: Record<string, unknown>) => Record<string, unknown>
const nothing: Answer = () => ({})

const seats = { capaciteit: 1, bezet: 0, wachtend: 1 }

/** Every method of every store, on a sample; a method without one fails the test that needs it. */
const samples: Record<string, { run: (connection: Connection<Tables>) => unknown; answer?: Answer }> = {
  'dossiers.submit': {
    run: (of) =>
      createDossiers(of).submit({
        ...{
          origin: draft,
          dossier: { ...dossier, agenda: '2026-11-24' },
          sealed: 'jwe',
          email: 'a@b.example',
          mails,
          counts,
          ...audited,
        },
        ...({ applicant: 'hmac' } as object),
        receiptDays: 14,
      }),
  },
  'dossiers.file': { run: (of) => createDossiers(of).file(filed) },
  'dossiers.relocate': {
    run: (of) =>
      createDossiers(of).relocate(
        { before: { ...dossier, agenda: '2026-11-24' }, after: closed, mails, counts, note, ...by, ...audited },
        filed,
      ),
  },
  'dossiers.read': { run: (of) => createDossiers(of).read(reference, now) },
  'dossiers.readAll': { run: (of) => createDossiers(of).readAll([reference], now) },
  'dossiers.move': {
    run: (of) =>
      createDossiers(of).move({
        before: { ...dossier, agenda: '2026-11-24' },
        after: closed,
        mails,
        counts,
        note,
        audit: { who: 'p', what: 'x' },
        ...audited,
      }),
  },
  'drafts.start': {
    run: (of) => createDrafts(of).start({ id: 'd', network: 'aalst', form: 'f', browser: 'b', now, expiresAt: now }),
  },
  'drafts.read': { run: (of) => createDrafts(of).read('d', now) },
  'drafts.savePage': { run: (of) => createDrafts(of).savePage(draft, 'p', new Map(), { now, expiresAt: now }) },
  'drafts.saveUnfinished': {
    run: (of) => createDrafts(of).saveUnfinished(draft, 'p', new Map(), { now, expiresAt: now }),
  },
  'drafts.endAt': { run: (of) => createDrafts(of).endAt(draft, now) },
  'drafts.countRefusal': { run: (of) => createDrafts(of).countRefusal(draft, counts) },
  'ease.count': { run: (of) => createEase(of).count({ ...draft, sent: 'LCO-1' }, '2026-11', 'vlot') },
  'drafts.takeOver': { run: (of) => createDrafts(of).takeOver(draft, 'b') },
  'drafts.mailLink': {
    run: (of) =>
      createDrafts(of).mailLink(draft, {
        ...{ email: 'a@b.example', applicant: 'hmac', masked: 'a@b.example', link: sampleOf('verder'), linkVersion: 1 },
        ...{ warning: sampleOf('verloopt'), now, expiresAt: now, warnAt: now },
      }),
  },
  'drafts.wipe': { run: (of) => createDrafts(of).wipe(draft) },
  'queue.list': {
    run: async (of) => {
      const queue = createQueue(of)
      const page = { network: 'aalst', limit: 10, now }
      await queue.list({ ...page, select: { of: 'rows', rows: [{ network: 'aalst', form: 'f', state: 's' }] } })
      await queue.list({ ...page, select: { of: 'suspects' }, backwards: true })
      await queue.list({ ...page, select: { of: 'holder', people: ['p'] } })
    },
  },
  'queue.count': {
    run: async (of) => {
      await createQueue(of).count('aalst', { of: 'suspects' }, { now })
      await createQueue(of).count('aalst', { of: 'holder', people: ['p'] }, { only: 'not-reached', now })
    },
  },
  'glance.of': {
    run: (of) => {
      const [open, closed] = ['o', 'c'].map((state) => [{ network: 'aalst', form: 'f', state }])
      return createGlance(of).of({ open: open ?? [], closed: closed ?? [], today: '2026-11-23', now })
    },
  },
  'queue.countReturned': { run: (of) => createQueue(of).countReturned('aalst', now) },
  'overviews.isWanted': { run: (of) => createOverviews(of).isWanted(who) },
  'overviews.want': { run: (of) => createOverviews(of).want(who, { by: 'p', days: openDays(), ...audited }) },
  'overviews.stop': { run: (of) => createOverviews(of).stop(who, { by: 'p', ...audited }) },
  'queue.load': { run: (of) => createQueue(of).load('aalst', 'p', { today: '2026-11-23', now }) },
  'queue.countTroubledMails': { run: (of) => createQueue(of).countTroubledMails('aalst', now) },
  'queue.countHeld': { run: (of) => createQueue(of).countHeld('aalst', 'onbekend', now) },
  'queue.troubledMails': { run: (of) => createQueue(of).troubledMails('aalst', 10, now) },
  'logbook.add': { run: (of) => createLogbook(of).add(reference, note) },
  'logbook.correct': { run: (of) => createLogbook(of).correct(reference, { ...note, sealed: 'x' }, 'y', act) },
  'logbook.takeBack': { run: (of) => createLogbook(of).takeBack(reference, note, act) },
  'logbook.endLines': { run: (of) => createLogbook(of).endLines(reference, 1), answer: withLines },
  'logbook.followDossier': { run: (of) => createLogbook(of).followDossier(reference), answer: withLines },
  // With the move that takes one back; the item itself is written with the move before it.
  'ownTasks.write': {
    run: (of) =>
      createOwnTasks(of).write({ ...{ dossier, now }, tasks: noTasks, task: ownTask, audit: { ...act, what: 'taak' } }),
  },
  'ownTasks.openOf': {
    run: (of) => createOwnTasks(of).openOf('aalst', ['p'], { until: '2026-11-29' }, now),
    answer: () => ({ Items: [ownTaskKey(reference, '01')] }),
  },
  'ownTasks.count': { run: (of) => createOwnTasks(of).count('aalst', 'p', { until: '2026-11-23' }) },
  'undo.writesOf': {
    run: (of) =>
      createDossiers(of).move(
        { ...{ before: dossier, after: dossier, mails, counts, made }, ...by, ...audited },
        createUndo(of).writesOf(reference, made, now),
      ),
  },
  'undo.sendNow': { run: (of) => createUndo(of).sendNow(reference, ['m'], act) },
  'dossierMails.list': { run: (of) => createDossierMails(of).list(reference, now) },
  'dossierMails.withAddress': { run: (of) => createDossierMails(of).withAddress(reference, { now, days: openDays() }) },
  'dossierMails.sendAgain': { run: (of) => createDossierMails(of).sendAgain(toApplicant, act) },
  'dossierMails.settle': {
    run: async (of) => {
      await createDossierMails(of).settle(mail, act)
      await createDossierMails(of).settle({ ...mail, notification: sampleOf('toegang') }, act)
    },
  },
  'belongings.others': { run: (of) => createBelongings(of).others(reference) },
  'belongings.endOthers': {
    run: (of) => createBelongings(of).endOthers(reference, 1),
    answer: () => ({ Items: [{ pk: `OUTBOX#${reference}`, sk: 'NIEUW' }] }),
  },
  'dossierFiles.read': { run: (of) => createDossierFiles(of).read(reference, now) },
  'dossierFiles.lastConsultations': { run: (of) => createDossierFiles(of).lastConsultations(reference, now) },
  'dossierFiles.answers': { run: (of) => createDossierFiles(of).answers(reference, now) },
  'calling.take': { run: (of) => createCalling(of).take(reference, 'p', now) },
  'calling.end': { run: (of) => createCalling(of).end(reference, 'p') },
  'meetingRecord.list': { run: (of) => createMeetingRecord(of).list('aalst', '2026-11-24', now) },
  'dossierFiles.noteConsultation': {
    run: (of) =>
      createDossierFiles(of).noteConsultation({ reference, who: 'p', session: 's', auditId: 'i', now, auditDays: 1 }),
  },
  'addresses.readKept': { run: (of) => createAddresses(of).readKept(reference, now) },
  'addresses.awaited': { run: (of) => createAddresses(of).awaited(reference, 1, now) },
  'addresses.former': { run: (of) => createAddresses(of).former(reference, 2) },
  'addresses.forgetFormer': { run: (of) => createAddresses(of).forgetFormer(reference, 2) },
  'ownCopies.read': { run: (of) => createOwnCopies(of).read('d', now) },
  'ownCopies.wipe': { run: (of) => createOwnCopies(of).wipe('d') },
  'additions.moments': { run: (of) => createAdditions(of).moments(reference, now) },
  'additions.add': {
    run: (of) =>
      createAdditions(of).add({ ...audited, reference, id: 'n', sealed: 'jwe', mails: additionMails(dossier, now) }),
  },
  'reachChanges.read': { run: (of) => createReachChanges(of).read(reference, now) },
  'reachChanges.ask': {
    run: async (of) => {
      const about = { ...audited, before: dossier, known: undefined, once: 'o', mails: additionMails(dossier, now) }
      await createReachChanges(of).ask({ ...about, after: dossier, email: 'a@b.example' })
      await createReachChanges(of).ask({ ...about, after: { ...dossier, revision: 2 }, email: undefined })
    },
  },
  'reachChanges.confirm': {
    run: (of) =>
      createReachChanges(of).confirm({
        ...{ ...audited, before: dossier, after: { ...dossier, revision: 2, linkVersion: 2 } },
        ...{
          change: { asked: 1, once: 'o', times: 1, email: 'a@b.example', ttl: 1 },
          mails: additionMails(dossier, now),
        },
      }),
  },
  'addresses.read': { run: (of) => createAddresses(of).read(reference, now) },
  'dossierMails.mend': { run: (of) => createDossierMails(of).mend(reference, 'aanvrager') },
  'dossierMails.replaced': { run: (of) => createDossierMails(of).replaced([{ ...mail, status: 'mislukt' }], act) },
  'marks.notReached': { run: (of) => createMarks(of).notReached(sampleOf('stand')) },
  'marks.mend': { run: (of) => createMarks(of).mend(reference, 'aanvrager') },
  'addresses.correct': {
    run: (of) =>
      createAddresses(of).correct({
        before: dossier,
        after: { ...dossier, applicant: 'h' },
        email: 'a@b.example',
        mails: promise({ notification: toApplicant.notification, mailId: 'm' }),
        log: [toApplicant],
        who: 'p',
        ...audited,
      }),
  },
  'family.of': { run: (of) => createFamily(of).of(reference) },
  'family.keep': { run: (of) => createFamily(of).keep(judged, ['designation'], 1, now) },
  'family.drop': { run: (of) => createFamily(of).drop(judged) },
  'family.forget': { run: (of) => createFamily(of).forget(reference), answer: withAlike },
  'family.dismiss': { run: (of) => createFamily(of).dismiss(dossier, { ...dossier, reference: 'LCO-2' }, act) },
  'related.link': {
    run: (of) => createRelated(of).link(dossier, { ...dossier, reference: 'LCO-2' }, { who: 'p', ...audited }),
  },
  'related.unlink': {
    run: (of) =>
      createRelated(of).unlink(
        { ...dossier, related: ['LCO-2'] },
        { ...dossier, reference: 'LCO-2' },
        { who: 'p', ...audited },
      ),
  },
  'overlegs.read': { run: (of) => createOverlegs(of).read(reference, '01', now) },
  'overlegs.readFor': { run: (of) => createOverlegs(of).readFor(reference, '01', 'p1', now) },
  'overlegs.readOpen': { run: (of) => createOverlegs(of).readOpen(reference, '01', now) },
  'overlegs.all': { run: (of) => createOverlegs(of).all(reference, now) },
  'overlegs.addressesOf': { run: (of) => createOverlegs(of).addressesOf(overleg, now) },
  'overlegs.putAddresses': {
    run: (of) =>
      createOverlegs(of).putAddresses(overleg, [{ participant: 'p1', linkVersion: 1, email: 'a@b.example' }], {
        ...{ hmacOf: () => 'hmac', now },
      }),
  },
  'overlegs.dropAddresses': {
    run: (of) =>
      createOverlegs(of).dropAddresses(overleg, [{ participant: 'p1', linkVersion: 1, email: 'a@b.example' }]),
  },
  // With the move of the dossier that it makes.
  'overlegs.writesOf': {
    run: (of) =>
      createDossiers(of).move(
        { ...{ before: dossier, after: dossier, mails, counts, note }, ...by, ...audited },
        createOverlegs(of).writesOf(overlegToStore),
      ),
  },
  // With a move that ends it.
  'overlegs.auditOf': {
    run: (of) =>
      createDossiers(of).move({ ...{ before: dossier, after: dossier, mails, counts, note }, ...by, ...audited }, [
        ...createOverlegs(of).writesOf(overlegToStore),
        createOverlegs(of).auditOf(reference, audited, by.audit),
      ]),
  },
  'overlegs.store': { run: (of) => createOverlegs(of).store({ ...overlegToStore, mends: ['m'] }, audited, by.audit) },
  'overlegs.answer': { run: (of) => createOverlegs(of).answer({ ...answered, linkVersion: 1 }) },
  'overlegs.cameBack': { run: (of) => createOverlegs(of).cameBack(`${reference}_01_p1_1`, at) },
  'actionPlans.readFor': { run: (of) => createActionPlans(of).readFor(reference, 'p1', now) },
  'actionPlans.atTable': { run: (of) => createActionPlans(of).atTable(reference, now) },
  'actionPlans.version': { run: (of) => createActionPlans(of).version(reference, '01', now) },
  'actionPlans.erasedOn': { run: (of) => createActionPlans(of).erasedOn(reference, now) },
  'actionPlans.answer': {
    run: (of) =>
      createActionPlans(of).answer({
        plan: begunPlan({ ...{ reference, network: 'aalst', form: 'lco-aanvraag' }, overleg: '01', goals: [] }),
        ...{ said: { participant: 'p1', revision: 1, stands: {} }, linkVersion: 1, now },
      }),
  },
  'absences.list': { run: (of) => createAbsences(of).list('aalst') },
  'absences.of': { run: (of) => createAbsences(of).of(who) },
  'absences.set': {
    run: (of) => createAbsences(of).set(who, { from: '2026-11-23', until: '2026-11-24' }, { by: 'p', ...audited }),
  },
  'absences.clear': { run: (of) => createAbsences(of).clear(who, { by: 'p', ...audited }) },
  'consultations.saw': {
    run: (of) => createConsultations(of).saw(who, { list: 'week', references: [reference], session: 's' }, audited),
  },
  'consultations.inLists': {
    run: (of) =>
      createConsultations(of).inLists(
        { reference, receivedAt: now.toISOString(), network: 'aalst', people: ['p'] },
        now,
      ),
  },
  'personalData.eraseSeat': {
    run: (of) =>
      createPersonalData(of).eraseSeat({ reference, number: '01', id: 'p1' }, 1, {
        ...{ ...audited, network: 'aalst', who: 'p' },
      }),
  },
  'personalData.find': {
    run: (of) => createPersonalData(of).find('aalst', 'hmac', now),
    answer: (input) => (input.IndexName ? { Items: [{ pk: `OUTBOX#d`, sk: 'ADRES' }] } : {}),
  },
  'personalData.references': {
    run: (of) =>
      createPersonalData(of).references('aalst', [{ network: 'aalst', form: 'lco-aanvraag', state: 'ingediend' }], now),
  },
  'calendars.since': { run: (of) => createCalendars(of).since(who) },
  'calendars.find': {
    run: (of) => createCalendars(of).find('secret'),
    answer: () => ({ Item: { ...who, hash: 'h', since: at } }),
  },
  'calendars.make': {
    run: (of) => createCalendars(of).make(who, { secret: 'secret', before: at }, audited),
    answer: () => ({ Item: { hash: 'h', since: at } }),
  },
  'calendars.end': {
    run: (of) => createCalendars(of).end(who, audited),
    answer: () => ({ Item: { hash: 'h', since: at } }),
  },
  'personalData.consultations': { run: (of) => createPersonalData(of).consultations(reference, now) },
  'personalData.erasure': { run: (of) => createPersonalData(of).erasure('aalst', reference, now) },
  'personalData.erasures': { run: (of) => createPersonalData(of).erasures('aalst', now) },
  'personalData.note': {
    run: (of) => createPersonalData(of).note({ ...audited, network: 'aalst', who: 'p', what: 'gezocht', subjects: [] }),
  },
  'personalData.eraseDossier': {
    run: (of) => createPersonalData(of).eraseDossier(dossier, { ...audited, network: 'aalst', who: 'p' }),
    answer: manyMails,
  },
  'personalData.eraseInvitee': {
    run: async (of) => {
      const about = { ...audited, network: 'aalst', who: 'p' }
      const seat = { kind: 'leave', place: 'p', party: 1 } as const
      await createPersonalData(of).eraseInvitee({ invitee, seat }, about)
      await createPersonalData(of).eraseInvitee({ invitee: { ...invitee, wacht: 'p' } }, about)
    },
    answer: manyMails,
  },
  'personalData.eraseDraft': {
    run: (of) => createPersonalData(of).eraseDraft('d', { ...audited, network: 'aalst', who: 'p' }),
    answer: manyMails,
  },
  'sessions.start': {
    run: (of) => createSessions(of).start({ secret: 's', identity: 'i', who, now }),
    answer: () => ({ Item: { ...who, boundAt: now.toISOString() } }),
  },
  'sessions.use': {
    run: (of) => createSessions(of).use('s', new Date(now.getTime() + 120_000)),
    // The session, and the binding it came from.
    answer: () => ({ Item: { identity: 'i', who, createdAt: at, lastSeenAt: at, ...who, boundAt: at } }),
  },
  'sessions.end': { run: (of) => createSessions(of).end('s'), answer: ended },
  'sessions.endAll': {
    run: (of) => createSessions(of).endAll(who),
    answer: () => ({ Items: [personSessionKey('aalst', 'p', 's')] }),
  },
  'trail.note': { run: (of) => createTrail(of).note(who, { what: 'aangemeld' }, audited) },
  'trail.signIns': { run: (of) => createTrail(of).signIns(who, now, now) },
  'pendingSignIns.begin': {
    run: (of) =>
      createPendingSignIns(of).begin('s', 'b', { nonce: 'n', verifier: 'v', signedInSince: 1, returnTo: '/' }, now),
  },
  'pendingSignIns.take': { run: (of) => createPendingSignIns(of).take('s', 'b', now) },
  'identities.find': { run: (of) => createIdentities(of).find('i') },
  'identities.isBound': { run: (of) => createIdentities(of).isBound(who) },
  'identities.binding': { run: (of) => createIdentities(of).binding(who) },
  'identities.invitedUntil': { run: (of) => createIdentities(of).invitedUntil(who, now) },
  'identities.invite': {
    run: (of) => createIdentities(of).invite({ ...who, ...audited, id: 'i', invitedBy: 'c', mailId: 'm' } as never),
  },
  'identities.readInvitation': { run: (of) => createIdentities(of).readInvitation('i', now) },
  'identities.accept': { run: (of) => createIdentities(of).accept({ id: 'i', invitation, identity: 'x', ...audited }) },
  'identities.unbind': {
    run: (of) => createIdentities(of).unbind({ ...who, ...audited, by: 'c', staying: ['q'] }),
    answer: () => ({ Item: { ...personKey('aalst', 'p'), identity: 'x', boundAt: now.toISOString() } }),
  },
  'contents.of': { run: (of) => createContents(of, () => now).of(aalst) },
  'contents.stored': { run: (of) => createContents(of, () => now).stored(aalst) },
  'contentChanges.stored': { run: (of) => contentChangesOn(of).stored(aalst) },
  'contentChanges.changesSince': { run: (of) => contentChangesOn(of).changesSince(aalst, 1) },
  'contentChanges.read': { run: (of) => contentChangesOn(of).read(aalst, 1) },
  'contentChanges.last': { run: (of) => contentChangesOn(of).last(aalst, 5) },
  'contentChanges.change': {
    run: (of) =>
      contentChangesOn(of).change(aalst, [{ of: 'mailboxes', key: 'triage', to: 'x@y.example' }], {
        ...{ revision: 0, who: 'c', what: 'gewijzigd', ...audited },
      }),
  },
  'contentChanges.put': {
    run: (of) =>
      createContentChanges(
        of,
        createContents(of, () => now),
      ).put(aalst, contentSchema.parse({}), { revision: 1, who: 'beheer', ...audited }),
  },
  'events.read': { run: (of) => createEvents(of).read('e') },
  'events.list': { run: (of) => createEvents(of).list() },
  'events.onlineLink': { run: (of) => createEvents(of).onlineLink('e') },
  'events.create': {
    run: (of) => createEvents(of).create(event, 'https://x.example', { who: 'p', what: 'x', ...audited }),
  },
  'events.change': {
    run: (of) => createEvents(of).change(event, event, 'https://x.example', { who: 'p', what: 'x', ...audited }),
  },
  'events.putNews': { run: (of) => createEvents(of).putNews(event, {}, { who: 'p', what: 'x', ...audited }) },
  'standings.seats': { run: (of) => createStandings(of).seats('e') },
  'standings.of': { run: (of) => createStandings(of).of({ slug: 'e', capaciteit: 2 }) },
  'returnedInvitees.note': { run: (of) => createReturnedInvitees(of).note('e', 'g', now) },
  'returnedInvitees.count': { run: (of) => createReturnedInvitees(of).count('e') },
  'returnedInvitees.ids': { run: (of) => createReturnedInvitees(of).ids('e') },
  'inviteeFates.byId': { run: (of) => createInviteeFates(of).byId('e', ['g'], now) },
  'inviteeFates.fates': { run: (of) => createInviteeFates(of).fates([invitee]) },
  'inviteeChanges.change': {
    run: (of) =>
      createInviteeChanges(of).change({
        ...{ before: invitee, after: invitee, mails: changed, email: 'a@b.example' },
        now,
      }),
  },
  'inviteeChanges.remove': {
    run: (of) => createInviteeChanges(of).remove({ invitee }, ['m'], now),
  },
  'events.note': { run: (of) => createEvents(of).note('e', { who: 'p', what: 'x', ...audited }) },
  'invitees.read': { run: (of) => createInvitees(of).read('g', now) },
  'invitees.find': { run: (of) => createInvitees(of).find('e', 'hmac', now) },
  'invitees.answer': {
    run: async (of) => {
      const about = { event, after: invitee, mails: changed, now }
      await createInvitees(of).answer({
        ...about,
        email: 'a@b.example',
        seat: { kind: 'join', place: 'p', invitee: 'g', party: 1, capaciteit: 1 },
      })
      const before = { ...invitee, ttl: 2 }
      await createInvitees(of).answer({ ...about, before, seat: { kind: 'leave', place: 'p', party: 1 } })
    },
  },
  'invitees.mail': { run: (of) => createInvitees(of).mail('g', eventMail, now) },
  'invitees.mailTo': { run: (of) => createInvitees(of).mailTo('a@b.example', 'g', eventMail, now) },
  'lists.page': { run: (of) => createInviteeLists(of).page('e', 'ja', { shard: 7 }, 10, now) },
  'lists.count': { run: (of) => createInviteeLists(of).count(event, now) },
  'lists.known': { run: (of) => createInviteeLists(of).known([{ invitee, email: 'a@b.example' }], now) },
  'lists.everybody': { run: (of) => createInviteeLists(of).everybody('e', now).next() },
  'lists.addresses': { run: (of) => createInviteeLists(of).addresses(['g'], now) },
  'lists.add': { run: (of) => createInviteeLists(of).add([{ invitee, email: 'a@b.example' }], () => now, now) },
  'lists.invite': { run: (of) => createInviteeLists(of).invite(event, () => now, now), answer: invitees },
  'lists.follow': {
    run: (of) => createInviteeLists(of).follow({ ...event, revisie: 1 }, () => now, now),
    answer: invitees,
  },
  'lists.tell': {
    run: (of) =>
      createInviteeLists(of).tell(
        event,
        'ja',
        () => eventMail,
        () => now,
        now,
      ),
    answer: invitees,
  },
  'attendance.everybody': { run: (of) => createAttendance(of).everybody('e', now), answer: keptInvitees },
  'attendance.tick': { run: (of) => createAttendance(of).tick('e', [{ invitee: 'g', add: ['1'], remove: ['2'] }]) },
  'attendance.found': { run: (of) => createAttendance(of).found('e', 'g', '1', { naam: 'x' }) },
  'attendance.arrive': { run: (of) => createAttendance(of).arrive(invitee, 'a@b.example') },
  'attendance.reached': { run: (of) => createAttendance(of).reached(invitee, invitee, 'a@b.example') },
  'attendance.mailed': { run: (of) => createAttendance(of).mailed(['g']) },
  'attendance.mailAttests': { run: (of) => createAttendance(of).mailAttests([invitee], () => now, now) },
  'yearCounts.read': { run: (of) => createYearCounts(of).read('aalst', 'x', '2026') },
  'yearCounts.closed': { run: (of) => createYearCounts(of).closed([yearCountsKey('aalst', 'x', '2026', 0)]) },
  'closingYears.closing': { run: (of) => createClosingYears(of).closing(now, 10) },
  'reports.read': { run: (of) => createReports(of).read('aalst', '2025') },
  'reports.list': { run: (of) => createReports(of).list('aalst') },
  'reports.freeze': { run: (of) => createReports(of).freeze({ network: 'aalst', year: '2025', sections: [] }) },
  'reports.show': {
    run: (of) => createReports(of).show('aalst', { year: '2025', revision: 1 }, [], { who: 'p', ...audited }),
  },
  'writings.read': { run: (of) => createWritings(of).read('aalst', writing, now) },
  'writings.list': { run: (of) => createWritings(of).list('aalst', { kind: 'signaal', year: '2026' }, now) },
  'writings.write': {
    run: (of) => createWritings(of).write('aalst', writing, 1, { who: 'p', what: 'nagelezen', ...audited }),
  },
  'writings.remove': {
    run: (of) => createWritings(of).remove('aalst', writing, { who: 'p', what: 'weggehaald', ...audited }),
  },
  'figures.read': { run: (of) => createEventFigures(of).read('e') },
  'figures.keep': {
    run: (of) => createEventFigures(of).keep('e', figuresOf(event, [], now)),
  },
  'seats.read': { run: (of) => createSeats(of).read('e') },
  'seats.line': { run: (of) => createSeats(of).line('e').next() },
  'seats.position': { run: (of) => createSeats(of).position('e', 'p') },
  'seats.give': {
    run: (of) =>
      createSeats(of).give('e', seats, [{ place: 'p', before: invitee, after: invitee, mails: changed }], now),
  },
  'seats.claim': { run: (of) => createSeats(of).claim('e', now) },
  'seats.release': { run: (of) => createSeats(of).release('e') },
  'seats.settle': { run: (of) => createSeats(of).settle('e', seats) },
  'seats.close': { run: (of) => createSeats(of).close('e') },
  'seats.count': { run: (of) => createSeats(of).count('e', [invitee]) },
  'seats.counted': { run: (of) => createSeats(of).counted('e', { forGood: true }) },
  'freedSeats.freed': { run: (of) => createFreedSeats(of).freed(now, 10) },
  'outbox.skip': { run: (of) => createOutbox(of).skip(mail) },
  'outbox.take': { run: (of) => createOutbox(of).take(1, now) },
  'outbox.joinMany': { run: (of) => createOutbox(of).joinMany(mail, now) },
  'outbox.reserve': { run: (of) => createOutbox(of).reserve(1, 1, () => now) },
  'outbox.claim': { run: (of) => createOutbox(of).claim(key, now) },
  'outbox.sent': { run: (of) => createOutbox(of).sent(mail, { now, messageId: 'x' }) },
  'outbox.retryAt': { run: (of) => createOutbox(of).retryAt(mail, now) },
  'outbox.sendLast': { run: (of) => createOutbox(of).sendLast(mail, now) },
  'outbox.hold': { run: (of) => createOutbox(of).hold(mail, 'geen-adres') },
  'outbox.fail': { run: (of) => createOutbox(of).fail(mail, 'opgegeven') },
  'outbox.add': {
    run: (of) => createOutbox(of).add({ subject: reference, mailId: 'm', notification: sampleOf('triage'), now }),
  },
  'outbox.due': {
    run: async (of) => {
      await createOutbox(of).due(now, 10)
      await createOutbox(of).due(now, 10, 'bulk')
    },
  },
  'outbox.makeDue': { run: (of) => createOutbox(of).makeDue(planKey(reference), now, openDaysFor), answer: planOnce() },
  'outbox.takenBack': { run: (of) => createOutbox(of).takenBack({ ...mail, planned: true }, now) },
  'outbox.cameBack': { run: (of) => createOutbox(of).cameBack('g', ['m']) },
  'outbox.count': { run: (of) => createOutbox(of).count('s', 'p', 1) },
  'outbox.agenda': { run: (of) => createOutbox(of).agenda('ota', () => true) },
  'outbox.cancel': { run: (of) => createOutbox(of).cancel(mail) },
  'outbox.counted': { run: (of) => createOutbox(of).counted('s', 'p') },
  'outbox.addAll': {
    run: (of) => createOutbox(of).addAll([{ subject: reference, mailId: 'm', notification: sampleOf('triage'), now }]),
  },
  'outbox.done': { run: (of) => createOutbox(of).done(mail, now) },
  'changedDossiers.changed': { run: (of) => createChangedDossiers(of).changed(now, 10) },
  'searchHits.lookUp': { run: (of) => createSearchHits(of).lookUp('hmac', now) },
  'searchHits.read': { run: (of) => createSearchHits(of).read([reference], now) },
  'searchWords.read': { run: (of) => createSearchWords(of).read(reference, now) },
  'searchWords.claim': { run: (of) => createSearchWords(of).claim({ reference, revision: 1 }, hidden, now, now) },
  'searchWords.claimErased': { run: (of) => createSearchWords(of).claimErased(reference, now, now) },
  'searchWords.settle': { run: (of) => createSearchWords(of).settle(reference, hidden, now) },
  'searchWords.putPostings': { run: (of) => createSearchWords(of).putPostings(reference, ['hmac'], 1) },
  'searchWords.removePostings': { run: (of) => createSearchWords(of).removePostings(reference, ['hmac']) },
  'searchWords.remove': { run: (of) => createSearchWords(of).remove(reference) },
  'searchWords.known': { run: (of) => createSearchWords(of).known(reference, 1) },
  'searchWords.postpone': {
    run: async (of) => {
      await createSearchWords(of).postpone(dossierKey(reference), now)
      await createSearchWords(of).postpone(wordsKey(reference), now)
    },
  },
  'overlegs.reach': { run: (of) => createOverlegs(of).reach(`${reference}_01_p1_1`, now) },
  'fates.read': { run: (of) => createMailFates(of).read(key) },
  'fates.mark': { run: (of) => createMailFates(of).mark(mail, { fate: 'klacht', at: now.toISOString() }) },
}

/** A plan of which the mail is made when it is read again. */
function planOnce(): Answer {
  const mails = [{ mailId: 'm', notification: sampleOf('ongeopend'), dueAt: now.toISOString() }]
  let made = -1
  return ({ TransactItems }) => {
    if (TransactItems) return {}
    made += 1
    return { Item: { subject: reference, createdAt: now.toISOString(), mails, made } }
  }
}
function ended() {
  return { Attributes: { identity: 'i', who, createdAt: now.toISOString(), lastSeenAt: now.toISOString() } }
}
/** More mails than one transaction takes. */
function manyMails(input: Record<string, unknown>) {
  const isMail = JSON.stringify(input).includes('OUTBOX#')
  const Items = Array.from({ length: 99 }, (_, index) => ({ pk: 'OUTBOX#x', sk: `MAIL#${index}`, status: 'verstuurd' }))
  return input.KeyConditionExpression && isMail ? { Items } : {}
}
function withLines(): ReturnType<Answer> {
  return { Item: { ids: ['n'] } }
}

/** The methods of the stores that a function's code names, by its imports; the stores themselves left out. */
export function methodsOf(name: string): string[] {
  const reached = new Set<string>()
  const todo = [`functions/${name}/index.ts`]
  for (let path = todo.pop(); path; path = todo.pop()) {
    const file = sourceFiles.find((candidate) => candidate.path === path)
    if (!file || reached.has(path) || path.startsWith('functions/shared/store/')) continue
    reached.add(path)
    todo.push(...file.imports.filter(({ isPackage, typeOnly }) => !isPackage && !typeOnly).map(({ target }) => target))
  }
  const text = sourceFiles
    .filter(({ path }) => reached.has(path))
    .map((file) => file.text)
    .join('\n')
  const isNamed = (method: string) => {
    const [store = '', name = ''] = method.split('.')
    // As a part opens it: `deps.open(createCalendars).find`.
    const opened = `open\\(create${store.charAt(0).toUpperCase()}${store.slice(1)}\\)`
    return new RegExp(`\\b(${store}|${opened})\\.${name}\\b`).test(text)
  }
  return Object.keys(samples).filter(isNamed)
}

const contentChangesOn = (of: Connection<Tables>) =>
  createContentChanges(
    of,
    createContents(of, () => now),
  )

/** Methods of a store that no sample runs. */
export function unsampled(): string[] {
  const connection = { dynamo: async () => ({}), tables } as unknown as Connection<Tables>
  const stores = {
    ...{ dossiers: createDossiers(connection), drafts: createDrafts(connection), queue: createQueue(connection) },
    ...{ logbook: createLogbook(connection), dossierMails: createDossierMails(connection) },
    marks: createMarks(connection),
    ...{ dossierFiles: createDossierFiles(connection), addresses: createAddresses(connection) },
    ...{
      belongings: createBelongings(connection),
      contents: createContents(connection, () => now),
      contentChanges: contentChangesOn(connection),
    },
    ...{ related: createRelated(connection), absences: createAbsences(connection), fates: createMailFates(connection) },
    ...{ consultations: createConsultations(connection), personalData: createPersonalData(connection) },
    ...{
      trail: createTrail(connection),
      sessions: createSessions(connection),
      pendingSignIns: createPendingSignIns(connection),
    },
    ...{ identities: createIdentities(connection), outbox: createOutbox(connection) },
    ...{
      overlegs: createOverlegs(connection),
      overviews: createOverviews(connection),
      calling: createCalling(connection),
      calendars: createCalendars(connection),
    },
    ...{ events: createEvents(connection), invitees: createInvitees(connection) },
    ...{ attendance: createAttendance(connection), figures: createEventFigures(connection) },
    ...{ lists: createInviteeLists(connection), seats: createSeats(connection) },
    ...{ inviteeFates: createInviteeFates(connection), inviteeChanges: createInviteeChanges(connection) },
    ...{ standings: createStandings(connection), returnedInvitees: createReturnedInvitees(connection) },
    undo: createUndo(connection),
    ownTasks: createOwnTasks(connection),
    ...{ additions: createAdditions(connection), ownCopies: createOwnCopies(connection) },
    reachChanges: createReachChanges(connection),
    ...{ changedDossiers: createChangedDossiers(connection), freedSeats: createFreedSeats(connection) },
    ...{ yearCounts: createYearCounts(connection), closingYears: createClosingYears(connection) },
    reports: createReports(connection),
    writings: createWritings(connection),
    ...{ searchHits: createSearchHits(connection), searchWords: createSearchWords(connection) },
  }
  return (
    Object.entries(stores)
      .flatMap(([store, methods]) => Object.keys(methods).map((method) => `${store}.${method}`))
      // The local clock's alone; and what is forgotten here asks for nothing.
      .filter(
        (method) =>
          ![
            'outbox.nextDue',
            'contents.forget',
            'changedDossiers.nextChanged',
            'freedSeats.nextFreed',
            'closingYears.nextClosing',
          ].includes(method) && !(method in samples),
      )
  )
}

/** Everything these methods ask for. */
export async function usesOf(methods: readonly string[]): Promise<Use[]> {
  const uses: Use[] = []
  for (const method of methods) {
    const { run, answer = nothing } = samples[method] ?? { run: () => {} }
    const before = uses.length
    try {
      await run(recording(uses, answer))
    } catch {
      // What it does with an empty answer is not the question here.
    }
    if (uses.length === before) throw new Error(`${method} asked for nothing`)
  }
  return uses
}

interface Command {
  constructor: unknown
  input: Record<string, unknown>
}

function recording(uses: Use[], answer: Answer): Connection<Tables> {
  const send = async (command: Command) => {
    uses.push(...usesIn(command))
    return answer(command.input)
  }
  const commands = {
    BatchGetCommand,
    GetCommand,
    PutCommand,
    UpdateCommand,
    DeleteCommand,
    QueryCommand,
    TransactWriteCommand,
    paginateQuery,
  }
  // A paginator takes a client of this kind only.
  const client = Object.assign(Object.create(DynamoDBDocumentClient.prototype), { send })
  return { tables, dynamo: async () => ({ client, ...commands }) } as unknown as Connection<Tables>
}

type Item = { TableName: string; Key?: Record<string, string>; Item?: Record<string, string> }
const partitionOf = ({ Key, Item }: Item): string => `${(Key ?? Item)?.pk ?? ''}`.replace(/#.*/, '#')

function usesIn({ constructor: kind, input }: Command): Use[] {
  if (kind === TransactWriteCommand) return usesInTransaction(input)
  if (kind === BatchGetCommand)
    return Object.entries(input.RequestItems as Record<string, { Keys: { pk: string }[] }>).flatMap(([on, { Keys }]) =>
      Keys.map((Key) => ({ action: 'BatchGetItem', on, partition: partitionOf({ TableName: on, Key }) })),
    )
  if (kind === QueryCommand) {
    const values = Object.values(input.ExpressionAttributeValues as Record<string, string>)
    const partition = input.IndexName ? `${values[0]}` : `${values[0]}`.replace(/#.*/, '#')
    const on = input.IndexName ? `index/${input.IndexName}` : `${input.TableName}`
    return [{ action: 'Query', on, partition, ...(input.Select ? { select: input.Select } : {}) }]
  }
  const actions = new Map<unknown, string>([
    [GetCommand, 'GetItem'],
    [PutCommand, 'PutItem'],
    [UpdateCommand, 'UpdateItem'],
    [DeleteCommand, 'DeleteItem'],
  ])
  const item = input as unknown as Item
  const use = { action: actions.get(kind) ?? 'unknown', on: item.TableName, partition: partitionOf(item) }
  return [{ ...use, ...(input.ReturnValues ? { returns: input.ReturnValues } : {}) }]
}

/**
 * Whether IAM compares `dynamodb:LeadingKeys` with the keys of one action of a transaction or with all of them is not
 * written down anywhere; every action that is in it is therefore allowed on every partition that is in it.
 */
function usesInTransaction(input: Record<string, unknown>): Use[] {
  const items = (input.TransactItems as Record<string, Item>[]).flatMap((one) => Object.entries(one))
  const named: Record<string, string> = { ConditionCheck: 'ConditionCheckItem' }
  return items.flatMap(([kind, { TableName }]) =>
    items
      .filter(([, other]) => other.TableName === TableName)
      .map(([, other]) => ({ action: named[kind] ?? `${kind}Item`, on: TableName, partition: partitionOf(other) })),
  )
}
