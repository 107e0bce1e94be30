/** Mails that need a person: why each is there, what to do, and sending it again (docs/words.md). */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Notification } from '../../forms/kit/post/notifications.ts'
import { mailKey } from '../../functions/shared/store/keys.ts'
import { type HoldReason, type OutboxItem, outboxItem, troubled } from '../../functions/shared/store/outbox-item.ts'
import { invite, putEvent } from '../support/events.ts'
import { locationOf, mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const reference = 'LCO-7K3M-9QX2-4T'
const about = { network: 'aalst', form: 'lco-aanvraag', reference, linkVersion: 1 }
const received: Notification = {
  kind: 'ontvangen',
  to: 'aanvrager',
  ...about,
  receivedAt: '2026-11-23T09:00:00.000Z',
  answerBefore: '2026-11-30',
}
let loket: TestWorkspace
let coordinator: Visitor
beforeEach(async () => {
  loket = await startTestWorkspace()
  coordinator = await loket.as('Coördinator Aalst')
})

interface Trouble {
  notification?: Notification
  subject?: string
  mailId?: string
  held?: HoldReason
  /** What became of it, instead of being held. */
  fate?: Partial<OutboxItem>
}

let number = 0
async function trouble({ notification = received, subject = reference, held = 'verdacht', fate, ...of }: Trouble) {
  number += 1
  const { mailId = `mail${number}` } = of
  const { reason, ...item }: OutboxItem = outboxItem({ subject, mailId, notification, now: loket.clock.now, held })
  const { client, PutCommand } = await loket.connection.dynamo()
  const Item = fate ? { ...item, ...fate, ...troubled({ ...item, reason: fate.reason }) } : { ...item, reason }
  await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
  return { subject, mailId }
}
const stored = async ({ subject, mailId }: { subject: string; mailId: string }) =>
  (await loket.items('loket')).find(({ sk, pk }) => pk === mailKey(subject, mailId).pk && sk === `MAIL#${mailId}`)
const post = async (visitor = coordinator, path = '/werkruimte/post') => {
  const html = await (await visitor.get(path)).text()
  const mails = [...html.matchAll(/<li(?: class="([^"]*)")?><p class="what">(.*?)<\/li>/gs)]
  return { html, words: wordsIn(html), mails: mails.map(([, mark, mail = '']) => ({ mark, words: wordsIn(mail) })) }
}

it('zegt bij een mail die niet aankwam wat u doet, in het rood', async () => {
  await trouble({ fate: { status: 'verstuurd', fate: 'niet_aangekomen', fateAt: '2026-11-23T08:30:00.000Z' } })
  const [mail] = (await post()).mails
  expect(mail?.mark).toBe('is-late')
  for (const words of [
    'Bevestiging van ontvangst',
    'Niet aangekomen',
    reference,
    'aan de aanvrager',
    'sinds maandag 23 november 2026, 9.30 uur',
    'Bel de aanvrager of verbeter het adres.',
    'Verstuur opnieuw',
  ])
    expect(mail?.words).toContain(words)
})

it('geeft het nummer van een collega die een mail niet kreeg', async () => {
  const notification: Notification = {
    kind: 'taak',
    to: 'medewerker',
    person: 'casemanager-aalst',
    ...about,
    why: 'stil',
  }
  await trouble({ notification, fate: { status: 'verstuurd', fate: 'klacht' } })
  const { html, words } = await post()
  expect(words).toContain('aan Casemanager Aalst')
  expect(html).toMatch(/Bel <a href="tel:\+32\d+">[\d ]+<\/a> of laat het adres verbeteren\./)
})

it('noemt bij een uitnodiging die terugkwam de activiteit, en wie het is; in de lijst staat die in het rood', async () => {
  const times = { start: '2026-12-08T08:00:00.000Z', einde: '2026-12-08T11:00:00.000Z', deadline: '2026-12-01' }
  const event = await putEvent(loket.connection, times)
  const { id } = await invite(loket, event)
  const notification: Notification = {
    kind: 'activiteit-uitnodiging',
    to: 'genodigde',
    ...{ network: 'aalst', form: 'activiteit', activiteit: event.slug, genodigde: id, linkVersion: 1, revisie: 1 },
  }
  const fate = { status: 'verstuurd', fate: 'niet_aangekomen' } as const
  await trouble({ notification, subject: id, mailId: 'uitnodiging', fate })
  const { html, words } = await post()
  expect(words).toContain(event.titel)
  const [, path = ''] = /href="([^"]+wie=[^"]+)"/.exec(html) ?? []
  const list = await (await coordinator.get(path)).text()
  expect(list).toContain('<tr class="late">')
  expect(wordsIn(list)).toMatch(/noor@caw\.example .*niet aangekomen/)
})

it.each([
  [{ held: 'verdacht' }, 'lijkt door een machine ingevuld'],
  [{ held: 'dagplafond' }, 'kreeg vandaag al veel mails'],
  [{ held: 'onbekend' }, 'adressen die we nog niet kenden'],
  [{ held: 'overzicht' }, 'U hoeft niets te doen'],
  [{ held: 'geen-adres' }, 'we hebben geen adres'],
  [{ held: 'hersteld' }, 'hersteld uit een reservekopie'],
  [{ fate: { status: 'mislukt', reason: 'opgegeven' } }, 'versturen lukte drie dagen lang niet'],
] as const satisfies [Trouble, string][])('zegt waarom een mail niet vertrok: %j', async (which, words) => {
  await trouble(which)
  const { mails } = await post()
  expect(mails).toHaveLength(1)
  expect(mails[0]?.words).toContain(words)
})

it('noemt een aanvraag die nog niet verstuurd is nooit bij haar nummer', async () => {
  const expires = { linkVersion: 1, expiresAt: '2026-12-07T09:00:00.000Z' }
  const notification: Notification = {
    kind: 'verder',
    to: 'aanvrager',
    network: 'aalst',
    form: 'lco-aanvraag',
    draft: 'geheim-nummer',
    ...expires,
  }
  await trouble({ notification, subject: 'geheim-nummer', held: 'dagplafond' })
  const { words } = await post()
  expect(words).toContain('een aanvraag die nog niet verstuurd is')
  expect(words).not.toContain('geheim-nummer')
})

it('verstuurt opnieuw, ook als u twee keer klikt één keer', async () => {
  const mail = await trouble({ fate: { status: 'verstuurd', fate: 'niet_aangekomen', messageId: 'ses-1' } })
  const again = () => coordinator.post('/werkruimte/post/opnieuw', mail)
  expect(locationOf(await again())).toBe('/werkruimte/post?klaar=opnieuw')
  const first = await stored(mail)
  expect(first).toMatchObject({ status: 'wacht', due: 'due', released: true })
  loket.clock.later(30)
  expect(locationOf(await again())).toBe('/werkruimte/post?klaar=opnieuw')
  expect(await stored(mail)).toEqual(first)
  const { mails, words } = await post(coordinator, '/werkruimte/post?klaar=opnieuw')
  expect(mails).toEqual([])
  expect(words).toContain('We versturen de mail opnieuw.')
})

it('doet niets met een mail van een ander netwerk, of die er niet is', async () => {
  const limburg = { ...received, network: 'limburg' }
  const mail = await trouble({ notification: limburg })
  const before = await stored(mail)
  expect((await post()).mails).toEqual([])
  for (const fields of [mail, { ...mail, mailId: 'x' }, { subject: 'x'.repeat(3_000), mailId: 'x' }, {}])
    expect((await coordinator.post('/werkruimte/post/opnieuw', fields)).status).toBe(404)
  expect(await stored(mail)).toEqual(before)
  // A control: the other network's coordinator may.
  const other = await loket.as('Coördinator Limburg')
  expect((await post(other)).mails).toHaveLength(1)
  expect((await other.post('/werkruimte/post/opnieuw', mail)).status).toBe(303)
})

it('is alleen voor coördinatoren, en telt bij de aanvragen mee', async () => {
  const mail = await trouble({})
  const casemanager = await loket.as('Casemanager Aalst')
  expect((await casemanager.get('/werkruimte/post')).status).toBe(403)
  expect((await casemanager.post('/werkruimte/post/opnieuw', mail)).status).toBe(403)
  expect(await (await casemanager.get('/werkruimte')).text()).not.toContain('/werkruimte/post')
  expect(wordsIn(await (await coordinator.get('/werkruimte')).text())).toContain('1 mail vraagt aandacht')
})

it('wat op een andere manier opgelost is, gaat van de lijst, en wie dat zei blijft bij de mail', async () => {
  const mail = await trouble({ fate: { status: 'verstuurd', fate: 'niet_aangekomen', messageId: 'ses-1' } })
  const settle = () => coordinator.post('/werkruimte/post/opgelost', mail)
  expect(locationOf(await settle())).toBe('/werkruimte/post?klaar=opgelost')
  expect((await post()).mails).toEqual([])
  const once = await stored(mail)
  expect(once).toMatchObject({ fate: 'niet_aangekomen', settledBy: 'coordinator-aalst' })
  loket.clock.later(60)
  expect(locationOf(await settle())).toBe('/werkruimte/post?klaar=opgelost')
  expect(await stored(mail)).toEqual(once)
})

it('schrijft bij het dossier wie opnieuw verstuurde of zei dat het opgelost is, één keer', async () => {
  const [one, other] = [await trouble({}), await trouble({})]
  for (let press = 0; press < 2; press += 1) {
    await coordinator.post('/werkruimte/post/opnieuw', one)
    loket.clock.later(60)
    await coordinator.post('/werkruimte/post/opgelost', other)
    loket.clock.later(60)
  }
  const lines = (await loket.items('loket')).filter(({ pk }) => pk === `DOSSIER#${reference}`)
  expect(lines.map(({ who, what, mail }) => [who, what, mail])).toEqual([
    ['coordinator-aalst', 'mail opnieuw verstuurd', one.mailId],
    ['coordinator-aalst', 'mail opgelost', other.mailId],
  ])
})

it('schrijft van een mail zonder dossier bij wie het deed, zonder het nummer van een concept', async () => {
  const about = { network: 'aalst', form: 'lco-aanvraag', linkVersion: 1, expiresAt: '2026-12-07T09:00:00.000Z' }
  const notification: Notification = { kind: 'verder', to: 'aanvrager', ...about, draft: 'geheim-nummer' }
  const mail = await trouble({ notification, subject: 'geheim-nummer', held: 'dagplafond' })
  await coordinator.post('/werkruimte/post/opgelost', mail)
  const lines = (await loket.items('loket')).filter(
    ({ pk, sk }) => pk === 'PERSOON#aalst#coordinator-aalst' && String(sk).startsWith('AUDIT#'),
  )
  expect(lines).toMatchObject([{ who: 'coordinator-aalst', what: 'mail opgelost', mail: mail.mailId }])
  expect(JSON.stringify(lines)).not.toContain('geheim-nummer')
})

it('honderd mails die terugkwamen: alle honderd te zien, vijftig op een pagina', async () => {
  for (let made = 0; made < 100; made += 1)
    await trouble({ fate: { status: 'verstuurd', fate: 'niet_aangekomen', messageId: `ses-${made}` } })
  const seen: string[] = []
  let path: string | undefined = '/werkruimte/post'
  while (path) {
    const { html, mails } = await post(coordinator, path)
    expect(mails.length).toBeLessThanOrEqual(50)
    seen.push(...[...html.matchAll(/name="mailId" value="([^"]+)"/g)].map(([, id = '']) => id))
    path = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(new Set(seen).size).toBe(100)
})

describe('een vloed van mails die tegengehouden zijn', () => {
  const floodOf = async (held: HoldReason, count: number, of: Trouble = {}) =>
    Promise.all(Array.from({ length: count }, (_, index) => trouble({ held, subject: `${held}-${index}`, ...of })))
  const statusesOf = async (mails: readonly { subject: string; mailId: string }[]) =>
    new Set(await Promise.all(mails.map(async (mail) => (await stored(mail))?.status)))

  it.each([
    ['onbekend', 'Verstuur ze allemaal (60)', 'wacht'],
    ['dagplafond', 'Verstuur ze allemaal (60)', 'wacht'],
    ['opgegeven', 'Verstuur ze allemaal (60)', 'wacht'],
    ['hersteld', 'Verstuur ze allemaal (60)', 'wacht'],
    // What a machine seemed to cause never leaves at one press.
    ['verdacht', 'Haal ze uit deze lijst', 'aangehouden'],
    ['overzicht', 'Haal ze uit deze lijst', 'aangehouden'],
  ] as const)('%s: één rij met één knop, en wat terugkwam blijft ernaast staan', async (held, button, status) => {
    const mails = await floodOf(held, 60)
    const other = await trouble({ subject: 'ander', fate: { status: 'verstuurd', fate: 'niet_aangekomen' } })
    const { html, words } = await post()
    expect(mainOf(html).match(/<li[ >]/g)).toHaveLength(2)
    const [, row = ''] = new RegExp(`<li data-vloed="${held}">(.*?)</li>`, 's').exec(html) ?? []
    expect(wordsIn(row)).toContain('60 mails')
    expect([...row.matchAll(/<button/g)]).toHaveLength(1)
    expect(wordsIn(row)).toContain(button)
    expect(words).toContain('Niet aangekomen')
    const [, path = ''] = /action="([^"]+)"/.exec(row) ?? []
    expect(locationOf(await coordinator.post(path, { soort: held }))).toMatch(/klaar=(alle|uit-de-lijst)$/)
    expect(await statusesOf(mails)).toEqual(new Set([status]))
    expect((await stored(other))?.status).toBe('verstuurd')
    expect((await post()).html).not.toContain('data-vloed')
  })

  it('wat samen vertrekt, vertrekt aan het tempo van mail aan velen, en later gepland blijft later', async () => {
    const [now] = await floodOf('onbekend', 2)
    const later = await trouble({ held: 'onbekend', subject: 'later' })
    const { client, UpdateCommand } = await loket.connection.dynamo()
    const planned = '2027-01-05T08:00:00.000Z'
    await client.send(
      new UpdateCommand({
        TableName: loket.connection.tables.loket,
        Key: mailKey(later.subject, later.mailId),
        UpdateExpression: 'SET plannedAt = :at',
        ExpressionAttributeValues: { ':at': planned },
      }),
    )
    await coordinator.post('/werkruimte/post/opnieuw', { soort: 'onbekend' })
    expect(await stored(now ?? later)).toMatchObject({ due: 'bulk', dueAt: loket.clock.now.toISOString() })
    expect(await stored(later)).toMatchObject({ status: 'wacht', dueAt: planned })
  })

  it('één voor één te bekijken, vijftig op een pagina, alleen van deze soort', async () => {
    await floodOf('onbekend', 55)
    await floodOf('dagplafond', 3)
    const first = await post(coordinator, '/werkruimte/post?soort=onbekend')
    expect(first.mails).toHaveLength(50)
    const next = /rel="next" href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&')
    expect((await post(coordinator, next)).mails).toHaveLength(5)
  })

  it('een verdachte mail vertrekt niet met de hele soort, ook niet als iemand het zo vraagt', async () => {
    const mails = await floodOf('verdacht', 3)
    expect((await coordinator.post('/werkruimte/post/opnieuw', { soort: 'verdacht' })).status).toBe(404)
    expect((await coordinator.post('/werkruimte/post/opnieuw', { soort: 'geen-adres' })).status).toBe(404)
    expect(await statusesOf(mails)).toEqual(new Set(['aangehouden']))
  })

  it('raakt niets van een ander netwerk', async () => {
    const theirs = await floodOf('onbekend', 2, { notification: { ...received, network: 'limburg' } })
    await coordinator.post('/werkruimte/post/opnieuw', { soort: 'onbekend' })
    expect(await statusesOf(theirs)).toEqual(new Set(['aangehouden']))
  })
})

it('is leeg in gewone woorden', async () => {
  expect((await post()).words).toContain('Er is geen mail die uw aandacht vraagt.')
})
