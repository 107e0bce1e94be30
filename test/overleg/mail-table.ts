/** An overleg whose mails are read: decided as the werkruimte decides, kept on real tables, sent by the mailer. */
import { randomBytes } from 'node:crypto'
import type { Email } from 'postal-mime'
import type { GivenAnswers } from '../../forms/kit/overleg/answer.ts'
import { ask, begun, fix, type OverlegNow } from '../../forms/kit/overleg/decide.ts'
import type { OverlegDecision } from '../../forms/kit/overleg/decision.ts'
import { noDetails } from '../../forms/kit/overleg/details.ts'
import type { Moment, Overleg, Participant, Seat } from '../../forms/kit/overleg/overleg.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { openPostOffice } from '../mailer/post-office.ts'
import { openDays } from '../support/open-days.ts'
import { spanAt } from '../support/overleg-tables.ts'
import { storeAnswer } from '../support/store-answer.ts'

const holder = { id: 'casemanager-aalst', name: 'Casemanager Aalst', phone: '053 00 00 02' }
export const holderAt = 'casemanager@lco-aalst.example'

/** What nobody may read in a mail: it is in the sealed part, or with who answered. */
export const typed = ['Jeugdhuis Voorbeeld', 'Zaal de Brug', 'https://overleg.example/geheim', 'Noor Voorbeeld', '0470']

/** Tuesday 1 June 2021; a week later at the same hour. */
export const tuesday: Moment = { id: 'm1', ...spanAt('2021-06-01T14:00'), suitsClient: true }
export const nextTuesday: Moment = { id: 'm2', ...spanAt('2021-06-08T14:00'), suitsClient: true }
export const practical = { vorm: 'fysiek', tolk: 'niet_nodig', place: 'Zaal de Brug', onlineLink: '' } as const

export const bySeat = (wie: Seat, place: number, more: Partial<Participant> = {}): Participant => ({
  ...{ wie, bereik: wie === 'client' ? 'brief' : 'mail', beroepsgeheim: 'ja', place, linkVersion: 1 },
  ...(wie === 'client' ? {} : { agreedOn: '2021-05-19' }),
  ...more,
})

/** The client, and so many services that are reached by mail: `p1`, `p2` … */
export const tableFor = (count: number, first: Seat = 'dienst'): Overleg['participants'] => ({
  c1: bySeat('client', 1),
  ...Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`p${at + 1}`, bySeat(at === 0 ? first : 'dienst', at + 2)]),
  ),
})

let number = 0

export type MailTable = Awaited<ReturnType<typeof openMailTable>>

interface Options {
  participants?: Overleg['participants']
  about?: Partial<Overleg>
  /** Of a participant. */
  addressOf?: (id: string) => string
}

export async function openMailTable(connection: Connection, options: Options = {}) {
  number += 1
  const { participants = tableFor(1), about = {}, addressOf } = options
  const reference = `LCO-7K3M-9QX2-${String(number).padStart(2, '0')}`
  const emailOf = addressOf ?? ((id: string) => `${id}-${number}@dienst.example`)
  const office = openPostOffice(connection)
  const overlegs = createOverlegs(connection)
  const first: Overleg = {
    ...begun(
      {
        ...{ reference, number: '01', network: 'aalst', form: 'lco-aanvraag', noun: 'overleg', holder: holder.id },
      },
      { participants },
    ),
    ...{ moments: [tuesday, nextTuesday], momentsMade: 2, momentsDiscussedOn: '2021-05-03', ...about },
  }
  let current: OverlegNow = { overleg: first, details: noDetails, said: new Map() }
  const audited = () => ({ auditId: randomBytes(9).toString('hex'), now: office.now(), auditDays: 1 })

  const hmacOf = (email: string) => `hmac ${email}`
  await overlegs.putAddresses(
    first,
    Object.entries(participants)
      .filter(([, { bereik }]) => bereik === 'mail')
      .map(([participant, { linkVersion }]) => ({ participant, linkVersion, email: emailOf(participant) })),
    { hmacOf, now: office.now() },
  )

  /** As the werkruimte keeps it. */
  async function make(decide: (now: OverlegNow) => OverlegDecision): Promise<void> {
    const decided = decide(current)
    if (decided.kind === 'refused') throw new Error(decided.reason)
    const { overleg, details, mails, reachedAt = [], what } = decided
    await overlegs.putAddresses(overleg, reachedAt, { hmacOf, now: office.now() })
    const before = current.overleg.revision
    const stored = await overlegs.store(
      { before, overleg, sealed: `jwe of ${typed.join()}`, mails, now: office.now() },
      audited(),
      { who: holder.id, what },
    )
    if (stored === 'changed') throw new Error('changed')
    current = { ...current, overleg, details }
  }

  /** What a participant answers along their link, or somebody of the network notes. */
  async function say(id: string, given: GivenAnswers, by?: string): Promise<void> {
    const said = await storeAnswer({ ...current, overlegs, now: office.now() }, id, given, by)
    current = { ...current, said: new Map([...current.said, [id, said]]) }
  }

  const { passTo } = office

  /** Mails about this overleg that left since the last `forget`, oldest first. */
  async function received(): Promise<{ to: string; email: Email }[]> {
    const all = await office.received()
    return all.flatMap(({ destinations: [to = ''], email }) =>
      email.subject?.endsWith(reference) ? [{ to, email }] : [],
    )
  }

  return {
    reference,
    office,
    overlegs,
    emailOf,
    make,
    say,
    passTo,
    received,
    act: () => ({ by: holder.id, now: office.now(), days: openDays() }),
    now: () => current,
    /** What leaves now: to whom, and its subject without the reference. */
    left: async () => {
      await passTo(office.now())
      const mails = (await received()).map(({ to, email }) => `${to} ${email.subject?.split(' · ')[0]}`)
      office.forget()
      return mails.sort()
    },
    feedback: office.feedback,
  }
}

/** The plain part, line by line, without what every mail ends with. */
export const linesOf = ({ text = '' }: Email): string[] =>
  (text.split('\n\nLoket · ')[0] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('https://'))

/** The calendar part, unfolded (RFC 5545 §3.1). */
export function calendarOf({ attachments }: Email): string[] | undefined {
  const part = attachments.find(({ mimeType }) => mimeType === 'text/calendar')
  if (!part) return undefined
  const { content } = part
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  return text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/)
}

/** Who is called, as a mail names them. */
export const called = `${holder.name}, ${holder.phone}`

/** A way to each kind of mail: what happens before it, and what sends it. */
export type Way = (table: MailTable) => Promise<void>
export const asked: Way = async (table) => {
  await table.make((now) => ask(now, table.act()))
  await table.left()
}
export const fixed: Way = async (table) => {
  await table.make((now) => fix(now, 'm1', practical, table.act()))
  await table.left()
}
