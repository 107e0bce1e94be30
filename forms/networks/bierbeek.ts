/**
 * OCMW Bierbeek: a trajectengids and no form yet (the trajectengids of Bierbeek, docs/domain.md §2). Its trajecten are for its
 * own clients and never offered elsewhere. Its phone number is invented.
 */
import { defaultRetention, type Network } from '../kit/network.ts'
import { bierbeekAanbod } from './bierbeek-aanbod.ts'

export const bierbeek: Network = {
  slug: 'bierbeek',
  name: 'OCMW Bierbeek',
  place: 'Bierbeek',
  phone: '016 00 00 00',
  reachable: 'ma–vr 9–12 uur',
  controller: { name: 'OCMW Bierbeek' },
  colours: { brand: '#6b3d12', brandDeep: '#472809', brandWash: '#f6ecdf', mark: '#b8621b' },
  retention: defaultRetention,
  aanbod: bierbeekAanbod,
  forms: {},
}
