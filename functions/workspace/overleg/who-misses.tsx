/** Before a moment is fixed: who is there, who misses it, and of whom nothing is known. */
import type { FC } from 'hono/jsx'
import { phoneOf } from '../../../forms/kit/overleg/details.ts'
import { type Moment, type Seated, seated } from '../../../forms/kit/overleg/overleg.ts'
import { saidBy } from '../../../forms/kit/overleg/said.ts'
import { cellOf } from '../../../forms/kit/overleg/tally.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import type { AtTable } from './at-table.ts'
import { namesOf } from './invited.ts'
import { toCall } from './open.ts'
import { Person, PhoneOf } from './person.tsx'

export const WhoMisses: FC<{ found: AtTable; moment: Moment; now: Date }> = ({ found, moment }) => {
  const { overleg, details } = found
  const cells = seated(overleg).map((who) => ({ who, cell: cellOf(found, who, moment) }))
  const who = (wanted: readonly string[]): Seated[] =>
    cells.flatMap((one) => (wanted.includes(one.cell) ? [one.who] : []))
  const [there, missing, unknown] = [who(['kan']), who(['kan_niet']), who(['', 'bel_mij'])]
  const takesNoPart = ({ id }: Seated): boolean => saidBy(found.said, id).declinedAt !== undefined
  const [declined, open] = [unknown.filter(takesNoPart), unknown.filter((one) => !takesNoPart(one))]
  return (
    <div class="lo-twee">
      <section>
        <h2>Wie er is</h2>
        {there.length === 0 ? (
          <p>Nog van niemand geweten.</p>
        ) : (
          <ul class="lo-gevolg">
            {there.map((one) => (
              <li>
                <Person details={details} who={one} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>Wie mist</h2>
        {missing.length + declined.length + open.length === 0 && <p>Iedereen kan.</p>}
        {missing.length + declined.length === 0 && open.length > 0 && <p>Niemand zei dat het niet kan.</p>}
        <ul class="lo-gevolg">
          {missing.map((one) => (
            <li>
              <Person details={details} who={one} />, <b>kan niet.</b> <Ask details={toCall(found)} who={one} />
            </li>
          ))}
          {declined.map((one) => (
            <li>
              <Person details={details} who={one} />, <b>doet niet mee.</b> Geen uitnodiging.
            </li>
          ))}
          {open.length > 0 && (
            <li>
              <b>
                <bdi>{capitalised(namesOf(details, open))}</bdi>:
              </b>{' '}
              nog niet geweten. {open.length === 1 ? 'Ook die krijgt' : 'Ook zij krijgen'} de uitnodiging.
            </li>
          )}
        </ul>
      </section>
    </div>
  )
}

/** What they would bring along is said on the phone, not in a mail. */
const Ask: FC<{ details: AtTable['details']; who: Seated }> = ({ details, who }) =>
  phoneOf(details, who.id) ? (
    <>
      Bel <PhoneOf details={details} who={who} />: wat wil hij of zij meegeven?
    </>
  ) : null
