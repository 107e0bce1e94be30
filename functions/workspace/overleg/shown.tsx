/** What a form says of the overleg it was made from: which one, and how it stood. Whoever sends it later hears what changed since. */
import type { FC } from 'hono/jsx'
import type { Overleg } from '../../../forms/kit/overleg/overleg.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'

/** A revision alone says too little: the next overleg of the dossier counts from the beginning again. */
const numberField = 'overleg'

/** `revision`: of a page that is shown again as it was sent. */
export const Shown: FC<{ overleg: Pick<Overleg, 'number' | 'revision'>; revision?: string | undefined }> = ({
  overleg,
  revision = String(overleg.revision),
}) => (
  <>
    <input type="hidden" name={numberField} value={overleg.number} />
    <input type="hidden" name="revision" value={revision} />
  </>
)

/** Of the overleg that a page was made from; undefined for a form that does not say it. */
export const numberShown = (body: RawInput): string | undefined => body.get(numberField)?.[0]

/** The page was made from an overleg that is over, and the dossier has another one since. */
export function isOfAnother({ number }: Pick<Overleg, 'number'>, body: RawInput): boolean {
  const shown = numberShown(body)
  return shown !== undefined && shown !== number
}
