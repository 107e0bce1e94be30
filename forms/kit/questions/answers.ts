/** What a person answered, once understood: text, a number, choices, or rows of text. */
export type Row = Readonly<Record<string, string>>
export type AnswerValue = string | number | readonly string[] | readonly Row[]
/** By question name; a question not asked or left empty is absent. */
export type Answers = Readonly<Record<string, AnswerValue>>

/** What a browser sent, by field name; a Map, so that no field name can reach an object's prototype. */
export type RawInput = ReadonlyMap<string, readonly string[]>

/** What a page is filled in with, as if it was typed: one value a field. */
export const asTyped = (fields: Readonly<Record<string, string>>): RawInput =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value]]))
