/** Where a coordinator writes: a signaal for the report of a year, a casus from a dossier that it does not say. */
import { Hono } from 'hono'
import { casusYear, mayChange, type Writing, type YearStands, yearStands } from '../../../forms/kit/figures/writing.ts'
import { casusPage, changedCasusPage, signaalPage, typedOf } from '../../../forms/kit/figures/writing-page.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { createReports } from '../../shared/store/reports.ts'
import { textsIn } from '../../shared/web/body.ts'
import {
  casusPath,
  casussenPath,
  dossierPath,
  figuresPath,
  newCasusPath,
  newCasusRoute,
  signaalPath,
  signaalRoute,
  yearPath,
} from '../../shared/work-paths.ts'
import type { PartDeps } from '../deps.ts'
import { createDesk } from '../dossier/desk.tsx'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { openNamed, openRemark, openWriting } from './open-writing.ts'
import { type Asked, type Ctx, createWriteDesk } from './write-desk.tsx'
import { Agreed, GivenBack } from './write-intros.tsx'
import { TakeAway } from './writing-parts.tsx'

const isPublic =
  'Het jaaroverzicht is openbaar. Er komt niets bij en er gaat niets af zolang het dat is. Neem het eerst terug.'
const noYear = 'Voor dat jaar komt er geen jaaroverzicht, of het begint later.'

export function writeRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const desk = createWriteDesk(deps)
  const dossiers = createDesk(deps)
  const reports = deps.open(createReports)
  const coordinator = requirePerson(['coordinator'])
  const { unreadable } = workRefusals(deps.assets)
  const { now } = deps
  const oneSignaal = `${signaalRoute}/:id{[\\w-]{22}}` as const
  const oneCasus = `${casussenPath}/:id{[\\w-]{22}}` as const

  /** What can be done with signalen of the year in the address. */
  async function yearIn(c: Ctx): Promise<{ year: string; stands: YearStands; after: string }> {
    const year = c.req.param('year') ?? ''
    const frozen = (await reports.list(c.var.network.slug)).find((one) => one.year === year)
    return { year, stands: yearStands(year, frozen, now()), after: frozen ? yearPath(year) : figuresPath }
  }

  const newSignaal = ({ year, after }: { year: string; after: string }): Asked => ({
    ...{ of: { kind: 'signaal', year }, page: signaalPage, heading: `Schrijf een signaal voor ${year}` },
    ...{ action: signaalPath(year), back: { href: after, text: 'Cijfers' }, after },
  })

  const whyNot = (c: Ctx, stands: YearStands, typed?: RawInput) =>
    stands === 'public' ? desk.refuse(c, isPublic, typed) : desk.refuse(c, noYear, typed, 404)

  routes.get(signaalRoute, coordinator, async (c) => {
    const of = await yearIn(c)
    return of.stands === 'open' ? desk.show(c, newSignaal(of), new Map()) : whyNot(c, of.stands)
  })

  routes.post(signaalRoute, coordinator, async (c) => {
    const typed = await desk.sent(c)
    if (!typed) return unreadable(c)
    const of = await yearIn(c)
    return of.stands === 'open' ? desk.add(c, newSignaal(of), typed) : whyNot(c, of.stands, typed)
  })

  const signaalIn = (c: Ctx) =>
    desk.writings.read(
      c.var.network.slug,
      { kind: 'signaal', year: c.req.param('year') ?? '', id: c.req.param('id') ?? '' },
      now(),
    )

  async function changing(c: Ctx, asked: Asked, before: Writing): Promise<Asked & { before: Writing }> {
    const remark = await openRemark(deps, before)
    return {
      ...{ ...asked, before },
      intro: before.state === 'teruggegeven' && <GivenBack content={c.var.content} writing={before} remark={remark} />,
      below: <TakeAway action={awayPath(before)} revision={before.revision} />,
    }
  }

  const changingSignaal = (c: Ctx, before: Writing, after: string) =>
    changing(
      c,
      {
        ...{ of: before, page: signaalPage, heading: 'Wijzig uw signaal', action: signaalPath(before.year, before.id) },
        ...{ back: { href: after, text: 'Cijfers' }, after },
      },
      before,
    )

  routes.get(oneSignaal, coordinator, async (c) => {
    const writing = await signaalIn(c)
    if (!writing) return desk.gone(c)
    const { stands, after } = await yearIn(c)
    const open = await openWriting(deps, writing)
    if (stands !== 'open' || !mayChange(writing, c.var.person.id)) return showOnly(c, open, stands === 'open')
    const typed = typedOf('signaal', open.written, await openNamed(deps, writing))
    return desk.show(c, await changingSignaal(c, writing, after), typed)
  })

  const showOnly = (c: Ctx, open: Parameters<typeof Agreed>[0]['open'], mayRemove: boolean) =>
    c.html(
      <Agreed
        {...desk.frame(c)}
        content={c.var.content}
        open={open}
        away={mayRemove ? awayPath(open.writing) : undefined}
      />,
    )

  routes.post(oneSignaal, coordinator, async (c) => {
    const typed = await desk.sent(c)
    if (!typed) return unreadable(c)
    const writing = await signaalIn(c)
    if (!writing) return desk.gone(c, typed)
    const { stands, after } = await yearIn(c)
    if (stands !== 'open') return whyNot(c, stands, typed)
    return mayChange(writing, c.var.person.id)
      ? desk.change(c, await changingSignaal(c, writing, after), typed)
      : desk.notYours(c, writing, typed)
  })

  routes.post(`${oneSignaal}/weg`, coordinator, async (c) => {
    const writing = await signaalIn(c)
    if (!writing) return desk.gone(c)
    const { stands, after } = await yearIn(c)
    return stands === 'open' ? desk.remove(c, writing, after) : whyNot(c, stands)
  })

  const newCasus = (reference: string): Asked => ({
    ...{ of: { kind: 'casus', year: casusYear(now()) }, page: casusPage, heading: 'Schrijf een casus' },
    ...{ action: newCasusPath(reference), back: { href: dossierPath(reference), text: 'Terug naar het dossier' } },
    ...{ after: casussenPath, from: reference },
  })

  routes.get(newCasusRoute, coordinator, async (c) => {
    const found = await dossiers.find(c)
    return found ? desk.show(c, newCasus(found.file.dossier.reference), new Map()) : dossiers.notFound(c)
  })

  routes.post(newCasusRoute, coordinator, async (c) => {
    const typed = await desk.sent(c)
    if (!typed) return unreadable(c)
    const found = await dossiers.find(c)
    return found
      ? desk.add(c, newCasus(found.file.dossier.reference), typed)
      : dossiers.notFound(c, typed, textsIn(typed))
  })

  const casusIn = (c: Ctx) =>
    desk.writings.read(c.var.network.slug, { kind: 'casus', year: '', id: c.req.param('id') ?? '' }, now())

  const changingCasus = (c: Ctx, before: Writing) =>
    changing(
      c,
      {
        ...{ of: before, page: changedCasusPage, heading: 'Wijzig uw casus', action: casusPath(before.id, 'wijzigen') },
        ...{ back: { href: casussenPath, text: 'Casussen voor intervisie' }, after: casussenPath },
      },
      before,
    )

  routes.get(`${oneCasus}/wijzigen`, coordinator, async (c) => {
    const writing = await casusIn(c)
    if (!writing || !mayChange(writing, c.var.person.id)) return desk.gone(c)
    const { written } = await openWriting(deps, writing)
    return desk.show(c, await changingCasus(c, writing), typedOf('casus', written))
  })

  routes.post(`${oneCasus}/wijzigen`, coordinator, async (c) => {
    const typed = await desk.sent(c)
    if (!typed) return unreadable(c)
    const writing = await casusIn(c)
    if (!writing) return desk.gone(c, typed)
    return mayChange(writing, c.var.person.id)
      ? desk.change(c, await changingCasus(c, writing), typed)
      : desk.notYours(c, writing, typed)
  })

  routes.post(`${oneCasus}/weg`, coordinator, async (c) => {
    const writing = await casusIn(c)
    return writing ? desk.remove(c, writing, casussenPath) : desk.gone(c)
  })

  return routes
}

const awayPath = ({ kind, year, id }: Writing): string =>
  kind === 'signaal' ? signaalPath(year, id, 'weg') : casusPath(id, 'weg')
