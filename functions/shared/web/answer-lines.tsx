/** Answers as a list of label and text; a phone number can be tapped. */
import type { FC } from 'hono/jsx'
import type { SummaryLine } from '../../../forms/kit/questions/summary.ts'

interface AnswerLinesProps {
  lines: readonly SummaryLine[]
  /** Numbers to call, in E.164, by the name of the line. */
  phones?: ReadonlyMap<string, string>
}

export const AnswerLines: FC<AnswerLinesProps> = ({ lines, phones }) => (
  <dl>
    {lines.map(({ name, label, text }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          {text.map((line, index) => (
            <>
              {index > 0 && <br />}
              {/* Isolated, so that text in another direction cannot turn the page around. */}
              <bdi>{phones?.has(name) ? <a href={`tel:${phones.get(name)}`}>{line}</a> : line}</bdi>
            </>
          ))}
        </dd>
      </div>
    ))}
  </dl>
)
