/**
 * Sociaal Huis Zottegem: what its presentation of 2013 names (docs/domain.md §2), and its
 * two forms. People, phone numbers and mailboxes are invented for the demo.
 */
import { defaultRetention, type Network } from '../kit/network.ts'

const nagekeken = '2026-11-18'

export const zottegem: Network = {
  slug: 'zottegem',
  naam: 'Sociaal Huis Zottegem',
  plaats: 'Zottegem',
  telefoon: '09 000 01 00',
  bereikbaar: 'ma–vr 9–12 uur',
  triageEmail: 'onthaal@sociaalhuis-zottegem.example',
  plaatsvervangerEmail: 'plaatsvervanger@sociaalhuis-zottegem.example',
  antwoordEmail: 'vragen@sociaalhuis-zottegem.example',
  verwerkingsverantwoordelijke: 'OCMW Zottegem',
  mensen: [
    {
      id: 'coordinator-zottegem',
      naam: 'Coördinator Zottegem',
      rol: 'coordinator',
      dienst: 'Sociaal Huis Zottegem',
      email: 'coordinator@sociaalhuis-zottegem.example',
      telefoon: '09 000 01 01',
    },
    {
      id: 'ankerfiguur-zottegem',
      naam: 'Ankerfiguur Zottegem',
      rol: 'casemanager',
      dienst: 'De Katrol',
      email: 'ankerfiguur@sociaalhuis-zottegem.example',
      telefoon: '09 000 01 02',
    },
  ],
  kleuren: { brand: '#2d5a1c', brandDeep: '#1d3d12', brandWash: '#e8f2e3', mark: '#c2571a' },
  bewaartermijnen: defaultRetention,
  naar: [
    { network: 'zottegem', form: 'de-katrol' },
    { network: 'zottegem', form: 'huisbezoek-80-plus' },
    { network: 'zottegem', form: 'vraag' },
    { network: 'aalst', form: 'lco-aanvraag' },
  ],
  aanbod: {
    onthaal: {
      naam: 'Onthaal van het Sociaal Huis',
      soort: 'dienst',
      levensdomeinen: ['inkomen_schulden', 'samenleving'],
      uitleg: 'Eén onthaal voor veel vragen. Een medewerker zoekt wat past en brengt u bij de juiste dienst.',
      doelgroep: 'Iedereen in Zottegem.',
      visieEnWerkwijze:
        'No wrong door: elke deur is de juiste. De balie verkoopt ook huisvuilzakken en tickets. Zo kennen mensen de weg al voor ze een hulpvraag hebben.',
      instrumenten: ['Lokale productencatalogus'],
      telefoon: '09 000 01 10',
      website: 'https://sociaalhuis-zottegem.example',
      nagekeken,
    },
    'de-katrol': {
      naam: 'De Katrol',
      soort: 'traject',
      levensdomeinen: ['onderwijs_arbeid', 'gezin_familie'],
      uitleg:
        'Een student komt bij het gezin thuis: om kleuters voor te bereiden op de grote school, en om kinderen van het basisonderwijs te helpen met studeren.',
      doelgroep: 'Gezinnen met kleuters of kinderen van het basisonderwijs.',
      doelstelling:
        'Kinderen halen betere schoolresultaten. Ouders zijn meer betrokken bij de school en staan sterker in de opvoeding.',
      visieEnWerkwijze:
        'Een ankerfiguur volgt het gezin op en maakt problemen of vragen bespreekbaar. Zo wordt die een vertrouwensfiguur voor het gezin, ook na de begeleiding.',
      timing: 'Minstens 2 keer per week, 10 tot 13 weken lang.',
      schema: [
        'Een school, een CLB, Inburgering vzw of de sociale dienst van het OCMW brengt het gezin aan',
        'Een student begeleidt kinderen en ouders thuis',
        'De ankerfiguur blijft er voor het gezin, ook na de begeleiding',
      ],
      telefoon: '09 000 01 11',
      website: 'https://dekatrol-zottegem.example',
      nagekeken,
    },
    'huisbezoeken-80-plus': {
      naam: 'Huisbezoeken bij 80-plussers',
      soort: 'dienst',
      levensdomeinen: ['gezondheid', 'wonen_energie', 'netwerk'],
      uitleg: 'Iemand komt langs voor een gesprek en vertelt welke diensten er zijn.',
      doelgroep: 'Alleenstaande 80-plussers in de landelijke deelgemeenten van Zottegem.',
      doelstelling: 'De 80-plusser en de mantelzorger kennen de diensten, en weten hoe ze vallen voorkomen.',
      visieEnWerkwijze:
        'Het gesprek gaat over familie en andere contacten, over welke diensten aan huis komen of niet en waarom, en over wie een handje toesteekt.',
      telefoon: '09 000 01 12',
      nagekeken,
    },
    mantelzorgdag: {
      naam: 'Mantelzorgdag',
      soort: 'dienst',
      levensdomeinen: ['gezin_familie', 'netwerk'],
      uitleg: 'Een dag waarop mantelzorgers samenkomen en vertellen wat hen kan ondersteunen.',
      doelgroep: 'Mantelzorgers.',
      doelstelling: 'De kracht en de last van het zorgen in evenwicht houden.',
      visieEnWerkwijze: 'De thuiszorgdiensten en andere partners zoeken samen naar oplossingen.',
      telefoon: '09 000 01 13',
      nagekeken,
    },
    infoavonden: {
      naam: 'Infoavonden',
      soort: 'dienst',
      levensdomeinen: ['wonen_energie', 'gezondheid', 'gezin_familie'],
      uitleg: 'Avonden over huren zonder zorgen, veilig verhuren, dementie en opvoeding.',
      doelgroep: 'Huurders, verhuurders, ouders, en wie te maken krijgt met dementie.',
      telefoon: '09 000 01 10',
      nagekeken,
    },
    'durf-vergelijken': {
      naam: 'Durf vergelijken: gas en elektriciteit',
      soort: 'dienst',
      levensdomeinen: ['wonen_energie', 'inkomen_schulden'],
      uitleg: 'Een actie om prijzen van gas en elektriciteit te vergelijken.',
      doelgroep: 'Wie gas of elektriciteit betaalt.',
      telefoon: '09 000 01 10',
      nagekeken,
    },
    'sos-winter': {
      naam: 'SOS Winter',
      soort: 'dienst',
      levensdomeinen: ['wonen_energie', 'netwerk'],
      uitleg: 'Hulp in de winter: sneeuw ruimen, boodschappen doen, vervoer met de Minder Mobielen Centrale.',
      doelgroep: 'Wie in de winter moeilijk buiten komt.',
      telefoon: '09 000 01 10',
      nagekeken,
    },
    gezondheidsacties: {
      naam: 'Acties voor uw gezondheid',
      soort: 'dienst',
      levensdomeinen: ['gezondheid'],
      uitleg: 'Gezond (t)huis, borstkanker voorkomen, en “Blijf diabetes een stap voor”.',
      doelgroep: 'Iedereen in Zottegem.',
      telefoon: '09 000 01 10',
      nagekeken,
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
          eis: 'U werkt voor een school, een CLB, Inburgering of een sociale dienst. Een andere dienst? Dan bekijken we het met u.',
          reden: 'Gezinnen komen via een school, een CLB, Inburgering of een sociale dienst.',
          aanbod: 'onthaal',
        },
        {
          name: 'klas',
          rule: { question: 'klas', is: ['3de_kleuterklas', '1ste_leerjaar', '2de_leerjaar'] },
          eis: 'Het kind zit in de 3de kleuterklas, het 1ste of het 2de leerjaar.',
          reden: 'De Katrol is voor kinderen van de 3de kleuterklas, het 1ste en het 2de leerjaar.',
          aanbod: 'onthaal',
        },
        {
          name: 'akkoord',
          rule: { question: 'akkoord_gezin', is: 'ja' },
          eis: 'Het gezin gaat akkoord.',
          reden: 'De Katrol komt alleen bij gezinnen die dat zelf willen.',
          aanbod: 'onthaal',
        },
      ],
    },
    'huisbezoek-80-plus': {
      answerWithinWorkingDays: 10,
      criteria: [
        {
          name: 'leeftijd',
          rule: { question: 'tachtig', is: 'ja' },
          eis: 'De persoon is 80 jaar of ouder.',
          reden: 'De huisbezoeken zijn voor mensen van 80 jaar en ouder.',
          aanbod: 'onthaal',
        },
        {
          name: 'alleenstaand',
          rule: { question: 'alleenstaand', is: 'ja' },
          eis: 'De persoon woont alleen.',
          reden: 'De huisbezoeken zijn voor wie alleen woont. Is er een mantelzorger? Dan past dit misschien.',
          aanbod: 'mantelzorgdag',
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
          eis: 'De persoon woont in een landelijke deelgemeente van Zottegem.',
          reden: 'De huisbezoeken gebeuren in de landelijke deelgemeenten van Zottegem.',
          aanbod: 'onthaal',
        },
        {
          name: 'akkoord',
          rule: { question: 'akkoord', is: 'ja' },
          eis: 'De persoon gaat akkoord met een bezoek. Weet u het nog niet? Dan bekijken we het met u.',
          reden: 'We gaan alleen langs bij wie dat wil.',
          aanbod: 'onthaal',
        },
      ],
    },
  },
}
