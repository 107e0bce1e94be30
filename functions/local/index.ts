/** Composition root of the local Loket: the same app and mailer as in the cloud, on the engines of this machine. */
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { networks, receivingNetworks, services } from '../../forms/index.ts'
import { once } from '../../forms/kit/once.ts'
import '../../forms/sound.ts'
import { createSweep } from '../clockwork/sweep.ts'
import { createSweepChanged, createSweepSeats, createSweepYears } from '../clockwork/sweep-waiting.ts'
import { createFeedback } from '../feedback/handler.ts'
import { createGuestApp } from '../guest/app.ts'
import { parts as guestParts } from '../guest/parts.ts'
import { createDeliver } from '../mailer/deliver.ts'
import { createPacedDeliver } from '../mailer/pace.ts'
import { createSesClient, sendThroughSes } from '../mailer/ses.ts'
import { createApp } from '../public/app.ts'
import { openStore as openPublicStore } from '../public/open-store.ts'
import { parts as publicParts } from '../public/parts.ts'
import { createPublished } from '../public/published.tsx'
import { failureOf } from '../shared/log.ts'
import { isGuestPath, servicePath } from '../shared/public-paths.ts'
import { inRequest } from '../shared/request.ts'
import { createSeal } from '../shared/seal.ts'
import { createChangedDossiers } from '../shared/store/changed-dossiers.ts'
import { createClosingYears } from '../shared/store/closing-years.ts'
import { createContents } from '../shared/store/contents.ts'
import { countDossiers } from '../shared/store/count-dossiers.ts'
import { createStandings } from '../shared/store/event-standing.ts'
import { createEvents } from '../shared/store/events.ts'
import { findAgain } from '../shared/store/find-again.ts'
import { createFreedSeats } from '../shared/store/freed-seats.ts'
import type { Binding } from '../shared/store/identities.ts'
import { createInvitees } from '../shared/store/invitees.ts'
import { createMailFates } from '../shared/store/mail-fates.ts'
import { createMarks } from '../shared/store/marks.ts'
import { createOutbox } from '../shared/store/outbox.ts'
import { createOverviews } from '../shared/store/overviews.ts'
import { createReturnedInvitees } from '../shared/store/returned-invitees.ts'
import { createSearchWords } from '../shared/store/search-words.ts'
import { createSeats } from '../shared/store/seat-hands.ts'
import { createUnseal } from '../shared/unseal.ts'
import { loadAssets } from '../shared/web/assets.ts'
import { loadAll } from '../shared/web/in-parts.ts'
import type { Written } from '../shared/web/one-id.ts'
import { callbackPath } from '../shared/work-paths.ts'
import { createWorkspace } from '../workspace/app.ts'
import { openEvents } from '../workspace/events/open-events.ts'
import { createPutRight } from '../workspace/events/sweep-seats.ts'
import { createFreezeYears } from '../workspace/figures/freeze-years.ts'
import { openFigures } from '../workspace/figures/open-figures.ts'
import { openStore as openWorkspaceStore } from '../workspace/open-store.ts'
import { parts as workspaceParts } from '../workspace/parts.ts'
import { makeFirstCoordinator, toldOf } from '../workspace/people/first-coordinator.ts'
import { createKeepWords } from '../workspace/search/keep-words.ts'
import { invitationPath } from '../workspace/sign-in/invitation-path.ts'
import { createOidc } from '../workspace/sign-in/oidc.ts'
import { seedContents } from './demo-content.ts'
import { seedEvents } from './demo-events.ts'
import { seedFigures } from './demo-figures.ts'
import { seedOverleg } from './demo-overleg.ts'
import { demoPeople } from './demo-people.ts'
import { seedPlan } from './demo-plan.ts'
import { createTakeIn } from './inbound.ts'
import { createLog } from './log.ts'
import { type Parts, type Plugged, run } from './runner.ts'
import { isDemoBinding, startSignIn } from './sign-in.ts'
import { unwrapWithLocalKeys } from './unwrap.ts'

const from = 'loket@mail.loket.example'
/** The local SES has no limit; this keeps a demo with thousands of invitations short. */
const mailsPerSecond = 200

/** Loket itself: what the Lambda composition roots make, from what runs on this machine. */
async function plugIn({ url, clock, today, fresh, connection, keys }: Parts): Promise<Plugged> {
  const { now } = clock
  const log = createLog(now)
  const secrets = async () => keys
  const searchKey = async () => keys.searchKey
  const contents = createContents(connection, now)
  const store = openWorkspaceStore(connection, now, contents)
  const { addresses, overlegs } = store
  const [outbox, events, fates] = [createOutbox(connection), createEvents(connection), createMailFates(connection)]
  const web = {
    url,
    assets: loadAssets(assetFiles, networks),
    random: randomBytes,
    logFailure: (incident: string, error: unknown) => log.error('Request failed', failureOf(incident, error)),
    logWritten: (written: Written) => log.info('Stored', { ...written }),
  }
  await seedContents(connection, contents, networks, now())
  const signIn = await startSignIn({ url, callbackPath, connection, networks, contents, people: demoPeople })
  const seal = createSeal(
    Object.fromEntries(Object.entries(keys.sealKeys).map(([network, pair]) => [network, pair.public])),
  )
  const unseal = createUnseal(unwrapWithLocalKeys(keys.sealKeys))
  const workspace = createWorkspace(
    {
      ...web,
      ...store,
      openOidc: once(async () => createOidc(signIn.settings)),
      seal,
      unseal,
      secrets,
      searchKey,
      now,
      logTrouble: (kind, code) => log.warn('Sign-in came to nothing', { kind, code }),
    },
    await loadAll(workspaceParts),
  )
  const loket = createApp(
    {
      ...web,
      ...openPublicStore(connection, now),
      contents,
      seal,
      secrets,
      now,
    },
    await loadAll(publicParts),
  )
  const guests = createGuestApp(
    {
      ...web,
      overlegs: store.overlegs,
      actionPlans: store.actionPlans,
      contents,
      seal,
      unseal,
      secrets,
      now,
    },
    await loadAll(guestParts),
  )
  const deliver = createDeliver({
    outbox,
    addresses,
    events,
    standings: createStandings(connection),
    contents,
    absences: store.absences,
    overlegs,
    actionPlans: store.actionPlans,
    queue: store.queue,
    overviews: createOverviews(connection),
    ownTasks: await store.openOwnTasks(),
    send: sendThroughSes(createSesClient(), { from, configurationSet: 'loket' }),
    eventTurn: () => outbox.take(mailsPerSecond, now()),
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
  const keepWords = createKeepWords({
    ...{ contents: store.contents, family: await store.openFamily(), openSearch: store.openSearch },
    searchWords: createSearchWords(connection),
    unseal,
    searchKey,
    now,
    logFailure: (error) => log.error('Dossier not findable', failureOf('', error)),
  })
  const { changed, nextChanged } = createChangedDossiers(connection)
  const sweepChanged = createSweepChanged({
    find: changed,
    wake: async (dossiers) => {
      await keepWords(dossiers)
    },
    now,
  })
  const { freed, nextFreed } = createFreedSeats(connection)
  const putRight = createPutRight({
    ...openEvents(connection),
    now,
    logFailure: (error) => log.error('Seats not handed out', failureOf('', error)),
  })
  const sweepSeats = createSweepSeats({
    find: freed,
    wake: async (slugs) => {
      await putRight(slugs)
    },
    now,
  })
  const { closing, nextClosing } = createClosingYears(connection)
  const freezeYears = createFreezeYears({
    ...openFigures(connection),
    now,
    logFailure: (error) => log.error('Year not frozen', failureOf('', error)),
  })
  const sweepYears = createSweepYears({
    find: closing,
    wake: async (counters) => {
      await freezeYears(counters)
    },
    now,
  })
  const sweepAll = async () => {
    await sweepSeats()
    await sweep()
    await sweepChanged()
    await sweepYears()
  }
  await seedEvents(events, now(), today)
  await seedFigures(connection, freezeYears, now())
  const seeding = { ...store, seal, addressKey: keys.addressKey, random: randomBytes }
  // What was kept here before there was a search.
  await findAgain(connection, now())
  await countDossiers(connection, now())
  if (fresh) for (const seed of [seedOverleg, seedPlan]) await seed(seeding, now())
  const appAt = (path: string) => (path.startsWith('/werkruimte') ? workspace : isGuestPath(path) ? guests : loket)
  return {
    // In the cloud the HTTP API sends each path to its own function.
    app: {
      fetch: (request, env) => appAt(new URL(request.url).pathname).fetch(request, env),
    },
    published: createPublished({ assets: web.assets, now }),
    oidc: signIn.handle,
    deliver,
    sweep: () => inRequest(randomBytes(9).toString('base64url'), sweepAll),
    nextDue: async (until) =>
      earliest(await Promise.all([outbox.nextDue(until), nextChanged(until), nextFreed(until), nextClosing(until)])),
    inbound: createTakeIn({
      ...{ addresses, events, fates, overlegs, now, log },
      invitees: createInvitees(connection),
      seats: createSeats(connection),
      host: new URL(url).hostname,
    }),
    feedback: createFeedback({
      fates,
      outbox,
      returnedInvitees: createReturnedInvitees(connection),
      overlegs,
      marks: createMarks(connection),
      now,
      log,
    }),
    links: [
      { href: '/', text: 'Startpagina' },
      ...services.map((service) => ({
        href: servicePath(service),
        text: `${service.form.name}, ${service.network.name}`,
      })),
      { href: '/aanbod', text: 'Aanbod' },
      { href: '/activiteiten', text: 'Activiteiten' },
      { href: '/werkruimte', text: 'Werkruimte (meld aan als een van de mensen hieronder)' },
    ],
    people: signIn.people,
    firstCoordinator: async (asked) => {
      const cameIn = (binding: Binding) => !isDemoBinding(binding)
      const deps = { connection, contents, now, random: randomBytes, invented: true, cameIn }
      const made = await makeFirstCoordinator(deps, asked)
      if (made.kind === 'refused') return { error: made.reason }
      const told = toldOf(made, { url, path: await invitationPath(secrets, made.invitation) })
      return { said: [...told, `Open it, and choose "Meld aan als ${made.person.name}".`] }
    },
  }
}

const earliest = (instants: readonly (Date | undefined)[]): Date | undefined =>
  instants.filter((instant) => instant !== undefined).toSorted((one, other) => one.getTime() - other.getTime())[0]

const asset = (name: string) => new URL(`../shared/web/assets/${name}`, import.meta.url)
const assetFiles = {
  css: asset('loket.css'),
  public: asset('public.css'),
  overleg: asset('overleg.css'),
  figures: asset('figures.css'),
  staff: asset('staff.css'),
  script: asset('page.js'),
  formScript: asset('form.js'),
  listScript: asset('list.js'),
  ticksScript: asset('ticks.js'),
  icon: asset('icon.svg'),
  font: new URL(
    import.meta.resolve(
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
  ),
}

await run({ env: process.env, networks: receivingNetworks.map(({ slug }) => slug), plugIn })
