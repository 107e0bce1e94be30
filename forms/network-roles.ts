/** Which roles there are in a network. */
import { networkForms } from './index.ts'
import { type Role, roles } from './kit/content-schema.ts'
import type { Network } from './kit/network.ts'

/** Who can hold a dossier, as every form lets them ask and note something. */
const everywhere: readonly Role[] = ['coordinator', 'casemanager', 'bemiddelaar']

/** A coordinator, an organiser, and the holders that a form of the network names beside what every form lets everybody do. */
export function rolesIn(network: Network): Role[] {
  const named = networkForms(network)
    .flatMap(({ form }) => form.lifecycle.moves)
    .filter(({ by }) => !everywhere.every((role) => by.includes(role)))
    .flatMap(({ by }) => by)
  return roles.filter((role) => role === 'coordinator' || !everywhere.includes(role) || named.includes(role))
}
