/** Why two dossiers can be of one family (same-family.ts). Apart: whoever shows it loads no rule. */

/** What two can have in common; the last three are the applicant's. */
export const likenesses = ['designation', 'organisation', 'phone', 'email'] as const
export type Likeness = (typeof likenesses)[number]
