/** Under the report of a year, for a coordinator: the signalen for it, how each stands, and where one more is written. */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { ReportStands } from '../../shared/store/reports.ts'
import { signaalPath } from '../../shared/work-paths.ts'
import type { OpenWriting } from './open-writing.ts'
import { WritingLines } from './writing-parts.tsx'

interface YearWritingProps {
  content: NetworkContent
  /** Id of who looks. */
  who: string
  frozen: Pick<ReportStands, 'year' | 'public'>
  signalen: readonly OpenWriting[]
}

export const YearWriting: FC<YearWritingProps> = ({ content, who, frozen: { year, public: shown }, signalen }) => (
  <div class="no-print">
    {signalen.length > 0 && <WritingLines {...{ content, who, lines: signalen }} />}
    {shown ? (
      <p class="hint">Dit jaaroverzicht is openbaar: er komt niets bij. Neem het eerst terug.</p>
    ) : (
      <p>
        <a href={signaalPath(year)}>Schrijf een signaal</a>
      </p>
    )}
  </div>
)
