/** The functions as they are deployed: bundled by infra/constructs/loket-function.ts, the bare ones beside them too. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Duration, Stack } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import { LoketFunction } from '../../infra/constructs/loket-function.ts'
import { pageFiles } from '../../infra/page-files.ts'

const entries = {
  public: 'functions/public/index.ts',
  empty: 'test/bench/handlers/empty.ts',
  putItem: 'test/bench/handlers/put-item.ts',
  readAndTransact: 'test/bench/handlers/read-and-transact.ts',
}
type Bundle = keyof typeof entries

export interface Assets {
  /** Path of a bundle's file. */
  path(name: Bundle): string
  remove(): void
}

export function synthesiseAssets(): Assets {
  const outdir = mkdtempSync(join(tmpdir(), 'loket-bench-'))
  const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'))
  const app = new App({ outdir, context: { ...context, 'aws:cdk:enable-asset-metadata': true } })
  const stack = new Stack(app, 'bench')
  const logKey = new Key(stack, 'Key')
  for (const [name, entry] of Object.entries(entries)) {
    new LoketFunction(stack, name, {
      entry,
      inParts: name === 'public',
      logKey,
      description: name,
      timeout: Duration.seconds(3),
      files: pageFiles,
    })
  }
  const { template } = app.synth().getStackByName('bench')
  const resources = Object.entries<{ Type: string; Metadata: Record<string, string> }>(template.Resources)
  return {
    path: (wanted) => {
      const found = resources.find(([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.startsWith(wanted))
      return join(outdir, found?.[1].Metadata['aws:asset:path'] ?? '', 'index.mjs')
    },
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  }
}
