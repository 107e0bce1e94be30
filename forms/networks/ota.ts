/**
 * OTA: the OndersteuningsTeam of Oost- en West-Vlaanderen (the team's own pages, docs/domain.md §2). People, phone
 * numbers and mailboxes are invented for the demo.
 */
import { defaultRetention, type Network } from '../kit/network.ts'

const nagekeken = '2026-11-20'

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
    {
      id: 'bemiddelaar-ota-2',
      naam: 'Tweede bemiddelaar OTA',
      rol: 'bemiddelaar',
      dienst: 'OndersteuningsTeam',
      email: 'bemiddelaar2@ota.example',
      telefoon: '09 000 00 03',
    },
  ],
  kleuren: { brand: '#7a3b69', brandDeep: '#542848', brandWash: '#f6e9f2', mark: '#b5487a' },
  bewaartermijnen: defaultRetention,
  naar: [
    { network: 'ota', form: 'aanmelding' },
    { network: 'ota', form: 'vraag' },
    { network: 'aalst', form: 'vraag' },
  ],
  teamoverleg: {
    weekday: 2,
    from: '09:00',
    until: '12:00',
    cutOff: '17:00',
    agendaMail: '17:15',
    // Between Christmas and New Year the team meets once, on the Monday.
    exceptions: [{ date: '2026-12-29', instead: '2026-12-28' }, { date: '2027-12-28' }],
  },
  aanbod: {
    andereTeams: {
      naam: 'Het OndersteuningsTeam van uw provincie',
      soort: 'dienst',
      levensdomeinen: ['samenleving'],
      uitleg:
        'Antwerpen, Limburg, en Vlaams-Brabant met Brussel hebben elk een eigen team. Dit nummer verbindt u door.',
      doelgroep: 'Hulpverleners buiten Oost- en West-Vlaanderen.',
      telefoon: '09 000 00 11',
      nagekeken,
    },
    jac: {
      naam: 'JAC',
      soort: 'dienst',
      levensdomeinen: ['persoon', 'gezin_familie'],
      uitleg: 'Luistert naar jongeren en hun omgeving, en zoekt mee naar hulp. Gratis en vertrouwelijk.',
      doelgroep: 'Jongeren tot 25 jaar, en wie bezorgd is om een jongere.',
      telefoon: '09 000 00 12',
      nagekeken,
    },
    jeugdhulp: {
      naam: 'Intersectorale toegangspoort van de jeugdhulp',
      soort: 'dienst',
      levensdomeinen: ['gezin_familie', 'justitie_jeugdzorg'],
      uitleg: 'Zoekt met u welke jeugdhulp past bij een jongere of een gezin.',
      doelgroep: 'Hulpverleners van jongeren en gezinnen.',
      telefoon: '09 000 00 13',
      nagekeken,
    },
    vormingsaanbod: {
      naam: 'Open vormingsaanbod cultuursensitief hulpverlenen',
      soort: 'dienst',
      levensdomeinen: ['samenleving', 'onderwijs_arbeid'],
      uitleg: 'Vormingen over de basis van cultuursensitief hulpverlenen, en over thema’s zoals gezinshereniging.',
      doelgroep: 'Hulpverleners uit alle sectoren van de Integrale Jeugdhulp.',
      telefoon: '09 000 00 00',
      nagekeken,
    },
  },
  forms: {
    aanmelding: {
      answerWithinWorkingDays: 2,
      criteria: [
        {
          name: 'hulpverlener',
          rule: { question: 'is_hulpverlener', is: 'ja' },
          eis: 'U bent hulpverlener.',
          reden: 'Het team ondersteunt hulpverleners.',
          aanbod: 'jac',
        },
        {
          name: 'sector',
          rule: {
            question: 'sector',
            is: ['jeugdhulp', 'clb', 'school', 'caw', 'ocmw', 'ggz', 'vaph', 'opgroeien'],
            unsure: 'andere',
          },
          eis: 'U werkt met jongeren of gezinnen: jeugdhulp, school, CLB, CAW, OCMW, ggz, VAPH of Opgroeien. Een andere sector? Dan bekijken we het met u.',
          reden: 'Het team werkt voor de jeugdhulp en haar partners.',
          aanbod: 'jeugdhulp',
        },
        {
          name: 'provincie',
          rule: { question: 'provincie', is: ['oost_vlaanderen', 'west_vlaanderen'] },
          eis: 'U werkt in Oost- of West-Vlaanderen.',
          reden: 'Dit team werkt in Oost- en West-Vlaanderen. Elke andere provincie heeft een eigen team.',
          aanbod: 'andereTeams',
        },
        {
          name: 'migratieachtergrond',
          rule: { question: 'migratieachtergrond', is: 'ja' },
          eis: 'Voor een individueel traject: het gaat over een jongere of gezin met een familiale migratieachtergrond.',
          reden: 'Een individueel traject gaat over een jongere of gezin met een familiale migratieachtergrond.',
          aanbod: 'jeugdhulp',
        },
        {
          name: 'leeftijd',
          rule: { question: 'leeftijdsgroep', is: ['0_11', '12_17', '18_25'], unsure: 'ouder' },
          eis: 'Voor een individueel traject: de jongere is hoogstens 25 jaar. Ouder? Dan bekijken we het met u.',
          reden: 'Een individueel traject gaat over jongeren tot 25 jaar.',
          aanbod: 'jac',
        },
      ],
    },
  },
}
