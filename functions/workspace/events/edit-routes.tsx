/** An organiser changes or moves an event: what it means for people is said before it is kept. */
import type { Context, Hono } from 'hono'
import { changeMeans, type Meaning, touchesPeople } from '../../../forms/event-changes.ts'
import { differences, eventFields } from '../../../forms/event-fields.ts'
import { type ReadEvent, readEvent } from '../../../forms/event-form.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { EventFormPage, type EventFormProps } from './event-form-page.tsx'
import { pressed, withPreview, withRow } from './form-buttons.ts'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import { putSeatsRight } from './promote.ts'
import { SurePage } from './sure-page.tsx'
import type { Organised, OrganiserTools } from './tools.ts'
import { countTouched } from './touched.ts'

/** Revision of the event when its form was opened. */
const revisionField = 'revisie'
const promise = 'Verandert u de dag, het uur of de plaats? Dan zeggen we eerst wie een mail krijgt.'
const conflictInWords =
  'Iemand anders wijzigde deze activiteit terwijl u bezig was. Uw wijziging is nog niet bewaard. Hieronder staat wat u typte, en waar dat anders is dan wat nu bewaard is. Neem over wat u wilt houden, en bewaar opnieuw.'

type Shown = Partial<Pick<EventFormProps, 'errors' | 'added' | 'preview'>> & { conflict?: boolean }

type Written = Extract<ReadEvent, { kind: 'event' }>

export function editRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy, until }: OrganiserTools) {
  const { events, lists, now } = deps
  const path = `${eventsHome}/:slug/wijzigen`
  const refusals = workRefusals(deps.assets)

  routes.get(path, async (c) => {
    const { event } = c.var
    const refused = notNow(c, deps, 'edit')
    if (refused) return refused
    const link = await events.onlineLink(event.slug)
    return showEdit(c, eventFields(event, link), { preview: { event, link } })
  })

  routes.post(path, async (c) => {
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    return notNow(c, deps, 'edit', typed) ?? again(c, typed) ?? change(c, typed)
  })

  /** The buttons that only show the form once more. */
  function again(c: Context<Organised>, typed: RawInput) {
    const button = pressed(typed)
    if (button === 'dag' || button === 'vraag') return showEdit(c, ...withRow(typed, button))
    return button === 'terug' ? showEdit(c, typed) : undefined
  }

  async function change(c: Context<Organised>, typed: RawInput) {
    const { event: before, network, person } = c.var
    // Somebody else saved since this form was opened: sent on, it would silently take that back.
    if (typed.get(revisionField)?.[0] !== String(before.revisie)) return showConflict(c, typed)
    const about = { network: network.slug, slug: before.slug, organisator: person.employer, person, before, now: now() }
    const read = readEvent(typed, about)
    if (read.kind === 'errors') return showEdit(c, typed, { errors: read.errors })
    if (pressed(typed) !== 'bekijk') return store(c, typed, read)
    return showEdit(c, typed, withPreview(read))
  }

  async function store(c: Context<Organised>, typed: RawInput, { event: after, link }: Written) {
    const { event: before } = c.var
    const meanings = await meaningsOf(before, after, typed)
    if (meanings.length > 0)
      return c.html(<SurePage {...frameOf(c, deps)} {...{ event: before, meanings, typed }} />, 422)
    if ((await events.change(before, after, link, auditBy(c, 'gewijzigd'))) === 'changed') {
      c.set('event', (await events.read(before.slug)) ?? before)
      return showConflict(c, typed)
    }
    const end = until()
    await putSeatsRight(deps, after.slug, end)
    await lists.follow(after, now, end)
    return c.redirect(eventHome(before), 303)
  }

  async function meaningsOf(before: LoketEvent, after: LoketEvent, typed: RawInput): Promise<Meaning[]> {
    if (!touchesPeople(before, after)) return []
    return changeMeans(before, after, await countTouched(deps, after), typed)
  }

  async function showConflict(c: Context<Organised>, typed: RawInput) {
    const { event } = c.var
    const errors = differences(typed, event, await events.onlineLink(event.slug))
    return showEdit(c, typed, { errors, conflict: true })
  }

  function showEdit(c: Context<Organised>, typed: RawInput, { conflict = false, errors = [], ...shown }: Shown = {}) {
    const { event } = c.var
    const home = eventHome(event)
    return c.html(
      <EventFormPage
        {...frameOf(c, deps)}
        {...{ typed, errors, promise }}
        {...shown}
        {...(conflict ? { intro: conflictInWords } : {})}
        action={`${home}/wijzigen`}
        back={home}
        above={event.titel}
        title="Wijzig of verplaats"
        hidden={{ [revisionField]: String(event.revisie) }}
      />,
      conflict ? 409 : errors.length > 0 ? 422 : 200,
    )
  }
}
