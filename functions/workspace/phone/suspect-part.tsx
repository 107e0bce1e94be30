/** Below the calls: what a machine seems to have sent, each with the one button that says it is real. */
import type { FC } from 'hono/jsx'
import { About, By, Flags, Release, Unreadable } from '../queue/parts.tsx'
import type { Rows } from '../queue/rows.ts'

export const SuspectPart: FC<Rows & { today: string }> = ({ rows, unreadable, today }) =>
  rows.length === 0 ? null : (
    <section class="lw-band" data-verdachte-oproepen>
      <h2>Verdacht: kijk na voor u belt</h2>
      <ul class="lw-plain">
        {rows.map((row) => (
          <li data-dossier={row.reference}>
            <span class="grow">
              <About row={row} />
              <Flags row={row} />
            </span>
            <By row={row} today={today} />
            <Release row={row} />
          </li>
        ))}
      </ul>
      {unreadable && <Unreadable />}
    </section>
  )
