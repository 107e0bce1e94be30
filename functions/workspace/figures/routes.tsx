/** The figures of a network: how much work there is now, and what was counted in each year that is over. */
import { type Context, Hono } from 'hono'
import { holdersOf } from '../../../forms/kit/content.ts'
import { fileName, fileRows } from '../../../forms/kit/figures/file.ts'
import { frozenFrom, isCounted } from '../../../forms/kit/figures/tally.ts'
import { runningYears } from '../../../forms/kit/figures/writing.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import { countedLists } from '../../shared/places.ts'
import { createGlance } from '../../shared/store/glance.ts'
import { createReports } from '../../shared/store/reports.ts'
import { toCsv } from '../../shared/to-csv.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { csvAnswer } from '../../shared/web/csv-answer.ts'
import { figuresPath, publishRoute, yearFileRoute, yearPath, yearRoute } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import { holdersWithLoad } from '../holders.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { WorkMessage, workRefusals } from '../work-message.tsx'
import { createBeside } from './beside.ts'
import { FiguresPage, type WorkNow } from './figures-page.tsx'
import { notesOf } from './open-writing.ts'
import { doneInWords } from './writing-words.ts'
import { type Pressed, YearPage } from './year-page.tsx'
import { YearWriting } from './year-writing.tsx'

export function figureRoutes({ deps, requirePerson }: PartDeps) {
  const { assets, now } = deps
  const reports = deps.open(createReports)
  const written = createBeside(deps)
  const routes = new Hono<SignedIn>()
  const { unreadable } = workRefusals(assets)

  routes.get(figuresPath, requirePerson(caseRoles), async (c) => {
    const { network, person } = c.var
    const [years, work] = await Promise.all([
      reports.list(network.slug),
      person.role === 'coordinator' ? workNow(c) : undefined,
    ])
    const known = new Set(years.map(({ year }) => year))
    const coming = runningYears(now()).filter((year) => !known.has(year))
    const shown = { years, coming, now: work, ...(await written.in(c.var, coming)) }
    return c.html(<FiguresPage {...frameOf(c, deps)} {...shown} done={doneInWords(c.req.query('gedaan'))} />)
  })

  routes.get(yearRoute, requirePerson(caseRoles), async (c) => {
    const found = await reports.read(c.var.network.slug, c.req.param('year'))
    if (!found) return notFrozen(c, c.req.param('year'))
    const signalen = await written.ofYear(c.var.network.slug, found.year)
    const word = c.req.query('gedaan')
    const mayPublish = c.var.person.role === 'coordinator'
    const writing = mayPublish && (
      <YearWriting {...{ content: c.var.content, who: c.var.person.id, frozen: found, signalen }} />
    )
    const shown = { frozen: found, notes: notesOf(signalen), mayPublish, writing }
    return c.html(<YearPage {...frameOf(c, deps)} {...shown} pressed={pressedIn(word)} done={doneInWords(word)} />)
  })

  routes.get(yearFileRoute, requirePerson(caseRoles), async (c) => {
    const year = c.req.param('file').slice(0, 4)
    const found = await reports.read(c.var.network.slug, year)
    if (!found) return notFrozen(c, year)
    return csvAnswer(c, fileName(found.report), toCsv(fileRows(found.report)))
  })

  routes.post(publishRoute, requirePerson(['coordinator']), async (c) => {
    const year = c.req.param('year')
    const body = await readBody(c)
    const fields = body && pickFields(body, pressFields)
    const press = pressedIn(fields?.get('actie')?.[0])
    const revision = Number(fields?.get('revision')?.[0])
    if (!press || press === 'ondertussen' || !Number.isInteger(revision)) return unreadable(c)
    const { slug } = c.var.network
    // What is agreed at this moment: whatever is agreed after it waits until it is taken back.
    const notes = press === 'openbaar' ? notesOf(await written.ofYear(slug, year)) : undefined
    const stored = await reports.show(slug, { year, revision }, notes, actOf(c, deps))
    return c.redirect(`${yearPath(year)}?gedaan=${stored ? press : 'ondertussen'}`, 303)
  })

  async function workNow(c: Context<SignedIn>): Promise<WorkNow> {
    const { network, content } = c.var
    const at = now()
    const [glance, holders] = await Promise.all([
      deps.open(createGlance).of({ ...countedLists(network), today: brusselsDate(at), now: at }),
      holdersWithLoad(deps, network, holdersOf(content)),
    ])
    return { glance, holders }
  }

  /** Of a year that is not over, or in which nobody counted. */
  function notFrozen(c: Context<SignedIn>, year: string) {
    const isComing = isCounted(year, now())
    const title = isComing ? `De cijfers van ${year} liggen nog niet vast` : `Van ${year} zijn er geen cijfers`
    const why = isComing
      ? `U leest ze hier vanaf ${dateInWords(brusselsDate(frozenFrom(year)))}.`
      : 'Dat jaar is er niets geteld.'
    return c.html(
      <WorkMessage {...frameOf(c, deps)} title={title}>
        <p class="lead">{why}</p>
        <p>
          <a class="btn" href={figuresPath}>
            Naar alle jaren
          </a>
        </p>
      </WorkMessage>,
      404,
    )
  }

  return routes
}

const pressFields = new Map(['actie', 'revision'].map((name) => [name, false]))

const pressedIn = (word: string | undefined): Pressed | undefined =>
  (['openbaar', 'terug', 'ondertussen'] as const).find((one) => one === word)
