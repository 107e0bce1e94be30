/** The werkruimte on the tables of a test, for somebody who is signed in already. */
import { randomBytes } from 'node:crypto'
import { networks } from '../../forms/index.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createIdentities } from '../../functions/shared/store/identities.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { createSeatReader } from '../../functions/shared/store/seats.ts'
import { createPendingSignIns, createSessions } from '../../functions/shared/store/sessions.ts'
import { createWorkspace } from '../../functions/workspace/app.tsx'
import { assetsOfTests, type TestLoket, testUrl } from './app.ts'
import { createVisitor, type Visitor } from './visitor.ts'

/** A browser in which this person of a network works. */
export async function workerAt(loket: TestLoket, network: string, person: string): Promise<Visitor> {
  const { connection } = loket
  const sessions = createSessions(connection)
  const app = createWorkspace({
    url: testUrl,
    assets: assetsOfTests(networks),
    sessions,
    pendingSignIns: createPendingSignIns(connection),
    identities: createIdentities(connection),
    events: createEvents(connection),
    invitees: createInvitees(connection),
    lists: createInviteeLists(connection),
    seats: createSeatReader(connection),
    outbox: createOutbox(connection),
    oidc: { begin: () => Promise.reject(new Error('Not here')), finish: () => Promise.reject(new Error('Not here')) },
    secrets: async () => loket.secrets,
    now: () => loket.clock.now,
    random: randomBytes,
    logFailure: (incident, error) =>
      loket.failures.push(`${incident} ${error} ${error instanceof Error ? error.stack : ''}`),
    logTrouble: () => {},
  })
  const secret = randomBytes(32).toString('base64url')
  await sessions.start({ secret, identity: person, who: { network, person }, now: loket.clock.now })
  return createVisitor(testUrl, (request) => app.fetch(request), new Map([['__Host-loket-werk', secret]]))
}
