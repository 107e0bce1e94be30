/** Adding something to a request that was sent (forms/kit/lifecycle/additions.ts). */
import { beforeEach, describe, expect, it } from 'vitest'
import { mostAdditions } from '../../forms/kit/lifecycle/additions.ts'
import { createAdditions } from '../../functions/shared/store/additions.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { openPostOffice } from '../mailer/post-office.ts'
import { loketOn } from '../support/app.ts'
import { dossierOf, type Filed, fileHeld, fileRequest, place } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { fieldsIn, locationOf, mainOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { atTheEdge } from './sdk-edge.ts'

const text = 'Kanarie: bel na zes uur.'
let work: TestWorkspace
let applicant: Visitor
let filed: Filed
let path: string
beforeEach(async () => {
  work = await startTestWorkspace()
  applicant = work.visitor()
  filed = await fileHeld(work)
  path = await statusOf(filed.reference)
})

async function statusOf(reference: string): Promise<string> {
  const { statusPath } = await import('../../functions/public/link-tokens.ts')
  return statusPath(work.publicDeps.secrets, reference, (await dossierOf(work, reference)).linkVersion)
}
const tokenOn = async (of = path) => fieldsIn(mainOf((await readPage(applicant, of)).html)).formulier ?? []
const add = async (toevoeging: string, of = path, by = applicant) =>
  by.post(`${of}/toevoegen`, { toevoeging, formulier: await tokenOn(of) })
const mails = async () =>
  (await work.items('loket'))
    .filter(({ notification: one }) => (one as { why?: string } | undefined)?.why === 'toegevoegd')
    .map((item) => item as Record<string, unknown>)

describe('wie iets toevoegt', () => {
  it('ziet dat en wanneer het er staat, nooit wat; wie het dossier mag openen, leest het', async () => {
    const done = await add(text)
    expect([done.status, locationOf(done)]).toEqual([303, `${path}`])
    const page = await readPage(applicant, path)
    expect(page.words).toContain('U voegde iets toe maandag 23 november 2026, 10.')
    expect(page.words).not.toContain('Kanarie')
    const staff = await work.as('Casemanager Aalst')
    const { words } = await readPage(staff, filed.path)
    expect(words).toContain('Nieuw van de aanvrager , maandag 23 november 2026')
    expect(words).toMatch(/Toegevoegd : {1,2}Kanarie: bel na zes uur\. {1,2}De aanvrager/)
    // Once in the list, though the trail has it too.
    expect(words).not.toContain('Iets toegevoegd')
    const audit = (await work.items('loket')).filter(({ what }) => what === 'toegevoegd')
    expect(audit).toMatchObject([{ who: 'aanvrager' }])
    for (const kept of [await work.items('loket'), work.log, work.addresses])
      expect(JSON.stringify(kept)).not.toContain('Kanarie')
  })

  it('het is nieuw tot iemand iets deed', async () => {
    await add(text)
    const staff = await work.as('Casemanager Aalst')
    const page = await readPage(staff, filed.path)
    expect(page.html).toContain('data-toegevoegd="1"')
    work.clock.later(60)
    const [part = ''] = /action="[^"]+\/contact".*?<\/form>/s.exec(page.html) ?? []
    await staff.post(`${filed.path}/contact`, { contact: 'gebeld', eenmalig: fieldsIn(part).eenmalig ?? [] })
    expect((await readPage(staff, filed.path)).html).not.toContain('data-toegevoegd')
  })

  it('is geen levensteken van ons: geen herinnering wacht erop, en niemands bladzijde veroudert', async () => {
    const before = await dossierOf(work, filed.reference)
    const signs = async () => (await work.items('loket')).filter(({ sk }) => sk === 'LEVENSTEKEN')
    const known = await signs()
    await add(text)
    expect(await dossierOf(work, filed.reference)).toEqual(before)
    expect(await signs()).toEqual(known)
  })

  it('het kan ook zonder de eigen browser: wie de link heeft, mag', async () => {
    expect((await add(text, path, work.visitor())).status).toBe(303)
  })
})

describe('de mail aan wie het dossier heeft', () => {
  it('tien keer in een uur: één mail, na dat uur, zonder een woord ervan', async () => {
    for (let index = 0; index < 10; index += 1) await add(`${text} ${index}`)
    expect(await mails()).toMatchObject([{ dueAt: '2026-11-23T10:00:00.000Z', status: 'wacht' }])
    const office = openPostOffice(work.connection, { clock: work.clock })
    const told = async () => (await office.received()).filter(({ email }) => /voegde/.test(email.subject ?? ''))
    await office.passTo('2026-11-23T09:59:59Z')
    expect(await told()).toEqual([])
    await office.passTo('2026-11-23T10:00:00Z')
    expect((await told()).map(({ destinations, email }) => [destinations, email.subject])).toEqual([
      [[expect.stringContaining('casemanager')], `De aanvrager voegde iets toe · ${filed.reference}`],
    ])
    expect(JSON.stringify(await told())).not.toContain('Kanarie')
    work.clock.later(60)
    await add(text)
    expect(await mails()).toHaveLength(2)
  })

  it('van wat niemand heeft: aan triage; wie het intussen kwijt is, hoort het niet', async () => {
    const fresh = await fileRequest(work)
    await add(text, await statusOf(fresh.reference))
    expect((await mails()).map(({ notification }) => (notification as { to: string }).to)).toEqual(['triage'])
  })
})

describe('wat niet kan', () => {
  it('leeg, te lang, een rijksregisternummer: 422, en wat er stond staat er nog', async () => {
    const long = 'a'.repeat(1001)
    for (const [typed, says] of [
      ['', 'Schrijf wat u nog wilt meegeven'],
      [long, '1 teken te veel'],
      ['Zijn nummer is 85.07.30-033 28', 'Vul geen rijksregisternummer in'],
    ] as const) {
      const answer = await add(typed)
      const html = await answer.text()
      expect([answer.status, errorsIn(html).join()]).toEqual([422, expect.stringContaining(says)])
      expect(fieldsIn(mainOf(html)).toevoeging).toEqual([typed])
    }
    expect(await createAdditions(work.connection).moments(filed.reference, work.clock.now)).toEqual([])
  })

  it('twee keer drukken is één lijn; terug en iets anders schrijven is een andere', async () => {
    const formulier = await tokenOn()
    const send = (toevoeging: string) => applicant.post(`${path}/toevoegen`, { toevoeging, formulier })
    const both = await Promise.all([send(text), send(text)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    await send(text)
    await send('Iets anders.')
    expect(await createAdditions(work.connection).moments(filed.reference, work.clock.now)).toHaveLength(2)
  })

  it('een formulier dat niet van ons is: nog een keer drukken, en de tekst blijft', async () => {
    const answer = await applicant.post(`${path}/toevoegen`, { toevoeging: text, formulier: 'verzonnen' })
    expect(answer.status).toBe(422)
    expect(fieldsIn(mainOf(await answer.text())).toevoeging).toEqual([text])
  })

  it('gesloten of gestopt: 409, en de tekst komt terug', async () => {
    const formulier = await tokenOn()
    await place(work, filed.reference, { ttl: 4_000_000_000, state: 'afgesloten' })
    const answer = await applicant.post(`${path}/toevoegen`, { toevoeging: text, formulier })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(wordsIn(html)).toContain('Hier kan niets meer bij.')
    expect(html).toContain(text)
    expect((await readPage(applicant, path)).words).toContain('kan hier niets meer bij. Wilt u nog iets zeggen?')
  })

  it('het dossier sluit tussen lezen en schrijven: ook 409', async () => {
    const formulier = await tokenOn()
    const { client, UpdateCommand } = await work.connection.dynamo()
    await client.send(
      new UpdateCommand({
        TableName: work.connection.tables.loket,
        Key: { pk: `DOSSIER#${filed.reference}`, sk: 'LOGBOEK' },
        UpdateExpression: 'SET #ttl = :ttl',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':ttl': 4_000_000_000 },
      }),
    )
    const answer = await applicant.post(`${path}/toevoegen`, { toevoeging: text, formulier })
    expect([answer.status, (await answer.text()).includes(text)]).toEqual([409, true])
  })

  it('een gewist dossier, een link die niet werkt: de tekst komt terug', async () => {
    const formulier = await tokenOn()
    const wrong = await applicant.post(`${path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}/toevoegen`, {
      toevoeging: text,
      formulier,
    })
    expect([wrong.status, (await wrong.text()).includes(text)]).toEqual([404, true])
    const about = { network: 'aalst', who: 'p', auditId: 'a', now: work.clock.now, auditDays: 365 }
    await createPersonalData(work.connection).eraseDossier(await dossierOf(work, filed.reference), about)
    const gone = await applicant.post(`${path}/toevoegen`, { toevoeging: text, formulier })
    expect([gone.status, (await gone.text()).includes(text)]).toEqual([410, true])
  })

  it('van een andere site 403 zonder de tekst; 64 KB 413 met de tekst; JSON 415; dubbel veld 400', async () => {
    const formulier = await tokenOn()
    const foreign = await applicant.post(
      `${path}/toevoegen`,
      { toevoeging: text, formulier },
      { origin: 'https://e.example' },
    )
    expect([foreign.status, (await foreign.text()).includes(text)]).toEqual([403, false])
    const body = { toevoeging: `${text} ${'a'.repeat(70_000)}`, formulier }
    const large = await applicant.post(`${path}/toevoegen`, body, { 'content-length': '70100' })
    expect([large.status, (await large.text()).includes(text)]).toEqual([413, true])
    const json = await applicant.send(`${path}/toevoegen`, {
      method: 'POST',
      headers: { origin: 'https://loket.example', 'content-type': 'application/json' },
      body: '{}',
    })
    expect(json.status).toBe(415)
    expect((await applicant.post(`${path}/toevoegen`, { toevoeging: [text, text], formulier })).status).toBe(400)
  })

  it('een GET voegt niets toe', async () => {
    expect((await applicant.get(`${path}/toevoegen`)).status).toBe(200)
    expect(await createAdditions(work.connection).moments(filed.reference, work.clock.now)).toEqual([])
  })
})

describe(`hoogstens ${mostAdditions}`, () => {
  /** As many at once as there are, from as many browsers. */
  async function all(connection = work.connection): Promise<number> {
    const loket = loketOn(connection, work.clock.now)
    const tokens = await Promise.all(Array.from({ length: mostAdditions + 8 }, () => tokenOn()))
    const answers = await Promise.all(
      tokens.map((formulier, index) =>
        loket.visitor().post(`${path}/toevoegen`, { toevoeging: `${text} ${index}`, formulier }),
      ),
    )
    return answers.filter(({ status }) => status === 303).length
  }
  const kept = async () => (await createAdditions(work.connection).moments(filed.reference, work.clock.now)).length

  it('ook tegelijk; daarna: bel ons, met de tekst terug', async () => {
    await all()
    while ((await kept()) < mostAdditions) await add(`${text} ${await kept()}`)
    const answer = await applicant.post(`${path}/toevoegen`, {
      toevoeging: text,
      formulier: await tokenOn(`${path}/toevoegen`),
    })
    expect(answer.status).toBeGreaterThanOrEqual(409)
    expect(await kept()).toBe(mostAdditions)
    expect((await readPage(applicant, path)).words).toContain(`U voegde al ${mostAdditions} keer iets toe.`)
  })

  it('controle: zonder de voorwaarde zijn het er meer', async () => {
    const careless = atTheEdge(work.connection, async ({ input }, send) => {
      for (const { Update } of input.TransactItems ?? [])
        if (Update?.ConditionExpression?.includes('size(added)')) {
          Update.ConditionExpression = 'attribute_not_exists(erased) AND attribute_not_exists(#ttl)'
          const { ':most': _m, ':lines': _l, ...values } = Update.ExpressionAttributeValues ?? {}
          Update.ExpressionAttributeValues = values
        }
      return send()
    })
    for (let round = 0; round < 4 && (await kept()) <= mostAdditions; round += 1) await all(careless)
    expect(await kept()).toBeGreaterThan(mostAdditions)
  })
})
