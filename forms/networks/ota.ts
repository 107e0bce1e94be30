/**
 * OTA: the OndersteuningsTeam of Oost- en West-Vlaanderen (shared/seeds/ota-ondersteuningsteam.txt). Its people work in
 * the werkruimte already; its form comes with its own issue. People, phone numbers and mailboxes are invented.
 */
import { defaultRetention, type Network } from '../kit/network.ts'

export const ota: Network = {
  slug: 'ota',
  naam: 'OndersteuningsTeam Oost- en West-Vlaanderen',
  plaats: 'Oost- en West-Vlaanderen',
  telefoon: '09 000 00 00',
  bereikbaar: 'ma–vr 9–12 uur',
  triageEmail: 'aanmeldingen@ota.example',
  plaatsvervangerEmail: 'plaatsvervanger@ota.example',
  antwoordEmail: 'team@ota.example',
  verwerkingsverantwoordelijke: 'OndersteuningsTeam Oost- en West-Vlaanderen',
  mensen: [
    {
      id: 'coordinator-ota',
      naam: 'Coördinator OTA',
      rol: 'coordinator',
      dienst: 'OndersteuningsTeam',
      email: 'coordinator@ota.example',
      telefoon: '09 000 00 01',
    },
    {
      id: 'bemiddelaar-ota',
      naam: 'Bemiddelaar OTA',
      rol: 'bemiddelaar',
      dienst: 'OndersteuningsTeam',
      email: 'bemiddelaar@ota.example',
      telefoon: '09 000 00 02',
    },
  ],
  kleuren: { brand: '#7a3b69', brandDeep: '#542848', brandWash: '#f6e9f2', mark: '#b5487a' },
  bewaartermijnen: defaultRetention,
  aanbod: {},
  forms: {},
}
