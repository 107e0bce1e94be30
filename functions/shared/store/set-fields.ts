/** What an update says to set fields by their names; `where: 'absent'` leaves a field that is there as it is. */
export function setFields(fields: Readonly<Record<string, unknown>>, where: 'always' | 'absent' = 'always') {
  const names = Object.keys(fields)
  const given = (name: string) => (where === 'absent' ? `if_not_exists(#${name}, :${name})` : `:${name}`)
  return {
    /** For the UpdateExpression. */
    set: `SET ${names.map((name) => `#${name} = ${given(name)}`).join(', ')}`,
    names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    values: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
  }
}

/** That an item is still at the revision it was read at; 0 when there was none. */
export const asRead = (revision: number) =>
  revision === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': revision } }

/** Sets the end of an item (epoch seconds), or takes it away when the dossier is open again. */
export const setEnd = (ttl: number | undefined) => ({
  UpdateExpression: ttl === undefined ? 'REMOVE #ttl' : 'SET #ttl = :ttl',
  ExpressionAttributeNames: { '#ttl': 'ttl' },
  ...(ttl === undefined ? {} : { ExpressionAttributeValues: { ':ttl': ttl } }),
})
