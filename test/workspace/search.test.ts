/** Looking for a dossier, through HTTP and on real tables (docs/decisions/023). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSeconds } from '../../forms/kit/time.ts'
import { findAgain } from '../../functions/shared/store/find-again.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { hideWith } from '../../functions/workspace/search/hide.ts'
import { dossierOf, fileRequest, place } from '../support/dossier.ts'
import { aanvraag } from '../support/lco.ts'
import { foundBy, placeAnswered, searchBeside, searchFor } from '../support/search.ts'
import { fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let loket: TestWorkspace
let coordinator: Visitor
let search: ReturnType<typeof searchBeside>

async function anew() {
  loket = await startTestWorkspace()
  coordinator = await loket.as('Coördinator Aalst')
  search = searchBeside(loket)
}

const janssens = {
  ...{ naam: 'Jan Janssens', organisatie: 'O.C.M.W. Aalst', client_aanduiding: 'K.L.' },
  ...{ telefoon: '+32478123456', email: 'jan.janssens@ocmw.example' },
}
const itemsOf = async (prefix: string) => (await loket.items('loket')).filter(({ pk }) => String(pk).startsWith(prefix))
const problemIn = (html: string) => /id="zoek-fout"[^>]*>([^<]*)</.exec(html)?.[1]

describe('na het verzenden', () => {
  beforeEach(anew)

  it('laat de aanvraag alleen een teken na, geen woord; binnen de minuut wordt ze gevonden', async () => {
    const { reference } = await fileRequest(loket)
    expect(await itemsOf('ZOEK#')).toEqual([])
    expect(await foundBy(coordinator, 'Noor')).toEqual([])
    expect(await search.sweep()).toBe(1)
    expect(loket.failures).toEqual([])
    expect(await foundBy(coordinator, 'Noor')).toEqual([reference])
    expect(await search.changed()).toEqual([])
    // Nothing that was typed, and nothing that leads back to it.
    const hiddenOf = ({ hidden }: Record<string, unknown>) => [...((hidden as Set<string> | undefined) ?? [])]
    const kept = JSON.stringify((await itemsOf('ZOEK#')).map((item) => ({ ...item, hidden: hiddenOf(item) })))
    for (const word of ['noor', 'voorbeeld', 'caw', '2041', '0478123456'])
      expect(kept.toLowerCase()).not.toContain(word)
  })
})

describe('een aanvraag wordt gevonden', () => {
  let reference: string
  beforeAll(async () => {
    await anew()
    ;({ reference } = await fileRequest(loket))
    await search.sweep()
  })

  it.each([
    ['naam', 'voorbeeld noor'],
    ['een begin van de naam', 'voorb'],
    ['een halve naam', 'voorbee'],
    ['organisatie', 'CÁW'],
    ['aanduiding', 'D-2041'],
    ['telefoon', '0478 12 34 56'],
    ['telefoon, uit het buitenland', '+32 (0)478/12.34.56'],
    ['e-mail', 'NOOR@caw.example'],
    ['naam en organisatie', 'noor caw'],
  ])('op %s', async (_, typed) => {
    expect(await foundBy(coordinator, typed)).toEqual([reference])
  })

  it('op een deel van de referentie, vier tekens of meer', async () => {
    for (const typed of [reference.slice(-7), reference.slice(4, 8), reference.slice(0, 9).toLowerCase()])
      expect(await foundBy(coordinator, typed)).toEqual([reference])
  })

  it.each(['Noor Peeters', 'Rust', 'Tigrinya', 'Sam'])(
    'niet op %s: een ander woord, of wat niet gezocht wordt',
    async (typed) => {
      const response = await searchFor(coordinator, typed)
      expect(response.status).toBe(404)
      expect(problemIn(await response.text())).toContain('We vinden niets')
    },
  )
})

describe('wat er getoond wordt', () => {
  beforeEach(anew)

  it('meer dan één: rijen, open en gesloten, en één regel van wie ze zag, met referenties alleen', async () => {
    const open = await placeAnswered(loket, janssens)
    const closed = await placeAnswered(
      loket,
      { ...janssens, naam: 'Mia Janssens' },
      { state: 'afgesloten', ttl: 4_000_000_000 },
    )
    await search.sweep()
    const response = await searchFor(coordinator, 'janssens')
    const html = await response.text()
    expect([response.status, wordsIn(html).includes('2 aanvragen gevonden')]).toEqual([200, true])
    expect(await foundBy(coordinator, 'janssens ocmw')).toEqual([open, closed].sort())
    expect(fieldsIn(html).zoek).toEqual(['janssens'])
    const [line] = (await itemsOf('PERSOON#')).filter(({ list }) => list === 'zoeken')
    expect([...((line?.references ?? []) as string[])].sort()).toEqual([open, closed].sort())
    expect(JSON.stringify([...(await loket.items('loket')), ...loket.log, ...loket.failures])).not.toMatch(/janssens/i)
    expect(html).not.toMatch(/(href|action)="[^"]*janssens/i)
  })

  it('wie juist typt, krijgt geen half woord erbij', async () => {
    const exact = await placeAnswered(loket, { ...janssens, naam: 'Jan Janssen' })
    const longer = await placeAnswered(loket, janssens)
    await search.sweep()
    expect(await foundBy(coordinator, 'Janssen')).toEqual([exact])
    expect(await foundBy(coordinator, 'janss')).toEqual([exact, longer].sort())
  })

  it('meer dan 50: voeg een woord toe', async () => {
    for (let n = 0; n < 51; n += 1) await placeAnswered(loket, { ...janssens, naam: `Mia Nummer${n}` })
    await search.sweep()
    const response = await searchFor(coordinator, 'ocmw')
    expect([response.status, problemIn(await response.text())?.includes('Voeg een woord toe')]).toEqual([200, true])
    expect(await foundBy(coordinator, 'ocmw nummer7')).toHaveLength(1)
  })
})

describe('slechte invoer', () => {
  beforeAll(anew)

  it.each([
    ['één letter', 'a', 'minstens 2 letters'],
    ['300 tekens', 'x'.repeat(300), 'hoogstens 100 tekens'],
    ['alleen puntjes', '....', 'minstens 2 letters'],
    ['een script', '"><script>', 'We vinden niets'],
  ])('%s: een duidelijke zin, en wat getypt is staat er nog', async (_, typed, sentence) => {
    const response = await searchFor(coordinator, typed)
    const html = await response.text()
    expect([response.status, problemIn(html)?.includes(sentence)]).toEqual([
      sentence.startsWith('We') ? 404 : 422,
      true,
    ])
    expect(fieldsIn(html).zoek).toEqual([typed])
    expect(html).not.toContain('<script>')
  })

  it.each(['\u0000', '%00', '\u202e', 'e\u0301'.repeat(50), '__proto__', '{"$ne":1}', 'OR 1=1', '😀'.repeat(100)])(
    '%j: nooit een fout van ons',
    async (typed) => {
      expect((await searchFor(coordinator, typed)).status).toBeLessThan(500)
      expect(loket.failures).toEqual([])
    },
  )
})

describe('alleen wat iemand mag openen', () => {
  beforeEach(anew)

  it('iemand van een ander netwerk vindt niets', async () => {
    await placeAnswered(loket, janssens)
    await search.sweep()
    const other = await loket.as('Coördinator Limburg')
    for (const typed of ['janssens', 'ocmw', '0478123456']) expect(await foundBy(other, typed)).toEqual([])
    expect(await foundBy(coordinator, 'janssens')).toHaveLength(1) // A control.
  })

  it('een casemanager vindt niet wat een collega heeft, wel het eigen', async () => {
    const theirs = await placeAnswered(loket, janssens, { state: 'toegewezen', holder: 'casemanager-aalst-2' })
    const own = await placeAnswered(loket, janssens, { state: 'toegewezen', holder: 'casemanager-aalst' })
    await search.sweep()
    const casemanager = await loket.as('Casemanager Aalst')
    expect(await foundBy(casemanager, 'janssens')).toEqual([own])
    expect(await foundBy(casemanager, theirs.slice(-7))).toEqual([])
    expect(await foundBy(coordinator, 'janssens')).toEqual([theirs, own].sort())
  })

  it('wie een collega vervangt, vindt ook wat die heeft', async () => {
    const theirs = await placeAnswered(loket, janssens, { state: 'toegewezen', holder: 'casemanager-aalst' })
    await search.sweep()
    const second = await loket.as('Tweede casemanager Aalst')
    expect(await foundBy(second, 'janssens')).toEqual([])
    await (await loket.as('Casemanager Aalst')).post('/werkruimte/ik/afwezig', {
      ...{ van: '2026-11-23', tot: '2026-11-27', vervanger: 'casemanager-aalst-2' },
    })
    expect(await foundBy(second, 'janssens')).toEqual([theirs])
  })

  it('wie geen dossiers heeft, mag niet zoeken', async () => {
    expect((await searchFor(await loket.as('Organisator'), 'janssens')).status).toBe(403)
  })
})

const erase = async (reference: string) =>
  createPersonalData(loket.connection).eraseDossier(await dossierOf(loket, reference), {
    ...{ network: 'aalst', who: 'coordinator-aalst', auditId: 'a', now: loket.clock.now, auditDays: 365 },
  })

describe('wat verandert of weggaat', () => {
  beforeEach(anew)

  it('een gewist dossier wordt meteen niet meer gevonden, en een minuut later staat er niets meer van', async () => {
    const reference = await placeAnswered(loket, janssens)
    await search.sweep()
    expect(await itemsOf('ZOEK#')).not.toEqual([])
    expect(await erase(reference)).toBe('erased')
    for (const typed of ['janssens', reference.slice(-7), reference])
      expect(await foundBy(coordinator, typed)).toEqual([])
    expect(await search.sweep()).toBe(1)
    expect(await itemsOf('ZOEK#')).toEqual([])
    expect(await search.changed()).toEqual([])
  })

  it('ook wat gewist wordt terwijl de woorden geschreven worden', async () => {
    const reference = await placeAnswered(loket, janssens)
    const meanwhile = searchBeside(loket, {
      searchWords: {
        ...search.searchWords,
        putPostings: async (...of) => {
          await erase(reference)
          await search.searchWords.putPostings(...of)
        },
      },
    })
    await meanwhile.sweep()
    expect((await itemsOf('ZOEK#')).length).toBeGreaterThan(5)
    expect(await foundBy(coordinator, 'janssens')).toEqual([])
    // Who wrote them may be at it for a minute.
    for (let minute = 0; minute < 3; minute += 1) {
      await search.sweep()
      loket.clock.later(61)
    }
    expect(await itemsOf('ZOEK#')).toEqual([])
  })

  it('een verbeterd adres: het nieuwe vindt, het oude niet meer', async () => {
    const { reference, path } = await fileRequest(loket)
    await search.sweep()
    const { revision = [] } = fieldsIn(await (await coordinator.get(`${path}/adres`)).text())
    const saved = await coordinator.post(`${path}/adres`, { email: 'beter@caw.example', revision })
    expect(saved.status).toBe(303)
    await search.sweep()
    expect(await foundBy(coordinator, 'beter@caw.example')).toEqual([reference])
    expect(await foundBy(coordinator, aanvraag.gegevens.email)).toEqual([])
  })

  it('een ingetrokken aanvraag: een dag later vindt geen woord ze nog', async () => {
    const reference = await placeAnswered(loket, janssens)
    const { client, UpdateCommand } = await loket.connection.dynamo()
    const ttl = Math.floor(addSeconds(loket.clock.now, 86_400).getTime() / 1000)
    await client.send(
      new UpdateCommand({
        ...{ TableName: loket.connection.tables.loket, Key: { pk: `DOSSIER#${reference}`, sk: 'ANTWOORDEN' } },
        ...{ UpdateExpression: 'SET #ttl = :ttl', ExpressionAttributeNames: { '#ttl': 'ttl' } },
        ExpressionAttributeValues: { ':ttl': ttl },
      }),
    )
    await place(loket, reference, { state: 'ingetrokken', ttl: ttl + 86_400 * 30 })
    await search.sweep()
    loket.clock.later(86_399)
    expect(await foundBy(await loket.as('Coördinator Aalst'), 'janssens')).toEqual([reference])
    loket.clock.later(1)
    const visitor = await loket.as('Coördinator Aalst')
    expect(await foundBy(visitor, 'janssens')).toEqual([])
    expect(await foundBy(visitor, reference.slice(-7))).toEqual([reference])
    // The engine deletes by the same moment, as no clock of ours does.
    for (const { hidden, ttl: end } of await itemsOf('ZOEK#')) if (hidden) expect(end).toBe(ttl)
  })

  it('wat bewaard werd voor er een zoekvak was', async () => {
    const reference = await placeAnswered(loket, janssens)
    await search.searchWords.known(reference, undefined)
    expect(await search.sweep()).toBe(0)
    expect(await findAgain(loket.connection, loket.clock.now)).toBe(1)
    await search.sweep()
    expect(await foundBy(coordinator, 'janssens')).toEqual([reference])
    expect(await findAgain(loket.connection, loket.clock.now)).toBe(0)
  })
})

describe('twee tegelijk, en wat misgaat', () => {
  beforeEach(anew)

  it('twee die hetzelfde dossier doen: het staat er één keer, en wordt gevonden', async () => {
    const reference = await placeAnswered(loket, janssens)
    const keys = await search.changed()
    await Promise.all([search.keepWords(keys), search.keepWords(keys)])
    loket.clock.later(61)
    await search.sweep()
    expect(await foundBy(coordinator, 'janssens')).toEqual([reference])
    expect(await search.changed()).toEqual([])
  })

  it('wie halverwege ophoudt, wordt na een minuut overgedaan', async () => {
    const reference = await placeAnswered(loket, janssens)
    const dies = searchBeside(loket, {
      searchWords: { ...search.searchWords, settle: () => Promise.reject(new Error('killed')) },
    })
    await expect(dies.keepWords(await dies.changed())).resolves.toBe(1)
    loket.failures.length = 0
    loket.clock.later(3601)
    await search.sweep()
    expect(await foundBy(await loket.as('Coördinator Aalst'), 'janssens')).toEqual([reference])
  })

  it.each<[string, number]>([
    ['voor het eerste woord', 0],
    ['na het derde', 3],
  ])('wie ophoudt %s, wordt overgedaan tot alle woorden er staan', async (_, written) => {
    const reference = await placeAnswered(loket, janssens)
    const { putPostings } = search.searchWords
    const dies = searchBeside(loket, {
      searchWords: {
        ...search.searchWords,
        putPostings: async (of, hidden, ttl) => {
          await putPostings(of, hidden.slice(0, written), ttl)
          throw new Error('killed')
        },
      },
    })
    await dies.keepWords(await dies.changed())
    loket.failures.length = 0
    loket.clock.later(3601)
    await search.sweep()
    const visitor = await loket.as('Coördinator Aalst')
    for (const typed of ['janssens', '0478123456', reference.slice(-7)])
      expect(await foundBy(visitor, typed)).toEqual([reference])
  })

  it.each<[string, (reference: string) => Promise<unknown>]>([
    ['gewist werd', async (reference) => erase(reference)],
    ['veranderde, en toen gewist werd', async (reference) => place(loket, reference, { revision: 9 })],
  ])('wie te laat komt, schrijft niets van een dossier dat intussen %s', async (_, meanwhile) => {
    const reference = await placeAnswered(loket, janssens)
    let first = true
    const late = searchBeside(loket, {
      unseal: async (of, sealed) => {
        const open = await loket.deps.unseal(of, sealed)
        if (!first) return open
        first = false
        await meanwhile(reference)
        await search.sweep()
        return { ...open, naam: 'Jan Vroeger' }
      },
    })
    await late.keepWords(await late.changed())
    expect(await foundBy(coordinator, 'vroeger')).toEqual([])
    await erase(reference).catch(() => undefined)
    for (const _minute of [1, 2]) {
      loket.clock.later(3601)
      await search.sweep()
    }
    expect(await itemsOf('ZOEK#')).toEqual([])
  })

  it('wat niet opengaat, houdt geen ander op', async () => {
    const broken = await placeAnswered(loket, janssens)
    const well = await placeAnswered(loket, janssens)
    const unseal: TestWorkspace['deps']['unseal'] = async (reference, sealed) => {
      if (reference === broken) throw new Error('no key')
      return loket.deps.unseal(reference, sealed)
    }
    expect(await searchBeside(loket, { unseal }).sweep()).toBe(2)
    expect(await foundBy(coordinator, 'janssens')).toEqual([well])
    loket.failures.length = 0
    loket.clock.later(3601)
    await search.sweep()
    expect(await foundBy(await loket.as('Coördinator Aalst'), 'janssens')).toEqual([broken, well].sort())
  })
})

describe('hoogstens tien keer lezen', () => {
  beforeEach(anew)

  /** Counts the requests that read, from here on. */
  async function counted() {
    const asked: string[] = []
    const { client } = await loket.connection.dynamo()
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          const text = JSON.stringify(args.input)
          const reads =
            commandName === 'QueryCommand' || commandName === 'BatchGetItemCommand' || commandName === 'BatchGetCommand'
          if (reads && /ZOEK#|DOSSIER#/.test(text)) asked.push(commandName)
          return next(args)
        },
      { step: 'initialize' },
    )
    return asked
  }

  it('ook als elk woord bij duizenden dossiers staat', async () => {
    const hide = hideWith('key of a test', 'aalst')
    const crowd = Array.from({ length: 151 }, (_, n) => `LCO-0000-0000-${n}`)
    const words = ['ocmw', 'centrum', 'centr', 'algemeen', 'algem', 'welzijn', 'welzi', 'aalst', 'stad']
    for (const word of words)
      await Promise.all(
        crowd.map((reference) => search.searchWords.putPostings(reference, [hide('woord', word)], undefined)),
      )
    await search.sweep()
    const asked = await counted()
    const response = await searchFor(coordinator, 'ocmw centrum algemeen welzijn aalst stad')
    expect([response.status, problemIn(await response.text())?.includes('Voeg een woord toe')]).toEqual([200, true])
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.length).toBeLessThanOrEqual(10)
    // Another word that few have leads there.
    const reference = await placeAnswered(loket, { ...janssens, organisatie: 'OCMW Aalst', naam: 'Mia Zeldzaam' })
    await search.sweep()
    asked.length = 0
    expect(locationOf(await searchFor(coordinator, 'ocmw aalst zeldzaam'))).toBe(`/werkruimte/dossier/${reference}`)
    expect(asked.length).toBeLessThanOrEqual(4)
  })
})
