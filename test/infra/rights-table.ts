/**
 * docs/rights.md: everything every role of a stage may do, read from the synthesised templates. `npm run rights` writes it;
 * a test compares it, so that a right that is added is seen by whoever reviews.
 */
import { App, Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { createLoket } from '../../infra/loket.ts'
import { type Stage, stages } from '../../infra/stages.ts'

interface Statement {
  Action: string | string[]
  Resource: unknown
  Condition?: Record<string, Record<string, unknown>>
}

const intro = `# What each function may do

Made by \`npm run rights\` from the templates of stage dev; \`test/infra/rights-table.test.ts\` fails when the two differ. A row
more is a right more: say in the commit why. Keys have policies of their own: see \`infra/constructs/seal-keys.ts\`.

| role | may | on | only when |
|---|---|---|---|
`

export function rightsTable(stage: Stage = stages.dev): string {
  const app = new App({
    context: {
      'aws:cdk:bundling-stacks': [],
      'aws:cdk:enable-path-metadata': true,
      '@aws-cdk/aws-iam:minimizePolicies': true,
    },
  })
  createLoket(app, stage)
  const rows = app.node
    .findAll()
    .filter(Stack.isStack)
    .flatMap((stack) => Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy')))
    .flatMap(({ Metadata, Properties }) =>
      (Properties.PolicyDocument.Statement as Statement[]).map((statement) =>
        rowOf(roleOf(Metadata['aws:cdk:path']), statement),
      ),
    )
  return `${intro}${rows.sort().join('\n')}\n`
}

/** "loket-dev-web/PublicRole/DefaultPolicy/Resource" → "web/Public" */
const roleOf = (path: string) =>
  path
    .replace(/^loket-\w+-/, '')
    .replace(/\/DefaultPolicy\/Resource$/, '')
    .replace(/Role$/, '')

const rowOf = (role: string, { Action, Resource, Condition }: Statement) =>
  `| ${role} | ${[Action].flat().sort().map(code).join(' ')} | ${[Resource].flat().map(nameOf).join(', ')} | ${conditionsOf(Condition)} |`

const code = (text: string) => `\`${text}\``

/** A reference, within a stack or across two, as the name of what it refers to. */
function nameOf(resource: unknown): string {
  const text = JSON.stringify(resource)
  const names = [
    ...text.matchAll(
      /ExportsOutput(?:FnGetAtt|Ref)(\w+?)(?:[0-9A-F]{8})(\w*?)[0-9A-F]{8}|"(?:Fn::GetAtt":\["|Ref":")(\w+?)(?:[0-9A-F]{8})?"/g,
    ),
  ]
  const known = names.map(
    ([, across, attribute = '', within]) =>
      `${across ?? within}${attribute.startsWith('StreamArn') ? ' (stream)' : ''}`,
  )
  const [, index] = /\/index\/(\w+)/.exec(text) ?? []
  const own = known.filter((name) => !name.startsWith('AWS::') && !/^AWS/.test(name))
  return `${own.join(' ')}${index ? ` (index ${index})` : ''}`
}

const conditionsOf = (conditions: Statement['Condition'] = {}) =>
  Object.values(conditions)
    .flatMap(Object.entries)
    .filter(([key, value]) => !(key === 'dynamodb:LeadingKeys' && value === 'false')) // Said by the other half of the pair.
    .map(
      ([key, value]) =>
        `${key} ${[value]
          .flat()
          .map((one) => code(String(one)))
          .join(' or ')}`,
    )
    .join('; ')
