/** An organiser lets an answer in, or refuses it. */
import type { Hono } from 'hono'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { listOf } from '../../../forms/kit/events/rsvp.ts'
import { type Verdict, verdictOn } from '../../../forms/kit/events/rsvp-decide.ts'
import { promise } from '../../../forms/kit/post/mail.ts'
import { storeAnswer } from '../../shared/answer-flow.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { isHeldAsSuspect } from '../../shared/store/outbox-item.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

/** What was decided, by the list its invitee is on now. */
export const decidedInWords: Readonly<Record<string, string>> = {
  ja: 'Aanvaard: deze persoon neemt deel. De bevestiging vertrekt nu.',
  wacht: 'Alles is volzet: deze persoon staat nu op de wachtlijst. De mail daarover vertrekt nu.',
  nee: 'Aanvaard: deze persoon kan niet. De bevestiging vertrekt nu.',
  op_de_hoogte: 'Aanvaard: we houden deze persoon op de hoogte. De bevestiging vertrekt nu.',
  tekort: 'Niet aanvaard: deze persoon heeft al een plaats, en er zijn er te weinig vrij voor wie meekomt.',
  geweigerd: 'Geweigerd. Deze persoon krijgt daar geen mail over: laat het zelf weten.',
}

export function decideRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy }: OrganiserTools): void {
  const { events, invitees, now } = deps
  routes.post(`${eventsHome}/:slug/genodigden/:id/:besluit{aanvaarden|weigeren}`, async (c) => {
    const { event } = c.var
    const { id = '', besluit }: Record<string, string> = c.req.param()
    const { list, done } = await lookAgain(() => decide(event, id, besluit === 'aanvaarden'), inCrowd)
    if (done && done !== 'tekort')
      await events.note(event.slug, auditBy(c, `${list === 'laat' ? 'te laat' : list}: ${besluit}`))
    return c.redirect(`${eventHome(event)}/genodigden?lijst=${list}${done ? `&klaar=${done}` : ''}`, 303)
  })

  /** The list it waited on and what was done, if anything; undefined when somebody else was first. */
  async function decide(event: LoketEvent, id: string, accepts: boolean) {
    const at = now()
    const verdict = verdictOn(event, await invitees.read(id, at), accepts, at)
    const { kind, list } = verdict
    if (kind === 'gone') return { list }
    const stored = kind === 'let-in' ? await letIn(event, verdict, at) : await refuse(event, verdict, at)
    if (stored === 'changed') return undefined
    if (typeof stored === 'object') return { list, done: 'tekort' }
    const after = accepts ? await invitees.read(id, at) : undefined
    return { list, done: after ? listOf(after) : 'geweigerd' }
  }

  /** What was held for a look makes way for the mail that says it. */
  async function letIn(event: LoketEvent, { before, given }: Extract<Verdict, { kind: 'let-in' }>, at: Date) {
    const mails = before.verdacht ? await deps.dossierMails.list(before.id, at) : []
    const takeBack = mails.filter(isHeldAsSuspect).map(({ mailId }) => mailId)
    return storeAnswer(deps, { event, who: before, given, takeBack, now: at, options: { late: true } })
  }

  const refuse = (event: LoketEvent, { before, after }: Extract<Verdict, { kind: 'refuse' }>, at: Date) =>
    invitees.answer({ event, before, after, mails: promise(), now: at })
}
