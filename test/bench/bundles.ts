/** What is in each bundle, by library; and what one request loads of it, beside its budget (docs/promises.md, "Speed"). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../infra/constructs/bundle.ts'
import { kinds, loads } from '../support/loads.ts'

const bundles = [
  { name: 'public', inParts: true },
  { name: 'workspace', inParts: true },
  { name: 'guest', inParts: true },
  { name: 'mailer', inParts: false },
  { name: 'clockwork', inParts: false },
] as const

/** What one request loads, by kind of page. */
export function loadTable(): string {
  const rows = Object.entries(loads()).map(([name, { kilobytes, modules }]) => {
    const most = kinds[name]?.most
    return `| ${name} | ${kilobytes} | ≤ ${most?.kilobytes} | ${modules} | ≤ ${most?.modules} |`
  })
  return ['| one request for | KB | budget | modules | budget |', '|---|---|---|---|---|', ...rows].join('\n')
}

/** How many of the largest are named. */
const shown = 6

export function bundleTable(): string {
  const rows = bundles.map(({ name, inParts }) => {
    const folder = mkdtempSync(join(tmpdir(), 'loket-bundle-'))
    const { outputs } = build({ entry: `functions/${name}/index.ts`, inParts }, folder)
    rmSync(folder, { recursive: true })
    const sizes = new Map<string, number>()
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        sizes.set(libraryOf(path), (sizes.get(libraryOf(path)) ?? 0) + bytesInOutput)
      }
    }
    const total = Object.values(outputs).reduce((sum, { bytes }) => sum + bytes, 0)
    const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, shown)
    const named = largest.map(([library, bytes]) => `${library} ${kilobytes(bytes)}`).join(' · ')
    return `| ${name} | ${kilobytes(total)} | ${named} |`
  })
  return ['| bundle, all its parts | KB | most of it |', '|---|---|---|', ...rows].join('\n')
}

const kilobytes = (bytes: number) => Math.round(bytes / 1000)

/** "@aws-sdk" and "@smithy" as one each; our own code by its first folder. */
function libraryOf(path: string): string {
  const inside = path.split('node_modules/').at(-1) ?? path
  const [first = '', second = ''] = inside.split('/')
  if (!path.includes('node_modules/')) return first
  return first === '@aws-sdk' || first === '@smithy' || !first.startsWith('@') ? first : `${first}/${second}`
}
