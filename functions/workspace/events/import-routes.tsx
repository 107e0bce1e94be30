/** A list of invitees as people have it: read and shown first, and only then put on the list; what breaks off goes on with one press. */
import type { Context } from 'hono'
import { mostWords } from '../../../forms/event-rsvp.ts'
import { counted } from '../../../forms/kit/counted.ts'
import type { ListedPerson } from '../../../forms/kit/events/list/judge.ts'
import { type NoList, type ReadList, readList, stepAfter } from '../../../forms/kit/events/list/read-list.ts'
import { may, phaseOf, refusedIn } from '../../../forms/kit/events/phases.ts'
import { withEnd } from '../../../forms/kit/events/rsvp.ts'
import { addSeconds } from '../../../forms/kit/time.ts'
import { addressOnEvent, newInvitee } from '../../shared/answer-flow.ts'
import { newId } from '../../shared/new-id.ts'
import type { NewOnList } from '../../shared/store/invitee-lists.ts'
import { fitsInAnswer, readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { eventPart } from './event-part.ts'
import { PastePage } from './import-page.tsx'
import { ListPage, type Progress } from './list-page.tsx'
import { type PostedList, readPostedList } from './posted-list.ts'
import type { Organised } from './tools.ts'

/** Seconds of writing, so that a press of a long list is answered within ten; the next press goes on. */
const workSeconds = 7

const problems = {
  tooLong: 'Uw lijst is te lang om hier opnieuw te tonen. Plak ze nog eens, verbeterd of in delen.',
  workbook:
    'Dit bestand is een werkmap van Excel, en die lezen we niet. Kopieer de cellen in Excel en plak ze hier, of bewaar het bestand als “CSV UTF-8”.',
}

/** Name of the button that reads again, and of what the page was read with: without it nothing was shown yet. */
const fields = { act: 'actie', readWith: 'zo' }

export const importRoutes = eventPart('list', (routes, deps, { auditBy }) => {
  const { events, lists, now } = deps
  const path = `${eventsHome}/:slug/importeren` as const

  routes.get(path, (c) => showPaste(c, '', closed(c)))
  routes.post(path, async (c) => {
    const end = addSeconds(now(), workSeconds)
    const body = await readBody(c)
    if (!body) return workRefusals(deps.assets).unreadable(c)
    const posted = await readPostedList(c, body)
    const list = listIn(posted, closed(c))
    if (list.kind === 'none') return showPaste(c, posted.workbook ? '' : posted.text, list.problem, 422)
    const step = stepAfter(list, {
      seen: body.get(fields.readWith)?.[0],
      now: readWith(posted, list),
      again: body.get(fields.act)?.[0] === 'lees',
    })
    return step === 'add' ? add(c, posted, list, end) : showList(c, posted, list, { changed: step === 'show anew' })
  })

  const closed = ({ var: { event } }: Context<Organised>): string | undefined =>
    may('invite', event, now())
      ? undefined
      : `${refusedIn(phaseOf(event, now()))}: er kan niemand meer uitgenodigd worden.`

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
})

/** The list, or why there is none: what is said first is what nobody can mend in the list. */
function listIn({ text, corrections, carried, workbook }: PostedList, closed: string | undefined): ReadList | NoList {
  if (closed) return { kind: 'none', problem: closed }
  if (workbook) return { kind: 'none', problem: problems.workbook }
  const list = readList(text, corrections, mostWords.naam)
  const fits = list.kind === 'none' || !carried.csv || fitsInAnswer(carried.csv)
  return fits ? list : { kind: 'none', problem: problems.tooLong }
}

/** What somebody saw before they pressed: other columns or other characters give another list, which they see first. */
const readWith = ({ reading, encoding }: PostedList, { columns }: ReadList): string =>
  [reading || encoding, ...columns.map(({ at, role }) => `${at}.${role}`)].join(' ')
