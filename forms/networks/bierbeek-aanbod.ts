/**
 * The trajectengids of the sociale dienst of OCMW Bierbeek (the trajectengids of Bierbeek, docs/domain.md §2): four domains,
 * fourteen trajecten. The document describes how every traject works and gives of each one its name and domain only:
 * nothing is added here but what an abbreviation stands for, and where people look for it.
 */
import type { FirstOffer } from '../kit/content.ts'

/** What holds for every traject: "trajectmatig werken". */
const trajectmatig = {
  kind: 'traject',
  audience: 'Cliënten van de sociale dienst van OCMW Bierbeek.',
  approach:
    'Een traject is geen keurslijf, wel een richtlijn en een houvast. Maatschappelijk werker en cliënt zijn samen verantwoordelijk, en kijken naar wat de cliënt kan en wat lukt. Per levensdomein bespreken ze wat goed loopt en wat minder goed. Wat pakken ze eerst aan, wat later en wat niet? Wie doet wat?',
  timing: 'De timing en de evaluatie worden met de cliënt afgesproken.',
  instruments: ['Formulieren', 'Nota’s', 'GPMI (geïndividualiseerd project voor maatschappelijke integratie)'],
  steps: [
    'Onderzoek',
    'Diagnose',
    'Opmaak van het hulpverleningsplan',
    'Uitvoering van het hulpverleningsplan',
    'Opvolging van het hulpverleningsplan',
  ],
} as const satisfies Partial<FirstOffer>

/** A domain of the guide is a broad direction: what the help wants to reach in the end. */
const underHeading = (heading: string) => ({
  ...trajectmatig,
  heading,
  goal: `De brede richting is ${heading}. Wat deze cliënt wil bereiken, staat in het hulpverleningsplan.`,
})

const zorg = underHeading('zorg')
const schuldhulpverlening = underHeading('schuldhulpverlening')
const arbeidsintegratie = underHeading('arbeidsintegratie')
const socialeIntegratie = underHeading('sociale integratie')

export const bierbeekAanbod: Readonly<Record<string, FirstOffer>> = {
  thuiszorg: {
    ...zorg,
    name: 'Traject thuiszorg',
    levensdomeinen: ['gezondheid'],
    description: 'Zorg aan huis.',
  },

  schuldbemiddeling: {
    ...schuldhulpverlening,
    name: 'Traject schuldbemiddeling',
    levensdomeinen: ['inkomen_schulden'],
    description: 'Bemiddeling bij schulden.',
  },
  budgetbegeleiding: {
    ...schuldhulpverlening,
    name: 'Traject budgetbegeleiding',
    levensdomeinen: ['inkomen_schulden'],
    description: 'Begeleiding bij het budget.',
  },
  budgetbeheer: {
    ...schuldhulpverlening,
    name: 'Traject budgetbeheer',
    levensdomeinen: ['inkomen_schulden'],
    description: 'Beheer van het budget.',
  },
  'collectieve-schuldenregeling': {
    ...schuldhulpverlening,
    name: 'Traject collectieve schuldenregeling met budgetbeheer',
    levensdomeinen: ['inkomen_schulden'],
    description: 'Een collectieve schuldenregeling, samen met budgetbeheer.',
  },

  'korte-termijn': {
    ...arbeidsintegratie,
    name: 'Traject korte termijn',
    levensdomeinen: ['onderwijs_arbeid'],
    description: 'Arbeidsintegratie op korte termijn.',
  },
  'lange-termijn': {
    ...arbeidsintegratie,
    name: 'Traject lange termijn',
    levensdomeinen: ['onderwijs_arbeid'],
    description: 'Arbeidsactivering op lange termijn.',
  },
  studenten: {
    ...arbeidsintegratie,
    name: 'Traject studenten',
    levensdomeinen: ['onderwijs_arbeid'],
    description: 'Arbeidsintegratie voor studenten.',
    audience: 'Studenten die cliënt zijn van de sociale dienst van OCMW Bierbeek.',
  },
  'artikel-60': {
    ...arbeidsintegratie,
    name: 'Traject tewerkstelling art. 60 § 7',
    levensdomeinen: ['onderwijs_arbeid'],
    description: 'Tewerkstelling volgens artikel 60, § 7 van de OCMW-wet.',
  },

  administratie: {
    ...socialeIntegratie,
    name: 'Traject administratie',
    levensdomeinen: ['samenleving'],
    description: 'Hulp bij administratie.',
  },
  welzijn: {
    ...socialeIntegratie,
    name: 'Traject welzijn',
    levensdomeinen: ['persoon'],
    description: 'Werken aan welzijn.',
  },
  loi: {
    ...socialeIntegratie,
    name: 'Traject LOI',
    levensdomeinen: ['wonen_energie', 'samenleving'],
    description: 'LOI staat voor lokaal opvanginitiatief.',
    audience: 'Bewoners van het lokaal opvanginitiatief.',
  },
  'medische-zorg': {
    ...socialeIntegratie,
    // The guide calls it "medische zorg illegalen".
    name: 'Traject medische zorg voor mensen zonder wettig verblijf',
    levensdomeinen: ['gezondheid'],
    description: 'Medische zorg voor mensen zonder wettig verblijf.',
    audience: 'Mensen zonder wettig verblijf.',
  },
  betalingsverbintenis: {
    ...socialeIntegratie,
    name: 'Traject betalingsverbintenis',
    levensdomeinen: ['inkomen_schulden'],
    description: 'Een betalingsverbintenis van het OCMW.',
  },
}
