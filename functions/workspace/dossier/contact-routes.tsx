/** Calls and notes: each press of a button is one line, however often the browser sends it. */
import { Hono } from 'hono'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { newId } from '../../shared/new-id.ts'
import { callKinds } from '../../shared/store/logbook.ts'
import { dossierPath, dossierRoute } from '../../shared/work-paths.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { onceField, onceIdIn } from '../once.ts'
import { sealedNote } from '../sealed-note.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { caseRoles, type OpenFile } from './access.ts'
import type { AtDesk, Desk } from './desk.tsx'
import { noteUrgentCall } from './note-urgent-call.ts'
import { note } from './small-pages.ts'
import { isWithdrawn, withdrawnReason } from './withdrawn.ts'

const notePage = { slug: 'notitie', title: 'Notitie', questions: [note] }
const full = 'Er is geen plaats meer voor nieuwe lijnen in dit dossier. Kopieer uw tekst en bel de beheerder van Loket.'

export function contactRoutes(deps: WorkspaceDeps, desk: Desk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const door = requirePerson(caseRoles)
  const { logbook, now } = deps

  routes.get(`${dossierRoute}/contact`, door, (c) => c.redirect(dossierPath(c.req.param('reference')), 303))

  routes.post(`${dossierRoute}/contact`, door, async (c) => {
    const sent = await desk.sent(c, () => onceAnd('contact'))
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    const kind = callKinds.find((one) => one === typed.get('contact')?.[0])
    const once = onceIdIn(typed)
    if (!kind || !once) return desk.unreadable(c)
    if (isWithdrawn(found)) return refuse(c, found, new Map())
    // Going back and pressing another button is another call.
    const { dossier } = found.file
    const doer = doneBy(c.var.person, dossier)
    const added = await logbook.add(dossier.reference, {
      ...{ id: `${once}-${kind}`, at: now().toISOString(), ...doer, kind },
      ...(kind === 'gebeld' && dossier.callBy !== undefined ? { endedCall: dossier.callBy } : {}),
    })
    return added === 'full' ? refuse(c, found, new Map(), full) : contacted(c, kind)
  })

  async function contacted(c: AtDesk, kind: (typeof callKinds)[number]) {
    if (kind === 'gebeld') await noteUrgentCall(c, deps, desk)
    return desk.done(c, 'contact', 'tijdlijn')
  }

  routes.get(`${dossierRoute}/notitie`, door, async (c) => {
    const found = await desk.find(c)
    return found ? ask(c, found, new Map(), newId(deps)) : desk.notFound(c)
  })

  routes.post(`${dossierRoute}/notitie`, door, async (c) => {
    const sent = await desk.sent(c, () => onceAnd(note.name))
    if ('answer' in sent) return sent.answer
    const once = onceIdIn(sent.typed)
    if (!once) return desk.unreadable(c)
    return isWithdrawn(sent.found) ? refuse(c, sent.found, sent.typed) : take(c, sent.found, once, sent.typed)
  })

  async function take(c: AtDesk, found: OpenFile, once: string, typed: RawInput) {
    const { answers, errors } = parsePage(notePage, typed, {}, { criteria: [], now: now() })
    const text = answers[note.name]
    if (typeof text !== 'string') return ask(c, found, typed, once, errors)
    const added = await write(c, found, once, text)
    return added === 'full'
      ? ask(c, found, typed, once, [{ name: note.name, message: full }])
      : desk.done(c, 'notitie', 'tijdlijn')
  }

  async function write(
    c: AtDesk,
    { file }: OpenFile,
    once: string,
    text: string,
  ): Promise<'added' | 'already' | 'full'> {
    const { dossier } = file
    const { reference } = dossier
    const doer = doneBy(c.var.person, dossier)
    const line = await sealedNote(deps, { dossier, ...doer, text, at: now(), id: once })
    const added = await logbook.add(reference, line)
    if (added !== 'already') return added
    // Somebody went back and wrote something else: that is another note.
    const earlier = (await deps.dossierFiles.read(reference, now()))?.lines.find(({ id }) => id === once)
    const same = earlier?.sealed !== undefined && (await deps.unseal(reference, earlier.sealed)).notitie === text
    return same ? 'already' : logbook.add(reference, { ...line, id: newId(deps) })
  }

  const refuse = (c: AtDesk, found: OpenFile, typed: RawInput, reason = withdrawnReason) =>
    desk.refuse(c, found, { reason, page: notePage, typed })

  const ask = (c: AtDesk, found: OpenFile, typed: RawInput, once: string, errors: readonly FieldError[] = []) =>
    desk.ask(c, found, { page: notePage, typed, errors, hidden: { [onceField]: once }, button: 'Bewaar de notitie' })

  return routes
}

/** Sent once each. */
const onceAnd = (name: string) => new Map([name, onceField].map((field) => [field, false]))
