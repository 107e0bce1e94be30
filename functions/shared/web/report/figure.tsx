/** One table of a report, with its numbers as bars. */
import type { FC } from 'hono/jsx'
import { notShown } from '../../../../forms/kit/figures/file.ts'
import type { ReportRow, ReportTable } from '../../../../forms/kit/figures/report.ts'

interface FigureProps {
  table: ReportTable
  year: string
  /** Undefined where no report was before it. */
  lastYear: string | undefined
}

export const Figure: FC<FigureProps> = ({ table, year, lastYear }) => {
  const { title, hint, kind, rows, total } = table
  const full = Math.max(
    1,
    total.amount ?? 0,
    total.before ?? 0,
    ...rows.flatMap(({ amount, before }) => [amount ?? 0, before ?? 0]),
  )
  const hides = rows.some(({ amount, before }) => amount === null || before === null)
  return (
    <figure class="lf-figuur">
      <table>
        <caption>
          {title}
          <span>{hint}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" class="naam">
              <span class="hidden-visually">Wat</span>
            </th>
            <td class="balk" />
            <th scope="col" class="n">
              {year}
            </th>
            {lastYear && (
              <th scope="col" class="n">
                {lastYear}
              </th>
            )}
          </tr>
        </thead>
        {rows.length > 0 && (
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <td class="balk" aria-hidden="true">
                  <Bar row={row} full={full} />
                </td>
                <Amount amount={row.amount} />
                {lastYear && <Amount amount={row.before} was />}
              </tr>
            ))}
          </tbody>
        )}
        {(kind === 'one' || rows.length === 0) && (
          <tfoot>
            <tr>
              <th scope="row">Samen</th>
              <td class="balk" aria-hidden="true" />
              <Amount amount={total.amount} />
              {lastYear && <Amount amount={total.before} was />}
            </tr>
          </tfoot>
        )}
      </table>
      {(lastYear || hides) && (
        <figcaption class="lf-uitleg">
          {lastYear && (
            <span>
              <svg class="lf-balk lf-mini" aria-hidden="true">
                <rect class="toen" x="6" width="4" height="24" />
              </svg>{' '}
              {lastYear}
            </span>
          )}
          {hides && (
            <span>
              <Sample /> Te weinig om te tonen, of verborgen om anderen te beschermen.
            </span>
          )}
        </figcaption>
      )}
      {rows.length === 0 && <p class="hint">Dit waren er te weinig om te verdelen.</p>}
    </figure>
  )
}

/** Its length is the number; of what is hidden it is always the same. */
const Bar: FC<{ row: ReportRow; full: number }> = ({ row: { amount, before }, full }) => {
  const share = (number: number) => `${((100 * number) / full).toFixed(1)}%`
  return (
    <svg class="lf-balk" aria-hidden="true" focusable="false">
      {amount === null ? (
        <rect class="lf-streep" x="1" y="3" width="22%" height="18" />
      ) : (
        <>
          <rect class="rest" width="100%" height="18" y="3" />
          <rect class="nu" width={share(amount)} height="18" y="3" />
        </>
      )}
      {typeof before === 'number' && before > 0 && <rect class="toen" x={share(before)} width="4" height="24" />}
    </svg>
  )
}

const Amount: FC<{ amount: number | null | undefined; was?: boolean }> = ({ amount, was }) =>
  amount === null ? (
    <td class={was ? 'n vorig' : 'n'} data-verborgen>
      <span class="lf-woord">{notShown}</span>
      <Sample />
    </td>
  ) : (
    <td class={was ? 'n vorig' : 'n'}>{amount ?? '–'}</td>
  )

const Sample: FC = () => (
  <svg class="lf-staal" aria-hidden="true" focusable="false">
    <rect class="lf-streep" width="100%" height="100%" />
  </svg>
)

/** What the bars of hidden numbers are filled with: once on a page. */
export const Stripes: FC = () => (
  <svg class="lf-sprite" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="streep" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="lf-grond" width="7" height="7" />
        <rect class="lf-lijn" width="2.5" height="7" />
      </pattern>
    </defs>
  </svg>
)
