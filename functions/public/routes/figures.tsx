/** The figures of a network's year, for everybody: once a coordinator made them public, and as long as they are. */
import { type Context, Hono } from 'hono'
import { findNetwork } from '../../../forms/index.ts'
import { fileName, fileRows } from '../../../forms/kit/figures/file.ts'
import { reportFileRoute, reportRoute } from '../../shared/public-paths.ts'
import { createReports } from '../../shared/store/reports.ts'
import { toCsv } from '../../shared/to-csv.ts'
import { csvAnswer } from '../../shared/web/csv-answer.ts'
import { MessagePage } from '../../shared/web/message-page.tsx'
import type { PublicRoutes } from '../app.ts'
import { ReportPage } from '../pages/report-page.tsx'

export const figureRoutes: PublicRoutes = (deps, plain) => {
  const { assets } = deps
  const reports = deps.open(createReports)
  const routes = new Hono()

  routes.get(reportRoute, async (c) => {
    const { network, year } = c.req.param()
    const found = await publicReport(network, year)
    return found ? c.html(<ReportPage assets={assets} {...found} />) : notPublic(c, network, year)
  })

  routes.get(reportFileRoute, async (c) => {
    const { network, file } = c.req.param()
    const year = file.slice(0, 4)
    const found = await publicReport(network, year)
    return found ? csvAnswer(c, fileName(found.report), toCsv(fileRows(found.report))) : notPublic(c, network, year)
  })

  async function publicReport(slug: string, year: string) {
    const network = findNetwork(slug)
    const frozen = network && (await reports.read(network.slug, year))
    return network && frozen?.public ? { network, report: frozen.report, notes: frozen.public.notes } : undefined
  }

  /** Of a year that is not over, not public (any more), or was never there: one answer for all. */
  function notPublic(c: Context, slug: string, year: string) {
    const network = findNetwork(slug)
    if (!network) return plain.brokenLink(c)
    return c.html(
      <MessagePage assets={assets} network={network} title={`Het jaaroverzicht van ${year} staat niet online.`}>
        <p class="lead">Het is er nog niet, of het netwerk haalde het terug. Hebt u het nodig? Bel ons.</p>
        <p>
          <a class="btn" href={`/${network.slug}`}>
            {`Naar ${network.name}`}
          </a>
        </p>
      </MessagePage>,
      404,
    )
  }

  return routes
}
