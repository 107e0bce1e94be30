/** "Laat ons u bellen": what somebody invented leaves there. */
import { type Fields, fieldsIn, type Visitor } from './visitor.ts'

export const belMijPath = '/aalst/bel-mij'

export const belMij = {
  telefoon: '0478 12 34 66',
  naam: 'Nadia',
  wanneer: ['voormiddag'],
  wanneer_anders: 'Niet op woensdag',
  inspreken: 'neutraal',
  ander: 'nee',
  vraag: 'Ik weet niet waar ik moet beginnen.',
  taal: 'Arabisch',
} as const satisfies Fields

/** Filled in on a page that was just opened. */
export async function openBelMij(visitor: Visitor, changes: Fields = {}): Promise<Fields> {
  const { formulier = [] } = fieldsIn(await (await visitor.get(belMijPath)).text())
  return { formulier, ...belMij, ...changes }
}
