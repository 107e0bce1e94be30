/** Answers as a list of label and text; a phone number can be tapped. */
import type { Child, FC } from 'hono/jsx'
import type { SummaryLine } from '../../../forms/kit/questions/summary.ts'

interface AnswerLinesProps {
  lines: readonly SummaryLine[]
  /** Numbers to call, in E.164, by the name of the line. */
  phones?: ReadonlyMap<string, string>
  /** What somebody corrected since, by what was typed: shown beside it. */
  corrections?: ReadonlyMap<string, string> | undefined
  /** What is said below an answer, by the name of its line. */
  beside?: (name: string) => Child
}

export const AnswerLines: FC<AnswerLinesProps> = ({ lines, phones, corrections, beside }) => (
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
              <Corrected line={line} corrections={corrections} />
            </>
          ))}
          {beside?.(name)}
        </dd>
      </div>
    ))}
  </dl>
)

/** An address stands alone, or as one of the columns of a row. */
export const Corrected: FC<{ line: string; corrections: AnswerLinesProps['corrections'] }> = ({
  line,
  corrections,
}) => {
  const [, now] = [...(corrections ?? [])].find(([typed]) => line.split(', ').includes(typed)) ?? []
  return now === undefined ? null : (
    <>
      {' '}
      <b>Verbeterd:</b> <bdi>{now}</bdi>
    </>
  )
}
