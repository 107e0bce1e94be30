/** Who may do what. Read this file as the list of what a stolen role could do. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  addressKey,
  answersKey,
  bulkPartition,
  capKey,
  dossierKey,
  duePartition,
  identityKey,
  invitationKey,
  inviteeKey,
  mailKey,
  onlineLinkKey,
  pendingSignInKey,
  personAuditKey,
  personKey,
  personSessionKey,
  refusalCountKey,
  sessionKey,
} from '../../functions/shared/store/keys.ts'
import { stages } from '../../infra/stages.ts'
import { actionsOf, allowing, type Statement, synthesise, textOf } from './synth.ts'

const { everywhere, mayDo } = synthesise()
const everyone = mayDo('')

/** Patterns of the partitions an action may reach; undefined when it may reach the whole table. */
const partitions = (statement: Statement) => statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']
const matches = (pattern: string, key: { pk: string }) => key.pk.startsWith(pattern.replace('*', ''))
const patternsFor = (statements: Statement[], action: string) =>
  allowing(statements, action)
    .filter(({ Resource }) => textOf(Resource).includes('Loket'))
    .flatMap((statement) => partitions(statement) as string[])

describe('everybody', () => {
  it('gets actions by name, never by wildcard', () => {
    expect(everyone.flatMap(actionsOf).filter((action) => action.includes('*'))).toEqual([])
  })

  it('gets resources by name, never by wildcard', () => {
    expect(everyone.map(({ Resource }) => textOf(Resource)).filter((resource) => resource.includes('*'))).toEqual([])
  })

  it('has a role of its own, without policies AWS manages and may widen', () => {
    for (const { path, properties } of everywhere('AWS::IAM::Role')) {
      expect(properties.ManagedPolicyArns, path).toBeUndefined()
      expect(properties.Policies, path).toBeUndefined()
    }
    expect(everywhere('AWS::IAM::Role')).toHaveLength(everywhere('AWS::Lambda::Function').length + 1) // and the schedule
  })

  it('is nobody who scans a table, or queries it', () => {
    expect(allowing(everyone, 'dynamodb:Scan')).toEqual([])
    // But for the line of people who wait for a seat of one event.
    for (const statement of allowing(everyone, 'dynamodb:Query'))
      if (!/\/index\/(due|wachtrij)/.test(textOf(statement.Resource)))
        expect(partitions(statement)).toEqual(['PLAATSEN#*'])
  })

  it('limited to partitions, is limited also when a request names none', () => {
    for (const statement of everyone.filter(partitions)) {
      expect(statement.Condition?.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' })
    }
  })

  it('uses the data key through DynamoDB or Secrets Manager only', () => {
    const withDataKey = everyone.filter(({ Resource }) => textOf(Resource).includes('DataKey'))
    expect(withDataKey).not.toEqual([])
    for (const { Condition } of withDataKey) {
      expect(Condition?.StringEquals?.['kms:ViaService']).toMatch(
        /^(dynamodb|secretsmanager)\.eu-west-1\.amazonaws\.com$/,
      )
    }
  })
})

describe('a seal key', () => {
  const sealKeys = everywhere('AWS::KMS::Key').filter(({ path }) => path.includes('SealKeys'))

  it('decrypts for nobody: its policy does not say so, and no policy elsewhere can', () => {
    expect(sealKeys).toHaveLength(stages.dev.networks.length)
    for (const { properties } of sealKeys) {
      const actions = (properties.KeyPolicy.Statement as Statement[]).flatMap(actionsOf)
      expect(actions).toContain('kms:GetPublicKey')
      // A grant is a right to decrypt given without a policy; a wildcard could hold either.
      expect(actions.filter((action) => /\*|Decrypt|ReEncrypt|CreateGrant/.test(action))).toEqual([])
    }
  })

  it('is asked for its public half at deploy time, and for nothing else by anybody', () => {
    const [right, ...others] = everyone.filter(({ Resource }) =>
      textOf(Resource).includes('table:ExportsOutputFnGetAttSealKeys'),
    )
    expect(others).toEqual([])
    expect(right && actionsOf(right)).toEqual(['kms:GetPublicKey'])
    expect(mayDo('PublicSealKeys/ReaderRole')).toContainEqual(right)
  })
})

/** What answering an event reads: its facts, its link, its seats, one invitee, one address. */
const events = ['ACTIVITEIT#*', 'VERBINDING#*', 'PLAATSEN#*', 'GENODIGDE#*', 'ANTWOORD#*']
const listsOf = (statements: Statement[]) =>
  allowing(statements, 'dynamodb:Query')
    .filter(({ Resource }) => textOf(Resource).includes('/index/wachtrij'))
    .flatMap((statement) => partitions(statement) as string[])

describe('public', () => {
  const rights = mayDo('loket-dev-web/PublicRole')
  const reference = 'LCO-7K3M-9QX2-4T'

  it('reads, writes and deletes drafts, one at a time', () => {
    const drafts = rights.filter(({ Resource }) => textOf(Resource).includes('Drafts'))
    expect(drafts.flatMap(actionsOf).sort()).toEqual(
      ['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'].map((action) => `dynamodb:${action}`),
    )
  })

  it('reads dossiers, not the outbox with its addresses', () => {
    const patterns = patternsFor(rights, 'dynamodb:GetItem')
    expect(patterns).toEqual(['DOSSIER#*', ...events])
    expect(patterns.some((pattern) => matches(pattern, dossierKey(reference)))).toBe(true)
    expect(patterns.some((pattern) => matches(pattern, addressKey(reference)))).toBe(false)
  })

  it('writes dossiers, outbox and anonymous counts, and none of what others keep in the table', () => {
    for (const key of [
      dossierKey(reference),
      answersKey(reference),
      mailKey(reference, 'a'),
      refusalCountKey('aalst', 'x', 'm', 'c'),
    ]) {
      for (const action of ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem']) {
        expect(patternsFor(rights, action)).toEqual([
          ...['DOSSIER#*', 'OUTBOX#*', 'TELLING#*'],
          ...['GENODIGDE#*', 'ANTWOORD#*', 'PLAATSEN#*'],
        ])
        expect(patternsFor(rights, action).filter((pattern) => matches(pattern, key))).toHaveLength(1)
      }
    }
  })

  it('lists events, never who is invited', () => {
    expect(listsOf(rights)).toEqual(['activiteiten'])
  })

  it('uses no service it does not need', () => {
    expect([...new Set(rights.flatMap(actionsOf).map((action) => action.split(':')[0]))].sort()).toEqual([
      'dynamodb',
      'kms',
      'logs',
      'secretsmanager',
    ])
  })
})

describe('workspace', () => {
  const rights = mayDo('loket-dev-workspace/WorkspaceRole')
  const [session, pending, identity] = [sessionKey('x'), pendingSignInKey('x'), identityKey('x')]
  const [invitation, person] = [invitationKey('x'), personKey('aalst', 'x')]
  const may = (action: string, key: { pk: string }) =>
    patternsFor(rights, `dynamodb:${action}`).some((pattern) => matches(pattern, key))

  it.each([
    ['GetItem', [session, identity, invitation], [pending, person]],
    ['PutItem', [session, pending, identity, invitation, person], []],
    ['UpdateItem', [session, identity, invitation, person], [pending]],
    ['DeleteItem', [session, pending, person], [identity, invitation]],
  ])('%s: of signing in only what its stores do', (action, allowed, refused) => {
    expect(allowed.filter((key) => !may(action, key))).toEqual([])
    expect(refused.filter((key) => may(action, key))).toEqual([])
  })

  it('keeps sessions and audit lines with their person', () => {
    for (const key of [personSessionKey('aalst', 'x', 's'), personAuditKey('aalst', 'x', 'at', 'id')]) {
      expect(key.pk).toBe(person.pk)
    }
  })

  it('reaches no dossier and no draft yet; of events all that an organiser does', () => {
    const items = rights.filter((statement) => actionsOf(statement).some((action) => action.startsWith('dynamodb:')))
    const patterns = items.flatMap((statement) => partitions(statement) as string[])
    expect([...new Set(patterns)].sort()).toEqual(
      [
        ...['AANMELDING#*', 'IDENTITEIT#*', 'PERSOON#*', 'SESSIE#*', 'TOEGANG#*'],
        ...[...events, 'ACTIVITEITLOG#*', 'OUTBOX#*', 'activiteiten', 'activiteit#*'],
      ].sort(),
    )
    for (const key of [dossierKey('x'), answersKey('x')]) {
      expect(patterns.filter((pattern) => matches(pattern, key))).toEqual([])
    }
    expect(items.filter(({ Resource }) => !/Loket/.test(textOf(Resource)))).toEqual([])
    expect(rights.filter(({ Resource }) => /Drafts/.test(textOf(Resource)))).toEqual([])
    expect(listsOf(rights)).toEqual(['activiteiten', 'activiteit#*'])
  })

  it('reads the secret and opens no seal', () => {
    const actions = rights.flatMap(actionsOf)
    expect([...new Set(actions.map((action) => action.split(':')[0]))].sort()).toEqual([
      'dynamodb',
      'kms',
      'logs',
      'secretsmanager',
    ])
    expect(actions.filter((action) => action.startsWith('secretsmanager:'))).toEqual(['secretsmanager:GetSecretValue'])
    expect(rights.filter(({ Resource }) => textOf(Resource).includes('SealKeys'))).toEqual([])
    for (const { Resource } of allowing(rights, 'kms:Decrypt')) expect(textOf(Resource)).toContain('DataKey')
  })
})

// Dead ends until used: a right nobody needs yet is a right only a thief needs.
it('does not grant `workspace` what no page of it calls yet', () => {
  const sources = readdirSync('functions/workspace', { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    .join('')
  const rights = mayDo('loket-dev-workspace/WorkspaceRole')
  const granted = (action: string) => allowing(rights, action).length > 0
  expect(granted('dynamodb:ConditionCheckItem')).toBe(/identities\.invite\(/.test(sources))
  expect(patternsFor(allowing(rights, 'dynamodb:Query'), 'dynamodb:Query')).toEqual(
    /sessions\.endAll\(/.test(sources)
      ? expect.arrayContaining(['PERSOON#*'])
      : expect.not.arrayContaining(['PERSOON#*']),
  )
})

describe('mailer', () => {
  const rights = mayDo('loket-dev-mail/MailerRole')

  it('reaches the outbox, its addresses and counters, never a dossier', () => {
    // And what an event's public page shows, to say it in mail.
    expect(patternsFor(rights, 'dynamodb:GetItem')).toEqual(['OUTBOX#*', 'ACTIVITEIT#*'])
    for (const action of ['dynamodb:PutItem', 'dynamodb:UpdateItem'])
      expect(patternsFor(rights, action)).toEqual(['OUTBOX#*'])
    expect(matches('ACTIVITEIT#*', onlineLinkKey('x'))).toBe(false)
    expect(matches('ACTIVITEIT#*', inviteeKey('x'))).toBe(false)
    for (const key of [mailKey('x', 'a'), addressKey('x'), capKey('x', 'p')])
      expect(matches('OUTBOX#*', key)).toBe(true)
    expect(rights.filter(({ Resource }) => textOf(Resource).includes('Drafts'))).toEqual([])
  })

  it('sends from one address, with one configuration set', () => {
    const [send, ...others] = allowing(rights, 'ses:SendRawEmail')
    expect(others).toEqual([])
    expect(send?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': stages.dev.mailFrom } })
    expect(send?.Resource).toHaveLength(2)
    expect(textOf(send?.Resource)).toMatch(/configuration-set.*identity/)
  })

  it('is the only one that sends mail', () => {
    expect(everyone.flatMap(actionsOf).filter((action) => action.startsWith('ses:'))).toEqual(['ses:SendRawEmail'])
  })
})

describe('clockwork', () => {
  const rights = mayDo('loket-dev-clock/ClockworkRole')

  it('asks the due index what is due, and wakes the mailer', () => {
    const [query] = allowing(rights, 'dynamodb:Query')
    expect(query && partitions(query)).toEqual([duePartition, bulkPartition])
    expect(textOf(allowing(rights, 'lambda:InvokeFunction').map(({ Resource }) => Resource))).toContain('Mailer')
    expect(
      rights
        .flatMap(actionsOf)
        .filter((action) => /^(dynamodb|lambda|secretsmanager|ses|sqs):/.test(action))
        .sort(),
    ).toEqual(['dynamodb:Query', 'lambda:InvokeFunction'])
  })
})
