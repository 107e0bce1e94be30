/** An organiser writes down what somebody said on the phone. */
import type { Context, Hono } from 'hono'
import { rsvpQuestions } from '../../../forms/event-rsvp.ts'
import { writtenStep } from '../../../forms/kit/events/answer-flow.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { tooFew } from '../../../forms/kit/events/seats.ts'
import { asTyped, type RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { filledIn } from '../../../forms/read-rsvp.ts'
import { contactOn, storeAnswer } from '../../shared/answer-flow.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { newId } from '../../shared/new-id.ts'
import { readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { FormPage } from './form-page.tsx'
import { inviteeOn } from './look-up.ts'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

const path = `${eventsHome}/:slug/namens` as const

/** Whom it is about, of who is on the list: then how they are reached is known. */
const whoField = 'wie'
const reachFields = ['email', 'telefoon']

/** Of somebody on the list, as the form shows them. */
const knownFields = ({ id, naam = '', organisatie = '', antwoord }: Invitee): Record<string, string> => ({
  [whoField]: id,
  ...{ naam, organisatie, antwoord: antwoord ?? '' },
})

export function onBehalfRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy }: OrganiserTools): void {
  const { assets, events, invitees, now } = deps
  const refusals = workRefusals(assets)

  routes.get(path, async (c) => {
    const known = await inviteeOn(deps, c.var.event, c.req.query(whoField))
    const typed = asTyped(known ? knownFields(known) : {})
    return notNow(c, deps, 'write-down') ?? showOnBehalf(c, typed, [])
  })
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
    const filled = filledIn(event, typed, at, { by: 'organiser' })
    const contact = contactOn((await deps.secrets()).addressKey, event.slug, filled)
    const chosen = await inviteeOn(deps, event, typed.get(whoField)?.[0])
    const known = filled.given && (chosen ?? (await invitees.find(event.slug, contact.adres, at)))
    const step = writtenStep({ ...filled, event, known, now: at })
    if (step.kind !== 'store') return { step, event }
    // Whom an organiser speaks with is no machine.
    const who = known ?? { id: newId(deps), bron: 'namens' as const, ...contact }
    const stored = await storeAnswer(deps, { event, who, given: step.given, now: at, options: { late: true } })
    if (typeof stored === 'object')
      return { step: { kind: 'show' as const, errors: [tooFew(event, stored.short)] }, event }
    return stored === 'changed' ? undefined : { step, event }
  }

  function showOnBehalf(c: Context<Organised>, typed: RawInput, errors: readonly FieldError[]) {
    const home = eventHome(c.var.event)
    const who = typed.get(whoField)?.[0]
    const asked = rsvpQuestions(c.var.event, { by: 'organiser' })
    return c.html(
      <FormPage
        {...frameOf(c, deps)}
        title="Antwoord noteren"
        intro="Voor iemand die belde. Een naam en een antwoord zijn genoeg. Met een e-mailadres krijgt die persoon een bevestiging."
        questions={who ? asked.filter(({ name }) => !reachFields.includes(name)) : asked}
        hidden={who ? { [whoField]: who } : {}}
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
