/** When mail about a plan leaves, to the second, and what keeps it from leaving (docs/overleg.md §10). */
import { describe, expect, it } from 'vitest'
import { stands } from '../../forms/kit/plan/plan-said.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { linesOf } from '../overleg/mail-table.ts'
import { demoPerson } from '../support/content.ts'
import type { TestAfspraak } from '../support/plan.ts'
import { deputyAt, holderAt, openPlanPost, type PlanPost } from './plan-post.ts'

const caw = 'noor@caw.example'
const ocmw = 'sam@ocmw.example'
const reminder = 'U hebt een afspraak'

/** A plan that was agreed at the overleg; what left for it is read. */
async function agreed(
  afspraken: readonly TestAfspraak[],
  { day = '2021-03-15T14:00', evaluationOn = '2021-06-15' } = {},
) {
  const post = await openPlanPost({ day })
  await post.plan.agreed({ afspraken, evaluationOn })
  await post.left()
  return post
}

/** What leaves at this instant, and that nothing does a second before. */
async function leavesAt(post: PlanPost, instant: string): Promise<string[]> {
  await post.passTo(addSeconds(new Date(instant), -1))
  const before = await post.left()
  await post.passTo(instant)
  return [...before.map((line) => `te vroeg: ${line}`), ...(await post.left())]
}

describe('drie dagen ervoor en de dag erna, om 9 uur in Brussel', () => {
  it.each([
    [
      'ook over 28 maart, en op die dag zelf',
      '2021-03-15T14:00',
      ['2021-03-27', '2021-03-29', '2021-04-20'],
      [
        ...['2021-03-24T08:00:00', '2021-03-26T08:00:00', '2021-03-28T07:00:00', '2021-03-30T07:00:00'],
        ...['2021-04-17T07:00:00', '2021-04-21T07:00:00'],
      ],
    ],
    [
      'ook over 31 oktober, en op die dag zelf',
      '2021-10-11T14:00',
      ['2021-10-30', '2021-11-01'],
      ['2021-10-27T07:00:00', '2021-10-29T07:00:00', '2021-10-31T08:00:00', '2021-11-02T08:00:00'],
    ],
  ])('%s', async (_, day, dates, instants) => {
    const afspraken = dates.map((tegen) => ({ wat: `Iets tegen ${tegen}`, wie: 'CAW', tegen }))
    const post = await agreed(afspraken, { day, evaluationOn: '2021-12-15' })
    await post.passTo('2021-12-01T08:00:00Z')
    const mails = (await post.received()).filter(({ to }) => to === caw)
    expect(mails.map(({ email }) => email.subject?.split(' · ')[0])).toEqual(instants.map(() => reminder))
    expect(mails.map(({ email }) => email.date)).toEqual(instants.map((instant) => `${instant}.000Z`))
  })

  it('twee afspraken op één dag: één mail; met een andere dag: een andere', async () => {
    const post = await agreed([
      { wat: 'De verhuurder schrijven', wie: 'CAW', tegen: '2021-04-20' },
      { wat: 'De premie vragen', wie: 'CAW', tegen: '2021-04-20' },
      { wat: 'Een bezoek brengen', wie: 'CAW', met: 'OCMW', tegen: '2021-04-22' },
      { wat: 'Budget maken', wie: 'OCMW' },
    ])
    await post.passTo('2021-05-01T07:00:00Z')
    // Nothing for who only helps, and nothing for what has no day.
    expect(await post.left()).toEqual(Array(4).fill(`${caw} ${reminder}`))
  })

  it('wie al dichter bij zijn dag afspreekt, krijgt alleen de mail van de dag erna', async () => {
    const post = await agreed([{ wat: 'De verhuurder schrijven', wie: 'CAW', tegen: '2021-03-17' }])
    expect(await leavesAt(post, '2021-03-18T08:00:00Z')).toEqual([`${caw} ${reminder}`])
  })

  it('vertrekt er dagen niets, dan is de mail van ervoor te laat, en zegt de andere niet “gisteren”', async () => {
    const post = await agreed([{ wat: 'De verhuurder schrijven', wie: 'CAW', tegen: '2021-04-20' }])
    // Nobody looks at what is due until its day is over.
    post.set(new Date('2021-04-20T22:00:00Z'))
    await post.passTo('2021-04-21T06:59:59Z')
    expect(await post.left()).toEqual([])
    post.office.letSes(() => false)
    await post.passTo('2021-04-21T07:00:00Z')
    post.office.letSes(() => true)
    post.set(new Date('2021-04-22T07:00:00Z'))
    post.office.forget()
    await post.passTo('2021-04-22T07:00:00Z')
    const [mail, ...more] = await post.received()
    expect(more).toEqual([])
    expect(mail?.email.text).toContain('Op dinsdag 20 april 2021 liep een afspraak van u af.')
  })
})

describe('wat een herinnering tegenhoudt', () => {
  const own = { wat: 'De verhuurder schrijven', wie: 'CAW', tegen: '2021-04-20' }
  /** Everything until well after its day. */
  const later = async (post: PlanPost) => {
    await post.passTo('2021-05-01T07:00:00Z')
    return post.left()
  }

  it('zei wie het doet wat dan ook, dan niets meer; het andere blijft', async () => {
    const dates = ['2021-04-20', '2021-04-21', '2021-04-22', '2021-04-23', '2021-04-24']
    const post = await agreed(dates.map((tegen) => ({ ...own, wat: `Iets tegen ${tegen}`, tegen })))
    for (const [at, stand] of stands.entries()) await post.plan.says('CAW', `a${at + 1}`, stand)
    await post.passTo('2021-05-01T07:00:00Z')
    const texts = (await post.received()).map(({ email }) => email.text)
    expect(texts).toHaveLength(2)
    for (const text of texts) expect(text).toContain('zaterdag 24 april 2021')
  })

  it('één van twee gedaan: de andere blijft', async () => {
    const post = await agreed([own, { ...own, wat: 'De premie vragen' }])
    await post.plan.says('CAW', 'a1', 'gedaan')
    expect(await later(post)).toHaveLength(2)
  })

  it('gedaan na de eerste mail: de tweede komt niet', async () => {
    const post = await agreed([own])
    expect(await leavesAt(post, '2021-04-17T07:00:00Z')).toHaveLength(1)
    await post.plan.says('CAW', 'a1', 'gedaan')
    expect(await later(post)).toEqual([])
  })

  it('lukt niet, en dan een andere dag afgesproken: die dag telt, en wat gedaan is blijft gedaan', async () => {
    const post = await agreed([own, { ...own, wat: 'De premie vragen' }])
    await post.plan.says('CAW', 'a1', 'lukt_niet')
    await post.plan.says('CAW', 'a2', 'gedaan')
    post.set(addSeconds(post.work.clock.now, 3600))
    await post.plan.agreed({
      afspraken: [
        { ...own, tegen: '2021-04-27' },
        { ...own, wat: 'De premie vragen', tegen: '2021-04-28' },
      ],
      evaluationOn: '2021-06-15',
    })
    await post.left()
    expect(await leavesAt(post, '2021-04-24T07:00:00Z')).toEqual([`${caw} ${reminder}`])
    expect(await later(post)).toEqual([`${caw} ${reminder}`])
  })

  it('de cliënt is het er niet mee eens: niets', async () => {
    const post = await openPlanPost()
    const [afspraken, evaluationOn] = [[own, { ...own, wat: 'Budget maken', wie: 'OCMW' }], '2021-06-15']
    await post.plan.agreed({ afspraken, evaluationOn }, { disagreed: { a1: { p0: 'Nu niet' } } })
    await post.left()
    expect(await later(post)).toEqual([`${ocmw} ${reminder}`, `${ocmw} ${reminder}`])
  })

  it('ook als hij het pas in de versie erna niet eens is', async () => {
    const post = await agreed([own])
    await post.plan.agreed({ afspraken: [own], evaluationOn: '2021-06-15' }, { disagreed: { a1: { p0: 'Nu niet' } } })
    expect(await post.left()).toEqual([`${caw} Het plan is veranderd`])
    expect(await later(post)).toEqual([])
  })

  it('bij de evaluatie gelukt of niet meer nodig: niets', async () => {
    const post = await agreed([own, { ...own, wat: 'Budget maken', wie: 'OCMW' }])
    await post.plan.evaluate('overleg', { outcomes: { a1: 'gelukt', a2: 'niet_meer_nodig' } })
    await post.left()
    // That the next overleg is to be prepared is another thing.
    expect((await later(post)).filter((line) => line.endsWith(reminder))).toEqual([])
  })

  it('de cliënt stopt: dat ene, en dan niets', async () => {
    const post = await agreed([own])
    await post.move('intrekken')
    expect(await post.left()).toEqual([`${caw} Het plan is gestopt`])
    expect(await later(post)).toEqual([])
  })

  it('het dossier is af: niets', async () => {
    const post = await agreed([own])
    await post.move('afsluiten')
    expect(await later(post)).toEqual([])
  })

  it('het adres werkt niet: geen herinnering meer, en wie het dossier heeft hoort dat iemand niet bereikt is', async () => {
    const post = await openPlanPost()
    await post.plan.agreed({ afspraken: [own], evaluationOn: '2021-06-15' })
    await post.passTo(post.work.clock.now)
    for (const event of post.office.told('bounce', caw)) await post.feedback(event)
    post.office.forget()
    expect(await post.left()).toEqual([`${holderAt} Niet bereikt`])
    expect(await later(post)).toEqual([])
  })

  it('per telefoon bereikt: geen mail', async () => {
    const post = await agreed([own])
    await post.overleg.changeTable((rows) =>
      rows.map((row) => (row.email === caw ? { ...row, bereik: 'telefoon', telefoon: '+3253000031', email: '' } : row)),
    )
    await post.left()
    expect(await later(post)).toEqual([])
  })
})

describe('de evaluatie', () => {
  const coordinatorAt = 'coordinator@lco-aalst.example'
  const own = { wat: 'De verhuurder schrijven', wie: 'CAW' }
  const day = '2021-06-15T07:00:00Z'
  /** Five working days later. */
  const missed = '2021-06-22T07:00:00Z'

  it('om 9 uur op haar dag aan wie het dossier heeft, vijf werkdagen later aan de plaatsvervanger', async () => {
    const post = await agreed([own])
    expect(await leavesAt(post, day)).toEqual([`${holderAt} Evaluatie vandaag`])
    // As of every dossier whose day passed.
    expect(await leavesAt(post, '2021-06-16T07:00:00Z')).toEqual([`${holderAt} De dag is voorbij`])
    expect(await leavesAt(post, '2021-06-21T07:00:00Z')).toEqual([`${coordinatorAt} Een dossier blijft liggen`])
    expect(await leavesAt(post, missed)).toEqual([`${deputyAt} Evaluatie niet gebeurd`])
  })

  it('een feestdag is geen werkdag', async () => {
    const post = await agreed([own], { evaluationOn: '2021-07-16' })
    expect(await leavesAt(post, '2021-07-16T07:00:00Z')).toEqual([`${holderAt} Evaluatie vandaag`])
    expect(await leavesAt(post, '2021-07-19T07:00:00Z')).toEqual([`${holderAt} De dag is voorbij`])
    expect(await leavesAt(post, '2021-07-23T07:00:00Z')).toEqual([`${coordinatorAt} Een dossier blijft liggen`])
    // 21 July, and two weekends.
    expect(await leavesAt(post, '2021-07-26T07:00:00Z')).toEqual([`${deputyAt} Evaluatie niet gebeurd`])
  })

  it.each(['overleg', 'afsluiten'] as const)('gedaan, en daarna “%s”: niets meer', async (next) => {
    const post = await agreed([own])
    await post.passTo(day)
    await post.left()
    await post.plan.evaluate(next, { all: next === 'afsluiten' ? 'gelukt' : 'deels' })
    await post.left()
    await post.passTo('2021-06-30T07:00:00Z')
    expect((await post.left()).filter((line) => /Evaluatie/.test(line))).toEqual([])
  })

  it('gedaan voor haar dag, met een nieuwe dag: dan die', async () => {
    const post = await agreed([own])
    await post.passTo('2021-06-10T07:00:00Z')
    await post.plan.evaluate('verder', { evaluationOn: '2021-07-01' })
    await post.left()
    await post.passTo(missed)
    expect(await post.left()).toEqual([])
    expect(await leavesAt(post, '2021-07-01T07:00:00Z')).toEqual([`${holderAt} Evaluatie vandaag`])
  })

  it('het dossier is intussen van iemand anders: die hoort het', async () => {
    const post = await agreed([own])
    await post.move('andere_casemanager', { person: 'casemanager-aalst-2', by: demoPerson('coordinator-aalst') })
    await post.left()
    await post.passTo(day)
    expect(await post.left()).toEqual(['casemanager2@lco-aalst.example Evaluatie vandaag'])
  })

  it('kan de mail die dag niet weg, dan zegt ze een dag later niet “vandaag”', async () => {
    const post = await agreed([own])
    post.office.letSes(() => false)
    await post.passTo(day)
    post.office.letSes(() => true)
    post.office.forget()
    post.set(new Date('2021-06-16T07:00:00Z'))
    await post.passTo('2021-06-16T07:00:00Z')
    const [mail] = await post.received()
    expect(mail?.email.subject).toBe(`Evaluatie van het plan · ${post.reference}`)
    expect(mail?.email.text).toContain('De evaluatie van dit plan was op dinsdag 15 juni 2021.')
  })
})

it('twee weken voor het wissen, om 9 uur: wie het dossier heeft, bewaart het plan zelf', async () => {
  const post = await agreed([{ wat: 'De verhuurder schrijven', wie: 'CAW' }])
  await post.plan.evaluate('afsluiten', { all: 'gelukt' })
  await post.left()
  // Ninety days after it was closed it is gone.
  expect(await leavesAt(post, '2021-05-30T06:59:59Z')).toEqual([])
  await post.passTo('2021-05-30T07:00:00Z')
  const [mail, ...more] = await post.received()
  expect([mail?.to, mail?.email.subject, more]).toEqual([holderAt, `Dit plan wordt gewist · ${post.reference}`, []])
  expect(linesOf(mail?.email as never)).toEqual([
    'Dit plan wordt gewist',
    'Dit plan wordt gewist op zondag 13 juni 2021. Bewaar het in uw eigen dossier.',
    ...[`Referentie: ${post.reference}`, 'Formulier: LCO aanvraag'],
    ...['Wat gebeurt er nu?', '- Druk het af, of haal het op als bestand.', 'Open het plan:'],
    'Stuur geen gegevens over cliënten per mail.',
  ])
  expect(mail?.email.html).toContain(`href="https://loket.example/werkruimte/dossier/${post.reference}/plan"`)
})
