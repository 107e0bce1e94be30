/** Who may do what. Read this file as the list of what a stolen role could do. */
import { describe, expect, it } from 'vitest'
import {
  bulkPartition,
  changedPartition,
  closingPartition,
  duePartition,
  freedPartition,
} from '../../functions/shared/store/indexes.ts'
import {
  addressKey,
  capKey,
  dossierKey,
  inviteeKey,
  mailKey,
  onlineLinkKey,
  overlegKey,
  yearCountsKey,
} from '../../functions/shared/store/keys.ts'
import { stages } from '../../infra/stages.ts'
import { actionsOf, allowing, type Statement, synthesise, textOf } from './synth.ts'
import { methodsOf, type Use, unsampled, usesOf } from './used-rights.ts'

const { everywhere, mayDo } = synthesise()
const everyone = mayDo('')

/** Patterns of the partitions an action may reach; undefined when it may reach the whole table. */
const partitions = (statement: Statement) => statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']
const reaches = (pattern: string, partition: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(partition)
const matches = (pattern: string, key: { pk: string }) => reaches(pattern, key.pk)
const patternsFor = (statements: Statement[], action: string) =>
  allowing(statements, action)
    .filter(({ Resource }) => textOf(Resource).includes('Loket'))
    .flatMap((statement) => partitions(statement) as string[])

describe('everybody', () => {
  it('gets actions by name, never by wildcard', () => {
    expect(everyone.flatMap(actionsOf).filter((action) => action.includes('*'))).toEqual([])
  })

  it('gets resources by name, never by wildcard', () => {
    // But mail that came in: SES makes up what it is called.
    const named = everyone.filter((statement) => !allowing(mayDo('/InboundRole/'), 's3:GetObject').includes(statement))
    expect(everyone.length - named.length).toBe(1)
    expect(named.map(({ Resource }) => textOf(Resource)).filter((resource) => resource.includes('*'))).toEqual([])
  })

  it('has a role of its own, without policies AWS manages and may widen', () => {
    for (const { path, properties } of everywhere('AWS::IAM::Role')) {
      expect(properties.ManagedPolicyArns, path).toBeUndefined()
      expect(properties.Policies, path).toBeUndefined()
    }
    expect(everywhere('AWS::IAM::Role')).toHaveLength(everywhere('AWS::Lambda::Function').length + 1) // and the schedule
  })

  it('is nobody who scans a table, and nobody but the werkruimte who reads more than one item at once', () => {
    expect(allowing(everyone, 'dynamodb:Scan')).toEqual([])
    const others = everyone.filter((statement) => !mayDo('WorkspaceRole').includes(statement))
    // But `public`: the list of events, and the line of people who wait for a seat of one.
    const events = ['activiteiten', 'PLAATSEN#*']
    for (const statement of allowing(others, 'dynamodb:Query'))
      if (!(partitions(statement) as string[]).every((pattern) => events.includes(pattern)))
        if (statement.Condition?.StringEquals?.['dynamodb:Select'] !== 'COUNT')
          expect(textOf(statement.Resource)).toContain('/index/due')
  })

  it('limited to partitions, is limited also when a request names none', () => {
    for (const statement of everyone.filter(partitions)) {
      expect(statement.Condition?.Null).toMatchObject({ 'dynamodb:LeadingKeys': 'false' })
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

it('what a network has is read by those who show or mail it, and written by the werkruimte', () => {
  const reach = (role: string) =>
    granted(mayDo(role))
      .filter(({ pattern }) => pattern.startsWith('NETWERK'))
      .map(({ action }) => action)
  const roles = ['Public', 'Guest', 'Workspace', 'Mailer', 'Clockwork', 'Feedback', 'Inbound']
  expect(roles.map((role) => [role, reach(`/${role}Role/`)])).toEqual([
    ...[
      ['Public', ['GetItem']],
      ['Guest', ['GetItem']],
      ['Workspace', ['GetItem', 'PutItem']],
      ['Mailer', ['GetItem']],
    ],
    ...[
      ['Clockwork', []],
      ['Feedback', []],
      ['Inbound', []],
    ],
  ])
})

it('the key of the search and what it hides are of the werkruimte alone', () => {
  const about = (statements: Statement[]) =>
    statements.filter((statement) =>
      /SearchKey|ZOEK/.test(textOf(statement.Resource) + JSON.stringify(statement.Condition ?? {})),
    )
  expect(about(mayDo('/WorkspaceRole/')).length).toBeGreaterThan(3)
  expect(about(everyone)).toEqual(about(mayDo('/WorkspaceRole/')))
})

describe('a seal key', () => {
  const sealKeys = everywhere('AWS::KMS::Key').filter(({ path }) => path.includes('SealKeys'))

  it('opens for two roles by name, in one way, and for nobody else whatever a policy elsewhere says', () => {
    expect(sealKeys).toHaveLength(stages.dev.networks.length)
    for (const { properties } of sealKeys) {
      const statements: Statement[] = properties.KeyPolicy.Statement
      // A grant is a right to decrypt given without a policy; a wildcard could hold either.
      const risky = (action: string) => /\*|Decrypt|ReEncrypt|CreateGrant/.test(action)
      const [opens, ...others] = statements.filter((statement) => actionsOf(statement).some(risky))
      expect(others).toEqual([])
      expect(opens && actionsOf(opens)).toEqual(['kms:Decrypt'])
      const { 'aws:PrincipalArn': opening, ...how } = opens?.Condition?.StringEquals ?? {}
      expect(how).toEqual({ 'kms:EncryptionAlgorithm': 'RSAES_OAEP_SHA_256' })
      expect(opening).toEqual(['workspace', 'guest'].map((name) => `arn:aws:iam::000000000000:role/loket-dev-${name}`))
    }
  })

  it('names the roles the werkruimte and the pages of guests run as, and no other role has those names', () => {
    const named = everywhere('AWS::IAM::Role').filter(({ properties }) => properties.RoleName !== undefined)
    expect(named.map(({ path, properties }) => [path, properties.RoleName])).toEqual([
      ['loket-dev-workspace/WorkspaceRole/Resource', 'loket-dev-workspace'],
      ['loket-dev-guest/GuestRole/Resource', 'loket-dev-guest'],
    ])
    for (const name of ['Workspace', 'Guest']) {
      const fn = everywhere('AWS::Lambda::Function').find(({ path }) => path.includes(`/${name}/`))
      expect(textOf(fn?.properties.Role)).toContain(`${name}Role`)
    }
  })

  it('is asked for its public half at deploy time, to unwrap by the werkruimte and for guests, and for nothing else by anybody', () => {
    const rights = everyone.filter(({ Resource }) => textOf(Resource).includes('table:ExportsOutputFnGetAttSealKeys'))
    expect(rights.map(actionsOf).sort()).toEqual([['kms:Decrypt'], ['kms:Decrypt'], ['kms:GetPublicKey']])
    for (const [index, opens] of allowing(rights, 'kms:Decrypt').entries()) {
      expect(mayDo(['WorkspaceRole', 'GuestRole'][index] ?? '')).toContainEqual(opens)
      expect(opens.Condition).toEqual({ StringEquals: { 'kms:EncryptionAlgorithm': 'RSAES_OAEP_SHA_256' } })
      expect(opens.Resource).toHaveLength(stages.dev.networks.length)
    }
    expect(mayDo('PublicSealKeys/ReaderRole')).toContainEqual(allowing(rights, 'kms:GetPublicKey')[0])
  })
})

/** Of a write: it cannot ask for what was there. */
const isUnread = ({ Condition }: Statement): boolean =>
  Condition?.StringEqualsIfExists?.['dynamodb:ReturnValues'] === 'NONE'

/** Of a query: it is given a number. */
const isCount = ({ Condition }: Statement): boolean => Condition?.StringEquals?.['dynamodb:Select'] === 'COUNT'

/** What a role may do on the tables and their indexes, one line each. */
function granted(statements: Statement[]) {
  return statements.flatMap((statement) =>
    [statement.Resource].flat().flatMap((resource) => {
      const text = textOf(resource)
      const [, index] = /\/index\/(\w+)/.exec(text) ?? []
      const on = index ? `index/${index}` : /Drafts/.test(text) ? 'drafts' : 'loket'
      return actionsOf(statement)
        .filter((action) => /^dynamodb:(\w+Item|Query|Scan)$/.test(action))
        .flatMap((action) =>
          ((partitions(statement) as string[] | undefined) ?? ['*']).map((pattern) => ({
            ...{
              action: action.replace('dynamodb:', ''),
              on,
              pattern,
              ...(isUnread(statement) ? { unread: true } : {}),
              ...(isCount(statement) ? { counts: true } : {}),
            },
          })),
        )
    }),
  )
}

describe('the tables', () => {
  const roles = {
    public: 'Public',
    workspace: 'Workspace',
    guest: 'Guest',
    mailer: 'Mailer',
    feedback: 'Feedback',
    inbound: 'Inbound',
    clockwork: 'Clockwork',
  }
  const fits = (right: ReturnType<typeof granted>[number], use: Use) =>
    right.action === use.action &&
    right.on === use.on &&
    reaches(right.pattern, use.partition) &&
    !('unread' in right && use.returns) &&
    !('counts' in right && use.select !== 'COUNT')

  it('every method of a store is known here', () => {
    expect(unsampled()).toEqual([])
  })

  it.each(Object.entries(roles))('%s may do all that its code asks, and nothing it does not', async (name, role) => {
    const rights = granted(mayDo(`/${role}Role/`))
    const uses = await usesOf(methodsOf(name))
    expect(uses).not.toEqual([])
    const line = (action: string, on: string, partition: string) => `${action} ${on} ${partition}`
    const missing = uses.filter((use) => !rights.some((right) => fits(right, use)))
    expect([...new Set(missing.map((use) => line(use.action, use.on, use.partition)))]).toEqual([])
    const surplus = rights.filter((right) => !uses.some((use) => fits(right, use)))
    expect(surplus.map((right) => line(right.action, right.on, right.pattern))).toEqual([])
  })

  it('would find a right that is missing, and one too many', async () => {
    const uses = await usesOf(methodsOf('mailer'))
    const one = { action: 'GetItem', on: 'loket', pattern: 'DOSSIER#*' }
    expect(uses.some((use) => fits(one, use))).toBe(false)
    expect(uses.some((use) => fits({ ...one, pattern: 'OUTBOX#*' }, use))).toBe(true)
  })
})

/** What answering an event reads: its facts, its link, its seats, one invitee, one address. */
const events = ['ACTIVITEIT#*', 'VERBINDING#*', 'PLAATSEN#*', 'GENODIGDE#*', 'ANTWOORD#*']

describe('public', () => {
  it('reaches nothing of an overleg, and opens no seal', () => {
    const own = mayDo('loket-dev-web/PublicRole')
    expect(granted(own).filter(({ pattern }) => matches(pattern, overlegKey('LCO-7K3M-9QX2-4T', '01')))).toEqual([
      // Of the table of drafts.
      ...granted(own).filter(({ on }) => on === 'drafts'),
    ])
    expect(own.filter(({ Resource }) => textOf(Resource).includes('SealKeys'))).toEqual([])
  })

  const rights = mayDo('loket-dev-web/PublicRole')
  const reference = 'LCO-7K3M-9QX2-4T'

  it('reads, writes and deletes drafts, one at a time', () => {
    const drafts = rights.filter(({ Resource }) => textOf(Resource).includes('Drafts'))
    expect(drafts.flatMap(actionsOf).sort()).toEqual(
      ['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'].map((action) => `dynamodb:${action}`),
    )
  })

  it('reads dossiers and what networks have, not the outbox with its addresses', () => {
    expect(patternsFor(rights, 'dynamodb:GetItem')).toEqual(['NETWERK#*', 'CIJFERS#*', 'DOSSIER#*', ...events])
    expect(matches('DOSSIER#*', dossierKey(reference))).toBe(true)
    expect(matches('DOSSIER#*', addressKey(reference))).toBe(false)
  })

  it('gets nothing back of what it replaces or deletes: an address cannot be read that way', () => {
    const writes = rights.filter(
      (statement) =>
        actionsOf(statement).some((action) => /(Put|Update|Delete)Item$/.test(action)) &&
        textOf(statement.Resource).includes('Loket'),
    )
    expect(writes).not.toEqual([])
    expect(writes.filter((statement) => !isUnread(statement))).toEqual([])
  })

  it('writes dossiers, outbox and anonymous counts, and none of what others keep in the table', () => {
    const written = ['PutItem', 'UpdateItem', 'DeleteItem'].flatMap((action) =>
      patternsFor(rights, `dynamodb:${action}`),
    )
    const answers = ['ANTWOORD#*', 'GENODIGDE#*', 'PLAATSEN#*']
    expect([...new Set(written)].sort()).toEqual(['DOSSIER#*', 'OUTBOX#*', 'TELLING#*', ...answers].sort())
    expect(matches('TELLING#*', yearCountsKey('aalst', 'x', '2026', 0))).toBe(true)
    // The list of events, and the line of people who wait for a seat: never who is invited.
    expect(allowing(rights, 'dynamodb:Query').flatMap((one) => partitions(one) as string[])).toEqual([
      'PLAATSEN#*',
      'activiteiten',
    ])
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

  it('queries lists by their partition, none as a whole, and no list names a network', () => {
    const lists = (index: string) =>
      granted(rights)
        .filter(({ on }) => on === `index/${index}`)
        .map(({ pattern }) => pattern)
    expect(lists('wachtrij')).toEqual(['*#*', 'activiteiten'])
    expect([lists('regels'), lists('bij')]).toEqual([['*#*'], ['*#*']])
  })

  it('erases drafts, and reads none', () => {
    expect(granted(rights).filter(({ on }) => on === 'drafts')).toEqual([
      { action: 'DeleteItem', on: 'drafts', pattern: '*' },
    ])
  })

  it('reads what was counted of a year as a whole, and never reaches what makes the clock tick', () => {
    const counting = granted(rights)
      .filter(({ on, pattern }) => on === 'loket' && matches(pattern, yearCountsKey('aalst', 'x', '2026', 0)))
      .map(({ action }) => action)
    expect(counting).toContain('Query')
    expect(counting).not.toContain('GetItem')
    // But for what is somebody's own to do, which no sweep takes.
    const due = granted(rights).filter(({ on }) => on === 'index/due')
    expect(due.map(({ pattern }) => pattern)).toEqual(['TAAK#*'])
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

describe('guest', () => {
  const rights = mayDo('loket-dev-guest/GuestRole')
  const reference = 'LCO-7K3M-9QX2-4T'
  const read = ['GetItem', 'BatchGetItem', 'Query', 'Scan']

  it('reads what is of a table, one item at a time: no dossier, no address, no mail, no draft, no list', () => {
    const reads = granted(rights).filter(({ action }) => read.includes(action))
    expect(reads).toEqual(['NETWERK#*', 'TAFEL#*'].map((pattern) => ({ action: 'GetItem', on: 'loket', pattern })))
    expect(matches('TAFEL#*', overlegKey(reference, '01'))).toBe(true)
    for (const key of [dossierKey(reference), addressKey(reference), mailKey(reference, 'm')])
      expect(matches('TAFEL#*', key)).toBe(false)
    expect(granted(rights).filter(({ on }) => on !== 'loket')).toEqual([])
  })

  it('writes answers and mails, gets nothing back of them, and deletes nothing', () => {
    const writes = granted(rights).filter(({ action }) => !read.includes(action))
    expect(new Set(writes.map(({ pattern }) => pattern))).toEqual(new Set(['TAFEL#*', 'OUTBOX#*']))
    expect(new Set(writes.map(({ action }) => action))).toEqual(
      new Set(['PutItem', 'UpdateItem', 'ConditionCheckItem']),
    )
    expect(writes.filter((right) => right.action !== 'ConditionCheckItem' && !('unread' in right))).toEqual([])
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

describe('feedback', () => {
  const rights = mayDo('loket-dev-feedback/FeedbackRole')

  it('reaches the outbox and the queue of what failed, and sends nothing', () => {
    const lines = granted(rights).map(({ action, on, pattern }) => [action, on, pattern].join(' '))
    expect(lines).toEqual([
      ...['GetItem', 'PutItem', 'UpdateItem'].map((action) => `${action} loket OUTBOX#*`),
      'UpdateItem loket DOSSIER#*',
    ])
    expect([...new Set(rights.flatMap(actionsOf).filter((action) => !/^(dynamodb|kms|logs):/.test(action)))]).toEqual([
      'sqs:SendMessage',
    ])
  })

  it('of a dossier writes whom mail does not reach, and nothing else; it gets nothing back', () => {
    const [mark, ...others] = rights.filter((one) => (partitions(one) as string[] | undefined)?.includes('DOSSIER#*'))
    expect(others).toEqual([])
    expect(mark?.Condition).toMatchObject({
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['sk', 'pk', 'linkVersion', 'notReached'] },
      Null: { 'dynamodb:Attributes': 'false' },
      StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
    })
  })

  it('is invoked by its three rules only', () => {
    const permissions = everywhere('AWS::Lambda::Permission').filter(({ path }) => path.includes('-feedback/'))
    expect(permissions).toHaveLength(3)
    for (const { properties } of permissions) {
      expect(properties.Principal).toBe('events.amazonaws.com')
      expect(textOf(properties.SourceArn)).toMatch(/Bounce|Complaint|Delivery/)
    }
  })
})

describe('inbound', () => {
  const rights = mayDo('loket-dev-inbound/InboundRole')

  it('has no key of links and opens no seal; reads mail that came in, and puts what failed in its queue', () => {
    expect(
      [...new Set(rights.flatMap(actionsOf).filter((action) => !/^(dynamodb|kms|logs):/.test(action)))].sort(),
    ).toEqual(['s3:GetObject', 'sqs:SendMessage'])
    expect(rights.filter(({ Resource }) => /Seal|Secret/.test(textOf(Resource)))).toEqual([])
    const [reads, ...others] = allowing(rights, 's3:GetObject')
    expect(others).toEqual([])
    expect(textOf(reads?.Resource)).toMatch(/^\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["Mail\w+","Arn"\]\},"\/\*"\]\]\}$/)
  })

  it('reaches one invitee or guest at a time, no dossier, no online link, no network; of what it writes it gets nothing back', () => {
    const reference = 'LCO-7K3M-9QX2-4T'
    const reads = granted(rights).filter(({ action }) => !/^(Put|Update|Delete|ConditionCheck)Item$/.test(action))
    expect(reads.map(({ action, pattern }) => `${action} ${pattern}`).sort()).toEqual([
      ...['ACTIVITEIT', 'GENODIGDE', 'OUTBOX', 'PLAATSEN', 'TAFEL'].map((what) => `GetItem ${what}#*`),
      'Query PLAATSEN#*',
    ])
    for (const { pattern } of granted(rights))
      for (const key of [dossierKey(reference), onlineLinkKey('e')]) expect(matches(pattern, key)).toBe(false)
    const writes = granted(rights).filter(({ action }) => /^(Put|Update|Delete)Item$/.test(action))
    expect(writes).not.toEqual([])
    expect(writes.filter((right) => !('unread' in right))).toEqual([])
  })

  it('is invoked by its one rule, and mail is put in its bucket by its one receipt rule', () => {
    const permissions = everywhere('AWS::Lambda::Permission').filter(({ path }) => path.includes('-inbound/'))
    expect(permissions.map(({ properties }) => [properties.Principal, textOf(properties.SourceArn)])).toEqual([
      ['events.amazonaws.com', expect.stringContaining('Arrived')],
    ])
    const [policy] = everywhere('AWS::S3::BucketPolicy')
    const [, put] = policy?.properties.PolicyDocument.Statement ?? []
    expect(put).toMatchObject({ Effect: 'Allow', Action: 's3:PutObject', Principal: { Service: 'ses.amazonaws.com' } })
    expect(textOf(put.Condition)).toContain(':receipt-rule-set/loket-dev-inbound:receipt-rule/agenda')
    expect(put.Condition.StringEquals['aws:SourceAccount']).toBe('000000000000')
  })
})

describe('mailer', () => {
  const rights = mayDo('loket-dev-mail/MailerRole')

  it('reaches the outbox, its addresses and counters, never a dossier', () => {
    // And what an event's public page shows, to say it in mail: not its online link, not who is invited.
    // And where an overleg stands: nothing of it is written here, and nobody but the werkruimte opens what is sealed.
    expect(patternsFor(rights, 'dynamodb:GetItem')).toEqual([
      'OUTBOX#*',
      'ACTIVITEIT#*',
      'NETWERK#*',
      'AFWEZIG#*',
      'PLAATSEN#*',
      'TAFEL#*',
    ])
    expect(allowing(rights, 'kms:Decrypt').filter(({ Resource }) => textOf(Resource).includes('SealKeys'))).toEqual([])
    expect([onlineLinkKey('x'), inviteeKey('x')].filter((key) => matches('ACTIVITEIT#*', key))).toEqual([])
    for (const action of ['dynamodb:PutItem', 'dynamodb:UpdateItem']) {
      expect(patternsFor(rights, action)).toEqual(['OUTBOX#*'])
    }
    for (const key of [mailKey('x', 'a'), addressKey('x'), capKey('x', 'p')])
      expect(matches('OUTBOX#*', key)).toBe(true)
    expect(rights.filter(({ Resource }) => textOf(Resource).includes('Drafts'))).toEqual([])
  })

  it('counts what is in the lists of the networks, and is given no line of any', () => {
    const [lists, tasks, ...others] = allowing(rights, 'dynamodb:Query')
    expect(others).toEqual([])
    for (const one of [lists, tasks]) expect(one?.Condition?.StringEquals).toEqual({ 'dynamodb:Select': 'COUNT' })
    expect(tasks && partitions(tasks)).toEqual(['TAAK#*'])
    expect(textOf(tasks?.Resource)).toMatch(/index\/due/)
    expect(lists && partitions(lists)).toEqual(['*#*'])
    expect(textOf(lists?.Resource)).toMatch(/index\/bij.*index\/regels/)
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

  it('asks the due index what is due and what changed, and wakes the mailer and the werkruimte', () => {
    const [query] = allowing(rights, 'dynamodb:Query')
    expect(query && partitions(query)).toEqual([
      duePartition,
      bulkPartition,
      changedPartition,
      freedPartition,
      closingPartition,
    ])
    expect(textOf(allowing(rights, 'lambda:InvokeFunction').map(({ Resource }) => Resource))).toContain('Mailer')
    expect(
      rights
        .flatMap(actionsOf)
        .filter((action) => /^(dynamodb|lambda|secretsmanager|ses|sqs):/.test(action))
        .sort(),
    ).toEqual(['dynamodb:Query', 'lambda:InvokeFunction'])
  })
})
