import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda'
import type { BuildOptions, Metafile } from 'esbuild'

const root = join(import.meta.dirname, '../..')

/**
 * ESM, the SDK in it: its first call is faster than with Lambda's own copy, and the version is ours. No source maps:
 * reading them slows every cold start; the same commit builds the same files. Ours instead of CDK's NodejsFunction,
 * which can only make one file.
 */
const options = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  logLevel: 'warning',
  outExtension: { '.js': '.mjs' },
  // Prefer the ESM builds of libraries: the default order doubles the size.
  mainFields: ['module', 'main'],
  conditions: ['module'],
  // Leaves out the halves of libraries that only help while developing.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  // What the SDK loads only when it finds no credentials in the environment, where Lambda puts them, and in a browser.
  external: [
    'bowser',
    '@aws-sdk/credential-provider-http',
    '@aws-sdk/credential-provider-ini',
    '@aws-sdk/credential-provider-process',
    '@aws-sdk/credential-provider-sso',
    '@aws-sdk/credential-provider-web-identity',
    '@smithy/credential-provider-imds',
  ],
  // Libraries that are not ESM call `require`. The name of the import must not meet one of the minifier's.
  banner: {
    js: [
      "import { createRequire as __loketCreateRequire } from 'node:module'",
      'const require = __loketCreateRequire(import.meta.url)',
    ].join(';'),
  },
} satisfies BuildOptions

export interface BundleProps {
  /** Path of the file that exports `handler`, from the root of the repository. */
  entry: string
  /**
   * What is imported at first use (docs/decisions/005-lazy-loading.md) becomes a file of its own: a page that needs no data
   * never reads it, and of each part only what is used comes along. Not for the mailer: jsx-email names a hundred parts
   * that nothing ever imports, and each would become a file.
   */
  inParts?: boolean
  /** Files laid beside the bundle: where, from the function's folder → which, from the root of the repository. */
  files?: Readonly<Record<string, string>>
}

/** The SDK's code for streams of events, a part of its own that DynamoDB, KMS and Secrets Manager never ask for. */
const neverAsked = ['@smithy/core/event-streams']

/** Builds `index.mjs`, and its parts, in a folder; tells what is in each. */
export function build({ entry, inParts = false }: BundleProps, folder: string): Metafile {
  const asked = {
    ...options,
    external: [...options.external, ...(inParts ? neverAsked : [])],
    splitting: inParts,
    entryPoints: { index: entry },
    outdir: folder,
  } satisfies BuildOptions
  const worker = join(import.meta.dirname, 'bundle-worker.ts')
  // Bytes of the longest list of files, many times over.
  const maxBuffer = 64 * 1024 * 1024
  return JSON.parse(execFileSync(process.execPath, [worker, JSON.stringify(asked)], { encoding: 'utf8', maxBuffer }))
}

/** The code of a function. */
export function bundle({ files = {}, ...props }: BundleProps): AssetCode {
  return Code.fromAsset(join(root, dirname(props.entry)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run. The CDK makes one asset of two with the same folder and options, and cannot see into `local`.
      command: [props.entry],
      image: DockerImage.fromRegistry('never-used'), // CDK asks for one; the build below never fails over to it.
      local: {
        tryBundle: (folder) => {
          build(props, folder)
          for (const [target, source] of Object.entries(files)) {
            mkdirSync(join(folder, dirname(target)), { recursive: true })
            copyFileSync(join(root, source), join(folder, target))
          }
          return true
        },
      },
    },
  })
}
