/** The page of one dossier: what it is called, whom to call, one button, what is read first, one timeline; and what it costs to read. */
import { beforeAll, describe, expect, it } from 'vitest'
import { services } from '../../forms/index.ts'
import { startRunning } from '../plan/running.ts'
import { dossierOf, type Filed, fileHeld, fileRequest, fileVraag, hiddenOn, place } from '../support/dossier.ts'
import { startOverleg } from '../support/overleg.ts'
import { twoMoments } from '../support/overleg-tables.ts'
import { startMeter } from '../support/read-cost.ts'
import { type Fields, mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
let casemanager: Visitor
beforeAll(async () => {
  work = await startTestWorkspace()
  coordinator = await work.as('Coördinator Aalst')
  casemanager = await work.as('Casemanager Aalst')
})

const read = async (visitor: Visitor, path: string): Promise<string> => mainOf(await (await visitor.get(path)).text())
const act = async (path: string, action: string, fields: Fields = {}) =>
  coordinator.post(`${path}/${action}`, { ...(await hiddenOn(coordinator, `${path}/${action}`)), ...fields })
const titleOf = (html: string): string => wordsIn(/<h1>.*?<\/h1>/s.exec(html)?.[0] ?? '').trim()
const partOf = (html: string, begin: string, end: string): string =>
  html.slice(html.indexOf(begin), html.indexOf(end, html.indexOf(begin)))

describe('het hoofd', () => {
  it('een aanvraag heet naar haar aanduiding, een vraag naar wie ze stelt; de referentie blijft te vinden', async () => {
    const request = await fileRequest(work)
    const html = await read(coordinator, request.path)
    expect(titleOf(html)).toBe('D-2041')
    expect(html).toContain(`data-reference="${request.reference}"`)
    const question = await fileVraag(work)
    expect(titleOf(await read(coordinator, question.path))).toBe('Noor Voorbeeld')
  })

  it('zegt wie u belt, op welk nummer, en in zijn geheel waarop u let', async () => {
    const safety = `Niet bellen na 18 uur: de ex-partner neemt soms op. ${'Vraag eerst of het past. '.repeat(5)}`.trim()
    const { path } = await fileRequest(work, { changes: { client: { veilig_contact: safety } } })
    const bar = partOf(await read(coordinator, path), 'class="lw-contact"', 'class="lw-block')
    expect(wordsIn(bar)).toContain('Noor Voorbeeld')
    expect(bar).toContain('href="tel:+32478123456"')
    expect(wordsIn(bar)).toContain(`Veilig contact met de cliënt: ${safety}`)
    expect(bar).toContain('value="gebeld"')
    expect(bar).toContain('value="niet_bereikt"')
  })

  it('heet naar het formulier als de antwoorden gewist zijn, en noemt dan niemand', async () => {
    const { path } = await fileRequest(work)
    await act(path, 'intrekken')
    work.clock.later(86_401)
    const html = await read(await work.as('Coördinator Aalst'), path)
    work.clock.later(-86_401)
    expect(titleOf(html)).toBe('LCO aanvraag')
    expect(html).not.toMatch(/D-2041|Noor|lw-contact/)
  })
})

describe('wat u nu doet', () => {
  const next = (html: string): string => partOf(html, 'class="lw-block lw-do"', '</section>')

  it('heeft in elke stand hoogstens één gevulde knop, en wat wist staat apart, met wat er dan gebeurt', async () => {
    const { path, reference } = await fileHeld(work)
    for (const state of ['ingediend', 'toegewezen', 'wacht_op_aanvrager', 'in_opvolging', 'doorverwezen']) {
      await place(work, reference, { ...(await dossierOf(work, reference)), state })
      const html = next(await read(coordinator, path))
      expect([state, (html.match(/class="btn"/g) ?? []).length <= 1]).toEqual([state, true])
      const [before = '', apart = ''] = html.split('class="lw-danger"')
      expect(before).not.toMatch(/\/(afsluiten|intrekken)"/)
      if (state === 'doorverwezen') continue
      expect([...apart.matchAll(/class="btn warn slim" href="[^"]+\/(\w+)"/g)].map(([, action]) => action)).toEqual([
        'afsluiten',
        'intrekken',
      ])
      expect(wordsIn(apart)).toContain('U kunt deze aanvraag daarna niet heropenen.')
    }
  })

  it('naast de volgende stap staan hoogstens drie andere; de rest staat achter “Meer”', async () => {
    const { path } = await fileHeld(work)
    const [shown = '', more = ''] = next(await read(coordinator, path)).split('class="lw-meer"')
    expect((shown.match(/class="btn plain"/g) ?? []).length).toBeLessThanOrEqual(3)
    for (const action of ['andere_casemanager', 'teruggeven', 'verlengen', 'verplaatsen', 'verwant', 'afdruk'])
      expect([action, more.includes(`/${action}"`)]).toEqual([action, true])
  })
})

describe('de vraag', () => {
  it('de woorden van de cliënt eerst en groot, dan het doel, dan de tafel; de criteria op één lijn', async () => {
    const { path } = await fileRequest(work, { changes: { criteria: { verblijf: 'weet_niet' } } })
    const html = partOf(await read(coordinator, path), 'id="antwoorden"', '</section>')
    const order = ['Wat wil de cliënt zelf verbeterd zien?', 'Wat moet het overleg opleveren?', 'Betrokken diensten']
    const places = order.map((text) => html.indexOf(text))
    expect(Math.min(...places)).toBeGreaterThan(-1)
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(html.match(/class="lw-words"/g)).toHaveLength(1)
    const line = wordsIn(/<summary><b>Voldoet aan.*?<\/summary>/s.exec(html)?.[0] ?? '').trim()
    expect(line).toMatch(/^Voldoet aan 5 van 6 criteria twijfel /)
    expect(line).not.toContain('voldoet ')
    // Every other page of the form is one folded line.
    for (const title of ['De aanvrager', 'De cliënt', 'De situatie', 'Praktisch'])
      expect(html).toMatch(new RegExp(`<details class="lw-fold"><summary><b>${title}</b>`))
  })

  it('elk formulier zegt wat eerst gelezen wordt met vragen die het heeft', () => {
    for (const { form } of services) {
      const names = new Set(form.pages.flatMap(({ questions }) => questions.map(({ name }) => name)))
      expect((form.foremost ?? []).filter((name) => !names.has(name))).toEqual([])
    }
  })
})

describe('de tijdlijn', () => {
  let filed: Filed
  beforeAll(async () => {
    filed = await fileHeld(work)
    await coordinator.get(filed.path)
    work.clock.later(60)
    coordinator = await work.as('Coördinator Aalst')
    casemanager = await work.as('Casemanager Aalst')
    await coordinator.post(`${filed.path}/contact`, { contact: 'niet_bereikt', eenmalig: 'A'.repeat(22) })
    work.clock.later(60)
    await coordinator.post(`${filed.path}/notitie`, { notitie: 'Bel donderdag', eenmalig: 'B'.repeat(22) })
  })
  const timeline = async (visitor: Visitor, query = ''): Promise<string> =>
    // Without what is still to leave, and what is not needed any more.
    partOf(await read(visitor, `${filed.path}${query}`), 'id="tijdlijn"', '</section>').replaceAll(
      /<details.*?<\/details>/gs,
      '',
    )
  const firstWords = (html: string): string[] =>
    [...html.matchAll(/<li class="(?:step|call|note-entry|mail|bad|looked)"[^>]*><p><b>(.*?)<\/b>/g)].map(
      ([, word = '']) => word,
    )

  it('zet alles in één lijst, het laatste eerst, met de soort als eerste woord', async () => {
    const words = firstWords(await timeline(coordinator))
    expect(words.slice(0, 2)).toEqual(['Notitie', 'Niet bereikt'])
    expect(new Set(words)).toEqual(new Set(['Notitie', 'Niet bereikt', 'Mail', 'Stap']))
  })

  it.each([
    ['contact', ['Notitie', 'Niet bereikt']],
    ['mails', ['Mail']],
    ['stappen', ['Stap']],
  ])('toont alleen %s als u dat kiest', async (shown, kinds) => {
    expect([...new Set(firstWords(await timeline(coordinator, `?toon=${shown}`)))]).toEqual(kinds)
  })

  it('wat geen keuze is, is er geen', async () => {
    expect(firstWords(await timeline(coordinator, '?toon=alles-en-nog-wat'))).toContain('Notitie')
  })

  it('zegt wie keek, aan de coördinator en aan wie het heeft; niet dat u zelf vandaag keek', async () => {
    expect(wordsIn(await timeline(casemanager))).toMatch(/Bekeken door Coördinator Aalst/)
    expect(wordsIn(await timeline(casemanager))).not.toMatch(/Bekeken door [^.]*Casemanager Aalst/)
    expect(wordsIn(await timeline(coordinator))).toMatch(/Bekeken door Casemanager Aalst/)
  })

  it('zegt het niet aan wie alleen de dienst belt', async () => {
    const { path, reference } = await fileHeld(work)
    await coordinator.get(path)
    await act(path, 'doorverwijzen', {
      ...{ aanbod: 'caw', toelichting: 'Dit past beter.', drempels: 'geen', beller: 'casemanager-aalst-2' },
    })
    const other = await work.as('Tweede casemanager Aalst')
    const html = await read(other, path)
    expect([html.includes(reference), html.includes('data-gekeken')]).toEqual([true, false])
  })

  it('toont de nieuwste eerst, en de rest als u dat vraagt', async () => {
    const { path } = await fileHeld(work)
    for (let n = 0; n < 30; n += 1)
      await coordinator.post(`${path}/contact`, { contact: 'gebeld', eenmalig: `${n}`.padStart(22, 'C') })
    const html = await read(coordinator, path)
    // Among the twenty-five last entries, with what was done before.
    expect(html.match(/data-contact="gebeld"/g)).toHaveLength(23)
    expect(wordsIn(html)).toMatch(/Toon de oudste \d+/)
    expect((await read(coordinator, `${path}?toon=alles`)).match(/data-contact="gebeld"/g)).toHaveLength(30)
  })
})

describe('wat de pagina kost', () => {
  /** Requests that read something of dossiers; who is at the door is another cost. */
  async function readsOf(visitor: Visitor, path: string, { connection } = work): Promise<string[]> {
    const reads: string[] = []
    const { client } = await connection.dynamo()
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        (args) => {
          const [key] = /(?:DOSSIER|OUTBOX|TAFEL|ZOEK)#/.exec(JSON.stringify(args.input)) ?? []
          if (/Get|Query|Scan/.test(commandName) && key) reads.push(`${commandName} ${key}`)
          return next(args)
        },
      { step: 'initialize', name: 'count reads' },
    )
    await visitor.get(path) // The first opening is written down.
    reads.length = 0
    expect((await visitor.get(path)).status).toBe(200)
    client.middlewareStack.remove('count reads')
    return reads
  }

  it.each(['Coördinator Aalst', 'Casemanager Aalst'])(
    '%s: leest een dossier met hoogstens vier vragen aan de tabel',
    async (name) => {
      const [plain, family] = [await fileHeld(work), await fileHeld(work)]
      const { related } = await place(work, family.reference, {
        ...(await dossierOf(work, family.reference)),
        related: [plain.reference, (await fileHeld(work)).reference],
      })
      expect(related).toHaveLength(2)
      const overleg = await startOverleg(work, { at: await fileHeld(work) })
      await overleg.asked(twoMoments)
      const visitor = await work.as(name)
      expect(await readsOf(visitor, plain.path)).toHaveLength(3)
      expect(await readsOf(visitor, family.path)).toHaveLength(4)
      expect(await readsOf(visitor, `/werkruimte/dossier/${overleg.reference}`)).toHaveLength(4)
    },
  )

  it('ook als er een plan loopt', async () => {
    const running = await startTestWorkspace()
    const { path } = await startRunning(running, await fileHeld(running))
    for (const name of ['Coördinator Aalst', 'Casemanager Aalst'])
      expect(await readsOf(await running.as(name), path, running)).toHaveLength(4)
  })

  it('blijft onder 100 KB, ook met een vol logboek en wat een dossier meestal heeft', async () => {
    const { path } = await fileHeld(work)
    for (let n = 0; n < 40; n += 1)
      await coordinator.post(`${path}/notitie`, {
        notitie: `${n} ${'woord '.repeat(60)}`,
        eenmalig: `${n}`.padStart(22, 'D'),
      })
    const size = Buffer.byteLength(await (await coordinator.get(path)).text())
    expect(size).toBeLessThan(100_000)
  })

  it('leest evenveel van een dossier dat honderd keer bekeken werd', async () => {
    const { path } = await fileHeld(work)
    await coordinator.get(path)
    const meter = await startMeter(work)
    meter.reset()
    await coordinator.get(path)
    const few = meter.units()
    for (let n = 0; n < 100; n += 1) await coordinator.get(path)
    meter.reset()
    await coordinator.get(path)
    expect(meter.units()).toBeLessThanOrEqual(few + 6)
  }, 60_000)
})
