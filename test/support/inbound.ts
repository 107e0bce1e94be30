/** The function that reads what comes in at the address all mail is from, on real tables, with its log kept. */
import { createInbound, type InboundDeps } from '../../functions/inbound/handler.ts'
import { createAddresses } from '../../functions/shared/store/addresses.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import { createMailFates } from '../../functions/shared/store/mail-fates.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { createSeats } from '../../functions/shared/store/seat-hands.ts'
import type { TestLoket } from './app.ts'

/** Behind the @ of every entry. */
export const inboundHost = 'loket.example'

interface InboundLine {
  level: string
  message: string
  /** What became of the mail. */
  outcome: string
}

export function openInbound({ connection, clock }: Pick<TestLoket, 'connection' | 'clock'>) {
  const log: InboundLine[] = []
  const write = (level: string) => (message: string, fields: object) =>
    void log.push({ level, message, outcome: '', ...fields })
  return {
    log,
    /** As SES hands it over; undefined: it is gone by then. */
    take(raw: string | undefined, changes: Partial<InboundDeps> = {}, size = raw?.length ?? 0): Promise<void> {
      const inbound = createInbound({
        message: async () => (raw === undefined ? undefined : new TextEncoder().encode(raw)),
        addresses: createAddresses(connection),
        events: createEvents(connection),
        fates: createMailFates(connection),
        invitees: createInvitees(connection),
        overlegs: createOverlegs(connection),
        seats: createSeats(connection),
        host: inboundHost,
        now: () => clock.now,
        log: { info: write('info'), warn: write('warn'), error: write('error') },
        ...changes,
      })
      return inbound({ detail: { key: 'abc', size } })
    },
    outcome: () => log.at(-1)?.outcome,
  }
}

/** `20210601T080000Z` */
export const stampOf = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
