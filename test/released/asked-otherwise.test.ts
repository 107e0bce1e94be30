/**
 * A question that an older version asked in another way: a text that is a date now, one choice that became several, a list of services
 * that was a line. What was answered is shown as it is, wherever answers are shown (docs/decisions/016).
 */
import { randomBytes } from 'node:crypto'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, expect, it } from 'vitest'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { linkToken } from '../../functions/shared/links.ts'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { answersKey } from '../../functions/shared/store/keys.ts'
import { addressItem } from '../../functions/shared/store/outbox-item.ts'
import { dossierOf, keep } from '../support/place-dossiers.ts'
import { wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace()
})

/** A request with these answers, stored past every check. */
async function stored(answers: Answers): Promise<string> {
  const reference = makeReference('LCO', randomBytes(10))
  const applicant = addressHmac(work.secrets.addressKey, 'noor@caw.example')
  await keep(work.connection, { ...(await dossierOf(work, { applicant, network: 'aalst' })), reference })
  const { client } = await work.connection.dynamo()
  const sealed = await work.deps.seal('aalst', reference, answers)
  for (const Item of [{ ...answersKey(reference), sealed }, addressItem(reference, 'noor@caw.example')])
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
  return reference
}

it.each<[string, Answers, string]>([
  ['een tekst die nu een datum is', { voor_datum: 'na de vakantie' }, 'na de vakantie'],
  ['een datum die niet bestaat', { voor_datum: '2027-02-31' }, '2027-02-31'],
  ['een datum onder andere', { voor_datum: ['2027-06-08', 'later'] }, 'dinsdag 8 juni 2027'],
  ['keuzes die er nu één is', { verblijf: ['ja', 'soms'] }, 'soms'],
  ['een keuze die er nu meer zijn', { levensdomeinen: 'vervoer' }, 'vervoer'],
  ['een regel die nu een lijst is', { betrokkenen: 'CAW en OCMW Voorbeeld' }, 'CAW en OCMW Voorbeeld'],
  ['een kolom die er niet meer is', { betrokkenen: [{ dienst: 'CAW', fax: '053 99' }] }, 'CAW, 053 99'],
  ['een naam die nu een van de rijen is', { spilfiguur: 'Sam Voorbeeld' }, 'Sam Voorbeeld'],
  ['een rij die er niet is', { spilfiguur: '7', betrokkenen: [{ dienst: 'CAW' }] }, '7'],
  ['een lijst die nu een regel is', { organisatie: [{ dienst: 'CAW', plaats: 'Aalst' }] }, 'CAW, Aalst'],
  ['nummers die er nu één is', { telefoon: ['+32478123456', 'vraag Sam'] }, 'vraag Sam'],
  ['een getal dat nu een tekst is', { client_aanduiding: 2041 }, '2041'],
])('%s', async (_, answers, shown) => {
  work.failures.length = 0
  const reference = await stored(answers)
  const coordinator = await work.as('Coördinator Aalst')
  for (const path of [`/werkruimte/dossier/${reference}`, `/werkruimte/gegevens/dossier/${reference}`]) {
    const response = await coordinator.get(path)
    expect([path, response.status, work.failures]).toEqual([path, 200, []])
    expect(wordsIn(await response.text())).toContain(shown)
  }
  const links = (['status', 'ontvangen'] as const).map(
    (purpose) => `/${purpose}/${linkToken(work.secrets.linkKeys, purpose, { id: reference, version: 1 })}`,
  )
  for (const path of links) expect([path, (await work.visitor().get(path)).status]).toEqual([path, 200])
  for (const action of ['toewijzen', 'verplaatsen', 'doorverwijzen'])
    expect([action, (await coordinator.get(`/werkruimte/dossier/${reference}/${action}`)).status]).toEqual([
      action,
      200,
    ])
  expect(work.failures).toEqual([])
})
