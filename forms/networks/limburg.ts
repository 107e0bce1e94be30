/**
 * LCO Limburg: the provincial project Aalst took its inspiration from (the presentation of LCO Aalst, docs/domain.md §2). Other
 * criteria, other people, the same form. People, phone numbers and mailboxes are invented for the demo.
 */
import { defaultRetention, type Network } from '../kit/network.ts'

const nagekeken = '2026-11-19'

export const limburg: Network = {
  slug: 'limburg',
  naam: 'LCO Limburg',
  plaats: 'Limburg',
  telefoon: '011 00 00 00',
  bereikbaar: 'ma–do 9–12 uur',
  triageEmail: 'aanvragen@lco-limburg.example',
  plaatsvervangerEmail: 'plaatsvervanger@lco-limburg.example',
  antwoordEmail: 'lco@lco-limburg.example',
  verwerkingsverantwoordelijke: 'Welzijnsregio Limburg',
  mensen: [
    {
      id: 'coordinator-limburg',
      naam: 'Coördinator Limburg',
      rol: 'coordinator',
      dienst: 'Welzijnsregio Limburg',
      email: 'coordinator@lco-limburg.example',
      telefoon: '011 00 00 01',
    },
  ],
  kleuren: { brand: '#3b4a8c', brandDeep: '#28335f', brandWash: '#e8ebf6', mark: '#c2571a' },
  bewaartermijnen: defaultRetention,
  naar: [
    { network: 'limburg', form: 'lco-aanvraag' },
    { network: 'limburg', form: 'vraag' },
  ],
  aanbod: {
    onthaal: {
      naam: 'Onthaal van CAW Limburg',
      soort: 'dienst',
      levensdomeinen: ['inkomen_schulden', 'wonen_energie', 'persoon', 'gezin_familie', 'samenleving'],
      uitleg: 'Bekijkt de vraag samen met u en de cliënt, ook als maar één dienst betrokken is.',
      doelgroep: 'Iedereen in Limburg.',
      telefoon: '011 00 00 11',
      website: 'https://caw-limburg.example',
      nagekeken,
    },
    coach: {
      naam: 'Steunpunt cliëntoverleg Limburg',
      soort: 'dienst',
      levensdomeinen: ['samenleving', 'netwerk'],
      uitleg: 'Denkt met u mee hoe u een overleg bespreekt met uw cliënt.',
      doelgroep: 'Hulpverleners in Limburg.',
      instrumenten: ['Draaiboek LCO Limburg'],
      telefoon: '011 00 00 12',
      website: 'https://lco-limburg.example',
      nagekeken,
    },
  },
  forms: {
    'lco-aanvraag': {
      answerWithinWorkingDays: 5,
      criteria: [
        {
          name: 'meervoudig',
          rule: {
            anyOf: [
              { question: 'levensdomeinen', atLeast: 3 },
              { question: 'aantal_diensten', atLeast: 3 },
            ],
          },
          eis: 'Er zijn problemen op minstens drie levensdomeinen, of minstens drie diensten zijn betrokken.',
          reden: 'Een LCO is hier voor problemen op minstens drie levensdomeinen, of met minstens drie diensten.',
          aanbod: 'onthaal',
        },
        {
          name: 'akkoord',
          rule: { question: 'akkoord_client', is: 'ja' },
          eis: 'De cliënt gaat akkoord met een overleg.',
          reden: 'Een LCO kan alleen als de cliënt akkoord gaat.',
          aanbod: 'coach',
        },
      ],
    },
  },
}
