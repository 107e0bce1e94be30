/** Whether a mail about an overleg still leaves when its turn comes: what changed meanwhile decides (docs/overleg.md §3, §4). */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Overleg } from '../../forms/kit/overleg/overleg.ts'
import type { RoundKind } from '../../forms/kit/overleg/overleg-notifications.ts'
import { mailSubjectOf } from '../../forms/kit/overleg/rounds.ts'
import type { Said } from '../../forms/kit/overleg/said.ts'
import type { MailedNotification } from '../../forms/kit/post/notifications.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { addressItem } from '../../functions/shared/store/outbox-item.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { openPostOffice, type PostOffice } from '../mailer/post-office.ts'
import { freshTables } from '../support/dynamodb.ts'
import { bySeat, nextTuesday, tuesday } from './mail-table.ts'

let connection: Connection<Tables>
let office: PostOffice
beforeEach(async () => {
  connection ??= await freshTables()
  office = openPostOffice(connection)
  number += 1
})
let number = 0

const noon = '2021-05-20T10:00:00.000Z'
const at = noon
const moment = (number = 1) => ({ start: tuesday.start, end: tuesday.end, number })

interface Case {
  kind: RoundKind | 'overleg-antwoord'
  overleg?: Partial<Overleg>
  /** Of the participant. */
  who?: Partial<Overleg['participants'][string]>
  said?: Partial<Said>
  mail?: Partial<MailedNotification & { to: 'deelnemer' }>
  /** ISO; noon of 20 May. */
  now?: string
  cameBack?: true
  erased?: true
}

const asking: Partial<Overleg> = { state: 'gepolst', askedAt: at, moments: [tuesday, nextTuesday] }
const fixed = (number = 1): Partial<Overleg> => ({
  state: 'vastgelegd',
  fixed: { ...moment(number), by: 'casemanager-aalst', at },
})

/** Posts one mail about an overleg that stands like this, lets the mailer have its turn, and tells what became of it. */
async function fateOf({ kind, overleg = {}, who = {}, said, mail = {}, now = noon, cameBack, erased }: Case) {
  const reference = `LCO-7K3M-9QX3-${String(number).padStart(2, '0')}`
  const stored: Overleg = {
    ...{ reference, number: '01', network: 'aalst', form: 'lco-aanvraag', noun: 'overleg', revision: 1 },
    ...{ state: 'voorbereiden', clientDeclines: false, moments: [], momentsMade: 2, hasPlace: true, letters: {} },
    participants: { c1: bySeat('client', 1), p1: bySeat('dienst', 2, who) },
    ...overleg,
  }
  const overlegs = createOverlegs(connection)
  const mails = { put: [], takeBack: {} }
  const audited = { auditId: `a${number}`, now: new Date(noon), auditDays: 1 }
  const line = { who: 'p', what: 'x' }
  if (!erased)
    await overlegs.store({ before: 0, overleg: stored, sealed: 'jwe', mails, now: new Date(noon) }, audited, line)
  if (said) {
    const all = { participant: 'p1', revision: 1, moments: {}, comes: {}, ...said }
    const about = { overleg: stored, participant: 'p1', said: all, mails, while: stored.state }
    await overlegs.answer({ ...about, now: new Date(noon) })
  }
  const subject = mailSubjectOf(stored, 'p1', 1)
  const about = { network: 'aalst', form: 'lco-aanvraag', reference, overleg: '01' }
  const notification = { kind, to: 'deelnemer', ...about, participant: 'p1', linkVersion: 1, revision: 1, ...mail }
  const key = await office.post(
    { subject, mailId: 'm', notification: notification as MailedNotification, now: new Date(noon) },
    'jan@dienst.example',
  )
  if (cameBack) {
    const { client, PutCommand } = await connection.dynamo()
    const Item = { ...addressItem(subject, 'jan@dienst.example'), cameBackAt: noon }
    await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
  }
  office.setClock(new Date(now))
  await office.deliver([key])
  const { status, cancelled } = (await office.stored(key)) ?? {}
  if (status === 'verstuurd') return 'vertrekt'
  if (status === 'overgeslagen') return 'te laat'
  return cancelled ? 'niet nodig' : `${status}`
}

const said = (answer: 'kan' | 'kan_niet') => ({ moments: { m1: { answer, at } } })
const comes = (answer: 'ja' | 'nee', of = 1) => ({ comes: { [String(of)]: { answer, at } } })
const dayBefore = '2021-05-31T07:00:00.000Z'

/** Without a day on which the client agreed. */
const renamed = { agreedOn: undefined, renamed: true as const }

type Row = [string, string, Omit<Case, 'kind'>]
const whileAsked: Row[] = [
  ['er wordt gevraagd', 'vertrekt', { overleg: asking }],
  ['intussen ligt het vast', 'niet nodig', { overleg: fixed() }],
  ['intussen is het afgelast', 'niet nodig', { overleg: { ...asking, state: 'afgelast' } }],
  ['alle momenten zijn voorbij', 'te laat', { overleg: asking, now: nextTuesday.start }],
  ['een seconde voor het laatste moment', 'vertrekt', { overleg: asking, now: '2021-06-08T11:59:59.000Z' }],
  ['doet niet mee', 'niet nodig', { overleg: asking, said: { declinedAt: at } }],
  ['van tafel', 'niet nodig', { overleg: asking, who: { leftAt: at, linkVersion: 2 } }],
  ['een ander adres', 'niet nodig', { overleg: asking, who: { linkVersion: 2 } }],
  ['het overleg is gewist', 'niet nodig', { erased: true }],
  ['een andere naam, waar de cliënt nog niet mee akkoord ging', 'wacht', { overleg: asking, who: renamed }],
  ['de plaats is van de cliënt', 'niet nodig', { overleg: asking, who: { wie: 'client' } }],
  ['de plaats is van een tolk', 'niet nodig', { overleg: asking, who: { wie: 'tolk' } }],
]

const whileFixed = (more: Omit<Case, 'kind'> = {}): Row[] => [
  ['het ligt vast', 'vertrekt', { overleg: fixed(), ...more }],
  ['het kreeg een andere dag', 'niet nodig', { overleg: fixed(2), ...more }],
  ['het gaat niet door', 'niet nodig', { overleg: { ...fixed(), state: 'afgelast' }, ...more }],
  ['het is gehouden', 'niet nodig', { overleg: { ...fixed(), state: 'gehouden' }, ...more }],
  ['het is begonnen', 'te laat', { overleg: fixed(), ...more, now: tuesday.start }],
  ['van tafel', 'niet nodig', { overleg: fixed(), who: { leftAt: at, linkVersion: 2 }, ...more }],
  ['een ander adres', 'niet nodig', { overleg: fixed(), who: { linkVersion: 2 }, ...more }],
  ['een andere naam, waar de cliënt nog niet mee akkoord ging', 'wacht', { overleg: fixed(), who: renamed, ...more }],
  [
    'een andere naam, en het gaat niet door',
    'niet nodig',
    { overleg: { ...fixed(), state: 'afgelast' }, who: renamed, ...more },
  ],
]

const withMoment = { mail: { moment: moment() } }

describe.each<[RoundKind | 'overleg-antwoord', Row[]]>([
  ['overleg-momenten', [...whileAsked, ['al geantwoord', 'vertrekt', { overleg: asking, said: said('kan') }]]],
  ['overleg-erbij', [...whileAsked, ['het adres kwam terug', 'vertrekt', { overleg: asking, cameBack: true }]]],
  [
    'overleg-herinnering',
    [
      ...whileAsked,
      ['zei ja', 'niet nodig', { overleg: asking, said: said('kan') }],
      ['zei nee', 'niet nodig', { overleg: asking, said: said('kan_niet') }],
      [
        'antwoordde op een moment dat weg is',
        'vertrekt',
        { overleg: asking, said: { moments: { m9: { answer: 'kan', at } } } },
      ],
      ['het adres kwam terug', 'niet nodig', { overleg: asking, cameBack: true }],
    ],
  ],
  [
    'overleg-uitnodiging',
    [
      ...whileFixed(withMoment),
      ['het adres kwam terug', 'vertrekt', { ...withMoment, overleg: fixed(), cameBack: true }],
    ],
  ],
  ['overleg-verplaatst', whileFixed(withMoment)],
  [
    'overleg-morgen',
    [
      ...whileFixed({ ...withMoment, now: dayBefore }).filter(
        ([name, fate]) => name !== 'het is begonnen' && fate !== 'wacht',
      ),
      // Planned eleven days before, in these tests: longer than a mail is tried, and a person sees it.
      ['een andere naam, al dagen', 'mislukt', { ...withMoment, overleg: fixed(), who: renamed, now: dayBefore }],
      ['zegt dat hij komt', 'vertrekt', { ...withMoment, overleg: fixed(), said: comes('ja'), now: dayBefore }],
      ['zegt dat hij niet komt', 'niet nodig', { ...withMoment, overleg: fixed(), said: comes('nee'), now: dayBefore }],
      ['doet niet mee', 'niet nodig', { ...withMoment, overleg: fixed(), said: { declinedAt: at }, now: dayBefore }],
      [
        'deed niet mee, en komt nu toch',
        'vertrekt',
        { ...withMoment, overleg: fixed(), said: { ...comes('ja'), declinedAt: at }, now: dayBefore },
      ],
      [
        'zei nee voor de vorige dag',
        'vertrekt',
        { mail: { moment: moment(2) }, overleg: fixed(2), said: comes('nee', 1), now: dayBefore },
      ],
      ['het adres kwam terug', 'niet nodig', { ...withMoment, overleg: fixed(), cameBack: true, now: dayBefore }],
      ['een minuut voor middernacht', 'vertrekt', { ...withMoment, overleg: fixed(), now: '2021-05-31T21:59:00.000Z' }],
      ['op de dag zelf', 'te laat', { ...withMoment, overleg: fixed(), now: '2021-05-31T22:00:00.000Z' }],
      ['het is begonnen', 'te laat', { ...withMoment, overleg: fixed(), now: tuesday.start }],
    ],
  ],
  [
    'overleg-antwoord',
    [
      ['er wordt gevraagd', 'vertrekt', { overleg: asking }],
      // Somebody may have answered for them.
      ['intussen ligt het vast', 'vertrekt', { overleg: fixed() }],
      ['het kreeg een andere dag', 'niet nodig', { ...withMoment, overleg: fixed(2) }],
      ['van tafel', 'niet nodig', { overleg: asking, who: { leftAt: at, linkVersion: 2 } }],
    ],
  ],
  [
    'overleg-niet-komen',
    [
      ['van tafel', 'vertrekt', { overleg: asking, who: { leftAt: at, linkVersion: 2 } }],
      [
        'van tafel, en het ging niet door',
        'vertrekt',
        { overleg: { ...asking, state: 'afgelast' }, who: { leftAt: at, linkVersion: 2 } },
      ],
      [
        'het uur is voorbij',
        'te laat',
        { ...withMoment, overleg: fixed(), who: { leftAt: at, linkVersion: 2 }, now: tuesday.start },
      ],
      ['het overleg is gewist', 'niet nodig', { erased: true }],
    ],
  ],
  [
    'overleg-afgelast',
    [
      ['afgelast', 'vertrekt', { ...withMoment, overleg: { ...fixed(), state: 'afgelast' } }],
      [
        'intussen een ander adres',
        'vertrekt',
        { ...withMoment, overleg: { ...fixed(), state: 'afgelast' }, who: { linkVersion: 2 } },
      ],
      [
        'het uur is voorbij',
        'te laat',
        { ...withMoment, overleg: { ...fixed(), state: 'afgelast' }, now: tuesday.start },
      ],
      ['het gaat toch door', 'niet nodig', { ...withMoment, overleg: fixed() }],
    ],
  ],
])('%s', (kind, rows) => {
  it.each(rows)('%s: %s', async (_, fate, about) => {
    expect(await fateOf({ kind, ...about })).toBe(fate)
  })
})
