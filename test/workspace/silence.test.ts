/** What counts as life, who stands in, and what the applicant reads: by way of the pages, with the clock and the mailer. */
import { beforeEach, describe, expect, it } from 'vitest'
import { serviceOf } from '../../forms/index.ts'
import type { Service } from '../../forms/kit/form.ts'
import { dossierOf, fileRequest, hiddenOn, mailsOf } from '../support/dossier.ts'
import { fileNew, intoState, pressed } from '../support/into-state.ts'
import { overlegOf } from '../support/overleg.ts'
import { planOf } from '../support/plan.ts'
import { mailingFor } from '../support/staff-mail.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const service = serviceOf({ network: 'aalst', form: 'lco-aanvraag' }) as Service
const holder = 'casemanager@lco-aalst.example De dag is voorbij'
const boss = 'coordinator@lco-aalst.example Een dossier blijft liggen'
const deputy = 'plaatsvervanger@lco-aalst.example Een dossier blijft liggen'

let work: TestWorkspace
let mailing: ReturnType<typeof mailingFor>
beforeEach(async () => {
  // A Monday: who gets it calls by Wednesday 3 March.
  work = await startTestWorkspace({ now: new Date('2027-03-01T09:00:00Z') })
  mailing = mailingFor(work)
})

const walk = () => ({ work, passTo: (instant: Date) => mailing.passTo(instant) })
/** "2027-03-04 casemanager@… De dag is voorbij": what reached staff up to an instant, each day once. */
async function heard(reference: string, until: string, since = work.clock.now.toISOString()): Promise<string[]> {
  await mailing.passTo(until)
  return mailing.toStaff(reference, since).map(({ at, to, subject }) => `${at.slice(0, 13)} ${to} ${subject}`)
}

const add = async (reference: string, part: string, fields: Record<string, string>) => {
  const visitor = await work.as('Casemanager Aalst')
  const path = `/werkruimte/dossier/${reference}`
  const { eenmalig = [] } = await hiddenOn(visitor, part === 'notitie' ? `${path}/notitie` : path)
  expect((await visitor.post(`${path}/${part}`, { eenmalig: eenmalig[0] ?? '', ...fields })).status).toBe(303)
}

describe('een toegewezen dossier waarvan de dag voorbij is', () => {
  it('de werkdag erna wie het heeft, drie werkdagen later de coördinator, en dan om de drie weken', async () => {
    const reference = await intoState(walk(), service, 'toegewezen')
    expect(await heard(reference, '2027-04-30T12:00:00Z')).toEqual([
      `2027-03-04T08 ${holder}`,
      // Saturday and Sunday do not count; from the end of March it is summer time; Easter Monday is 29 March.
      ...[`2027-03-09T08 ${boss}`, `2027-03-31T07 ${boss}`, `2027-04-21T07 ${boss}`],
    ])
    for (const { text } of mailing.toStaff(reference, '2027-03-01T10')) {
      expect(text).toContain('woensdag 3 maart 2027')
      expect(text).not.toMatch(/noor|caw/i)
    }
  })

  it('is de coördinator afwezig, dan de plaatsvervanger; is die terug, dan weer de coördinator', async () => {
    const reference = await intoState(walk(), service, 'toegewezen')
    const boundTo = await work.as('Coördinator Aalst')
    const away = { van: '2027-03-08', tot: '2027-03-10' }
    expect((await boundTo.post('/werkruimte/ik/afwezig', away)).status).toBe(303)
    expect((await heard(reference, '2027-04-02T12:00:00Z')).slice(1)).toEqual([
      `2027-03-09T08 ${deputy}`,
      `2027-03-31T07 ${boss}`,
    ])
  })

  it('heeft de enige coördinator het zelf, dan hoort de plaatsvervanger het', async () => {
    const reference = await intoState(walk(), service, 'toegewezen')
    const { client, UpdateCommand } = await work.connection.dynamo()
    await client.send(
      new UpdateCommand({
        ...{ TableName: work.connection.tables.loket, Key: { pk: `DOSSIER#${reference}`, sk: 'DOSSIER' } },
        ...{ UpdateExpression: 'SET holder = :who', ExpressionAttributeValues: { ':who': 'coordinator-aalst' } },
      }),
    )
    await pressed(work, service, reference, 'verlengen', '2027-03-03')
    expect(await heard(reference, '2027-03-12T12:00:00Z')).toEqual([
      '2027-03-04T08 coordinator@lco-aalst.example De dag is voorbij',
      `2027-03-09T08 ${deputy}`,
    ])
  })
})

describe('wat leven is', () => {
  it.each([
    ['een gesprek', (reference: string) => add(reference, 'contact', { contact: 'niet_bereikt' })],
    ['een notitie', (reference: string) => add(reference, 'notitie', { notitie: 'De lijn was bezet.' })],
    ['een stap', (reference: string) => pressed(work, service, reference, 'verlengen', '2027-03-05')],
  ])('%s op vrijdag: alles telt vanaf dan', async (_, live) => {
    const reference = await intoState(walk(), service, 'toegewezen')
    expect(await heard(reference, '2027-03-05T09:00:00Z')).toEqual([`2027-03-04T08 ${holder}`])
    await live(reference)
    const { revision } = await dossierOf(work, reference)
    // The desk shows the day on which it leaves now.
    const plans = await mailsOf(work, reference)
    expect(plans.find(({ mailId, cancelled }) => mailId.startsWith('blijft-liggen') && !cancelled)?.plannedAt).toBe(
      '2027-03-11T08:00:00.000Z',
    )
    const later = await heard(reference, '2027-03-12T12:00:00Z')
    expect(later.at(-1)).toBe(`2027-03-11T08 ${boss}`)
    expect(later.filter((line) => line.endsWith(boss))).toHaveLength(1)
    // Notes and calls make nobody's open page stale.
    expect((await dossierOf(work, reference)).revision).toBe(revision)
  })

  it('een gast die zegt hoe het staat, na de dag van de evaluatie', async () => {
    const reference = await intoState(walk(), service, 'in_opvolging')
    const { nextOn = '' } = await dossierOf(work, reference)
    expect(nextOn).toBe('2027-03-05')
    await mailing.passTo('2027-03-10T09:00:00Z')
    const plan = planOf(work, overlegOf(work, reference))
    const { plan: kept } = await plan.now()
    await plan.says('CAW', kept.running?.afspraken[0]?.id ?? '', 'gedaan')
    // Without the press on Wednesday 10 March the coordinator would hear on Thursday.
    const told = await heard(reference, '2027-03-31T12:00:00Z', '2027-03-10T09:00:00.000Z')
    expect(told.filter((line) => line.endsWith(boss))).toEqual([`2027-03-16T08 ${boss}`])
  })

  it('een overleg dat half bewaard wordt: ook de aanvrager leest pas later dat we het doorgaven', async () => {
    const filed = await fileRequest(work)
    await pressed(work, service, filed.reference, 'toewijzen', '2027-03-05')
    const overleg = overlegOf(work, filed.reference)
    await overleg.table([{ wie: 'client', bereik: 'brief' }])
    const reads = async () => (await (await work.visitor().get(filed.status)).text()).replaceAll(/<[^>]*>/g, '')
    await mailing.passTo('2027-03-08T12:00:00Z')
    await overleg.changeTable((rows) => rows)
    await mailing.passTo('2027-03-10T12:00:00Z')
    expect(mailing.toStaff(filed.reference, '2027-03-09').filter(({ subject }) => subject.includes('liggen'))).toEqual(
      [],
    )
    expect(await reads()).not.toContain('Wij gaven dit door')
  })
})

describe('wat de aanvrager leest', () => {
  const late = 'Dit duurt langer dan beloofd. Het spijt ons.'
  const passedOn = `${late} Wij gaven dit door.`

  it('ook van wie zou bellen; doorgegeven pas als de coördinator het weet, en een gesprek schuift dat mee', async () => {
    const filed = await fileRequest(work)
    await pressed(work, service, filed.reference, 'toewijzen', '2027-03-05')
    const reads = async () => (await (await work.visitor().get(filed.status)).text()).replaceAll(/<[^>]*>/g, '')
    await mailing.passTo('2027-03-03T22:59:59Z')
    expect(await reads()).toContain('belt u')
    await mailing.passTo('2027-03-03T23:00:00Z')
    expect(await reads()).toContain(late)
    await mailing.passTo('2027-03-05T09:00:00Z')
    await add(filed.reference, 'contact', { contact: 'niet_bereikt' })
    await mailing.passTo('2027-03-11T07:59:59Z')
    expect(await reads()).toContain(late)
    expect(await reads()).not.toContain(passedOn)
    await mailing.passTo('2027-03-11T08:00:00Z')
    expect(mailing.toStaff(filed.reference, '2027-03-11').map(({ to, subject }) => `${to} ${subject}`)).toEqual([boss])
    expect(await reads()).toContain(passedOn)
  })

  it('van een verdachte geven we niets door', async () => {
    const filed = await fileRequest(work, { fast: true })
    expect((await dossierOf(work, filed.reference)).suspect).toBe(true)
    await mailing.passTo('2027-04-30T09:00:00Z')
    const page = (await (await work.visitor().get(filed.status)).text()).replaceAll(/<[^>]*>/g, '')
    expect(page).toContain(late)
    expect(page).not.toContain('Wij gaven dit door')
    const told = mailing.toStaff(filed.reference, '2027-03-02').map(({ to, subject }) => `${to} ${subject}`)
    expect(new Set(told)).toEqual(new Set(['aanvragen@lco-aalst.example Kijk een verdachte aanvraag na']))
  })
})

describe('de lijsten', () => {
  it('op de dag zelf rood met “vandaag”, de dag erna te laat; de rij draagt haar referentie', async () => {
    const reference = await intoState(walk(), service, 'toegewezen')
    const row = async () => {
      const html = await (await (await work.as('Coördinator Aalst')).get('/werkruimte')).text()
      return new RegExp(`<tr[^>]*data-dossier="${reference}"[^>]*>.*?</tr>`, 's').exec(html)?.[0] ?? ''
    }
    const week = async () => (await (await work.as('Casemanager Aalst')).get('/werkruimte/week')).text()
    expect(await row()).not.toContain('is-late')
    await mailing.passTo('2027-03-03T08:00:00Z')
    const today = await row()
    expect([today.includes('is-late'), today.includes('data-te-laat'), today.includes('>vandaag<')]).toEqual([
      true,
      false,
      true,
    ])
    expect(await week()).toMatch(/<section class="lw-day today"><h2>Wo 3 mrt<small> vandaag/)
    await mailing.passTo('2027-03-04T08:00:00Z')
    const late = await row()
    expect([late.includes('is-late'), late.includes('data-te-laat'), late.includes('>te laat, ')]).toEqual([
      true,
      true,
      true,
    ])
  })

  it('een verdachte draagt de tekens ook', async () => {
    const reference = await fileNew({ work }, service, {}, true)
    const html = await (await (await work.as('Coördinator Aalst')).get('/werkruimte?verdacht=1')).text()
    expect(html).toContain(`data-dossier="${reference}"`)
  })
})
