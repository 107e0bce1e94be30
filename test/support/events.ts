/** Events and answers for tests: the seed's event, one with seats, and people who answer from outside. */
import { randomBytes } from 'node:crypto'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import type { Invitee } from '../../forms/kit/events/rsvp.ts'
import { addressOnEvent, newInvitee } from '../../functions/shared/answer-flow.ts'
import { linkToken } from '../../functions/shared/links.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import { sampleEvent } from '../emails/samples.ts'
import type { TestLoket } from './app.ts'
import { mailsAmong } from './mails.ts'
import { type Fields, fieldsIn, type Visitor } from './visitor.ts'

export const audit = { who: 'organisator', what: 'gemaakt', auditId: 'a', now: new Date(0), auditDays: 365 }
export const onlineLink = 'https://overleg.example/geheim'

/** Puts an event; its own slug, so that tests do not meet. */
export async function putEvent(connection: Connection, changes: Partial<LoketEvent> = {}): Promise<LoketEvent> {
  const event = { ...sampleEvent, slug: `a${randomBytes(6).toString('hex')}`, ...changes }
  const outcome = await createEvents(connection).create(event, onlineLink, audit)
  if (outcome !== 'created') throw new Error(outcome)
  return event
}

export const answer = {
  antwoord: 'ja',
  naam: 'Noor Voorbeeld',
  organisatie: 'CAW Voorbeeld',
  functie: 'Begeleider',
  email: 'noor@caw.example',
  opmerking: 'Ik kom met de trein.',
} as const satisfies Fields

export const pathOf = ({ slug }: { slug: string }): string => `/activiteiten/${slug}`

/** The hidden fields of a form, as opened ten seconds ago. */
export async function openForm(loket: TestLoket, visitor: Visitor, path: string): Promise<Fields> {
  const { formulier = [] } = fieldsIn(await (await visitor.get(path)).text())
  loket.clock.later(10)
  return { formulier }
}

/** Opens the public page, fills it in, sends it. */
export async function respond(loket: TestLoket, event: LoketEvent, changes: Fields = {}): Promise<Response> {
  const visitor = loket.visitor()
  const hidden = await openForm(loket, visitor, pathOf(event))
  return visitor.post(pathOf(event), { ...hidden, ...answer, ...changes })
}

/** Puts somebody on the list, as an organiser's spreadsheet does. */
export async function invite(loket: TestLoket, event: LoketEvent, email: string = answer.email): Promise<Invitee> {
  const adres = addressOnEvent(loket.secrets.addressKey, event.slug, email)
  const id = randomBytes(16).toString('base64url')
  const about = newInvitee({ id, event, adres, bron: 'import', now: loket.clock.now })
  const invitee = { ...about, ttl: Math.floor(Date.parse(event.einde) / 1000) + 30 * 86_400 }
  await createInviteeLists(loket.connection).add([{ invitee, email }], () => loket.clock.now, loket.clock.now)
  return invitee
}

/**
 * Has a pasted list read, and puts on the list what the page then shows: both presses of an organiser, with `mended` typed in
 * between. The answer to the first when it stores nothing.
 */
export async function importList(organiser: Visitor, event: { slug: string }, csv: string, mended: Fields = {}) {
  const path = `/werkruimte/activiteiten/${event.slug}/importeren`
  const read = await organiser.post(path, { csv })
  const html = await read.clone().text()
  return html.includes('data-list') && read.status === 200
    ? organiser.post(path, { ...fieldsIn(html), ...mended })
    : read
}

/** Who is on the list with this address. */
export async function inviteeOf(loket: TestLoket, event: LoketEvent, email: string = answer.email) {
  const adres = addressOnEvent(loket.secrets.addressKey, event.slug, email)
  return createInvitees(loket.connection).find(event.slug, adres, loket.clock.now)
}

/** A personal link, as the mailer makes it. */
export async function personalPath(
  loket: TestLoket,
  event: LoketEvent,
  email: string = answer.email,
  purpose: 'uitnodiging' | 'afmelden' = 'uitnodiging',
): Promise<string> {
  const invitee = await inviteeOf(loket, event, email)
  if (!invitee) throw new Error(`Nobody with ${email}`)
  const target = { id: invitee.id, version: invitee.linkVersion }
  return `/${purpose}/${linkToken(loket.secrets.linkKeys, purpose, target)}`
}

/** Mails of one kind or all, that wait or were taken back, of an event. */
export async function mailsOf(loket: TestLoket, event: LoketEvent): Promise<Record<string, unknown>[]> {
  const mails = mailsAmong(await loket.items('loket'))
  return mails.filter(({ notification }) => (notification as { activiteit?: string })?.activiteit === event.slug)
}

export const kindsOf = (mails: readonly Record<string, unknown>[]): string[] =>
  mails.map(({ notification }) => String((notification as { kind: string }).kind).replace('activiteit-', '')).sort()
