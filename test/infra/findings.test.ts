/** What a newcomer is told before anything is touched. */
import { describe, expect, it } from 'vitest'
import type { Account } from '../../infra/operate/account.ts'
import { dnsRecords } from '../../infra/operate/dns-records.ts'
import { examine } from '../../infra/operate/findings.ts'
import { type Stage, stages } from '../../infra/stages.ts'

const ready: Account = {
  caller: async () => ({ account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/admin/els' }),
  outputs: async () => ({}),
  concurrency: async () => 1000,
  mail: async () => ({ production: true, enabled: true, perSecond: 14, perDay: 50_000 }),
  mailDomain: async () => ({ dkim: true, mailFrom: true, tokens: ['t1'] }),
}
const stage: Stage = {
  ...stages.dev,
  url: 'https://loket.aalst.be',
  mailDomain: 'mail.aalst.be',
  alarmEmail: 'wacht@aalst.be',
}
const toldOf = async (account: Partial<Account>, of: Stage = stage) =>
  (await examine(of, { ...ready, ...account })).filter(({ level }) => level !== 'fine')

describe('npm run doctor', () => {
  it('has nothing to say of an account that is ready', async () => {
    expect(await toldOf({})).toEqual([])
  })

  it.each<[string, Partial<Account>, string, 'stop' | 'later']>([
    ['no credentials', { caller: () => Promise.reject(new Error('none')) }, 'credentials', 'stop'],
    ['never bootstrapped', { outputs: async () => undefined }, 'CDK', 'stop'],
    ['only in Ireland', { outputs: async (_, at) => (at === 'us-east-1' ? undefined : {}) }, 'CDK', 'stop'],
    ['only for the edge', { outputs: async (_, at) => (at === 'us-east-1' ? {} : undefined) }, 'CDK', 'stop'],
    ['a new account runs ten at once', { concurrency: async () => 10 }, 'Lambda', 'later'],
    ['SES in the sandbox', { mail: async () => ({ ...(await ready.mail()), production: false }) }, 'SES', 'later'],
    ['SES paused', { mail: async () => ({ ...(await ready.mail()), enabled: false }) }, 'SES', 'stop'],
    ['mail domain unknown', { mailDomain: async () => undefined }, 'mail domain', 'later'],
  ])('%s', async (_, account, about, level) => {
    const [told, ...others] = await toldOf(account)
    expect([told?.about, told?.level, others]).toEqual([about, level, []])
  })

  it.each<[string, string[]]>([
    ['neither', ['eu-west-1', 'us-east-1']],
    ['Ireland', ['us-east-1']],
    ['the edge', ['eu-west-1']],
  ])('says how to bootstrap what is missing where %s is', async (_, missing) => {
    const outputs: Account['outputs'] = async (_, at = 'eu-west-1') => (missing.includes(at) ? undefined : {})
    const [told] = await toldOf({ outputs })
    expect(told?.todo).toBe(`npx cdk bootstrap ${missing.map((at) => `aws://111122223333/${at}`).join(' ')}`)
  })

  it('says which DNS records are missing', async () => {
    const [told] = await toldOf({ mailDomain: async () => ({ dkim: false, mailFrom: true, tokens: ['t1'] }) })
    expect(told?.todo).toContain('t1._domainkey.mail.aalst.be  CNAME  t1.dkim.amazonses.com')
    expect(dnsRecords(stage, []).map(({ type }) => type)).toEqual(['MX', 'TXT', 'TXT'])
  })

  it('stops where concurrency is set apart of an account that has too little', async () => {
    const told = await toldOf({ concurrency: async () => 10 }, { ...stage, reserveConcurrency: true })
    expect(told.map(({ level }) => level)).toEqual(['stop'])
  })

  it('stops before an invented sign-in', async () => {
    expect((await toldOf({}, stages.prod)).map(({ about, level }) => [about, level])).toContainEqual([
      'sign-in',
      'stop',
    ])
  })
})
