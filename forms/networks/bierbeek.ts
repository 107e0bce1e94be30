/**
 * OCMW Bierbeek: a trajectengids and no form yet (the trajectengids of Bierbeek, docs/domain.md §2). Its trajecten are for its
 * own clients and never offered elsewhere. People, phone numbers and mailboxes are invented for the demo.
 */
import { defaultRetention, type Network } from '../kit/network.ts'
import { bierbeekAanbod } from './bierbeek-aanbod.ts'

export const bierbeek: Network = {
  slug: 'bierbeek',
  naam: 'OCMW Bierbeek',
  plaats: 'Bierbeek',
  telefoon: '016 00 00 00',
  bereikbaar: 'ma–vr 9–12 uur',
  triageEmail: 'onthaal@ocmw-bierbeek.example',
  plaatsvervangerEmail: 'plaatsvervanger@ocmw-bierbeek.example',
  antwoordEmail: 'sociale-dienst@ocmw-bierbeek.example',
  verwerkingsverantwoordelijke: 'OCMW Bierbeek',
  mensen: [
    {
      id: 'coordinator-bierbeek',
      naam: 'Coördinator Bierbeek',
      rol: 'coordinator',
      dienst: 'OCMW Bierbeek',
      email: 'coordinator@ocmw-bierbeek.example',
      telefoon: '016 00 00 01',
    },
  ],
  kleuren: { brand: '#6b3d12', brandDeep: '#472809', brandWash: '#f6ecdf', mark: '#b8621b' },
  bewaartermijnen: defaultRetention,
  aanbod: bierbeekAanbod,
  forms: {},
}
