/** The letter and the agenda of an overleg: what stands on paper, for whom, and what is noted of it (docs/overleg.md §4). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Practical } from '../../forms/kit/overleg/decide.ts'
import { type Letter, letterOf } from '../../forms/kit/overleg/letter.ts'
import { clients } from '../../forms/kit/overleg/overleg.ts'
import type { TableInput } from '../../forms/kit/overleg/table.ts'
import { lettersFor } from '../../forms/kit/overleg/tasks.ts'
import { hardWordsIn } from '../../forms/kit/plan/hard-words.ts'
import { dossierOf, mailsOf } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { startFiled, type TestOverleg } from '../support/overleg.ts'
import { spanAt, type TestRow } from '../support/overleg-tables.ts'
import { type Fields, fieldsIn, locationOf, readPage, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const table: readonly TestRow[] = [
  { wie: 'client', bereik: 'brief' },
  { wie: 'vertrouwensfiguur', naam: 'Samira Kaddour', bereik: 'brief', beroepsgeheim: 'nee' },
  { wie: 'spilfiguur', naam: 'Noor Voorbeeld', dienst: 'CAW Voorbeeld', bereik: 'telefoon', telefoon: '+32478123456' },
  { naam: 'Jan Cools', dienst: 'Wonen De Poort', bereik: 'telefoon', telefoon: '+32478123457' },
  {
    ...{ wie: 'tolk', naam: 'Tolkdienst Voorbeeld', beroepsgeheim: 'weet_niet' },
    ...{ bereik: 'telefoon', telefoon: '+32478123458' },
  },
]
const practical = {
  vorm: 'fysiek',
  tolk: 'bevestigd',
  place: 'Zaal 2, Voorbeeldlaan 10, 9300 Aalst',
  onlineLink: '',
} as const
const brief = (html: string): string => wordsIn(/<article.*<\/article>/s.exec(html)?.[0] ?? '')

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
})
afterAll(() => work.stop())

type SpeaksFreely = TableInput['speaksFreely']

async function prepared(rows = table, speaksFreely: SpeaksFreely = 'nee'): Promise<TestOverleg> {
  const at = await startFiled(work, { table: rows, speaksFreely })
  await at.moments([spanAt('2026-12-15T14:00')])
  return at
}

async function fixed(
  rows = table,
  { speaksFreely = 'nee', ...how }: Partial<Practical> & { speaksFreely?: SpeaksFreely } = {},
): Promise<TestOverleg> {
  const at = await prepared(rows, speaksFreely)
  await at.fix('m1', { ...practical, ...how })
  return at
}

const page = async (at: TestOverleg, query = '', by = 'Casemanager Aalst') =>
  readPage(await work.as(by), `${at.path}/brief${query}`)

describe('de brief voor de cliënt', () => {
  it('zegt wanneer, waar, wie te bellen en dat stoppen mag, in gewone woorden', async () => {
    const text = brief((await page(await fixed())).html)
    for (const sentence of [
      'Stad Aalst Voorbeeldstraat 1 9300 Aalst',
      'Aalst, maandag 23 november 2026',
      'We zitten samen op dinsdag 15 december',
      'We praten samen over wat u wilt. Dit is uw overleg: u beslist mee.',
      'Dinsdag 15 december 2026, om 14 uur Het duurt tot 15.30 uur.',
      'Zaal 2, Voorbeeldlaan 10, 9300 Aalst',
      'Casemanager Aalst leidt het gesprek.',
      'Kunt u niet komen? Of wilt u dat iemand niet komt? Bel Casemanager Aalst.',
      'U mag altijd stoppen. U hoeft niet te zeggen waarom.',
      'Geen telefoon? Zeg het aan iemand die u helpt, of kom langs: Voorbeeldstraat 1, 9300 Aalst, elke werkdag van 9 tot 12 uur.',
    ])
      expect(text).toContain(sentence)
  })

  it('heeft een kenmerk zonder de letters die de soort aanvraag verraden', async () => {
    const at = await fixed()
    const text = brief((await page(at)).html)
    expect(text).toContain(`Kenmerk ${at.reference.slice('LCO-'.length)}`)
    expect(text).not.toMatch(/LCO/)
  })

  it('zegt alleen wie er komt als dat gevraagd is', async () => {
    const at = await fixed()
    const without = brief((await page(at)).html)
    expect(without).not.toMatch(/Samira|Wonen De Poort|tolk/)
    expect(without).toContain('Alleen mensen met wie u akkoord ging. Casemanager Aalst')
    expect(brief((await page(at, '?met_wie=nee')).html)).toBe(without)
    expect(brief((await page(at, '?met_wie=ja')).html)).toContain(
      'Alleen mensen met wie u akkoord ging: Samira, een tolk, CAW Voorbeeld en Wonen De Poort. Casemanager Aalst leidt het gesprek.',
    )
  })

  it('noemt niet wie al zei niet te komen', async () => {
    const at = await fixed()
    await at.says('Jan Cools', { comes: 'nee' }, 'casemanager-aalst')
    expect(brief((await page(at, '?met_wie=ja')).html)).not.toContain('Wonen De Poort')
  })

  it.each([
    ['fysiek', 'Kunt u niet tot bij ons komen? Bel Casemanager Aalst.'],
    ['hybride', 'Online meedoen kan ook.'],
    ['online', 'U kunt ook meebellen. Bel Casemanager Aalst voor het nummer.'],
  ] as const)('zegt bij %s hoe het ook kan, zonder de link zelf', async (vorm, sentence) => {
    const onlineLink = vorm === 'fysiek' ? '' : 'https://beeld.example/kamer-7'
    const text = brief((await page(await fixed(table, { vorm, onlineLink }))).html)
    expect(text).toContain(sentence)
    expect(text).not.toContain('beeld.example')
  })

  it('zegt eerlijk dat de plaats nog niet bekend is', async () => {
    const { html } = await page(await fixed(table, { place: '' }))
    expect(brief(html)).toContain('Waar? Dat weten we nog niet.')
    expect(wordsIn(html)).toContain('De plaats staat nog niet op deze brief.')
  })

  it('zegt na een verzet wat niet en wat wel', async () => {
    const at = await fixed()
    await at.moveTo(spanAt('2026-12-17T10:00'))
    const text = brief((await page(at)).html)
    expect(text).toContain('We zitten samen op een andere dag')
    expect(text).toContain('Niet op dinsdag 15 december 2026. Wel op donderdag 17 december 2026, om 10 uur.')
  })

  it('spreekt van een ander uur wanneer de dag dezelfde blijft', async () => {
    const at = await fixed()
    await at.moveTo(spanAt('2026-12-15T16:00'))
    const text = brief((await page(at)).html)
    expect(text).toContain('We zitten samen op een ander uur')
    expect(text).toContain('Niet om 14 uur. Wel op dinsdag 15 december 2026, om 16 uur.')
  })

  it('is er pas wanneer een moment vastligt', async () => {
    const at = await prepared()
    const { status, html } = await page(at)
    expect([status, html.includes('<article')]).toEqual([200, false])
    expect(wordsIn(html)).toContain('Er ligt nu geen moment vast.')
  })
})

describe('de brief voor wie meekomt', () => {
  it('is neutraal: van wie hij komt, weet alleen wie het vroeg', async () => {
    const at = await fixed()
    const query = `?voor=${await at.idOf('vertrouwensfiguur')}&met_wie=ja`
    const { html } = await page(at, query)
    const text = brief(html)
    expect(html).toContain('<h1>Brief voor Samira Kaddour</h1>')
    expect(text).toContain('Iemand die u kent, vroeg u om mee te komen. Weet u niet wie? Bel Casemanager Aalst.')
    expect(text).not.toMatch(/Dit is uw overleg|akkoord ging|plan|Wonen De Poort|meebrengen/)
    expect(html).not.toContain('name="met_wie"')
  })

  it('staat op elke andere brief een klik verder', async () => {
    const at = await fixed()
    const { html } = await page(at)
    expect(html).toContain(`/brief?voor=${await at.idOf('vertrouwensfiguur')}`)
    expect(wordsIn(html)).toContain('Brief voor Samira Kaddour')
  })

  it('is er niet voor wie een mail of telefoon krijgt, of niet bestaat', async () => {
    const at = await fixed()
    for (const id of [await at.idOf('dienst'), 'p99', 'x'.repeat(300)])
      expect((await page(at, `?voor=${id}`)).status).toBe(404)
  })

  it('is er voor elke cliënt van een gezin', async () => {
    const at = await fixed([{ wie: 'client' }, { wie: 'client' }, ...table.slice(2)])
    const [one, other] = clients((await at.now()).overleg)
    expect((await page(at, `?voor=${one?.id}`)).html).toContain('<h1>Brief voor cliënt 1</h1>')
    expect((await page(at, `?voor=${other?.id}`)).html).toContain('<h1>Brief voor cliënt 2</h1>')
  })
})

describe('wat naast de brief staat', () => {
  it('is het veilige contact, en dat een brief alleen in handen mag wanneer de cliënt niet vrij kan spreken', async () => {
    for (const [speaksFreely, guarded] of [
      ['nee', false],
      ['ja', true],
      ['weet_niet', true],
    ] as const) {
      const { html } = await page(await fixed(table, { speaksFreely }))
      expect(wordsIn(html)).toContain('Veilig contact met de cliënt: Bel alleen voor de middag')
      expect(html.includes('Geef deze brief alleen in handen.')).toBe(guarded)
      expect(brief(html)).not.toMatch(/1712|in handen|middag/)
    }
  })

  it('gaat alleen open voor wie het dossier heeft', async () => {
    const at = await fixed()
    expect((await page(at, '', 'Tweede casemanager Aalst')).status).toBe(404)
    expect((await page(at, '', 'Coördinator Aalst')).status).toBe(200)
    expect((await page(at, '', 'Coördinator OTA')).status).toBe(404)
  })

  it('verandert niets door te kijken', async () => {
    const at = await fixed()
    const before = (await at.now()).overleg
    const visitor = await work.as('Casemanager Aalst')
    for (const part of ['brief', 'brief?met_wie=ja', 'agenda'])
      for (const method of ['GET', 'HEAD']) await visitor.send(`${at.path}/${part}`, { method })
    expect((await at.now()).overleg).toEqual(before)
  })
})

describe('de brief is bezorgd', () => {
  async function deliver(at: TestOverleg, fields: Fields, voor?: string) {
    const visitor = await work.as('Casemanager Aalst')
    const path = `${at.path}/brief${voor ? `?voor=${voor}` : ''}`
    const hidden = fieldsIn((await (await visitor.get(path)).text()).split('2. Bezorgd?')[1] ?? '')
    const { revision = [], voor: to = [] } = hidden
    return visitor.post(`${at.path}/brief`, { revision, voor: to, ...fields })
  }

  it('op de dag en de manier die ingevuld zijn, en dat staat er daarna bij', async () => {
    const at = await fixed()
    const to = await at.idOf('vertrouwensfiguur')
    const response = await deliver(at, { bezorgd_op: '23/11/2026', bezorgd_hoe: 'voorgelezen' }, to)
    expect(response.status).toBe(303)
    const { html } = await page(at, locationOf(response).slice(`${at.path}/brief`.length))
    expect(wordsIn(html)).toContain('Bezorgd op maandag 23 november 2026.')
    expect(html).toContain('<h1>Brief voor Samira Kaddour</h1>')
    expect((await at.now()).overleg.letters).toEqual({ [to]: { on: '2026-11-23', how: 'voorgelezen' } })
  })

  it('mailt niemand', async () => {
    const at = await fixed()
    const before = await mailsOf(work, at.reference)
    expect((await deliver(at, { bezorgd_op: '2026-11-23', bezorgd_hoe: 'gegeven' })).status).toBe(303)
    expect(await mailsOf(work, at.reference)).toEqual(before)
    expect((await dossierOf(work, at.reference)).state).toBe('overleg_gepland')
  })

  const window = 'Kies een dag tussen maandag 23 november 2026 en vandaag'
  it.each([
    [{ bezorgd_op: '', bezorgd_hoe: 'gegeven' }, 'Vul in wanneer de brief bezorgd is'],
    [{ bezorgd_op: 'gisteren', bezorgd_hoe: 'gegeven' }, 'Vul een datum in, bijvoorbeeld 27/4/2021'],
    [{ bezorgd_op: '22/11/2026', bezorgd_hoe: 'gegeven' }, window],
    [{ bezorgd_op: '26/11/2026', bezorgd_hoe: 'gegeven' }, window],
    [{ bezorgd_op: '23/11/2026', bezorgd_hoe: '' }, 'Kies hoe de brief bezorgd is'],
    [{ bezorgd_op: '25/11/2026', bezorgd_hoe: 'gefluisterd' }, 'Kies hoe de brief bezorgd is'],
  ])('niet met %j', async (fields, message) => {
    const own = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
    const shared = work
    work = own
    const at = await fixed()
    own.clock.later(2 * 86_400)
    const response = await deliver(at, fields)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(errorsIn(html)).toEqual([message])
    expect(html).toContain(`name="bezorgd_op" `)
    expect(fieldsIn(html).bezorgd_op).toEqual([fields.bezorgd_op])
    expect((await at.now()).overleg.letters).toEqual({})
    await own.stop()
    work = shared
  })

  it('van een moment dat intussen verzet is, telt niet', async () => {
    const at = await fixed()
    const { revision } = (await at.now()).overleg
    await at.moveTo(spanAt('2026-12-17T10:00'))
    const response = await deliver(at, {
      ...{ bezorgd_op: '2026-11-23', bezorgd_hoe: 'gegeven' },
      revision: String(revision),
    })
    expect(response.status).toBe(409)
    expect((await at.now()).overleg.letters).toEqual({})
  })

  it('kan niet zonder dat er een moment vastligt', async () => {
    const at = await prepared()
    const { revision } = (await at.now()).overleg
    const visitor = await work.as('Casemanager Aalst')
    const fields = { bezorgd_op: '2026-11-23', bezorgd_hoe: 'gegeven', revision: String(revision) }
    expect((await visitor.post(`${at.path}/brief`, fields)).status).toBe(422)
  })
})

describe('de agenda', () => {
  const agenda = async (at: TestOverleg) => {
    const { html } = await readPage(await work.as('Casemanager Aalst'), `${at.path}/agenda`)
    return brief(html)
  }

  it('vraagt waarover wel en waarover niet, en zegt wie leidt, wanneer en waar', async () => {
    const text = await agenda(await fixed())
    for (const part of [
      'Waarover wilt u praten?',
      'Waarover niet?',
      'Wie leidt het gesprek: Casemanager Aalst',
      'Dinsdag 15 december 2026, van 14 tot 15.30 uur',
      'Zaal 2, Voorbeeldlaan 10',
      'Gebonden door beroepsgeheim: CAW Voorbeeld en Wonen De Poort.',
      'Zeg waar Samira Kaddour of Tolkdienst Voorbeeld bij is alleen wat de cliënt goedvindt.',
      'Samira Kaddour is niet gebonden door beroepsgeheim.',
      'Van Tolkdienst Voorbeeld weten we het niet: vraag het.',
    ])
      expect(text).toContain(part)
  })

  it('verraadt nooit dat iemand niet vrij kan spreken', async () => {
    for (const speaksFreely of ['ja', 'weet_niet', 'nee'] as const)
      expect(await agenda(await fixed(table, { speaksFreely }))).not.toMatch(/vrij|1712|Veilig Huis|alleen spreken/)
  })

  it('kan ook al voor er een moment vastligt', async () => {
    const text = await agenda(await prepared())
    expect(text).toContain('er ligt nog geen moment vast')
  })
})

describe('gewone woorden op papier', () => {
  /** Everything the letter can say of itself; names are data. */
  const textsOf = (letter: Letter): string => JSON.stringify({ ...letter, mark: '' })

  it.each(['fysiek', 'online', 'hybride'] as const)('geen enkel zwaar woord, %s', async (vorm) => {
    for (const place of ['', 'Zaal 2'])
      for (const moved of [false, true]) {
        const at = await fixed(table, { vorm, place })
        if (moved) await at.moveTo(spanAt('2026-12-17T10:00'))
        const { overleg, details, said } = await at.now()
        const { fixed: moment } = overleg
        if (!moment) throw new Error('not fixed')
        for (const to of lettersFor({ overleg }))
          for (const withNames of [false, true]) {
            const letter = letterOf({
              ...{ overleg, details, said, fixed: moment, to, withClient: true, withNames, town: 'Aalst' },
              caller: { name: 'Tom Voorbeeld', firstName: 'Tom', phone: '053 00 00 02' },
              sender: { name: 'Stad Aalst', address: 'Voorbeeldstraat 1, 9300 Aalst', hours: 'elke werkdag' },
              now: work.clock.now,
            })
            expect(hardWordsIn(textsOf(letter))).toEqual([])
          }
      }
  })
})
