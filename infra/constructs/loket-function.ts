import { dirname, join } from 'node:path'
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { ApplicationLogLevel, Architecture, LoggingFormat, Runtime, SystemLogLevel } from 'aws-cdk-lib/aws-lambda'
import {
  type BundlingOptions,
  type ICommandHooks,
  LogLevel,
  NodejsFunction,
  OutputFormat,
} from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

export interface LoketFunctionProps {
  /** Path of the file that exports `handler`, from the root of the repository. */
  entry: string
  description: string
  timeout: Duration
  /** Key of the log group. */
  logKey: IKey
  environment?: Record<string, string>
  /** MB; CPU grows with it. */
  memorySize?: number
  /** At most this many at once. */
  reservedConcurrency?: number
  /** Files laid beside the bundle: where, from the function's folder → which, from the root of the repository. */
  files?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '../..')

/**
 * A module that is imported when first used comes whole: the bundler drops none of it. So the SDK's packages are replaced
 * by lists of the few parts we use: 60 KB less. A part that is missing there stops the bundler, with its name.
 */
const lean = Object.fromEntries(
  ['client-dynamodb', 'lib-dynamodb', 'client-secrets-manager'].map((name) => [
    `--alias:@aws-sdk/${name}`,
    join(root, `infra/lean/${name}.js`),
  ]),
)

/**
 * One ESM file per function, the SDK in it: its first call is faster than with Lambda's own copy, and the version is
 * ours. No source maps: reading them slows every cold start; the same commit builds the same file.
 */
const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  sourceMap: false,
  logLevel: LogLevel.WARNING,
  bundleAwsSDK: true,
  // Ways to find credentials that the SDK loads only after it finds none in the environment, where Lambda puts them:
  // 130 KB less.
  externalModules: [
    '@aws-sdk/credential-provider-http',
    '@aws-sdk/credential-provider-ini',
    '@aws-sdk/credential-provider-process',
    '@aws-sdk/credential-provider-sso',
    '@aws-sdk/credential-provider-web-identity',
    '@smithy/credential-provider-imds',
  ],
  // Prefer the ESM builds of libraries: CDK's default order doubles the size.
  mainFields: ['module', 'main'],
  esbuildArgs: { '--conditions': 'module', ...lean },
  // Leaves out the halves of libraries that only help while developing.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  // Libraries that are not ESM call `require`. The name of the import must not meet one of the minifier's.
  banner: [
    "import { createRequire as __loketCreateRequire } from 'node:module'",
    'const require = __loketCreateRequire(import.meta.url)',
  ].join(';'),
}

/** Shell commands that lay `files` beside the bundle. */
function layFiles(files: Readonly<Record<string, string>>): ICommandHooks {
  const lay = (from: string, to: string) => [`mkdir -p "${dirname(to)}"`, `cp "${from}" "${to}"`]
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (repository, output) =>
      Object.entries(files).flatMap(([target, source]) => lay(join(repository, source), join(output, target))),
  }
}

/** A Lambda function as all of Loket's are: Node 24 on ARM, JSON logs kept 30 days under our key, a role that starts empty. */
export class LoketFunction extends NodejsFunction {
  constructor(
    scope: Construct,
    id: string,
    { entry, logKey, memorySize = 512, reservedConcurrency, files = {}, ...props }: LoketFunctionProps,
  ) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.ONE_MONTH,
      encryptionKey: logKey,
      removalPolicy: RemovalPolicy.DESTROY, // Logs hold no personal data and nothing that is needed twice.
    })
    // A role of our own, or CDK attaches AWSLambdaBasicExecutionRole, which may write every log group of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)

    super(scope, id, {
      ...props,
      entry: join(root, entry),
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      bundling: { ...bundling, commandHooks: layFiles(files) },
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.INFO,
      // Who calls without waiting (the schedule, the clockwork) comes again within a minute: no second copy of old work.
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
      reservedConcurrentExecutions: reservedConcurrency,
    })
  }
}
