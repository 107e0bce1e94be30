/** An organiser lets an answer in, or refuses it. */
import type { Hono } from 'hono'
import { type Given, type Invitee, type InviteeList, listOf } from '../../../forms/kit/events/rsvp.ts'
import { mayDecide, toDecide } from '../../../forms/kit/events/rsvp-decide.ts'
import { promise } from '../../../forms/kit/post/mail.ts'
import { storeAnswer } from '../../shared/rsvp.ts'
import { isHeldAsSuspect } from '../../shared/store/outbox-item.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { eventHome, eventsHome } from '../paths.ts'
import type { Organised, OrganiserTools } from './tools.ts'

/** Looks at an answer that somebody changes at the same moment. */
const looks = 12

/** What was decided, by the list its invitee is on now. */
export const decidedInWords: Readonly<Record<string, string>> = {
  ja: 'Aanvaard: deze persoon neemt deel. De bevestiging vertrekt nu.',
  wacht: 'Alles is volzet: deze persoon staat nu op de wachtlijst. De mail daarover vertrekt nu.',
  nee: 'Aanvaard: deze persoon kan niet. De bevestiging vertrekt nu.',
  op_de_hoogte: 'Aanvaard: we houden deze persoon op de hoogte. De bevestiging vertrekt nu.',
  geweigerd: 'Geweigerd. Deze persoon krijgt daar geen mail over: laat het zelf weten.',
}

export function decideRoutes(routes: Hono<Organised>, deps: WorkspaceDeps, { auditBy }: OrganiserTools): void {
  const { events, invitees, now } = deps
  routes.post(`${eventsHome}/:slug/genodigden/:id/:besluit{aanvaarden|weigeren}`, async (c) => {
    const { event } = c.var
    const { id, besluit }: Record<string, string> = c.req.param()
    let list: InviteeList = 'laat'
    for (let look = 0; look < looks; look += 1) {
      const at = now()
      const before = await invitees.read(id ?? '', at)
      const given = before?.activiteit === event.slug ? toDecide(before) : undefined
      if (!before || !given || !mayDecide(event, before, at)) break
      list = listOf(before)
      if (besluit === 'weigeren' && !before.laat) break
      const outcome = besluit === 'aanvaarden' ? await letIn(before, given, at) : await refuse(before, at)
      if (outcome === 'changed') continue
      await events.note(event.slug, auditBy(c, `${list === 'laat' ? 'te laat' : list}: ${besluit}`))
      const after = besluit === 'aanvaarden' ? await invitees.read(before.id, at) : undefined
      return c.redirect(
        `${eventHome(event)}/genodigden?lijst=${list}&klaar=${after ? listOf(after) : 'geweigerd'}`,
        303,
      )
    }
    return c.redirect(`${eventHome(event)}/genodigden?lijst=${list}`, 303)

    /** By the ordinary rules, as if they answered now; what was held for a look makes way for the mail that says it. */
    async function letIn(invitee: Invitee, given: Given, at: Date) {
      const mails = invitee.verdacht ? await deps.dossierMails.list(invitee.id, at) : []
      const takeBack = mails.filter(isHeldAsSuspect).map(({ mailId }) => mailId)
      return storeAnswer(deps, { event, invitee, isNew: false, given, takeBack, now: at, options: { late: true } })
    }
    function refuse(before: Invitee, at: Date) {
      const { laat: _refused, ...rest } = before
      const after: Invitee = { ...rest, revisie: before.revisie + 1 }
      return invitees.answer({ event, before, after, mails: promise(), now: at })
    }
  })
}
