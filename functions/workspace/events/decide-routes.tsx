/** An organiser lets an answer in, or refuses it; all who were too late at once where there is room. */
import type { Context, Hono } from 'hono'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { may } from '../../../forms/kit/events/phases.ts'
import { listOf } from '../../../forms/kit/events/rsvp.ts'
import { mayDecide, type Verdict, verdictOn } from '../../../forms/kit/events/rsvp-decide.ts'
import { promise } from '../../../forms/kit/post/mail.ts'
import { storeAnswer } from '../../shared/answer-flow.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { isHeldAsSuspect } from '../../shared/store/outbox-item.ts'
import { readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { workRefusals } from '../work-message.tsx'
import { inviteeOn } from './look-up.ts'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

/** What was decided, by the list its invitee is on now; or why nothing was. */
export const decidedInWords: Readonly<Record<string, string>> = {
  ja: 'Aanvaard: deze persoon neemt deel. De bevestiging vertrekt nu.',
  wacht: 'Alles is volzet: deze persoon staat nu op de wachtlijst. De mail daarover vertrekt nu.',
  nee: 'Aanvaard: deze persoon kan niet. De bevestiging vertrekt nu.',
  op_de_hoogte: 'Aanvaard: we houden deze persoon op de hoogte. De bevestiging vertrekt nu.',
  tekort: 'Niet aanvaard: deze persoon heeft al een plaats, en er zijn er te weinig vrij voor wie meekomt.',
  geweigerd: 'Geweigerd. Deze persoon krijgt daar geen mail over: laat het zelf weten.',
  beslist: 'Er is niets veranderd: iemand anders besliste dit al. Hieronder ziet u wie nog wacht.',
  weg: 'Deze persoon staat niet meer op de lijst.',
}

/** Where an answer waits for a decision; undefined when a neighbour was first. */
type Decided = { list: string; done: string; isNew: boolean } | undefined

export function decideRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy, until }: OrganiserTools): void {
  const { assets, events, invitees, lists, now } = deps
  const refusals = workRefusals(assets)

  routes.post(`${eventsHome}/:slug/genodigden/:id/:besluit{aanvaarden|weigeren}`, async (c) => {
    const { event } = c.var
    const { id = '', besluit }: Record<string, string> = c.req.param()
    const refused = await tooLateToDecide(c, id)
    if (refused) return refused
    const { list, done, isNew } = await lookAgain(() => decide(event, id, besluit === 'aanvaarden'), inCrowd)
    if (isNew) await events.note(event.slug, auditBy(c, `${list === 'laat' ? 'te laat' : list}: ${besluit}`))
    return c.redirect(`${eventHome(event)}/genodigden?${new URLSearchParams({ lijst: list, klaar: done })}`, 303)
  })

  /** A seat that cannot change hands any more: said, and nothing done. */
  async function tooLateToDecide(c: Context<Organised>, id: string) {
    const invitee = await inviteeOn(deps, c.var.event, id)
    return invitee && !mayDecide(c.var.event, invitee, now()) ? notNow(c, deps, 'let-in') : undefined
  }

  /** Those the page showed, one by one: what somebody says meanwhile is not let in unseen. */
  routes.post(`${eventsHome}/:slug/genodigden/toelaten`, async (c) => {
    const { event } = c.var
    const body = await readBody(c)
    if (!body) return refusals.unreadable(c)
    const refused = notNow(c, deps, 'let-in')
    if (refused) return refused
    const letIn = await letAllIn(event, body.get('gezien')?.[0] ?? '')
    if (letIn > 0) await events.note(event.slug, auditBy(c, `te laat: ${letIn} toegelaten`))
    return c.redirect(`${eventHome(event)}?toegelaten=${letIn}`, 303)
  })

  /** `seen`: ISO instant of the page; without one nobody is. In the order in which they answered. */
  async function letAllIn(event: LoketEvent, seen: string): Promise<number> {
    const late: { id: string; at: string }[] = []
    for await (const page of lists.everybody(event.slug, now(), 'laat'))
      for (const { id, laat } of page) if (laat && laat.at <= seen) late.push({ id, at: laat.at })
    let letIn = 0
    const end = until()
    for (const { id } of late.sort((one, other) => one.at.localeCompare(other.at))) {
      if (now() > end || !may('let-in', event, now())) break
      const { isNew } = await lookAgain(() => decide(event, id, true), inCrowd)
      if (isNew) letIn += 1
    }
    return letIn
  }

  async function decide(event: LoketEvent, id: string, accepts: boolean): Promise<Decided> {
    const at = now()
    const verdict = verdictOn(event, await invitees.read(id, at), accepts, at)
    const { kind, list } = verdict
    if (kind === 'gone') return { list, done: 'beslist', isNew: false }
    const stored = kind === 'let-in' ? await letIn(event, verdict, at) : await refuse(event, verdict, at)
    if (stored === 'changed') return undefined
    if (typeof stored === 'object') return { list, done: 'tekort', isNew: false }
    const after = accepts ? await invitees.read(id, at) : undefined
    return { list, done: after ? listOf(after) : 'geweigerd', isNew: true }
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
