/** Whether an answer that must not name a client looks as if it does (docs/domain.md §3.8): asked softly, never refused. */

/** A word that begins with a capital, as a name does, and is no initial: "Peeters", "D’Hondt". */
const nameWord = /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*$/u
/** What stands before a name, and between its words. */
const particle = /^(?:de|den|der|van|vande|vanden|el|al|ben|bin|mevrouw|meneer|mevr\.?|dhr\.?|familie|gezin|en|&)$/i

/** Two words of a name or more, and nothing else: "Jan Peeters" does, "J. P.", "AA-12" and "gezin 14" do not. */
export function looksLikeFullName(text: string): boolean {
  const words = text.split(/[\s,]+/).filter((word) => word !== '' && !particle.test(word))
  return words.length > 1 && words.every((word) => nameWord.test(word))
}
