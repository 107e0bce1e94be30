/** Synthesises Loket; without bundling unless asked: 1 s instead of 5, and only the hash of the code differs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { afterAll } from 'vitest'
import { createLoket } from '../../infra/loket.ts'
import { type Stage, stages } from '../../infra/stages.ts'

const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'))

const made: string[] = []
afterAll(() => {
  for (const outdir of made) rmSync(outdir, { recursive: true, force: true })
})

export interface Statement {
  Effect: string
  Action: string | string[]
  Resource: unknown
  Condition?: Record<string, Record<string, unknown>>
}

export function synthesise(stage: Stage = stages.dev, { bundle = false } = {}) {
  const outdir = mkdtempSync(join(tmpdir(), 'loket-infra-'))
  made.push(outdir)
  const app = new App({
    outdir,
    context: {
      ...context,
      'aws:cdk:bundling-stacks': bundle ? ['**'] : [],
      'aws:cdk:enable-path-metadata': true,
      'aws:cdk:enable-asset-metadata': true,
    },
  })
  const stacks = createLoket(app, stage)
  const template = (name: Exclude<keyof typeof stacks, 'signIn'>) => Template.fromStack(stacks[name])

  /** Every resource of a type in every stack, by the path of its construct: "loket-dev-web/Public/Resource". */
  const everywhere = (type: string) =>
    app.node
      .findAll()
      .filter(Stack.isStack)
      .flatMap((stack) =>
        Object.values(Template.fromStack(stack).findResources(type)).map((resource) => ({
          path: String(resource.Metadata['aws:cdk:path']),
          properties: resource.Properties,
          /** Folder with the code of a function, in the output of the app. */
          asset: String(resource.Metadata['aws:asset:path']),
          keptWithoutStack: resource.DeletionPolicy === 'Retain' && resource.UpdateReplacePolicy === 'Retain',
        })),
      )

  /** What the role of a function may do; `role` is a piece of the construct's path. */
  const mayDo = (role: string): Statement[] =>
    everywhere('AWS::IAM::Policy')
      .filter(({ path }) => path.includes(role))
      .flatMap(({ properties }) => properties.PolicyDocument.Statement)

  return { app, outdir, stacks, template, everywhere, mayDo }
}

export const sampleJwk = { kty: 'RSA', n: 'modulus', e: 'AQAB', kid: 'key' }

/** A value as a deploy would fill it in: a public seal key is one, every other reference is any text. */
export function deployed(value: unknown): string {
  if (typeof value === 'string') return value
  const {
    'Fn::Join': join,
    'Fn::GetAtt': attribute,
    'Fn::ImportValue': imported,
  } = value as {
    'Fn::Join'?: [string, unknown[]]
    'Fn::GetAtt'?: string[]
    'Fn::ImportValue'?: string
  }
  if (join) return join[1].map(deployed).join(join[0])
  const isKey = attribute?.[1] === 'Jwk' || /PublicSealKeys\w+Jwk/.test(imported ?? '')
  return isKey ? JSON.stringify(sampleJwk) : 'reference'
}

/** One action or several, always a list. */
export const actionsOf = ({ Action }: Statement): string[] => [Action].flat()

/** The statements that allow an action. */
export const allowing = (statements: Statement[], action: string) =>
  statements.filter((statement) => actionsOf(statement).includes(action))

/** References keep the logical id, also across stacks, so the text of a resource tells what it is. */
export const textOf = (resource: unknown): string => JSON.stringify(resource)
