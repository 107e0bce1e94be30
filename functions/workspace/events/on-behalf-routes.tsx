/** An organiser writes down what somebody said on the phone. */
import type { Context, Hono } from 'hono'
import { rsvpQuestions } from '../../../forms/event-rsvp.ts'
import { writtenStep } from '../../../forms/kit/events/answer-flow.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { tooFew } from '../../../forms/kit/events/seats.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { filledIn } from '../../../forms/read-rsvp.ts'
import { addressOnEvent, storeAnswer } from '../../shared/answer-flow.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { newId } from '../../shared/new-id.ts'
import { readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { FormPage } from './form-page.tsx'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

const path = `${eventsHome}/:slug/namens` as const

export function onBehalfRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy }: OrganiserTools): void {
  const { assets, events, invitees, now } = deps
  const refusals = workRefusals(assets)

  routes.get(path, (c) => notNow(c, deps, 'write-down') ?? showOnBehalf(c, new Map(), []))
  routes.post(path, async (c) => {
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    const { step, event } = await lookAgain(() => writeDown(c.var.event, typed), inCrowd)
    const refused = step.kind === 'refuse' ? notNow(c, deps, 'write-down', typed) : undefined
    if (refused) return refused
    if (step.kind !== 'store') return showOnBehalf(c, typed, step.kind === 'show' ? step.errors : [])
    await events.note(event.slug, auditBy(c, 'namens geantwoord'))
    return c.redirect(eventHome(event), 303)
  })

  /** Undefined when a neighbour was first. */
  async function writeDown(event: LoketEvent, typed: RawInput) {
    const at = now()
    const filled = filledIn(event, typed, at)
    const { given, email = '' } = filled
    const adres = addressOnEvent((await deps.secrets()).addressKey, event.slug, email)
    const known = given && (await invitees.find(event.slug, adres, at))
    const step = writtenStep({ ...filled, event, known, now: at })
    if (step.kind !== 'store') return { step, event }
    // Whom an organiser speaks with is no machine.
    const who = known ?? { id: newId(deps), adres, bron: 'namens' as const, email }
    const stored = await storeAnswer(deps, { event, who, given: step.given, now: at, options: { late: true } })
    if (typeof stored === 'object')
      return { step: { kind: 'show' as const, errors: [tooFew(event, stored.short)] }, event }
    return stored === 'changed' ? undefined : { step, event }
  }

  function showOnBehalf(c: Context<Organised>, typed: RawInput, errors: readonly FieldError[]) {
    const home = eventHome(c.var.event)
    return c.html(
      <FormPage
        {...frameOf(c, deps)}
        title="Antwoord noteren"
        intro="Voor iemand die belde. Die persoon krijgt een bevestiging met een eigen link."
        questions={rsvpQuestions(c.var.event)}
        action={`${home}/namens`}
        back={home}
        typed={typed}
        errors={errors}
        button="Noteer"
      />,
      errors.length > 0 ? 422 : 200,
    )
  }
}
