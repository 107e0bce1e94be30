/** Composition root of the local Loket: the same app and mailer as in the cloud, on the engines of this machine. */
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { networks, receivingNetworks, services } from '../../forms/index.ts'
import { createSweep } from '../clockwork/sweep.ts'
import { createFeedback } from '../feedback/handler.ts'
import { createDeliver } from '../mailer/deliver.ts'
import { createPacedDeliver } from '../mailer/pace.ts'
import { createSesClient, sendThroughSes } from '../mailer/ses.ts'
import { createApp } from '../public/app.tsx'
import { servicePath } from '../public/paths.ts'
import { createPublished } from '../public/published.tsx'
import { failureOf } from '../shared/log.ts'
import { inRequest } from '../shared/request.ts'
import { createSeal } from '../shared/seal.ts'
import { createAbsences } from '../shared/store/absences.ts'
import { createAddresses } from '../shared/store/addresses.ts'
import { createConsultations } from '../shared/store/consultations.ts'
import { createDossierFiles } from '../shared/store/dossier-file.ts'
import { createDossierMails } from '../shared/store/dossier-mails.ts'
import { createDossiers } from '../shared/store/dossiers.ts'
import { createDrafts } from '../shared/store/drafts.ts'
import { createEvents } from '../shared/store/events.ts'
import { createIdentities } from '../shared/store/identities.ts'
import { createInviteeLists } from '../shared/store/invitee-lists.ts'
import { createInvitees } from '../shared/store/invitees.ts'
import { createLogbook } from '../shared/store/logbook.ts'
import { createMailFates } from '../shared/store/mail-fates.ts'
import { createOutbox } from '../shared/store/outbox.ts'
import { createPersonalData } from '../shared/store/personal-data.ts'
import { createQueue } from '../shared/store/queue.ts'
import { createRelated } from '../shared/store/related.ts'
import { createSeatReader } from '../shared/store/seats.ts'
import { createPendingSignIns, createSessions } from '../shared/store/sessions.ts'
import { createTrail } from '../shared/store/trail.ts'
import { loadAssets } from '../shared/web/assets.ts'
import type { Written } from '../shared/web/one-id.ts'
import { createWorkspace } from '../workspace/app.tsx'
import { createOidc } from '../workspace/sign-in/oidc.ts'
import { callbackPath } from '../workspace/sign-in/routes.tsx'
import { createUnseal } from '../workspace/unseal.ts'
import { seedEvents } from './demo-events.ts'
import { demoPeople } from './demo-people.ts'
import { createLog } from './log.ts'
import { type Parts, type Plugged, run } from './runner.ts'
import { startSignIn } from './sign-in.ts'
import { unwrapWithLocalKeys } from './unwrap.ts'

const from = 'loket@mail.loket.example'
/** The local SES has no limit; this keeps a demo with thousands of invitations short. */
const mailsPerSecond = 200

/** Loket itself: what the Lambda composition roots make, from what runs on this machine. */
async function plugIn({ url, clock, today, connection, keys }: Parts): Promise<Plugged> {
  const { now } = clock
  const log = createLog(now)
  const secrets = async () => keys
  const outbox = createOutbox(connection)
  const web = {
    url,
    assets: loadAssets(assetFiles, networks),
    random: randomBytes,
    logFailure: (incident: string, error: unknown) => log.error('Request failed', failureOf(incident, error)),
    logWritten: (written: Written) => log.info('Stored', { ...written }),
  }
  const signIn = await startSignIn({ url, callbackPath, connection, networks, people: demoPeople })
  const dossiers = createDossiers(connection)
  const seal = createSeal(
    Object.fromEntries(Object.entries(keys.sealKeys).map(([network, pair]) => [network, pair.public])),
  )
  const workspace = createWorkspace({
    ...web,
    sessions: createSessions(connection),
    pendingSignIns: createPendingSignIns(connection),
    identities: createIdentities(connection),
    events: createEvents(connection),
    invitees: createInvitees(connection),
    lists: createInviteeLists(connection),
    seats: createSeatReader(connection),
    outbox: createOutbox(connection),
    oidc: createOidc(signIn.settings),
    dossiers,
    queue: createQueue(connection),
    logbook: createLogbook(connection),
    dossierMails: createDossierMails(connection),
    dossierFiles: createDossierFiles(connection),
    addresses: createAddresses(connection),
    related: createRelated(connection),
    absences: createAbsences(connection),
    personalData: createPersonalData(connection),
    consultations: createConsultations(connection),
    trail: createTrail(connection),
    seal,
    unseal: createUnseal(unwrapWithLocalKeys(keys.sealKeys)),
    secrets,
    now,
    logTrouble: (kind, code) => log.warn('Sign-in came to nothing', { kind, code }),
  })
  const loket = createApp({
    ...web,
    drafts: createDrafts(connection),
    dossiers,
    events: createEvents(connection),
    invitees: createInvitees(connection),
    seats: createSeatReader(connection),
    seal,
    secrets,
    now,
  })
  const deliver = createDeliver({
    outbox,
    addresses: createAddresses(connection),
    events: createEvents(connection),
    send: sendThroughSes(createSesClient(), { from, configurationSet: 'loket' }),
    secrets,
    baseUrl: url,
    from,
    now,
    log,
  })
  const wake = async (mails: Parameters<typeof deliver>[0]) => {
    await deliver(mails)
  }
  const deliverPaced = createPacedDeliver({ deliver, outbox, perSecond: mailsPerSecond, now, wait: setTimeout })
  const wakePaced = async (mails: Parameters<typeof deliver>[0]) => {
    await deliverPaced(mails)
  }
  const sweep = createSweep({ outbox, wake, paced: { wake: wakePaced, perSecond: mailsPerSecond }, now })
  await seedEvents(createEvents(connection), now(), today)
  return {
    // In the cloud the HTTP API sends each path to its own function.
    app: {
      fetch: (request, env) =>
        (new URL(request.url).pathname.startsWith('/werkruimte') ? workspace : loket).fetch(request, env),
    },
    published: createPublished({ assets: web.assets, now }),
    oidc: signIn.handle,
    deliver,
    sweep: () => inRequest(randomBytes(9).toString('base64url'), sweep),
    nextDue: outbox.nextDue,
    feedback: createFeedback({ fates: createMailFates(connection), outbox, now, log }),
    links: [
      { href: '/', text: 'Startpagina' },
      ...services.map((service) => ({
        href: servicePath(service),
        text: `${service.form.naam}, ${service.network.naam}`,
      })),
      { href: '/aanbod', text: 'Aanbod' },
      { href: '/activiteiten', text: 'Activiteiten' },
      { href: '/werkruimte', text: 'Werkruimte (meld aan als een van de mensen hieronder)' },
    ],
    people: demoPeople,
  }
}

const asset = (name: string) => new URL(`../shared/web/assets/${name}`, import.meta.url)
const assetFiles = {
  css: asset('loket.css'),
  script: asset('page.js'),
  icon: asset('icon.svg'),
  font: new URL(
    import.meta.resolve(
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
  ),
}

await run({ env: process.env, networks: receivingNetworks.map(({ slug }) => slug), plugIn })
