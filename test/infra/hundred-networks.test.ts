/**
 * What grows when a hundred networks are on one deployment, which infra/limits.ts refuses as long as something does: Lambda allows 4,096 bytes of environment, IAM 10,240 characters of inline policies for a role (quotas of AWS).
 */
import { describe, expect, it } from 'vitest'
import { stages } from '../../infra/stages.ts'
import { synthesise } from './synth.ts'

const synthesised = (many: number) => {
  const networks = Array.from({ length: many }, (_, at) => `netwerk-${String(at).padStart(3, '0')}`)
  const { everywhere } = synthesise({ ...stages.dev, networks })
  const policies = (type: string) =>
    everywhere(type).map(({ path, properties }) => ({
      name: path.split('/')[1] ?? '',
      statements: properties.PolicyDocument.Statement as unknown[],
    }))
  return {
    environments: everywhere('AWS::Lambda::Function').map(({ path, properties }) => ({
      name: path.split('/').slice(1, -1).join('/'),
      variables: Object.entries((properties.Environment?.Variables ?? {}) as Record<string, unknown>),
    })),
    inline: policies('AWS::IAM::Policy'),
    beside: policies('AWS::IAM::ManagedPolicy'),
  }
}
const [few, many] = [synthesised(4), synthesised(100)]

/** As a deploy fills it in: each reference an ARN, at its longest. */
const arn = `arn:aws:dynamodb:eu-west-1:111122223333:table/${'x'.repeat(60)}`
const deployedText = (value: unknown): string => JSON.stringify(filledIn(value))
function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledIn)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [name, inner] = entries[0] ?? []
  if (entries.length === 1 && name === 'Fn::Join') return (inner as [string, unknown[]])[1].map(filledIn).join('')
  if (entries.length === 1 && (name === 'Ref' || name?.startsWith('Fn::'))) return arn
  return Object.fromEntries(entries.map(([key, one]) => [key, filledIn(one)]))
}

/** What has more in it with a hundred networks than with four. */
const grown = many.environments.flatMap(({ name, variables }) =>
  variables.flatMap(([key, value]) => {
    const before = few.environments.find((one) => one.name === name)?.variables.find(([other]) => other === key)
    return deployedText(value).length > deployedText(before?.[1]).length ? [`${name} ${key}`] : []
  }),
)

describe('a hundred networks', () => {
  it('of an environment only the seal keys grow: to be read from elsewhere before the seventh network', () => {
    expect(grown.sort()).toEqual(['Guest SEAL_KEYS', 'Public SEAL_KEYS', 'Workspace SEAL_KEYS'])
  })

  it('all else of an environment is within 3 KB, and within what stacks.test.ts counts beside the keys', () => {
    for (const { name, variables } of many.environments) {
      const others = variables.filter(([key]) => key !== 'SEAL_KEYS')
      const bytes = others.reduce((sum, [key, value]) => sum + key.length + deployedText(value).length, 0)
      expect([name, bytes <= 1_060 ? 'fits' : bytes]).toEqual([name, 'fits'])
    }
  })

  it('the inline policies of a role are within 8 KB, and no larger than with four', () => {
    expect(many.inline.length).toBeGreaterThan(10)
    for (const { name, statements } of many.inline) {
      const before = few.inline.find((one) => one.name === name)
      const characters = deployedText(statements).length
      expect([name, characters <= 8_000 ? 'fits' : characters]).toEqual([name, 'fits'])
      expect([name, characters <= deployedText(before?.statements).length]).toEqual([name, true])
    }
  })

  it('what does not fit there, CDK puts in a policy beside: the rights on seal keys, and nothing else', () => {
    expect(few.beside).toEqual([])
    expect(many.beside.map(({ name }) => name).sort()).toEqual(['GuestRole', 'PublicSealKeys', 'WorkspaceRole'])
    for (const { statements } of many.beside)
      for (const statement of statements) expect(JSON.stringify(statement)).toMatch(/"Action":"kms:.*SealKeys/)
  })
})
