/** Whoever asked corrects how they are reached (forms/kit/lifecycle/reach.ts). */
import { beforeEach, describe, expect, it } from 'vitest'
import { mostReachChanges } from '../../forms/kit/lifecycle/reach.ts'
import { statusPath } from '../../functions/public/link-tokens.ts'
import { awaitedAddressKey } from '../../functions/shared/store/keys.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { openPostOffice, secrets } from '../mailer/post-office.ts'
import { loketOn } from '../support/app.ts'
import { dossierOf, type Filed, fileHeld, fileVraag, place } from '../support/dossier.ts'
import { errorsIn, vraag } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, mainOf, readPage, type Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { atTheEdge, between } from './sdk-edge.ts'

const fresh = 'noor.nieuw@caw.example'
let work: TestWorkspace
let applicant: Visitor
let filed: Filed
let path: string
let office: ReturnType<typeof openPostOffice>
beforeEach(async () => {
  work = await startTestWorkspace()
  Object.assign(work.secrets, secrets)
  applicant = work.visitor()
  filed = await fileHeld(work)
  path = await statusPath(work.publicDeps.secrets, filed.reference, 1)
  office = openPostOffice(work.connection, { clock: work.clock })
})

const tokenOn = async (of: string) =>
  fieldsIn(mainOf((await readPage(applicant, `${of}/gegevens`)).html)).formulier ?? []
const correct = async (fields: Fields, of = path) =>
  applicant.post(`${of}/gegevens`, { formulier: await tokenOn(of), ...fields })

/** What left since: to whom, its subject, and the path of its link. */
async function left() {
  await office.passTo(work.clock.now)
  return (await office.received()).map(({ destinations, email }) => ({
    to: destinations.join(),
    subject: email.subject ?? '',
    link: /https:\/\/[^/]+(\/(?:adres|status)\/[^\s"]+)/.exec(email.text ?? '')?.[1],
  }))
}
async function confirmPath(to = fresh): Promise<string> {
  const mail = (await left()).findLast((one) => one.to === to && one.subject.startsWith('Bevestig uw adres'))
  if (!mail?.link) throw new Error('No mail to confirm')
  return mail.link
}
const stored = async (sk: string) =>
  (await work.items('loket')).find((item) => item.sk === sk && item.pk === `OUTBOX#${filed.reference}`)

describe('de pagina', () => {
  it('toont adres en nummer nooit helemaal', async () => {
    const { words, html } = await readPage(applicant, path)
    expect(words).toContain('n…r@caw.example')
    expect(words).toContain('0478 ·· ·· 56')
    for (const text of ['noor@caw', '478123456', '12 34']) expect(html).not.toContain(text)
    expect((await readPage(applicant, `${path}/gegevens`)).words).toContain('Nu: 0478 ·· ·· 56')
  })

  it('een dossier van vroeger zegt het in woorden', async () => {
    await place(work, filed.reference, { reach: undefined })
    expect((await readPage(applicant, path)).words).toContain('het adres dat u gaf het nummer dat u gaf')
  })
})

describe('een nieuw adres', () => {
  it('telt pas als het daar bevestigd is; het oude hoort het meteen, en nog eens als het telt', async () => {
    const done = await correct({ email: fresh })
    expect([done.status, locationOf(done)]).toEqual([303, `${path}/gegevens`])
    expect((await readPage(applicant, `${path}/gegevens`)).words).toContain('We mailden naar n…w@caw.example .')
    const link = await confirmPath()
    const first = await left()
    expect(first.filter(({ to }) => to === 'noor@caw.example').map(({ subject }) => subject)).toContain(
      `Iemand gaf een ander adres op · ${filed.reference}`,
    )
    expect(await stored('ADRES')).toMatchObject({ email: 'noor@caw.example' })

    const page = await readPage(applicant, link)
    expect([page.status, page.words.includes('Ja, mail mij op dit adres')]).toEqual([200, true])
    expect(await stored('ADRES')).toMatchObject({ email: 'noor@caw.example' })
    const pressed = await applicant.post(link)
    expect([pressed.status, locationOf(pressed)]).toEqual([303, link])
    expect((await readPage(applicant, link)).words).toContain('Dit adres telt nu.')

    expect(await stored('ADRES')).toMatchObject({ email: fresh, linkVersion: 2, was2: 'noor@caw.example' })
    const after = await dossierOf(work, filed.reference)
    expect(after).toMatchObject({ linkVersion: 2, reach: { email: 'n…w@caw.example', phone: '0478 ·· ·· 56' } })
    const later = (await left()).slice(first.length)
    expect(later.map(({ to, subject }) => [to, subject])).toEqual(
      expect.arrayContaining([
        [fresh, `Nieuws over uw aanvraag · ${filed.reference}`],
        ['noor@caw.example', `We mailen voortaan naar een ander adres · ${filed.reference}`],
      ]),
    )
    // The old link leaked perhaps: it opens nothing; the new address got one that does, the old one none.
    expect((await applicant.get(path)).status).toBe(404)
    const follow = later.find(({ to }) => to === fresh)?.link ?? ''
    expect((await applicant.get(follow)).status).toBe(200)
    expect(later.find(({ to }) => to === 'noor@caw.example')?.link).toBeUndefined()
    // What was kept for that one mail is gone with it.
    expect(await stored('ADRES')).not.toHaveProperty('was2')
    expect(await stored('NIEUWADRES')).toBeUndefined()
    expect(JSON.stringify(work.log)).not.toContain('noor')
  })

  it('wie nog een mail zou krijgen, krijgt ze op het nieuwe adres, met een link die werkt', async () => {
    await correct({ email: fresh })
    await applicant.post(await confirmPath())
    const { client, UpdateCommand } = await work.connection.dynamo()
    const waiting = (await work.items('loket')).find(
      ({ notification: one }) => (one as { kind?: string } | undefined)?.kind === 'ontvangen',
    )
    await client.send(
      new UpdateCommand({
        TableName: work.connection.tables.loket,
        Key: { pk: waiting?.pk, sk: waiting?.sk },
        UpdateExpression: 'SET #status = :waits, due = :due, dueAt = :at, attempts = :none REMOVE fate',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':waits': 'wacht',
          ':due': 'due',
          ':at': work.clock.now.toISOString(),
          ':none': 0,
        },
      }),
    )
    work.clock.later(60)
    const mail = (await left()).findLast(({ subject }) => subject.startsWith('Uw aanvraag is ontvangen'))
    expect(mail?.to).toBe(fresh)
    expect((await applicant.get(mail?.link ?? '')).status).toBe(200)
  })

  it('iemand van het netwerk leest het oude en het nieuwe', async () => {
    await correct({ email: fresh })
    await applicant.post(await confirmPath())
    const { words } = await readPage(await work.as('Casemanager Aalst'), filed.path)
    expect(words).toContain('Nieuw van de aanvrager')
    expect(words).toContain(`Verbeterd: ${fresh}`)
    expect(words).toContain('Het adres van de aanvrager verbeterd')
    expect((await work.items('loket')).filter(({ what }) => what === 'adres verbeterd')).toMatchObject([
      { who: 'aanvrager' },
    ])
  })

  it('twee keer bevestigen, ook tegelijk: één keer', async () => {
    await correct({ email: fresh })
    const link = await confirmPath()
    const both = await Promise.all([applicant.post(link), work.visitor().post(link)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await applicant.post(link)).status).toBe(303)
    expect((await dossierOf(work, filed.reference)).linkVersion).toBe(2)
  })

  it('controle: zonder de voorwaarden telt het twee keer', async () => {
    await correct({ email: fresh })
    const link = await confirmPath()
    const careless = atTheEdge(work.connection, async ({ input }, send) => {
      for (const { Put } of input.TransactItems ?? [])
        if (Put && /asked = |revision = /.test(Put.ConditionExpression ?? '')) {
          delete Put.ConditionExpression
          delete Put.ExpressionAttributeValues
          delete Put.ExpressionAttributeNames
        }
      return send()
    })
    // Both read before either wrote.
    const first = loketOn(
      between(careless, async () => void (await loketOf(careless).visitor().post(link))),
      work.clock.now,
    )
    Object.assign(first.secrets, secrets)
    await first.visitor().post(link)
    const { length } = (await work.items('loket')).filter(({ what }) => what === 'adres verbeterd')
    expect(length).toBe(2)
  })

  it('een later adres: de eerste link werkt niet meer', async () => {
    await correct({ email: fresh })
    const old = await confirmPath()
    work.clock.later(60)
    await correct({ email: 'noor.anders@caw.example' })
    const page = await readPage(applicant, old)
    expect([page.status, page.words.includes('Er kwam later een ander adres.')]).toEqual([410, true])
    expect((await applicant.post(old)).status).toBe(410)
    expect((await applicant.post(await confirmPath('noor.anders@caw.example'))).status).toBe(303)
  })

  it('tot op de seconde drie dagen lang', async () => {
    await correct({ email: fresh })
    const link = await confirmPath()
    const asked = work.clock.now.getTime()
    work.clock.now = new Date(asked + 3 * 86_400_000 - 1000)
    expect((await applicant.get(link)).status).toBe(200)
    work.clock.now = new Date(asked + 3 * 86_400_000)
    const page = await readPage(applicant, link)
    expect([page.status, page.words.includes('Deze link is verlopen.')]).toEqual([410, true])
    expect((await applicant.post(link)).status).toBe(410)
  })

  it('een coördinator verbeterde het intussen: dat wint', async () => {
    await correct({ email: fresh })
    const link = await confirmPath()
    const staff = await work.as('Casemanager Aalst')
    const form = fieldsIn(mainOf((await readPage(staff, `${filed.path}/adres`)).html))
    expect((await staff.post(`${filed.path}/adres`, { ...form, email: 'noor.juist@caw.example' })).status).toBe(303)
    expect((await applicant.post(link)).status).toBe(410)
    expect(await stored('ADRES')).toMatchObject({ email: 'noor.juist@caw.example' })
    expect((await dossierOf(work, filed.reference)).reach?.email).toBe('n…t@caw.example')
  })

  it('de eerste link van een verdachte aanvraag wacht, zoals alle mail', async () => {
    await place(work, filed.reference, { suspect: true })
    await correct({ email: fresh })
    expect((await left()).filter(({ to }) => to === fresh)).toEqual([])
    const held = (await work.items('loket')).filter(({ reason }) => reason === 'verdacht')
    expect(held.map(({ mailId }) => String(mailId).replace(/-\d+$/, '')).sort()).toEqual([
      'adres-bevestigen',
      'gegevens-adres-gevraagd',
    ])
  })

  it('een vraag zonder adres krijgt er zo een; haar link blijft', async () => {
    const asked = await fileVraag(work, { email: '' })
    const of = await statusPath(work.publicDeps.secrets, asked.reference, 1)
    expect((await readPage(applicant, of)).words).toContain('geen e-mailadres 0478 ·· ·· 56')
    await correct({ email: fresh }, of)
    expect((await applicant.post(await confirmPath())).status).toBe(303)
    expect((await applicant.get(of)).status).toBe(200)
    expect((await dossierOf(work, asked.reference)).applicant).toBeDefined()
    expect(vraag.telefoon).toBeDefined()
  })
})

describe('een nieuw nummer', () => {
  it('telt meteen: bij wie belt, overal, met het oude ernaast; verzegeld', async () => {
    expect((await correct({ telefoon: '0479/98.76.54' })).status).toBe(303)
    expect((await readPage(applicant, `${path}/gegevens`)).words).toContain(
      'We bellen u voortaan op het nieuwe nummer.',
    )
    expect((await readPage(applicant, path)).words).toContain('0479 ·· ·· 54')
    const { html, words } = await readPage(await work.as('Casemanager Aalst'), filed.path)
    expect(html).toContain('href="tel:+32479987654"')
    expect(words).toContain('Vroeger 0478 12 34 56. De aanvrager gaf een ander nummer.')
    expect(words).toContain('Verbeterd: 0479 98 76 54')
    expect(words).toContain('Het nummer van de aanvrager verbeterd')
    for (const kept of [await work.items('loket'), await work.items('drafts'), work.log])
      expect(JSON.stringify(kept)).not.toMatch(/479987654|0479\/98/)
    expect((await left()).map(({ subject }) => subject)).toContain(
      `Iemand gaf een ander nummer op · ${filed.reference}`,
    )
  })

  it('blijft na een stap, en gaat als de cliënt stopt', async () => {
    await correct({ telefoon: '0479/98.76.54' })
    const before = await dossierOf(work, filed.reference)
    expect(before.phone).toBeDefined()
    const staff = await work.as('Coördinator Aalst')
    const form = { revision: String(before.revision), bij: before.holder ?? '' }
    expect((await staff.post(`${filed.path}/intrekken`, form)).status).toBe(303)
    const after = await dossierOf(work, filed.reference)
    expect(after).not.toHaveProperty('phone')
    expect(after).not.toHaveProperty('reach')
  })
})

describe('wat niet kan', () => {
  it.each<[string, Fields, string]>([
    ['niets', {}, 'Vul een nieuw adres of een nieuw nummer in'],
    ['hetzelfde adres', { email: ' Noor@caw.example ' }, 'Dit adres hebben we al'],
    ['twee adressen', { email: 'a@caw.example, b@caw.example' }, 'Vul één e-mailadres in'],
    ['geen nummer', { telefoon: 'bel maar' }, 'Vul een telefoonnummer in'],
    ['een rijksregisternummer als nummer', { telefoon: '85.07.30-033.28' }, 'Vul het hele nummer in'],
  ])('%s: 422, en wat er stond staat er nog', async (_, fields, says) => {
    const answer = await correct(fields)
    const html = await answer.text()
    expect([answer.status, errorsIn(html).join()]).toEqual([422, expect.stringContaining(says)])
    for (const [name, value] of Object.entries(fields)) expect(fieldsIn(mainOf(html))[name]).toEqual([value])
    expect((await work.items('drafts')).filter(({ id }) => String(id).startsWith('gegevens#'))).toEqual([])
  })

  it(`hoogstens ${mostReachChanges} keer in die tijd; twee keer drukken is één keer`, async () => {
    const formulier = await tokenOn(path)
    const twice = () => applicant.post(`${path}/gegevens`, { formulier, email: fresh })
    const both = await Promise.all([twice(), twice(), twice()])
    expect(both.map(({ status }) => status)).toEqual([303, 303, 303])
    expect((await left()).filter(({ to }) => to === fresh)).toHaveLength(1)
    for (let index = 1; index < mostReachChanges; index += 1) {
      work.clock.later(60)
      expect((await correct({ email: `noor${index}@caw.example` })).status).toBe(303)
    }
    const answer = await correct({ email: 'noor.te.veel@caw.example' })
    expect([answer.status, (await answer.text()).includes('noor.te.veel@caw.example')]).toEqual([409, true])
  })

  it('twee tabs tegelijk, elk iets anders: één telt, en de ander ook, erna', async () => {
    const [one, other] = [await tokenOn(path), await tokenOn(path)]
    const answers = await Promise.all([
      applicant.post(`${path}/gegevens`, { formulier: one, email: 'noor.een@caw.example' }),
      applicant.post(`${path}/gegevens`, { formulier: other, telefoon: '0479/98.76.54' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const [change] = (await work.items('drafts')).filter(({ id }) => String(id).startsWith('gegevens#'))
    expect(change?.times).toBe(2)
  })

  it('gesloten, gestopt, gewist, een link die niet werkt: wat er stond, komt terug', async () => {
    const formulier = await tokenOn(path)
    const send = (of = path) => applicant.post(`${of}/gegevens`, { formulier, email: fresh })
    const broken = await send(path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))
    expect([broken.status, (await broken.text()).includes(fresh)]).toEqual([404, true])
    await place(work, filed.reference, { ttl: 4_000_000_000 })
    const closed = await send()
    expect([closed.status, (await closed.text()).includes(fresh)]).toEqual([409, true])
    expect((await readPage(applicant, path)).words).not.toContain('Verbeter uw gegevens')
  })

  it('gewist: niets blijft, ook geen adres dat wachtte', async () => {
    await correct({ email: fresh })
    const link = await confirmPath()
    const about = { network: 'aalst', who: 'p', auditId: 'a', now: work.clock.now, auditDays: 365 }
    await createPersonalData(work.connection).eraseDossier(await dossierOf(work, filed.reference), about)
    const all = JSON.stringify([...(await work.items('loket')), ...(await work.items('drafts'))])
    expect(all).not.toContain('noor.nieuw')
    expect(all).not.toContain(awaitedAddressKey('').sk)
    expect((await applicant.get(link)).status).toBe(410)
    expect((await applicant.post(link)).status).toBe(410)
  })

  it('een formulier van elders 403, zonder wat er stond', async () => {
    const formulier = await tokenOn(path)
    const foreign = await applicant.post(
      `${path}/gegevens`,
      { formulier, email: fresh },
      { origin: 'https://e.example' },
    )
    expect([foreign.status, (await foreign.text()).includes(fresh)]).toEqual([403, false])
    await correct({ email: fresh })
    const link = await confirmPath()
    expect((await applicant.post(link, {}, { origin: 'https://e.example' })).status).toBe(403)
  })

  it('wie een link van iets anders heeft, bevestigt niets', async () => {
    expect((await applicant.get(path.replace('/status/', '/adres/'))).status).toBe(404)
  })
})

const loketOf = (connection: TestWorkspace['connection']) => {
  const loket = loketOn(connection, work.clock.now)
  Object.assign(loket.secrets, secrets)
  return loket
}
