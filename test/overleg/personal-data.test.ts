/** What is kept of who sits at a table: found, shown, taken along and erased when they ask (docs/overleg.md §8, docs/domain.md §7). */
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { seated } from '../../forms/kit/overleg/overleg.ts'
import { mailSubjectOf } from '../../forms/kit/overleg/rounds.ts'
import { leftOut } from '../../forms/kit/passages.ts'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { sealedFor } from '../../functions/shared/store/overlegs.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { dossierOf, type Filed, fileHeld } from '../support/dossier.ts'
import { aanvraag } from '../support/lco.ts'
import { holdEverything, overlegOf, type TestOverleg } from '../support/overleg.ts'
import { idsOfApplicant as ids } from '../support/overleg-tables.ts'
import { cells, rowNamed, sendTable, tableOn } from '../support/table.ts'
import { locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { putStore, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const gegevens = '/werkruimte/gegevens'
const sam = 'sam@ocmw.example'

const monday = new Date('2026-11-23T09:00:00Z')

let work: TestWorkspace
let filed: Filed
let overleg: TestOverleg
let coordinator: Visitor

beforeEach(async () => {
  work = await startTestWorkspace({ now: monday })
  filed = await fileHeld(work, { fast: true })
  overleg = overlegOf(work, filed.reference)
  coordinator = await work.as('Coördinator Aalst')
})

const full = () => holdEverything(overleg)
const search = async (zoek: string) => locationOf(await coordinator.post(gegevens, { zoek }))
const textOf = async (path: string) => wordsIn(await (await coordinator.get(path)).text())
const seatPage = (id: string) => `${gegevens}/tafel/${filed.reference}_01_${id}`
const wholeTable = async () => JSON.stringify(await work.items('loket'))

/** Everything stored of the overlegs of the dossier, wherever it is. */
const itemsOfTables = async () =>
  (await work.items('loket')).filter(
    ({ pk }) => pk === `TAFEL#${filed.reference}` || String(pk).startsWith(`OUTBOX#${filed.reference}_`),
  )

describe('zoeken op adres', () => {
  it('vindt iemand aan tafel, en geen concept; ook langs een adres van vroeger één keer', async () => {
    await full()
    await overleg.readdress('Sam Spil', 'sam@nieuw.example')
    for (const address of [sam, 'sam@nieuw.example']) {
      const path = await search(address)
      const html = await (await coordinator.get(path)).text()
      expect(html.split(`href="${seatPage(ids.keyPerson)}"`)).toHaveLength(2)
      expect(wordsIn(html)).toContain(`Aan tafel van overleg 01 van ${filed.reference}`)
      expect(wordsIn(html)).not.toContain('nog niet verstuurd')
    }
  })

  it('niets van een ander netwerk', async () => {
    await full()
    const other = await work.as('Coördinator Limburg')
    const path = locationOf(await other.post(gegevens, { zoek: sam }))
    expect(await (await other.get(path)).text()).not.toContain(filed.reference)
    expect((await other.get(seatPage(ids.keyPerson))).status).toBe(404)
    expect((await other.post(`${seatPage(ids.keyPerson)}/wissen`)).status).toBe(404)
    expect((await overleg.now()).overleg.participants[ids.keyPerson]?.leftAt).toBeUndefined()
  })

  it('de aanvrager aan tafel: het dossier en de plaats', async () => {
    await full()
    const text = await textOf(await search(aanvraag.gegevens.email))
    expect(text).toContain(`${filed.reference} `)
    expect(text).toContain('Aan tafel van overleg 01')
  })
})

describe('wat van iemand aan tafel bewaard is', () => {
  it('naam, dienst, antwoorden en mails, en niets van een ander; dat is eerst opgeschreven', async () => {
    await full()
    const { client } = await work.connection.dynamo()
    const about = { network: 'aalst', form: 'lco-aanvraag', reference: filed.reference, overleg: '01' }
    const Item = outboxItem({
      subject: mailSubjectOf({ reference: filed.reference, number: '01' }, ids.keyPerson, 1),
      mailId: 'overleg-momenten-1',
      notification: {
        ...{
          kind: 'overleg-momenten',
          to: 'deelnemer',
          ...about,
          participant: ids.keyPerson,
          linkVersion: 1,
          revision: 3,
        },
      },
      now: monday,
    })
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
    const text = await textOf(seatPage(ids.keyPerson))
    for (const words of [
      'Sam Spil, OCMW Voorbeeld',
      sam,
      'dinsdag 1 december 2026, van 14 tot 16 uur: kan',
      'kan niet',
    ])
      expect(text).toContain(words)
    for (const words of ['Noor Voorbeeld', 'Bo Beller', '+3253111111', 'Zaal 1']) expect(text).not.toContain(words)
    const file = await (await coordinator.post(`${seatPage(ids.keyPerson)}/export`)).text()
    expect(JSON.parse(file)).toMatchObject({
      overleggen: [{ naam: 'Sam Spil, OCMW Voorbeeld', adressen: [sam], mails: [{}, {}] }],
    })
    for (const words of ['Noor Voorbeeld', 'Bo Beller', 'D-2041']) expect(file).not.toContain(words)
    const lines = (await work.items('loket')).filter(({ pk }) => pk === 'GEGEVENS#aalst')
    expect(lines.map(({ what, subjects }) => [what, subjects]).sort()).toEqual([
      ['geexporteerd', [`${filed.reference}_01_${ids.keyPerson}`]],
      ['getoond', [`${filed.reference}_01_${ids.keyPerson}`]],
    ])
    expect(JSON.stringify(lines)).not.toContain('@')
  })

  it('wat iemand van het dossier meekrijgt, kiest een mens per stuk; de rest staat er bij naam', async () => {
    await full()
    const path = `${gegevens}/dossier/${filed.reference}`
    const page = await (await coordinator.get(`${path}/export`)).text()
    expect(page).toContain('data-bewaard-overleg="01"')
    expect(page).toContain('value="01.tafel.p')
    expect(page).not.toMatch(/value="01\.[^"]*" checked/)
    const copyOf = async (mee: readonly string[]) => {
      const { dossiers } = (await (await coordinator.post(`${path}/export`, { mee })).json()) as {
        dossiers: { overleggen: Record<string, unknown>[]; overige?: string[] }[]
      }
      return dossiers[0]
    }
    const none = await copyOf([])
    expect(none?.overige).toBeUndefined()
    expect(none?.overleggen).toMatchObject([
      {
        nummer: '01',
        stand: 'vastgelegd',
        nietMeegegeven: ['tafel', 'momenten', 'antwoorden', 'besluiten', 'veiligheid'],
      },
    ])
    for (const words of ['Sam Spil', 'Zaal 1', 'Bo Beller'])
      expect(JSON.stringify(none?.overleggen)).not.toContain(words)
    const some = await copyOf(['01.momenten', '01.bestaat_niet', '02.tafel'])
    expect(some?.overleggen).toMatchObject([{ momenten: { plaats: 'Zaal 1' } }])
    expect(JSON.stringify(some?.overleggen)).not.toContain('Sam Spil')
    const one = JSON.stringify((await copyOf([`01.tafel.${ids.keyPerson}`]))?.overleggen)
    expect([one.includes('Sam Spil'), one.includes('Bo Beller'), one.includes(leftOut)]).toEqual([true, false, true])
  })
})

describe('iemand aan tafel vraagt om gewist te worden', () => {
  it('zit er niet meer, met naam, nummer, adres, antwoorden en mails weg; het dossier blijft', async () => {
    await full()
    expect(await textOf(`${seatPage(ids.keyPerson)}/wissen`)).toContain('Er vertrekt geen mail.')
    const before = (await work.items('loket')).filter(({ sk }) => String(sk).startsWith('MAIL#')).length
    const answer = await coordinator.post(`${seatPage(ids.keyPerson)}/wissen`)
    expect(wordsIn(await answer.text())).toContain('Deze persoon is gewist')
    const { overleg: now, details, said } = await overleg.now()
    expect(seated(now).map(({ id }) => id)).toEqual([ids.client, ids.applicant, ids.byPhone])
    expect(now.participants[ids.keyPerson]).toMatchObject({ linkVersion: 2, leftAt: monday.toISOString() })
    expect([details.names[ids.keyPerson], said.get(ids.keyPerson)]).toEqual([undefined, undefined])
    expect(details.names[ids.byPhone]?.naam).toBe('Bo Beller')
    expect(now.state).toBe('vastgelegd')
    const own = (await itemsOfTables()).filter(
      ({ pk, sk }) => String(pk).includes(`_${ids.keyPerson}_`) || String(sk).includes(`#${ids.keyPerson}`),
    )
    expect(own).toEqual([])
    expect(await wholeTable()).not.toContain(sam)
    expect((await work.items('loket')).filter(({ sk }) => String(sk).startsWith('MAIL#')).length).toBeLessThanOrEqual(
      before,
    )
    expect((await dossierOf(work, filed.reference)).state).toBe('overleg_gepland')
    expect((await coordinator.get(filed.path)).status).toBe(200)
  })

  it('van een adres: wat gekozen is, naast het dossier dat blijft', async () => {
    await full()
    const path = await search(sam)
    const wat = `${filed.reference}_01_${ids.keyPerson}`
    expect(await textOf(`${path}/wissen`)).toContain('De link werkt niet meer.')
    expect(locationOf(await coordinator.post(`${path}/wissen`, { wat }))).toContain('gewist=alles')
    expect(await textOf(path)).toContain('Ook aan de tafel van een overleg staat het niet.')
    expect((await dossierOf(work, filed.reference)).ttl).toBeUndefined()
  })

  it('de aanvrager aan tafel: de statuspagina zegt voortaan niet meer wanneer', async () => {
    await full()
    await coordinator.post(`${seatPage(ids.applicant)}/wissen`)
    expect((await dossierOf(work, filed.reference)).overleg).toMatchObject({ applicantInvited: false })
    expect(wordsIn(await (await work.visitor().get(filed.status)).text())).toContain('Het overleg ligt vast.')
  })

  it('ook van een overleg dat voorbij is', async () => {
    await full()
    work.clock.now = new Date('2026-12-01T16:00:00Z')
    coordinator = await work.as('Coördinator Aalst')
    await overleg.hold({ present: { [ids.keyPerson]: 'aanwezig' }, keyPerson: ids.keyPerson, decisions: 'Ja' })
    await coordinator.post(`${seatPage(ids.keyPerson)}/wissen`)
    const { overleg: now, details } = await overleg.now()
    expect([now.state, now.keyPerson, details.names[ids.keyPerson]]).toEqual(['gehouden', undefined, undefined])
    expect(details.decisions).toBe('Ja')
  })

  it('wie van tafel ging, staat niet in het volgende overleg: wissen laat nergens een naam', async () => {
    const name = 'Sam Spil'
    await full()
    await overleg.leaves(name)
    await overleg.cancel()
    const casemanager = await work.as('Casemanager Aalst')
    expect((await sendTable(casemanager, filed.path, { besproken_op: '23/11/2026' })).status).toBe(303)
    expect((await coordinator.post(`${seatPage(ids.keyPerson)}/wissen`)).status).toBe(200)
    const kept = await work.deps.overlegs.all(filed.reference, work.clock.now)
    expect(kept.map(({ overleg }) => overleg.number)).toEqual(['01', '02'])
    for (const { overleg, sealed = '' } of kept)
      expect(JSON.stringify(await work.deps.unseal(sealedFor(overleg), sealed))).not.toContain(name)
  })

  it('ook aan de volgende tafel, waar iemand zonder adres zit; een ander met die plaats blijft', async () => {
    await full()
    await overleg.cancel()
    const casemanager = await work.as('Casemanager Aalst')
    const path = `${filed.path}/overleg/tafel`
    const fields = tableOn(await (await casemanager.get(path)).text())
    const byPhone = { ...cells(rowNamed(fields, sam), { bereik: 'telefoon', email: '', telefoon: '053/12.34.56' }) }
    const renamed = cells(rowNamed(fields, 'Noor Voorbeeld'), { naam: 'Iemand Anders' })
    const sent = { ...fields, ...byPhone, ...renamed, besproken_op: '23/11/2026' }
    expect((await casemanager.post(path, sent)).status).toBe(303)
    expect((await coordinator.post(`${seatPage(ids.keyPerson)}/wissen`)).status).toBe(200)
    expect((await coordinator.post(`${seatPage(ids.applicant)}/wissen`)).status).toBe(200)
    const kept = await work.deps.overlegs.all(filed.reference, work.clock.now)
    const opened = await Promise.all(
      kept.map(({ overleg, sealed = '' }) => work.deps.unseal(sealedFor(overleg), sealed).then(JSON.stringify)),
    )
    for (const name of ['Sam Spil', '+3253123456', 'Noor Voorbeeld']) expect(opened.join()).not.toContain(name)
    expect(opened[1]).toContain('Iemand Anders')
    expect(kept.map(({ overleg }) => overleg.participants[ids.keyPerson]?.leftAt !== undefined)).toEqual([true, true])
    expect(kept[1]?.overleg.participants[ids.applicant]?.leftAt).toBeUndefined()
  })

  it('de cliënt niet: wat van de cliënt is, is het dossier', async () => {
    await full()
    expect(await (await coordinator.get(seatPage(ids.client))).text()).not.toContain('Wis deze persoon')
    expect((await coordinator.post(`${seatPage(ids.client)}/wissen`)).status).toBe(404)
    expect((await overleg.now()).overleg.participants[ids.client]?.leftAt).toBeUndefined()
  })

  it('valt het halverwege uit, dan wordt de rest nog gevonden en gewist', async () => {
    await full()
    const real = createPersonalData(work.connection)
    const eraseSeat = async () => {
      throw new Error('Out')
    }
    putStore(work.deps, createPersonalData, { ...real, eraseSeat })
    expect((await coordinator.post(`${seatPage(ids.keyPerson)}/wissen`)).status).toBe(503)
    putStore(work.deps, createPersonalData, real)
    const path = await search(sam)
    expect(await textOf(path)).toContain('Aan tafel van overleg 01')
    await coordinator.post(`${path}/wissen`, { wat: `${filed.reference}_01_${ids.keyPerson}` })
    expect(await wholeTable()).not.toContain(sam)
  })
})

it('een adres staat bij de HMAC van wie erom vraagt, met een einde', async () => {
  await full()
  const own = (await itemsOfTables()).find(({ email }) => email === sam)
  expect(own).toMatchObject({
    network: 'aalst',
    applicant: addressHmac(work.secrets.addressKey, sam),
    ttl: expect.any(Number),
  })
})
