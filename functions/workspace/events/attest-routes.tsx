/** Attests: on paper, by mail where one's own is, and whether a code that somebody reads out is right. */
import type { Context, Hono } from 'hono'
import { counted } from '../../../forms/kit/counted.ts'
import { type Attest, attestsOf, readCode } from '../../../forms/kit/events/attest.ts'
import { rowId } from '../../../forms/kit/events/presence.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { wantsMail } from '../../../forms/kit/events/rsvp-mails.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { attestCode } from '../../shared/attest-code.ts'
import { readBody } from '../../shared/web/body.ts'
import { attendancePath, attendanceRoute } from '../../shared/work-paths.ts'
import { frameOf, noteView } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { AttestsPage, CheckPage, type WithCode } from './attest-page.tsx'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

export function attestRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy, until }: OrganiserTools): void {
  const { assets, attendance, events, now } = deps
  const refusals = workRefusals(assets)
  const attests = `${attendanceRoute}/attesten` as const
  const check = `${attendanceRoute}/nakijken` as const

  async function everyAttest(c: Context<Organised>): Promise<WithCode[]> {
    const { event } = c.var
    const { addressKey } = await deps.secrets()
    const people = await attendance.everybody(event.slug, now())
    const all = people.flatMap((invitee) => attestsOf(event, invitee, now()))
    return all
      .sort((one, other) => (one.naam ?? '').localeCompare(other.naam ?? '', 'nl'))
      .map((attest) => ({ attest, code: attestCode(addressKey, attest.invitee, attest.who) }))
  }

  /** Who gets the mail, and how many have it. */
  async function mailable(all: readonly WithCode[]): Promise<{ toMail: Invitee[]; mailed: number }> {
    const people = [...new Map(all.map(({ attest: { invitee } }) => [invitee.id, invitee])).values()]
    const wanted = people.filter(wantsMail)
    const mailed = await attendance.mailed(wanted.map(({ id }) => id))
    return { toMail: wanted.filter(({ id }) => !mailed.has(id)), mailed: mailed.size }
  }

  routes.get(attests, async (c) => {
    const refused = notNow(c, deps, 'attest')
    if (refused) return refused
    const all = await everyAttest(c)
    const wie = c.req.query('wie')
    const shown = all.filter(({ attest: { invitee, who } }) => !wie || rowId(invitee.id, who) === wie)
    if (wie && shown.length === 0) return refusals.brokenLink(c, c.var.network)
    await noteView(c, deps, 'genodigden', [...new Set(shown.map(({ attest }) => attest.invitee.id))])
    const { toMail, mailed } = await mailable(all)
    return c.html(
      <AttestsPage
        {...frameOf(c, deps)}
        {...{ event: c.var.event, attests: shown, mailed }}
        one={wie !== undefined}
        toMail={toMail.length}
        done={doneInWords(c.req.query('klaar'), toMail.length)}
      />,
    )
  })

  routes.post(attests, async (c) => {
    const refused = notNow(c, deps, 'attest')
    if (refused) return refused
    const { toMail } = await mailable(await everyAttest(c))
    const mailed = await attendance.mailAttests(toMail, now, until())
    await events.note(c.var.event.slug, auditBy(c, `attest gemaild aan ${counted(mailed, 'mens', 'mensen')}`))
    return c.redirect(`${attendancePath(c.var.event, 'attesten')}?klaar=gemaild`, 303)
  })

  routes.get(check, (c) => notNow(c, deps, 'attendance') ?? showCheck(c, { code: '' }))
  routes.post(check, async (c) => {
    const refused = notNow(c, deps, 'attendance')
    if (refused) return refused
    const typed = (await readBody(c))?.get('code')?.[0] ?? ''
    const code = readCode(typed)
    const errors = [{ name: 'code', message: 'Vul de zes letters en cijfers van de code in' }]
    if (!code) return showCheck(c, { code: typed, errors })
    const found = (await everyAttest(c)).find((one) => one.code === code)?.attest ?? null
    await noteView(c, deps, 'genodigden', found ? [found.invitee.id] : [])
    return showCheck(c, { code, found })
  })

  function showCheck(
    c: Context<Organised>,
    { code, errors = [], found }: { code: string; errors?: readonly FieldError[]; found?: Attest | null },
  ) {
    const page = <CheckPage {...frameOf(c, deps)} {...{ event: c.var.event, code, errors, found }} />
    return c.html(page, errors.length > 0 ? 422 : 200)
  }
}

function doneInWords(klaar: string | undefined, left: number): string | undefined {
  if (klaar !== 'gemaild') return undefined
  return left === 0 ? 'De mails vertrekken nu, een voor een.' : 'Nog niet iedereen. Druk nog eens om verder te gaan.'
}
