/** Composition root of the local Loket: the same app and mailer as in the cloud, on the engines of this machine. */
import { randomBytes } from 'node:crypto'
import { findForm, findNetwork, networks, receivingNetworks, services } from '../../forms/index.ts'
import { createSweep } from '../clockwork/sweep.ts'
import { createDeliver } from '../mailer/deliver.ts'
import { createSesClient, sendThroughSes } from '../mailer/ses.ts'
import { createApp } from '../public/app.tsx'
import { loadAssets } from '../public/assets.ts'
import { servicePath } from '../public/draft-access.ts'
import { causeOf } from '../shared/log.ts'
import { createSeal } from '../shared/seal.ts'
import { createDossiers } from '../shared/store/dossiers.ts'
import { createDrafts } from '../shared/store/drafts.ts'
import { createOutbox } from '../shared/store/outbox.ts'
import { demoPeople } from './demo-people.ts'
import { createLog } from './log.ts'
import { type Parts, type Plugged, run } from './runner.ts'

const from = 'loket@mail.loket.example'

/** Loket itself: what the Lambda composition roots make, from what runs on this machine. */
function plugIn({ url, clock, connection, keys }: Parts): Plugged {
  const { now } = clock
  const log = createLog(now)
  const secrets = async () => keys
  const outbox = createOutbox(connection)
  const app = createApp({
    url,
    drafts: createDrafts(connection),
    dossiers: createDossiers(connection),
    seal: createSeal(
      Object.fromEntries(Object.entries(keys.sealKeys).map(([network, pair]) => [network, pair.public])),
    ),
    secrets,
    assets: loadAssets(assetFiles, networks),
    now,
    random: randomBytes,
    logFailure: (incident, error) => log.error('Request failed', { incident, ...causeOf(error) }),
  })
  const deliver = createDeliver({
    outbox,
    send: sendThroughSes(createSesClient(), { from, configurationSet: 'loket' }),
    secrets,
    findNetwork,
    findForm,
    baseUrl: url,
    from,
    now,
    log,
  })
  const wake = async (mails: Parameters<typeof deliver>[0]) => {
    await deliver(mails)
  }
  return {
    app,
    deliver,
    sweep: createSweep({ outbox, wake, now }),
    nextDue: outbox.nextDue,
    links: [
      { href: '/', text: 'Startpagina' },
      ...services.map((service) => ({
        href: servicePath(service),
        text: `${service.form.naam}, ${service.network.naam}`,
      })),
    ],
    people: demoPeople,
  }
}

const asset = (name: string) => new URL(`../public/assets/${name}`, import.meta.url)
const assetFiles = {
  css: asset('loket.css'),
  print: asset('print.js'),
  icon: asset('icon.svg'),
  font: new URL(
    import.meta.resolve(
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
  ),
}

await run({ env: process.env, networks: receivingNetworks.map(({ slug }) => slug), plugIn })
