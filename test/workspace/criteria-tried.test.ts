/** The criteria of a network, shown in words and tried by a coordinator: nothing of it is kept. */
import { beforeAll, describe, expect, it } from 'vitest'
import { errorsIn } from '../support/lco.ts'
import { type Fields, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let aalst: Visitor
beforeAll(async () => {
  work = await startTestWorkspace({ now: new Date('2020-12-15T09:00:00Z') })
  aalst = await work.as('Coördinator Aalst')
})

const lco = '/werkruimte/beheer/criteria/lco-aanvraag'
const fits: Fields = {
  ...{ aanvrager: 'ocmw_aalst', meerderjarig: 'ja', postcode: '9300', ocmw_client: 'nee', verblijf: 'ja' },
  ...{ aantal_diensten: '2', levensdomeinen: ['persoon', 'netwerk'], op: '' },
}
const outcomeOf = (html: string) => /data-proef="(\w+)"/.exec(html)?.[1]
const tried = async (changes: Fields, visitor = aalst, path = lco) => {
  const response = await sendPage(visitor, path, path === lco ? { ...fits, ...changes } : changes)
  const html = await response.text()
  return { status: response.status, outcome: outcomeOf(html), words: wordsIn(html), html }
}

it('Beheer leidt naar mensen, criteria en persoonsgegevens', async () => {
  const { html } = await readPage(aalst, '/werkruimte/beheer')
  expect(wordsIn(html)).toMatch(/Mensen.*Criteria.*Persoonsgegevens/)
  expect(locationOf(await aalst.get('/werkruimte/beheer/criteria'))).toBe(lco)
})

describe('de criteria', () => {
  it('staan er in woorden, met de dag waarop ze veranderen', async () => {
    const { html } = await readPage(aalst, lco)
    expect(wordsIn(html)).toMatch(/Vanaf vrijdag 1 januari 2021:/)
    work.clock.now = new Date('2021-02-01T09:00:00Z')
    aalst = await work.as('Coördinator Aalst')
    expect(wordsIn((await readPage(aalst, lco)).html)).toMatch(/Voor vrijdag 1 januari 2021:/)
  })

  it.each<[string, Fields, string]>([
    ['alles past', {}, 'voldoet'],
    ['niet zeker', { verblijf: 'weet_niet' }, 'twijfel'],
    ['te jong', { meerderjarig: 'nee' }, 'doorverwezen'],
    ['vandaag mag iedereen', { aanvrager: 'hulpverlener' }, 'voldoet'],
    ['op 31 december 2020 nog niet', { aanvrager: 'hulpverlener', op: '31/12/2020' }, 'doorverwezen'],
    ['op 1 januari 2021 wel', { aanvrager: 'hulpverlener', op: '1/1/2021' }, 'voldoet'],
  ])('uitgeprobeerd: %s', async (_, changes, outcome) => {
    expect(await tried(changes)).toMatchObject({ status: 200, outcome })
  })

  it('zeggen alle redenen en wie wel kan helpen, zoals het formulier', async () => {
    const { html, words } = await tried({ meerderjarig: 'nee', postcode: '9000' })
    expect([...html.matchAll(/data-criterium="(\w+)"/g)].map(([, name]) => name)).toEqual([
      'meerderjarig',
      'werkgebied',
    ])
    expect(words).toContain('Dit past wel:')
  })

  it('een adres in Grotenberge: niemand kan het met een regel zeggen', async () => {
    const path = '/werkruimte/beheer/criteria/huisbezoek-80-plus'
    const visitor = await work.as('Coördinator Zottegem')
    const lives = { tachtig: 'ja', alleenstaand: 'ja', akkoord: 'ja', op: '' }
    const { outcome, words } = await tried({ ...lives, deelgemeente: 'grotenberge' }, visitor, path)
    expect([outcome, words]).toEqual(['twijfel', expect.stringContaining('In Grotenberge? Dan bekijken we het met u.')])
  })

  it('wat niet te lezen is, staat bij zijn veld, en wat getypt is blijft', async () => {
    const { status, html } = await tried({ postcode: '93', aantal_diensten: 'veel', op: '30/2/2021' })
    expect(status).toBe(422)
    expect(errorsIn(html).length).toBe(3)
    expect(html).toContain('value="veel"')
  })

  it('niets ervan wordt bewaard', async () => {
    const before = (await work.items('loket')).length
    await tried({ meerderjarig: 'nee' })
    const items = await work.items('loket')
    expect(items.filter(({ pk }) => String(pk).startsWith('TELLING#'))).toEqual([])
    expect(items.length).toBe(before)
    expect(await work.items('drafts')).toEqual([])
  })

  it('zijn van coördinatoren, en van het eigen netwerk', async () => {
    expect((await (await work.as('Casemanager Aalst')).get(lco)).status).toBe(403)
    expect((await aalst.get('/werkruimte/beheer/criteria/de-katrol')).status).toBe(404)
    expect((await aalst.get('/werkruimte/beheer/criteria/vraag')).status).toBe(404)
  })
})
