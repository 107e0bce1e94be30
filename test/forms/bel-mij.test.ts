/** The road of whoever asks for themselves: what is asked, what is promised, and what whoever calls must mind (docs/decisions/031). */
import { describe, expect, it } from 'vitest'
import {
  callBackService,
  destinationsOf,
  findNetwork,
  findService,
  receivingNetworks,
  registry,
  serviceOf,
  services,
  vraagService,
} from '../../forms/index.ts'
import { askedOf } from '../../forms/kit/asked.ts'
import { headOf } from '../../forms/kit/at-a-glance.ts'
import type { Service } from '../../forms/kit/form.ts'
import { relocate } from '../../forms/kit/lifecycle/relocate.ts'
import { mostListed, submit } from '../../forms/kit/lifecycle/submit.ts'
import { hardWordsIn } from '../../forms/kit/plan/hard-words.ts'
import { problemsOf } from '../../forms/kit/problems/problems.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { parsePage } from '../../forms/kit/questions/parse.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { demoContent } from '../support/content.ts'
import { openDays } from '../support/open-days.ts'

const now = new Date('2026-11-23T09:00:00Z')
const service = offered(findNetwork('aalst') && serviceOf({ network: 'aalst', form: 'bel-mij' }))
const { form, network } = service
const [page] = form.pages
if (!page) throw new Error('Nothing is asked')

function offered(found: Service | undefined): Service {
  if (!found) throw new Error('No such form')
  return found
}

const parse = (typed: Record<string, string | string[]>) =>
  parsePage(
    page,
    new Map(Object.entries(typed).map(([name, value]) => [name, [value].flat()])),
    {},
    { criteria: [], now },
  )
const answersTo = (typed: Record<string, string | string[]>): Answers => {
  const { answers, errors } = parse({ telefoon: '0478 12 34 66', naam: 'Nadia', ...typed })
  expect(errors).toEqual([])
  return answers
}
const sent = (answers: Answers, of = service) =>
  submit({
    ...{
      service: of,
      days: openDays(of.network.slug),
      answers,
      suspect: false,
      reference: makeReference(form.prefix, new Uint8Array(10)),
      now,
    },
    ...{ judgement: { outcome: 'voldoet', unmet: [], doubtful: [] }, origin: 'een formulier' },
  })

describe('wat gevraagd wordt', () => {
  it('een nummer en een naam volstaan; al het andere mag open blijven', () => {
    expect(parse({}).errors.map(({ name }) => name)).toEqual(['telefoon', 'naam'])
    expect(answersTo({})).toEqual({
      ...{ telefoon: '+32478123466', naam: 'Nadia' },
      ...{ wanneer: [], inspreken: 'nee', ander: 'nee' },
    })
  })

  it.each([
    ['inspreken', 'misschien'],
    ['ander', 'alles'],
    ['wanneer', 'nacht'],
  ])('%s: een keuze die niet aangeboden is, is niet de voorzichtigste maar een fout', (name, value) => {
    expect(parse({ telefoon: '0478123466', naam: 'N', [name]: value }).errors.map((error) => error.name)).toEqual([
      name,
    ])
  })

  it('geen e-mail, geen organisatie, en geen woord van het vak', () => {
    expect(page.questions.map(({ name }) => name)).toEqual([
      ...['telefoon', 'naam', 'wanneer', 'wanneer_anders', 'inspreken', 'ander', 'vraag', 'taal'],
    ])
    const shown = [page.title, page.intro, form.stopping, form.discretion, ...form.afterwards]
    const asked = page.questions.flatMap(({ label, hint = '', error }) => [label, hint, error])
    const options = page.questions.flatMap((one) => ('options' in one ? one.options.map(({ label }) => label) : []))
    const states = form.lifecycle.states.map(({ statusText }) => statusText)
    const words = [...shown, ...asked, ...options, ...states].join('\n')
    expect(words).not.toMatch(/cli[eë]nt|hulpverlener|co[oö]rdinator|aanvra|casemanager|dossier|traject/i)
    expect(hardWordsIn(words)).toEqual([])
  })

  it('elk formulier zegt voor wie het niet is, met de vraag die daar past', () => {
    expect(Object.fromEntries(services.map(({ form: { slug, start } }) => [slug, start?.self]))).toEqual({
      'lco-aanvraag': 'Bent u zelf cliënt?',
      'de-katrol': 'Bent u zelf ouder?',
      'huisbezoek-80-plus': 'Gaat het over uzelf?',
      aanmelding: 'Zoekt u hulp voor uzelf?',
    })
  })
})

describe('wat beloofd wordt', () => {
  it('binnen twee werkdagen, in elk netwerk, ook waar een vraag langer mag duren', () => {
    for (const one of receivingNetworks)
      expect([one.slug, callBackService(one).settings.answerWithinWorkingDays]).toEqual([one.slug, 2])
    expect(vraagService(offered(findService('aalst', 'lco-aanvraag'))).settings.answerWithinWorkingDays).toBe(5)
    expect(sent(answersTo({})).dossier).toMatchObject({ state: 'ingediend', answerBefore: '2026-11-25' })
  })

  it('het netwerk mag er iets anders over zeggen', () => {
    const slower = callBackService({ ...network, callWithinWorkingDays: 3 })
    expect(sent(answersTo({}), slower).dossier.answerBefore).toBe('2026-11-26')
  })

  it('één mail, naar wie leest wat binnenkomt; geen aan wie vroeg', () => {
    const { mails, email } = sent(answersTo({ vraag: 'Over de huur' }))
    expect(email).toBeUndefined()
    expect(mails.put.filter(({ dueAt }) => !dueAt).map(({ notification }) => notification.to)).toEqual(['triage'])
    expect(mails.put.map(({ notification }) => notification.to)).not.toContain('aanvrager')
  })

  it('een referentie die niet zegt wie vroeg, en stappen als van een vraag', () => {
    const question = vraagService(service)
    expect(form.prefix).toBe(question.form.prefix)
    const steps = (of: Service) => of.form.lifecycle.moves.map(({ action, from, to, by }) => ({ action, from, to, by }))
    expect(steps(service)).toEqual(steps(question))
  })
})

describe('waar wie belt op let', () => {
  const silent = 'Stuur geen bericht. Spreek niets in.'
  const nothingSaid = 'Zeg niets over deze persoon als iemand anders opneemt.'
  it.each<[string, Record<string, string | string[]>, string[]]>([
    ['niets gekozen', {}, [silent, nothingSaid]],
    ['het voorzichtigste gekozen', { inspreken: 'nee', ander: 'nee' }, [silent, nothingSaid]],
    [
      'alles mag',
      { inspreken: 'ja', ander: 'mag' },
      ['Spreek gerust iets in, en zeg wie u bent.', 'Neemt iemand anders op? Vraag gerust naar deze persoon.'],
    ],
    [
      'alleen terugbellen',
      { inspreken: 'neutraal' },
      ['Spreek alleen in dat deze persoon mag terugbellen. Zeg niet wie u bent.', nothingSaid],
    ],
    [
      'uren, eigen woorden en taal: na wat nooit mag',
      { wanneer: ['voormiddag', 'namiddag'], wanneer_anders: 'woensdag, na 16 uur', taal: 'Arabisch' },
      [
        ...[silent, nothingSaid],
        'Wanneer bellen: van 9 tot 12 uur, van 13 tot 16 uur.',
        'In eigen woorden: woensdag, na 16 uur.',
        'Taal: Arabisch.',
      ],
    ],
  ])('%s', (_, typed, words) => {
    const answers = answersTo(typed)
    expect(headOf(service, answers)).toMatchObject({ safety: words, name: 'Nadia', phone: '+32478123466' })
    expect(askedOf(service, answers).safety).toEqual(words)
  })

  it('ook als er niets bewaard is van een keuze, geldt het voorzichtigste', () => {
    expect(headOf(service, { telefoon: '+32478123466', naam: 'Nadia' }).safety).toEqual([silent, nothingSaid])
  })

  it('in een lijst helemaal, of dat het eerst te lezen is; van een ander formulier niets', () => {
    const listedOf = (typed: Record<string, string>) => sent(answersTo(typed)).listed
    expect(listedOf({})).toEqual({ over: 'Nadia', telefoon: '0478 12 34 66', veilig: `${silent} ${nothingSaid}` })
    const long = listedOf({ wanneer_anders: 'x'.repeat(200) }).veilig
    expect(long).toBe('Lees eerst in het dossier hoe u veilig belt.')
    for (const inspreken of ['ja', 'neutraal', 'nee'])
      for (const ander of ['mag', 'nee']) {
        const text = String(listedOf({ inspreken, ander }).veilig)
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostListed.veilig)
        expect(text).not.toContain('Lees eerst')
      }
    expect(sent({ vraag: 'x', naam: 'N', telefoon: '+32478123466' }, vraagService(service)).listed).not.toHaveProperty(
      'veilig',
    )
  })
})

describe('wie aan een ander doorgegeven wordt', () => {
  const [coordinator] = demoContent('aalst').people
  if (!coordinator) throw new Error('Nobody works there')
  const movedTo = (target: Service, answers: Answers) =>
    relocate({
      ...{ service, content: demoContent('aalst'), dossier: sent(answers).dossier, answers, email: undefined },
      ...{ target, targetDays: openDays(target.network.slug), reference: 'LCO-0000-0000-00', by: coordinator, now },
    })

  it('gaat alleen naar waar gekend is hoe u die veilig belt', () => {
    const names = (of: Service) => destinationsOf(of).map((to) => `${to.network.slug}/${to.form.slug}`)
    expect(names(service)).toEqual(['aalst/lco-aanvraag'])
    expect(names(callBackService(offered(findService('ota', 'aanmelding')).network))).toEqual(['aalst/bel-mij'])
    // A question of a professional goes where it always went, and nobody is moved to the road of a client.
    expect(services.flatMap(names).filter((name) => name.endsWith('/bel-mij'))).toEqual([])
    expect(names(vraagService(service))).toContain('ota/aanmelding')
  })

  it('houdt het op de plaats waar dat formulier het heeft, en alles in de eerste nota', () => {
    const lco = offered(findService('aalst', 'lco-aanvraag'))
    const moved = movedTo(
      lco,
      answersTo({ wanneer: ['voormiddag'], wanneer_anders: 'x'.repeat(200), taal: 'y'.repeat(200) }),
    )
    const [careful, ...rest] = headOf(lco, moved.answers).safety
    expect(rest).toEqual([])
    expect(careful).toContain(
      'Stuur geen bericht. Spreek niets in. Zeg niets over deze persoon als iemand anders opneemt.',
    )
    expect(careful).toContain('van 9 tot 12 uur')
    // What does not fit is left out whole.
    expect(careful).toContain(`In eigen woorden: ${'x'.repeat(200)}.`)
    expect(careful).not.toContain('y')
    expect(moved.beside.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['wanneer', 'wanneer_anders', 'inspreken', 'ander']),
    )
  })

  it('houdt in een ander netwerk alles wat gekozen werd', () => {
    const answers = answersTo({ inspreken: 'ja', taal: 'Pools' })
    const there = callBackService(offered(findService('limburg', 'lco-aanvraag')).network)
    expect(movedTo(there, answers).answers).toEqual(answers)
  })
})

describe('een fout in de gegevens', () => {
  it('een voorzichtigste keuze die er niet is, en een vluchtpagina zonder https', () => {
    const questions = page.questions.map((one) => (one.name === 'ander' ? { ...one, otherwise: 'neen' } : one))
    const broken = { ...form, pages: [{ ...page, questions }] }
    expect(
      problemsOf({ ...registry, forms: { ...registry.forms, 'forms/bel-mij.ts': broken }, callBack: broken }),
    ).toEqual([
      'forms/bel-mij.ts: page `bel-mij`: question `ander`: counts when open the answer `neen`. Did you mean `nee`? (Or: mag.)',
    ])
    const strange = { ...network, neutralPage: { address: 'http://weer.example', name: 'het weer' } }
    expect(problemsOf({ ...registry, networks: { ...registry.networks, 'forms/networks/aalst.ts': strange } })).toEqual(
      ['forms/networks/aalst.ts: `neutralPage` leads to `http://weer.example`, which does not begin with https://.'],
    )
  })
})
