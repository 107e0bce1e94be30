/**
 * Half a year of the networks, with the clock of the running Loket and through its forms and pages: nothing dies silently, no mail says
 * what nobody did, and whoever lost, got or shares a dossier knows it the same day (docs/decisions/021, docs/domain.md §4). What somebody
 * does is written down beside what is mailed, and afterwards the one is held against the other.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { brusselsDate } from '../../forms/kit/time.ts'
import {
  fillForm,
  huisbezoek,
  huisbezoekStart,
  katrol,
  katrolStart,
  ota,
  otaStart,
  type Pages,
} from '../support/forms.ts'
import { aanvraag } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { type Filed, type HalfYear, openHalfYear } from './half-year.ts'
import { nameOf, type Played, silent, toStaff, untold, untrue } from './held-against.ts'
import type { Changes } from './walk.ts'

const first = { id: 'casemanager-aalst', address: 'casemanager@lco-aalst.example' }
const second = { id: 'casemanager-aalst-2', address: 'casemanager2@lco-aalst.example' }
const guide = { id: 'bemiddelaar-ota', address: 'bemiddelaar@ota.example' }
const coordinator = 'Coördinator Aalst'
/** Calendar days in which somebody of staff hears of what is open, whatever happens. */
const longest = 30
const ends = '2027-08-31T10:00:00Z'

let loket: RunningLoket
let played: Played
const dossiers = new Map<string, Filed>()
/** What was read on the way, by a word. */
const read = new Map<string, string>()
const the = (name: string): Filed => {
  const filed = dossiers.get(name)
  if (!filed) throw new Error(name)
  return filed
}

beforeAll(async () => {
  loket = await startLoket({ now: '2027-03-01T08:00:00Z' })
  const play = openHalfYear(loket)
  await comeIn(play)
  await firstWeeks(play)
  await spring(play)
  await loket.setClock(ends)
  const references = [...dossiers.values()].map(({ reference }) => reference)
  played = { mails: await loket.mails(), deeds: play.deeds, references, ends }
}, 300_000)
afterAll(() => loket.stop())

/** From their own address, about their own client. */
const by = (name: string): Changes => ({
  gegevens: { ...aanvraag.gegevens, email: `${name}@dienst.example` },
  client: { ...aanvraag.client, client_aanduiding: `C-${name}` },
})

async function comeIn(play: HalfYear) {
  for (const name of ['vergeten', 'doorverwezen', 'wacht', 'stopt', 'terug', 'vergist', 'nooit'])
    dossiers.set(name, await play.files(by(name)))
  dossiers.set('machine', await play.files(by('machine'), true))
  const others: readonly [string, string, Pages][] = [
    ['dringend', otaStart, ota.traject],
    ['advies', otaStart, ota.intervisie],
    ['oproep', otaStart, ota.helpdesk],
    ['katrol', katrolStart, katrol],
    ['oudere', huisbezoekStart, huisbezoek],
  ]
  for (const [name, start, pages] of others) {
    const own = pages.gegevens ? { gegevens: { ...pages.gegevens, email: `${name}@dienst.example` } } : {}
    dossiers.set(name, await play.sends((visitor) => fillForm(visitor, start, { ...pages, ...own })))
  }
}

async function firstWeeks(play: HalfYear) {
  const { press, to } = play
  await to('2027-03-02 09:30')
  await play.phones('Bemiddelaar OTA', the('dringend'), 'dringend_gebeld')
  await to('2027-03-02 10:00')
  for (const name of ['vergeten', 'doorverwezen', 'stopt', 'terug'])
    await press(coordinator, the(name), 'toewijzen', { persoon: first.id, toch: 'ja' }, { gets: first.address })
  await press(coordinator, the('wacht'), 'wachten', { toelichting: 'Is er een tolk nodig?' })
  await press('Coördinator Zottegem', the('katrol'), 'wachten', { toelichting: 'In welke klas zit het kind?' })
  await press(coordinator, the('vergist'), 'toewijzen', { persoon: first.id, toch: 'ja' })
  await to('2027-03-02 10:06')
  await play.takesBack(coordinator, the('vergist'))
  await to('2027-03-02 10:20')
  await press(coordinator, the('vergist'), 'toewijzen', { persoon: second.id, toch: 'ja' }, { gets: second.address })
  await to('2027-03-02 12:00')
  const asked = { persoon: guide.id, toelichting: 'Vraag eerst wat vertrouwen voor hen is.' }
  await play.decides('Coördinator OTA', '2027-03-02', [
    [the('dringend'), 'toewijzen', { persoon: guide.id }, guide.address],
    [the('advies'), 'advies_vragen', asked, guide.address],
  ])
  read.set('advies gevraagd', await play.stands(the('advies')))
  await to('2027-03-03 09:30')
  await play.phones('Bemiddelaar OTA', the('oproep'), 'niet_bereikt')
  await to('2027-03-03 14:00')
  await play.phones('Bemiddelaar OTA', the('oproep'), 'advies_telefoon')
  await to('2027-03-04 10:00')
  await press('Bemiddelaar OTA', the('advies'), 'advies', { drempels: 'geen' })
  const why = { toelichting: 'Dat past beter.', drempels: 'geen' }
  const refer = { aanbod: 'caw', beller: second.id, ...why }
  await press('Casemanager Aalst', the('doorverwezen'), 'doorverwijzen', refer, { gets: second.address })
  await to('2027-03-05 10:00')
  await press('Tweede casemanager Aalst', the('doorverwezen'), 'dienst_gebeld')
  await to('2027-03-08 11:00')
  await play.answers(the('stopt'), 'niet-meer-mee', 'dienst_stopt')
  await to('2027-03-09 11:00')
  await press(coordinator, the('stopt'), 'client_gebeld')
  await press(coordinator, the('stopt'), 'intrekken', {}, { loses: first.address })
  await press('Casemanager Aalst', the('terug'), 'teruggeven', { toelichting: 'Ik ken dit gezin.' })
  await to('2027-03-10 11:00')
  const again = { persoon: second.id, toch: 'ja' }
  await press(coordinator, the('terug'), 'toewijzen', again, { gets: second.address })
}

async function spring(play: HalfYear) {
  const { press, to } = play
  await to('2027-03-15 10:00')
  await press(coordinator, the('wacht'), 'hervatten')
  await to('2027-03-22 10:00')
  const back = { gets: first.address }
  await play.answers(the('doorverwezen'), 'geraakt', 'niet_aangekomen', { antwoord: 'nee' }, back)
  await to('2027-04-01 10:00')
  await press(coordinator, the('wacht'), 'toewijzen', { persoon: first.id, toch: 'ja' }, { gets: first.address })
  await to('2027-04-02 10:00')
  const person = `/werkruimte/beheer/mensen/${first.id}`
  const away = { van: '5/4/2027', tot: '16/4/2027', vervanger: second.id }
  await play.fills(coordinator, person, `${person}/afwezig`, away)
  await to('2027-04-07 10:00')
  const forgotten = `/werkruimte/dossier/${the('vergeten').reference}`
  await play.fills('Tweede casemanager Aalst', forgotten, `${forgotten}/contact`, { contact: 'gebeld' })
  read.set('vervangen', await play.reads(coordinator, forgotten))
  await to('2027-05-03 10:00')
  const other = { persoon: second.id, toch: 'ja' }
  const hands = { gets: second.address, loses: first.address }
  await press(coordinator, the('vergeten'), 'andere_casemanager', other, hands)
  await to('2027-07-01 10:00')
  const close = { toelichting: 'Het gezin verhuisde.', drempels: 'geen' }
  await press(coordinator, the('vergeten'), 'afsluiten', close, { loses: second.address })
}

it('zegt in elke mail alleen wat iemand deed, kort ervoor', () => {
  expect(untrue(played)).toEqual([])
  // Each deed is one that some mail tells of: without any of them a mail says too much.
  const told = ['ingediend', 'toewijzen', 'wachten', 'advies_vragen', 'advies', 'doorverwijzen', 'niet_aangekomen']
  for (const kind of [...told, 'teruggeven', 'dienst_stopt', 'intrekken', 'afsluiten', 'andere_casemanager']) {
    const deeds = played.deeds.filter(({ action }) => action !== kind)
    expect(untrue({ ...played, deeds }), kind).not.toEqual([])
  }
})

it('over elke aanvraag die open is, hoort iemand minstens om de dertig dagen', () => {
  expect(silent(played, longest)).toEqual([])
  const mails = played.mails.filter((mail) => !/voorbij|liggen|verdachte/.test(nameOf(mail)))
  expect(silent({ ...played, mails }, longest).length).toBeGreaterThan(5)
})

it('wie een dossier kreeg of verloor, weet het dezelfde dag', () => {
  expect(untold(played)).toEqual([])
  const mails = played.mails.filter(
    (mail) => !/voor u|niet meer bij u|afgelopen|Bel een dienst|lukte niet/.test(nameOf(mail)),
  )
  expect(untold({ ...played, mails }).length).toBeGreaterThan(10)
})

const late = (name: string): string[] =>
  toStaff(played, the(name).reference)
    .filter((mail) => /voorbij|liggen/.test(nameOf(mail)))
    .map((mail) => `${brusselsDate(new Date(mail.at))} ${mail.to[0]?.split('@')[0]}@ ${nameOf(mail)}`)

it('de vergeten aanvraag: eerst wie ze heeft, dan de coördinator, en in een afwezigheid wie vervangt', () => {
  // Called on 7 April; handed on on 3 May; closed on 1 July.
  expect(late('vergeten')).toEqual([
    '2027-03-05 casemanager@ De dag is voorbij',
    '2027-03-10 coordinator@ Een dossier blijft liggen',
    '2027-04-01 coordinator@ Een dossier blijft liggen',
    '2027-04-28 coordinator@ Een dossier blijft liggen',
    '2027-05-04 casemanager2@ De dag is voorbij',
    '2027-05-10 coordinator@ Een dossier blijft liggen',
    '2027-06-01 coordinator@ Een dossier blijft liggen',
    '2027-06-22 coordinator@ Een dossier blijft liggen',
  ])
  // Whoever holds it is away then.
  expect(late('wacht')).toContain('2027-04-06 casemanager2@ De dag is voorbij')
  expect(read.get('vervangen')).toMatch(/Tweede casemanager Aalst,? voor Casemanager Aalst/)
})

it('wat binnen tien minuten teruggenomen werd, hoorde niemand', () => {
  const about = played.mails.filter(({ subject }) => subject.endsWith(the('vergist').reference))
  expect(about.filter(({ at }) => at > '2027-03-02T08:00' && at < '2027-03-02T09:25')).toEqual([])
  expect(about.flatMap(({ to }) => to)).not.toContain(first.address)
})

it('advies dat nog gegeven moet worden, is nergens gegeven', () => {
  expect(read.get('advies gevraagd')).toContain('belt u met advies')
  expect(read.get('advies gevraagd')).not.toContain('U kreeg advies')
})

it('geen mail noemt een cliënt, een dienst waarnaar verwezen is, of wat iemand typte', () => {
  // As a word: in one of hundreds of random links any three letters turn up.
  for (const { subject, text, html } of played.mails)
    expect(`${subject} ${text} ${html}`).not.toMatch(
      /C-(verg|door|wacht|stopt|terug|nooit)|Tigrinya|\bCAW\b|tolk nodig|verhuisde/,
    )
})
