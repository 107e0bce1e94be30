/**
 * OCMW Bierbeek: a trajectengids and no form yet (the trajectengids of Bierbeek, docs/domain.md §2). Its trajecten are for its
 * own clients and never offered elsewhere. People, phone numbers and mailboxes are invented for the demo.
 */
import { defaultRetention, type Network } from '../kit/network.ts'
import { bierbeekAanbod } from './bierbeek-aanbod.ts'

export const bierbeek: Network = {
  slug: 'bierbeek',
  name: 'OCMW Bierbeek',
  place: 'Bierbeek',
  phone: '016 00 00 00',
  reachable: 'ma–vr 9–12 uur',
  triageEmail: 'onthaal@ocmw-bierbeek.example',
  deputyEmail: 'plaatsvervanger@ocmw-bierbeek.example',
  replyEmail: 'sociale-dienst@ocmw-bierbeek.example',
  controller: 'OCMW Bierbeek',
  people: [
    {
      id: 'coordinator-bierbeek',
      name: 'Coördinator Bierbeek',
      role: 'coordinator',
      employer: 'OCMW Bierbeek',
      email: 'coordinator@ocmw-bierbeek.example',
      phone: '016 00 00 01',
    },
  ],
  colours: { brand: '#6b3d12', brandDeep: '#472809', brandWash: '#f6ecdf', mark: '#b8621b' },
  retention: defaultRetention,
  aanbod: bierbeekAanbod,
  forms: {},
}
