/** Logs a call that somebody takes: a dossier like any other, once; closed at once when that was all. */

import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { callForm } from '../../../forms/call-form.ts'
import { readCall } from '../../../forms/kit/call.ts'
import type { Role } from '../../../forms/kit/content-schema.ts'
import { judgeService, type Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { submit } from '../../../forms/kit/lifecycle/submit.ts'
import { withoutNow } from '../../../forms/kit/post/mail.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import { takenIn } from '../../../forms/kit/questions/criteria.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { makeReference } from '../../../forms/kit/reference.ts'
import { newId } from '../../shared/new-id.ts'
import { takeIn } from '../../shared/take-in.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { dossierPath, logCallPath, phonePath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { mayOpen } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import { makeExplainedMove } from '../make-explained-move.ts'
import { onceField, onceIdIn } from '../once.ts'
import { sealedNote } from '../sealed-note.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { LogCallPage } from './log-call-page.tsx'

export function logCallRoutes({ deps, requirePerson }: PartDeps, callers: readonly Role[]) {
  const routes = new Hono<SignedIn>()
  const { unreadable, brokenLink } = workRefusals(deps.assets)

  routes.get(logCallPath, requirePerson(callers), (c) => {
    const form = callForm(c.var.network)
    return form ? show(c, form.page, newId(deps), new Map()) : brokenLink(c, c.var.network)
  })

  routes.post(logCallPath, requirePerson(callers), async (c) => {
    const form = callForm(c.var.network)
    if (!form) return brokenLink(c, c.var.network)
    const { service, page } = form
    const body = await readBody(c)
    const typed = body && pickFields(body, fieldsOf(page, body, onceField))
    const once = typed && onceIdIn(typed)
    if (!once) return unreadable(c)
    const known = service.form.loggedByTeam ?? {}
    const { answers, errors } = parsePage(page, typed, known, { criteria: service.settings.criteria, now: deps.now() })
    if (errors.length > 0) return show(c, page, once, typed, errors)
    const dossier = await file(c, service, once, { ...known, ...answers })
    // Who may not open what nobody holds finds it among those who wait for a call.
    const here = readCall(answers).ending === undefined && mayOpen(c.var.person, dossier)
    return c.redirect(here ? dossierPath(dossier.reference) : `${phonePath}?klaar=1`, 303)
  })

  async function file(c: AtDesk, service: Service, once: string, all: Answers): Promise<Dossier> {
    const { person, network } = c.var
    const now = deps.now()
    const { answers, advice, ending } = readCall(all)
    const reference = makeReference(service.form.prefix, await idOf([network.slug, person.id, once], all))
    const submission = submit({
      days: c.var.days,
      ...{ service, answers, suspect: false, reference, origin: `telefoon-${reference}`, byStaff: true, now },
      judgement: takenIn(judgeService(service, answers, now)),
    })
    // Who logs it knows of it, and whoever calls left no address: nobody is mailed.
    const known = { ...submission, email: undefined, mails: withoutNow(submission.mails) }
    const taken = await takeIn(deps, { service, submission: known, answers, applicant: undefined, now })
    const { dossier } = taken
    const note = advice !== undefined && !ending ? await noteOf(dossier, person.id, advice, now) : undefined
    await deps.dossiers.file({ ...taken, note, audit: { who: person.id, what: 'ingediend' } })
    if (ending) await end(c, service, dossier, ending, advice)
    return dossier
  }

  const noteOf = (dossier: Dossier, who: string, text: string, at: Date) => sealedNote(deps, { dossier, who, text, at })

  /** By a second press of the button it was ended already: the dossier is not what it was when it was taken in. */
  async function end(c: AtDesk, service: Service, dossier: Dossier, action: string, reason: string | undefined) {
    const { person, content } = c.var
    await makeExplainedMove(deps, { service, content, dossier, command: { action, by: person }, reason })
  }

  /** The same page sent again is the same call; other words are another one. Nobody can work back from it. */
  async function idOf(page: readonly string[], answers: Answers): Promise<Uint8Array> {
    const { addressKey } = await deps.secrets()
    return createHmac('sha256', Buffer.from(addressKey, 'base64'))
      .update(JSON.stringify([...page, answers]))
      .digest()
  }

  const show = (c: AtDesk, page: Page, once: string, typed: RawInput, errors: readonly FieldError[] = []) =>
    c.html(<LogCallPage {...frameOf(c, deps)} {...{ page, once, typed, errors }} />, errors.length > 0 ? 422 : 200)

  return routes
}
