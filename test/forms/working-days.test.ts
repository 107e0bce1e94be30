/** Working days of a network: Belgian ones, without the days it is closed; and no promise of any form on one of those (docs/domain.md §3.9). */
import { describe, expect, it } from 'vitest'
import { findForm, networkServices, receivingNetworks } from '../../forms/index.ts'
import type { ClosedDays, StoredContent } from '../../forms/kit/content-schema.ts'
import { judgeService, type Service } from '../../forms/kit/form.ts'
import { planOfNew } from '../../forms/kit/lifecycle/by-itself.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { movesIn } from '../../forms/kit/lifecycle/lifecycle.ts'
import { nextOnOf } from '../../forms/kit/lifecycle/next-on.ts'
import { passedOnAt } from '../../forms/kit/lifecycle/promised-day.ts'
import { referralOf } from '../../forms/kit/lifecycle/service-call.ts'
import { submit } from '../../forms/kit/lifecycle/submit.ts'
import { callByOf } from '../../forms/kit/lifecycle/urgent.ts'
import { daysOf, type NetworkDays } from '../../forms/kit/network-days.ts'
import { nextOverview } from '../../forms/kit/post/day-overview.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { addDays, brusselsDate, isBelgianWorkingDay, legalHolidays } from '../../forms/kit/time.ts'
import { askAboutDay, whatDay } from '../../forms/kit/unusual-day.ts'
import { belgianDays, workingDaysOf } from '../../forms/kit/working-days.ts'

/** `[from, until]`, or one day. */
type Span = readonly [from: string, until?: string]
const closedOn = (...spans: readonly Span[]): StoredContent['closedDays'] =>
  Object.fromEntries(spans.map(([from, until = from]): [string, ClosedDays] => [from, { until, what: 'Brugdag' }]))
const days = (...spans: readonly Span[]) => workingDaysOf({ closedDays: closedOn(...spans) })

describe('tellen', () => {
  it.each([
    ['niets gesloten: als elke Belgische dag', [], '2026-11-23', 5, '2026-11-30'],
    ['de dag zelf telt niet mee, gesloten of niet', [['2026-11-23']], '2026-11-23', 1, '2026-11-24'],
    ['de eerste dag', [['2026-11-24']], '2026-11-23', 5, '2026-12-01'],
    ['binnenin', [['2026-11-26']], '2026-11-23', 5, '2026-12-01'],
    ['de laatste dag', [['2026-11-30']], '2026-11-23', 5, '2026-12-01'],
    ['de dag erna niet', [['2026-12-01']], '2026-11-23', 5, '2026-11-30'],
    ['de dag ervoor niet', [['2026-11-20']], '2026-11-23', 5, '2026-11-30'],
    ['een zaterdag verandert niets', [['2026-11-28']], '2026-11-23', 5, '2026-11-30'],
    ['van vrijdag tot maandag: twee werkdagen', [['2026-11-27', '2026-11-30']], '2026-11-23', 5, '2026-12-02'],
    ['een feestdag telt geen twee keer', [['2026-12-25']], '2026-12-21', 5, '2026-12-29'],
    ['naast een feestdag', [['2026-12-24']], '2026-12-21', 5, '2026-12-30'],
    ['over Nieuwjaar', [['2026-12-28', '2027-01-03']], '2026-12-23', 3, '2027-01-05'],
    ['om de zomertijd heen', [['2027-03-29']], '2027-03-26', 1, '2027-03-30'],
    ['om de wintertijd heen', [['2027-10-25']], '2027-10-22', 1, '2027-10-26'],
    ['twee na elkaar', [['2026-11-24'], ['2026-11-25', '2026-11-26']], '2026-11-23', 1, '2026-11-27'],
    ['zestig dagen', [['2026-12-01', '2027-01-29']], '2026-11-30', 1, '2027-02-01'],
    ['nul dagen verder is de dag zelf', [['2026-11-23']], '2026-11-23', 0, '2026-11-23'],
  ] as const)('%s', (_, spans, from, count, expected) => {
    const counted = days(...spans)
    expect(counted.add(from, count)).toBe(expected)
    expect(counted.between(from, expected)).toBe(count)
    if (count > 0) expect(counted.has(expected)).toBe(true)
  })

  it.each([
    ['de dag ervoor is dicht', [['2026-11-26']], '2026-11-27', 1, '2026-11-25'],
    ['over een weekend dat langer duurt', [['2026-11-27', '2026-11-30']], '2026-12-01', 1, '2026-11-26'],
    ['over Nieuwjaar terug', [['2026-12-28', '2027-01-03']], '2027-01-04', 2, '2026-12-23'],
  ] as const)('terug: %s', (_, spans, from, count, expected) => {
    expect(days(...spans).before(from, count)).toBe(expected)
  })

  it('de eerste en de laatste dag van een sluiting horen erbij, de dagen ernaast niet', () => {
    const christmas = days(['2026-12-28', '2026-12-31'])
    const around = ['2026-12-24', '2026-12-28', '2026-12-29', '2026-12-31', '2027-01-04']
    expect(around.map((day) => [christmas.has(day), christmas.closedFor(day)])).toEqual([
      [true, undefined],
      [false, 'Brugdag'],
      [false, 'Brugdag'],
      [false, 'Brugdag'],
      [true, undefined],
    ])
  })

  it('zonder sluitingsdagen is het precies de Belgische kalender, vijf jaar lang', () => {
    for (let day = '2025-01-01'; day < '2030-01-01'; day = addDays(day, 1))
      expect([day, days().has(day)]).toEqual([day, isBelgianWorkingDay(day)])
    expect(belgianDays.closedFor(legalHolidays(2027)[0] ?? '')).toBeUndefined()
  })
})

describe('een dag waarop zelden iemand samenkomt', () => {
  const closed = days(['2026-12-24'], ['2026-12-26'], ['2026-12-25'])
  it.each([
    ['gesloten', '2026-12-24', 'Die dag is uw netwerk gesloten (Brugdag)'],
    ['een feestdag is een feestdag, ook gesloten', '2026-12-25', 'Vrijdag 25 december 2026 is een feestdag'],
    ['een zaterdag is een zaterdag', '2026-12-26', '26 december 2026 is een zaterdag'],
  ])('%s', (_, day, words) => {
    expect(whatDay(day, closed)).toBe(words)
    expect(askAboutDay(day, '2026-12-01', closed)).toContain(words)
  })
  it('open: niets te vragen', () => {
    expect(askAboutDay('2026-12-24', '2026-12-01', belgianDays)).toBeUndefined()
  })
})

const missing = (what: string): never => {
  throw new Error(what)
}

/** A month in which half of the days are closed, and not the same half in every network. */
const patchy = closedOn(
  ['2026-11-24', '2026-11-26'],
  ['2026-11-30'],
  ['2026-12-02', '2026-12-08'],
  ['2026-12-14', '2026-12-18'],
)
const moments = Array.from({ length: 28 }, (_, day) => new Date(Date.parse('2026-11-16T09:00:00Z') + day * 86_400_000))

/** The form on which somebody can say that it is urgent. */
const withUrgent = findForm('aanmelding') ?? missing('No form is urgent')

/** Every day that is promised, by what promises it. */
function promisedBy(service: Service, closing: NetworkDays, now: Date): [what: string, day: string][] {
  const today = brusselsDate(now)
  const answers = { ...service.form.loggedByTeam, dringend: 'ja', soort: 'traject' }
  const { dossier } = submit({
    ...{ service, days: closing, answers, suspect: false, now, origin: 'test' },
    ...{ judgement: judgeService(service, {}, now), reference: makeReference(service.form.prefix, new Uint8Array(10)) },
  })
  const [move] = movesIn(service.form.lifecycle, dossier.state)
  const follows = service.form.lifecycle.states.flatMap((to): [string, string | undefined][] => {
    if (!move) return []
    const about = { form: service.form, move: { ...move, asks: [] }, before: dossier as Dossier, to, stays: false }
    const within = { ...to, within: to.within ?? 3 }
    const rest = { answerBefore: dossier.answerBefore, today, days: closing, referral: undefined, date: undefined }
    return [[`stand ${to.name}`, nextOnOf({ ...about, to: within, ...rest })]]
  })
  const referral =
    move &&
    referralOf(
      { ...move, asks: ['aanbod'] },
      dossier,
      { stays: false, by: 'iemand', today, days: closing },
      { offer: 'aanbod' },
    )
  return [
    ['antwoord', dossier.answerBefore],
    ['volgende', dossier.nextOn],
    ['dringend', dossier.callBy ?? callByOf(withUrgent, closing, answers, now)],
    ...follows,
    ['bellen met dienst', referral?.call?.on],
    ['navraag', referral?.checkOn],
    ['doorgegeven', brusselsDate(passedOnAt(service.network, closing, dossier))],
    ...planOfNew(service, closing, dossier, now).map(
      ({ mailId, dueAt }) => [mailId, dueAt && brusselsDate(dueAt)] as const,
    ),
    ['dagoverzicht', nextOverview({ network: service.network.slug, person: 'p' }, closing, now).notification.on],
  ].flatMap(([what = '', day]): [string, string][] => (day === undefined ? [] : [[what, day]]))
}

describe('geen enkele belofte valt op een sluitingsdag', () => {
  const all = receivingNetworks.flatMap((network) => networkServices(network))
  it.each(all.map((service) => [`${service.network.slug} ${service.form.slug}`, service] as const))(
    '%s',
    (_, service) => {
      const closing = daysOf(service.network, { closedDays: patchy, meetings: {} })
      const found = moments.flatMap((now) => promisedBy(service, closing, now))
      const counted = new Set(found.map(([what]) => what.split('-')[0]))
      expect(counted.size).toBeGreaterThan(7)
      // A reminder on a day that was promised already is on that day; all days here are promised with these closing days.
      expect(found.filter(([, day]) => closing.closedFor(day) !== undefined)).toEqual([])
    },
  )

  it('het kan ook mislukken: met gewone werkdagen vallen er wel op', () => {
    const [service] = all
    if (!service) throw new Error('No service')
    const open = daysOf(service.network, { closedDays: {}, meetings: {} })
    const closing = daysOf(service.network, { closedDays: patchy, meetings: {} })
    const found = moments.flatMap((now) => promisedBy(service, open, now))
    expect(found.filter(([, day]) => closing.closedFor(day) !== undefined).length).toBeGreaterThan(20)
  })
})
