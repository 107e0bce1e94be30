/** For who comes second: what the first did, what still stands, and what they typed, to copy. */

import type { FC } from 'hono/jsx'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import { thisOverleg } from '../../../forms/kit/overleg/noun.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { timeInWords } from '../../../forms/kit/time.ts'
import { TypedText } from '../../shared/web/typed-text.tsx'
import { overlegPath } from '../../shared/work-paths.ts'
import { nameOf } from '../dossier/words.ts'
import type { WorkFrame } from '../frame.tsx'
import type { AtTable } from './at-table.ts'
import { OverlegFrame } from './frame.tsx'
import { hoursInWords } from './words.ts'

interface ChangedProps extends WorkFrame {
  found: AtTable
  /** What was typed, to copy. */
  texts: readonly string[]
  now: Date
}

export const ChangedOverleg: FC<ChangedProps> = ({ found, texts, now: _, ...frame }) => {
  const { overleg, content } = found
  const { fixed, changed, state } = overleg
  const isFixed = state === 'vastgelegd' && fixed !== undefined
  const title = isFixed ? 'Er ligt al een moment vast' : 'Dit is intussen veranderd'
  const who = changed && nameOf(content, changed.by)
  return (
    <OverlegFrame {...frame} found={found} title={title}>
      {isFixed ? (
        <p class="lead">
          {`${nameOf(content, fixed.by)} koos om ${timeInWords(new Date(fixed.at))} ${momentDay(fixed)}, ${hoursInWords(fixed)}.`}
        </p>
      ) : (
        <p class="lead">
          {changed
            ? `${capitalised(who ?? '')} wijzigde ${thisOverleg(overleg)} om ${timeInWords(new Date(changed.at))}.`
            : `Iemand anders wijzigde ${thisOverleg(overleg)} net voor u.`}
        </p>
      )}
      <p>Uw keuze is niet bewaard. Er ging geen mail weg in uw naam.</p>
      {texts.map((text, index) => (
        <TypedText id={`getypt-${index}`} label="Wat u schreef" text={text} />
      ))}
      <p>
        <a class="btn" href={overlegPath(overleg.reference)}>
          Bekijk wat nu geldt
        </a>
      </p>
    </OverlegFrame>
  )
}
