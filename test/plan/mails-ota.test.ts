/** Mail of the light plan of an OTA road: no client is at the table, so no word tells of one (docs/overleg.md §6, §10). */
import { expect, it } from 'vitest'
import { linesOf } from '../overleg/mail-table.ts'
import { usualGoals } from '../support/plan.ts'
import { openPlanPost } from './plan-post.ts'

it('zegt op geen enkele mail iets van een cliënt, en noemt de bemiddelaar', async () => {
  const post = await openPlanPost({
    by: 'Bemiddelaar OTA',
    dossier: { network: 'ota', form: 'aanmelding', trend: { soort: 'traject' } },
    table: [
      { naam: 'Noor Voorbeeld', dienst: 'CLB Voorbeeld', email: 'noor@clb.example' },
      { naam: 'Jan Cools', dienst: 'School Voorbeeld', email: 'jan@school.example' },
    ],
  })
  const goals = usualGoals.slice(0, 1).map((goal) => ({ ...goal, domein: 'leervraag' }))
  const own = { wat: 'De ouders uitnodigen', wie: 'CLB', tegen: '2021-04-20' }
  const other = { wat: 'Het lokaal vrijmaken', wie: 'School' }
  await post.plan.agreed({ goals, afspraken: [own, other], evaluationOn: '2021-06-15' })
  await post.passTo('2021-04-21T07:00:00Z')
  await post.plan.agreed({ goals, afspraken: [{ ...own, tegen: '2021-09-01' }, other], evaluationOn: '2021-06-15' })
  await post.overleg.leaves('School')
  await post.passTo('2021-06-22T07:00:00Z')
  await post.move('intrekken')
  await post.passTo(post.work.clock.now)

  const mails = await post.received()
  const toTable = mails.filter(({ to }) => /@(clb|school)\.example$/.test(to))
  const told = toTable.map(({ to, email }) => `${to} ${linesOf(email).slice(0, 2).join(' | ')}`)
  expect(told.sort()).toEqual([
    'jan@school.example Het plan staat klaar | Het plan ligt vast. Op uw pagina staat wat u doet.',
    'jan@school.example U hoeft niets meer te doen | Uw afspraken in het plan stoppen. Uw eigen hulp loopt door.',
    'noor@clb.example Het plan is gestopt | De afspraken stoppen. Uw eigen hulp loopt door.',
    'noor@clb.example Het plan is veranderd | Er is een nieuwe versie. Op uw pagina staat wat er voor u verandert.',
    'noor@clb.example Het plan staat klaar | Het plan ligt vast. Op uw pagina staat wat u doet.',
    'noor@clb.example U hebt een afspraak | Gisteren, dinsdag 20 april 2021, liep een afspraak van u af.',
    'noor@clb.example U hebt een afspraak | Op dinsdag 20 april 2021 loopt een afspraak van u af.',
  ])
  for (const { email } of toTable) {
    expect(linesOf(email)).toContain('Bemiddelaar: Bemiddelaar OTA, 09 000 00 02')
    expect(`${email.subject} ${linesOf(email)}`).not.toMatch(/cli[eë]nt|casemanager/i)
  }
  const missed = mails.find(({ email }) => email.subject?.startsWith('Evaluatie niet gebeurd'))
  expect(linesOf(missed?.email as never)).toEqual(
    expect.arrayContaining(['Bel de bemiddelaar, of doe ze zelf.', 'Bemiddelaar: Bemiddelaar OTA, 09 000 00 02']),
  )
})
