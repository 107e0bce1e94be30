/**
 * Sociaal Huis Zottegem: what its presentation of 2013 names (shared/seeds/zottegem-sociaal-huis.txt), and no form
 * yet. People, phone numbers and mailboxes are invented for the demo.
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
  ],
  kleuren: { brand: '#2d5a1c', brandDeep: '#1d3d12', brandWash: '#e8f2e3', mark: '#c2571a' },
  bewaartermijnen: defaultRetention,
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
  forms: {},
}
