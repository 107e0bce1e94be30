/**
 * Names that stored items know: of a network, form, state, question, option, offer or kind of mail. Whatever gets a new
 * name says the old one beside it, so that what was stored under that is still found (docs/decisions/016).
 */
export interface Renamed {
  /** Names of earlier versions. */
  formerly?: readonly string[]
}

/** By the name of today or of an earlier version; an old name never takes the place of a new one. */
export const findNamed = <Thing extends Renamed>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
  name: string,
): Thing | undefined =>
  things.find((thing) => nameOf(thing) === name) ?? things.find(({ formerly }) => formerly?.includes(name))
