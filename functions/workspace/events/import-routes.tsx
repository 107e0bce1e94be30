/** A list of invitees as people have it: read and shown first, and only then put on the list; what breaks off goes on with one press. */
import type { Context, Hono } from 'hono'
import { canInvite } from '../../../forms/event-form.ts'
import { mostWords } from '../../../forms/event-rsvp.ts'
import { counted } from '../../../forms/kit/counted.ts'
import { phaseOf } from '../../../forms/kit/events/events.ts'
import type { ListedPerson } from '../../../forms/kit/events/list/judge.ts'
import { type ReadList, readList } from '../../../forms/kit/events/list/read-list.ts'
import { withEnd } from '../../../forms/kit/events/rsvp.ts'
import { addressOnEvent, newInvitee } from '../../shared/answer-flow.ts'
import { newId } from '../../shared/new-id.ts'
import type { NewOnList } from '../../shared/store/invitee-lists.ts'
import { fitsInAnswer, readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { PastePage } from './import-page.tsx'
import { ListPage, type Progress } from './list-page.tsx'
import type { EventDeps } from './open-events.ts'
import { type PostedList, readPostedList } from './posted-list.ts'
import type { Organised, OrganiserTools } from './tools.ts'

const problems = {
  tooLong: 'Uw lijst is te lang om hier opnieuw te tonen. Plak ze nog eens, verbeterd of in delen.',
  workbook:
    'Dit bestand is een werkmap van Excel, en die lezen we niet. Kopieer de cellen in Excel en plak ze hier, of bewaar het bestand als “CSV UTF-8”.',
}

/** Why nobody can be invited any more. */
const closedInWords = {
  open: 'Er kan niemand meer uitgenodigd worden.',
  gesloten: 'De inschrijving is afgesloten: er kan niemand meer uitgenodigd worden.',
  bezig: 'De activiteit is al begonnen: er kan niemand meer uitgenodigd worden.',
  voorbij: 'De activiteit is voorbij: er kan niemand meer uitgenodigd worden.',
  geannuleerd: 'De activiteit gaat niet door: er kan niemand meer uitgenodigd worden.',
}

/** Name of the button that reads again, and of what the page was read with: without it nothing was shown yet. */
const fields = { act: 'actie', readWith: 'zo' }

export function importRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy, until }: OrganiserTools): void {
  const { events, lists, now } = deps
  const path = `${eventsHome}/:slug/importeren` as const

  routes.get(path, (c) => showPaste(c, '', closed(c)))
  routes.post(path, async (c) => {
    const end = until()
    const body = await readBody(c)
    if (!body) return workRefusals(deps.assets).unreadable(c)
    const posted = await readPostedList(c, body)
    const problem = closed(c) ?? (posted.workbook ? problems.workbook : undefined)
    if (problem) return showPaste(c, posted.workbook ? '' : posted.text, problem, 422)
    const list = readList(posted.text, posted.corrections, mostWords.naam)
    if (list.kind === 'none') return showPaste(c, posted.text, list.problem, 422)
    if (posted.carried.csv && !fitsInAnswer(posted.carried.csv)) return showPaste(c, '', problems.tooLong, 422)
    const seen = body.get(fields.readWith)?.[0]
    const again = seen === undefined || body.get(fields.act)?.[0] === 'lees'
    if (again || seen !== readWith(posted, list)) return showList(c, posted, list, { changed: !again })
    if (list.troubles.some(({ stillWrong }) => stillWrong)) return showList(c, posted, list, { changed: false })
    return add(c, posted, list, end)
  })

  const closed = ({ var: { event } }: Context<Organised>): string | undefined =>
    canInvite(event, now()) ? undefined : closedInWords[phaseOf(event, now())]

  /** Everything at once, or as far as the time goes. */
  async function add(c: Context<Organised>, posted: PostedList, list: ReadList, end: Date) {
    const { event } = c.var
    const people = await newOnList(c, list.people)
    const { added, left } = await lists.add(people, now, end)
    await events.note(event.slug, auditBy(c, `${counted(added, 'genodigde', 'genodigden')} toegevoegd`))
    if (left > 0) return showList(c, posted, list, { changed: false, progress: { done: people.length - left, left } })
    const known = people.length - added
    return c.redirect(`${eventHome(event)}?toegevoegd=${added}${known > 0 ? `&al=${known}` : ''}`, 303)
  }

  async function newOnList(c: Context<Organised>, people: readonly ListedPerson[]): Promise<NewOnList[]> {
    const { event } = c.var
    const { addressKey } = await deps.secrets()
    const at = now()
    return people.map(({ email, ...about }) => {
      const adres = addressOnEvent(addressKey, event.slug, email)
      const invitee = newInvitee({ id: newId(deps), event, adres, bron: 'import', now: at })
      return { email, invitee: withEnd(event, { ...invitee, ...about }) }
    })
  }

  async function showList(
    c: Context<Organised>,
    posted: PostedList,
    list: ReadList,
    { changed, progress }: { changed: boolean; progress?: Progress },
  ) {
    const people = progress ? [] : await newOnList(c, list.people)
    const known = await lists.known(people, now())
    const wrong = list.troubles.some(({ stillWrong }) => stillWrong) || (list.people.length === 0 && !changed)
    return c.html(
      <ListPage
        {...{ ...frameOf(c, deps), posted, list, known, changed, progress, fields }}
        event={c.var.event}
        readWith={readWith(posted, list)}
      />,
      wrong ? 422 : 200,
    )
  }

  function showPaste(c: Context<Organised>, text: string, problem: string | undefined, status: 200 | 422 = 200) {
    const fits = fitsInAnswer(text)
    return c.html(
      <PastePage
        {...frameOf(c, deps)}
        event={c.var.event}
        text={fits ? text : ''}
        problems={[problem, fits ? undefined : problems.tooLong].filter((one) => one !== undefined)}
      />,
      status,
    )
  }
}

/** What somebody saw before they pressed: other columns or other characters give another list, which they see first. */
const readWith = ({ reading, encoding }: PostedList, { columns }: ReadList): string =>
  [reading || encoding, ...columns.map(({ at, role }) => `${at}.${role}`)].join(' ')
