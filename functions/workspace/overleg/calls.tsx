/** "Bel nog even": who could not be reached, who asked to be called, who is silent (docs/overleg.md §3). */
import type { FC } from 'hono/jsx'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import { asked, isAgreedTo, type Seated, seated } from '../../../forms/kit/overleg/overleg.ts'
import { saidAnything, saidBy } from '../../../forms/kit/overleg/said.ts'
import { brusselsDate, dateInWords, nineOn } from '../../../forms/kit/time.ts'
import { overlegPath } from '../../shared/work-paths.ts'
import type { AtTable } from './at-table.ts'
import { Icon } from './icons.tsx'
import { toCall, unreachedIn } from './open.ts'
import { Person, PhoneOf } from './person.tsx'
import { listInWords } from './words.ts'

interface Call {
  who: Seated
  why: 'unreached' | 'asked' | 'declined' | 'silent'
  text: string
}

interface CallsProps {
  found: AtTable
  now: Date
}

export const Calls: FC<CallsProps> = ({ found, now }) => {
  const calls = callsOf(found, now)
  return (
    <section>
      <h2>Bel nog even</h2>
      {calls.length === 0 ? (
        <p>Iedereen is bereikt.</p>
      ) : (
        <ul class="lo-bellen">
          {calls.map(({ who, why, text }) => (
            <li>
              <p>
                <Person details={found.details} who={who} />
                <small class={why === 'unreached' ? 'error' : 'hint'}>
                  {why === 'unreached' && <Icon kind="weg" />} {text}
                </small>
              </p>
              <span>
                <PhoneOf details={toCall(found)} who={who} />
                {why === 'unreached' && (
                  <>
                    {' '}
                    <a href={overlegPath(found.overleg.reference, 'tafel')}>verbeter het adres</a>{' '}
                    <small class="hint">De oude link werkt dan niet meer.</small>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Who is to be called, what cannot wait first. */
export function callsOf(found: AtTable, now: Date): Call[] {
  const { overleg, said } = found
  const unreached = unreachedIn(found)
  const asking = new Set(asked(overleg).map(({ id }) => id))
  const calls = seated(overleg)
    .filter(isAgreedTo)
    .flatMap((who): Call[] => {
      const own = saidBy(said, who.id)
      const about = overleg.moments.filter(({ id }) => own.moments[id]?.answer === 'bel_mij')
      if (about.length > 0)
        return [
          { who, why: 'asked', text: `Vroeg om te bellen over ${listInWords([...new Set(about.map(momentDay))])}.` },
        ]
      if (own.declinedAt) return [{ who, why: 'declined', text: 'Doet niet mee.' }]
      if (!asking.has(who.id) || saidAnything(own, overleg.moments)) return []
      return unreached.has(who.id)
        ? [{ who, why: 'unreached', text: 'Niet bereikt: de mail kwam terug.' }]
        : [{ who, why: 'silent', text: `Nog niets gehoord.${reminded(found, who, now)}` }]
    })
  const order = ['unreached', 'asked', 'declined', 'silent']
  return calls.sort((one, other) => order.indexOf(one.why) - order.indexOf(other.why))
}

/** " We herinneren één keer, …", once they were mailed. */
function reminded({ overleg }: AtTable, { bereik, told }: Seated, now: Date): string {
  const { remindOn } = overleg
  if (bereik !== 'mail' || !told || !remindOn) return ''
  if (nineOn(remindOn) <= now) return ` We herinnerden op ${dateInWords(remindOn)}.`
  const day = remindOn === brusselsDate(now) ? 'vandaag' : dateInWords(remindOn)
  return ` We herinneren één keer, ${day} om 9 uur.`
}
