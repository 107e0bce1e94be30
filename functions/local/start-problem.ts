/** Why Loket cannot start here, in one sentence for the person who starts it: printed without a stack, exit code 1. */
export const startProblem = (sentence: string): Error => Object.assign(new Error(sentence), { name: 'StartProblem' })

export const isStartProblem = (error: unknown): boolean => error instanceof Error && error.name === 'StartProblem'
