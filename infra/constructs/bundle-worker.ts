/**
 * Runs esbuild with a plugin, which only its asynchronous API takes; the CDK waits for a bundle, so bundle.ts runs this as a process of
 * its own. Gets the options as JSON, prints what is in each file.
 */
import { readFileSync } from 'node:fs'
import { build, type Plugin } from 'esbuild'

/**
 * What makes JSON Schema of a schema hangs on every schema of zod, and nothing of ours asks for it: 19 KB that each function would
 * read at its start. The names stay and do nothing; test/infra/bundles.test.ts sees that nobody uses them.
 */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema)\.js$/ }, ({ path }) => ({
      contents: namesOf(readFileSync(path, 'utf8'))
        .map((name) => `export const ${name} = () => undefined`)
        .join('\n'),
      loader: 'js',
    }))
  },
}

/** Of what a module exports. */
const namesOf = (source: string): string[] => [
  ...[...source.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name = '']) => name),
  ...[...source.matchAll(/^export \{ \w+ as (\w+) \}/gm)].map(([, name = '']) => name),
]

/** A client of the SDK tells AWS its version, and brings all of its package.json for it: 2 KB for each client, three in most functions. */
const withVersionsOnly: Plugin = {
  name: 'with-versions-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/ }, ({ path }) => ({
      contents: JSON.stringify({ version: JSON.parse(readFileSync(path, 'utf8')).version }),
      loader: 'json',
    }))
  },
}

const [options = ''] = process.argv.slice(2)
const { metafile } = await build({
  ...JSON.parse(options),
  metafile: true,
  plugins: [withoutJsonSchema, withVersionsOnly],
})
process.stdout.write(JSON.stringify(metafile))
