/** Takes the last move of a dossier back, or lets its mail leave without waiting (forms/kit/lifecycle/undo.ts). */
import { Hono } from 'hono'
import { type Dossier, shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import { isLastDone } from '../../../forms/kit/lifecycle/last-done.ts'
import { type UndoRefusal, undo, undoableBy, undoMinutes } from '../../../forms/kit/lifecycle/undo.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Moved } from '../../shared/along.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { moveToStore } from '../../shared/make-move.ts'
import { createMeetingRecord } from '../../shared/store/meeting-record.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { mailLeft } from '../../shared/store/undo.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { dossierPath, dossierRoute } from '../../shared/work-paths.ts'
import { actOn } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { caseRoles, mayOpen, type OpenFile } from './access.ts'
import type { AtDesk, Desk } from './desk.tsx'
import { undoPlaceField, undoPlaces } from './undo-note.tsx'

const fields = new Map(['revision', undoPlaceField].map((name) => [name, false]))

export function undoRoutes(deps: WorkspaceDeps, desk: Desk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const door = requirePerson(caseRoles)
  const { dossiers, dossierMails, now } = deps

  for (const action of ['ongedaan', 'meteen'] as const) {
    const path = `${dossierRoute}/${action}` as const
    routes.get(path, door, (c) => c.redirect(dossierPath(c.req.param('reference')), 303))
    routes.post(path, door, async (c) => {
      const body = await readBody(c)
      const typed = body && pickFields(body, fields)
      if (!typed) return desk.unreadable(c)
      return action === 'ongedaan' ? lookAgain(() => takeBack(c, typed)) : sendNow(c, typed)
    })
  }

  /** Undefined when something else was first. */
  async function takeBack(c: AtDesk, typed: RawInput): Promise<Response | undefined> {
    const first = await desk.inNetwork(c)
    // Before the dossier is: a press at the same moment takes both, and that is no mail that left.
    const mails = first ? await dossierMails.list(first.file.dossier.reference, now()) : []
    const found = first && (await desk.inNetwork(c))
    if (!found || !isTheirs(c, found, typed)) return desk.notFound(c)
    if (isDone(c, found, typed)) return finished(c, found, typed, 'ongedaan')
    const decision = decided(c, found, typed, mails)
    if (decision.kind === 'refused') return refuse(c, found, decision.reason)
    return (await store(c, found, decision)) ? finished(c, found, typed, 'ongedaan') : undefined
  }

  /** Whoever gave it away does not open it any more, but made the move, or took it back with this very press. */
  const isTheirs = (c: AtDesk, found: OpenFile, typed: RawInput) =>
    mayOpen(c.var.person, found.file.dossier) || found.file.made?.who === c.var.person.id || isDone(c, found, typed)

  function decided(
    c: AtDesk,
    { service, file: { dossier, made } }: OpenFile,
    typed: RawInput,
    mails: readonly OutboxItem[],
  ) {
    return undo({
      ...{ service, days: c.var.days, dossier, made, by: c.var.person, now: now() },
      sent: typed.get('revision')?.[0],
      mailLeft: made !== undefined && mailLeft(made, mails),
    })
  }

  async function store(c: AtDesk, { service, file: { dossier: before, made } }: OpenFile, decision: Moved) {
    if (!made) return false
    const at = now()
    const { person } = c.var
    const audit = { ...doneBy(person, before), what: 'ongedaan', undid: made.action }
    const along = [
      ...deps.undo.writesOf(before.reference, made, at),
      ...(made.meeting
        ? [deps.open(createMeetingRecord).struck(before.network, made.meeting, { ...before, ...made })]
        : []),
    ]
    const stored = await dossiers.move(moveToStore(deps, { service, before, decision, audit, now: at }), along)
    return stored === 'moved'
  }

  async function sendNow(c: AtDesk, typed: RawInput) {
    const found = await desk.inNetwork(c)
    if (!found || !isTheirs(c, found, typed)) return desk.notFound(c)
    const { dossier, made } = found.file
    const last = undoableBy(dossier, made, c.var.person, now())
    const shown = shownRevision(dossier, typed.get('revision')?.[0]) === dossier.revision
    if (last && shown) await letGo(c, dossier, last.mails)
    // What cannot be hurried left already, or leaves by itself.
    return finished(c, found, typed, 'meteen')
  }

  async function letGo(c: AtDesk, dossier: Dossier, ids: readonly string[]) {
    const { reference } = dossier
    const mails = await dossierMails.list(reference, now())
    const waiting = mails.filter(({ mailId, status }) => ids.includes(mailId) && status === 'wacht')
    if (waiting.length === 0) return
    const { network: _, ...act } = actOn(c, deps, dossier)
    await deps.undo.sendNow(
      reference,
      waiting.map(({ mailId }) => mailId),
      act,
    )
  }

  /** To the dossier as it is now; who may not open it goes on where they were. */
  async function finished(c: AtDesk, { file }: OpenFile, typed: RawInput, action: 'ongedaan' | 'meteen') {
    const { reference } = file.dossier
    if (await desk.find(c)) return desk.done(c, action)
    const place = typed.get(undoPlaceField)?.[0] === 'calls' ? undoPlaces.calls : undoPlaces.requests
    return c.redirect(`${place}?klaar=${action}&dossier=${reference}`, 303)
  }

  const refuse = (c: AtDesk, found: OpenFile, reason: UndoRefusal) =>
    desk.refuse(
      c,
      found,
      { reason: refusals[reason], page: { slug: 'ongedaan', title: 'Maak ongedaan', questions: [] } },
      reason === 'not-you' ? 403 : 409,
    )

  return routes
}

/** A second press: the last thing that was done is this, by this person, from the page they look at. */
const isDone = (c: AtDesk, { file: { dossier, history } }: OpenFile, typed: RawInput): boolean =>
  shownRevision(dossier, typed.get('revision')?.[0]) === dossier.revision - 1 &&
  isLastDone(history, { who: c.var.person.id, what: 'ongedaan' })

const refusals: Readonly<Record<UndoRefusal, string>> = {
  changed: 'Na deze stap veranderde dit dossier nog. Daarom kunt u de stap niet meer ongedaan maken.',
  'not-you': 'Alleen wie deze stap deed, kan ze ongedaan maken.',
  over: `De ${undoMinutes} minuten zijn voorbij. U kunt deze stap niet meer ongedaan maken. Kies op het dossier wat er nu moet gebeuren.`,
  'mail-left': 'De mail over deze stap is al vertrokken. U kunt ze niet meer ongedaan maken.',
  ended: 'De bewaartermijn van dit dossier is voorbij. U kunt deze stap niet meer ongedaan maken.',
}
