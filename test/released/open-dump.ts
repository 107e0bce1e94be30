/** Today's Loket on what an older version wrote, right after it was written. */
import { networks } from '../../forms/index.ts'
import { unwrapWithLocalKeys } from '../../functions/local/unwrap.ts'
import { createUnseal } from '../../functions/shared/unseal.ts'
import { testSealKeys } from '../support/app.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { type Dump, load, readDump } from './dump.ts'

type Told = Dump['told']['dossiers'][string]

export interface OpenDump {
  work: TestWorkspace
  dump: Dump
  /** A dossier of the journeys. */
  the(name: string): Told
}

export async function openDump(version: string): Promise<OpenDump> {
  const dump = await readDump(version)
  const before = unwrapWithLocalKeys(
    Object.fromEntries(
      networks.flatMap(({ slug, formerly = [] }) => [slug, ...formerly]).map((slug) => [slug, dump.sealKey]),
    ),
  )
  const now = unwrapWithLocalKeys(testSealKeys)
  const work = await startTestWorkspace({
    now: new Date(dump.now),
    changes: {
      // What was sealed then, and what is sealed from now on.
      unseal: createUnseal((kid, key) => before(kid, key).catch(() => now(kid, key))),
    },
  })
  Object.assign(work.secrets, dump.secrets)
  await load(work.connection, dump)
  const the = (name: string): Told => {
    const found = dump.told.dossiers[name]
    if (!found) throw new Error(name)
    return found
  }
  return { work, dump, the }
}
