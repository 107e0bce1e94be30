/**
 * What a stored item names and nobody knows: a state that was renamed without a word, a form that is gone or that its
 * network dropped, an offer, a question, a kind of mail, a network. It is shown as it is, with a way out
 * (docs/decisions/016).
 */
import { randomBytes } from 'node:crypto'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import type { Lifecycle } from '../../forms/kit/lifecycle/lifecycle.ts'
import type { Network } from '../../forms/kit/network.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { linkToken } from '../../functions/shared/links.ts'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { answersKey } from '../../functions/shared/store/keys.ts'
import { addressItem, outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { keptPath } from '../../functions/shared/work-paths.ts'
import { dossierOf, mailsOf } from '../support/dossier.ts'
import { answer, invite, personalPath, putEvent } from '../support/events.ts'
import { dossierOf as dossierLike, keep } from '../support/place-dossiers.ts'
import { locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { startPost } from './post.ts'

/** A later version: `overleg_gehouden` is called something else, and nobody said so. */
vi.mock('../../forms/lco-lifecycle.ts', async (original) => {
  const { lcoLifecycle } = await original<{ lcoLifecycle: Lifecycle }>()
  const renamed = JSON.stringify(lcoLifecycle).replaceAll('"overleg_gehouden"', '"overleg_voorbij"')
  return { lcoLifecycle: JSON.parse(renamed) }
})
/** And Zottegem offers de Katrol no more. */
vi.mock('../../forms/networks/zottegem.ts', async (original) => {
  const { zottegem } = await original<{ zottegem: Network }>()
  const { 'de-katrol': _dropped, ...forms } = zottegem.forms
  const naar = zottegem.destinations?.filter(({ form }) => form !== 'de-katrol') ?? []
  return { zottegem: { ...zottegem, forms, destinations: naar } }
})
/** A form that was released once, and is not there at all. */
vi.mock('../../forms/released.json', async (original) => {
  const released = await original<{ states: Record<string, object> }>()
  const states = { ...released.states, aalst: { ...released.states.aalst, oudje: ['ingediend', 'gewogen'] } }
  return { ...released, states, default: { ...released, states } }
})

const email = 'noor@caw.example'
let work: TestWorkspace
let coordinator: Visitor
beforeAll(async () => {
  work = await startTestWorkspace()
})
beforeEach(async () => {
  work.failures.length = 0
  coordinator = await work.as('Coördinator Aalst')
})

const answers = { client_aanduiding: 'D-2041', tolk: 'misschien', huisdier: 'een hond', organisatie: 'CAW Voorbeeld' }

/** A dossier as an older version left it, with answers and an address. */
async function left(
  about: Partial<Dossier> = {},
): Promise<Dossier & { path: string; status: string; receipt: string }> {
  const applicant = addressHmac(work.secrets.addressKey, email)
  const reference = makeReference(about.form === 'oudje' ? 'OUD' : 'LCO', randomBytes(10))
  const known = await dossierLike(work, {
    applicant,
    ...about,
    reference,
    network: about.network === 'zottegem' ? 'zottegem' : 'aalst',
  })
  const dossier = { ...known, ...about }
  await keep(work.connection, dossier)
  const { client } = await work.connection.dynamo()
  const sealed = await work.deps.seal(known.network, reference, answers)
  for (const Item of [{ ...answersKey(reference), sealed }, addressItem(reference, email)])
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
  const link = (purpose: 'status' | 'ontvangen') =>
    `/${purpose}/${linkToken(work.secrets.linkKeys, purpose, { id: reference, version: 1 })}`
  return { ...dossier, path: `/werkruimte/dossier/${reference}`, status: link('status'), receipt: link('ontvangen') }
}

async function textOf(visitor: Visitor, path: string, status = 200): Promise<string> {
  const response = await visitor.get(path)
  expect([path, response.status, work.failures]).toEqual([path, status, []])
  return wordsIn(await response.text())
}
const post = (path: string, revision: number, fields = {}, visitor = coordinator) =>
  visitor.post(path, { revision: String(revision), bij: '', ...fields })

const kinds: [string, Partial<Dossier>, string][] = [
  ['een stand die niemand kent', { state: 'overleg_gehouden' }, 'overleg_gehouden'],
  ['een formulier dat niemand kent', { form: 'oudje', state: 'ingediend' }, 'oudje'],
  ['een formulier en een stand', { form: 'oudje', state: 'gewogen' }, 'gewogen'],
  [
    'een formulier dat het netwerk niet meer aanbiedt',
    { network: 'zottegem', form: 'de-katrol' },
    'Toeleiding De Katrol',
  ],
]

describe.each(kinds)('%s', (_, about, name) => {
  const staff = () => (about.network ? work.as('Coördinator Zottegem') : Promise.resolve(coordinator))

  it('staat in de lijst, in het filter en in de week, met het merk', async () => {
    const { reference, form, state } = await left({ ...about, nextOn: '2026-11-23' })
    const who = await staff()
    for (const path of [
      '/werkruimte',
      `/werkruimte?formulier=${form}`,
      `/werkruimte?stand=${state}`,
      '/werkruimte/week',
    ]) {
      const text = await textOf(who, path)
      expect(text).toContain(reference)
      expect(text).toContain('verouderd')
    }
    expect(await textOf(who, '/werkruimte')).toContain(name)
  })

  it('opent, met wat geantwoord werd; wie vroeg, leest een eerlijk antwoord met een nummer', async () => {
    const { path, status, receipt, reference, network } = await left(about)
    const text = await textOf(await staff(), path)
    for (const words of [name, 'verouderd', 'een hond', 'misschien', 'D-2041']) expect(text).toContain(words)
    const phone = network === 'aalst' ? '053 00 00 00' : '09 000 01 00'
    for (const page of [status, receipt]) {
      const read = await textOf(work.visitor(), page)
      expect(read).toContain(reference)
      expect(read).toContain(phone)
    }
  })

  it('wordt meegegeven en gewist', async () => {
    const { reference, path } = await left(about)
    const who = await staff()
    const kept = keptPath(reference)
    await textOf(who, kept)
    const page = await (await who.get(`${kept}/export`)).text()
    const mee = [...page.matchAll(/name="mee" value="([^"]+)"/g)].map(([, key = '']) => key)
    expect(await (await who.post(`${kept}/export`, { mee })).text()).toContain('een hond')
    expect((await who.post(`${kept}/wissen`)).status).toBe(303)
    expect((await who.get(path)).status).toBe(404)
  })

  it('de aanvrager kan stoppen', async () => {
    const { status, reference } = await left(about)
    await work.visitor().post(`${status}/stoppen`)
    expect((await dossierOf(work, reference)).state).toBe('ingetrokken')
  })

  it('wordt voor het eerst geopend, en heeft dan een plan voor later', async () => {
    const { reference, path } = await left(about)
    await textOf(await staff(), path)
    expect((await dossierOf(work, reference)).openedAt).toBeDefined()
    const planned = (await mailsOf(work, reference)).filter(({ sk, cancelled }) => sk === 'PLAN' && !cancelled)
    expect(planned).not.toEqual([])
  })
})

describe('zet in een bekende stand', () => {
  const label = 'Zet in een bekende stand'

  it('vraagt waar het dossier staat, zet het daar, en schrijft het op; niemand krijgt een mail', async () => {
    const { path, reference, revision } = await left({ state: 'overleg_gehouden', holder: 'casemanager-aalst' })
    expect(await textOf(coordinator, path)).toContain(label)
    const asked = await textOf(coordinator, `${path}/bekende_stand`)
    for (const state of ['ingediend', 'in opvolging', 'afgesloten']) expect(asked).toContain(state)
    const seen = (await dossierOf(work, reference)).revision
    expect(seen).toBe(revision + 1)
    const fields = { stand: 'in_opvolging', bij: 'casemanager-aalst' }
    expect(locationOf(await post(`${path}/bekende_stand`, seen, fields))).toBe(`${path}?klaar=bekende_stand`)
    const after = await dossierOf(work, reference)
    expect(after).toMatchObject({ state: 'in_opvolging', holder: 'casemanager-aalst', revision: seen + 1 })
    const text = await textOf(coordinator, `${path}?klaar=bekende_stand`)
    expect(text).toContain('Dit dossier staat weer in een bekende stand.')
    expect(text).toContain('In een bekende stand gezet overleg_gehouden → in opvolging Coördinator Aalst')
    expect(text).not.toContain('verouderd')
    const office = startPost(work)
    await office.minutes(1)
    expect(office.mails.filter(({ subject }) => subject.includes(reference))).toEqual([])
    // A second press of the button is the same move.
    expect((await post(`${path}/bekende_stand`, seen, fields)).status).toBe(303)
    expect((await dossierOf(work, reference)).revision).toBe(seen + 1)
    expect(await textOf(coordinator, '/werkruimte?stand=in_opvolging')).toContain(reference)
  })

  it.each([
    ['afgesloten', true],
    ['ingediend', false],
    ['overleg_voorbij', false],
    ['wacht_op_aanvrager', false],
  ])('naar %s: gesloten %s', async (stand, closed) => {
    const { path, reference } = await left({ state: 'overleg_gehouden', openedAt: '2026-11-23T09:00:00.000Z' })
    expect((await post(`${path}/bekende_stand`, 1, { stand })).status).toBe(303)
    const { state, ttl, nextOn } = await dossierOf(work, reference)
    expect([state, ttl !== undefined]).toEqual([stand, closed])
    expect(closed || nextOn !== undefined).toBe(true)
  })

  it('wie wachtte in een stand die niemand meer kent, gaat verder vanaf het begin', async () => {
    const paused = { from: 'overleg_gehouden', on: '2026-11-20' }
    const about = { state: 'wacht_op_aanvrager', paused, openedAt: '2026-11-23T09:00:00.000Z' }
    for (const [holder, state] of [
      [undefined, 'ingediend'],
      ['casemanager-aalst', 'toegewezen'],
    ] as const) {
      const { path, reference } = await left({ ...about, ...(holder ? { holder } : {}) })
      expect((await post(`${path}/hervatten`, 1, { bij: holder ?? '' })).status).toBe(303)
      expect((await dossierOf(work, reference)).state).toBe(state)
    }
  })

  it('een stand die niet bestaat, of verplaatst: 422', async () => {
    const { path, reference } = await left({ state: 'overleg_gehouden', openedAt: '2026-11-23T09:00:00.000Z' })
    for (const stand of ['', 'overleg_gehouden', 'verplaatst'])
      expect((await post(`${path}/bekende_stand`, 1, { stand })).status).toBe(422)
    expect((await dossierOf(work, reference)).state).toBe('overleg_gehouden')
  })

  it('wie eerst was, wint: de tweede hoort dat het dossier veranderde', async () => {
    const { path } = await left({ state: 'overleg_gehouden', openedAt: '2026-11-23T09:00:00.000Z' })
    const both = await Promise.all(
      ['ingediend', 'afgesloten'].map((stand) => post(`${path}/bekende_stand`, 1, { stand })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  })

  it('een casemanager mag het niet, en van een gekende stand kan het niet', async () => {
    const opened = { openedAt: '2026-11-23T09:00:00.000Z', holder: 'casemanager-aalst' }
    const casemanager = await work.as('Casemanager Aalst')
    const strange = await left({ ...opened, state: 'overleg_gehouden' })
    expect(await textOf(casemanager, strange.path)).not.toContain(label)
    expect((await post(`${strange.path}/bekende_stand`, 1, { stand: 'ingediend' }, casemanager)).status).toBe(403)
    const known = await left({ ...opened, state: 'toegewezen' })
    expect(await textOf(coordinator, known.path)).not.toContain(label)
    expect((await post(`${known.path}/bekende_stand`, 1, { stand: 'ingediend', bij: opened.holder })).status).toBe(409)
  })
})

describe('van een formulier dat niemand kent', () => {
  it('wordt een dossier verplaatst naar een formulier dat er wel is', async () => {
    const { path, reference } = await left({ form: 'oudje', openedAt: '2026-11-23T09:00:00.000Z' })
    const fields = { naar: 'aalst/lco-aanvraag', toelichting: 'Dit heet nu zo.' }
    expect((await post(`${path}/verplaatsen`, 1, fields)).status).toBe(303)
    const { state, movedTo } = await dossierOf(work, reference)
    expect([state, movedTo?.form]).toEqual(['verplaatst', 'lco-aanvraag'])
  })

  it('of afgesloten, ook in een stand die niemand kent', async () => {
    for (const state of ['ingediend', 'gewogen']) {
      const { path, reference } = await left({ form: 'oudje', state, openedAt: '2026-11-23T09:00:00.000Z' })
      expect((await post(`${path}/afsluiten`, 1, { drempels: 'geen' })).status).toBe(303)
      expect((await dossierOf(work, reference)).state).toBe('afgesloten')
    }
  })
})

describe('een aanbod, iemand, of een netwerk dat niemand kent', () => {
  it('staat er zoals het was', async () => {
    const referral = { aanbod: 'oud_aanbod', checkOn: '2026-12-07' }
    const { path, status } = await left({ state: 'doorverwezen', referral, holder: 'weg-sinds-lang' })
    const text = await textOf(coordinator, path)
    expect(text).toContain('oud_aanbod (verouderd)')
    expect(text).toContain('iemand die hier niet meer werkt')
    expect(await textOf(work.visitor(), status)).toContain('een ander aanbod')
  })

  it('zegt aan wie vroeg dat het bewaard is, en wie te bellen', async () => {
    const { status, receipt, reference } = await left({ network: 'verdwenen' })
    for (const path of [status, receipt]) {
      const text = await textOf(work.visitor(), path)
      for (const words of ['Uw aanvraag is bij ons bewaard.', reference, '053 00 00 00']) expect(text).toContain(words)
    }
  })
})

describe('een soort mail die niemand kent', () => {
  async function oldMail(reference: string, changes: Record<string, unknown> = {}) {
    const { client } = await work.connection.dynamo()
    const notification = {
      kind: 'ingetrokken',
      to: 'aanvrager',
      network: 'aalst',
      form: 'lco-aanvraag',
      reference,
    } as const
    const item = outboxItem({
      ...{ subject: reference, mailId: 'oud', now: work.clock.now },
      notification: { ...notification, linkVersion: 1 },
    })
    const Item = { ...item, notification: { ...item.notification, kind: 'oude-soort', ...changes } }
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
  }
  const stored = async (reference: string) =>
    (await work.items('loket')).find(({ pk, mailId }) => pk === `OUTBOX#${reference}` && mailId === 'oud')

  it('vertrekt niet en gaat niet verloren: ze staat in Post tot iemand zegt dat het opgelost is', async () => {
    const { reference, path } = await left()
    await oldMail(reference)
    const office = startPost(work)
    await office.minutes(1)
    expect(office.problems).toEqual([])
    expect(await stored(reference)).toMatchObject({
      ...{ status: 'aangehouden', reason: 'verouderd', attempts: 1 },
      notification: { kind: 'oude-soort', to: 'aanvrager' },
    })
    const list = await textOf(coordinator, '/werkruimte/post')
    for (const words of ['oude-soort (verouderd)', reference, 'Loket verstuurt deze soort mail niet meer'])
      expect(list).toContain(words)
    expect(await textOf(coordinator, path)).toContain('oude-soort (verouderd)')
    const fields = { subject: reference, mailId: 'oud' }
    expect((await coordinator.post('/werkruimte/post/opgelost', fields)).status).toBe(303)
    expect(await textOf(coordinator, '/werkruimte/post')).not.toContain('oude-soort')
  })

  it('ook een mail aan iemand die niemand kent, wordt bewaard', async () => {
    const { reference } = await left()
    await oldMail(reference, { kind: 'stand', to: 'buur' })
    const office = startPost(work)
    await office.minutes(1)
    expect(office.problems).toEqual([])
    expect(await stored(reference)).toMatchObject({ status: 'aangehouden', reason: 'verouderd' })
  })

  it('en een mail over een formulier dat er niet is, vertrekt met de naam van toen', async () => {
    const { reference } = await left({ form: 'oudje' })
    await oldMail(reference, { kind: 'ingetrokken', form: 'oudje' })
    const office = startPost(work)
    await office.minutes(1)
    const [mail] = office.mails.filter(({ subject }) => subject === `Uw aanvraag is gestopt · ${reference}`)
    expect(mail?.text).toContain('oudje')
  })
})

describe('een activiteit van een netwerk dat er niet meer is', () => {
  const ofNobody = () => putEvent(work.connection, { ...later, network: 'ieper' })
  const later = { start: '2027-06-08T07:30:00.000Z', einde: '2027-06-08T10:00:00.000Z', deadline: '2027-05-21' }

  it('staat in de lijst en opent, met een nummer', async () => {
    const { slug, titel } = await ofNobody()
    expect(await (await work.visitor().get('/activiteiten')).text()).toContain(`/activiteiten/${slug}"`)
    for (const rest of ['', '/te-laat']) {
      const text = await textOf(work.visitor(), `/activiteiten/${slug}${rest}`)
      for (const words of [titel, 'dinsdag 8 juni 2027', '053 00 00 00']) expect(text).toContain(words)
    }
  })

  it('wie genodigd was, leest het ook achter een eigen link; een antwoord wordt niet bewaard', async () => {
    const event = await ofNobody()
    await invite(work, event)
    const paths = await Promise.all(
      (['uitnodiging', 'afmelden'] as const).map((purpose) => personalPath(work, event, undefined, purpose)),
    )
    for (const path of paths) expect(await textOf(work.visitor(), path)).toContain(event.titel)
    const before = await work.items('loket')
    for (const path of [...paths, `/activiteiten/${event.slug}`]) {
      const response = await work.visitor().post(path, { ...answer })
      const status = path.startsWith('/afmelden/') ? 200 : 409
      expect([path, response.status, work.failures]).toEqual([path, status, []])
      expect(await response.text()).toContain('053 00 00 00')
    }
    expect(await work.items('loket')).toEqual(before)
  })
})

describe('tijd', () => {
  it('een maand lang vertrekt elke mail over wat niemand kent; geen enkele blijft steken', async () => {
    const office = startPost(work)
    await office.days(31)
    expect([office.problems, work.failures]).toEqual([[], []])
    const late = office.mails.filter(({ subject }) => subject.startsWith('Een dossier blijft liggen'))
    expect(late.map(({ to }) => to)).toContain('coordinator@lco-aalst.example')
  })
})
