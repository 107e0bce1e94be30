/** Every mail about a plan as who gets it reads it: its words, its one link, and nothing else (docs/overleg.md §9, §10). */
import type { Email } from 'postal-mime'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLinkToken } from '../../functions/shared/links.ts'
import { secrets } from '../mailer/post-office.ts'
import { called, linesOf } from '../overleg/mail-table.ts'
import { deputyAt, holderAt, openPlanPost, type PlanPost, planTable } from './plan-post.ts'

const table = [
  ...planTable,
  { dienst: 'Wonen Voorbeeld', naam: 'Mia Maes', email: 'mia@wonen.example' },
  { wie: 'naaste', naam: 'Zus Voorbeeld', email: 'zus@mail.example', beroepsgeheim: 'nee' },
] as const

/** One plan, from the day it was agreed to the day the client stops, with everything that left on the way. */
let post: PlanPost
const mails = new Map<string, { to: string; email: Email }[]>()
beforeAll(async () => {
  post = await openPlanPost({ table })
  const { plan, overleg, passTo } = post
  const step = async (name: string) => {
    await passTo(post.work.clock.now)
    mails.set(name, await post.received())
    post.office.forget()
  }
  const reads = [await overleg.idOf('Wonen')]
  const afspraken = [
    { wat: 'Brieven in één map steken', wie: 'client', tegen: '2021-03-29' },
    { wat: 'De verhuurder schrijven', wie: 'CAW', tegen: '2021-03-29' },
    { wat: 'Meegaan naar de bank', wie: 'Buur', tegen: '2021-03-29' },
    { wat: 'Budget maken', wie: 'OCMW' },
    { wat: 'Op de kinderen letten', wie: 'Zus' },
  ]
  await plan.agreed({ afspraken, evaluationOn: '2021-06-15' }, { whole: reads })
  await step('klaar')
  await passTo('2021-03-26T08:00:00Z')
  await step('drie dagen ervoor')
  await passTo('2021-03-30T07:00:00Z')
  await step('de dag erna')
  const [own, write, ...rest] = afspraken as [never, (typeof afspraken)[0], ...typeof afspraken]
  await plan.agreed(
    { afspraken: [own, { ...write, tegen: '2021-09-01' }, ...rest], evaluationOn: '2021-06-15' },
    { whole: reads },
  )
  await step('veranderd')
  await overleg.leaves('Zus')
  await overleg.leaves('Wonen')
  await step('van tafel')
  await passTo('2021-06-15T07:00:00Z')
  await step('evaluatie')
  await passTo('2021-06-22T07:00:00Z')
  await step('gemist')
  await post.move('intrekken')
  await step('gestopt')
})

const own = 'Deze link is van u alleen. Stuur hem niet door.'
const whom = `Weet u niet over wie het gaat? Bel ${called}. Vraag het niet per mail.`

interface Reader {
  to: string
  /** Id among who sits there. */
  id: string
  /** As what the casemanager stands there. */
  label: 'Casemanager' | 'Contact'
}
const ocmw: Reader = { to: 'sam@ocmw.example', id: 'p1', label: 'Casemanager' }
const caw: Reader = { to: 'noor@caw.example', id: 'p2', label: 'Casemanager' }
const buur: Reader = { to: 'buur@mail.example', id: 'p3', label: 'Contact' }
const wonen: Reader = { to: 'mia@wonen.example', id: 'p4', label: 'Casemanager' }
const zus: Reader = { to: 'zus@mail.example', id: 'p5', label: 'Contact' }

const comes = [
  'Op maandag 29 maart 2021 loopt een afspraak van u af.',
  'Gedaan? Duid het aan. Lukt het niet? Zeg het, dan bellen we u.',
]
const wasYesterday = [
  'Gisteren, maandag 29 maart 2021, liep een afspraak van u af.',
  'Hoe is het? Nee is ook een goed antwoord.',
]

type Row = [step: string, name: string, reader: Reader, subject: string, paragraphs: string[], button?: string]
const toGuests: Row[] = [
  [
    'klaar',
    'wie iets doet',
    caw,
    'Het plan staat klaar',
    ['De cliënt ging akkoord met het plan. Op uw pagina staat wat u doet.', 'Geen account nodig.'],
    'Bekijk uw afspraken',
  ],
  [
    'klaar',
    'wie het plan leest',
    wonen,
    'Het plan staat klaar',
    ['De cliënt ging akkoord met het plan. Op uw pagina leest u het plan.', 'Geen account nodig.'],
    'Lees het plan',
  ],
  [
    'klaar',
    'een vertrouwensfiguur',
    buur,
    'Het plan staat klaar',
    ['Het plan ligt vast. Op uw pagina staat wat u doet.', 'Geen account nodig.'],
    'Bekijk uw afspraken',
  ],
  ['drie dagen ervoor', 'wie het doet', caw, 'U hebt een afspraak', comes, 'Bekijk uw afspraken'],
  ['drie dagen ervoor', 'een vertrouwensfiguur', buur, 'U hebt een afspraak', comes, 'Bekijk uw afspraken'],
  ['de dag erna', 'wie het doet', caw, 'U hebt een afspraak', wasYesterday, 'Laat het weten'],
  [
    'veranderd',
    'wie iets anders doet',
    caw,
    'Het plan is veranderd',
    ['De cliënt ging akkoord met een nieuwe versie. Op uw pagina staat wat er voor u verandert.'],
    'Bekijk uw afspraken',
  ],
  [
    'veranderd',
    'wie het plan leest',
    wonen,
    'Het plan is veranderd',
    ['De cliënt ging akkoord met een nieuwe versie. Op uw pagina staat wat er voor u verandert.'],
    'Lees het plan',
  ],
  [
    'van tafel',
    'wie niets deed',
    wonen,
    'U hoeft niets meer te doen',
    ['U leest het plan niet meer mee. Uw link werkt niet meer.', 'Dank u voor uw tijd.'],
  ],
  [
    'van tafel',
    'een naaste',
    zus,
    'U hoeft niets meer te doen',
    ['Uw afspraken in het plan stoppen. Uw eigen hulp loopt door.', 'Dank u voor wat u deed.'],
  ],
  [
    'gestopt',
    'wie iets deed',
    ocmw,
    'Het plan is gestopt',
    ['De afspraken stoppen. Uw eigen hulp aan de cliënt loopt door.', 'Dank u voor wat u deed.'],
    'Bekijk de pagina',
  ],
  [
    'gestopt',
    'een vertrouwensfiguur',
    buur,
    'Het plan is gestopt',
    ['De afspraken stoppen. Uw eigen hulp loopt door.', 'Dank u voor wat u deed.'],
    'Bekijk de pagina',
  ],
]

const mailTo = (step: string, address: string) => {
  const found = (mails.get(step) ?? []).filter(({ to }) => to === address)
  expect(found).toHaveLength(1)
  return found[0]?.email ?? ({} as Email)
}
const linksIn = ({ html = '' }: Email) =>
  [...html.matchAll(/href="(https:[^"]+)"/g)].map(([, href = '']) => href.replace('https://loket.example', ''))

describe.each(toGuests)('%s, %s', (step, _, { to, id, label }, subject, paragraphs, button) => {
  it('zegt wat er moet staan en niets meer, met één link', () => {
    const { reference } = post
    const email = mailTo(step, to)
    expect(email.subject).toBe(`${subject} · ${reference}`)
    expect(linesOf(email)).toEqual([
      ...[subject, ...paragraphs, `Referentie: ${reference}`, `${label}: ${called}`],
      ...(button ? [`${button}:`, whom, own] : [whom]),
    ])
    expect(email.from).toMatchObject({ name: 'Loket – LCO Aalst', address: 'loket@mail.example.be' })
    expect(email.replyTo).toMatchObject([{ address: 'lco@lco-aalst.example' }])
    expect(email.html).toContain('href="tel:+3253000002"')
    expect(email.attachments).toEqual([])
    const links = linksIn(email)
    expect(links).toHaveLength(button ? 1 : 0)
    expect(email.text?.includes('https://')).toBe(button !== undefined)
    const token = links[0]?.replace('/plan/', '')
    if (token)
      expect(readLinkToken(secrets.linkKeys, 'plan', token)).toEqual({ id: `${reference}_01_${id}`, version: 1 })
    if (label === 'Contact') expect(linesOf(email).slice(0, -2).join()).not.toMatch(/cli[eë]nt|casemanager:/i)
  })
})

describe('aan wie het dossier heeft, en wie voor hen instaat', () => {
  const staff = 'Stuur geen gegevens over cliënten per mail.'
  it.each([
    [
      'evaluatie',
      holderAt,
      ['Evaluatie vandaag', 'Vandaag kijkt u samen naar het plan. Begin met wat gelukt is.', 'Referentie: REF'],
      'Open de evaluatie',
      '/plan/evaluatie',
    ],
    [
      'gemist',
      deputyAt,
      [
        ...[
          'Evaluatie niet gebeurd',
          'De evaluatie van een plan moest op dinsdag 15 juni 2021. U krijgt deze mail als plaatsvervanger.',
        ],
        ...['Bel de casemanager, of doe ze zelf.', 'Referentie: REF', `Casemanager: ${called}`],
      ],
      'Open het dossier',
      '',
    ],
  ])('%s', (step, to, lines, button, page) => {
    const { reference } = post
    const email = mailTo(step, to)
    expect(email.subject).toBe(`${lines[0]} · ${reference}`)
    expect(linesOf(email)).toEqual([...lines.map((line) => line.replace('REF', reference)), `${button}:`, staff])
    expect(linksIn(email)).toEqual([`/werkruimte/dossier/${reference}${page}`])
  })
})

it('niemand krijgt iets anders, en de cliënt krijgt nooit een mail', () => {
  const subjects = [...mails].map(([step, all]) => [step, all.map(({ to }) => to).sort()])
  expect(Object.fromEntries(subjects)).toEqual({
    klaar: [caw, buur, wonen, zus, ocmw].map(({ to }) => to).sort(),
    'drie dagen ervoor': [buur.to, caw.to],
    'de dag erna': [buur.to, caw.to],
    veranderd: [wonen.to, caw.to].sort(),
    'van tafel': [wonen.to, zus.to].sort(),
    evaluatie: [holderAt],
    gemist: [deputyAt, holderAt, 'coordinator@lco-aalst.example'].sort(),
    gestopt: [buur.to, caw.to, ocmw.to].sort(),
  })
})
