/**
 * LCO Limburg: the provincial project Aalst took its inspiration from (the presentation of LCO Aalst, docs/domain.md §2). Other
 * criteria, other people, the same form. Its phone number is invented.
 */
import { defaultRetention, type Network } from '../kit/network.ts'

export const limburg: Network = {
  slug: 'limburg',
  name: 'LCO Limburg',
  place: 'Limburg',
  phone: '011 00 00 00',
  reachable: 'ma–do 9–12 uur',
  // Invented, but for the name: npm run doctor says so as long as it is.
  controller: {
    name: 'Welzijnsregio Limburg',
    runs: 'Voorbeeldhuis voor ICT, Hasselt',
    officer: 'Privacydienst van Voorbeeldregio, 011 00 00 06',
    agreement: 'Voorbeeldafspraak LCO Limburg, 1 september 2026',
    assessedOn: '2026-09-16',
    destroys: 'Voorbeeldlijst 12: wissen 90 dagen na het einde',
  },
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
    },
    coach: {
      name: 'Steunpunt cliëntoverleg Limburg',
      kind: 'dienst',
      levensdomeinen: ['samenleving', 'netwerk'],
      description: 'Denkt met u mee hoe u een overleg bespreekt met uw cliënt.',
      audience: 'Hulpverleners in Limburg.',
      instruments: ['Draaiboek LCO Limburg'],
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
          requirement: 'De cliënt is akkoord met een overleg.',
          reason: 'Een LCO kan alleen als de cliënt akkoord is.',
          offer: 'coach',
        },
      ],
    },
  },
}
