/** A `npm start` that runs on this machine, as a command in another terminal reaches it (docs/local.md, "Local routes"). */
import * as z from 'zod'
import { addressOf } from '../../functions/local/data-folder.ts'
import { readLocalSettings } from '../../functions/local/settings.ts'
import type { FirstAsked } from '../../functions/workspace/people/first-coordinator.ts'

const answerSchema = z.union([z.object({ said: z.array(z.string()) }), z.object({ error: z.string() })])

/** What it did, line by line; throws with one sentence when nothing runs, or when it refuses. */
export async function askLocal(asked: FirstAsked, env: NodeJS.ProcessEnv): Promise<string[]> {
  const url = await localUrl(env)
  const body = new URLSearchParams(Object.entries(asked))
  const response = await fetch(`${url}/_local/first-coordinator`, { method: 'POST', body }).catch(() => undefined)
  if (!response)
    throw new Error(
      `No Loket answers at ${url}. Run npm start in another terminal, and give this command the same PORT or LOKET_DATA.`,
    )
  const answer = answerSchema.safeParse(await response.json().catch(() => undefined))
  if (!answer.success) throw new Error(`What answers at ${url} is no Loket of this version.`)
  if ('error' in answer.data) throw new Error(answer.data.error.replaceAll('stage=…', 'stage=local'))
  return answer.data.said
}

/** By its port; otherwise by what the folder of its data says. */
async function localUrl(env: NodeJS.ProcessEnv): Promise<string> {
  const { port, dataFolder } = readLocalSettings(env)
  const told = env.PORT ? undefined : await addressOf(dataFolder)
  return told ?? `http://localhost:${port}`
}
