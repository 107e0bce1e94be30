/** All that a list can be asked in its address, by the names that stand there (filters.ts says what each means). */
export const filterNames = ['toon', 'formulier', 'stand', 'wie', 'verdacht', 'sorteer', 'na'] as const
export type FilterName = (typeof filterNames)[number]
