/** What was noted around a dossier can be corrected; what stood there stays to be read (forms/kit/lifecycle/corrections.ts). */
import { beforeEach, describe, expect, it } from 'vitest'
import { type Filed, fileHeld } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { fieldsIn, locationOf, mainOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
let casemanager: Visitor
let filed: Filed
beforeEach(async () => {
  work = await startTestWorkspace()
  coordinator = await work.as('Coördinator Aalst')
  casemanager = await work.as('Casemanager Aalst')
  filed = await fileHeld(work)
})

const onceOn = async (form: string, visitor = casemanager) => {
  const { html } = await readPage(visitor, filed.path)
  const [part = ''] = new RegExp(`action="[^"]+/${form}".*?</form>`, 's').exec(html) ?? []
  return fieldsIn(part).eenmalig ?? []
}
const write = async (notitie: string, visitor = casemanager) =>
  visitor.post(`${filed.path}/notitie`, { notitie, eenmalig: await onceOn('notitie', visitor) })
const call = async (contact: string, visitor = casemanager) =>
  visitor.post(`${filed.path}/contact`, { contact, eenmalig: await onceOn('contact', visitor) })
const contactPart = async (visitor = coordinator) => {
  const { html } = await readPage(visitor, filed.path)
  return html.slice(html.indexOf('id="tijdlijn"'), html.indexOf('id="weten"'))
}
const linkOn = async (pattern: RegExp, visitor = casemanager) => pattern.exec(await contactPart(visitor))?.[1]
const correctLink = (visitor = casemanager) => linkOn(/href="([^"]+\/verbeter)"/, visitor)
const callLink = (visitor = casemanager) => linkOn(/action="([^"]+\/terug)"/, visitor)
const pageOf = async (visitor: Visitor, path: string) => fieldsIn(mainOf(await (await visitor.get(path)).text()))

describe('een notitie', () => {
  it('wordt verbeterd; wat er stond, staat eronder, met wie en wanneer, en overal verzegeld', async () => {
    await write('Belt de moeder op maandag.')
    const path = (await correctLink()) ?? ''
    const page = await pageOf(casemanager, path)
    expect(page.notitie).toEqual(['Belt de moeder op maandag.'])
    work.clock.later(3600)
    casemanager = await work.as('Casemanager Aalst')
    coordinator = await work.as('Coördinator Aalst')
    const done = await casemanager.post(path, { ...page, notitie: 'Belt de vader op dinsdag.' })
    expect([done.status, locationOf(done)]).toEqual([303, `${filed.path}?klaar=verbeterd`])
    const words = wordsIn(await contactPart())
    expect(words).toMatch(
      /Belt de vader op dinsdag\..*Verbeterd\. Wat er eerst stond \(1\).*Belt de moeder op maandag\..*Vervangen door Casemanager Aalst, maandag 23 november 2026/,
    )
    expect(wordsIn(await (await coordinator.get(filed.path)).text())).toContain('Een notitie verbeterd')
    const stored = JSON.stringify(await work.items('loket'))
    expect(stored).not.toMatch(/moeder|vader/)
    // Whoever asks what we keep gets both, when somebody chose so.
    const choose = `/werkruimte/gegevens/dossier/${filed.reference}/export`
    const [, mee = ''] = /name="mee" value="(n\.[^"]+)"/.exec(await (await coordinator.get(choose)).text()) ?? []
    const copy = await coordinator.post(choose, { mee })
    expect(await copy.text()).toMatch(/Belt de vader.*Belt de moeder/s)
  })

  it('leeg of met een rijksregisternummer: het veld komt terug met wat getypt is', async () => {
    await write('Belt op maandag.')
    const path = (await correctLink()) ?? ''
    const page = await pageOf(casemanager, path)
    for (const notitie of ['', 'Haar nummer is 85.07.30-033.28']) {
      const response = await casemanager.post(path, { ...page, notitie })
      const html = await response.text()
      expect([response.status, errorsIn(html).length]).toEqual([422, 1])
      expect(fieldsIn(mainOf(html)).notitie).toEqual([notitie])
    }
  })

  it('twee tegelijk: de tweede krijgt terug wat getypt is, en verliest niets', async () => {
    await write('Belt op maandag.')
    const path = (await correctLink()) ?? ''
    const page = await pageOf(casemanager, path)
    const texts = ['Belt op woensdag.', 'Belt op vrijdag.']
    const answers = await Promise.all(
      [casemanager, coordinator].map((who, at) => who.post(path, { ...page, notitie: texts[at] ?? '' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const lost = answers.findIndex(({ status }) => status === 409)
    const html = await (answers[lost] as Response).text()
    expect(wordsIn(html)).toContain('Iemand verbeterde deze notitie net.')
    const again = fieldsIn(mainOf(html))
    expect(again.notitie).toEqual([texts[lost]])
    expect((await [casemanager, coordinator][lost]?.post(path, again))?.status).toBe(303)
    expect(wordsIn(await contactPart())).toContain('Wat er eerst stond (2)')
  })

  it('een tweede druk is dezelfde verbetering; na vijf schrijft u een nieuwe', async () => {
    await write('Versie 0.')
    const path = (await correctLink()) ?? ''
    for (let version = 1; version <= 5; version += 1) {
      const page = await pageOf(casemanager, path)
      for (const _ of ['een druk', 'nog een']) {
        expect((await casemanager.post(path, { ...page, notitie: `Versie ${version}.` })).status).toBe(303)
        if (version === 5) break
      }
    }
    expect(wordsIn(await contactPart())).toContain('Wat er eerst stond (5)')
    const response = await casemanager.post(path, { notitie: 'Versie zes, met veel woorden.', versie: '5' })
    const words = wordsIn(await response.text())
    expect([response.status, words]).toEqual([
      409,
      expect.stringContaining('al 5 keer verbeterd. Schrijf een nieuwe notitie.'),
    ])
    expect(words).toContain('Versie zes, met veel woorden.')
  })

  it('is van wie ze schreef, of van de coördinator', async () => {
    await write('Van de coördinator.', coordinator)
    expect([await correctLink(casemanager), (await correctLink(coordinator)) !== undefined]).toEqual([undefined, true])
    const path = (await correctLink(coordinator)) ?? ''
    expect((await casemanager.post(path, { notitie: 'Niet van mij.', versie: '0' })).status).toBe(404)
  })
})

describe('een telefoontje', () => {
  it('dat er geen was, wordt doorgestreept: wie het noteerde en wie het terugnam staan er allebei', async () => {
    await call('gebeld')
    expect(await contactPart(casemanager)).toContain('Toch niet gebeld')
    const path = (await callLink()) ?? ''
    for (const _ of ['een druk', 'nog een']) {
      const done = await casemanager.post(path)
      expect([done.status, locationOf(done)]).toEqual([303, `${filed.path}?klaar=toch_niet`])
    }
    const html = await contactPart()
    expect(html).toContain('<s>Gebeld</s>')
    expect(wordsIn(html)).toMatch(/Gebeld Casemanager Aalst, .*Klopte niet: Casemanager Aalst, /)
    expect(await callLink(coordinator)).toBeUndefined()
    const lines = (await work.items('loket')).filter(({ what }) => what === 'contact teruggenomen')
    expect(lines).toHaveLength(1)
  })

  it('is er niet meer, of is van een notitie: een duidelijk antwoord', async () => {
    await write('Een notitie.')
    const id = /notitie\/([^/]+)\/verbeter/.exec((await correctLink()) ?? '')?.[1]
    for (const line of [id, 'onbestaand'])
      expect((await casemanager.post(`${filed.path}/contact/${line}/terug`)).status).toBe(404)
  })
})
