/** A file of the aanbod read back: first a page that shows what would change, then one press that saves all of it at once. */
import { type Context, Hono } from 'hono'
import type { Wanted } from '../../../forms/kit/manage/entries.ts'
import { type ReadOffers, readOffers } from '../../../forms/kit/manage/read-offers.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import type { ContentChange } from '../../shared/store/content-changes.ts'
import { fitsInAnswer, readBody } from '../../shared/web/body.ts'
import { offersPath, readOffersPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { type PostedList, readPostedList } from '../events/posted-list.ts'
import { createDesk, type Read } from '../manage/desk.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { formsOf, takenBy } from './of-network.ts'
import { PasteOffersPage, ReadOffersPage } from './read-pages.tsx'

type Ctx = Context<SignedIn>

const workbook =
  'Dit bestand is een werkmap van Excel, en die lezen we niet. Bewaar het in Excel als “CSV UTF-8”, of kopieer de cellen en plak ze hier.'
const tooLong = 'Uw lijst is te lang om hier opnieuw te tonen. Plak ze nog eens, verbeterd of in delen.'
const tooMany = 'Er past niet zoveel bij. Maak teksten korter, of haal regels weg.'

export function readRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const coordinator = requirePerson(['coordinator'])
  const desk = createDesk(deps)
  const { unreadable } = workRefusals(deps.assets)

  routes.get(readOffersPath, coordinator, (c) => showPaste(c, '', []))

  routes.post(readOffersPath, coordinator, async (c) => {
    const body = await readBody(c)
    if (!body) return unreadable(c)
    const [posted, read] = await Promise.all([readPostedList(c, body), desk.read(c)])
    if (posted.workbook) return showPaste(c, '', [workbook])
    const list = readOffers(posted.text, knownFor(c, read))
    if (list.kind === 'none') return showPaste(c, posted.text, list.problems)
    return body.get('actie')?.[0] === 'bewaar' ? save(c, list, posted, body) : showRead(c, read, list, posted)
  })

  /** All of it or nothing; what somebody else changed meanwhile is shown first. */
  async function save(c: Ctx, list: ReadOffers, posted: PostedList, body: RawInput) {
    const wanted = [...list.added, ...list.changed].map(({ key, to }): Wanted => ({ of: 'aanbod', key, to }))
    const put = await desk.save(c, wanted, body, { what: 'ingelezen' })
    if (put.kind === 'stored') return c.redirect(`${offersPath}?klaar=ingelezen&aantal=${wanted.length}`, 303)
    if (put.kind !== 'changed') return showPaste(c, posted.text, [tooMany])
    const now = await desk.read(c)
    const again = readOffers(posted.text, knownFor(c, now))
    if (again.kind === 'none') return showPaste(c, posted.text, again.problems)
    return showRead(c, now, again, posted, put.since)
  }

  const knownFor = ({ var: { network } }: Ctx, { content }: Read) => ({
    content,
    forms: formsOf(network),
    taken: takenBy(content),
    today: brusselsDate(deps.now()),
    now: deps.now(),
  })

  function showRead(c: Ctx, read: Read, list: ReadOffers, posted: PostedList, since: readonly ContentChange[] = []) {
    const about = { ...read, list, since, carried: posted.carried }
    return c.html(<ReadOffersPage {...frameOf(c, deps)} {...about} />, since.length > 0 ? 409 : 200)
  }

  function showPaste(c: Ctx, text: string, problems: readonly string[]) {
    const fits = fitsInAnswer(text)
    const about = { content: c.var.content, text: fits ? text : '', problems: fits ? problems : [...problems, tooLong] }
    return c.html(<PasteOffersPage {...frameOf(c, deps)} {...about} />, problems.length > 0 ? 422 : 200)
  }

  return routes
}
