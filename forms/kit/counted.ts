/** A number with what it counts: "1 mens", "3 mensen". */
export const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`
