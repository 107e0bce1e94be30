/** Dossiers that can be of one family, suggested to a coordinator: through HTTP and on real tables (docs/decisions/024). */
import { beforeEach, describe, expect, it } from 'vitest'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { dossierOf, hiddenOn, place } from '../support/dossier.ts'
import { placeAnswered, searchBeside } from '../support/search.ts'
import { mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let loket: TestWorkspace
let coordinator: Visitor
let search: ReturnType<typeof searchBeside>

beforeEach(async () => {
  loket = await startTestWorkspace()
  coordinator = await loket.as('Coördinator Aalst')
  search = searchBeside(loket)
})

const request = {
  ...{ naam: 'Jan Janssens', organisatie: 'O.C.M.W. Aalst', client_aanduiding: '2027-0431' },
  ...{ telefoon: '+32478123456', email: 'jan.janssens@ocmw.example' },
}
const initials = { ...request, client_aanduiding: 'A.B.' }
/** The same initials, and nothing else in common. */
const elsewhere = {
  ...{ naam: 'Mia Peeters', organisatie: 'CLB Ninove', client_aanduiding: 'AB' },
  ...{ telefoon: '+32479111111', email: 'mia@clb.example' },
}
const held = { state: 'toegewezen', holder: 'casemanager-aalst' }
const pathOf = (reference: string) => `/werkruimte/dossier/${reference}`
const pageOf = async (visitor: Visitor, reference: string) => (await visitor.get(pathOf(reference))).text()

/** What the page suggests, each with its heading and why. */
async function suggested(visitor: Visitor, reference: string): Promise<string[][]> {
  const html = mainOf(await pageOf(visitor, reference))
  return [...html.matchAll(/<section[^>]*aria-labelledby="(?:misschien|gekend)">.*?<\/section>/gs)].flatMap(
    ([block]) => {
      const title = wordsIn(/<h2.*?<\/h2>/s.exec(block)?.[0] ?? '').trim()
      return [...block.matchAll(/<li data-gelijk="([^"]+)">.*?<span class="hint">(.*?)<\/span>/gs)].map(
        ([, other = '', why = '']) => [title, other, wordsIn(why).trim()],
      )
    },
  )
}
const namesOf = async (visitor: Visitor, reference: string) =>
  (await suggested(visitor, reference)).map(([, other]) => other)
const itemsOf = async (sk: string) => (await loket.items('loket')).filter((item) => String(item.sk).startsWith(sk))
const say = async (action: 'verwant' | 'ander-gezin', of: string, other: string, visitor = coordinator) =>
  visitor.post(`${pathOf(of)}/${action}`, {
    referentie: other,
    revision: String((await dossierOf(loket, of)).revision),
  })
const erase = async (reference: string) =>
  createPersonalData(loket.connection).eraseDossier(await dossierOf(loket, reference), {
    ...{ network: 'aalst', who: 'coordinator-aalst', auditId: `a${reference}`, now: loket.clock.now, auditDays: 365 },
  })
/** Other answers than before, as if they were corrected. */
async function answer(reference: string, answers: Record<string, string>) {
  const { client, UpdateCommand } = await loket.connection.dynamo()
  const sealed = await loket.deps.seal('aalst', reference, answers)
  const Key = { pk: `DOSSIER#${reference}`, sk: 'ANTWOORDEN' }
  const change = { UpdateExpression: 'SET sealed = :sealed', ExpressionAttributeValues: { ':sealed': sealed } }
  await client.send(new UpdateCommand({ TableName: loket.connection.tables.loket, Key, ...change }))
  await place(loket, reference, await dossierOf(loket, reference))
}

describe('een coördinator', () => {
  it('ziet zonder vragen wat open is en wat gesloten is, en waarom; aan beide kanten', async () => {
    const closed = await placeAnswered(loket, request, { state: 'afgesloten', ttl: 4_000_000_000 })
    const open = await placeAnswered(loket, { ...elsewhere, client_aanduiding: '2027/0431' })
    const own = await placeAnswered(loket, request)
    await search.sweep()
    expect(await suggested(coordinator, own)).toEqual([
      ['Misschien hetzelfde gezin', open, 'LCO aanvraag, ingediend sinds maandag 23 november 2026: zelfde aanduiding'],
      [
        'Mogelijk al gekend',
        closed,
        'LCO aanvraag, afgesloten sinds maandag 23 november 2026: zelfde aanduiding, zelfde organisatie, zelfde telefoonnummer en zelfde e-mailadres',
      ],
    ])
    expect(await namesOf(coordinator, open)).toEqual([own, closed])
    expect((await namesOf(coordinator, closed)).toSorted()).toEqual([open, own].toSorted())
  })

  it.each<[why: string, other: Record<string, string>, expected: boolean]>([
    ['initialen alleen: niets', elsewhere, false],
    ['initialen en organisatie', { ...elsewhere, organisatie: 'OCMW Aalst' }, true],
    ['initialen en nummer', { ...elsewhere, telefoon: '0478 12 34 56' }, true],
    ['initialen en e-mailadres', { ...elsewhere, email: initials.email }, true],
    ['dezelfde aanvrager met een ander gezin: niets', { ...initials, client_aanduiding: 'C.D.' }, false],
  ])('%s', async (_, other, expected) => {
    const [one, two] = [await placeAnswered(loket, initials), await placeAnswered(loket, other)]
    await search.sweep()
    expect([await namesOf(coordinator, one), await namesOf(coordinator, two)]).toEqual(
      expected ? [[two], [one]] : [[], []],
    )
  })

  it('een vraag over niemand, of een vorming: nooit een voorstel', async () => {
    const about = { naam: 'Noor', organisatie: 'OCMW Aalst', telefoon: '+32478123456' }
    const [one] = [
      await placeAnswered(loket, about, { form: 'vraag', reference: 'VRG-0000-0000-01' }),
      await placeAnswered(loket, about, { form: 'vraag', reference: 'VRG-0000-0000-02' }),
    ]
    for (const reference of ['OTA-0000-0000-01', 'OTA-0000-0000-02'])
      await placeAnswered(loket, { ...about, soort: 'vorming' }, { network: 'ota', form: 'aanmelding', reference })
    await search.sweep()
    expect(loket.failures).toEqual([])
    expect(one && (await itemsOf('GEZIN#'))).toEqual([])
  })

  it('wat getoond wordt, staat eerst geschreven, als van een lijst; zonder voorstel niets', async () => {
    const [one, two] = [await placeAnswered(loket, request), await placeAnswered(loket, request)]
    const alone = await placeAnswered(loket, { ...request, client_aanduiding: 'K.L.M.' })
    await search.sweep()
    await pageOf(coordinator, alone)
    expect(await itemsOf('LIJST#')).toEqual([])
    await pageOf(coordinator, one)
    expect(await itemsOf('LIJST#')).toMatchObject([
      { list: 'gezin', references: [two], pk: 'PERSOON#aalst#coordinator-aalst' },
    ])
  })
})

describe('niemand anders', () => {
  it('een casemanager, en wie die vervangt, ziet er niets van: niet in de bladzijde, niet op papier', async () => {
    const own = await placeAnswered(loket, request, held)
    const others = [await placeAnswered(loket, request), await placeAnswered(loket, request, { state: 'afgesloten' })]
    await search.sweep()
    await say('ander-gezin', own, others[0] ?? '')
    const casemanager = await loket.as('Casemanager Aalst')
    await casemanager.post('/werkruimte/ik/afwezig', {
      ...{ van: '2026-11-23', tot: '2026-11-27', vervanger: 'casemanager-aalst-2' },
    })
    for (const visitor of [casemanager, await loket.as('Tweede casemanager Aalst')])
      for (const path of [pathOf(own), `${pathOf(own)}?toon=stappen`, `${pathOf(own)}/afdruk`]) {
        const response = await visitor.get(path)
        const html = await response.text()
        expect(response.status).toBe(200)
        for (const other of others) expect(html).not.toContain(other)
        expect(html).not.toMatch(/[Nn]iet hetzelfde|Mogelijk al gekend|ander-gezin/)
      }
    expect((await casemanager.post(`${pathOf(own)}/ander-gezin`, { referentie: others[1] ?? '' })).status).toBe(403)
    expect(await namesOf(coordinator, own)).toEqual([others[1]]) // A control.
  })

  it('het gaat niet mee in wat iemand over zichzelf krijgt', async () => {
    const [one, two] = [await placeAnswered(loket, request), await placeAnswered(loket, request)]
    await search.sweep()
    const copy = await (await coordinator.post(`/werkruimte/gegevens/dossier/${one}/export`)).text()
    expect(copy).toContain(one)
    expect(copy).not.toContain(two)
    expect(JSON.parse(copy).dossiers[0]).not.toHaveProperty('overige')
  })

  it('een ander netwerk niet, ook niet met dezelfde woorden', async () => {
    const here = await placeAnswered(loket, request)
    const there = await placeAnswered(loket, request, { network: 'limburg' })
    await search.sweep()
    expect(loket.failures).toEqual([])
    expect(await namesOf(coordinator, here)).toEqual([])
    expect(await namesOf(await loket.as('Coördinator Limburg'), there)).toEqual([])
    expect(await itemsOf('GEZIN#')).toEqual([])
  })

  it('in wat bewaard wordt, staat geen woord van wat getypt is', async () => {
    await placeAnswered(loket, request)
    await placeAnswered(loket, request)
    await search.sweep()
    const kept = [...(await itemsOf('GEZIN#')), ...(await itemsOf('WOORDEN'))]
    expect(kept).toHaveLength(4)
    const text = JSON.stringify(kept, (_, value) => (value instanceof Set ? [...value] : value))
    expect(text).not.toMatch(/20270431|ocmw"|478123456|janssens/i)
  })
})

describe('“Zelfde gezin” en “Niet hetzelfde”', () => {
  let one: string
  let two: string
  beforeEach(async () => {
    one = await placeAnswered(loket, request)
    two = await placeAnswered(loket, request)
    await search.sweep()
  })

  it('één druk verbindt ze, zoals met de hand; daarna is er niets meer voor te stellen', async () => {
    const html = await pageOf(coordinator, one)
    expect(html).toMatch(new RegExp(`action="${pathOf(one)}/verwant"><input[^>]*value="${two}"`))
    expect((await say('verwant', one, two)).status).toBe(303)
    expect((await dossierOf(loket, two)).related).toEqual([one])
    await search.sweep()
    expect([await namesOf(coordinator, one), await namesOf(coordinator, two)]).toEqual([[], []])
    expect(await itemsOf('GEZIN#')).toEqual([])
  })

  it('niet hetzelfde: voor iedereen, aan beide kanten, en een lijn op beide tijdlijnen', async () => {
    const response = await say('ander-gezin', one, two)
    expect([response.status, response.headers.get('location')]).toEqual([303, `${pathOf(one)}?klaar=ander-gezin`])
    const other = await loket.as('Coördinator Aalst')
    for (const reference of [one, two]) {
      expect(await namesOf(other, reference)).toEqual([])
      expect(wordsIn(await pageOf(other, reference))).toMatch(/Stap : Niet hetzelfde gezin als LCO-/)
    }
  })

  it('twee keer, ook tegelijk: één keer genoteerd', async () => {
    const both = await Promise.all([say('ander-gezin', one, two), say('ander-gezin', two, one)])
    expect([...both.map(({ status }) => status), (await say('ander-gezin', one, two)).status]).toEqual([303, 303, 303])
    expect((await itemsOf('AUDIT#')).filter(({ what }) => what === 'ander gezin')).toHaveLength(2)
  })

  it('het komt niet terug als een van beide verandert, en met de hand verbinden kan nog', async () => {
    await say('ander-gezin', one, two)
    await answer(two, { ...request, telefoon: '+32479000000' })
    await search.sweep()
    expect(await itemsOf('GEZIN#')).toMatchObject([{ dismissed: true }, { dismissed: true }])
    expect(await namesOf(coordinator, one)).toEqual([])
    const hidden = await hiddenOn(coordinator, `${pathOf(one)}/verwant`)
    expect((await coordinator.post(`${pathOf(one)}/verwant`, { ...hidden, referentie: two })).status).toBe(303)
    expect((await dossierOf(loket, one)).related).toEqual([two])
    expect(await itemsOf('GEZIN#')).toEqual([])
  })

  it.each(['', 'LCO-0000-0000-00', '../..', 'VRG-7K3M-9QX2-4T'])(
    '%j is geen voorstel: niet gevonden',
    async (referentie) => {
      expect((await coordinator.post(`${pathOf(one)}/ander-gezin`, { referentie })).status).toBe(404)
      expect((await coordinator.get(`${pathOf(one)}/ander-gezin`)).status).toBe(404)
      expect(loket.failures).toEqual([])
    },
  )
})

describe('wat verandert of weggaat', () => {
  it('een gewist dossier: vanaf die seconde niet meer, en een minuut later staat er niets meer van', async () => {
    const [one, two] = [await placeAnswered(loket, request), await placeAnswered(loket, request)]
    await search.sweep()
    expect(await namesOf(coordinator, one)).toEqual([two])
    expect(await erase(two)).toBe('erased')
    expect(await pageOf(coordinator, one)).not.toContain(two)
    await search.sweep()
    expect(await itemsOf('GEZIN#')).toEqual([])
  })

  it('ook wat gewist wordt terwijl er gekeken wordt', async () => {
    const one = await placeAnswered(loket, request)
    await search.sweep()
    const two = await placeAnswered(loket, request)
    const meanwhile = searchBeside(loket, {
      family: {
        ...search.family,
        keep: async (...of) => {
          await erase(one)
          await search.family.keep(...of)
        },
      },
    })
    await meanwhile.sweep()
    expect(await itemsOf('GEZIN#')).toEqual([])
    expect(await namesOf(coordinator, two)).toEqual([])
  })

  it.each<[what: string, answers: Record<string, string>]>([
    ['een andere aanduiding', { ...initials, client_aanduiding: 'C.D.' }],
    ['een andere organisatie en een ander nummer', { ...elsewhere, client_aanduiding: 'A.B.' }],
  ])('%s: aan beide kanten weg', async (_, answers) => {
    const [one, two] = [await placeAnswered(loket, initials), await placeAnswered(loket, initials)]
    await search.sweep()
    expect(await itemsOf('GEZIN#')).toHaveLength(2)
    await answer(two, answers)
    await search.sweep()
    expect(await itemsOf('GEZIN#')).toEqual([])
    expect(await namesOf(coordinator, one)).toEqual([])
  })

  it('een verbeterd adres: wat alleen daarop leek, gaat; wat nu lijkt, komt', async () => {
    const common = { ...elsewhere, email: initials.email }
    const [one, two] = [await placeAnswered(loket, initials), await placeAnswered(loket, common)]
    const third = await placeAnswered(loket, {
      ...elsewhere,
      organisatie: 'CAW Gent',
      telefoon: '+32479222222',
      email: 'an@caw.example',
    })
    await search.sweep()
    expect(await namesOf(coordinator, two)).toEqual([one])
    const hidden = await hiddenOn(coordinator, `${pathOf(two)}/adres`)
    expect((await coordinator.post(`${pathOf(two)}/adres`, { ...hidden, email: 'an@caw.example' })).status).toBe(303)
    await search.sweep()
    expect([await namesOf(coordinator, one), await namesOf(coordinator, two)]).toEqual([[], [third]])
  })

  it('eindigt met de woorden van wie eerst eindigt, en niet meer als dat heropend wordt', async () => {
    const [one, two] = [await placeAnswered(loket, request), await placeAnswered(loket, request)]
    await search.sweep()
    await place(loket, two, { state: 'afgesloten', ttl: 4_000_000_000 })
    await search.sweep()
    expect(await itemsOf('GEZIN#')).toMatchObject([{ ttl: 4_000_000_000 }, { ttl: 4_000_000_000 }])
    await place(loket, one, { state: 'afgesloten', ttl: 3_000_000_000 })
    await search.sweep()
    expect(await itemsOf('GEZIN#')).toMatchObject([{ ttl: 3_000_000_000 }, { ttl: 3_000_000_000 }])
    for (const reference of [one, two]) await place(loket, reference, { state: 'ingediend' })
    await search.sweep()
    for (const item of await itemsOf('GEZIN#')) expect(item).not.toHaveProperty('ttl')
    expect(await namesOf(coordinator, one)).toEqual([two])
  })

  it('een aanvraag die als een ander dossier verdergaat, lijkt daar niet op', async () => {
    const one = await placeAnswered(loket, request)
    const movedTo = { network: 'aalst', form: 'lco-aanvraag', reference: one, name: 'LCO aanvraag' }
    await placeAnswered(loket, request, { state: 'afgesloten', movedTo })
    await search.sweep()
    expect(await itemsOf('GEZIN#')).toEqual([])
  })

  it('wat er al was voor er voorstellen waren, komt er met find-again bij', async () => {
    const { findAgain } = await import('../../functions/shared/store/find-again.ts')
    const [one, two] = [await placeAnswered(loket, request), await placeAnswered(loket, request)]
    await search.sweep()
    const { client, UpdateCommand, DeleteCommand } = await loket.connection.dynamo()
    const TableName = loket.connection.tables.loket
    for (const { pk, sk } of await itemsOf('GEZIN#'))
      await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }))
    for (const { pk, sk } of await itemsOf('WOORDEN'))
      await client.send(
        new UpdateCommand({
          TableName,
          Key: { pk, sk },
          UpdateExpression: 'REMOVE #family',
          ExpressionAttributeNames: { '#family': 'family' },
        }),
      )
    expect(await findAgain(loket.connection, loket.clock.now)).toBe(2)
    await search.sweep()
    expect(await namesOf(coordinator, one)).toEqual([two])
    expect(await findAgain(loket.connection, loket.clock.now)).toBe(0)
  })
})

describe('twee tegelijk', () => {
  it.each([
    ['vinden elkaar', true],
    ['vinden elkaar niet als ze kijken voor ze te vinden zijn, de controle', false],
  ])('twee die tegelijk binnenkomen, %s', async (_, posts) => {
    const made = [await placeAnswered(loket, request), await placeAnswered(loket, request)]
    let [held, go] = [0, () => {}]
    const both = new Promise<void>((resolve) => {
      go = resolve
    })
    const { claim, putPostings } = search.searchWords
    const searchWords: typeof search.searchWords = {
      ...search.searchWords,
      // Neither goes on before both hold their own dossier.
      claim: async (...of) => {
        const claimed = await claim(...of)
        held += 1
        if (held === 2) go()
        await both
        return claimed
      },
      putPostings: async (...of) => (posts ? putPostings(...of) : undefined),
    }
    const keys = await search.changed()
    await Promise.all(keys.map((key) => searchBeside(loket, { searchWords }).keepWords([key])))
    expect(await namesOf(coordinator, made[0] ?? '')).toEqual(posts ? [made[1]] : [])
  })

  it('twee die hetzelfde dossier doen: één paar', async () => {
    const [one, two] = [await placeAnswered(loket, request), await placeAnswered(loket, request)]
    const keys = await search.changed()
    await Promise.all([search.keepWords(keys), search.keepWords(keys)])
    loket.clock.later(61)
    await search.sweep()
    expect(await itemsOf('GEZIN#')).toHaveLength(2)
    expect(await search.changed()).toEqual([])
    expect(await namesOf(await loket.as('Coördinator Aalst'), one)).toEqual([two])
  })

  it.each([
    ['schrijft niets', false, 0],
    ['schrijft een paar dat er geen is, zonder die voorwaarde: de controle', true, 2],
  ])('wie oordeelde voor de ander veranderde, %s', async (_, blind, expected) => {
    const one = await placeAnswered(loket, initials)
    await search.sweep()
    await placeAnswered(loket, initials)
    const { family } = search
    const late = searchBeside(loket, {
      family: {
        ...family,
        keep: async (judged, ...about) => {
          await answer(one, { ...initials, client_aanduiding: 'C.D.' })
          await search.keepWords((await search.changed()).filter(({ pk }) => pk.endsWith(one)))
          await family.keep(blind ? { ...judged, read: undefined } : judged, ...about)
        },
      },
    })
    await late.sweep()
    expect(await itemsOf('GEZIN#')).toHaveLength(expected)
  })
})

describe('wat het kost', () => {
  /** The requests that read something of dossiers, from here on. */
  async function counted() {
    const asked: string[] = []
    const { client } = await loket.connection.dynamo()
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        (args) => {
          if (
            /^(Get|BatchGet|Query|Scan)/.test(commandName) &&
            /(DOSSIER|OUTBOX|TAFEL|ZOEK)#/.test(JSON.stringify(args.input))
          )
            asked.push(commandName)
          return next(args)
        },
      { step: 'initialize' },
    )
    return asked
  }

  it('de bladzijde: drie vragen aan de tabel, en samen één meer voor alles wat gelijkt of verbonden is', async () => {
    const alone = await placeAnswered(loket, { ...request, client_aanduiding: 'K.L.M.' }, held)
    const one = await placeAnswered(loket, request, held)
    const others = [1, 2, 3, 4].map(() => placeAnswered(loket, request))
    const [related = ''] = await Promise.all(others)
    await search.sweep()
    await say('verwant', one, related)
    const casemanager = await loket.as('Casemanager Aalst')
    const asked = await counted()
    const costOf = async (visitor: Visitor, reference: string) => {
      await pageOf(visitor, reference) // The first opening is written down.
      asked.length = 0
      await pageOf(visitor, reference)
      return asked.length
    }
    expect(await namesOf(coordinator, one)).toHaveLength(3)
    expect({
      'coördinator, niets voor te stellen': await costOf(coordinator, alone),
      'casemanager, niets verbonden': await costOf(casemanager, alone),
      'coördinator, drie voorstellen en één verbonden': await costOf(coordinator, one),
      'casemanager, één verbonden': await costOf(casemanager, one),
    }).toEqual({
      'coördinator, niets voor te stellen': 3,
      'casemanager, niets verbonden': 3,
      'coördinator, drie voorstellen en één verbonden': 4,
      'casemanager, één verbonden': 4,
    })
  })

  it('initialen die meer dan 150 dossiers hebben: hoogstens vijf keer gezocht, en wie ook het nummer heeft, gevonden', async () => {
    const { hideWith } = await import('../../functions/workspace/search/hide.ts')
    const hide = hideWith('key of a test', 'aalst')
    for (let n = 0; n < 151; n += 1)
      await search.searchWords.putPostings(`LCO-0000-0000-${n}`, [hide('aanduiding', 'ab')], undefined)
    const one = await placeAnswered(loket, { ...elsewhere, telefoon: initials.telefoon })
    await search.sweep()
    const two = await placeAnswered(loket, initials)
    const asked = await counted()
    await search.sweep()
    // Of one dossier: what it is, what was alike, the words, and who they lead to.
    expect(asked.length).toBeLessThanOrEqual(1 + 1 + 5 + 1)
    expect(await namesOf(coordinator, two)).toEqual([one])
  })

  it('meer dan tien met dezelfde aanduiding: de laatste tien', async () => {
    for (let n = 0; n < 12; n += 1) {
      loket.clock.later(1)
      await placeAnswered(loket, request)
    }
    await search.sweep()
    loket.clock.later(1)
    const one = await placeAnswered(loket, request)
    await search.sweep()
    expect(await namesOf(coordinator, one)).toHaveLength(10)
  })
})
