/** The id of a field on its page, by its name: where an error, or a new row, moves the person to. */
export const fieldId = (name: string): string => name.replace(/[^\w]+/g, '-').replace(/-$/, '')
