/** Makes a thing when it is first asked for, and keeps it: what a cold start does not need, it does not pay for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
