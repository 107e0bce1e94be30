/** The folder of one local Loket: used by one process at a time, and emptied of Loket's own entries only. */
import { link, mkdir, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startProblem } from './start-problem.ts'

export interface DataFolder {
  dynamodb: string
  mails: string
  keys: string
  /** Says where this Loket answers, for a command that is given the folder only. */
  tellAddress(url: string): Promise<void>
  /** Deletes what Loket keeps here and nothing else. */
  clear(): Promise<void>
  /** Lets another process use it. */
  release(): Promise<void>
}

/** Takes the folder for this process, made when absent; refuses when another Loket uses it. */
export async function takeDataFolder(folder: string): Promise<DataFolder> {
  await mkdir(folder, { recursive: true })
  const lock = join(folder, 'loket.lock')
  await takeLock(lock, folder)
  const own = { dynamodb: join(folder, 'dynamodb'), mails: join(folder, 'mails'), keys: join(folder, 'keys.json') }
  return {
    ...own,
    clear: async () => {
      for (const entry of Object.values(own)) await rm(entry, { recursive: true, force: true })
    },
    tellAddress: (url) => writeFile(addressIn(folder), url),
    release: async () => {
      await rm(addressIn(folder), { force: true })
      await rm(lock, { force: true })
    },
  }
}

const addressIn = (folder: string): string => join(folder, 'address')

/** Where the Loket of this folder answers; undefined when none runs, as far as the folder knows. */
export const addressOf = (folder: string): Promise<string | undefined> =>
  readFile(addressIn(folder), 'utf8').catch(() => undefined)

async function takeLock(lock: string, folder: string): Promise<void> {
  if (await write(lock)) return
  const [pid, birth] = (await readFile(lock, 'utf8').catch(() => '')).split(' ')
  const holder = Number(pid)
  if (holder && holder !== process.pid && (await isRunning(holder, birth ?? ''))) {
    throw startProblem(
      `Another Loket (process ${holder}) uses ${folder}. Stop it, or set LOKET_DATA to another folder.`,
    )
  }
  await unlink(lock).catch(() => {}) // left behind by a process that was killed
  if (!(await write(lock))) throw startProblem(`Another Loket has just begun to use ${folder}.`)
}

/** False when the lock is there already. A link appears with its content: nobody reads a lock that is half written. */
async function write(lock: string): Promise<boolean> {
  const mine = `${lock}.${process.pid}`
  await writeFile(mine, `${process.pid} ${(await processState(process.pid))?.birth ?? ''}`)
  try {
    await link(mine, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await unlink(mine)
  }
}

async function isRunning(pid: number, birth: string): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const state = await processState(pid)
  // Where /proc tells more: a dead process nobody waited for is gone, and a number can come back for another process.
  return state === undefined || (state.letter !== 'Z' && (birth === '' || state.birth === birth))
}

/** State and start time of a process, where the system has /proc (Linux). */
async function processState(pid: number): Promise<{ letter: string; birth: string } | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The second field is the program's name between brackets and may hold spaces.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [letter, birth] = [fields?.[0], fields?.[19]]
  return letter && birth ? { letter, birth } : undefined
}
