/** How something was discussed with the client, in words. */
import type { discussedHow } from './overleg.ts'

export const discussedInWords: Readonly<Record<(typeof discussedHow)[number], string>> = {
  zelf: 'met de cliënt zelf',
  met_steun: 'met steun',
  vertegenwoordiger: 'met de wettelijk vertegenwoordiger',
}
