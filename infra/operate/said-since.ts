/**
 * What people asked and was done since a moment, as the table that was in use then still tells: done again in one that came back from
 * a backup. Only what concerns what is kept or mailed of a person, and who may come in; the rest of the work is for people.
 */
import { randomBytes } from 'node:crypto'
import { serviceOf } from '../../forms/index.ts'
import { countsOf } from '../../forms/kit/figures/tally.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { stateOf } from '../../forms/kit/lifecycle/lifecycle.ts'
import { decide } from '../../forms/kit/lifecycle/move.ts'
import { daysOf } from '../../forms/kit/network-days.ts'
import { promise, withoutNow } from '../../forms/kit/post/mail.ts'
import { epochSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { unsubscribe } from '../../functions/shared/answer-flow.ts'
import { goesAlong } from '../../functions/shared/goes-along.ts'
import { createActionPlans } from '../../functions/shared/store/action-plans.ts'
import { createAddresses } from '../../functions/shared/store/addresses.ts'
import { createBelongings } from '../../functions/shared/store/belongings.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { createDossierMails } from '../../functions/shared/store/dossier-mails.ts'
import { createDossiers } from '../../functions/shared/store/dossiers.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createIdentities } from '../../functions/shared/store/identities.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import { auditPrefix, type PersonRef, personIn, personKey, referenceIn } from '../../functions/shared/store/keys.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { addressLine, type SaidLine, saidSince } from '../../functions/shared/store/said-since.ts'

interface Pair {
  live: Connection<Tables>
  restored: Connection<Tables>
}

/** Done again now; what an earlier run did is not counted. */
export interface DoneAgain {
  withdrawn: number
  readdressed: number
  /** Accounts and invitations taken away. */
  unbound: number
  unsubscribed: number
  /** What a person must do by hand: the line's key, and what it says. */
  left: string[]
}

type Outcome = Exclude<keyof DoneAgain, 'left'> | 'left' | undefined

/** Reads the whole old table, as no function may: an unsubscription has no line of its own. */
export async function doAgain({ live, restored }: Pair, since: Date, now: Date): Promise<DoneAgain> {
  const done: DoneAgain = { withdrawn: 0, readdressed: 0, unbound: 0, unsubscribed: 0, left: [] }
  const again = createAgain({ live, restored }, now)
  const { lines, unsubscribed } = await saidSince(live, since)
  for (const line of lines) {
    const outcome = (await isThere(restored, line)) ? undefined : await again.line(line)
    if (outcome === 'left') done.left.push(`${line.pk} ${line.what} ${line.at}`)
    else if (outcome) done[outcome] += 1
  }
  for (const id of unsubscribed) if (await again.unsubscribe(id)) done.unsubscribed += 1
  return done
}

function createAgain({ live, restored }: Pair, now: Date) {
  const { endOthers } = createBelongings(restored)
  const [dossiers, mails] = [createDossiers(restored, endOthers), createDossierMails(restored)]
  const [overlegs, actionPlans] = [createOverlegs(restored), createActionPlans(restored)]
  const [addresses, identities] = [createAddresses(restored), createIdentities(restored)]
  const [events, invitees] = [createEvents(restored), createInvitees(restored)]
  const contents = createContents(live, () => now)
  const [liveDossiers, liveAddresses] = [createDossiers(live), createAddresses(live)]

  /** As it was then, with the end it had: what is past its time is removed after this. */
  async function withdraw(line: SaidLine, before: Dossier): Promise<Outcome> {
    const service = serviceOf(before)
    if (!service) return 'left'
    if (line.to === undefined || !stateOf(service.form.lifecycle, line.to).withdrawn) return undefined
    // Whoever did it may hold the dossier no longer, or not yet: a coordinator always may.
    const content = await contents.of(service.network)
    const by = content.people.find(({ role }) => role === 'coordinator')
    if (!by) return 'left'
    const decision = decide(service, content, before, { action: line.what, by }, new Date(line.at))
    if (decision.kind === 'refused') return 'left'
    const at = { now: new Date(line.at), days: daysOf(service.network, content) }
    const about = { service, before, decision, by: line.who, ...at, quiet: true as const }
    const along = await goesAlong({ overlegs, actionPlans, random: randomBytes }, about)
    const { dossier: after, mails, answersTtl } = along.decision
    const audit = { who: line.who, what: line.what }
    // Its mails left when it was done.
    const stored = await dossiers.move(
      {
        ...{ before, after, mails: withoutNow(mails), answersTtl, audit },
        counts: countsOf(service, before, after, new Date(line.at)),
        ...auditedAs(line),
      },
      along.writes,
    )
    return stored === 'moved' ? 'withdrawn' : 'left'
  }

  /** The audit has no address: it is the one of the old table, with the link that was mailed there. */
  async function readdress(line: SaidLine, before: Dossier): Promise<Outcome> {
    const { reference } = before
    const [latest, email] = await Promise.all([liveDossiers.read(reference, now), liveAddresses.read(reference, now)])
    if (!latest || email === undefined) return 'left'
    const { applicant, linkVersion } = latest
    const after = { ...before, applicant, linkVersion, revision: before.revision + 1 }
    const log = await mails.list(reference, now)
    const correction = { before, after, email, mails: promise(), log, who: line.who, ...auditedAs(line) }
    return (await addresses.correct(correction)) === 'stored' ? 'readdressed' : 'left'
  }

  /** Who was bound to the same account again since, stays. */
  async function unbind(line: SaidLine, who: PersonRef): Promise<Outcome> {
    const [then, since] = await Promise.all([boundTo(restored, who), boundTo(live, who)])
    if (then !== undefined && then === since) return undefined
    // An invitation that was sent before is worth nothing any more either.
    await identities.unbind({ ...who, by: line.who, ...auditedAs(line) })
    return 'unbound'
  }

  return {
    async line(line: SaidLine): Promise<Outcome> {
      const person = personIn(line.pk)
      if (person) return unbind(line, person)
      const before = await dossiers.read(referenceIn(line.pk) ?? '', new Date(line.at))
      if (!before) return undefined // Erased since, or filed later than the backup.
      return line.what === addressLine ? readdress(line, before) : withdraw(line, before)
    },

    async unsubscribe(id: string): Promise<boolean> {
      const before = await invitees.read(id, now)
      const event = before && (await events.read(before.activiteit))
      if (!event || before.afgemeld) return false
      if ((await unsubscribe({ invitees }, event, before, now)) === 'stored') return true
      throw new Error('Somebody is changing the restored table. Stop that first.')
    },
  }
}

/** By whom and when it was done is written down as it is in the old table. */
function auditedAs({ sk, at, ttl }: SaidLine) {
  const now = new Date(at)
  const auditId = sk.slice(`${auditPrefix}${at}#`.length)
  return { auditId, now, auditDays: (ttl - epochSeconds(now)) / secondsPerDay }
}

async function boundTo({ dynamo, tables }: Connection, { network, person }: PersonRef) {
  const { client, GetCommand } = await dynamo()
  const Key = personKey(network, person)
  return (await client.send(new GetCommand({ TableName: tables.loket, Key }))).Item?.identity
}

async function isThere({ dynamo, tables }: Connection, { pk, sk }: SaidLine): Promise<boolean> {
  const { client, GetCommand } = await dynamo()
  return (await client.send(new GetCommand({ TableName: tables.loket, Key: { pk, sk } }))).Item !== undefined
}
