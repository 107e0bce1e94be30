/**
 * A table that came back from a backup, before anybody uses it. It holds what people asked us to forget since, what is past its
 * time, and mails that left since: each is dealt with by the code that does so in a table that is in use.
 */

import { readParticipantId } from '../../forms/kit/overleg/rounds.ts'
import { readReference } from '../../forms/kit/reference.ts'
import { belgianDays } from '../../forms/kit/working-days.ts'
import { eraseInvitee } from '../../functions/shared/erase-invitee.ts'
import { createAddresses } from '../../functions/shared/store/addresses.ts'
import { takeContentOver } from '../../functions/shared/store/content-changes.ts'
import { createDossierMails } from '../../functions/shared/store/dossier-mails.ts'
import { createDossiers } from '../../functions/shared/store/dossiers.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import type { FoundSeat } from '../../functions/shared/store/find-person.ts'
import { bulkPartition, duePartition } from '../../functions/shared/store/indexes.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import { isPlanKey } from '../../functions/shared/store/keys.ts'
import { createMailFates } from '../../functions/shared/store/mail-fates.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { createPersonalData, type Erasure } from '../../functions/shared/store/personal-data.ts'
import { removeExpired } from '../../functions/shared/store/remove-expired.ts'
import { createSeats } from '../../functions/shared/store/seat-hands.ts'
import { subjectsOfSeat } from '../../functions/shared/store/table-items.ts'
import { type DoneAgain, doAgain } from './said-since.ts'

interface AfterRestore {
  /** The table that was in use since; absent when it is lost, and with it what people asked since. */
  live?: Connection<Tables> | undefined
  /** With the drafts that are in use: there is no backup of those. */
  restored: Connection<Tables>
  /** Slugs of all networks. */
  networks: readonly string[]
  /** The moment the restore went back to, or before. */
  since: Date
  now: Date
}

export interface Counts {
  /** Dossiers, drafts and invitees that were erased again. */
  erased: number
  /** Erased since, and not in the backup; or erased again by an earlier run. */
  absent: number
  /** Items past their time, removed. */
  expired: number
  /** Networks whose people, mailboxes or aanbod changed since. */
  contents: number
  /** Mails that waited, now on hold. */
  held: number
  /** People who were wiped from a table since, by participant: their name is sealed, so somebody of the network wipes it again. */
  sealedNames: string[]
  /** Absent without the old table. */
  again?: DoneAgain
}

/** What leaves or is read in between would be wrong, so nobody may use the table yet. Repeated, it finds nothing left to do. */
export async function afterRestore({ live, restored, networks, since, now }: AfterRestore): Promise<Counts> {
  const counts: Counts = { erased: 0, absent: 0, expired: 0, contents: 0, held: 0, sealedNames: [] }
  if (live) {
    const personalData = createPersonalData(live)
    const eraseAgain = createEraseAgain(restored, since)
    for (const network of networks)
      for (const { subjects, about } of await personalData.erasures(network, since))
        for (const subject of subjects) {
          const outcome = await eraseAgain(subject, about)
          counts[outcome] += 1
          if (outcome === 'erased' && readParticipantId(subject)) counts.sealedNames.push(subject)
        }
    for (const network of networks) if (await takeContentOver(live, restored, network)) counts.contents += 1
    counts.again = await doAgain({ live, restored }, since, now)
  }
  counts.held = await holdMails(restored)
  counts.expired = await removeExpired(restored, 'loket', now)
  return counts
}

/** By whom and when it was done is written down as it is in the live table. */
function createEraseAgain(restored: Connection<Tables>, since: Date) {
  const personalData = createPersonalData(restored)
  const dossiers = createDossiers(restored)
  const mails = createDossierMails(restored)
  const addresses = createAddresses(restored)
  const overlegs = createOverlegs(restored)
  const [events, invitees, seats] = [createEvents(restored), createInvitees(restored), createSeats(restored)]

  async function erase(subject: string, about: Erasure): Promise<'erased' | 'changed' | undefined> {
    // As it was then: what is past its time by now is erased with all that belongs to it too.
    if (readReference(subject) === subject) {
      const dossier = await dossiers.read(subject, since)
      return dossier && personalData.eraseDossier(dossier, about)
    }
    const invitee = await invitees.read(subject, since)
    const event = invitee && (await events.read(invitee.activiteit))
    if (event) return eraseInvitee({ invitees, seats, personalData }, { event, invitee }, about)
    const seat = readParticipantId(subject)
    if (seat) return leaveTable(seat, about)
    const address = await addresses.read(subject, since)
    const there = address !== undefined || (await mails.list(subject, since)).length > 0
    return there ? personalData.eraseDraft(subject, about) : undefined
  }

  /** Their name is sealed with those of the others: that somebody of the network wipes it again, is left (`sealedNames`). */
  async function leaveTable(seat: FoundSeat, about: Erasure): Promise<'erased' | undefined> {
    const kept = await overlegs.readFor(seat.reference, seat.number, seat.id, since)
    const participant = kept?.overleg.participants[seat.id]
    if (!participant) return undefined
    const subjects = subjectsOfSeat(seat, seat.id, participant.linkVersion)
    const known = await Promise.all(subjects.map((subject) => addresses.read(subject, since)))
    if (kept.said.size === 0 && known.every((address) => address === undefined)) return undefined
    await personalData.eraseSeat(seat, participant.linkVersion, about)
    return 'erased'
  }

  return async (subject: string, about: Erasure): Promise<'erased' | 'absent'> => {
    const outcome = await erase(subject, about)
    if (outcome === 'changed') throw new Error('Somebody is changing the restored table. Stop that first.')
    return outcome ?? 'absent'
  }
}

/** Whatever its moment: one that was due has left since, and a drill must send nothing at all. */
async function holdMails(restored: Connection): Promise<number> {
  const outbox = createOutbox(restored)
  const mails = createMailFates(restored)
  const forEver = new Date('9999-12-31T23:59:59.999Z')
  let held = 0
  for (const lane of [duePartition, bulkPartition]) {
    for (const key of await outbox.due(forEver, Number.MAX_SAFE_INTEGER, lane)) {
      if (isPlanKey(key)) {
        held += (await outbox.makeDue(key, forEver, async () => belgianDays, 'hersteld')).length
        continue
      }
      const mail = await mails.read(key)
      if (mail && (await outbox.hold(mail, 'hersteld'))) held += 1
    }
  }
  return held
}
