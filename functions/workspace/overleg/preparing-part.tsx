/** Before anybody was asked: the moments that suit the client, and what to do with them (docs/overleg.md §3). */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { clientCan } from '../../../forms/kit/overleg/decide.ts'
import type { Act } from '../../../forms/kit/overleg/decision.ts'
import { isPast, upcoming } from '../../../forms/kit/overleg/moments.ts'
import { isAgreed, type Moment, seated } from '../../../forms/kit/overleg/overleg.ts'
import { saidAnything, saidBy } from '../../../forms/kit/overleg/said.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { overlegPath } from '../../shared/work-paths.ts'
import { ActForm } from './act-form.tsx'
import type { AtTable } from './at-table.ts'
import { Facts } from './facts.tsx'
import { MomentGrid } from './grid.tsx'
import { namesOf, reachedByAsking } from './invited.ts'
import { Outlook } from './lead.tsx'
import { shortDay, shortHours, shortMoment } from './moment-words.ts'
import { NotAgreed } from './not-agreed.tsx'
import { NoteAnswers } from './note-answers.tsx'
import type { OverviewPart } from './overview-part.ts'

export const PreparingPart: FC<OverviewPart> = ({ found, now, by, typed, errors }) => {
  const { overleg, said, has } = found
  const possible = upcoming(overleg.moments, now).filter((moment) => clientCan(found, moment))
  const answered = seated(overleg).some(({ id }) => saidAnything(saidBy(said, id), overleg.moments))
  return (
    <>
      {has.withClient && <p class="lead">Vraag het eerst aan de cliënt. Daarna pas mailen we de diensten.</p>}
      <Facts found={found} />
      {!isAgreed(overleg) && <NotAgreed found={found} />}
      {isAgreed(overleg) && overleg.moments.length === 0 && (
        <p class="row">
          <a class="btn" href={overlegPath(overleg.reference, 'momenten')} data-next="">
            Kies momenten
          </a>
        </p>
      )}
      {isAgreed(overleg) && <Outlook found={found} now={now} filled={possible.length === 0} />}
      <ActForm found={found}>
        {answered ? <MomentGrid found={found} now={now} next={false} /> : <MomentList found={found} now={now} />}
        {isAgreed(overleg) && possible.length > 0 && <Ask found={found} act={{ by, now, days: found.days }} />}
        {isAgreed(overleg) && possible.length > 0 && (
          <NoteAnswers found={found} now={now} typed={typed} errors={errors} open={new Set()} />
        )}
      </ActForm>
      {overleg.revision > 0 && (
        <p class="row">
          <a href={overlegPath(overleg.reference, 'tafel')}>Verander de tafel</a>
          {overleg.moments.length > 0 && <a href={overlegPath(overleg.reference, 'momenten')}>Verander de momenten</a>}
          <a href={overlegPath(overleg.reference, 'agenda')}>Agenda om af te drukken</a>
          <a href={overlegPath(overleg.reference, 'afgelasten')}>Stop met zoeken</a>
        </p>
      )}
    </>
  )
}

const Ask: FC<{ found: AtTable; act: Act }> = ({ found, act }) => {
  const { details } = found
  const { mails, calls, letters } = reachedByAsking(found, act)
  const byHand = [...calls, ...letters]
  return (
    <>
      <div class="row">
        <button class="btn" id="stel_voor" name="actie" value="stel_voor" data-next="">
          Vraag de diensten wanneer zij kunnen
        </button>
      </div>
      <p class="hint">
        {`${counted(mails, 'dienst krijgt', 'diensten krijgen')} een mail. ${found.has.withClient ? 'In die mail staat niets over de cliënt. ' : ''}`}
        {byHand.length > 0 && <bdi>{`${byHand.length} belt u zelf: ${namesOf(details, byHand)}.`}</bdi>} Dat kunt u niet
        terughalen.
      </p>
    </>
  )
}

const MomentList: FC<{ found: AtTable; now: Date }> = ({ found, now }) => {
  const { overleg } = found
  if (overleg.moments.length === 0) return null
  return (
    <>
      <h2 id="kies" tabindex={-1}>
        Momenten
      </h2>
      <ul class="lo-bellen">
        {overleg.moments.map((moment) => (
          <li>
            <p>
              <b>{shortDay(moment)}</b>, {shortHours(moment)}
              <small class="hint">{whyNot(found, moment, now)}</small>
            </p>
            {isAgreed(overleg) && !isPast(moment, now) && clientCan(found, moment) && (
              <button class="btn plain" name="kies" value={moment.id}>
                Leg vast zonder te vragen
                <span class="hidden-visually">{` op ${shortMoment(moment)}`}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="hint">Belde u iedereen al? Dan legt u een moment vast zonder te vragen.</p>
    </>
  )
}

function whyNot(found: AtTable, moment: Moment, now: Date): string {
  if (isPast(moment, now)) return 'voorbij'
  if (clientCan(found, moment))
    return found.has.withClient && !found.overleg.clientDeclines ? 'past voor de cliënt' : ''
  return `${capitalised(shortDay(moment))} past niet voor de cliënt. Dat moment stellen we niet voor.`
}
