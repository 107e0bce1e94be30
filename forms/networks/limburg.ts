/**
 * LCO Limburg: the provincial project Aalst took its inspiration from (the presentation of LCO Aalst, docs/domain.md §2). Other
 * criteria, other people, the same form. People, phone numbers and mailboxes are invented for the demo.
 */
import { defaultRetention, type Network } from '../kit/network.ts'

const checkedOn = '2026-11-19'

export const limburg: Network = {
  slug: 'limburg',
  name: 'LCO Limburg',
  place: 'Limburg',
  phone: '011 00 00 00',
  reachable: 'ma–do 9–12 uur',
  triageEmail: 'aanvragen@lco-limburg.example',
  deputyEmail: 'plaatsvervanger@lco-limburg.example',
  replyEmail: 'lco@lco-limburg.example',
  controller: 'Welzijnsregio Limburg',
  people: [
    {
      id: 'coordinator-limburg',
      name: 'Coördinator Limburg',
      role: 'coordinator',
      employer: 'Welzijnsregio Limburg',
      email: 'coordinator@lco-limburg.example',
      phone: '011 00 00 01',
    },
  ],
  colours: { brand: '#3b4a8c', brandDeep: '#28335f', brandWash: '#e8ebf6', mark: '#c2571a' },
  retention: defaultRetention,
  destinations: [
    { network: 'limburg', form: 'lco-aanvraag' },
    { network: 'limburg', form: 'vraag' },
  ],
  aanbod: {
    onthaal: {
      name: 'Onthaal van CAW Limburg',
      kind: 'dienst',
      levensdomeinen: ['inkomen_schulden', 'wonen_energie', 'persoon', 'gezin_familie', 'samenleving'],
      description: 'Bekijkt de vraag samen met u en de cliënt, ook als maar één dienst betrokken is.',
      audience: 'Iedereen in Limburg.',
      phone: '011 00 00 11',
      website: 'https://caw-limburg.example',
      checkedOn,
    },
    coach: {
      name: 'Steunpunt cliëntoverleg Limburg',
      kind: 'dienst',
      levensdomeinen: ['samenleving', 'netwerk'],
      description: 'Denkt met u mee hoe u een overleg bespreekt met uw cliënt.',
      audience: 'Hulpverleners in Limburg.',
      instruments: ['Draaiboek LCO Limburg'],
      phone: '011 00 00 12',
      website: 'https://lco-limburg.example',
      checkedOn,
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
          requirement: 'Er zijn problemen op minstens drie levensdomeinen, of minstens drie diensten zijn betrokken.',
          reason: 'Een LCO is hier voor problemen op minstens drie levensdomeinen, of met minstens drie diensten.',
          offer: 'onthaal',
        },
        {
          name: 'akkoord',
          rule: { question: 'akkoord_client', is: 'ja' },
          requirement: 'De cliënt gaat akkoord met een overleg.',
          reason: 'Een LCO kan alleen als de cliënt akkoord gaat.',
          offer: 'coach',
        },
      ],
    },
  },
}
