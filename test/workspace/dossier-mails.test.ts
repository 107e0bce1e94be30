/** Mails that did not arrive: seen on the dossier, the address corrected, and sent again. */
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MailedNotification, notificationSchema } from '../../forms/kit/post/notifications.ts'
import { linkFor } from '../../functions/mailer/link-for.ts'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { type OutboxItem, outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { dossierOf, type Filed, fileRequest, fileVraag, hiddenOn, mailsOf, place } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
let filed: Filed
beforeAll(async () => {
  work = await startTestWorkspace()
})
beforeEach(async () => {
  coordinator = await work.as('Coördinator Aalst')
  filed = await fileRequest(work)
})

const confirmation = async () => {
  const mail = (await mailsOf(work, filed.reference)).find(({ notification }) => notification.kind === 'ontvangen')
  if (!mail) throw new Error('No confirmation')
  return mail
}
/** As the mailer and the feedback of SES leave it. */
async function set(fields: Partial<OutboxItem>): Promise<OutboxItem> {
  const { pk, sk } = await confirmation()
  const { client } = await work.connection.dynamo()
  const names = Object.keys(fields)
  await client.send(
    new UpdateCommand({
      TableName: work.connection.tables.loket,
      Key: { pk, sk },
      UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} REMOVE due, dueAt`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
    }),
  )
  return confirmation()
}
const page = async () => (await coordinator.get(filed.path)).text()
const again = ({ mailId }: OutboxItem) => coordinator.post(`${filed.path}/mail/${mailId}/opnieuw`)
const address = async () => work.deps.addresses.read(filed.reference, work.clock.now)

describe('opnieuw versturen', () => {
  it.each<[string, Partial<OutboxItem>]>([
    ['Niet aangekomen', { status: 'verstuurd', fate: 'niet_aangekomen' }],
    ['Door de ontvanger als ongewenst gemeld', { status: 'verstuurd', fate: 'klacht' }],
    ['Tegengehouden: dit adres kreeg vandaag al veel mails', { status: 'aangehouden', reason: 'dagplafond' }],
    ['Tegengehouden: we hebben geen adres', { status: 'aangehouden', reason: 'geen-adres' }],
    ['Mislukt: versturen lukte drie dagen lang niet', { status: 'mislukt', reason: 'opgegeven' }],
  ])('%s: staat rood op het dossier, en kan opnieuw, één keer', async (text, fields) => {
    const mail = await set(fields)
    expect(await page()).toContain(`<p class="error">${text}</p>`)
    work.clock.later(60)
    const answers = await Promise.all([again(mail), again(mail)])
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(
      Array(2).fill(`${filed.path}?klaar=opnieuw#tijdlijn`),
    )
    const { status, fate, reason, dueAt, released } = await confirmation()
    expect({ status, fate, reason, released, dueAt }).toEqual({
      status: 'wacht',
      released: true,
      dueAt: work.clock.now.toISOString(),
    })
    expect(await page()).not.toContain('Verstuur opnieuw')
  })

  it('een mail die aankwam, gaat niet nog eens; een die niet bestaat, is er niet', async () => {
    const mail = await set({ status: 'verstuurd', sentAt: work.clock.now.toISOString(), fate: 'aangekomen' })
    expect(wordsIn(await page())).toContain('Aangekomen, verstuurd op maandag 23 november 2026')
    await again(mail)
    expect((await confirmation()).status).toBe('verstuurd')
    expect((await coordinator.post(`${filed.path}/mail/onbekend/opnieuw`)).status).toBe(404)
    expect((await coordinator.get(`${filed.path}/mail/${mail.mailId}/opnieuw`)).status).toBe(303)
  })
})

describe('wie opnieuw verstuurde', () => {
  const lines = async () =>
    (await work.items('loket')).filter(
      ({ pk, what }) => pk === `DOSSIER#${filed.reference}` && what === 'mail opnieuw verstuurd',
    )

  it('staat in de geschiedenis, één keer, hoe vaak iemand ook drukt', async () => {
    const mail = await set({ status: 'verstuurd', fate: 'niet_aangekomen' })
    work.clock.later(60)
    await Promise.all([again(mail), again(mail)])
    expect((await lines()).map(({ who, mail }) => [who, mail])).toEqual([['coordinator-aalst', mail.mailId]])
    expect(wordsIn(await page())).toContain('Een mail opnieuw verstuurd Coördinator Aalst, 10.')
  })

  it('staat er niet als de mail niet meer te versturen was', async () => {
    await again(await set({ status: 'verstuurd', fate: 'aangekomen' }))
    expect(await lines()).toEqual([])
  })

  it('maakt van een tweede druk op een andere knop geen andere stap', async () => {
    const mail = await set({ status: 'verstuurd', fate: 'niet_aangekomen' })
    const { revision = [] } = await hiddenOn(coordinator, `${filed.path}/adres`)
    const close = () => coordinator.post(`${filed.path}/afsluiten`, { revision, bij: '', drempels: 'geen' })
    expect((await close()).status).toBe(303)
    work.clock.later(60)
    await again(mail)
    expect((await close()).status).toBe(303)
  })
})

describe('een verbeterd adres', () => {
  const correct = async (email: string) =>
    coordinator.post(`${filed.path}/adres`, { ...(await hiddenOn(coordinator, `${filed.path}/adres`)), email })

  it('komt in de plaats van het oude, en de mail gaat opnieuw', async () => {
    const mail = await set({ status: 'verstuurd', fate: 'niet_aangekomen' })
    expect(await (await coordinator.get(`${filed.path}/adres`)).text()).toContain('value="noor@caw.example"')
    expect((await correct(' Nora@CAW.example ')).headers.get('location')).toBe(`${filed.path}?klaar=adres#mails`)
    expect(await address()).toBe('Nora@caw.example')
    expect((await dossierOf(work, filed.reference)).applicant).toBe(
      addressHmac(work.secrets.addressKey, 'nora@caw.example'),
    )
    const words = wordsIn(await page())
    expect(words).toContain('Het adres van de aanvrager verbeterd Coördinator Aalst')
    expect(words).toContain('Mail aan de aanvrager Naar Nora@caw.example')
    const audit = (await work.items('loket')).filter(
      ({ pk, sk }) => pk === `DOSSIER#${filed.reference}` && String(sk).startsWith('AUDIT#'),
    )
    expect(JSON.stringify(audit)).not.toContain('@')
    // The new address got one mail: this one goes to nobody any more.
    await again(mail)
    expect(await confirmation()).toMatchObject({ status: 'verstuurd', replaced: true })
  })

  it('neemt de link terug die naar het verkeerde adres ging; wat nog vertrekt, krijgt een nieuwe', async () => {
    const { linkKeys } = work.secrets
    const linkIn = ({ notification }: OutboxItem) =>
      new URL(linkFor(notificationSchema.parse(notification) as MailedNotification, { baseUrl: work.url, linkKeys }))
        .pathname
    const stranger = work.visitor()
    await place(work, filed.reference, { suspect: false, planned: ['navraag-9'] })
    const { client } = await work.connection.dynamo()
    const returned = await set({ status: 'verstuurd', fate: 'niet_aangekomen' })
    const about = { subject: filed.reference, now: work.clock.now, notification: returned.notification }
    const dueAt = new Date(work.clock.now.getTime() + 86_400_000)
    for (const Item of [outboxItem({ ...about, mailId: 'navraag-9', dueAt }), outboxItem({ ...about, mailId: 'nu' })])
      await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
    expect(linkIn(returned)).toBe(filed.status)
    expect((await stranger.get(filed.status)).status).toBe(200)

    await correct('nora@caw.example')
    expect((await dossierOf(work, filed.reference)).linkVersion).toBe(2)
    const broken = await stranger.get('/status/onzin')
    for (const path of [filed.status, `${filed.status}/stoppen`]) {
      const answer = await stranger.get(path)
      expect([answer.status, await answer.text()]).toEqual([broken.status, expect.stringContaining('link werkt niet')])
    }
    await stranger.post(`${filed.status}/stoppen`)
    expect((await dossierOf(work, filed.reference)).state).toBe('ingediend')
    const receipt = await stranger.get(filed.receipt)
    expect([receipt.status, await receipt.text()]).toEqual([200, expect.not.stringContaining('/status/')])

    const mails = (await mailsOf(work, filed.reference)).filter(({ notification }) => notification.to === 'aanvrager')
    const told = mails.filter(({ notification }) => notification.kind === 'stand').map(({ mailId }) => mailId)
    expect(told).toHaveLength(1)
    expect(mails.map(({ mailId }) => mailId).sort()).toEqual([returned.mailId, 'navraag-9', 'nu', ...told].sort())
    // What leaves at this moment makes place for the one mail; what came back is in it; what was planned gets the new link.
    const leaves = mails.filter(({ status, cancelled }) => status === 'wacht' && !cancelled)
    expect(leaves.map(({ mailId }) => mailId).sort()).toEqual(['navraag-9', ...told].sort())
    for (const mail of leaves) {
      expect(linkIn(mail)).not.toBe(filed.status)
      expect((await work.visitor().get(linkIn(mail))).status).toBe(200)
    }
    // A second correction takes that one back too.
    await correct('nore@caw.example')
    expect((await work.visitor().get(linkIn(leaves[0] as OutboxItem))).status).toBe(broken.status)
  })

  it.each([
    ['gewoon', { suspect: false }, ['wacht']],
    ['verdacht: een mens kijkt eerst', { suspect: true }, ['aangehouden']],
    ['ingetrokken: er valt niets meer te volgen', { suspect: false, state: 'ingetrokken' }, []],
  ] as const)('het nieuwe adres hoort meteen hoe het staat; %s', async (_, fields, told) => {
    await place(work, filed.reference, fields)
    await correct('nora@caw.example')
    const mails = (await mailsOf(work, filed.reference)).filter(({ notification }) => notification.kind === 'stand')
    expect(mails.map(({ status }) => status)).toEqual(told)
    expect(mails.map(({ notification }) => 'linkVersion' in notification && notification.linkVersion)).toEqual(
      told.map(() => 2),
    )
  })

  it('een eerste adres neemt de link van wie op het scherm verderging niet terug', async () => {
    filed = await fileVraag(work, { email: '' })
    await correct('nora@caw.example')
    expect((await work.visitor().get(filed.status)).status).toBe(200)
  })

  it.each([
    ['', 'Vul één e-mailadres in, bijvoorbeeld naam@dienst.be'],
    ['a@b.be, c@d.be', 'Vul één e-mailadres in, bijvoorbeeld naam@dienst.be'],
    ['85.07.30-033.28@b.be', 'Vul geen rijksregisternummer in'],
  ])('%j wordt geweigerd zoals in het formulier', async (email, error) => {
    const response = await correct(email)
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [error]])
    expect(html).toContain(`value="${email}"`)
    expect(await address()).toBe('noor@caw.example')
  })

  it('een collega was eerst: het getypte adres blijft staan', async () => {
    const hidden = await hiddenOn(coordinator, `${filed.path}/adres`)
    await coordinator.post(`${filed.path}/verlengen`, { ...hidden, bij: '' })
    const response = await coordinator.post(`${filed.path}/adres`, { ...hidden, email: 'nora@caw.example' })
    expect([response.status, await response.text()]).toEqual([409, expect.stringContaining('value="nora@caw.example"')])
    expect(await address()).toBe('noor@caw.example')
  })

  it('eindigt met het dossier, ook als het na het sluiten verbeterd is', async () => {
    const close = await hiddenOn(coordinator, `${filed.path}/afsluiten`)
    await coordinator.post(`${filed.path}/afsluiten`, { ...close, drempels: 'geen' })
    await correct('nora@caw.example')
    const { ttl } = await dossierOf(work, filed.reference)
    const item = (await work.items('loket')).find(({ pk, sk }) => pk === `OUTBOX#${filed.reference}` && sk === 'ADRES')
    expect([item?.email, item?.ttl]).toEqual(['nora@caw.example', ttl])
  })

  it('wie geen adres gaf, krijgt er een', async () => {
    filed = await fileVraag(work, { email: '' })
    expect(wordsIn(await page())).toContain('De aanvrager gaf geen e-mailadres. Voeg een adres toe')
    await correct('nora@caw.example')
    expect(await address()).toBe('nora@caw.example')
  })
})
