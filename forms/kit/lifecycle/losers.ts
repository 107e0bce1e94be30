/** Who had a dossier in hand and loses it by what somebody else does: they hear it the same day, once (docs/domain.md §4). */
import { type NetworkContent, personOf } from '../content.ts'
import type { Service } from '../form.ts'
import type { Mail } from '../post/mail.ts'
import { mostNamed } from '../team-meeting/agenda.ts'
import { addSeconds } from '../time.ts'
import type { Dossier } from './dossier.ts'
import { isClosed } from './lifecycle.ts'
import { dueCall } from './service-call.ts'
import { aboutOf } from './to-applicant.ts'

/** One hand-over of several dossiers of one person: they get one mail about all of them. */
export interface HandedOver {
  /** Of the hand-over. */
  id: string
  /** Those that went before this one. */
  references: readonly string[]
}

/** Seconds in which the mail of a hand-over waits, so that it names them all. */
const handOverDelay = 300

interface Loss {
  before: Dossier
  after: Dossier
  /** Id of who did it; they know. */
  by: string
  /** Part of a hand-over of several. */
  handedOver?: HandedOver | undefined
  now: Date
}

/** What somebody hears: it is another's, it is over, or there is no call to make any more. */
type Why = 'kwijt' | 'afgelopen' | 'bel-niet'

/** The mails to who had it, one each: who holds it, and who was to call the service it was referred to. None to who left the network. */
export function toLosers({ form }: Pick<Service, 'form'>, content: NetworkContent, loss: Loss): Mail[] {
  const { before, after, by } = loss
  const [isOver, wasOver] = [after, before].map(({ state }) => isClosed(form.lifecycle, state))
  const caller = dueCall(after.referral)?.who
  const lost = new Map<string | undefined, Why>()
  const called = dueCall(before.referral)?.who
  // Who holds it while it is open again hears that as well.
  if (called !== caller && (isOver || called !== after.holder)) lost.set(called, 'bel-niet')
  if (before.holder !== after.holder) lost.set(before.holder, 'kwijt')
  else if (isOver && !wasOver && before.holder !== caller) lost.set(before.holder, 'afgelopen')
  return [...lost].flatMap(([who, why]) =>
    who !== undefined && who !== by && personOf(content, who) ? [told(loss, who, why)] : [],
  )
}

function told({ after, handedOver, now }: Loss, person: string, why: Why): Mail {
  const { network, reference, revision } = after
  if (!handedOver)
    return {
      mailId: `kwijt-${person}-${revision}`,
      notification: { kind: 'taak', to: 'medewerker', person, ...aboutOf(after), why },
    }
  const references = [...handedOver.references, reference]
  return {
    subject: `OVERDRACHT-${handedOver.id}`,
    mailId: 'overgedragen',
    notification: {
      ...{ kind: 'overgedragen', to: 'medewerker', network, person },
      ...{ references: references.slice(0, mostNamed), count: references.length },
    },
    dueAt: addSeconds(now, handOverDelay),
    grows: true,
  }
}

/** The mail to who had it in hand when it was erased for a person who asked to be forgotten. */
export function toldOfErasure(service: Service, content: NetworkContent, dossier: Dossier, by: string): Mail[] {
  const { reference, holder, referral } = dossier
  const hands = [isClosed(service.form.lifecycle, dossier.state) ? undefined : holder, dueCall(referral)?.who]
  return [...new Set(hands)].flatMap((person): Mail[] =>
    person === undefined || person === by || !personOf(content, person)
      ? []
      : [
          {
            // Whatever is kept under the dossier itself is erased with it.
            subject: `GEWIST-${reference}`,
            mailId: `kwijt-${person}`,
            notification: { kind: 'taak', to: 'medewerker', person, ...aboutOf(dossier), why: 'gewist' },
          },
        ],
  )
}
