/**
 * The trajectengids of the sociale dienst of OCMW Bierbeek (the trajectengids of Bierbeek, docs/domain.md §2): four domains,
 * fourteen trajecten. The document describes how every traject works and gives of each one its name and domain only:
 * nothing is added here but what an abbreviation stands for, where people look for it, and an invented phone.
 */
import type { Offer } from '../kit/network.ts'

/** What holds for every traject: "trajectmatig werken". */
const trajectmatig = {
  soort: 'traject',
  doelgroep: 'Cliënten van de sociale dienst van OCMW Bierbeek.',
  visieEnWerkwijze:
    'Een traject is geen keurslijf, wel een richtlijn en een houvast. Maatschappelijk werker en cliënt zijn samen verantwoordelijk, en kijken naar wat de cliënt kan en wat lukt. Per levensdomein bespreken ze wat goed loopt en wat minder goed, wat ze eerst aanpakken, wat later en wat niet, en wie wat doet.',
  timing: 'De timing en de evaluatie worden met de cliënt afgesproken.',
  instrumenten: ['Formulieren', 'Nota’s', 'GPMI (geïndividualiseerd project voor maatschappelijke integratie)'],
  schema: [
    'Onderzoek',
    'Diagnose',
    'Opmaak van het hulpverleningsplan',
    'Uitvoering van het hulpverleningsplan',
    'Opvolging van het hulpverleningsplan',
  ],
  telefoon: '016 00 00 11',
  website: 'https://ocmw-bierbeek.example',
  nagekeken: '2026-11-18',
} as const satisfies Partial<Offer>

/** A domain of the guide is a broad direction: what the help wants to reach in the end. */
const inDomein = (domein: string) => ({
  ...trajectmatig,
  domein,
  doelstelling: `De brede richting is ${domein}. Wat deze cliënt wil bereiken, staat in het hulpverleningsplan.`,
})

const zorg = inDomein('zorg')
const schuldhulpverlening = inDomein('schuldhulpverlening')
const arbeidsintegratie = inDomein('arbeidsintegratie')
const socialeIntegratie = inDomein('sociale integratie')

export const bierbeekAanbod: Readonly<Record<string, Offer>> = {
  thuiszorg: {
    ...zorg,
    naam: 'Traject thuiszorg',
    levensdomeinen: ['gezondheid'],
    uitleg: 'Zorg aan huis.',
  },

  schuldbemiddeling: {
    ...schuldhulpverlening,
    naam: 'Traject schuldbemiddeling',
    levensdomeinen: ['inkomen_schulden'],
    uitleg: 'Bemiddeling bij schulden.',
  },
  budgetbegeleiding: {
    ...schuldhulpverlening,
    naam: 'Traject budgetbegeleiding',
    levensdomeinen: ['inkomen_schulden'],
    uitleg: 'Begeleiding bij het budget.',
  },
  budgetbeheer: {
    ...schuldhulpverlening,
    naam: 'Traject budgetbeheer',
    levensdomeinen: ['inkomen_schulden'],
    uitleg: 'Beheer van het budget.',
  },
  'collectieve-schuldenregeling': {
    ...schuldhulpverlening,
    naam: 'Traject collectieve schuldenregeling met budgetbeheer',
    levensdomeinen: ['inkomen_schulden'],
    uitleg: 'Een collectieve schuldenregeling, samen met budgetbeheer.',
  },

  'korte-termijn': {
    ...arbeidsintegratie,
    naam: 'Traject korte termijn',
    levensdomeinen: ['onderwijs_arbeid'],
    uitleg: 'Arbeidsintegratie op korte termijn.',
  },
  'lange-termijn': {
    ...arbeidsintegratie,
    naam: 'Traject lange termijn',
    levensdomeinen: ['onderwijs_arbeid'],
    uitleg: 'Arbeidsactivering op lange termijn.',
  },
  studenten: {
    ...arbeidsintegratie,
    naam: 'Traject studenten',
    levensdomeinen: ['onderwijs_arbeid'],
    uitleg: 'Arbeidsintegratie voor studenten.',
    doelgroep: 'Studenten die cliënt zijn van de sociale dienst van OCMW Bierbeek.',
  },
  'artikel-60': {
    ...arbeidsintegratie,
    naam: 'Traject tewerkstelling art. 60 § 7',
    levensdomeinen: ['onderwijs_arbeid'],
    uitleg: 'Tewerkstelling volgens artikel 60, § 7 van de OCMW-wet.',
  },

  administratie: {
    ...socialeIntegratie,
    naam: 'Traject administratie',
    levensdomeinen: ['samenleving'],
    uitleg: 'Hulp bij administratie.',
  },
  welzijn: {
    ...socialeIntegratie,
    naam: 'Traject welzijn',
    levensdomeinen: ['persoon'],
    uitleg: 'Werken aan welzijn.',
  },
  loi: {
    ...socialeIntegratie,
    naam: 'Traject LOI',
    levensdomeinen: ['wonen_energie', 'samenleving'],
    uitleg: 'LOI staat voor lokaal opvanginitiatief.',
    doelgroep: 'Bewoners van het lokaal opvanginitiatief.',
  },
  'medische-zorg': {
    ...socialeIntegratie,
    naam: 'Traject medische zorg illegalen',
    levensdomeinen: ['gezondheid'],
    uitleg: 'Medische zorg voor mensen zonder wettig verblijf.',
    doelgroep: 'Mensen zonder wettig verblijf.',
  },
  betalingsverbintenis: {
    ...socialeIntegratie,
    naam: 'Traject betalingsverbintenis',
    levensdomeinen: ['inkomen_schulden'],
    uitleg: 'Een betalingsverbintenis van het OCMW.',
  },
}
