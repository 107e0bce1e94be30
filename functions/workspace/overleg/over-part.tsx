/** An overleg that is over: held, or called off; what is known of it, and how a new one begins. */

import type { FC } from 'hono/jsx'
import { aNewOverleg } from '../../../forms/kit/overleg/noun.ts'
import { clients, seated, seatOf } from '../../../forms/kit/overleg/overleg.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { overlegPath, planPath } from '../../shared/work-paths.ts'
import type { AtTable } from './at-table.ts'
import { reachedByCancelling } from './invited.ts'
import { longMoment } from './moment-words.ts'
import type { OverviewPart } from './overview-part.ts'
import { Person, PhoneOf } from './person.tsx'
import { canHave } from './standing.ts'
import { fullyCalledOf } from './words.ts'

export const presenceInWords = {
  aanwezig: 'aanwezig',
  verontschuldigd: 'verontschuldigd',
  niet_gekomen: 'niet gekomen',
} as const

export const HeldPart: FC<OverviewPart> = ({ found }) => {
  const { overleg, details } = found
  const { present = {}, keyPerson, fixed, clientDeclines } = overleg
  const missed = clients(overleg)
  const alone = missed.length > 0 && !clientDeclines && missed.every(({ id }) => present[id] !== 'aanwezig')
  const key = seatOf(overleg, keyPerson)
  return (
    <>
      {fixed && <p class="lead">{longMoment(fixed)}</p>}
      {alone && (
        <section class="lo-vraag smal">
          <h2>Zonder de cliënt is er geen plan</h2>
          <p>Bel de cliënt. Zoek samen een nieuw moment.</p>
          <Begin found={found} text="Stel een nieuw moment voor" />
        </section>
      )}
      <h2>Wie was er?</h2>
      <ul class="lo-bellen">
        {seated(overleg).map((who) => (
          <li>
            <p>
              <Person details={details} who={who} />
            </p>
            <span>{presenceInWords[present[who.id] ?? 'niet_gekomen']}</span>
          </li>
        ))}
      </ul>
      {key && (
        <p>
          Vanaf nu is <bdi>{fullyCalledOf(details, key)}</bdi> spilfiguur.
        </p>
      )}
      {details.decisions && (
        <>
          <h2>Wat is beslist?</h2>
          {details.decisions.split('\n').map((line) => (
            <p>
              <bdi>{line}</bdi>
            </p>
          ))}
        </>
      )}
      {!alone && <ToPlan found={found} />}
      {!alone && <Begin found={found} text={`Begin ${aNewOverleg(overleg)}`} />}
    </>
  )
}

/** What comes of it; the way on while it is not agreed. */
const ToPlan: FC<{ found: AtTable }> = ({ found: { overleg, service, file } }) => {
  if (!service.form.plan || !canHave({ service, file })) return null
  const agreed = file.dossier.actionPlan?.version !== undefined
  return (
    <p class="row">
      <a class={agreed ? 'btn plain' : 'btn'} href={planPath(overleg.reference)} data-next={agreed ? undefined : ''}>
        {agreed ? 'Naar het plan' : 'Maak het plan'}
      </a>
    </p>
  )
}

export const CalledOffPart: FC<OverviewPart> = ({ found }) => {
  const { overleg, details } = found
  return (
    <>
      {canHave(found) && <p class="lead">{`U kunt ${aNewOverleg(overleg)} beginnen.`}</p>}
      {details.reason && (
        <p>
          <b>Waarom:</b> <bdi>{details.reason}</bdi>
        </p>
      )}
      <StillToCall found={found} />
      <Begin found={found} text="Maak de tafel" next />
    </>
  )
}

/** Whom no mail told of it: said before it was called off, and here for who did it. */
const StillToCall: FC<{ found: AtTable }> = ({ found }) => {
  const { calls } = reachedByCancelling(found)
  if (calls.length === 0) return null
  return (
    <>
      <h2>Wie geen mail kreeg: bel zelf</h2>
      <ul class="lo-bellen">
        {calls.map((who) => (
          <li>
            <p>
              <Person details={found.details} who={who} />
            </p>
            <PhoneOf details={found.details} who={who} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Only where the dossier can have another one. */
const Begin: FC<{ found: AtTable; text: string; next?: boolean }> = ({ found, text, next = false }) =>
  canHave(found) ? (
    <p class="row">
      <a
        class={next ? 'btn' : 'btn plain'}
        href={`${overlegPath(found.overleg.reference, 'tafel')}?nieuw=ja`}
        data-next={next ? '' : undefined}
      >
        {capitalised(text)}
      </a>
    </p>
  ) : null
