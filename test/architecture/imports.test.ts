/** Who may know whom (docs/decisions/001). A broken rule says what is wrong and how to mend it. */
import { describe, expect, it } from 'vitest'
import { type Import, type SourceFile, sourceFiles } from './source-files.ts'

interface Rule {
  rule: string
  /** What to do about a broken rule. */
  mend: string
  /** Files the rule is about. */
  about: (path: string) => boolean
  forbids: (target: Import) => boolean
}

const under =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(folder))
const file = (target: Import, ...folders: string[]) => !target.isPackage && under(...folders)(target.target)
const pack = (target: Import, ...names: string[]) => target.isPackage && names.includes(target.target)

const csvReader = 'forms/kit/events/list/rows.ts'

const rules: Rule[] = [
  {
    rule: 'forms is pure: no I/O, and only zod from outside',
    mend: 'Pass what it needs as a parameter, or move the code to functions/.',
    // The reader of CSV is pure too, and one file may know it.
    about: (path) => under('forms/')(path) && path !== csvReader,
    forbids: (target) => (target.isPackage ? target.target !== 'zod' : !file(target, 'forms/')),
  },
  {
    rule: `only ${csvReader} reads CSV`,
    mend: 'Ask it for rows.',
    about: (path) => path !== csvReader,
    forbids: (target) => pack(target, 'csv-parse/sync', 'csv-parse'),
  },
  {
    rule: 'emails knows forms and the mail library, nothing that runs',
    mend: 'Pass data to the template; look it up in functions/mailer.',
    about: under('emails/'),
    forbids: (target) => (target.isPackage ? !pack(target, 'jsx-email', 'react') : !file(target, 'forms/', 'emails/')),
  },
  {
    rule: 'only the mailer imports emails: a page must not pay for a mail renderer',
    mend: 'Put a notification in the outbox; the mailer finds the words.',
    about: (path) => under('forms/', 'functions/', 'infra/')(path) && !under('functions/mailer/')(path),
    forbids: (target) => file(target, 'emails/'),
  },
  {
    rule: 'only functions/mailer/ses.ts speaks to SES, and the doctor, who looks which rules receive mail',
    mend: 'Put a notification in the outbox.',
    about: (path) => !['functions/mailer/ses.ts', 'infra/operate/account.ts'].includes(path),
    forbids: (target) => pack(target, '@aws-sdk/client-ses'),
  },
  {
    rule: 'only functions/inbound/mailbox.ts speaks to S3',
    mend: 'Give what needs a message the function that reads one.',
    about: (path) => path !== 'functions/inbound/mailbox.ts',
    forbids: (target) => pack(target, '@aws-sdk/client-s3'),
  },
  {
    rule: 'only the store knows DynamoDB (and the local engine that makes its tables)',
    mend: 'Add a function to functions/shared/store that says in the field’s words what you need.',
    about: (path) => !under('functions/shared/store/', 'functions/local/')(path),
    forbids: (target) => pack(target, '@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'),
  },
  ...['public', 'workspace', 'guest', 'mailer', 'feedback', 'inbound', 'clockwork', 'shared'].map(
    (name): Rule => ({
      rule: `functions/${name} imports no other function`,
      mend: 'Move what both need to functions/shared, or to forms when it is pure.',
      about: under(`functions/${name}/`),
      forbids: (target) =>
        !target.typeOnly && file(target, 'functions/') && !file(target, `functions/${name}/`, 'functions/shared/'),
    }),
  ),
  {
    // The commands are no stacks: they act in the account, with Loket's own store.
    rule: 'infra imports no runtime code: it names entry paths; its commands in infra/operate may',
    mend: 'Repeat the name as data in infra/stages.ts; a test compares the two.',
    about: (path) => under('infra/')(path) && !under('infra/operate/')(path),
    forbids: (target) => file(target, 'forms/', 'functions/', 'emails/'),
  },
]

const broken = (files: readonly SourceFile[], { about, forbids }: Rule) =>
  files
    .filter(({ path }) => about(path))
    .flatMap(({ path, imports }) => imports.filter(forbids).map(({ target }) => `${path} imports ${target}`))

describe('who may know whom', () => {
  it.each(rules.map((rule) => [rule.rule, rule] as const))('%s', (_, rule) => {
    expect(broken(sourceFiles, rule), rule.mend).toEqual([])
  })

  it('reads imports of every shape (or the rules above would prove nothing)', () => {
    const all = sourceFiles.flatMap(({ imports }) => imports)
    expect(all.length).toBeGreaterThan(200)
    expect(all.some(({ lazy }) => lazy)).toBe(true)
    expect(all.some(({ typeOnly }) => typeOnly)).toBe(true)
    for (const { path, text, imports } of sourceFiles) {
      const lines = text.match(/\bfrom '[^']+'$/gm) ?? []
      expect(imports.filter(({ lazy }) => !lazy).length, path).toBeGreaterThanOrEqual(lines.length)
    }
  })

  it('has no cycles, types included', () => {
    const edges = new Map(
      sourceFiles.map(({ path, imports }) => [
        path,
        imports.filter(({ isPackage }) => !isPackage).map(({ target }) => target),
      ]),
    )
    const cycles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      else for (const next of edges.get(path) ?? []) if (!done.has(next)) visit(next, [...trail, path])
      done.add(path)
    }
    const done = new Set<string>()
    for (const path of edges.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })
})

describe('habits', () => {
  const files = (about: (path: string) => boolean) => sourceFiles.filter(({ path }) => about(path))

  it('reads process.env in config.ts, and in edge.ts, which is loaded before it', () => {
    const readers = files(under('forms/', 'functions/', 'emails/')).filter(({ text }) => text.includes('process.env'))
    const local = readers.filter(({ path }) => !under('functions/local/')(path))
    expect(
      local.map(({ path }) => path),
      'Add the setting to functions/shared/config.ts',
    ).toEqual(['functions/shared/config.ts', 'functions/shared/web/edge.ts'])
  })

  it('takes time, ids and randomness as parameters: only composition roots make them', () => {
    const roots = /^functions\/(\w+\/(index|compose)\.ts|local\/)/
    const makers = files(under('forms/', 'functions/', 'emails/')).filter(
      ({ path, text }) =>
        !roots.test(path) && /new Date\(\)|Date\.now\(|Math\.random|randomBytes|randomUUID/.test(text),
    )
    expect(
      makers.map(({ path }) => path),
      'Add now, newId or random to its deps',
    ).toEqual([])
  })

  it('keeps files small: ~300 lines', () => {
    const long = sourceFiles.filter(({ text }) => text.split('\n').length > 310)
    expect(long.map(({ path }) => path)).toEqual([])
  })
})
