/** A name that two things have. */
export const twice = (what: string, names: readonly string[]): string[] =>
  [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `${what} \`${name}\` is there twice.`,
  )
