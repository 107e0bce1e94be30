/**
 * No input of any size makes a fault of ours, behind the door either: every form of the werkruimte, its real fields and a
 * hundred kinds of nonsense (2,000 in `npm run test:long`). What fails says its seed.
 */
import { beforeAll, expect, it } from 'vitest'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { routesOf } from '../support/app.ts'
import { fileRequest } from '../support/dossier.ts'
import { invite, putEvent } from '../support/events.ts'
import { type Form, formsIn, nonsenseFor, nonsensePart, postRaw } from '../support/fuzz.ts'
import { type Numbers, numbersFrom } from '../support/numbers.ts'
import { place } from '../support/place-dossiers.ts'
import { roundsOf } from '../support/rounds.ts'
import type { Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const rounds = roundsOf(100, 2000)
const aalst = 'Coördinator Aalst'
const ota = 'Coördinator OTA'

let work: TestWorkspace
/** A page with a form, made anew each time, and who looks at it. */
let pages: readonly { who: string; path: () => Promise<string> }[]
/** Every form's address that was posted to, as the app names it. */
const posted = new Set<string>()

beforeAll(async () => {
  work = await startTestWorkspace()
  const filed = await fileRequest(work)
  const applicant = addressHmac(work.secrets.addressKey, 'noor@caw.example')
  const dossier = (rest: string, about: Parameters<typeof place>[1] = {}) => ({
    who: about.network === 'ota' ? ota : aalst,
    path: async () => `/werkruimte/dossier/${(await place(work, about)).reference}${rest}`,
  })
  const event = async (rest: string) => {
    const { slug } = await putEvent(work.connection, { ...future, network: 'aalst' })
    return `/werkruimte/activiteiten/${slug}${rest}`
  }
  const fixed = (path: string, who = aalst) => ({ who, path: async () => path })
  const held = { state: 'toegewezen', holder: 'casemanager-aalst' } as const
  pages = [
    ...['', '/week', '/post', '/beheer/mensen', '/ik', '/gegevens', '/activiteiten', '/activiteiten/nieuw'].map(
      (path) => fixed(`/werkruimte${path}`),
    ),
    ...['/agenda', '/telefoon', '/telefoon/nieuw'].map((path) => fixed(`/werkruimte${path}`, ota)),
    ...['casemanager-aalst', 'coordinator-aalst'].flatMap((person) =>
      ['', '/ontkoppelen'].map((rest) => fixed(`/werkruimte/beheer/mensen/${person}${rest}`)),
    ),
    ...['', '/wissen'].map((rest) => fixed(`/werkruimte/gegevens/dossier/${filed.reference}${rest}`)),
    ...['', '/wissen'].map((rest) => fixed(`/werkruimte/gegevens/persoon/${applicant}${rest}`)),
    ...['', '/adres', '/notitie'].map((rest) => fixed(filed.path + rest)),
    ...[
      '',
      '/notitie',
      '/adres',
      '/verwant',
      '/verplaatsen',
      '/doorverwijzen',
      '/toewijzen',
      '/advies',
      '/geen_match',
    ].map((rest) => dossier(rest)),
    ...['', '/contact', '/teruggeven', '/pauzeren', '/afsluiten', '/overdragen', '/opvolgen'].map((rest) =>
      dossier(rest, held),
    ),
    ...['', '/genodigden', '/wijzigen', '/annuleren', '/importeren', '/namens', '/bericht'].map((rest) => ({
      who: 'Organisator',
      path: () => event(rest),
    })),
  ]
})

/** After the clock of this test. */
const future = {
  start: '2027-06-08T07:30:00.000Z',
  einde: '2027-06-08T10:00:00.000Z',
  deadline: '2027-05-21',
} as const

async function expectAnswered(seed: number, path: string, response: Response): Promise<void> {
  await response.arrayBuffer()
  const fault = response.status >= 500 || work.failures.length > 0
  if (fault)
    expect({ seed, path: path.slice(0, 100), status: response.status, failures: work.failures }).toBe('answered')
}

/** Signing out would end the fuzzing, not the app. */
const isTried = ({ action }: Form): boolean => !action.endsWith('/afmelden')

/** Forms of a page that is in another state now, by the page they stand on. */
function elsewhere(path: string): Form[] {
  const form = (rest: string, ...fields: [string, string][]): Form => ({ action: rest, fields })
  if (/activiteiten\/[^/]+$/.test(path))
    return ['bijwerken', 'doorschuiven', 'uitnodigen', 'genodigden/x/aanvaarden'].map((rest) => form(`${path}/${rest}`))
  if (/dossier\/[^/]+$/.test(path)) return [form(`${path}/mail/mail/opnieuw`)]
  if (/mensen\/[^/]+$/.test(path))
    return [
      form(`${path}/aanwezig`),
      form(
        `${path}/overdragen`,
        ['alles', 'ja'],
        ['dossier', 'LCO-7K3M-9QX2-4T'],
        ['persoon', 'x'],
        ['toelichting', 'x'],
      ),
    ]
  if (/gegevens\/\w+\/[^/]+$/.test(path)) return [form(`${path}/export`)]
  if (path.endsWith('/ik')) return [form(`${path}/aanwezig`)]
  if (path.endsWith('/post'))
    return ['opnieuw', 'opgelost'].map((rest) =>
      form(`${path}/${rest}`, ['subject', 'LCO-7K3M-9QX2-4T'], ['mailId', 'x']),
    )
  if (path.endsWith('/agenda'))
    return [
      form(`${path}/2026-11-24`, ['besluit.OTA-7K3M-9QX2-4T', 'toewijzen'], ['toelichting.OTA-7K3M-9QX2-4T', 'x']),
    ]
  return []
}

/** A form of one of the pages, on a page that was just made, by whom no earlier round unbound. */
async function formOf(seed: number, numbers: Numbers): Promise<{ visitor: Visitor; path: string; form: Form }> {
  const page = pages[seed % pages.length] ?? numbers.pick(pages)
  const [visitor, path] = [await work.as(page.who), await page.path()]
  const response = await visitor.get(path)
  const html = await response.text()
  const forms = [...formsIn(html, path).filter(isTried), ...(numbers.below(3) === 0 ? elsewhere(path) : [])]
  return { visitor, path, form: forms.length > 0 ? numbers.pick(forms) : { action: path, fields: [] } }
}

it(`${rounds} formulieren vol onzin`, { timeout: 1_800_000 }, async () => {
  for (let seed = 1; seed <= rounds; seed += 1) {
    const numbers = numbersFrom(seed * 7919)
    const { visitor, form } = await formOf(seed, numbers)
    posted.add(form.action.replace(/\?.*/, ''))
    const body = nonsenseFor(form, numbers)
    await expectAnswered(seed, form.action, await postRaw(visitor, form.action, body, work.url))
  }
  if (rounds < 1000) return
  const untried = routesOf(work.app)
    .filter((route) => route.startsWith('POST ') && ![...posted].some((path) => matches(route, path)))
    .map((route) => route.slice('POST '.length))
  expect(untried.filter((path) => !/\/(afmelden|toegang\/:token)$/.test(path))).toEqual([])
})

/** Whether the app would take this address there. */
const matches = (route: string, path: string): boolean =>
  new RegExp(
    `^POST ${route.slice('POST '.length).replace(/:\w+(?:\{(.*?)\}(?=\/|$))?/g, (_, own = '[^/]+') => own)}$`,
  ).test(`POST ${path}`)

it(`${rounds} adressen die nergens heen gaan`, { timeout: 1_800_000 }, async () => {
  const routes = routesOf(work.app).map((route) => route.split(' ')[1] ?? '')
  const query = [
    'na',
    'lijst',
    'klaar',
    'wie',
    'van',
    'bewaard',
    'gewist',
    'elders',
    'terug',
    'toegang',
    'state',
    'over',
  ]
  for (let seed = 1; seed <= rounds; seed += 1) {
    const numbers = numbersFrom(seed * 104_729)
    const pattern = routes[seed % routes.length] ?? ''
    const path = `${pattern.replace(/:\w+(\{.*?\}(?=\/|$))?/g, () => nonsensePart(numbers))}?${numbers.pick(query)}=${nonsensePart(numbers)}`
    // Out, and in by way of a provider that is not there.
    if (/^\/werkruimte\/a(fm|anm)elden/.test(path)) continue
    const visitor = await work.as(numbers.pick([aalst, ota, 'Organisator', 'Casemanager Aalst']))
    await expectAnswered(seed, path, await visitor.get(path))
    await expectAnswered(seed, path, await postRaw(visitor, path, 'a=b', work.url))
  }
})

it.each(['%00', 'a%0Db', '%1b', '%7F', '%C2%85', 'A'.repeat(256), 'A'.repeat(6000)])(
  '%s in een adres: 404',
  async (part) => {
    const coordinator = await work.as(aalst)
    for (const path of [
      `/werkruimte/dossier/${part}/contact`,
      `/werkruimte/activiteiten/${part}`,
      `/activiteiten/${part}`,
    ]) {
      const visitor = path.startsWith('/werkruimte') ? coordinator : work.visitor()
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404])
    }
  },
)

it('een lijst van genodigden begint vooraan na een plaats die er niet is', async () => {
  const event = await putEvent(work.connection, { ...future, network: 'aalst' })
  await invite(work, event, 'noor@caw.example')
  const organiser = await work.as('Organisator')
  const [pk, sk, rij, rijSinds] = ['GENODIGDE#x', 'GENODIGDE', `activiteit#${event.slug}#0`, 'nieuw#x']
  const places = [
    ...['x', 'e30', ''],
    ...[{ pk: 'x' }, { pk, sk, rij: 'activiteit#ander#0', rijSinds }, { pk, sk, rij, rijSinds: '' }],
    ...[
      { pk, sk, rij, rijSinds, x: '' },
      { pk: 'x'.repeat(2049), sk, rij, rijSinds },
      { pk, sk, rij, rijSinds: 'ja#x' },
    ],
  ].map((at) =>
    typeof at === 'string' ? at : Buffer.from(JSON.stringify({ shard: 0, key: at })).toString('base64url'),
  )
  for (const na of places) {
    const response = await organiser.get(`/werkruimte/activiteiten/${event.slug}/genodigden?lijst=nieuw&na=${na}`)
    expect([na, response.status, await response.text()]).toEqual([na, 200, expect.stringContaining('noor@caw.example')])
  }
  expect(work.failures).toEqual([])
})
