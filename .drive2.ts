import { mkdtempSync } from 'node:fs'
import { build } from './infra/constructs/bundle.ts'
import { kinds } from './test/support/loads.ts'
const name = process.argv[2] ?? 'sending a form'
const { entry, asks } = kinds[name]!
const outputs: any = build({ entry: `functions/${entry}/index.ts`, inParts: true }, mkdtempSync('/tmp/b-')).outputs
const files = new Set<string>()
const load = (f: string) => { if (files.has(f)) return; files.add(f); for (const i of outputs[f].imports) if (i.kind === 'import-statement' && !i.external) load(i.path) }
for (const m of [`functions/${entry}/index.ts`, ...asks]) load(Object.keys(outputs).find((o) => outputs[o].entryPoint === m)!)
const by = new Map<string, number>()
for (const f of files) for (const [p, { bytesInOutput }] of Object.entries(outputs[f].inputs) as any) {
  const key = p.includes('node_modules') ? 'lib' : p
  by.set(key, (by.get(key) ?? 0) + bytesInOutput)
}
console.log([...by].sort((a, b) => b[1] - a[1]).slice(0, 60).map(([p, b]) => `${b} ${p}`).join('\n'))
