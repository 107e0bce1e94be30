/** How large DynamoDB counts an item: names and values in UTF-8, and a few bytes for each value that holds others. */
export const itemSize = (item: Record<string, unknown>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0)

const bytes = (text: string) => Buffer.byteLength(text)

function valueSize(value: unknown): number {
  if (typeof value === 'string') return bytes(value)
  if (typeof value === 'number') return 21
  if (value instanceof Set) return [...value].reduce((sum: number, one) => sum + valueSize(one), 3)
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + valueSize(one), 3)
  if (typeof value === 'object' && value !== null)
    return 3 + itemSize(value as Record<string, unknown>) + Object.keys(value).length
  return 1
}
