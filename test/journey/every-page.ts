/** Every page of Loket, in every state in which a person can meet it: how to get there. */
import type { Page, Response } from 'playwright-core'
import { belMij } from '../support/bel-mij.ts'
import { fillPage } from '../support/fill-page.ts'
import { aanvraag, begin, fillIn, type Slug, vraag } from '../support/lco.ts'
import type { RunningLoket } from '../support/loket.ts'
import { type Fields, fieldsIn, locationOf } from '../support/visitor.ts'
import { linkIn, nextMailTo } from './mail.ts'
import { createPerson } from './person.ts'
import { day, next, passTime, press, slugs } from './walk.ts'

/** What a person did before, at one network: paths, and the browser's cookie. */
export interface Past {
  start: string
  lendTo(page: Page): Promise<void>
  /** Draft that is filled in up to the page. */
  upTo: Record<Slug, string>
  ready: string
  doubtful: string
  refused: string
  waiting: string
  mailed: string
  late: string
  expired: string
  sent: string
  resume: string
  receipt: string
  status: string
  stopped: string
  vraagReceipt: string
  vraagStatus: string
  belMij: string
  belMijReceipt: string
  belMijStatus: string
}

/** Aalst asks more than Limburg; what a network does not ask is not sent. */
const criteriaOf: Record<string, Fields> = {
  '/aalst/lco-aanvraag': aanvraag.criteria,
  '/limburg/lco-aanvraag': {
    aantal_diensten: '3',
    levensdomeinen: aanvraag.criteria.levensdomeinen,
    akkoord_client: 'ja',
  },
}
const tooLittle = { aantal_diensten: '1', levensdomeinen: ['gezondheid'], akkoord_client: 'nee', meerderjarig: 'nee' }

/** Does it all over HTTP; moves the clock by a day. */
export async function makePast(loket: RunningLoket, start: string): Promise<Past> {
  const { visitor, lendTo } = createPerson(loket)
  const criteria = criteriaOf[start] ?? {}
  const email = `bij${start.replaceAll('/', '-')}@caw.example`
  const draftUpTo = async (until?: Slug, changes: Partial<Record<Slug, Fields>> = {}): Promise<string> => {
    const draft = await begin(visitor, start)
    await fillIn(visitor, draft, { ...(until ? { until } : {}), changes: { criteria, ...changes } })
    return draft
  }
  const linkOn = async (path: string, label: string): Promise<string> => {
    const html = await (await visitor.get(path)).text()
    return new RegExp(`href="([^"]+)">\\s*${label}`).exec(html)?.[1] ?? ''
  }

  const expired = await draftUpTo('client')
  await passTime(loket, day + 1)
  const late = locationOf(await visitor.post(`${expired}/client`, aanvraag.client))
  const refused = await begin(visitor, start)
  await visitor.post(`${refused}/criteria`, { ...criteria, ...tooLittle })
  const waiting = await draftUpTo('client')
  await visitor.post(`${waiting}/client`, { ...aanvraag.client, toestemming_gegevens: 'nog_niet' })
  const mailed = await draftUpTo('client')
  await passTime(loket, 10)
  await visitor.post(`${mailed}/later`, { email })
  const sent = await draftUpTo()
  const receipt = locationOf(await visitor.post(`${sent}/controle`))
  const stopped = await linkOn(locationOf(await visitor.post(`${await draftUpTo()}/controle`)), 'Volg uw')
  await visitor.post(`${stopped}/stoppen`)
  const { formulier = [] } = fieldsIn(await (await visitor.get(`${start}/vraag`)).text())
  const vraagReceipt = locationOf(await visitor.post(`${start}/vraag`, { ...vraag, formulier }))
  const belMijPath = start.replace(/[^/]+$/, 'bel-mij')
  const handedOut = fieldsIn(await (await visitor.get(belMijPath)).text())
  const call = { ...belMij, formulier: handedOut.formulier ?? [] }
  const belMijReceipt = locationOf(await visitor.post(belMijPath, call))

  return {
    start,
    lendTo,
    upTo: Object.fromEntries(
      await Promise.all(slugs.map(async (slug) => [slug, await draftUpTo(slug)] as const)),
    ) as Record<Slug, string>,
    ready: await draftUpTo(),
    doubtful: await draftUpTo(undefined, { criteria: { ...criteria, verblijf: 'weet_niet' } }),
    refused,
    waiting,
    mailed,
    late,
    expired,
    sent,
    resume: linkIn(await nextMailTo(loket, email)),
    receipt,
    status: await linkOn(receipt, 'Volg uw'),
    stopped,
    vraagReceipt,
    vraagStatus: await linkOn(vraagReceipt, 'Volg uw'),
    belMij: belMijPath,
    belMijReceipt,
    belMijStatus: await linkOn(belMijReceipt, 'Verander het of stop'),
  }
}

/** One page in one state. */
export interface Sight {
  name: string
  path(past: Past): string
  status?: number
  /** What the person does there before it looks like this. */
  act?(page: Page): Promise<void>
  /** Looked at once more in the colours of another network. */
  otherColours?: true
}

/** The pages of the form: empty, with every error at once, and filled in. The first differs between networks. */
const formPages = slugs.flatMap((slug): Sight[] => {
  const otherColours = slug === 'criteria' ? ({ otherColours: true } as const) : {}
  return [
    { name: `${slug}, leeg`, path: ({ upTo }) => `${upTo[slug]}/${slug}`, ...otherColours },
    { name: `${slug}, fout`, path: ({ upTo }) => `${upTo[slug]}/${slug}`, status: 422, act: next, ...otherColours },
    { name: `${slug}, ingevuld`, path: ({ ready }) => `${ready}/${slug}`, ...otherColours },
  ]
})

const wrongAtTheTable: Fields = {
  'betrokkenen[0].email': 'noor@',
  'betrokkenen[1].rol': 'Begeleiding',
  'betrokkenen[2].email': 'a@b.be, c@d.be',
  vertrouwensfiguur: 'genodigd',
  vertrouwensfiguur_email: 'oma',
}
const tooMuch = (page: Page) => fillPage(page, { vraag_client: 'é '.repeat(35_000) }).then(() => next(page))

const networkOf = ({ start }: Past): string => `/${start.split('/')[1]}`
const aanbodOf = (past: Past): string => `/aanbod${networkOf(past)}`

/** Without the pages that are the same for every network. */
export const networkSights: readonly Sight[] = [
  { name: 'het netwerk', path: networkOf, otherColours: true },
  { name: 'start', path: ({ start }) => start, otherColours: true },
  { name: 'aanbod van het netwerk', path: (past) => aanbodOf(past), otherColours: true },
  { name: 'aanbod, één levensdomein', path: (past) => `${aanbodOf(past)}/gezondheid` },
  ...formPages,
  {
    name: 'tafel, fout in de rijen',
    path: ({ upTo }) => `${upTo.tafel}/tafel`,
    status: 422,
    act: (page) => fillPage(page, wrongAtTheTable).then(() => next(page)),
  },
  {
    name: 'tafel, met een dienst meer',
    path: ({ upTo }) => `${upTo.tafel}/tafel`,
    otherColours: true,
    act: (page) => press(page, page.getByRole('button', { name: 'Nog een dienst' })),
  },
  { name: 'doorverwezen', path: ({ refused }) => `${refused}/uitkomst`, otherColours: true },
  { name: 'wacht op akkoord', path: ({ waiting }) => `${waiting}/wacht`, otherColours: true },
  { name: 'controle', path: ({ ready }) => `${ready}/controle`, otherColours: true },
  { name: 'ontvangen', path: ({ receipt }) => receipt, otherColours: true },
  { name: 'status', path: ({ status }) => status, otherColours: true },
  { name: 'stoppen', path: ({ status }) => `${status}/stoppen`, otherColours: true },
  { name: 'status, gestopt', path: ({ stopped }) => stopped, otherColours: true },
  { name: 'later, leeg', path: ({ upTo }) => `${upTo.gegevens}/later` },
  {
    name: 'later, fout',
    path: ({ upTo }) => `${upTo.gegevens}/later`,
    status: 422,
    act: (page) => press(page, page.getByRole('button', { name: 'Mail me de link' })),
  },
  { name: 'later, ingevuld', path: ({ ready }) => `${ready}/later` },
  { name: 'gemaild', path: ({ mailed }) => `${mailed}/gemaild` },
  { name: 'verder', path: ({ resume }) => resume, otherColours: true },
  { name: 'wissen', path: ({ ready }) => `${ready}/wissen` },
  { name: 'gewist', path: ({ start }) => `${start}/gewist` },
  { name: 'vraag, leeg', path: ({ start }) => `${start}/vraag` },
  { name: 'vraag, fout', path: ({ start }) => `${start}/vraag`, status: 422, act: next, otherColours: true },
  { name: 'vraag, ingevuld', path: ({ start }) => `${start}/vraag`, act: (page) => fillPage(page, vraag) },
  { name: 'vraag, ontvangen', path: ({ vraagReceipt }) => vraagReceipt },
  { name: 'vraag, status', path: ({ vraagStatus }) => vraagStatus },
  { name: 'bel mij, leeg', path: (past) => past.belMij, otherColours: true },
  { name: 'bel mij, fout', path: (past) => past.belMij, status: 422, act: next, otherColours: true },
  { name: 'bel mij, ingevuld', path: (past) => past.belMij, act: (page) => fillPage(page, belMij) },
  { name: 'bel mij, ontvangen', path: ({ belMijReceipt }) => belMijReceipt, otherColours: true },
  { name: 'bel mij, status', path: ({ belMijStatus }) => belMijStatus },
  { name: 'bel mij, stoppen', path: ({ belMijStatus }) => `${belMijStatus}/stoppen` },
  { name: 'al verzonden', path: ({ sent }) => `${sent}/controle`, otherColours: true },
  { name: 'te laat', path: ({ late }) => late },
  { name: 'verlopen', path: ({ expired }) => `${expired}/client`, status: 410 },
  { name: 'te veel tekst', path: ({ ready }) => `${ready}/situatie`, status: 413, act: tooMuch },
]

const event = '/activiteiten/verkennend-overleg-gedeelde-zorg'
const rsvp = { antwoord: 'ja', naam: 'Noor Voorbeeld', organisatie: 'CAW Voorbeeld', email: 'gast@caw.example' }

export const sharedSights: readonly Sight[] = [
  { name: 'voordeur', path: () => '/' },
  { name: 'privacy', path: () => '/privacy' },
  { name: 'toegankelijkheid', path: () => '/toegankelijkheid' },
  { name: 'aanbod', path: () => '/aanbod' },
  { name: 'aanbod, gevonden', path: () => '/aanbod?q=wonen&netwerk=zottegem' },
  { name: 'aanbod, niets gevonden', path: () => '/aanbod?q=zwembad' },
  { name: 'aanbod, één dienst', path: () => '/aanbod/aalst/jac' },
  { name: 'werkruimte', path: () => '/werkruimte/dossier/LCO-0000-0000-00' },
  { name: 'activiteiten', path: () => '/activiteiten' },
  { name: 'activiteit, leeg', path: () => event },
  { name: 'activiteit, fout', path: () => event, status: 422, act: next },
  { name: 'activiteit, ingevuld', path: () => event, act: (page) => fillPage(page, rsvp) },
  { name: 'activiteit, genoteerd', path: () => event, act: (page) => fillPage(page, rsvp).then(() => next(page)) },
  { name: 'kapotte link', path: () => '/bestaat-niet', status: 404 },
  { name: 'controle, met twijfel', path: ({ doubtful }) => `${doubtful}/controle` },
  {
    name: 'onleesbaar formulier',
    path: ({ ready }) => `${ready}/gegevens`,
    status: 400,
    act: async (page) => {
      await page.locator('[name="naam"]').evaluate((field) => field.after(field.cloneNode()))
      await next(page)
    },
  },
]

/** Opens the page in its state, and says with which status it came. */
export async function open(page: Page, url: string, past: Past, { path, act }: Sight): Promise<number> {
  let status = 0
  const remember = (response: Response): void => {
    if (response.request().isNavigationRequest()) status = response.status()
  }
  page.on('response', remember)
  await page.goto(url + path(past))
  await act?.(page)
  page.off('response', remember)
  return status
}
