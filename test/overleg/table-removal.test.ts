/** Who leaves the table leaves at once, and who joins late is written to when the client agreed (docs/overleg.md §2). */
import { beforeAll, describe, expect, it } from 'vitest'
import { isAgreed, seated } from '../../forms/kit/overleg/overleg.ts'
import { participantId } from '../../forms/kit/overleg/rounds.ts'
import { openDump } from '../released/open-dump.ts'
import { type Filed, fileHeld } from '../support/dossier.ts'
import { overlegOf } from '../support/overleg.ts'
import { mailsAbout } from '../support/overleg-mails.ts'
import { cells, rowNamed, sendTable, tableOn } from '../support/table.ts'
import { locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let casemanager: Visitor
beforeAll(async () => {
  work = await startTestWorkspace()
  casemanager = await work.as('Casemanager Aalst')
})

const tafel = ({ path }: Pick<Filed, 'path'>) => `${path}/overleg/tafel`
const page = async (filed: Pick<Filed, 'path'>) => tableOn(await (await casemanager.get(tafel(filed))).text())
async function wordsAfter(response: Response): Promise<string> {
  expect(response.status).toBe(303)
  const html = await (await casemanager.get(locationOf(response))).text()
  return wordsIn(html.slice(html.indexOf('role="status"'), html.indexOf('class="eyebrow"')))
}

const changes = {
  besproken_op: '23/11/2026',
  vrij_spreken: 'nee',
  ...cells(3, { telefoon: '053/12.34.56' }),
  ...cells(5, { bereik: 'mail', email: 'onthaal@wgc.example' }),
}
/** A table that the client agreed to; and further along the road. */
async function at(state: 'voorbereiden' | 'gepolst' | 'vastgelegd'): Promise<Filed> {
  const filed = await fileHeld(work)
  expect((await sendTable(casemanager, filed.path, changes)).status).toBe(303)
  if (state === 'voorbereiden') return filed
  const overleg = overlegOf(work, filed.reference)
  await overleg.asked()
  if (state === 'vastgelegd') await overleg.fix()
  return filed
}

/** Rounds of mail about it that wait or left, with whom they are for; since then, ISO UTC. */
const roundsOf = async ({ reference }: Filed, since?: string) =>
  (await mailsAbout(work, reference))
    .filter(({ to }) => to.length > 0)
    .filter(({ plannedAt, dueAt }) => since === undefined || plannedAt === since || (dueAt ?? '') > since)
const idOf = ({ reference }: Filed, called: string): Promise<string> => overlegOf(work, reference).idOf(called)
/** At a moment of its own. */
const takeOff = async (filed: Filed, name: string) => {
  work.clock.later(1)
  return sendTable(casemanager, filed.path, {
    ...cells(rowNamed(await page(filed), name), { weg: 'ja' }),
    actie: 'bewaar',
  })
}

describe('van tafel', () => {
  it('wie een mail kreeg: de link opent niets meer, één mail zegt het, de herinnering is voor de anderen', async () => {
    const filed = await at('gepolst')
    const id = await idOf(filed, 'Wijkgezondheidscentrum Voorbeeld')
    const before = (await overlegOf(work, filed.reference).now()).overleg.participants[id]
    expect((await roundsOf(filed)).find(({ mail }) => mail === 'overleg-herinnering')?.to).toContain(id)

    const response = await takeOff(filed, 'Wijkgezondheidscentrum Voorbeeld')
    expect(locationOf(response)).toBe(`${tafel(filed)}?klaar=bewaard.weg-${id}`)
    const { overleg } = await overlegOf(work, filed.reference).now()
    const { leftAt, linkVersion } = overleg.participants[id] ?? {}
    expect([leftAt, linkVersion]).toEqual([work.clock.now.toISOString(), (before?.linkVersion ?? 0) + 1])
    expect([seated(overleg).some((one) => one.id === id), isAgreed(overleg)]).toEqual([false, true])
    const rounds = await roundsOf(filed, work.clock.now.toISOString())
    expect(rounds.filter(({ to }) => to.includes(id)).map(({ mail, to }) => [mail, to])).toEqual([
      ['overleg-niet-komen', [id]],
    ])
    expect(rounds.filter(({ mail }) => mail === 'overleg-herinnering')).toHaveLength(1)

    const words = await wordsAfter(response)
    for (const text of [
      'De tafel is bewaard.',
      'Wijkgezondheidscentrum Voorbeeld zit niet meer aan tafel. De link werkt niet meer.',
      'Eén geplande mail is teruggenomen. Eén mail vertrok: ‘U hoeft niet te komen’. Er staat geen reden in.',
      'Niemand anders kreeg hierover bericht.',
    ])
      expect(words).toContain(text)
    expect(words).not.toContain('Op papier')
    expect(Object.values(await page(filed))).not.toContain('Wijkgezondheidscentrum Voorbeeld')
  })

  it('voor er iets gevraagd is, vertrekt er niets', async () => {
    const filed = await at('voorbereiden')
    const words = await wordsAfter(await takeOff(filed, 'Wijkgezondheidscentrum Voorbeeld'))
    expect(words).toContain('zit niet meer aan tafel. Er vertrok geen mail. Niemand anders kreeg hierover bericht.')
    expect(words).not.toMatch(/De link|‘U hoeft niet/)
    expect(await roundsOf(filed)).toEqual([])
  })

  it('wie u belt, krijgt geen mail: de bladzijde zegt welk nummer', async () => {
    const filed = await at('gepolst')
    const words = await wordsAfter(await takeOff(filed, 'OCMW Voorbeeld'))
    expect(words).toContain('OCMW Voorbeeld zit niet meer aan tafel.')
    expect(words).toContain('OCMW Voorbeeld krijgt geen mail. Bel 053 12 34 56 : u hoeft niet te komen.')
    expect((await roundsOf(filed)).some(({ mail }) => mail === 'overleg-niet-komen')).toBe(false)
  })

  it('op papier staat die er nog bij, als de brief bezorgd is', async () => {
    const filed = await at('vastgelegd')
    await overlegOf(work, filed.reference).deliver('client')
    const words = await wordsAfter(await takeOff(filed, 'Wijkgezondheidscentrum Voorbeeld'))
    expect(words).toContain('Op papier staat Wijkgezondheidscentrum Voorbeeld er nog bij.')
    expect(words).toContain(
      'De brief van de cliënt is bezorgd op maandag 23 november 2026. Een brief kan Loket niet terughalen.',
    )
  })

  it('een rij met een fout gaat er gewoon af, en wie weg is komt niet terug met zijn nummer', async () => {
    const filed = await at('gepolst')
    const row = rowNamed(await page(filed), 'OCMW Voorbeeld')
    const id = await idOf(filed, 'OCMW Voorbeeld')
    const wrong = cells(row, { weg: 'ja', telefoon: 'x', dienst: '', naam: '' })
    expect((await sendTable(casemanager, filed.path, { ...wrong, actie: 'bewaar' })).status).toBe(303)
    const { details } = await overlegOf(work, filed.reference).now()
    expect(details.names[id]?.dienst).toBe('OCMW Voorbeeld')
    const again = cells(20, { id, dienst: 'OCMW Voorbeeld', bereik: 'brief' })
    await sendTable(casemanager, filed.path, { ...again, actie: 'bewaar' })
    const { overleg } = await overlegOf(work, filed.reference).now()
    expect(overleg.participants[id]?.leftAt).toBeDefined()
    expect(seated(overleg).filter(({ agreedOn, wie }) => wie !== 'client' && !agreedOn)).toHaveLength(1)
  })

  it('twee halen samen iemand van tafel: er vertrekt één mail', async () => {
    const filed = await at('gepolst')
    const fields = await page(filed)
    const off = { ...fields, ...cells(rowNamed(fields, 'onthaal@wgc.example'), { weg: 'ja' }), actie: 'bewaar' }
    const both = await Promise.all([casemanager.post(tafel(filed), off), casemanager.post(tafel(filed), off)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await roundsOf(filed)).filter(({ mail }) => mail === 'overleg-niet-komen')).toHaveLength(1)
    // A control: somebody else, from what there is now, is a mail more.
    await takeOff(filed, 'noor@caw.example')
    expect((await roundsOf(filed)).filter(({ mail }) => mail === 'overleg-niet-komen')).toHaveLength(2)
  })

  it('een adres in de voorgeschiedenis van de browser zegt niets over wie er niet was', async () => {
    const filed = await at('gepolst')
    for (const klaar of ['bewaard.weg-zzzzzzzz', 'bewaard.weg-constructor', 'besproken.mail-', '<b>', 'toString'])
      expect((await casemanager.get(`${tafel(filed)}?klaar=${encodeURIComponent(klaar)}`)).status).toBe(200)
    expect(work.failures).toEqual([])
  })
})

describe('later aan tafel', () => {
  const clb = cells(20, {
    wie: 'dienst',
    dienst: 'CLB De Dender',
    bereik: 'mail',
    email: 'clb@clb.example',
    beroepsgeheim: 'ja',
  })

  it.each([
    ['gepolst', 'overleg-momenten', 'CLB De Dender krijgt een mail: de vraag wanneer het past.'],
    ['vastgelegd', 'overleg-uitnodiging', 'CLB De Dender krijgt een mail: de uitnodiging.'],
  ] as const)(
    '%s: pas als de cliënt akkoord gaat vertrekt er iets, en alleen naar wie erbij kwam',
    async (state, mail, text) => {
      const filed = await at(state)
      work.clock.later(1)
      await sendTable(casemanager, filed.path, { ...clb, actie: 'bewaar' })
      const now = () => work.clock.now.toISOString()
      const sentNow = async () =>
        (await roundsOf(filed, now())).filter(({ dueAt }) => dueAt === undefined || dueAt === now())
      expect(await sentNow()).toEqual([])
      work.clock.later(1)
      const response = await sendTable(casemanager, filed.path, { besproken_op: '23/11/2026' })
      const id = await idOf(filed, 'CLB De Dender')
      expect(locationOf(response)).toBe(`${tafel(filed)}?klaar=besproken.mail-${id}`)
      expect((await sentNow()).map((round) => [round.mail, round.to])).toEqual([[mail, [id]]])
      expect(await wordsAfter(response)).toContain(text)
    },
  )

  it('een ander adres: de oude link opent niets meer, en het nieuwe krijgt de vraag', async () => {
    const filed = await at('gepolst')
    const id = await idOf(filed, 'Wijkgezondheidscentrum Voorbeeld')
    work.clock.later(1)
    const row = cells(rowNamed(await page(filed), 'onthaal@wgc.example'), { email: 'nieuw@wgc.example' })
    const response = await sendTable(casemanager, filed.path, { ...row, actie: 'bewaar' })
    expect(locationOf(response)).toContain(`mail-${id}`)
    const { overleg, reach } = await overlegOf(work, filed.reference).now()
    expect([overleg.participants[id]?.linkVersion, reach.get(id)?.email]).toEqual([2, 'nieuw@wgc.example'])
    expect(isAgreed(overleg)).toBe(true)
  })

  it('een andere naam aan hetzelfde adres wordt niet herinnerd voor de cliënt akkoord ging', async () => {
    const filed = await at('gepolst')
    const id = await idOf(filed, 'Wijkgezondheidscentrum Voorbeeld')
    const reminded = async () => (await roundsOf(filed)).find(({ mail }) => mail === 'overleg-herinnering')?.to ?? []
    expect(await reminded()).toContain(id)
    const row = cells(rowNamed(await page(filed), 'onthaal@wgc.example'), { dienst: 'Huisarts' })
    await sendTable(casemanager, filed.path, { ...row, actie: 'bewaar' })
    expect(await reminded()).not.toContain(id)
    await sendTable(casemanager, filed.path, { besproken_op: '23/11/2026' })
    expect(await reminded()).toContain(id)
  })

  it.each(['gepolst', 'vastgelegd'] as const)(
    '%s: wie wacht op akkoord, wordt ook niet gebeld en krijgt geen brief',
    async (state) => {
      const filed = await at(state)
      const phoned = cells(30, { dienst: 'Nog Niet Besproken', bereik: 'telefoon', telefoon: '053/99.88.77' })
      const written = cells(31, { dienst: 'Nog Niet Geschreven', bereik: 'brief', beroepsgeheim: 'ja' })
      const added = { ...phoned, 'deelnemers[30].beroepsgeheim': 'ja', ...written }
      expect((await sendTable(casemanager, filed.path, { ...added, actie: 'bewaar' })).status).toBe(303)
      const letter = `${filed.path}/overleg/brief?voor=${await idOf(filed, 'Nog Niet Geschreven')}`
      const read = async () => {
        const overview = await (await casemanager.get(`${filed.path}/overleg`)).text()
        return [overview.includes('tel:+3253998877'), (await casemanager.get(letter)).status]
      }
      expect(await read()).toEqual([false, 404])
      await sendTable(casemanager, filed.path, { besproken_op: '23/11/2026' })
      expect(await read()).toEqual([true, 200])
    },
  )

  it('een plaats die van de cliënt was, is er geen van een dienst voor de cliënt akkoord ging', async () => {
    const filed = await at('gepolst')
    const second = cells(30, { wie: 'client', naam: 'Dienst Zonder Akkoord', bereik: 'telefoon' })
    await sendTable(casemanager, filed.path, { ...second, besproken_op: '23/11/2026' })
    const id = await idOf(filed, 'Dienst Zonder Akkoord')
    const row = cells(rowNamed(await page(filed), 'Dienst Zonder Akkoord'), {
      ...{ wie: 'dienst', bereik: 'mail', email: 'zonder@akkoord.example', beroepsgeheim: 'ja' },
    })
    await sendTable(casemanager, filed.path, { ...row, actie: 'bewaar' })
    const { overleg } = await overlegOf(work, filed.reference).now()
    expect([overleg.participants[id]?.wie, overleg.participants[id]?.agreedOn]).toEqual(['dienst', undefined])
    expect((await roundsOf(filed)).flatMap(({ to }) => to)).not.toContain(id)
  })

  it('wie zei niet mee te doen, krijgt geen uitnodiging als de tafel bewaard wordt', async () => {
    const filed = await at('gepolst')
    const id = await idOf(filed, 'Wijkgezondheidscentrum Voorbeeld')
    const overleg = overlegOf(work, filed.reference)
    await overleg.says(id, { declines: true })
    await overleg.fix()
    await sendTable(casemanager, filed.path, { actie: 'bewaar' })
    const invited = (await roundsOf(filed)).filter(({ mail }) => mail === 'overleg-uitnodiging').flatMap(({ to }) => to)
    expect(invited).not.toContain(id)
    expect(invited).toContain(await idOf(filed, 'CAW Voorbeeld'))
  })
})

it('wat gepland was voor er tafels waren, krijgt er een: de dag blijft, en niemand wordt gemaild', async () => {
  const old = await openDump('0.1.0')
  const filed = old.the('gepland')
  const visitor = await old.work.as('Casemanager Aalst')
  expect(wordsIn(await (await visitor.get(filed.path)).text())).toContain(
    'Gepland op dinsdag 8 december 2026. Nog geen tafel. Begin met wie aan tafel zit. Maak de tafel',
  )
  expect((await sendTable(visitor, filed.path, { actie: 'bewaar' })).status).toBe(303)
  const { overleg } = await overlegOf(old.work, filed.reference).now()
  expect(overleg).toMatchObject({ number: '01', state: 'vastgelegd', fixed: { wholeDay: true, number: 1 } })
  expect(participantId(overleg, 'x')).toBe(`${filed.reference}_01_x`)
  const mails = await mailsAbout(old.work, filed.reference)
  expect(mails.map(({ mailId }) => mailId)).toEqual(['gehouden-1'])
  expect(old.work.failures).toEqual([])
})
