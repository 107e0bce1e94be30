/**
 * LCO Aalst: Lokaal Cliëntoverleg of Stad Aalst (the presentation of LCO Aalst, docs/domain.md §2). Postcodes are those of the
 * city: Aalst, Hofstade, Gijzegem/Herdersem … People, phone numbers and mailboxes are invented for the demo.
 */
import { defaultRetention, type Network } from '../kit/network.ts'

const checkedOn = '2026-11-20'

export const aalst: Network = {
  slug: 'aalst',
  name: 'LCO Aalst',
  place: 'Aalst',
  phone: '053 00 00 00',
  reachable: 'ma–vr 9–12 en 13–16 uur',
  triageEmail: 'aanvragen@lco-aalst.example',
  deputyEmail: 'plaatsvervanger@lco-aalst.example',
  replyEmail: 'lco@lco-aalst.example',
  controller: 'Stad en OCMW Aalst',
  sender: {
    name: 'Stad Aalst',
    address: 'Voorbeeldstraat 1, 9300 Aalst',
    hours: 'elke werkdag van 9 tot 12 uur',
  },
  people: [
    {
      id: 'coordinator-aalst',
      name: 'Coördinator Aalst',
      role: 'coordinator',
      employer: 'Eerstelijnszone Aalst',
      email: 'coordinator@lco-aalst.example',
      phone: '053 00 00 01',
    },
    {
      id: 'casemanager-aalst',
      name: 'Casemanager Aalst',
      role: 'casemanager',
      employer: 'CAW Oost-Vlaanderen',
      email: 'casemanager@lco-aalst.example',
      phone: '053 00 00 02',
    },
    {
      id: 'casemanager-aalst-2',
      name: 'Tweede casemanager Aalst',
      role: 'casemanager',
      employer: 'OCMW Aalst',
      email: 'casemanager2@lco-aalst.example',
      phone: '053 00 00 03',
    },
    {
      id: 'organisator',
      name: 'Organisator',
      role: 'organisator',
      employer: 'Stad Aalst',
      email: 'organisator@lco-aalst.example',
      phone: '053 00 00 04',
    },
  ],
  colours: { brand: '#0b5d57', brandDeep: '#083f3b', brandWash: '#e3f0ee', mark: '#d9603b' },
  retention: defaultRetention,
  destinations: [
    { network: 'aalst', form: 'lco-aanvraag' },
    { network: 'aalst', form: 'vraag' },
    { network: 'ota', form: 'aanmelding' },
    { network: 'zottegem', form: 'huisbezoek-80-plus' },
  ],
  // JAC, OCMW and CAW answer the criteria below; the others are named in the invitation of 23 April 2021, docs/domain.md §2.
  aanbod: {
    jac: {
      name: 'JAC Aalst',
      kind: 'dienst',
      levensdomeinen: ['persoon', 'gezin_familie'],
      description: 'Het jongerenaanbod van het CAW luistert naar jongeren en zoekt mee naar hulp.',
      audience: 'Jongeren tot 25 jaar.',
      phone: '053 00 00 11',
      website: 'https://jac-aalst.example',
      checkedOn,
    },
    eigenOcmw: {
      name: 'Team onthaal van OCMW Aalst',
      kind: 'dienst',
      levensdomeinen: ['samenleving'],
      description: 'Zoekt samen met u het OCMW of het cliëntoverleg van de gemeente van uw cliënt.',
      audience: 'Hulpverleners met een cliënt die buiten Aalst woont.',
      phone: '053 00 00 12',
      website: 'https://ocmw-aalst.example',
      checkedOn,
    },
    socialeDienst: {
      name: 'Sociale dienst van OCMW Aalst',
      kind: 'dienst',
      levensdomeinen: ['inkomen_schulden', 'onderwijs_arbeid', 'wonen_energie', 'samenleving'],
      description:
        'Een maatschappelijk werker bekijkt de vraag met de cliënt en betrekt andere diensten als dat nodig is.',
      audience: 'Inwoners van Aalst, en wie al cliënt is van OCMW Aalst.',
      phone: '053 00 00 13',
      website: 'https://ocmw-aalst.example',
      checkedOn,
    },
    caw: {
      name: 'CAW Oost-Vlaanderen, onthaal Aalst',
      kind: 'dienst',
      levensdomeinen: ['wonen_energie', 'persoon', 'gezin_familie', 'samenleving'],
      description: 'Luistert, geeft uitleg en zoekt mee naar hulp. Gratis, en niemand anders krijgt het te horen.',
      audience: 'Iedereen, ook zonder verblijfsvergunning.',
      phone: '053 00 00 14',
      website: 'https://caw-aalst.example',
      checkedOn,
    },
    nachtopvang: {
      name: 'Nachtopvang Aalst',
      kind: 'dienst',
      levensdomeinen: ['wonen_energie'],
      description: 'Een bed voor de nacht.',
      audience: 'Mensen die geen plaats hebben om te slapen.',
      phone: '053 00 00 15',
      checkedOn,
    },
    inloopcentrum: {
      name: 'Inloopcentrum Aalst',
      kind: 'dienst',
      levensdomeinen: ['netwerk', 'samenleving'],
      description: 'Een plek om binnen te lopen en andere mensen te ontmoeten.',
      audience: 'Mensen die moeilijk aansluiting vinden bij de hulpverlening of de maatschappij.',
      goal: 'Erbij horen. Van daaruit kan iemand een eerste stap zetten naar activering.',
      phone: '053 00 00 16',
      checkedOn,
    },
    ggz: {
      name: 'Geestelijke gezondheidszorg Aalst',
      kind: 'dienst',
      levensdomeinen: ['gezondheid', 'persoon'],
      description: 'Behandeling en begeleiding bij psychische problemen.',
      audience: 'Mensen met een psychische kwetsbaarheid.',
      phone: '053 00 00 17',
      checkedOn,
    },
  },
  forms: {
    'lco-aanvraag': {
      answerWithinWorkingDays: 5,
      criteria: [
        {
          name: 'meerderjarig',
          rule: { question: 'meerderjarig', is: 'ja' },
          requirement: 'De cliënt is meerderjarig.',
          reason: 'Een LCO is hier voor meerderjarige cliënten.',
          offer: 'jac',
        },
        {
          name: 'werkgebied',
          rule: {
            anyOf: [
              { question: 'postcode', is: ['9300', '9308', '9310', '9320'] },
              { question: 'ocmw_client', is: 'ja' },
            ],
          },
          requirement: 'De cliënt woont in Aalst (9300, 9308, 9310 of 9320) of is gekend bij OCMW Aalst.',
          reason: 'De cliënt woont buiten het werkgebied en is niet gekend bij OCMW Aalst.',
          offer: 'eigenOcmw',
        },
        {
          name: 'diensten',
          rule: { question: 'aantal_diensten', atLeast: 2 },
          requirement: 'Minstens twee diensten zijn betrokken, uw eigen dienst telt mee.',
          reason: 'Een LCO brengt minstens twee diensten samen.',
          offer: 'socialeDienst',
        },
        {
          name: 'verblijf',
          rule: { question: 'verblijf', is: 'ja' },
          requirement: 'De cliënt heeft een geldige verblijfsvergunning of de Belgische nationaliteit.',
          reason: 'Een LCO vraagt hier een geldige verblijfsvergunning. We geven uw antwoord aan niemand door.',
          offer: 'caw',
        },
        {
          name: 'levensdomeinen',
          rule: { question: 'levensdomeinen', atLeast: 2 },
          requirement: 'Er zijn problemen op minstens twee levensdomeinen.',
          reason: 'Een LCO is voor problemen op minstens twee levensdomeinen.',
          offer: 'socialeDienst',
        },
        {
          name: 'fase',
          rule: { from: '2021-01-01T00:00:00', before: { question: 'aanvrager', is: 'ocmw_aalst' } },
          requirement: 'U bent als hulpverlener zelf betrokken bij deze cliënt.',
          requirementBefore:
            'Tot en met 31 december 2020: u bent maatschappelijk werker van OCMW Aalst en betrokken bij deze cliënt.',
          reason:
            'Tot en met 31 december 2020 vragen alleen maatschappelijk werkers van OCMW Aalst aan. Vanaf 1 januari 2021 kan elke betrokken hulpverlener dat.',
          offer: 'socialeDienst',
        },
      ],
    },
  },
}
