/** Days on which a network is closed: typed by a coordinator, and counted in every promise from then on (docs/domain.md §3.9). */
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, mailsOf } from '../support/dossier.ts'
import { fillForm, ota, otaStart } from '../support/forms.ts'
import { begin, errorsIn, fillIn, referenceIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const path = '/werkruimte/beheer/sluitingsdagen'
/** A Monday, ten in the morning in Brussels. */
const monday = new Date('2026-11-23T09:00:00Z')

let work: TestWorkspace
let coordinator: Visitor
beforeEach(async () => {
  work = await startTestWorkspace({ now: monday, content: 'stored' })
  coordinator = await work.as('Coördinator Aalst')
})

const close = (fields: Fields, at = path, visitor = coordinator) => sendPage(visitor, at, fields)
const shown = async (at = path) => (await readPage(coordinator, at)).html
const words = async (at = path) => wordsIn(await shown(at)).replaceAll(' :', ':')
/** A minute: whatever a process kept of the content is read again. */
const later = async () => {
  work.clock.later(60)
  coordinator = await work.as('Coördinator Aalst')
}

async function fileLco(): Promise<{ reference: string; receipt: string }> {
  const visitor = work.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft)
  work.clock.later(60)
  const receipt = await (await visitor.get(locationOf(await visitor.post(`${draft}/controle`)))).text()
  return { reference: referenceIn(receipt) ?? '', receipt: wordsIn(receipt) }
}

describe('invullen', () => {
  it('één dag, meer dagen, veranderen en weer weg; elk met wie en wanneer', async () => {
    expect(locationOf(await close({ van: '24/12/2026', waarom: 'Brugdag' }))).toBe(`${path}?klaar=bewaard`)
    await close({ van: '28 december 2026', tot: '2027-01-03', waarom: 'Kerstvakantie' })
    expect(await words()).toMatch(/Donderdag 24 december 2026: Brugdag\. Er valt 1 werkdag weg\./)
    expect(await words()).toMatch(
      /Maandag 28 december 2026 tot en met zondag 3 januari 2027: Kerstvakantie\. Er vallen 4/,
    )
    await close({ van: '23/12/2026', tot: '24/12/2026', waarom: 'Brug' }, `${path}/2026-12-24`)
    expect(await words()).toMatch(/Woensdag 23 december 2026 tot en met donderdag 24 december 2026: Brug\./)
    expect(await words()).toMatch(/Wat veranderde er\?.*Coördinator Aalst wijzigde/)
    const gone = await close({}, `${path}/2026-12-28/weg`)
    expect(locationOf(gone)).toBe(`${path}?klaar=weg`)
    expect(await words()).not.toMatch(/3 januari 2027: Kerst/)
  })

  it('zegt wat het betekent, en toont de feestdagen van het komende jaar', async () => {
    expect(await words()).toMatch(/Dat schuift elke belofte op.*Wat al beloofd is, houdt zijn datum/)
    expect(await words()).toMatch(/Vrijdag 25 december 2026 Vrijdag 1 januari 2027.*Donderdag 11 november 2027/)
  })

  it('wat voorbij is, staat er dit jaar nog, en is niet meer te veranderen', async () => {
    await close({ van: '23/11/2026', tot: '24/11/2026', waarom: 'Verhuizing' })
    work.clock.now = new Date('2026-11-24T09:00:00Z')
    await later()
    // It goes on: made shorter, and not taken away.
    expect(locationOf(await coordinator.get(`${path}/2026-11-23/weg`))).toBe(`${path}/2026-11-23`)
    expect(locationOf(await coordinator.post(`${path}/2026-11-23/weg`))).toBe(`${path}/2026-11-23`)
    expect(
      (await close({ van: '23/11/2026', tot: '24/11/2026', waarom: 'Nog dicht' }, `${path}/2026-11-23`)).status,
    ).toBe(303)
    work.clock.now = new Date('2026-11-25T09:00:00Z')
    await later()
    expect(await words()).toMatch(
      /Dit jaar al voorbij.*23 november 2026 tot en met dinsdag 24 november 2026: Nog dicht/,
    )
    expect((await coordinator.get(`${path}/2026-11-23`)).status).toBe(404)
    expect((await coordinator.post(`${path}/2026-11-23`, { van: '26/11/2026', waarom: 'x' })).status).toBe(404)
  })

  it.each([
    ['zonder dag', { waarom: 'Brugdag' }, 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'],
    ['zonder reden', { van: '24/12/2026' }, 'Vul in waarom u dan gesloten bent'],
    [
      'een dag die niet bestaat',
      { van: '29/2/2027', waarom: 'x' },
      'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027',
    ],
    ['gisteren', { van: '22/11/2026', waarom: 'x' }, 'Die dag is al voorbij. Vul vandaag of een latere dag in'],
    [
      'het einde eerst',
      { van: '24/12/2026', tot: '23/12/2026', waarom: 'x' },
      'De laatste dag komt na de eerste. Kijk beide datums na',
    ],
    [
      '61 dagen',
      { van: '1/12/2026', tot: '30/1/2027', waarom: 'x' },
      'Sluit hoogstens 60 dagen na elkaar. Langer dicht? Zet dan een formulier op pauze',
    ],
    ['over tien jaar', { van: '24/12/2036', waarom: 'x' }, 'Kies een datum binnen 2 jaar'],
    [
      'te lang',
      { van: '24/12/2026', waarom: 'x'.repeat(81) },
      '1 teken te veel. U kunt hier hoogstens 80 tekens schrijven.',
    ],
  ])('%s: zegt wat er te doen is, en houdt wat er staat', async (_, fields, message) => {
    const refused = await close(fields)
    const html = await refused.text()
    expect([refused.status, errorsIn(html)]).toEqual([422, expect.arrayContaining([message])])
    for (const [name, text] of Object.entries(fields)) expect(fieldsIn(html)[name]).toEqual([text])
    expect(await words()).toContain('Er staan geen sluitingsdagen klaar')
  })

  it('60 dagen mag, en wat erop valt niet meer', async () => {
    expect((await close({ van: '1/12/2026', tot: '29/1/2027', waarom: 'Verbouwing' })).status).toBe(303)
    for (const [van, tot] of [
      ['29/1/2027', ''],
      ['30/11/2026', '1/12/2026'],
      ['10/12/2026', '11/12/2026'],
    ] as const) {
      const refused = await close({ van, tot, waarom: 'Nog eens' })
      expect([refused.status, errorsIn(await refused.text())[0]]).toEqual([
        422,
        expect.stringContaining('‘Verbouwing’'),
      ])
    }
    expect((await close({ van: '30/1/2027', waarom: 'Ernaast' })).status).toBe(303)
    // With itself it has days in common, and that is no overlap.
    expect((await close({ van: '2/12/2026', tot: '29/1/2027', waarom: 'Later' }, `${path}/2026-12-01`)).status).toBe(
      303,
    )
  })

  it('twee tegelijk: de tweede ziet wat de eerste deed, en bewaart niets', async () => {
    await close({ van: '24/12/2026', waarom: 'Brugdag' })
    const form = fieldsIn(await shown(`${path}/2026-12-24`))
    await close({ van: '24/12/2026', waarom: 'Kerstavond' }, `${path}/2026-12-24`)
    const second = await coordinator.post(`${path}/2026-12-24`, { ...form, waarom: 'Rustdag' })
    const html = await second.text()
    expect(second.status).toBe(409)
    expect(wordsIn(html)).toMatch(/Iemand veranderde dit intussen.*Waarom: van Brugdag naar Kerstavond/)
    expect(fieldsIn(html).waarom).toEqual(['Rustdag'])
    expect(await words()).toContain('Kerstavond. Er valt')
    // Seen, it is saved.
    expect((await coordinator.post(`${path}/2026-12-24`, fieldsIn(html))).status).toBe(303)
  })

  it('twee nieuwe op dezelfde dag: de tweede ziet de eerste', async () => {
    const form = fieldsIn(await shown())
    await close({ van: '24/12/2026', waarom: 'Brugdag' })
    const second = await coordinator.post(path, { ...form, van: '24/12/2026', waarom: 'Rustdag' })
    expect([second.status, wordsIn(await second.text())]).toEqual([409, expect.stringContaining('Brugdag')])
  })
})

describe('elke belofte', () => {
  it('de aanvraag krijgt de latere dag, op het bewijs en in de mail; wat al beloofd was niet', async () => {
    const before = await fileLco()
    expect(before.receipt).toContain('ten laatste op maandag 30 november 2026')
    await close({ van: '25/11/2026', tot: '26/11/2026', waarom: 'Brug' })
    await later()
    const after = await fileLco()
    expect(after.receipt).toContain('ten laatste op woensdag 2 december 2026')
    const promised = async ({ reference }: { reference: string }) => (await dossierOf(work, reference)).answerBefore
    expect([await promised(before), await promised(after)]).toEqual(['2026-11-30', '2026-12-02'])
    const mails = await mailsOf(work, after.reference)
    const said = mails.flatMap(({ notification: of }) => (of.kind === 'ontvangen' ? [of.answerBefore] : []))
    expect(said).toEqual(['2026-12-02'])
    // Nobody opens it: the deputy hears two working days later, and both are closed.
    const unopened = mails.find(({ notification: of }) => of.kind === 'ongeopend')
    expect(unopened?.plannedAt).toBe('2026-11-27T08:00:00.000Z')
  })

  it('wie zegt dat het dringend is, wordt de eerste open dag gebeld', async () => {
    coordinator = await work.as('Coördinator OTA')
    await close({ van: '23/11/2026', tot: '24/11/2026', waarom: 'Brug' })
    work.clock.later(60)
    const visitor = work.visitor()
    const check = await fillForm(visitor, otaStart, ota.traject)
    work.clock.later(60)
    const receipt = wordsIn(await (await visitor.get(locationOf(await visitor.post(check)))).text())
    expect(receipt).toContain('woensdag 25 november 2026')
  })

  it('een dag op een formulier van een collega: gevraagd of die dag gemeend is', async () => {
    await close({ van: '24/12/2026', waarom: 'Brugdag' })
    await later()
    const { reference } = await fileLco()
    coordinator = await work.as('Coördinator Aalst')
    const at = `/werkruimte/dossier/${reference}/taak`
    const task = { taak: 'Bellen', tegen: '24/12/2026', wie: 'coordinator-aalst' }
    const asked = await sendPage(coordinator, at, task)
    expect(errorsIn(await asked.clone().text())).toEqual([
      'Die dag is uw netwerk gesloten (Brugdag). Toch deze dag? Druk dan nog eens op de knop.',
    ])
    expect((await coordinator.post(at, { ...fieldsIn(await asked.text()) })).status).toBe(303)
  })

  it('de pagina Bel mij zegt de latere dag', async () => {
    const visitor = work.visitor()
    const day = async () =>
      /ten laatste op (\w+ \d+ \w+ \d+)|(\w+ 2\d \w+ 2026)/.exec(
        wordsIn(await (await visitor.get('/aalst/bel-mij')).text()),
      )?.[0]
    const open = await day()
    await close({ van: '24/11/2026', tot: '25/11/2026', waarom: 'Brug' })
    work.clock.later(60)
    expect([open, await day()]).toEqual([
      expect.stringContaining('25 november'),
      expect.stringContaining('27 november'),
    ])
  })
})
