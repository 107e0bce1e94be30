/** What happens when a button is pressed that cannot be taken back: who is mailed, who is phoned, what is written. */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import type { Act } from '../../../forms/kit/overleg/decision.ts'
import type { Moment } from '../../../forms/kit/overleg/overleg.ts'
import { actsAtOnceWords } from '../at-once.ts'
import type { AtTable } from './at-table.ts'
import { namesOf, type Reached, reachedByCancelling, reachedByFixing, reachedByMoving } from './invited.ts'

interface ActProps {
  found: AtTable
  act: Act
}

export const WhatLeaves: FC<ActProps & { moment: Moment }> = ({ found, moment, act }) => (
  <Leaves
    found={found}
    title="Wat er gebeurt als u vastlegt"
    reached={reachedByFixing(found, moment.id, act)}
    mail={`met het uur en een link, met een bestand voor de agenda. ${found.has.withClient ? 'Niets over de cliënt, geen plaats.' : 'Geen plaats.'}`}
  />
)

export const WhatMoving: FC<ActProps> = ({ found, act }) => (
  <Leaves
    found={found}
    title="Wat er gebeurt als u verzet"
    reached={reachedByMoving(found, act)}
    mail="met de nieuwe dag en dezelfde link. Iedereen antwoordt opnieuw."
  />
)

export const WhatCancelling: FC<ActProps> = ({ found }) => (
  <Leaves
    found={found}
    title="Wat er gebeurt als u afgelast"
    reached={reachedByCancelling(found)}
    mail="dat het niet doorgaat. Er staat geen reden in."
    byYourself
  />
)

interface LeavesProps {
  found: AtTable
  title: string
  reached: Reached
  mail: string
  /** No line of the week asks for the calls. */
  byYourself?: boolean
}

const Leaves: FC<LeavesProps> = ({ found: { details, has }, title, reached, mail, byYourself = false }) => {
  const { mails, calls, letters } = reached
  const others = letters.filter(({ wie }) => wie !== 'client')
  const forClient = letters.length > others.length
  return (
    <div class="lo-gevolgen">
      {byYourself ? <h2>{title}</h2> : <h3>{title}</h3>}
      <ul class="lo-gevolg">
        <li>
          <b>{counted(mails, 'mail', 'mails')}</b> {mails > 0 ? mail : 'Niemand aan tafel is bereikbaar per mail.'}
        </li>
        {calls.length > 0 && (
          <li>
            {byYourself ? (
              'Bel zelf: '
            ) : (
              <>
                <b>{counted(calls.length, 'telefoontje', 'telefoontjes')}</b> in uw week:{' '}
              </>
            )}
            <bdi>{namesOf(details, calls)}</bdi>.
          </li>
        )}
        {letters.length > 0 && (
          <li>
            <b>{counted(letters.length, 'brief', 'brieven')}</b>{' '}
            <bdi>
              {[forClient && 'voor de cliënt', others.length > 0 && `voor ${namesOf(details, others)}`]
                .filter(Boolean)
                .join(' en ')}
            </bdi>
            .
          </li>
        )}
        <li>
          {actsAtOnceWords}
          {has.withClient && forClient ? ' De brief drukt u zelf af.' : ''}
        </li>
      </ul>
    </div>
  )
}
