/** Who hears of what whoever asked adds, and when (forms/kit/lifecycle/additions.ts). */
import { describe, expect, it } from 'vitest'
import { additionMails, mayAdd } from '../../forms/kit/lifecycle/additions.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { mayCorrectReach } from '../../forms/kit/lifecycle/reach.ts'
import { whyNotConfirmed } from '../../forms/kit/lifecycle/reach-step.ts'
import { isOver, type Stands } from '../../forms/kit/post/over.ts'

const now = new Date('2026-11-23T09:15:00Z')
const dossier = { network: 'aalst', form: 'lco-aanvraag', reference: 'LCO-1', linkVersion: 1, revision: 1 } as Dossier
const mailOf = (holder?: string, at = now) => additionMails({ ...dossier, ...(holder ? { holder } : {}) }, at).put[0]

describe('één mail per uur', () => {
  it.each([
    ['2026-11-23T09:00:00.000Z', 'toegevoegd-2026-11-23T09', '2026-11-23T10:00:00.000Z'],
    ['2026-11-23T09:59:59.999Z', 'toegevoegd-2026-11-23T09', '2026-11-23T10:00:00.000Z'],
    ['2026-11-23T10:00:00.000Z', 'toegevoegd-2026-11-23T10', '2026-11-23T11:00:00.000Z'],
    // The hour that comes twice in Brussels is two hours.
    ['2026-10-25T00:30:00.000Z', 'toegevoegd-2026-10-25T00', '2026-10-25T01:00:00.000Z'],
    ['2026-10-25T01:30:00.000Z', 'toegevoegd-2026-10-25T01', '2026-10-25T02:00:00.000Z'],
  ])('om %s', (at, mailId, dueAt) => {
    const mail = mailOf('p', new Date(at))
    expect([mail?.mailId, mail?.dueAt?.toISOString()]).toEqual([mailId, dueAt])
  })
})

describe('aan wie het dossier dan heeft', () => {
  const toldSince = now.toISOString()
  const over = (holder: string | undefined, stands: Partial<Stands>) => {
    const mail = mailOf(holder)
    if (!mail) throw new Error('No mail')
    return isOver(mail.notification, toldSince, { toldSince, ...stands })
  }
  it.each<[string, string | undefined, Partial<Stands>, boolean]>([
    ['nog altijd van die persoon', 'p', { holder: 'p' }, false],
    ['van iemand anders: die opent het', 'p', { holder: 'q' }, true],
    ['teruggegeven: triage kreeg een mail', 'p', {}, true],
    ['van niemand', undefined, {}, false],
    ['intussen toegewezen', undefined, { holder: 'q' }, true],
    ['intussen gesloten: niemand las het', 'p', { holder: 'p', closed: true }, false],
  ])('%s', (_, holder, stands, is) => {
    expect(over(holder, stands)).toBe(is)
  })
})

it.each<[string, Partial<Dossier>, boolean, boolean]>([
  ['open', {}, true, true],
  ['gesloten', { ttl: 1 }, false, false],
  [
    'doorverwezen, nog te vragen of het lukte',
    { ttl: 1, referral: { aanbod: 'a', checkOn: '2026-12-07' } },
    false,
    true,
  ],
  ['aangekomen', { ttl: 1, referral: { aanbod: 'a', checkOn: '2026-12-07', arrived: true } }, false, false],
])('%s: iets toevoegen, gegevens verbeteren', (_, changes, adds, corrects) => {
  expect([mayAdd({ ...dossier, ...changes }), mayCorrectReach({ ...dossier, ...changes })]).toEqual([adds, corrects])
})

it.each<[string, Parameters<typeof whyNotConfirmed>[2], number, string | undefined]>([
  ['op tijd', { asked: now.getTime(), linkVersion: 1 }, 0, undefined],
  ['een seconde te vroeg om te laat te zijn', { asked: now.getTime(), linkVersion: 1 }, 3 * 86_400 - 1, undefined],
  ['na drie dagen', { asked: now.getTime(), linkVersion: 1 }, 3 * 86_400, 'over'],
  ['er kwam een ander adres', { asked: now.getTime() + 1, linkVersion: 1 }, 0, 'newer'],
  ['iemand van het netwerk verbeterde het', { asked: now.getTime(), linkVersion: 0 }, 0, 'newer'],
  ['er is niets gevraagd', undefined, 0, 'newer'],
  ['tussen twee keer lezen bevestigd', { asked: now.getTime(), linkVersion: 2, done: true }, 0, undefined],
])('bevestigen, %s', (_, change, later, why) => {
  expect(whyNotConfirmed(dossier, now.getTime(), change, new Date(now.getTime() + later * 1000))).toBe(why)
})

it('bevestigen van wat intussen sloot kan niet; wat al telt, blijft zo', () => {
  const change = { asked: now.getTime(), linkVersion: 1 }
  const closed = { ...dossier, ttl: 1 }
  expect(whyNotConfirmed(closed, now.getTime(), change, now)).toBe('closed')
  expect(whyNotConfirmed(closed, now.getTime(), { ...change, done: true }, now)).toBeUndefined()
})
