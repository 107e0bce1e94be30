/** A werkruimte in which every page has something to show: what came in, what was done with it, and what went wrong. */

import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Notification } from '../../forms/kit/post/notifications.ts'
import { bindingItems } from '../../functions/shared/store/identities.ts'
import { outboxItem, troubled } from '../../functions/shared/store/outbox-item.ts'
import { fileForm, fileHeld, fileRequest, hiddenOn } from './dossier.ts'
import { invite, inviteeOf, putEvent, respond } from './events.ts'
import { seedYears } from './figures.ts'
import { fillForm, ota, otaStart } from './forms.ts'
import { startHeld } from './held.ts'
import { startFiled } from './overleg.ts'
import { spanAt } from './overleg-tables.ts'
import { given } from './own-tasks.ts'
import { place } from './place-dossiers.ts'
import { fieldsIn, locationOf, mainOf } from './visitor.ts'
import { refOf, type TestWorkspace } from './workspace.ts'

/** What the paths of pages are made of: references, unless said otherwise. */
export type StaffPast = Awaited<ReturnType<typeof makeStaffPast>>

const safe = 'Bel alleen tussen 9 en 15 uur. Spreek geen bericht in: de ex-partner luistert mee.'
const mensen = '/werkruimte/beheer/mensen'

/** Afterwards it is Monday 7 December 2026, in the morning. */
export async function makeStaffPast(work: TestWorkspace) {
  const { plan: over } = await startHeld(work)
  const { plan: runs } = await startHeld(work)
  const afspraken = [
    { wat: 'De huisbaas een brief schrijven over het vocht', wie: 'CAW' },
    { wat: 'Een afspraak maken met de schuldbemiddelaar', wie: 'OCMW', met: 'client' },
  ]
  await runs.agreed({ afspraken })
  const { plan: written } = await startHeld(work)
  await written.write({ afspraken })
  const asked = await startFiled(work)
  await asked.asked([spanAt('2026-12-15T14:00'), spanAt('2026-12-16T09:00')])
  const fixed = await startFiled(work)
  await fixed.asked([spanAt('2026-12-17T14:00')])
  await fixed.fix()
  const changes = { criteria: { verblijf: 'weet_niet' }, client: { veilig_contact: safe } }
  const fresh = await fileRequest(work, { changes })
  const held = await fileHeld(work, { changes })
  const suspect = await fileRequest(work, { fast: true })
  const casemanager = await work.as('Casemanager Aalst')
  await casemanager.post(`${held.path}/notitie`, { notitie: 'Bel donderdag\nna 14 uur.', eenmalig: 'A'.repeat(22) })
  await given(work, casemanager, held, { taak: 'Bel de school', tegen: '2027-03-01' })
  const [, note = ''] = /href="([^"]+\/verbeter)"/.exec(await (await casemanager.get(held.path)).text()) ?? []
  await fillLists(work)
  await fillPost(work, held.reference)
  await seedYears(work)
  await closeDays(work)
  return {
    ...{
      over: over.reference,
      runs: runs.reference,
      written: written.reference,
      asked: asked.reference,
      fixed: fixed.reference,
    },
    ...{ fresh: fresh.reference, held: held.reference, suspect: suspect.reference },
    /** Paths of a note to correct, and of somebody at a table. */
    note,
    seat: `/werkruimte/gegevens/tafel/${fixed.reference}_01_${await fixed.idOf('spilfiguur')}`,
    ...(await callPeople(work)),
    ...(await fillEvent(work)),
    ...(await changePeople(work)),
  }
}

/** Days on which the network is closed: a page of their own. */
async function closeDays(work: TestWorkspace): Promise<void> {
  const coordinator = await work.as('Coördinator Aalst')
  await coordinator.post('/werkruimte/beheer/sluitingsdagen', { van: '2026-12-24', waarom: 'Brugdag' })
}

/** More than a page of the list holds. */
async function fillLists(work: TestWorkspace): Promise<void> {
  const services = ['OCMW Aalst', 'CAW De Pont', 'Wijkgezondheidscentrum De Centrale', 'School De Kade']
  const states = ['toegewezen', 'overleg_gepland', 'overleg_gehouden', 'wacht_op_aanvrager', 'ingediend']
  for (let count = 0; count < 30; count += 1) {
    const state = states[count % states.length] ?? 'ingediend'
    await place(work, {
      state,
      ...(state === 'ingediend' ? {} : { holder: count % 2 ? 'casemanager-aalst' : 'casemanager-aalst-2' }),
      nextOn: `2026-12-${String((count % 14) + 3).padStart(2, '0')}`,
      stateSince: '2026-11-19T09:00:00.000Z',
      suspect: count === 4,
      toont: {
        over: count === 2 ? 'Gezin-met-een-heel-lange-aanduiding-zonder-spaties-2041' : `D-${2_000 + count}`,
        ...{ organisatie: services[count % services.length] ?? '', gemeente: '9300', telefoon: '+32478123456' },
      },
    })
  }
  await place(work, { state: 'afgesloten', toont: { over: 'D-1999', organisatie: 'OCMW Aalst', gemeente: '9300' } })
}

/** One of each kind of trouble, and of one kind many. */
async function fillPost(work: TestWorkspace, reference: string): Promise<void> {
  const about = { network: 'aalst', form: 'lco-aanvraag', reference, linkVersion: 1 }
  const now = work.clock.now
  const received = { receivedAt: now.toISOString(), answerBefore: '2026-12-14' }
  const notification: Notification = { kind: 'ontvangen', to: 'aanvrager', ...about, ...received }
  const task: Notification = { kind: 'taak', to: 'medewerker', person: 'casemanager-aalst', ...about, why: 'stil' }
  const put = async (Item: object) => {
    const { client } = await work.connection.dynamo()
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
  }
  for (const [index, held] of (['onbekend', 'onbekend', 'dagplafond', 'geen-adres', 'hersteld'] as const).entries())
    await put(outboxItem({ subject: reference, mailId: `held${index}`, notification, now, held }))
  for (const [index, mail] of [notification, task].entries()) {
    const item = outboxItem({ subject: reference, mailId: `came${index}`, notification: mail, now })
    const fate = { status: 'verstuurd', fate: 'niet_aangekomen', fateAt: now.toISOString() }
    await put({ ...item, ...fate, ...troubled(item) })
  }
}

/** For the agenda and the phone list of OTA: asked, urgent, late, tried, suspect, one whom we asked something. */
async function callPeople(work: TestWorkspace) {
  const file = (pages: keyof typeof ota) => fileForm(work, otaStart, ota[pages]).then(({ reference }) => reference)
  const machine = work.visitor()
  await machine.post(await fillForm(machine, otaStart, ota.helpdesk))
  await file('helpdesk')
  const call = await file('helpdesk')
  const [traject, waits] = [await file('traject'), await file('intervisie')]
  await file('vorming')
  const coordinator = await work.as('Coördinator OTA')
  const path = `/werkruimte/dossier/${waits}/wachten`
  await coordinator.post(path, { ...(await hiddenOn(coordinator, path)), toelichting: 'Hoeveel mensen komen er?' })
  const html = await (await coordinator.get('/werkruimte/telefoon')).text()
  const { revision = [], eenmalig = [] } = fieldsIn(mainOf(html))
  await coordinator.post(`/werkruimte/telefoon/${call}`, { revision, eenmalig, actie: 'niet_bereikt' })
  return { call, traject }
}

/** Somebody in each list, one who came too late to be certain. */
async function fillEvent(work: TestWorkspace) {
  const future = { start: '2027-01-19T08:00:00.000Z', einde: '2027-01-19T11:00:00.000Z', deadline: '2027-01-05' }
  const event = await putEvent(work.connection, { ...future, capaciteit: 2, network: 'aalst' })
  for (const [index, antwoord] of ['ja', 'ja', 'ja', 'nee', 'op_de_hoogte'].entries())
    await respond(work, event, { antwoord, email: `sam${index}@caw.example`, naam: `Sam ${index}` })
  for (let count = 0; count < 12; count += 1) await invite(work, event, `genodigde${count}@dienst.example`)
  const comes = await inviteeOf(work, event, 'sam0@caw.example')
  const home = `/werkruimte/activiteiten/${event.slug}`
  return { event: home, invitee: `${home}/genodigden/${comes?.id}` }
}

/** Away, replaced, invited, with an account; and a dossier that was erased. */
async function changePeople(work: TestWorkspace) {
  const { client } = await work.connection.dynamo()
  const account = { issuer: 'https://login.example/11111111/v2.0', name: 'Noor', email: 'noor@organisatie.example' }
  for (const Item of bindingItems(refOf('Coördinator Aalst'), 'account', work.clock.now.toISOString(), account))
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
  const away = { from: '2026-12-07', until: '2026-12-11', standIn: 'casemanager-aalst-2' }
  const by = { by: 'coordinator-aalst', auditId: 'a', now: work.clock.now, auditDays: 365 }
  await work.deps.absences.set(refOf('Casemanager Aalst'), away, by)
  const coordinator = await work.as('Coördinator Aalst')
  const { reference: erased } = await fileRequest(work)
  await coordinator.post(`/werkruimte/gegevens/dossier/${erased}/wissen`)
  const invited = locationOf(await coordinator.post(`${mensen}/casemanager-aalst-2/uitnodigen`))
  return { erased, invited }
}
