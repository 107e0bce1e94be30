/** What there is to tell of an event from its start on: news on its page, and who is invited to what comes next. */
import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { counted } from '../../../forms/kit/counted.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { may } from '../../../forms/kit/events/phases.ts'
import { withEnd } from '../../../forms/kit/events/rsvp.ts'
import { wantsMail } from '../../../forms/kit/events/rsvp-mails.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { addressOnEvent, newInvitee } from '../../shared/answer-flow.ts'
import { newId } from '../../shared/new-id.ts'
import type { NewOnList } from '../../shared/store/invitee-lists.ts'
import { readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { FormPage } from './form-page.tsx'
import { newsFields, newsQuestions, readNews } from './news-form.ts'
import { NextPage } from './news-page.tsx'
import { onlyWhen } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import { mailedOn } from './told.ts'
import type { Organised, OrganiserTools } from './tools.ts'

const newsPath = `${eventsHome}/:slug/nieuws` as const
const nextPath = `${eventsHome}/:slug/volgende` as const

/** What was stored when a form was opened, in few letters: somebody else's change is not written over. */
const seenField = 'gezien'
const seenOf = (stored: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(stored ?? null))
    .digest('hex')
    .slice(0, 16)

const conflictInWords =
  'Iemand anders veranderde dit terwijl u bezig was. Wat u typte is nog niet bewaard. Kijk na wat er nu staat, en bewaar opnieuw.'

type Showing = { typed: RawInput; errors?: readonly FieldError[]; conflict?: boolean }

export function newsRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy, until }: OrganiserTools): void {
  const { assets, events, lists, now } = deps
  const refusals = workRefusals(assets)

  /** The network's own that are still to come, but this one. */
  const coming = async ({ var: { event, network } }: Context<Organised>): Promise<LoketEvent[]> =>
    (await events.list()).filter(
      (other) => other.network === network.slug && other.slug !== event.slug && may('invite', other, now()),
    )

  routes.use(newsPath, onlyWhen(deps, 'news'))
  routes.get(newsPath, (c) => showNews(c, { typed: newsFields(c.var.event) }))
  routes.post(newsPath, async (c) => {
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    const { event } = c.var
    const { errors, news } = readNews(c.var.event, typed, await coming(c))
    if (errors.length > 0) return showNews(c, { typed, errors })
    const unseen = typed.get(seenField)?.[0] !== seenOf(event.nieuws)
    if (unseen || (await events.putNews(event, news, auditBy(c, 'nieuws'))) === 'changed')
      return showNews(c, { typed, conflict: true })
    return c.redirect(`${eventHome(event)}?klaar=nieuws`, 303)
  })

  async function showNews(c: Context<Organised>, { typed, errors = [], conflict = false }: Showing) {
    const { event } = c.var
    const home = eventHome(event)
    return c.html(
      <FormPage
        {...frameOf(c, deps)}
        title="Nieuws op de pagina"
        intro={conflict ? conflictInWords : 'Er vertrekt geen mail. Dat kan daarna, aan wie op de hoogte wil blijven.'}
        questions={newsQuestions(await coming(c))}
        action={`${home}/nieuws`}
        back={home}
        hidden={{ [seenField]: seenOf(event.nieuws) }}
        typed={typed}
        errors={errors}
        button="Zet op de pagina"
      />,
      conflict ? 409 : errors.length > 0 ? 422 : 200,
    )
  }

  routes.use(nextPath, onlyWhen(deps, 'invite-on'))
  routes.get(nextPath, (c) => showNext(c, undefined))
  routes.post(nextPath, async (c) => {
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    const wanted = typed.get('naar')?.[0] ?? ''
    const target = (await coming(c)).find(({ slug }) => slug === wanted)
    if (!target) return showNext(c, 'Kies een activiteit die nog komt')
    const { added, left } = await lists.add(await whoWantsNews(c.var.event, target), now, until())
    await events.note(target.slug, auditBy(c, `${counted(added, 'genodigde', 'genodigden')} toegevoegd`))
    if (left > 0) return showNext(c, 'Nog niet iedereen staat op de lijst. Druk nog eens: niemand komt er dubbel in.')
    return c.redirect(`${eventHome(target)}?toegevoegd=${added}`, 303)
  })

  /** As new people on the list of what comes next: nobody twice, and nothing leaves before they are invited. */
  async function whoWantsNews(event: LoketEvent, target: LoketEvent): Promise<NewOnList[]> {
    const { addressKey } = await deps.secrets()
    const found: NewOnList[] = []
    for await (const page of lists.everybody(event.slug, now(), 'op_de_hoogte')) {
      const people = page.filter(wantsMail)
      const addresses = await lists.addresses(
        people.map(({ id }) => id),
        now(),
      )
      for (const { id, naam, organisatie, functie } of people) {
        const email = addresses.get(id)
        if (email === undefined) continue
        const adres = addressOnEvent(addressKey, target.slug, email)
        const invitee = newInvitee({ id: newId(deps), event: target, adres, bron: 'import', now: now() })
        const who = { ...(naam && { naam }), ...(organisatie && { organisatie }), ...(functie && { functie }) }
        found.push({ email, invitee: withEnd(target, { ...invitee, ...who }) })
      }
    }
    return found
  }

  async function showNext(c: Context<Organised>, problem: string | undefined) {
    const { event } = c.var
    const count = await mailedOn(deps, event.slug, 'op_de_hoogte')
    return c.html(
      <NextPage {...frameOf(c, deps)} {...{ event, count, problem }} coming={await coming(c)} />,
      problem ? 422 : 200,
    )
  }
}
