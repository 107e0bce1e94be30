import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './infra/constructs/bundle.ts'
const folder = mkdtempSync(join(tmpdir(), 'x-'))
const { outputs } = build({ entry: 'functions/public/index.ts', inParts: true }, folder)
const files = new Set<string>()
const load = (file: string) => { if (files.has(file)) return; files.add(file); for (const { path, kind, external } of outputs[file]?.imports ?? []) if (kind==='import-statement' && !external) load(path) }
const store = ['functions/shared/store/aws-sdk.ts']
for (const m of ['functions/public/index.ts','functions/public/compose.ts','functions/public/routes/forms.ts',...store,'functions/shared/secrets-manager.ts','functions/shared/jwe.ts']) { const f = Object.keys(outputs).find(o=>outputs[o]?.entryPoint===m); load(f!) }
const sums: Record<string, number> = {}
const each: [number,string][] = []
for (const f of files) for (const [i,{bytesInOutput}] of Object.entries(outputs[f].inputs)) { const k = i.startsWith('node_modules')? i.split('/').slice(0,i.includes('@')?3:2).join('/') : i.split('/').slice(0,3).join('/'); sums[k]=(sums[k]??0)+bytesInOutput; if(!i.startsWith('node_modules')) each.push([bytesInOutput,i]) }
console.log(Object.entries(sums).sort((a,b)=>b[1]-a[1]).slice(0,40).map(([k,v])=>`${v} ${k}`).join('\n'))
console.log(each.sort((a,b)=>b[0]-a[0]).slice(0,60).map(([v,i])=>`${v} ${i}`).join("\n"))
rmSync(folder,{recursive:true})
