/** While an event runs, the one thing that may turn out to be wrong is put right: the link, and the text beside it. */
import type { Context, Hono } from 'hono'
import { eventFields } from '../../../forms/event-fields.ts'
import { paragraphsIn, tooLarge } from '../../../forms/event-form.ts'
import { link, whatQuestions } from '../../../forms/event-form-questions.ts'
import { may } from '../../../forms/kit/events/phases.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { FormPage } from './form-page.tsx'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

const questions = [link, ...whatQuestions.filter(({ name }) => name === 'omschrijving')]

const meanwhile: FieldError = { name: 'link', message: 'Iemand anders wijzigde deze activiteit net. Bewaar opnieuw.' }

export function linkRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy }: OrganiserTools) {
  const { events, now } = deps
  const path = `${eventsHome}/:slug/link`
  const refusals = workRefusals(deps.assets)

  routes.get(path, async (c) => {
    const { event } = c.var
    // Before the start all of it can be changed, in one place.
    if (may('edit', event, now())) return c.redirect(`${eventHome(event)}/wijzigen`, 303)
    const refused = notNow(c, deps, 'edit-link')
    return refused ?? showLink(c, eventFields(event, await events.onlineLink(event.slug)), [])
  })

  routes.post(path, async (c) => {
    const { event } = c.var
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    const refused = notNow(c, deps, 'edit-link', typed)
    if (refused) return refused
    const page = { slug: '', title: '', questions }
    const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now: now() })
    const after = { ...event, omschrijving: paragraphsIn(String(answers.omschrijving ?? '')) }
    const large = tooLarge(after, event)
    if (errors.length > 0 || large) return showLink(c, typed, large ? [...errors, large] : errors)
    // Nobody's mail or place follows from it, so nobody has to follow.
    const kept = answers.link === undefined ? null : String(answers.link)
    const outcome = await events.change(event, after, kept, auditBy(c, 'link gewijzigd'))
    return outcome === 'stored' ? c.redirect(eventHome(event), 303) : showLink(c, typed, [meanwhile])
  })

  function showLink(c: Context<Organised>, typed: RawInput, errors: readonly FieldError[]) {
    const home = eventHome(c.var.event)
    return c.html(
      <FormPage
        {...frameOf(c, deps)}
        {...{ typed, errors, questions }}
        title="Verander de link"
        intro="De activiteit is begonnen. De link en de omschrijving kunt u nog verbeteren. Niemand krijgt een mail."
        action={`${home}/link`}
        back={home}
        button="Bewaar"
      />,
      errors.length > 0 ? 422 : 200,
    )
  }
}
