/** What an overleg is called in a sentence: some are "het", others "de" (forms/kit/overleg/of-form.ts, `noun`). */
import type { Overleg } from './overleg.ts'

type Named = Pick<Overleg, 'noun'>

/** "overleg", "start-overleg"; "intervisie", "vorming" and "teamcoaching" are not. */
const isNeuter = ({ noun }: Named): boolean => noun.endsWith('overleg')

/** "het overleg", "de intervisie" */
export const theOverleg = (overleg: Named): string => `${isNeuter(overleg) ? 'het' : 'de'} ${overleg.noun}`

/** "dit overleg", "deze intervisie" */
export const thisOverleg = (overleg: Named): string => `${isNeuter(overleg) ? 'dit' : 'deze'} ${overleg.noun}`

/** "een nieuw overleg", "een nieuwe intervisie" */
export const aNewOverleg = (overleg: Named): string => `een ${isNeuter(overleg) ? 'nieuw' : 'nieuwe'} ${overleg.noun}`

/** "het", "deze": in place of its name. */
export const itself = (overleg: Named): string => (isNeuter(overleg) ? 'het' : 'deze')

/** "Overleg LCO-7K3M-9QX2-4T": all that a calendar says, whatever it is called. */
export const calendarTitle = ({ reference }: Pick<Overleg, 'reference'>): string => `Overleg ${reference}`
