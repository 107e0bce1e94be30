/** The report of a year, as everybody reads it. */
import type { FC } from 'hono/jsx'
import type { Report } from '../../../forms/kit/figures/report.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { reportFilePath } from '../../shared/public-paths.ts'
import type { PublicNote } from '../../shared/store/reports.ts'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { ReportSheet } from '../../shared/web/report/report-sheet.tsx'

interface ReportPageProps extends Frame {
  network: Network
  report: Report
  notes: readonly PublicNote[]
}

export const ReportPage: FC<ReportPageProps> = ({ assets, network, report, notes }) => (
  <Layout assets={assets} network={network} title={`Jaaroverzicht ${report.year}`} menu figures printable>
    <ReportSheet network={network} report={report} notes={notes} />
    <p class="row no-print">
      <button class="btn plain" type="button" data-print hidden>
        Druk af
      </button>
      <a href={reportFilePath(network, report.year)}>Haal de cijfers op (CSV)</a>
    </p>
  </Layout>
)
