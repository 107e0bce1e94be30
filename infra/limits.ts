import type { Stage } from './stages.ts'

/**
 * A function's environment holds 4,096 bytes; a public seal key takes 0.6 KB, what else `workspace` is told up to 1.1. More networks: they are read from elsewhere, and the rights on the
 * keys are given otherwise (docs/known-limits.md, "A hundred networks").
 */
export const maxNetworks = 5

/** Before anything is synthesised; a deploy would find it out half-way. Beside the stacks, so that a test can look at more. */
export function refuseTooMany({ networks }: Pick<Stage, 'networks'>): void {
  if (networks.length > maxNetworks)
    throw new Error(`SEAL_KEYS fits ${maxNetworks} networks with a form: see ${import.meta.filename}`)
}
