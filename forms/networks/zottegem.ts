/**
 * Sociaal Huis Zottegem: what its presentation of 2013 names (docs/domain.md §2), and its
 * two forms. Its phone number is invented.
 */
import { defaultRetention, type Network } from '../kit/network.ts'

/** The document names no village: all but the town itself; of Grotenberge, which has grown into it, nobody can say by rule. */
const landelijk =
  'Elene, Erwetegem, Godveerdegem, Leeuwergem, Oombergen, Sint-Goriks-Oudenhove, Sint-Maria-Oudenhove, Strijpen en Velzeke-Ruddershove'

export const zottegem: Network = {
  slug: 'zottegem',
  name: 'Sociaal Huis Zottegem',
  place: 'Zottegem',
  phone: '09 000 01 00',
  reachable: 'ma–vr 9–12 uur',
  // Invented, but for the name: npm run doctor says so as long as it is.
  controller: {
    name: 'OCMW Zottegem',
    runs: 'Voorbeeldhuis voor ICT, Zottegem',
    officer: 'Privacydienst van Voorbeeldgemeente, 09 000 01 06',
    agreement: 'Voorbeeldafspraak Zottegem, 1 september 2026',
    assessedOn: '2026-09-18',
    destroys: 'Voorbeeldlijst 12: wissen 90 dagen na het einde',
  },
  colours: { brand: '#2d5a1c', brandDeep: '#1d3d12', brandWash: '#e8f2e3', mark: '#c2571a' },
  retention: defaultRetention,
  destinations: [
    { network: 'zottegem', form: 'de-katrol' },
    { network: 'zottegem', form: 'huisbezoek-80-plus' },
    { network: 'zottegem', form: 'vraag' },
    { network: 'aalst', form: 'lco-aanvraag' },
  ],
  aanbod: {
    onthaal: {
      name: 'Onthaal van het Sociaal Huis',
      kind: 'dienst',
      levensdomeinen: ['inkomen_schulden', 'samenleving'],
      description: 'Eén onthaal voor veel vragen. Een medewerker zoekt wat past en brengt u bij de juiste dienst.',
      audience: 'Iedereen in Zottegem.',
      approach:
        'No wrong door: elke deur is de juiste. De balie verkoopt ook huisvuilzakken en tickets. Zo kennen mensen de weg al voor ze een hulpvraag hebben.',
      instruments: ['Lokale productencatalogus'],
      postcodes: ['9620'],
    },
    ocmwElders: {
      name: 'Het OCMW van de gemeente waar de persoon woont',
      kind: 'dienst',
      levensdomeinen: ['inkomen_schulden', 'samenleving'],
      description:
        'Elke gemeente heeft een OCMW met een sociale dienst. Bel ons, en we zoeken samen het juiste nummer.',
      audience: 'Wie niet in Zottegem woont.',
    },
    'de-katrol': {
      name: 'De Katrol',
      kind: 'traject',
      levensdomeinen: ['onderwijs_arbeid', 'gezin_familie'],
      description:
        'Een student komt bij het gezin thuis. Die bereidt een kleuter voor op de grote school, of helpt een kind met studeren.',
      audience: 'Gezinnen met een kind in de 3de kleuterklas, het 1ste of het 2de leerjaar.',
      form: 'de-katrol',
      goal: 'Kinderen halen betere schoolresultaten. Ouders zijn meer betrokken bij de school en staan sterker in de opvoeding.',
      approach:
        'Een ankerfiguur volgt het gezin op en maakt problemen of vragen bespreekbaar. Zo wordt die een vertrouwensfiguur voor het gezin, ook na de begeleiding.',
      timing: 'Minstens 2 keer per week, 10 tot 13 weken lang.',
      steps: [
        'Een school, een CLB, Inburgering vzw of de sociale dienst van het OCMW brengt het gezin aan',
        'Een student begeleidt kinderen en ouders thuis',
        'De ankerfiguur blijft er voor het gezin, ook na de begeleiding',
      ],
    },
    'huisbezoeken-80-plus': {
      name: 'Huisbezoeken bij 80-plussers',
      kind: 'dienst',
      levensdomeinen: ['gezondheid', 'wonen_energie', 'netwerk'],
      description: 'Iemand komt langs voor een gesprek en vertelt welke diensten er zijn.',
      audience: `Alleenstaande 80-plussers in de landelijke deelgemeenten van Zottegem: ${landelijk}.`,
      form: 'huisbezoek-80-plus',
      goal: 'De 80-plusser en de mantelzorger kennen de diensten, en weten hoe ze vallen voorkomen.',
      approach:
        'Het gesprek gaat over familie en andere contacten. Welke diensten komen aan huis, en welke niet? Waarom? Wie steekt een handje toe?',
    },
    mantelzorgdag: {
      name: 'Mantelzorgdag',
      kind: 'dienst',
      levensdomeinen: ['gezin_familie', 'netwerk'],
      description: 'Een dag waarop mantelzorgers samenkomen en vertellen wat hen kan ondersteunen.',
      audience: 'Mantelzorgers.',
      goal: 'De kracht en de last van het zorgen in evenwicht houden.',
      approach: 'De thuiszorgdiensten en andere partners zoeken samen naar oplossingen.',
    },
    infoavonden: {
      name: 'Infoavonden',
      kind: 'dienst',
      levensdomeinen: ['wonen_energie', 'gezondheid', 'gezin_familie'],
      description: 'Avonden over huren zonder zorgen, veilig verhuren, dementie en opvoeding.',
      audience: 'Huurders, verhuurders, ouders, en wie te maken krijgt met dementie.',
    },
    'durf-vergelijken': {
      name: 'Durf vergelijken: gas en elektriciteit',
      kind: 'dienst',
      levensdomeinen: ['wonen_energie', 'inkomen_schulden'],
      description: 'Een actie om prijzen van gas en elektriciteit te vergelijken.',
      audience: 'Wie gas of elektriciteit betaalt.',
    },
    'sos-winter': {
      name: 'SOS Winter',
      kind: 'dienst',
      levensdomeinen: ['wonen_energie', 'netwerk'],
      description: 'Hulp in de winter: sneeuw ruimen, boodschappen doen, vervoer met de Minder Mobielen Centrale.',
      audience: 'Wie in de winter moeilijk buiten komt.',
    },
    gezondheidsacties: {
      name: 'Acties voor uw gezondheid',
      kind: 'dienst',
      levensdomeinen: ['gezondheid'],
      description: 'Gezond (t)huis, borstkanker voorkomen, en “Blijf diabetes een stap voor”.',
      audience: 'Iedereen in Zottegem.',
    },
  },
  forms: {
    'de-katrol': {
      answerWithinWorkingDays: 5,
      criteria: [
        {
          name: 'toeleider',
          rule: {
            question: 'toeleider',
            is: ['school', 'clb', 'inburgering', 'sociale_dienst'],
            unsure: 'andere',
          },
          requirement:
            'U werkt voor een school, een CLB, Inburgering of een sociale dienst. Een andere dienst? Dan bekijken we het met u.',
          reason: 'Gezinnen komen via een school, een CLB, Inburgering of een sociale dienst.',
          offer: ['onthaal', 'ocmwElders'],
        },
        {
          name: 'klas',
          rule: { question: 'klas', is: ['3de_kleuterklas', '1ste_leerjaar', '2de_leerjaar'] },
          requirement: 'Het kind zit in de 3de kleuterklas, het 1ste of het 2de leerjaar.',
          reason: 'De Katrol is voor kinderen van de 3de kleuterklas, het 1ste en het 2de leerjaar.',
          offer: ['onthaal', 'ocmwElders'],
        },
        {
          name: 'akkoord',
          rule: { question: 'akkoord_gezin', is: 'ja' },
          requirement: 'Het gezin is akkoord met de aanvraag.',
          reason: 'De Katrol komt alleen bij gezinnen die dat zelf willen.',
          offer: ['onthaal', 'ocmwElders'],
        },
      ],
    },
    'huisbezoek-80-plus': {
      answerWithinWorkingDays: 10,
      criteria: [
        {
          name: 'leeftijd',
          rule: { question: 'tachtig', is: 'ja' },
          requirement: 'De persoon is 80 jaar of ouder.',
          reason: 'De huisbezoeken zijn voor mensen van 80 jaar en ouder.',
          offer: ['onthaal', 'ocmwElders'],
        },
        {
          name: 'alleenstaand',
          rule: { question: 'alleenstaand', is: 'ja' },
          requirement: 'De persoon woont alleen.',
          reason: 'De huisbezoeken zijn voor wie alleen woont.',
          offer: ['onthaal', 'ocmwElders'],
        },
        {
          name: 'deelgemeente',
          rule: {
            question: 'deelgemeente',
            is: [
              ...['elene', 'erwetegem', 'godveerdegem', 'leeuwergem', 'oombergen', 'sint_goriks_oudenhove'],
              ...['sint_maria_oudenhove', 'strijpen', 'velzeke_ruddershove'],
            ],
            unsure: 'grotenberge',
          },
          requirement: `De persoon woont in een landelijke deelgemeente van Zottegem: ${landelijk}. In Grotenberge? Dan bekijken we het met u.`,
          reason: `De huisbezoeken gebeuren in de landelijke deelgemeenten van Zottegem: ${landelijk}.`,
          offer: ['onthaal', 'ocmwElders'],
        },
        {
          name: 'akkoord',
          rule: { question: 'akkoord', is: 'ja' },
          requirement: 'De persoon is akkoord met een bezoek. Weet u het nog niet? Dan bekijken we het met u.',
          reason: 'We gaan alleen langs bij wie dat wil.',
          offer: ['onthaal', 'ocmwElders'],
        },
      ],
    },
  },
}
