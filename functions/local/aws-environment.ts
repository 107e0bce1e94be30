/**
 * Points the AWS SDK of this process at local engines. The SDK reads its own environment, so the product
 * holds no endpoint code; it must be set before the first client is made.
 */
export interface LocalEndpoints {
  dynamodb: string
  streams?: string
  ses?: string
  /** Of an engine that keeps a database for each. */
  accessKey?: string
}

export function pointAtLocalEngines(
  { dynamodb, streams = dynamodb, ses, accessKey = 'local' }: LocalEndpoints,
  env: NodeJS.ProcessEnv,
): void {
  // Somebody's own profile, session or "ignore endpoints" must never send a local request to the real AWS.
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']) delete env[name]
  Object.assign(env, {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: streams,
    ...(ses ? { AWS_ENDPOINT_URL_SES: ses } : {}),
  })
}
