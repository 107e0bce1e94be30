/**
 * Whatever kind, whenever it leaves: a mail that is still sent promises nothing that is over by then. Each kind is asked as the mailer
 * asks it (functions/mailer/kinds.ts), at the moment it was decided and later, as after an outage or a hold.
 */
import { describe, expect, it } from 'vitest'
import { textOf } from '../../emails/text.ts'
import { findNetwork } from '../../forms/index.ts'
import { organiserReasons } from '../../forms/kit/events/event-notifications.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import type { Overleg } from '../../forms/kit/overleg/overleg.ts'
import type { MailedKind, MailedNotification } from '../../forms/kit/post/notifications.ts'
import { brusselsDate, dateInWords } from '../../forms/kit/time.ts'
import type { Sources } from '../../functions/mailer/kind.ts'
import { see } from '../../functions/mailer/kinds.ts'
import type { OutboxItem } from '../../functions/shared/store/outbox-item.ts'
import { demoContent } from '../support/content.ts'
import { kinds, link, sampleEvent, sampleNow, sampleOf, sampleOverleg, samplePlan, sampleStanding } from './samples.ts'

const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'.split('|')
const dated = new RegExp(`(\\d{1,2}) (${months.join('|')}) (\\d{4})`, 'g')
/** Said of what was, or of what is looked back on; a fact whose value is a date that does not change. */
const past =
  /\b(was|werd|moest|kon|liep|verwezen|kregen|beloofden|afgesproken)\b|^(Ontvangen|Gekoppeld|Wanneer|Agenda van)\b/

/** Sentences and facts of a mail that are not so on that day. */
function untrue(text: string, now: Date, decided: Date): string[] {
  const today = brusselsDate(now)
  const said = text.split(/\n|(?<=[.?]) /).filter((line) => line !== '')
  const dates = (line: string) =>
    [...line.matchAll(dated)].map(
      ([, day = '', month = '', year]) =>
        `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
    )
  const about = (line: string, words: RegExp, day: string) =>
    words.test(line) && dates(text).length > 0 && !dates(text).includes(day)
  const tomorrow = brusselsDate(new Date(now.getTime() + 86_400_000))
  const hours = (now.getTime() - decided.getTime()) / 3_600_000
  return said.filter(
    (line) =>
      (!past.test(line) && dates(line).some((date) => date < today)) ||
      about(line, /\bvandaag\b/i, today) ||
      about(line, /\bmorgen\b/i, tomorrow) ||
      (/binnen 24 uur/.test(line) && hours >= 24),
  )
}

const day = 86_400_000
const event = (more: Partial<LoketEvent> = {}): LoketEvent => ({ ...sampleEvent, ...more })

interface Told {
  notification: MailedNotification
  event?: LoketEvent
  overleg?: Overleg
}

const of = (kind: MailedKind, more: object = {}, form = 'lco-aanvraag'): Told => ({
  notification: { ...sampleOf(kind, form), ...more } as MailedNotification,
})

/** What some kinds say only of a certain state, reason or event. */
const more: [string, Told][] = [
  [
    'ontvangen, op de agenda',
    of('ontvangen', { network: 'ota', state: 'geagendeerd', on: '2021-05-25' }, 'ota-aanmelding'),
  ],
  ['triage, dringend', of('triage', { callBy: '2021-05-20' })],
  ...(['ingediend', 'overleg_gepland', 'ingetrokken', 'doorverwezen'] as const).map((state): [string, Told] => [
    `stand ${state}`,
    of('stand', { state, on: '2021-05-25' }),
  ]),
  ['stand geagendeerd', of('stand', { network: 'ota', state: 'geagendeerd', on: '2021-05-25' }, 'ota-aanmelding')],
  ['stand start_overleg', of('stand', { network: 'ota', state: 'start_overleg', on: '2021-05-25' }, 'ota-aanmelding')],
  ['bericht met een dag', of('bericht', { template: 'overleg-voor', on: '2021-05-25' })],
  ...(['datum', 'voorbij', 'blijft-liggen', 'te-laat', 'wissen', 'plan-wissen'] as const).map((why): [string, Told] => [
    `taak ${why}`,
    of('taak', {
      why,
      on: why === 'datum' ? '2021-05-20' : '2021-05-25',
      ...(why === 'datum' ? { state: 'in_opvolging' } : {}),
    }),
  ]),
  ...(['activiteit-ja', 'activiteit-nee', 'activiteit-uitnodiging', 'activiteit-herinnering'] as const).map(
    (kind): [string, Told] => [
      `${kind}, tot op de dag zelf`,
      { ...of(kind), event: event({ deadline: '2021-06-08' }) },
    ],
  ),
  ['activiteit-ja, afgelast', { ...of('activiteit-ja'), event: event({ geannuleerd: true }) }],
  [
    'overleg-momenten',
    {
      ...of('overleg-momenten'),
      overleg: {
        ...sampleOverleg,
        state: 'gepolst',
        moments: [{ id: 'm1', start: '2021-06-01T12:00:00.000Z', end: '2021-06-01T13:30:00.000Z', suitsClient: true }],
      },
    },
  ],
  ...organiserReasons.map((why): [string, Told] => [`organisator ${why}`, of('organisator', { why })]),
  ['overleg-afgelast', { ...of('overleg-afgelast'), overleg: { ...sampleOverleg, state: 'afgelast' } }],
]

/** What waits for a moment of its own: before it, it never leaves. Other kinds leave when they are decided. */
const dueAt: Partial<Record<MailedKind, string>> = {
  agenda: '2021-05-24T15:15:00Z',
  'activiteit-morgen': '2021-06-07T07:00:00Z',
  'overleg-morgen': '2021-05-31T07:00:00Z',
}
const dueOf = ({ notification }: Told): Date => new Date(dueAt[notification.kind] ?? sampleNow)

const table: [string, Told][] = [
  ...kinds.map((kind): [string, Told] => [kind, of(kind, kind === 'agenda' ? { network: 'ota' } : {})]),
  ...more,
]
/** From when it is due on. */
const momentsOf = (told: Told) =>
  [0, 0.5, 1, 1.5, 3, 5, 6, 8, 9, 12, 17.8, 18, 19, 20, 40].map((days) => new Date(dueOf(told).getTime() + days * day))

/** What the mailer finds when it looks; nothing here depends on the moment. */
function sourcesAt(now: Date, { notification, event: about = event(), overleg = sampleOverleg }: Told): Sources {
  const network = findNetwork(notification.network)
  if (!network) throw new Error('The data files changed')
  const p1 = overleg.participants.p1
  if (!p1) throw new Error('Nobody sits at the table')
  const kept = { ...overleg, participants: { p1: { ...p1, agreedOn: '2021-05-19' } } }
  const plan = {
    ...samplePlan,
    told: { p1: '02' },
    state: notification.kind === 'plan-gestopt' ? 'gestopt' : 'loopt',
  } as const
  return {
    ...{ network, content: demoContent(network.slug), now, baseUrl: 'https://loket.example' },
    linkKeys: { current: 'k1', keys: { k1: Buffer.alloc(32, 1).toString('base64') } },
    outbox: {
      add: async () => true,
      addAll: async () => {},
      agenda: async () => ['OTA-1'],
      cameBack: async () => false,
    },
    addresses: { awaited: async () => 'noor@caw.example', former: async () => 'noor@caw.example' },
    absences: { of: async () => undefined },
    events: { read: async () => about },
    overlegs: { readFor: async () => ({ overleg: kept, said: new Map() }), reach: async () => undefined },
    actionPlans: { readFor: async () => ({ plan, said: new Map() }) },
    queue: { count: async () => 2, countReturned: async () => 0 },
    ownTasks: { count: async () => 0 },
    standings: { of: async () => sampleStanding, seats: async () => undefined },
    overviews: { isWanted: async () => true },
    heldSince: async () => 7,
  } as unknown as Sources
}

/** Whether it leaves then, and what it says. */
async function leaves(told: Told, now: Date): Promise<{ use: string; text: string }> {
  const sources = sourcesAt(now, told)
  const item = {
    ...{ notification: told.notification, subject: 'x', mailId: mailIds[told.notification.kind] ?? 'x' },
    ...{ createdAt: sampleNow.toISOString(), plannedAt: dueOf(told).toISOString() },
  } as unknown as OutboxItem & { notification: MailedNotification }
  const { use, words } = await see(item, sources)
  if (use !== 'yes') return { use, text: '' }
  const { network, content } = sources
  const said = words({ network, content, link, now, decidedAt: sampleNow })
  return { use, text: `${said.subject}\n${said.preview}\n${textOf({ ...said, network })}` }
}

const mailIds: Partial<Record<MailedKind, string>> = {
  'activiteit-herinnering': 'herinnering',
  'activiteit-morgen': 'morgen',
  'plan-afspraak': 'afspraak-voor',
}

describe.each(table)('%s', (_, told) => {
  it('belooft op geen enkel moment wat voorbij is', async () => {
    const found: string[] = []
    for (const now of momentsOf(told)) {
      const { use, text } = await leaves(told, now)
      if (use === 'yes') found.push(...untrue(text, now, sampleNow).map((line) => `${brusselsDate(now)}: ${line}`))
    }
    expect(found).toEqual([])
  })
})

it('controle: de meeste soorten vertrekken meteen, en zeggen dan iets met een dag', async () => {
  const atOnce = await Promise.all(table.map(([, told]) => leaves(told, dueOf(told))))
  expect(atOnce.filter(({ use }) => use === 'yes').length).toBeGreaterThan(table.length * 0.7)
  expect(atOnce.filter(({ text }) => dated.test(text)).length).toBeGreaterThan(15)
})

describe('controle: de regel ziet wat niet meer waar is', () => {
  const now = new Date('2021-06-07T10:00:00Z')
  it.each([
    ['Wijzigen kan tot en met vrijdag 21 mei 2021, 23.59 uur.', true],
    ['De coördinator antwoordt ten laatste op vrijdag 28 mei 2021.', true],
    ['Antwoord: ten laatste op maandag 7 juni 2021', false],
    ['Antwoord: moest er zijn op vrijdag 28 mei 2021', false],
    ['Vandaag, zondag 6 juni 2021, is het huisbezoek.', true],
    ['We wissen de antwoorden binnen 24 uur.', true],
    ['Ontvangen: donderdag 20 mei 2021 om 14.05 uur', false],
  ])('%s', (line, isUntrue) => {
    expect(untrue(line, now, sampleNow)).toEqual(isUntrue ? [line] : [])
  })
})

describe('na de deadline', () => {
  const at = (date: string) => new Date(`${date}T10:00:00Z`)
  const text = async (told: Told, now: Date) => (await leaves(told, now)).text

  it.each([
    [
      '2021-05-21',
      'Wijzigen kan tot en met vrijdag 21 mei 2021, 23.59 uur.\n- Kunt u later toch niet komen? Laat het weten. Dat kan tot het begin.',
      'Bekijk of wijzig uw antwoord',
    ],
    [
      '2021-06-07',
      'staat op uw persoonlijke pagina.\n- Kunt u toch niet komen? Laat het weten. Dat kan tot het begin.',
      'Bekijk uw antwoord',
    ],
  ])('ja op %s', async (date, next, button) => {
    const said = await text(of('activiteit-ja'), at(date))
    expect(said).toContain(next)
    expect(said).toContain(`${button}:\n`)
  })

  it('een ontvangen aanvraag: geen belofte meer, wel wat te doen', async () => {
    const said = await text(of('ontvangen'), at('2021-05-29'))
    expect(said).toContain('Deze mail komt laat. Het spijt ons. Kreeg u nog geen antwoord? Bel 053 00 00 00.')
    expect(said).toContain(`Antwoord: moest er zijn op ${dateInWords('2021-05-28')}`)
  })

  it.each([
    ['verder', '2021-06-04', 'late'],
    ['activiteit-plaats', '2021-06-09', 'late'],
    ['activiteit-attest', '2021-07-09', 'late'],
    ['agenda', '2021-05-26', 'late'],
  ] as const)('%s vertrekt niet meer op %s', async (kind, date, use) => {
    const [, told] = table.find(([name]) => name === kind) ?? []
    expect(told && (await leaves(told, at(date))).use).toBe(use)
  })

  it.each([
    ['toegang', of('toegang'), '2021-05-28'],
    ['bericht', of('bericht', { template: 'overleg-voor', on: '2021-05-25' }), '2021-05-26'],
  ] as const)('%s wacht tot een mens het ziet', async (_, told, date) => {
    expect((await leaves(told, at(date))).use).toBe('waits')
  })

  it('wie afgelast leest, krijgt daarna geen bestand meer dat het weer in de agenda zet', async () => {
    const cancelled = { ...of('activiteit-ja', { agenda: 'REQUEST' }), event: event({ geannuleerd: true }) }
    expect((await leaves(cancelled, sampleNow)).use).toBe('needless')
  })
})
