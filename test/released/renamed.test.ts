/**
 * A later version in which everything got another name, and says so (forms/kit/formerly.ts): what 0.1.0 wrote is there
 * under the new names, and nothing of it is marked as old.
 */
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, expect, it, vi } from 'vitest'
import type { Form } from '../../forms/kit/form.ts'
import type { Lifecycle } from '../../forms/kit/lifecycle/lifecycle.ts'
import type { Network } from '../../forms/kit/network.ts'
import { outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { dossierOf, moveByOverleg } from '../support/dossier.ts'
import { putEvent } from '../support/events.ts'
import { fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { act } from './journeys.ts'
import { type OpenDump, openDump } from './open-dump.ts'
import { startPost } from './post.ts'

/** A copy in which a name is another one, and what had it says what it was called. */
function renamed<Thing>(thing: Thing, key: 'name' | 'value', from: string, to: string): Thing {
  const walk = (part: unknown): unknown => {
    if (part === from) return to
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null || part instanceof RegExp) return part
    const entries = Object.entries(part).map(([name, value]) => [name, walk(value)])
    const was = (part as Record<string, unknown>)[key] === from ? [['formerly', [from]]] : []
    return Object.fromEntries([...entries, ...was])
  }
  return walk(thing) as Thing
}

vi.mock('../../forms/lco-lifecycle.ts', async (original) => {
  const { lcoLifecycle } = await original<{ lcoLifecycle: Lifecycle }>()
  return { lcoLifecycle: renamed(lcoLifecycle, 'name', 'toegewezen', 'bij_casemanager') }
})
vi.mock('../../forms/lco-aanvraag.ts', async (original) => {
  const { lcoAanvraag } = await original<{ lcoAanvraag: Form }>()
  const pages = lcoAanvraag.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) => {
      if (question.name === 'client_aanduiding') return { ...question, name: 'wie', formerly: ['client_aanduiding'] }
      return question.name === 'deelname_client' ? renamed(question, 'value', 'ja_met_steun', 'met_steun') : question
    }),
  }))
  return { lcoAanvraag: { ...lcoAanvraag, pages } }
})
vi.mock('../../forms/katrol-toeleiding.ts', async (original) => {
  const { katrolToeleiding } = await original<{ katrolToeleiding: Form }>()
  return { katrolToeleiding: { ...katrolToeleiding, slug: 'katrol', formerly: ['de-katrol'] } }
})
vi.mock('../../forms/networks/zottegem.ts', async (original) => {
  const { zottegem } = await original<{ zottegem: Network }>()
  const { 'de-katrol': katrol, ...forms } = zottegem.forms
  return {
    zottegem: {
      ...zottegem,
      slug: 'egmont',
      formerly: ['zottegem'],
      forms: { ...forms, ...(katrol ? { katrol } : {}) },
      destinations: [],
    },
  }
})
vi.mock('../../forms/networks/aalst.ts', async (original) => {
  const { aalst } = await original<{ aalst: Network }>()
  const { caw, ...aanbod } = aalst.aanbod
  if (!caw) throw new Error('No such offer')
  const criteria = JSON.parse(JSON.stringify(aalst.forms).replaceAll('"caw"', '"caw-onthaal"'))
  return {
    aalst: {
      ...aalst,
      forms: criteria,
      aanbod: { ...aanbod, 'caw-onthaal': { ...caw, formerly: ['caw'] } },
      destinations: [],
    },
  }
})
vi.mock('../../forms/kit/post/notifications.ts', async (original) => {
  const kit = await original<typeof import('../../forms/kit/post/notifications.ts')>()
  Object.assign(kit.formerKinds, { 'oude-navraag': 'navraag' })
  return kit
})

let work: OpenDump['work']
let dump: OpenDump['dump']
let the: OpenDump['the']
beforeAll(async () => {
  ;({ work, dump, the } = await openDump('0.1.0'))
})
async function textOf(visitor: Visitor, path: string): Promise<string> {
  const response = await visitor.get(path)
  expect([path, response.status, work.failures]).toEqual([path, 200, []])
  return wordsIn(await response.text())
}

it('een stand: in de lijst, in het filter, op de bladzijde, en de stappen gaan verder', async () => {
  const { reference, path, status } = the('toegewezen')
  const casemanager = await work.as('Casemanager Aalst')
  const coordinator = await work.as('Coördinator Aalst')
  for (const list of ['/werkruimte', '/werkruimte?stand=bij_casemanager'])
    expect(await textOf(coordinator, list)).toContain(reference)
  const text = await textOf(casemanager, path)
  expect(text).not.toContain('verouderd')
  expect(text).toContain('Maak de tafel')
  expect(await textOf(work.visitor(), status)).toContain('Casemanager Aalst volgt uw aanvraag op')
  await moveByOverleg(work, reference, 'overleg_plannen', '2026-12-08')
  expect((await dossierOf(work, reference)).state).toBe('overleg_gepland')
})

it('een vraag en een antwoord: met het label van nu, ook in een halve aanvraag', async () => {
  const text = await textOf(await work.as('Coördinator Aalst'), the('gepland').path)
  expect(text).toContain('D-3')
  for (const raw of ['Verouderde vragen', 'client_aanduiding', 'ja_met_steun']) expect(text).not.toContain(raw)
  const visitor = work.visitor(new Map(dump.told.draft.cookies))
  const html = await (await visitor.get(`${dump.told.draft.path}/client`)).text()
  expect(fieldsIn(html)).toMatchObject({ wie: ['D-2041'], deelname_client: ['met_steun'] })
})

it('een aanbod: met zijn naam', async () => {
  const { path, status } = the('doorverwezen')
  expect(await textOf(await work.as('Coördinator Aalst'), path)).toContain('Doorverwezen naar CAW Oost-Vlaanderen')
  expect(await textOf(work.visitor(), status)).toContain('CAW Oost-Vlaanderen')
})

it('een formulier en een netwerk: wie er werkt, vindt het dossier; wie vroeg, ook', async () => {
  const { reference, path, status, receipt } = the('katrol')
  const coordinator = await work.as('Coördinator Zottegem')
  for (const list of ['/werkruimte', '/werkruimte?formulier=katrol', path]) {
    const text = await textOf(coordinator, list)
    expect(text).toContain(reference)
    expect(text).not.toContain('verouderd')
  }
  for (const page of [status, receipt]) expect(await textOf(work.visitor(), page)).toContain(reference)
  await act(work, coordinator, the('katrol'), 'afsluiten', { drempels: 'geen' })
  expect(await dossierOf(work, reference)).toMatchObject({ network: 'egmont', form: 'katrol', state: 'afgesloten' })
})

it('een activiteit van een netwerk dat anders heet, is er voor wie er werkt en voor wie komt', async () => {
  const { slug, titel } = await putEvent(work.connection, { network: 'zottegem', start: '2027-01-14T08:00:00.000Z' })
  const coordinator = await work.as('Coördinator Zottegem')
  for (const path of ['/werkruimte/activiteiten', `/werkruimte/activiteiten/${slug}`])
    expect(await textOf(coordinator, path)).toContain(titel)
  expect(await textOf(work.visitor(), `/activiteiten/${slug}`)).toContain(titel)
})

it('het adres van een formulier: naar het nieuwe, met alles wat verstuurd werd', async () => {
  const response = await work.visitor().post('/zottegem/de-katrol')
  expect([response.status, locationOf(response)]).toEqual([308, '/egmont/katrol'])
})

it('een soort mail vertrekt, en een maand lang blijft er geen steken', async () => {
  const { reference } = the('doorverwezen')
  const notification = { kind: 'navraag', to: 'aanvrager', network: 'aalst', form: 'lco-aanvraag', reference } as const
  const standing = { linkVersion: 1, state: 'doorverwezen', answerBefore: '2026-12-01', offer: 'caw' }
  const item = outboxItem({
    ...{ subject: reference, mailId: 'oud', now: work.clock.now },
    notification: { ...notification, ...standing },
  })
  const { client } = await work.connection.dynamo()
  const Item = { ...item, notification: { ...item.notification, kind: 'oude-navraag' } }
  await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
  const post = startPost(work)
  await post.minutes(1)
  const asked = post.mails.filter(({ subject }) => subject === `Is uw cliënt daar geraakt? · ${reference}`)
  expect(asked).toHaveLength(1)
  // A service's name tells what the trouble is: no mail says it, of before neither.
  expect(asked[0]?.text).not.toContain('CAW Oost-Vlaanderen')
  await post.days(31)
  expect(post.problems).toEqual([])
})
