/**
 * OTA: the OndersteuningsTeam of Oost- en West-Vlaanderen (the team's own pages, docs/domain.md §2). Its phone number is
 * invented.
 */
import { defaultRetention, type Network } from '../kit/network.ts'

export const ota: Network = {
  slug: 'ota',
  name: 'OndersteuningsTeam Oost- en West-Vlaanderen',
  place: 'Oost- en West-Vlaanderen',
  phone: '09 000 00 00',
  reachable: 'ma–vr 9–12 uur',
  // Invented, but for the name: npm run doctor says so as long as it is.
  controller: {
    name: 'OndersteuningsTeam Oost- en West-Vlaanderen',
    runs: 'Voorbeeldhuis voor ICT, Gent',
    officer: 'Privacydienst van Voorbeeldteam, 09 000 00 06',
    agreement: 'Voorbeeldafspraak OTA, 1 september 2026',
    assessedOn: '2026-09-17',
    destroys: 'Voorbeeldlijst 12: wissen 90 dagen na het einde',
  },
  colours: { brand: '#7a3b69', brandDeep: '#542848', brandWash: '#f6e9f2', mark: '#b5487a' },
  retention: defaultRetention,
  destinations: [
    { network: 'ota', form: 'aanmelding' },
    { network: 'ota', form: 'vraag' },
    { network: 'aalst', form: 'vraag' },
  ],
  teamMeeting: {
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
      name: 'Het OndersteuningsTeam van uw provincie',
      kind: 'dienst',
      levensdomeinen: ['samenleving'],
      description:
        'Antwerpen, Limburg, en Vlaams-Brabant met Brussel hebben elk een eigen team. Dit nummer verbindt u door.',
      audience: 'Hulpverleners buiten Oost- en West-Vlaanderen.',
    },
    jac: {
      name: 'JAC',
      kind: 'dienst',
      levensdomeinen: ['persoon', 'gezin_familie'],
      description: 'Luistert naar jongeren en hun omgeving, en zoekt mee naar hulp. Gratis en vertrouwelijk.',
      audience: 'Jongeren tot 25 jaar, en wie bezorgd is om een jongere.',
    },
    jeugdhulp: {
      name: 'Intersectorale toegangspoort van de jeugdhulp',
      kind: 'dienst',
      levensdomeinen: ['gezin_familie', 'justitie_jeugdzorg'],
      description: 'Zoekt met u welke jeugdhulp past bij een jongere of een gezin.',
      audience: 'Hulpverleners van jongeren en gezinnen.',
    },
    vormingsaanbod: {
      name: 'Open vormingsaanbod cultuursensitief hulpverlenen',
      kind: 'dienst',
      levensdomeinen: ['samenleving', 'onderwijs_arbeid'],
      description: 'Vormingen over de basis van cultuursensitief hulpverlenen, en over thema’s zoals gezinshereniging.',
      audience: 'Hulpverleners uit alle sectoren van de Integrale Jeugdhulp.',
    },
  },
  forms: {
    aanmelding: {
      answerWithinWorkingDays: 2,
      criteria: [
        {
          name: 'hulpverlener',
          rule: { question: 'is_hulpverlener', is: 'ja' },
          requirement: 'U bent hulpverlener.',
          reason: 'Het team ondersteunt hulpverleners.',
          offer: 'jac',
        },
        {
          name: 'sector',
          rule: {
            question: 'sector',
            is: ['jeugdhulp', 'clb', 'school', 'caw', 'ocmw', 'ggz', 'vaph', 'opgroeien'],
            unsure: 'andere',
          },
          requirement:
            'U werkt met jongeren of gezinnen: jeugdhulp, school, CLB, CAW, OCMW, ggz, VAPH of Opgroeien. Een andere sector? Dan bekijken we het met u.',
          reason: 'Het team werkt voor de jeugdhulp en haar partners.',
          offer: 'jeugdhulp',
        },
        {
          name: 'provincie',
          rule: { question: 'provincie', is: ['oost_vlaanderen', 'west_vlaanderen'] },
          requirement: 'U werkt in Oost- of West-Vlaanderen.',
          reason: 'Dit team werkt in Oost- en West-Vlaanderen. Elke andere provincie heeft een eigen team.',
          offer: 'andereTeams',
        },
        {
          name: 'migratieachtergrond',
          rule: { question: 'migratieachtergrond', is: 'ja' },
          requirement:
            'Voor een individueel traject: het gaat over een jongere of gezin met een familiale migratieachtergrond. Een ouder of grootouder is dus in een ander land geboren.',
          reason: 'Een individueel traject gaat over een jongere of gezin met een familiale migratieachtergrond.',
          offer: 'jeugdhulp',
        },
        {
          name: 'leeftijd',
          rule: { question: 'leeftijdsgroep', is: ['0_11', '12_17', '18_25'], unsure: 'ouder' },
          requirement:
            'Voor een individueel traject: de jongere is hoogstens 25 jaar. Ouder? Dan bekijken we het met u.',
          reason: 'Een individueel traject gaat over jongeren tot 25 jaar.',
          offer: 'jac',
        },
      ],
    },
  },
}
