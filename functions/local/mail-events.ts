/**
 * What Amazon SES tells of a mail after it took it, and EventBridge passes on: on this machine by the name of the
 * mailbox. `bounce…@` does not exist, `klacht…@` calls the mail unwanted, `afwezig…@` answers by itself, and every other
 * mailbox gets it.
 */

/** One event, in the shape EventBridge has it from SES. */
export interface MailEvent {
  source: 'aws.ses'
  'detail-type': string
  detail: Record<string, unknown>
}

interface TakenMail {
  /** ISO. */
  at: string
  messageId: string
  source: string
  to: readonly string[]
  tags: Readonly<Record<string, string>>
}

const permanent = { bounceType: 'Permanent', bounceSubType: 'General' }
const automatic = { bounceType: 'Transient', bounceSubType: 'General' }

/** What will be told of a mail, in order. */
export function eventsOf({ at, messageId, source, to, tags }: TakenMail): MailEvent[] {
  const mail = {
    timestamp: at,
    messageId,
    source,
    destination: [...to],
    tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  }
  const happened = { timestamp: at }
  const event = (eventType: string, type: string, what: object): MailEvent => ({
    source: 'aws.ses',
    'detail-type': type,
    detail: { eventType, mail, ...what },
  })
  const bounce = (to: string, kind: object) =>
    event('Bounce', 'Email Bounced', {
      bounce: { ...happened, ...kind, bouncedRecipients: [{ emailAddress: to }] },
    })
  return to.flatMap((address) => {
    const delivered = event('Delivery', 'Email Delivered', { delivery: { ...happened, recipients: [address] } })
    if (address.startsWith('bounce')) return [bounce(address, permanent)]
    if (address.startsWith('afwezig')) return [delivered, bounce(address, automatic)]
    if (!address.startsWith('klacht')) return [delivered]
    const complaint = { ...happened, complainedRecipients: [{ emailAddress: address }] }
    return [delivered, event('Complaint', 'Email Complaint Received', { complaint })]
  })
}

export interface MailEvents {
  /** Keeps it until the next `drain`: an event never comes in the middle of other work. */
  emit(event: MailEvent): void
  /** Hands over everything that waits; what fails is told and tried again at the next one, as Lambda would. */
  drain(): Promise<void>
}

/** Lambda tries an event three times. */
const tries = 3

/** Where events wait for their turn. */
export function createMailEvents(
  handle: (event: MailEvent) => Promise<void>,
  onError: (error: unknown) => void,
): MailEvents {
  let waiting: { event: MailEvent; tried: number }[] = []
  return {
    emit: (event) => {
      waiting.push({ event, tried: 0 })
    },
    drain: async () => {
      const now = waiting
      waiting = []
      for (const { event, tried } of now) {
        try {
          await handle(event)
        } catch (error) {
          onError(error)
          if (tried + 1 < tries) waiting.push({ event, tried: tried + 1 })
        }
      }
    },
  }
}
