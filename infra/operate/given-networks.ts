/** What somebody gives of every network at once: a file of JSON, or a checkout of the version that ran before. */
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { networks } from '../../forms/index.ts'
import type { Network } from '../../forms/kit/network.ts'
import { contentOfOld } from './old-content.ts'

/** By the slug of today. */
export async function readGivenNetworks(path: string): Promise<Map<string, unknown>> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Error(`There is no ${path}.`)
  return found.isDirectory() ? readCheckout(resolve(path)) : readJson(path)
}

const fileSchema = z.record(z.string(), z.record(z.string(), z.unknown()))

async function readJson(path: string): Promise<Map<string, unknown>> {
  const text = await readFile(path, 'utf8')
  try {
    const networksGiven = Object.entries(fileSchema.parse(JSON.parse(text)))
    // As `npm run network-content` prints it, or without what is about storing it.
    return new Map(networksGiven.map(([slug, { revision: _, ...content }]) => [slug, content]))
  } catch {
    throw new Error(`${path} is no JSON of networks by their slug: { "aalst": { "people": […], "mailboxes": {…} } }`)
  }
}

/** The files of that version are run: only what you checked out yourself. */
async function readCheckout(folder: string): Promise<Map<string, unknown>> {
  const given = new Map<string, unknown>()
  for (const network of networks) {
    const file = oldFile(folder, network)
    if (file === undefined) continue
    const exported: Record<string, unknown> = await import(pathToFileURL(file).href)
    const [content] = Object.values(exported).flatMap((one) => contentOfOld(one, network) ?? [])
    if (!content) throw new Error(`${file} names no people: it is not of a version that kept them there.`)
    given.set(network.slug, content)
  }
  if (given.size === 0) throw new Error(`${folder} has no forms/networks/ of a network that is there today.`)
  return given
}

const oldFile = (folder: string, { slug, formerly = [] }: Network): string | undefined =>
  [slug, ...formerly].map((name) => join(folder, 'forms/networks', `${name}.ts`)).find((file) => existsSync(file))
