/** For who comes second: who was first, that their plan still stands, and what was typed, to copy. */
import type { FC } from 'hono/jsx'
import { timeInWords } from '../../../forms/kit/time.ts'
import { TypedText } from '../../shared/web/typed-text.tsx'
import { planPath } from '../../shared/work-paths.ts'
import { nameOf } from '../dossier/words.ts'
import type { WorkFrame } from '../frame.tsx'
import { OverlegFrame } from '../overleg/frame.tsx'
import type { AtPlan } from './at-plan.ts'

/** "Tom Verlinden, om 15.20 uur." */
export function whoWasFirst({ plan: { changed }, content }: AtPlan): string {
  return changed ? `${nameOf(content, changed.by)}, om ${timeInWords(new Date(changed.at))}.` : 'Net voor u.'
}

export const ChangedPlan: FC<WorkFrame & { found: AtPlan; texts: readonly string[] }> = ({
  found,
  texts,
  ...frame
}) => (
  <OverlegFrame {...frame} found={found} title="Dit plan is intussen veranderd">
    <p class="lead">{whoWasFirst(found)}</p>
    <p>Wat u deed, is niet bewaard. Er ging geen mail weg in uw naam. Wat u typte, staat hieronder.</p>
    {texts.map((text, index) => (
      <TypedText id={`getypt-${index}`} label="Wat u schreef" text={text} />
    ))}
    <p>
      <a class="btn" href={planPath(found.plan.reference)}>
        Bekijk wat nu geldt
      </a>
    </p>
  </OverlegFrame>
)
