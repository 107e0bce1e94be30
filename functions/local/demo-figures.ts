/**
 * Two years of LCO Aalst to read at once: the two before the year of the clock, with invented numbers, counted and frozen as any year
 * is. The first of them is public. What is there already stays.
 */
import { yearOf } from '../../forms/kit/figures/facts.ts'
import { activities, type Counts, frozenFrom, isCounted } from '../../forms/kit/figures/tally.ts'
import { brusselsDate } from '../../forms/kit/time.ts'
import { countItems } from '../shared/store/count-items.ts'
import type { Connection } from '../shared/store/dynamo.ts'
import { itemKeySchema } from '../shared/store/item-key.ts'
import { createReports } from '../shared/store/reports.ts'
import { transact } from '../shared/store/transact.ts'
import { createYearCounts } from '../shared/store/year-counts.ts'
import type { FreezeYears } from '../workspace/figures/freeze-years.ts'

const network = 'aalst'
type Year = Readonly<Record<string, Counts>>

const lastYear: Year = {
  'lco-aanvraag': {
    ...{ 'weg.toegewezen': 43, 'weg.doorverwezen': 12, 'weg.advies_gegeven': 7, 'weg.ingetrokken': 6 },
    ...{ 'uitkomst.voldoet': 50, 'uitkomst.twijfel': 12 },
    ...{
      'levensdomeinen.wonen_energie': 47,
      'levensdomeinen.inkomen_schulden': 44,
      'levensdomeinen.gezin_familie': 38,
    },
    ...{ 'levensdomeinen.gezondheid': 31, 'levensdomeinen.persoon': 22, 'levensdomeinen.samenleving': 15 },
    ...{ 'levensdomeinen.netwerk': 12, 'levensdomeinen.onderwijs_arbeid': 4, 'levensdomeinen.justitie_jeugdzorg': 2 },
    ...{ 'aantal_diensten.2': 24, 'aantal_diensten.3': 21, 'aantal_diensten.4': 11, 'aantal_diensten.5': 6 },
    ...{ 'overleg#': 42, 'overleg.eerste': 37, 'overleg.eerste#': 37, 'overleg.vervolg': 17, 'overleg.vervolg#': 12 },
    ...{ 'client#': 42, 'client.ja': 47, 'client.ja#': 33, 'client.nee': 7, 'client.nee#': 6 },
    ...{ 'dagen.6-10': 9, 'dagen.11-20': 17, 'dagen.21+': 11 },
    ...{ 'drempels.samen': 52, 'drempels.geen': 6, 'drempels.wachtlijst': 21, 'drempels.aanbod_past_niet': 14 },
    ...{
      'drempels.uitsluiting': 11,
      'drempels.afbakening': 9,
      'drempels.kostprijs': 8,
      'drempels.slechte_ervaring': 7,
    },
    ...{ 'drempels.geen_vertrouwen': 4, 'drempels.methodiek': 3, 'drempels.dakloos_of_opgenomen': 2 },
    ...{
      'afspraken#': 38,
      'afspraken.gelukt': 121,
      'afspraken.gelukt#': 33,
      'afspraken.deels': 39,
      'afspraken.deels#': 21,
    },
    ...{
      'afspraken.niet': 27,
      'afspraken.niet#': 15,
      'afspraken.niet_meer_nodig': 16,
      'afspraken.niet_meer_nodig#': 11,
    },
    ...{ 'geweigerd.samen': 17, 'geweigerd.werkgebied': 9, 'geweigerd.diensten': 6, 'geweigerd.levensdomeinen': 5 },
    'geweigerd.meerderjarig': 3,
  },
  vraag: { 'weg.beantwoord': 14, 'weg.doorverwezen': 6, 'uitkomst.voldoet': 20 },
  [activities]: { 'antwoord.ja': 64, 'antwoord.nee': 19, 'antwoord.op_de_hoogte': 11 },
}

const yearBefore: Year = {
  'lco-aanvraag': {
    ...{ 'weg.toegewezen': 36, 'weg.doorverwezen': 9, 'weg.advies_gegeven': 4, 'weg.ingetrokken': 5 },
    ...{ 'uitkomst.voldoet': 41, 'uitkomst.twijfel': 8 },
    ...{
      'levensdomeinen.wonen_energie': 35,
      'levensdomeinen.inkomen_schulden': 38,
      'levensdomeinen.gezin_familie': 24,
    },
    ...{ 'levensdomeinen.gezondheid': 26, 'levensdomeinen.persoon': 15, 'levensdomeinen.samenleving': 11 },
    ...{ 'levensdomeinen.netwerk': 4, 'levensdomeinen.onderwijs_arbeid': 9, 'levensdomeinen.justitie_jeugdzorg': 3 },
    ...{ 'aantal_diensten.2': 20, 'aantal_diensten.3': 17, 'aantal_diensten.4': 7, 'aantal_diensten.5': 5 },
    ...{ 'overleg#': 33, 'overleg.eerste': 29, 'overleg.eerste#': 29, 'overleg.vervolg': 8, 'overleg.vervolg#': 7 },
    ...{ 'client#': 33, 'client.ja': 30, 'client.ja#': 24, 'client.nee': 7, 'client.nee#': 6 },
    ...{ 'dagen.6-10': 5, 'dagen.11-20': 11, 'dagen.21+': 13 },
    ...{ 'drempels.samen': 45, 'drempels.geen': 7, 'drempels.wachtlijst': 17, 'drempels.aanbod_past_niet': 9 },
    ...{ 'drempels.uitsluiting': 8, 'drempels.afbakening': 6, 'drempels.kostprijs': 7, 'drempels.slechte_ervaring': 5 },
    ...{ 'drempels.geen_vertrouwen': 4, 'drempels.methodiek': 2, 'drempels.dakloos_of_opgenomen': 1 },
    ...{
      'afspraken#': 31,
      'afspraken.gelukt': 84,
      'afspraken.gelukt#': 26,
      'afspraken.deels': 31,
      'afspraken.deels#': 17,
    },
    ...{ 'afspraken.niet': 22, 'afspraken.niet#': 12, 'afspraken.niet_meer_nodig': 9, 'afspraken.niet_meer_nodig#': 7 },
    ...{ 'geweigerd.samen': 15, 'geweigerd.werkgebied': 8, 'geweigerd.diensten': 7, 'geweigerd.levensdomeinen': 5 },
  },
  vraag: { 'weg.beantwoord': 11, 'weg.doorverwezen': 4, 'uitkomst.voldoet': 15 },
  [activities]: { 'antwoord.ja': 41, 'antwoord.nee': 12, 'antwoord.op_de_hoogte': 8 },
}

/** As the coordinator wrote them, and a casemanager read them. */
const heard = [
  {
    title: 'Eerst een droge woning, dan de rest',
    text: 'Gezinnen met schimmel of zonder verwarming vinden geen energie voor andere afspraken. Begeleiding begint te vroeg, of stopt.',
    ask: 'Dat een woningonderzoek binnen de maand kan.',
  },
  {
    title: '‘U past niet bij ons’',
    text: 'Wie hulp zoekt voor twee problemen samen, valt vaak buiten de afbakening van elke dienst apart.',
    ask: 'Eén dienst die blijft tot een andere overneemt.',
  },
]

export async function seedFigures(connection: Connection, freezeYears: FreezeYears, now: Date): Promise<void> {
  const reports = createReports(connection)
  const year = Number(yearOf(brusselsDate(now)))
  for (const [at, counts] of [
    [String(year - 2), yearBefore],
    [String(year - 1), lastYear],
  ] as const) {
    const known = await reports.read(network, at)
    const counted = await createYearCounts(connection).read(network, 'lco-aanvraag', at)
    if (known || Object.keys(counted).length > 0) continue
    const all = Object.entries(counts).map(([form, add]) => ({ network, form, year: at, add }))
    const items = countItems(connection.tables.loket, all, 'demo')
    await transact(connection.dynamo, items)
    if (isCounted(at, now)) continue
    await freezeYears(items.map(({ Update }) => itemKeySchema.parse(Update?.Key)))
    if (counts === yearBefore) await publish(at)
  }

  /** Half a month after it was frozen. */
  async function publish(at: string): Promise<void> {
    const fifteenth = new Date(frozenFrom(at).getTime() + 14 * 86_400_000)
    const audited = { auditId: 'demo', now: fifteenth, auditDays: 365 }
    await reports.show(network, { year: at, revision: 1 }, heard, { who: 'coordinator-aalst', ...audited })
  }
}
