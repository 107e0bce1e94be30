/** A flood of requests fills the agenda of a meeting: the next one is stored all the same, and stands on its page. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, expect, it } from 'vitest'
import { words } from '../../emails/kinds.ts'
import { mailOf } from '../../emails/render.ts'
import { findNetwork } from '../../forms/index.ts'
import { agendaSubject, mostNamed } from '../../forms/kit/team-meeting/agenda.ts'
import { agendaKey } from '../../functions/shared/store/keys.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { demoContent } from '../support/content.ts'
import { dossierOf } from '../support/dossier.ts'
import { fillForm, ota, otaStart } from '../support/forms.ts'
import { referenceIn } from '../support/lco.ts'
import { locationOf } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const meeting = '2026-11-24'
let work: TestWorkspace
beforeEach(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
})

async function file(): Promise<string> {
  const visitor = work.visitor()
  const check = await fillForm(visitor, otaStart, ota.traject)
  work.clock.later(60)
  const receipt = locationOf(await visitor.post(check))
  return referenceIn(await (await visitor.get(receipt)).text()) ?? ''
}

/** So many others are on it. */
async function fill(count: number): Promise<void> {
  const { client } = await work.connection.dynamo()
  const others = Array.from({ length: count }, (_, index) => `OTA-${String(index).padStart(10, '0')}`)
  for (let from = 0; from < count; from += 5_000)
    await client.send(
      new UpdateCommand({
        TableName: work.connection.tables.loket,
        Key: agendaKey(agendaSubject('ota')),
        UpdateExpression: 'ADD #on :others',
        ExpressionAttributeNames: { '#on': meeting },
        ExpressionAttributeValues: { ':others': new Set(others.slice(from, from + 5_000)) },
      }),
    )
}
const named = () => createOutbox(work.connection).agenda('ota', (planned) => planned <= meeting)

it.each([
  [mostNamed - 1, mostNamed, true],
  [mostNamed, mostNamed, false],
  // About as many as one item holds.
  [20_000, 20_000, false],
])('%i op de agenda, en nog een: %i genoemd', async (before, after, isNamed) => {
  await fill(before)
  const reference = await file()
  expect([(await dossierOf(work, reference)).agenda, work.failures]).toEqual([meeting, []])
  const references = await named()
  expect([references.length, references.includes(reference)]).toEqual([after, isNamed])
  const coordinator = await work.as('Coördinator OTA')
  const page = `/werkruimte/agenda/${meeting}`
  expect(await (await coordinator.get(page)).text()).toContain(`data-reference="${reference}"`)
})

it('wat niet genoemd is, wordt beslist zoals al de rest', async () => {
  await fill(mostNamed)
  const reference = await file()
  const coordinator = await work.as('Coördinator OTA')
  const path = `/werkruimte/dossier/${reference}`
  await coordinator.get(path)
  const { revision } = await dossierOf(work, reference)
  const fields = { revision: String(revision), bij: '', persoon: 'bemiddelaar-ota' }
  expect((await coordinator.post(`${path}/toewijzen`, fields)).status).toBe(303)
  expect([(await dossierOf(work, reference)).holder, work.failures]).toEqual(['bemiddelaar-ota', []])
  expect(await named()).toHaveLength(mostNamed)
})

it('de mail noemt er niet meer, en zegt dat het er meer zijn', async () => {
  const network = findNetwork('ota')
  if (!network) throw new Error('OTA is gone')
  const references = Array.from({ length: 7_000 }, (_, index) => `OTA-${index}`)
  const now = new Date(`${meeting}T08:00:00Z`)
  const link = 'https://loket.example'
  const context = { network, content: demoContent('ota'), form: undefined, link, references, now, decidedAt: now }
  const { html, text } = await mailOf(
    words.agenda({ kind: 'agenda', to: 'triage', network: 'ota', on: meeting }, context),
    network,
  )
  expect(html).toContain(`${mostNamed} of meer op de agenda`)
  expect([text.includes(`OTA-${mostNamed - 1}`), text.includes(`OTA-${mostNamed}`)]).toEqual([true, false])
})
