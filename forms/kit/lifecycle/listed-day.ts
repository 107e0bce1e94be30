/** The day of a dossier in lists and above it; the same day decides whether it is late (docs/domain.md §4). */
import type { Dossier } from './dossier.ts'

type Dated = Pick<Dossier, 'callBy' | 'nextOn'>

/** Of the call that cannot wait, else of what is next. Brussels date; undefined when nothing has a day. */
export const listedOn = ({ callBy, nextOn }: Dated): string | undefined => callBy ?? nextOn

/** Whether that day passed. `today`: Brussels date. */
export const isLate = (dossier: Dated, today: string): boolean => (listedOn(dossier) ?? today) < today
