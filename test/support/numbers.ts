/** The same numbers each time (mulberry32), so that what fails once fails again. */
export interface Numbers {
  /** From 0 up to and without `count`. */
  below(count: number): number
  pick<Item>(items: readonly Item[]): Item
  /** So many of these letters. */
  text(letters: readonly string[], length: number): string
}

export function numbersFrom(seed: number): Numbers {
  let state = seed
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count)
  }
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('Nothing to pick from')
    return item
  }
  return {
    below,
    pick,
    text: (letters, length) => Array.from({ length }, () => pick(letters)).join(''),
  }
}
