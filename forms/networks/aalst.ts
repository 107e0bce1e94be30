/**
 * LCO Aalst: Lokaal Cliëntoverleg of Stad Aalst (the presentation of LCO Aalst, docs/domain.md §2). Postcodes are those of the
 * city: Aalst, Hofstade, Gijzegem/Herdersem … People, phone numbers and mailboxes are invented for the demo.
 */
import { defaultRetention, type Network } from '../kit/network.ts'

const nagekeken = '2026-11-20'

export const aalst: Network = {
  slug: 'aalst',
  naam: 'LCO Aalst',
  plaats: 'Aalst',
  telefoon: '053 00 00 00',
  bereikbaar: 'ma–vr 9–12 en 13–16 uur',
  triageEmail: 'aanvragen@lco-aalst.example',
  plaatsvervangerEmail: 'plaatsvervanger@lco-aalst.example',
  antwoordEmail: 'lco@lco-aalst.example',
  verwerkingsverantwoordelijke: 'Stad en OCMW Aalst',
  mensen: [
    {
      id: 'coordinator-aalst',
      naam: 'Coördinator Aalst',
      rol: 'coordinator',
      dienst: 'Eerstelijnszone Aalst',
      email: 'coordinator@lco-aalst.example',
      telefoon: '053 00 00 01',
    },
    {
      id: 'casemanager-aalst',
      naam: 'Casemanager Aalst',
      rol: 'casemanager',
      dienst: 'CAW Oost-Vlaanderen',
      email: 'casemanager@lco-aalst.example',
      telefoon: '053 00 00 02',
    },
    {
      id: 'casemanager-aalst-2',
      naam: 'Tweede casemanager Aalst',
      rol: 'casemanager',
      dienst: 'OCMW Aalst',
      email: 'casemanager2@lco-aalst.example',
      telefoon: '053 00 00 03',
    },
    {
      id: 'organisator',
      naam: 'Organisator',
      rol: 'organisator',
      dienst: 'Stad Aalst',
      email: 'organisator@lco-aalst.example',
      telefoon: '053 00 00 04',
    },
  ],
  kleuren: { brand: '#0b5d57', brandDeep: '#083f3b', brandWash: '#e3f0ee', mark: '#d9603b' },
  bewaartermijnen: defaultRetention,
  naar: [
    { network: 'aalst', form: 'lco-aanvraag' },
    { network: 'aalst', form: 'vraag' },
    { network: 'ota', form: 'aanmelding' },
    { network: 'zottegem', form: 'huisbezoek-80-plus' },
  ],
  // JAC, OCMW and CAW answer the criteria below; the others are named in the invitation of 23 April 2021, docs/domain.md §2.
  aanbod: {
    jac: {
      naam: 'JAC Aalst',
      soort: 'dienst',
      levensdomeinen: ['persoon', 'gezin_familie'],
      uitleg: 'Het jongerenaanbod van het CAW luistert naar jongeren en zoekt mee naar hulp.',
      doelgroep: 'Jongeren tot 25 jaar.',
      telefoon: '053 00 00 11',
      website: 'https://jac-aalst.example',
      nagekeken,
    },
    eigenOcmw: {
      naam: 'Team onthaal van OCMW Aalst',
      soort: 'dienst',
      levensdomeinen: ['samenleving'],
      uitleg: 'Zoekt samen met u het OCMW of het cliëntoverleg van de gemeente van uw cliënt.',
      doelgroep: 'Hulpverleners met een cliënt die buiten Aalst woont.',
      telefoon: '053 00 00 12',
      website: 'https://ocmw-aalst.example',
      nagekeken,
    },
    socialeDienst: {
      naam: 'Sociale dienst van OCMW Aalst',
      soort: 'dienst',
      levensdomeinen: ['inkomen_schulden', 'onderwijs_arbeid', 'wonen_energie', 'samenleving'],
      uitleg: 'Een maatschappelijk werker bekijkt de vraag met de cliënt en betrekt andere diensten als dat nodig is.',
      doelgroep: 'Inwoners van Aalst, en wie al cliënt is van OCMW Aalst.',
      telefoon: '053 00 00 13',
      website: 'https://ocmw-aalst.example',
      nagekeken,
    },
    caw: {
      naam: 'CAW Oost-Vlaanderen, onthaal Aalst',
      soort: 'dienst',
      levensdomeinen: ['wonen_energie', 'persoon', 'gezin_familie', 'samenleving'],
      uitleg: 'Luistert, geeft uitleg en zoekt mee naar hulp. Gratis, en niemand anders krijgt het te horen.',
      doelgroep: 'Iedereen, ook zonder verblijfsvergunning.',
      telefoon: '053 00 00 14',
      website: 'https://caw-aalst.example',
      nagekeken,
    },
    nachtopvang: {
      naam: 'Nachtopvang Aalst',
      soort: 'dienst',
      levensdomeinen: ['wonen_energie'],
      uitleg: 'Een bed voor de nacht.',
      doelgroep: 'Mensen die geen plaats hebben om te slapen.',
      telefoon: '053 00 00 15',
      nagekeken,
    },
    inloopcentrum: {
      naam: 'Inloopcentrum Aalst',
      soort: 'dienst',
      levensdomeinen: ['netwerk', 'samenleving'],
      uitleg: 'Een plek om binnen te lopen en andere mensen te ontmoeten.',
      doelgroep: 'Mensen die moeilijk aansluiting vinden bij de hulpverlening of de maatschappij.',
      doelstelling: 'Erbij horen. Van daaruit kan iemand een eerste stap zetten naar activering.',
      telefoon: '053 00 00 16',
      nagekeken,
    },
    ggz: {
      naam: 'Geestelijke gezondheidszorg Aalst',
      soort: 'dienst',
      levensdomeinen: ['gezondheid', 'persoon'],
      uitleg: 'Behandeling en begeleiding bij psychische problemen.',
      doelgroep: 'Mensen met een psychische kwetsbaarheid.',
      telefoon: '053 00 00 17',
      nagekeken,
    },
  },
  forms: {
    'lco-aanvraag': {
      answerWithinWorkingDays: 5,
      criteria: [
        {
          name: 'meerderjarig',
          rule: { question: 'meerderjarig', is: 'ja' },
          eis: 'De cliënt is meerderjarig.',
          reden: 'Een LCO is hier voor meerderjarige cliënten.',
          aanbod: 'jac',
        },
        {
          name: 'werkgebied',
          rule: {
            anyOf: [
              { question: 'postcode', is: ['9300', '9308', '9310', '9320'] },
              { question: 'ocmw_client', is: 'ja' },
            ],
          },
          eis: 'De cliënt woont in Aalst (9300, 9308, 9310 of 9320) of is gekend bij OCMW Aalst.',
          reden: 'De cliënt woont buiten het werkgebied en is niet gekend bij OCMW Aalst.',
          aanbod: 'eigenOcmw',
        },
        {
          name: 'diensten',
          rule: { question: 'aantal_diensten', atLeast: 2 },
          eis: 'Minstens twee diensten zijn betrokken, uw eigen dienst telt mee.',
          reden: 'Een LCO brengt minstens twee diensten samen.',
          aanbod: 'socialeDienst',
        },
        {
          name: 'verblijf',
          rule: { question: 'verblijf', is: 'ja' },
          eis: 'De cliënt heeft een geldige verblijfsvergunning of de Belgische nationaliteit.',
          reden: 'Een LCO vraagt hier een geldige verblijfsvergunning. We geven uw antwoord aan niemand door.',
          aanbod: 'caw',
        },
        {
          name: 'levensdomeinen',
          rule: { question: 'levensdomeinen', atLeast: 2 },
          eis: 'Er zijn problemen op minstens twee levensdomeinen.',
          reden: 'Een LCO is voor problemen op minstens twee levensdomeinen.',
          aanbod: 'socialeDienst',
        },
        {
          name: 'fase',
          rule: { from: '2021-01-01T00:00:00', before: { question: 'aanvrager', is: 'ocmw_aalst' } },
          eis: 'U bent als hulpverlener zelf betrokken bij deze cliënt.',
          eisTotDan:
            'Tot en met 31 december 2020: u bent maatschappelijk werker van OCMW Aalst en betrokken bij deze cliënt.',
          reden:
            'Tot en met 31 december 2020 vragen alleen maatschappelijk werkers van OCMW Aalst aan. Vanaf 1 januari 2021 kan elke betrokken hulpverlener dat.',
          aanbod: 'socialeDienst',
        },
      ],
    },
  },
}
