/**
 * LCO Aalst: Lokaal Cliëntoverleg of Stad Aalst (the presentation of LCO Aalst, docs/domain.md §2). Postcodes are those of the
 * city: Aalst, Hofstade, Gijzegem/Herdersem … Its phone number is invented.
 */
import { defaultRetention, type Network } from '../kit/network.ts'
import type { Rule } from '../kit/questions/criteria.ts'

const knownToOcmw: Rule = { question: 'ocmw_client', is: 'ja' }
const stad = ['9300', '9308', '9310', '9320']

export const aalst: Network = {
  slug: 'aalst',
  name: 'LCO Aalst',
  place: 'Aalst',
  phone: '053 00 00 00',
  reachable: 'ma–vr 9–12 en 13–16 uur',
  // Invented, but for the name: npm run doctor says so as long as it is.
  controller: {
    name: 'Stad en OCMW Aalst',
    runs: 'Voorbeeldhuis voor ICT, Aalst',
    officer: 'Privacydienst van Voorbeeldstad, 053 00 00 06',
    agreement: 'Voorbeeldafspraak LCO Aalst, 1 september 2026',
    assessedOn: '2026-09-15',
    destroys: 'Voorbeeldlijst 12: wissen 90 dagen na het einde',
  },
  sender: {
    name: 'Stad Aalst',
    address: 'Voorbeeldstraat 1, 9300 Aalst',
    hours: 'elke werkdag van 9 tot 12 uur',
  },
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
      postcodes: stad,
    },
    jacElders: {
      name: 'Het JAC in de buurt van de jongere',
      kind: 'dienst',
      levensdomeinen: ['persoon', 'gezin_familie'],
      description:
        'Elk CAW heeft een JAC. Dat luistert naar jongeren en zoekt mee naar hulp. Vraag aan de telefoon welk JAC dichtbij is.',
      audience: 'Jongeren tot 25 jaar die niet in Aalst wonen.',
    },
    eigenOcmw: {
      name: 'Team onthaal van OCMW Aalst',
      kind: 'dienst',
      levensdomeinen: ['samenleving'],
      description: 'Zoekt samen met u het OCMW of het cliëntoverleg van de gemeente van uw cliënt.',
      audience: 'Hulpverleners met een cliënt die buiten Aalst woont.',
    },
    socialeDienst: {
      name: 'Sociale dienst van OCMW Aalst',
      kind: 'dienst',
      levensdomeinen: ['inkomen_schulden', 'onderwijs_arbeid', 'wonen_energie', 'samenleving'],
      description:
        'Een maatschappelijk werker bekijkt de vraag met de cliënt en betrekt andere diensten als dat nodig is.',
      audience: 'Inwoners van Aalst, en wie al cliënt is van OCMW Aalst.',
      postcodes: stad,
      alsoFor: knownToOcmw,
    },
    caw: {
      name: 'CAW Oost-Vlaanderen, onthaal Aalst',
      kind: 'dienst',
      levensdomeinen: ['wonen_energie', 'persoon', 'gezin_familie', 'samenleving'],
      description: 'Luistert, geeft uitleg en zoekt mee naar hulp. Gratis, en niemand anders krijgt het te horen.',
      audience: 'Iedereen in de streek van Aalst, ook zonder verblijfsvergunning.',
      postcodes: stad,
    },
    cawElders: {
      name: 'Het CAW in de buurt van uw cliënt',
      kind: 'dienst',
      levensdomeinen: ['wonen_energie', 'persoon', 'gezin_familie', 'samenleving'],
      description: 'Luistert, geeft uitleg en zoekt mee naar hulp. Gratis. Vraag aan de telefoon welk CAW dichtbij is.',
      audience: 'Iedereen die niet in Aalst woont, ook zonder verblijfsvergunning.',
    },
    nachtopvang: {
      name: 'Nachtopvang Aalst',
      kind: 'dienst',
      levensdomeinen: ['wonen_energie'],
      description: 'Een bed voor de nacht.',
      audience: 'Mensen die geen plaats hebben om te slapen.',
    },
    inloopcentrum: {
      name: 'Inloopcentrum Aalst',
      kind: 'dienst',
      levensdomeinen: ['netwerk', 'samenleving'],
      description: 'Een plek om binnen te lopen en andere mensen te ontmoeten.',
      audience: 'Mensen die moeilijk aansluiting vinden bij de hulpverlening of de maatschappij.',
      goal: 'Erbij horen. Van daaruit kan iemand een eerste stap zetten naar activering.',
    },
    ggz: {
      name: 'Geestelijke gezondheidszorg Aalst',
      kind: 'dienst',
      levensdomeinen: ['gezondheid', 'persoon'],
      description: 'Behandeling en begeleiding bij psychische problemen.',
      audience: 'Mensen met een psychische kwetsbaarheid.',
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
          offer: ['jac', 'jacElders'],
        },
        {
          name: 'werkgebied',
          rule: {
            anyOf: [{ question: 'postcode', is: stad }, knownToOcmw],
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
          offer: ['socialeDienst', 'eigenOcmw'],
        },
        {
          name: 'verblijf',
          rule: { question: 'verblijf', is: 'ja' },
          requirement: 'De cliënt heeft een geldige verblijfsvergunning of de Belgische nationaliteit.',
          reason: 'Een LCO vraagt hier een geldige verblijfsvergunning. We geven uw antwoord aan niemand door.',
          offer: ['caw', 'cawElders'],
        },
        {
          name: 'levensdomeinen',
          rule: { question: 'levensdomeinen', atLeast: 2 },
          requirement: 'Er zijn problemen op minstens twee levensdomeinen.',
          reason: 'Een LCO is voor problemen op minstens twee levensdomeinen.',
          offer: ['socialeDienst', 'eigenOcmw'],
        },
        {
          name: 'fase',
          rule: { from: '2021-01-01T00:00:00', before: { question: 'aanvrager', is: 'ocmw_aalst' } },
          requirement: 'U bent als hulpverlener zelf betrokken bij deze cliënt.',
          requirementBefore:
            'Tot en met 31 december 2020: u bent maatschappelijk werker van OCMW Aalst en betrokken bij deze cliënt.',
          reason:
            'Tot en met 31 december 2020 vragen alleen maatschappelijk werkers van OCMW Aalst aan. Vanaf 1 januari 2021 kan elke betrokken hulpverlener dat.',
          offer: ['socialeDienst', 'eigenOcmw'],
        },
      ],
    },
  },
}
