/** Today's Loket on what an older version wrote, right after it was written. */
import { networks } from '../../forms/index.ts'
import { unwrapWithLocalKeys } from '../../functions/local/unwrap.ts'
import { createSeal } from '../../functions/shared/seal.ts'
import { createUnseal } from '../../functions/workspace/unseal.ts'
import { testSealKeys } from '../support/app.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { type Dump, load, readDump } from './dump.ts'

export async function openDump(version: string): Promise<{ work: TestWorkspace; dump: Dump }> {
  const dump = await readDump(version)
  const before = unwrapWithLocalKeys(
    Object.fromEntries(
      [...networks.flatMap(({ slug, formerly = [] }) => [slug, ...formerly])].map((slug) => [slug, dump.sealKey]),
    ),
  )
  const now = unwrapWithLocalKeys(testSealKeys)
  const work = await startTestWorkspace({
    now: new Date(dump.now),
    changes: {
      // What was sealed then, and what is sealed from now on.
      unseal: createUnseal((kid, key) => before(kid, key).catch(() => now(kid, key))),
      seal: createSeal(Object.fromEntries(Object.entries(testSealKeys).map(([slug, pair]) => [slug, pair.public]))),
    },
  })
  Object.assign(work.secrets, dump.secrets)
  await load(work.connection, dump)
  return { work, dump }
}
