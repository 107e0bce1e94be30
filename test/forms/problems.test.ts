/** A typing error in data stops Loket at its start, in words: where it is, and what was surely meant. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { eventRsvp } from '../../forms/event-rsvp.ts'
import { registry } from '../../forms/index.ts'
import type { FirstOffer } from '../../forms/kit/content.ts'
import type { Role } from '../../forms/kit/content-schema.ts'
import type { Form } from '../../forms/kit/form.ts'
import type { Lifecycle, Move, State } from '../../forms/kit/lifecycle/lifecycle.ts'
import type { Network } from '../../forms/kit/network.ts'
import type { OverlegOfForm, OverlegStanding } from '../../forms/kit/overleg/of-form.ts'
import type { PlanOfForm } from '../../forms/kit/plan/plan-of-form.ts'
import { unknownWord } from '../../forms/kit/problems/nearest.ts'
import { problemsOf } from '../../forms/kit/problems/problems.ts'
import { choose } from '../../forms/kit/questions/common-pages.ts'
import type { Criterion, Rule } from '../../forms/kit/questions/criteria.ts'
import type { Page } from '../../forms/kit/questions/page.ts'
import type { Question } from '../../forms/kit/questions/questions.ts'

const lcoFile = 'forms/lco-aanvraag.ts'
const otaFile = 'forms/ota-aanmelding.ts'
const aalstFile = 'forms/networks/aalst.ts'
const otaNetworkFile = 'forms/networks/ota.ts'

function withForm(file: string, change: (form: Form) => Partial<Form>): string[] {
  const form = registry.forms[file]
  if (!form) throw new Error(file)
  return problemsOf({ ...registry, forms: { ...registry.forms, [file]: { ...form, ...change(form) } } })
}

function withNetwork(file: string, change: (network: Network) => Partial<Network>): string[] {
  const network = registry.networks[file]
  if (!network) throw new Error(file)
  return problemsOf({ ...registry, networks: { ...registry.networks, [file]: { ...network, ...change(network) } } })
}

const withPage = (file: string, slug: string, change: (page: Page) => Partial<Page>) =>
  withForm(file, ({ pages }) => ({
    pages: pages.map((page) => (page.slug === slug ? { ...page, ...change(page) } : page)),
  }))
const withQuestion = (file: string, name: string, change: Partial<Question>) =>
  withForm(file, ({ pages }) => ({
    pages: pages.map((page) => ({
      ...page,
      questions: page.questions.map((question) =>
        question.name === name ? ({ ...question, ...change } as Question) : question,
      ),
    })),
  }))
const withLifecycle = (file: string, change: (lifecycle: Lifecycle) => Partial<Lifecycle>) =>
  withForm(file, ({ lifecycle }) => ({ lifecycle: { ...lifecycle, ...change(lifecycle) } }))
const withState = (name: string, change: Partial<State>) =>
  withLifecycle(lcoFile, ({ states }) => ({
    states: states.map((state) => (state.name === name ? { ...state, ...change } : state)),
  }))
const withMove = (name: string, change: Partial<Move>) =>
  withLifecycle(lcoFile, ({ moves }) => ({
    moves: moves.map((move) => (move.action === name ? { ...move, ...change } : move)),
  }))
const withCriterion = (name: string, change: Partial<Criterion>) =>
  withNetwork(aalstFile, ({ forms }) => ({
    forms: Object.fromEntries(
      Object.entries(forms).map(([slug, settings]) => [
        slug,
        { ...settings, criteria: settings.criteria.map((one) => (one.name === name ? { ...one, ...change } : one)) },
      ]),
    ),
  }))
const withRule = (rule: Rule) => withCriterion('meerderjarig', { rule })
const inRule = (problem: string) => `${aalstFile}: form \`lco-aanvraag\`: criterion \`meerderjarig\`: ${problem}`

it('het register zoals het is, klopt, en elk bestand dat het noemt, bestaat', () => {
  const withAnswers = { ...registry, forms: { ...registry.forms, 'forms/event-rsvp.ts': eventRsvp } }
  expect(problemsOf(withAnswers)).toEqual([])
  for (const file of [...Object.keys(withAnswers.forms), ...Object.keys(registry.networks)])
    expect(existsSync(file), file).toBe(true)
})

describe('voor wie een aanbod er is', () => {
  const withOffer = (change: Partial<FirstOffer>) =>
    withNetwork(aalstFile, ({ aanbod: { jac, ...others } }) => ({
      aanbod: jac ? { ...others, jac: { ...jac, ...change } } : others,
    }))
  it.each<[string, Partial<FirstOffer>, string]>([
    ['geen postcode', { postcodes: ['930'] }, 'offer `jac`: has `930`, which is no postcode.'],
    ['voor niemand', { postcodes: [] }, 'offer `jac`: is for nobody: `postcodes` is empty.'],
    [
      'een vraag die dit netwerk niet stelt',
      { alsoFor: { question: 'ocmw_klant', is: 'ja' } },
      'offer `jac`: alsoFor: looks at question `ocmw_klant`. Did you mean `ocmw_client`?',
    ],
    ['een formulier van een ander netwerk', { form: 'aanmelding' }, 'offer `jac`: is asked for by form `aanmelding`'],
  ])('%s', (_, change, problem) => expect(withOffer(change)).toEqual([expect.stringContaining(problem)]))

  it('een uitzondering op een regel die er niet is', () => {
    const change = { alsoFor: { question: 'ocmw_client', is: 'ja' } }
    const aanbod = withNetwork(aalstFile, ({ aanbod: { ggz, ...others } }) => ({
      aanbod: ggz ? { ...others, ggz: { ...ggz, ...change } } : others,
    }))
    expect(aanbod).toEqual([expect.stringContaining('offer `ggz`: is for everybody: `alsoFor` adds nothing.')])
  })

  it('een plaats met een postcode die er geen is', () => {
    const place = choose('tolk', 'Waar?', { error: 'Kies' }, [
      { value: 'elene', label: 'Elene', postcode: '962O' },
      'Ja',
      'Nee',
    ])
    expect(withQuestion(lcoFile, 'tolk', place)).toEqual([expect.stringContaining('has `962O`, which is no postcode.')])
  })
})

it('een datum die niet bestaat, van wie voor de gegevens instaat', () => {
  expect(
    withNetwork(aalstFile, ({ controller }) => ({ controller: { ...controller, assessedOn: '2026-09-31' } })),
  ).toEqual([`${aalstFile}: controller: was assessed on \`2026-09-31\`, no date like 2026-09-15.`])
})

describe('een criterium', () => {
  it.each<[string, Rule, string]>([
    [
      'een antwoord dat er niet is',
      { question: 'meerderjarig', is: 'jaa' },
      'expects of question `meerderjarig` the answer `jaa`. Did you mean `ja`? (Or: nee.)',
    ],
    [
      'een van de antwoorden',
      { question: 'ocmw_client', is: ['ja', 'weetniet'] },
      'expects of question `ocmw_client` the answer `weetniet`. Did you mean `weet_niet`? (Or: nee, ja.)',
    ],
    [
      'een twijfel die er niet is',
      { question: 'aanvrager', is: 'hulpverlener', unsure: 'ocmw-aalst' },
      'expects of question `aanvrager` the answer `ocmw-aalst`. Did you mean `ocmw_aalst`? (Or: client, hulpverlener.)',
    ],
    [
      'iets dat nooit ja is',
      { question: 'ocmw_client', is: 'weet_niet' },
      'expects `weet_niet` of question `ocmw_client`: that is never a yes.',
    ],
    [
      'geen postcode',
      { question: 'postcode', is: ['9300', '930'] },
      'expects `930` of question `postcode`, which it never is.',
    ],
    [
      'geen getal',
      { question: 'aantal_diensten', is: 'twee' },
      'expects `twee` of question `aantal_diensten`, which it never is.',
    ],
    [
      'meer dan er zijn',
      { question: 'levensdomeinen', atLeast: 10 },
      'counts question `levensdomeinen` to 10: it goes from 1 to 9.',
    ],
    [
      'niets te tellen',
      { question: 'meerderjarig', atLeast: 1 },
      'counts question `meerderjarig`, which is no number and no list.',
    ],
    [
      'een lijst als één antwoord',
      { question: 'levensdomeinen', is: 'persoon' },
      'compares question `levensdomeinen` with `is`: only a choice, a postcode or a number can be compared.',
    ],
    [
      'getypte tekst',
      { question: 'doel', is: 'rust' },
      'compares question `doel` with `is`: only a choice, a postcode or a number can be compared.',
    ],
    [
      'diep in een regel',
      { from: '2021-01-01T00:00:00', before: { allOf: [{ anyOf: [{ question: 'meerderjarig', is: 'neen' }] }] } },
      'expects of question `meerderjarig` the answer `neen`. Did you mean `nee`? (Or: ja.)',
    ],
    [
      'een dag die niet bestaat',
      { from: '2021-02-30T00:00:00', before: { question: 'meerderjarig', is: 'ja' } },
      'begins on `2021-02-30T00:00:00`, no moment like 2021-01-01T00:00:00.',
    ],
    ['een lege lijst', { anyOf: [] }, 'has an empty `anyOf`.'],
  ])('%s', (_, rule, problem) => {
    expect(withRule(rule)).toContain(inRule(problem))
  })

  it('een vraag die er niet is', () => {
    expect(withRule({ question: 'meerderjarg', is: 'ja' })).toEqual([
      expect.stringContaining(inRule('looks at question `meerderjarg`. Did you mean `meerderjarig`?')),
    ])
  })

  it('aanbod dat er niet is, ook niet als eigenschap van elk object', () => {
    for (const aanbod of ['eigenOCMW', 'cav', 'toString'])
      expect(withCriterion('meerderjarig', { offer: aanbod })).toEqual([
        expect.stringContaining(`names offer \`${aanbod}\`. Did you mean`),
      ])
    expect(withCriterion('meerderjarig', { offer: 'cav' })[0]).toContain('Did you mean `caw`?')
  })

  it.each<[string, Criterion['offer'], string]>([
    ['geen enkel', [], 'points to nobody: `offer` is empty.'],
    ['één dat er niet voor iedereen is', 'jac', 'ends with offer `jac`, which is for some postcodes'],
    ['en als laatste van een rij', ['cawElders', 'jac'], 'ends with offer `jac`, which is for some postcodes'],
    ['een dat er niet is, midden in een rij', ['jacc', 'jacElders'], 'names offer `jacc`. Did you mean `jac`?'],
    ['twee keer hetzelfde', ['cawElders', 'cawElders'], 'cawElders'],
  ])('een aanbod om naar te verwijzen: %s', (_, offer, problem) => {
    expect(withCriterion('meerderjarig', { offer })).toEqual([expect.stringContaining(problem)])
  })

  it('alle fouten tegelijk, elk één keer', () => {
    const rule: Rule = {
      anyOf: [
        { question: 'meerderjarig', is: 'jaa' },
        { question: 'ocmw_client', is: 'yes' },
      ],
    }
    const problems = withCriterion('verblijf', { rule, offer: 'cav' })
    expect(problems).toHaveLength(3)
    expect(new Set(problems).size).toBe(3)
  })
})

describe('wanneer iets gevraagd wordt', () => {
  it('een vraag die er niet is, of een antwoord dat er niet is', () => {
    expect(withQuestion(lcoFile, 'taal', { when: { question: 'tolkk', is: 'ja' } })).toEqual([
      expect.stringContaining(
        `${lcoFile}: page \`client\`: question \`taal\`: when: looks at question \`tolkk\`. Did you mean \`tolk\`?`,
      ),
    ])
    expect(withQuestion(lcoFile, 'taal', { when: { question: 'tolk', is: 'Ja' } })).toEqual([
      expect.stringContaining('the answer `Ja`. Did you mean `ja`?'),
    ])
    expect(withPage(otaFile, 'team', () => ({ when: { question: 'soort', is: 'interviesie' } }))).toEqual([
      expect.stringContaining(
        `${otaFile}: page \`team\`: when: expects of question \`soort\` the answer \`interviesie\`. Did you mean \`intervisie\`?`,
      ),
    ])
  })

  it('een vraag die pas later komt', () => {
    const when: Rule = { question: 'toestemming_hoe', is: 'mondeling' }
    expect(withQuestion(lcoFile, 'tolk', { when })).toEqual([
      `${lcoFile}: page \`client\`: question \`tolk\`: when: looks at question \`toestemming_hoe\`, which is asked later.`,
    ])
    expect(withPage(lcoFile, 'criteria', () => ({ when: { question: 'tolk', is: 'ja' } }))[0]).toContain('asked later')
  })

  it('een vraag die dit netwerk niet stelt', () => {
    expect(withQuestion(lcoFile, 'tolk', { when: { question: 'akkoord_client', is: 'ja' } })).toContain(
      `${aalstFile}: form \`lco-aanvraag\`: \`tolk\` is never asked here: no criterion asks what its \`when\` looks at.`,
    )
  })
})

describe('een bladzijde', () => {
  it.each<[string, string[], string]>([
    [
      'een regel',
      withPage(lcoFile, 'tafel', ({ rules = [] }) => ({
        rules: rules.map((rule) => ({ ...rule, about: 'betrokkene' })),
      })),
      '`betrokkene`. Did you mean `betrokkenen`?',
    ],
    [
      'een akkoord',
      withQuestion(lcoFile, 'toestemming_tafel', { agreesTo: 'betroken' }),
      '`betroken`. Did you mean `betrokkenen`?',
    ],
    [
      'een pauze',
      withPage(lcoFile, 'tafel', ({ closedForms = [] }) => ({
        closedForms: closedForms.map((pause) => ({ ...pause, is: 'nog-niet' })),
      })),
      '`nog-niet`. Did you mean `nog_niet`?',
    ],
    [
      'twee keer dezelfde vraag',
      withPage(lcoFile, 'client', ({ questions }) => ({ questions: [...questions, ...questions.slice(0, 1)] })),
      'question `client_aanduiding` is there twice.',
    ],
    [
      'twee antwoorden met dezelfde waarde',
      withQuestion(lcoFile, 'tolk', choose('tolk', 'Tolk?', { error: 'Kies' }, ['Ja!', 'Ja?', 'Nee'])),
      'the answer `ja` is there twice.',
    ],
    [
      'wat het team zelf noteert',
      withForm(otaFile, () => ({ loggedByTeam: { soort: 'help-desk' } })),
      'loggedByTeam: expects of question `soort` the answer `help-desk`. Did you mean `helpdesk`?',
    ],
  ])('%s', (_, problems, expected) => {
    expect(problems).toEqual([expect.stringContaining(expected)])
  })
})

describe('een verloop', () => {
  it.each<[string, string[], string]>([
    [
      'een stand waar een stap vandaan komt',
      withMove('overleg_plannen', { from: ['toegewzen'] }),
      'move `overleg_plannen`: goes from state `toegewzen`. Did you mean `toegewezen`?',
    ],
    [
      'een stand waar een stap heen gaat',
      withMove('overleg_plannen', { to: 'overleg-gepland' }),
      'goes to state `overleg-gepland`. Did you mean `overleg_gepland`?',
    ],
    [
      'een rol',
      withMove('overleg_plannen', { by: ['coordinater' as Role] }),
      'is for `coordinater`. Did you mean `coordinator`?',
    ],
    [
      'de stand van wie het kreeg',
      withLifecycle(lcoFile, () => ({ assigned: 'toegewesen' })),
      '`assigned` names state `toegewesen`. Did you mean `toegewezen`?',
    ],
    [
      'het begin',
      withLifecycle(otaFile, () => ({ begin: { when: { question: 'soort', is: 'trajekt' }, state: 'geagendeerd' } })),
      'begin: expects of question `soort` the answer `trajekt`. Did you mean `traject`?',
    ],
    [
      'de stand van het begin',
      withLifecycle(otaFile, () => ({ begin: { when: { question: 'soort', is: 'traject' }, state: 'geagendeert' } })),
      'names state `geagendeert`. Did you mean `geagendeerd`?',
    ],
  ])('%s', (_, problems, expected) => {
    expect(problems).toEqual([expect.stringContaining(expected)])
  })
})

describe('een tekst', () => {
  it.each<[string, string[], string]>([
    [
      'van een stand',
      withState('overleg_gepland', { statusText: 'Op {datm}.' }),
      'lifecycle.states.overleg_gepland.statusText fills in `datm`. Did you mean `datum`?',
    ],
    [
      'van een belofte',
      withState('ingediend', { promise: 'Bel {tel}, of wacht tot {antwoordvoor}.' }),
      'fills in `antwoordvoor`. Did you mean `antwoordVoor`?',
    ],
    [
      'van een belofte, met wat alleen in een stand kan',
      withState('ingediend', { promise: 'Bel {tel}.' }),
      'ingediend.promise fills in `tel`.',
    ],
    [
      'van een herinnering',
      withState('in_opvolging', { reminder: 'Vandaag, {behandelaar}.' }),
      'in_opvolging.reminder fills in `behandelaar`. Did you mean `aanvraag`? (Or: datum.)',
    ],
    [
      'met een haakje te weinig',
      withState('overleg_gepland', { statusText: 'Op {datum.' }),
      'statusText has a loose `{`.',
    ],
    [
      'met een spatie',
      withState('overleg_gepland', { statusText: 'Op { datum }.' }),
      'fills in ` datum `. Did you mean `datum`?',
    ],
    [
      'waar niets in te vullen is',
      withForm(lcoFile, () => ({ afterwards: ['Op {datum}.'] })),
      'afterwards.0 fills in `datum`, and there is none.',
    ],
    [
      'van een knop',
      withMove('overleg_plannen', { label: 'Plan op {datum}' }),
      'lifecycle.moves.overleg_plannen.label fills in `datum`, and there is none.',
    ],
    [
      'van een criterium',
      withCriterion('meerderjarig', { reason: '{aanvraag} kan niet.' }),
      'criteria.meerderjarig.reason fills in `aanvraag`, and there is none.',
    ],
  ])('%s', (_, problems, expected) => {
    expect(problems).toContainEqual(expect.stringContaining(expected))
  })
})

describe('een netwerk', () => {
  it.each<[string, string[], string]>([
    [
      'een formulier',
      withNetwork(aalstFile, ({ forms }) => ({
        forms: { ...forms, 'lco-anvraag': { criteria: [], answerWithinWorkingDays: 5 } },
      })),
      'offers form `lco-anvraag`. Did you mean `lco-aanvraag`?',
    ],
    [
      'een ander netwerk',
      withNetwork(aalstFile, () => ({ destinations: [{ network: 'zotegem', form: 'vraag' }] })),
      'moves requests to network `zotegem`. Did you mean `zottegem`?',
    ],
    [
      'een formulier daarvan',
      withNetwork(aalstFile, () => ({ destinations: [{ network: 'ota', form: 'anmelding' }] })),
      'moves requests to `ota`, form `anmelding`. Did you mean `aanmelding`?',
    ],
    [
      'een netwerk dat niets krijgt',
      withNetwork(aalstFile, () => ({ destinations: [{ network: 'bierbeek', form: 'vraag' }] })),
      'moves requests to `bierbeek`, form `vraag`, and there is none.',
    ],
    [
      'een agenda zonder overleg',
      withNetwork(otaNetworkFile, ({ teamMeeting: _, ...network }) => ({
        ...network,
        teamMeeting: undefined as never,
      })),
      'form `aanmelding`: goes on an agenda, and this network names no `teamMeeting`.',
    ],
  ])('%s', (_, problems, expected) => {
    expect(problems).toEqual([expect.stringContaining(expected)])
  })
})

describe('het dichtste woord', () => {
  it.each([
    ['jaa', ['ja', 'nee'], 'ja'],
    ['meerderjarg', ['minderjarig', 'meerderjarig'], 'meerderjarig'],
    ['clb_', ['caw', 'clb'], 'clb'],
    ['', ['lang', 'kort', 'ja'], 'ja'],
  ])('%s', (word, known, nearest) => {
    expect(unknownWord('is', word, known)[0]).toContain(`\`${word}\`. Did you mean \`${nearest}\`?`)
    expect(unknownWord('is', nearest, known)).toEqual([])
  })
})

it.each([
  ['De cliënt zelf', 'de_client_zelf'],
  ['Eén ouder', 'een_ouder'],
  ['Ça va, à côté?', 'ca_va_a_cote'],
  ['Sœur', 'sœur'],
  ['3de kleuterklas', '3de_kleuterklas'],
  ['Sint-Goriks-Oudenhove', 'sint_goriks_oudenhove'],
  ['(Nog) niet', 'nog_niet'],
])('het antwoord “%s” heeft de waarde %s', (label, value) => {
  const question = choose('wie', 'Wie?', { error: 'Kies' }, [label])
  expect(question.kind === 'choice' && question.options).toEqual([{ value, label }])
})

it('Loket begint niet met een fout in zijn data, en zegt alles tegelijk', async () => {
  const start = `
    import { bierbeek } from './forms/networks/bierbeek.ts'
    Object.assign(bierbeek, { destinations: [{ network: 'alst', form: 'vraag' }, { network: 'aalst', form: 'vrag' }] })
    await import('./forms/sound.ts')`
  const told = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', start])
    .then(() => 'started')
    .catch(({ stderr }: { stderr: string }) => stderr)
  expect(told).toContain('forms/networks/bierbeek.ts: moves requests to network `alst`. Did you mean `aalst`?')
  expect(told).toContain('forms/networks/bierbeek.ts: moves requests to `aalst`, form `vrag`. Did you mean `vraag`?')
})

describe('een overleg', () => {
  const withOverleg = (file: string, change: (overleg: OverlegOfForm) => Partial<OverlegOfForm>) =>
    withForm(file, ({ overleg }) => {
      if (!overleg) throw new Error(file)
      return { overleg: { ...overleg, ...change(overleg) } }
    })
  const withMoves = (moves: Partial<OverlegOfForm['moves']>) =>
    withOverleg(lcoFile, (overleg) => ({ moves: { ...overleg.moves, ...moves } }))
  const withQuestions = (questions: Partial<OverlegOfForm['questions']>) =>
    withOverleg(lcoFile, (overleg) => ({ questions: { ...overleg.questions, ...questions } }))
  const withStanding = (name: OverlegStanding, text: string) =>
    withOverleg(lcoFile, ({ standings }) => ({ standings: { ...standings, [name]: text } }))
  const confidant = { question: 'vertrouwensfiguur', comes: ['brengt_mee'], name: 'naam', email: 'email' }

  it.each<[string, string[], string]>([
    [
      'een stap die er niet is',
      withMoves({ fix: 'overleg_planen' }),
      'overleg: moves: `fix` names move `overleg_planen`. Did you mean `overleg_plannen`?',
    ],
    [
      'een stap zonder dag',
      withMove('overleg_verzetten', { asks: [] }),
      'overleg: moves: `move`: move `overleg_verzetten` asks no `datum`, and must.',
    ],
    [
      'een stap die iets anders vraagt',
      withMove('overleg_afgelast', { asks: ['drempels'] }),
      'overleg: moves: `cancel`: move `overleg_afgelast` asks `drempels`, which an overleg does not know.',
    ],
    [
      'een stap van elders',
      withMove('overleg_gehouden', { from: ['toegewezen'] }),
      'overleg: moves: `hold`: move `overleg_gehouden` must go from `overleg_gepland`.',
    ],
    [
      'een stap naar elders',
      withMoves({ fixAgain: 'opvolgen' }),
      'overleg: moves: `fixAgain`: move `opvolgen` must lead to `overleg_gepland`.',
    ],
    [
      'een verplaatsing die weggaat',
      withMove('overleg_verzetten', { to: 'toegewezen' }),
      'overleg: moves: `move`: move `overleg_verzetten` must stay in `overleg_gepland`.',
    ],
    [
      'een vraag die er niet is',
      withQuestions({ wishes: 'moment' }),
      'overleg: questions: `wishes` is question `moment`. Did you mean `momenten`?',
    ],
    [
      'een tafel zonder rijen',
      withQuestions({ table: 'doel' }),
      'overleg: questions: `table` is question `doel`, which has no rows.',
    ],
    [
      'een spilfiguur die geen rij is',
      withQuestions({ keyPerson: 'tolk' }),
      'overleg: questions: `keyPerson` is question `tolk`, which chooses no row of the table.',
    ],
    [
      'een vertrouwensfiguur die nooit komt',
      withQuestions({ confidant: { ...confidant, comes: ['komt'] } }),
      'overleg: questions: `confidant` comes with answer `komt`. Did you mean',
    ],
    [
      'een feit dat niet geteld wordt',
      withOverleg(otaFile, () => ({ noun: { fact: 'naam', nouns: {}, otherwise: 'overleg' } })),
      'overleg: noun: is called by fact `naam`. Did you mean',
    ],
    [
      'een soort die er niet is',
      withOverleg(otaFile, () => ({ noun: { fact: 'soort', nouns: { intervisies: 'x' }, otherwise: 'overleg' } })),
      'overleg: noun: is called otherwise for answer `intervisies`. Did you mean `intervisie`?',
    ],
    [
      'een woord dat er niet is',
      withStanding('vastgelegd', 'Op {dag}.'),
      'overleg.standings.vastgelegd fills in `dag`. Did you mean `datum`?',
    ],
    [
      'de dag voor wie niet aan tafel zit',
      withStanding('vastgelegd_zonder', 'Op {datum}.'),
      'overleg.standings.vastgelegd_zonder fills in `datum`. Did you mean',
    ],
  ])('%s', (_, problems, expected) => {
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  it('elke fout met haar bestand', () => {
    expect(withMoves({ hold: 'gehouden' })[0]).toMatch(new RegExp(`^${lcoFile}: overleg: moves: `))
  })
})

describe('een plan van aanpak', () => {
  const withPlan = (change: (plan: PlanOfForm) => Partial<PlanOfForm>) =>
    withForm(lcoFile, ({ plan }) => {
      if (!plan) throw new Error(lcoFile)
      return { plan: { ...plan, ...change(plan) } }
    })
  const withDomains = (domains: Partial<PlanOfForm['domains']>) =>
    withPlan((plan) => ({ domains: { ...plan.domains, ...domains } }))
  function withoutOverleg(): string[] {
    const { overleg: _, ...form } = registry.forms[lcoFile] ?? {}
    return problemsOf({ ...registry, forms: { ...registry.forms, [lcoFile]: form as Form } })
  }
  const withPlanMoves = (moves: Partial<PlanOfForm['moves']>) =>
    withPlan((plan) => ({ moves: { ...plan.moves, ...moves } }))

  it.each<[string, string[], string]>([
    ['zonder overleg', withoutOverleg(), 'plan: needs an `overleg`, and this form has none.'],
    [
      'een stap die er niet is',
      withPlanMoves({ run: 'opvolg' }),
      'plan: moves: `run` names move `opvolg`. Did you mean `opvolgen`?',
    ],
    [
      'een stap zonder dag',
      withMove('opvolgen', { asks: [] }),
      'plan: moves: `run`: move `opvolgen` asks no `datum`, and must.',
    ],
    [
      'een stap die iets anders vraagt',
      withMove('afsluiten', { asks: ['aanbod'] }),
      'plan: moves: `close`: move `afsluiten` asks `aanbod`, which a plan does not know.',
    ],
    [
      'een stap van elders',
      withMove('opvolgen', { from: ['in_opvolging'] }),
      'plan: moves: `run`: move `opvolgen` must go from `overleg_gehouden`.',
    ],
    [
      'een einde dat geen einde is',
      withPlanMoves({ close: 'verlengen' }),
      'plan: moves: `close`: move `verlengen` must lead to a closed state.',
    ],
    [
      'een vraag die er niet is',
      withDomains({ chosen: 'levensdomein' }),
      'plan: domains: `chosen` is question `levensdomein`. Did you mean `levensdomeinen`?',
    ],
    [
      'een vraag waar niets te kiezen is',
      withPlan(({ domains: { good: _, lessGood: _l, ...rest } }) => ({ domains: { ...rest, chosen: 'doel' } })),
      'plan: domains: `chosen` is question `doel`, which chooses nothing.',
    ],
    [
      'een veld dat er niet is',
      withDomains({ good: 'loopt_good' }),
      'plan: domains: `good` is field `loopt_good`. Did you mean `loopt_goed`?',
    ],
    [
      'twee keer dezelfde keuze',
      withPlan(({ domains }) => ({
        domains: { ...domains, options: [...domains.options.slice(0, 11), { value: 'gezondheid', label: 'x' }] },
      })),
      'plan: domains: option `gezondheid` is there twice.',
    ],
    [
      'een keuze van de aanvraag die het plan niet kent',
      withPlan(({ domains }) => ({
        domains: { ...domains, options: domains.options.filter(({ value }) => value !== 'gezondheid') },
      })),
      'plan: domains: question `levensdomeinen` has answer `gezondheid`. Did you mean',
    ],
    [
      'meer keuzes dan er doelen zijn',
      withPlan(({ domains }) => ({
        domains: { ...domains, options: [...domains.options, { value: 'nog', label: 'x' }] },
      })),
      'plan: domains: there are 13: 1 to 12.',
    ],
    [
      'iets ernaast dat niemand vraagt',
      withPlan(() => ({ beside: ['zelf', 'omgevng'] })),
      'plan: beside: is question `omgevng`. Did you mean `omgeving`?',
    ],
    [
      'een evaluatie na een jaar',
      withPlan(() => ({ evaluateWithinMonths: 12 })),
      'plan: evaluates within 12 months: 1 to 6.',
    ],
  ])('%s', (_, problems, expected) => {
    expect(problems).toEqual([expect.stringContaining(`${lcoFile}: ${expected}`)])
  })
})
