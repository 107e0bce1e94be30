/** While everybody is asked: the grid, who to call, and what to do when nothing fits (docs/overleg.md §3). */
import type { FC } from 'hono/jsx'
import { isAgreed } from '../../../forms/kit/overleg/overleg.ts'
import { grid } from '../../../forms/kit/overleg/tally.ts'
import { overlegPath } from '../../shared/work-paths.ts'
import { ActForm } from './act-form.tsx'
import { Calls, callsOf } from './calls.tsx'
import { isOpen, Legend, MomentGrid } from './grid.tsx'
import { Lead, Outlook } from './lead.tsx'
import { NotAgreed } from './not-agreed.tsx'
import { NoteAnswers } from './note-answers.tsx'
import type { OverviewPart } from './overview-part.ts'

/** People whose answers stand open from the start. */
const mostOpen = 3

export const AskedPart: FC<OverviewPart> = ({ found, now, typed, errors }) => {
  const { reference } = found.overleg
  const agreed = isAgreed(found.overleg)
  const choosable = grid(found, now).some(isOpen)
  const toCall = callsOf(found, now).flatMap(({ who, why }) =>
    why === 'asked' || (why === 'silent' && who.bereik !== 'mail') ? [who.id] : [],
  )
  // Of a few that is handy; of many nobody finds their way.
  const open = new Set(toCall.length <= mostOpen ? toCall : [])
  return (
    <>
      <Lead found={found} now={now} />
      {!agreed && <NotAgreed found={found} />}
      <Outlook found={found} now={now} filled={agreed && !choosable} />
      <Legend />
      <ActForm found={found}>
        <MomentGrid found={found} now={now} next={agreed && choosable} />
        <div class="lo-twee">
          <Calls found={found} now={now} />
          <NoteAnswers found={found} now={now} typed={typed} errors={errors} open={open} />
        </div>
      </ActForm>
      <h2>Past er niets?</h2>
      <p class="row">
        <a class="btn plain" href={overlegPath(reference, 'momenten')}>
          Stel meer momenten voor
        </a>
        <a href={overlegPath(reference, 'afgelasten')}>Stop met zoeken</a>
      </p>
    </>
  )
}
