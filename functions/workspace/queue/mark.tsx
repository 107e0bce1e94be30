/** In a line of a list: that our mail does not reach somebody, and the one place where that is mended. */
import type { FC } from 'hono/jsx'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Lifecycle } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { unreachedOf } from '../../../forms/kit/lifecycle/not-reached.ts'
import { addressPath, dossierPath, overlegPath } from '../../shared/work-paths.ts'

export interface Mend {
  label: string
  path: string
}

/** The applicant comes first: without them nothing goes on. */
export function mendOf(lifecycle: Lifecycle, dossier: Dossier): Mend | undefined {
  const unreached = unreachedOf(lifecycle, dossier)
  const is = (who: (typeof unreached)[number]['who']) => unreached.some((one) => one.who === who)
  const { reference } = dossier
  if (is('aanvrager')) return { label: 'Verbeter het adres', path: addressPath(reference) }
  if (is('deelnemer')) return { label: 'Verbeter het adres', path: overlegPath(reference, 'tafel') }
  return is('medewerker') ? { label: 'Bekijk wie', path: dossierPath(reference) } : undefined
}

export const MendLink: FC<{ row: { reference: string; mend?: Mend | undefined } }> = ({ row: { reference, mend } }) =>
  mend ? (
    <a class="btn plain slim" href={mend.path}>
      {mend.label}
      <span class="hidden-visually">{`: ${reference}`}</span>
    </a>
  ) : null
