/** The list to take along: on paper, and as a file for a spreadsheet. Both are a view of all that stands in them. */
import { type Context, Hono } from 'hono'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { toCsv } from '../../shared/to-csv.ts'
import { csvAnswer } from '../../shared/web/csv-answer.ts'
import { homePath, listFilePath, listPaperPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { askedOf, type Filters } from './filters.ts'
import { PaperPage } from './paper-page.tsx'
import type { QueueRow } from './rows.ts'
import { mostTaken, type WholeList, wholeList } from './whole-list.ts'

export function takenRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  /** The whole of what is asked; of what is not there (any more) the list says so. */
  function filtersIn(c: Context<SignedIn>): Filters | undefined {
    const { filters, unknown } = askedOf(c.req.query(), c.var)
    return unknown ? undefined : { ...filters, na: undefined }
  }
  const toList = (c: Context<SignedIn>) => c.redirect(homePath + new URL(c.req.url).search, 303)

  routes.get(listPaperPath, requirePerson(caseRoles), async (c) => {
    const now = deps.now()
    const filters = filtersIn(c)
    if (!filters) return toList(c)
    const whole = await wholeList(deps, c.var, { filters, list: 'aanvragen_papier', now })
    const about = { filters, content: c.var.content, today: brusselsDate(now) }
    return c.html(<PaperPage {...frameOf(c, deps)} {...whole} {...about} />)
  })

  routes.get(listFilePath, requirePerson(caseRoles), async (c) => {
    const now = deps.now()
    const filters = filtersIn(c)
    if (!filters) return toList(c)
    const whole = await wholeList(deps, c.var, { filters, list: 'aanvragen_bestand', now })
    return csvAnswer(c, `aanvragen-${brusselsDate(now)}`, fileOf(whole))
  })

  return routes
}

const header = ['Over', 'Organisatie', 'Gemeente', 'Formulier', 'Stand', 'In deze stand', 'Volgende stap', 'Tegen']

/** Dates as ISO, which every spreadsheet sorts. */
const fileOf = ({ rows, more }: WholeList): string =>
  toCsv([
    [...header, 'Te laat', 'Bij wie', 'Referentie'],
    ...rows.map(cellsOf),
    ...(more ? [[`Er zijn er meer: dit zijn de eerste ${mostTaken}. Kies een filter.`]] : []),
  ])

const cellsOf = (row: QueueRow): string[] => [
  ...[row.over ?? '', row.organisatie ?? '', row.gemeente ?? '', row.form, row.stand, row.waits ?? ''],
  ...[row.step ?? '', row.on ?? '', row.late ? 'Ja' : 'Nee', row.holder ?? 'niemand', row.reference],
]
