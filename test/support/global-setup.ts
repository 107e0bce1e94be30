/** One DynamoDB engine for a whole run of the tests: a JVM takes over a second to start. */
import type { TestProject } from 'vitest/node'
import { startDynamoDbLocal } from '../../functions/local/dynamodb-local.ts'
import { readLocalSettings } from '../../functions/local/settings.ts'

/** Where the engine answers, or why there is none: then only the tests that need it fail. */
export type SharedEngine = { endpoint: string; external: boolean } | { problem: string }

declare module 'vitest' {
  export interface ProvidedContext {
    dynamodb: SharedEngine
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { engine } = readLocalSettings(process.env)
  if (engine) {
    project.provide('dynamodb', { endpoint: engine.dynamodb, external: true })
    return async () => {}
  }
  try {
    const own = await startDynamoDbLocal({ perAccessKey: true })
    project.provide('dynamodb', { endpoint: own.endpoint, external: false })
    return own.stop
  } catch (error) {
    project.provide('dynamodb', { problem: error instanceof Error ? error.message : String(error) })
    return async () => {}
  }
}
