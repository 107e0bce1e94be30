/** What a newcomer is told before anything is touched. */
import { describe, expect, it } from 'vitest'
import { receivingNetworks } from '../../forms/index.ts'
import { contentOf } from '../../forms/kit/content.ts'
import type { StoredContent } from '../../forms/kit/content-schema.ts'
import type { Controller } from '../../forms/kit/network.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { bierbeek } from '../../forms/networks/bierbeek.ts'
import { demoContentOf } from '../../functions/local/demo-content.ts'
import { dnsOutputs, inboundServer } from '../../infra/dns-records.ts'
import type { Account } from '../../infra/operate/account.ts'
import { contentFindings } from '../../infra/operate/content-findings.ts'
import { controllerFindings, examineControllers } from '../../infra/operate/controller-findings.ts'
import { examine } from '../../infra/operate/findings.ts'
import { type Stage, stages } from '../../infra/stages.ts'

const ready: Account = {
  caller: async () => ({ account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/admin/els' }),
  outputs: async () => ({}),
  concurrency: async () => 1000,
  mail: async () => ({ production: true, enabled: true, perSecond: 14, perDay: 50_000 }),
  mailDomain: async () => ({ dkim: true, mailFrom: true }),
  inbound: async () => ({ ruleSet: 'loket-dev-inbound', servers: [inboundServer] }),
}
const stage: Stage = {
  ...stages.dev,
  url: 'https://loket.aalst.be',
  mailDomain: 'mail.aalst.be',
  alarmEmail: 'wacht@aalst.be',
}
const bootstrappedIn =
  (...regions: string[]): Account['outputs'] =>
  async (stack, at = 'eu-west-1') =>
    stack !== 'CDKToolkit' || regions.includes(at) ? {} : undefined
const answersOf =
  (ruleSet: string | undefined, servers = [inboundServer]): Account['inbound'] =>
  async () => ({ ruleSet, servers })
const toldOf = async (account: Partial<Account>, of: Stage = stage) =>
  (await examine(of, { ...ready, ...account })).filter(({ level }) => level !== 'fine')

describe('npm run doctor', () => {
  it('has nothing to say of an account that is ready', async () => {
    expect(await toldOf({})).toEqual([])
  })

  it.each<[string, Partial<Account>, string, 'stop' | 'later']>([
    ['no credentials', { caller: () => Promise.reject(new Error('none')) }, 'credentials', 'stop'],
    ['never bootstrapped', { outputs: bootstrappedIn() }, 'CDK', 'stop'],
    ['bootstrapped in Ireland alone', { outputs: bootstrappedIn('eu-west-1') }, 'CDK', 'stop'],
    ['bootstrapped for the edge alone', { outputs: bootstrappedIn('us-east-1') }, 'CDK', 'stop'],
    ['a new account runs ten at once', { concurrency: async () => 10 }, 'Lambda', 'later'],
    ['SES in the sandbox', { mail: async () => ({ ...(await ready.mail()), production: false }) }, 'SES', 'later'],
    ['SES paused', { mail: async () => ({ ...(await ready.mail()), enabled: false }) }, 'SES', 'stop'],
    ['no rules for what comes in', { inbound: answersOf(undefined) }, 'calendar answers', 'later'],
    ['rules of somebody else', { inbound: answersOf('post') }, 'calendar answers', 'later'],
    ['no MX record', { inbound: answersOf('loket-dev-inbound', ['mx.elders.example']) }, 'calendar answers', 'later'],
    ['mail domain unknown', { mailDomain: async () => undefined }, 'mail domain', 'later'],
    [
      'mail domain made by hand',
      { outputs: async (stack) => (stack === 'loket-dev-mail' ? undefined : {}) },
      'mail domain',
      'stop',
    ],
  ])('%s', async (_, account, about, level) => {
    const [told, ...others] = await toldOf(account)
    expect([told?.about, told?.level, others]).toEqual([about, level, []])
  })

  it.each<[string, string[], string]>([
    ['nothing', [], 'aws://111122223333/eu-west-1 aws://111122223333/us-east-1'],
    ['Ireland', ['eu-west-1'], 'aws://111122223333/us-east-1'],
    ['the edge', ['us-east-1'], 'aws://111122223333/eu-west-1'],
  ])('says how to bootstrap the rest where %s is', async (_, done, rest) => {
    const [told] = await toldOf({ outputs: bootstrappedIn(...done) })
    expect(told?.todo).toBe(`npx cdk bootstrap ${rest}`)
  })

  it('says which DNS records are missing', async () => {
    const dkim = [{ name: 't1._domainkey.mail.aalst.be', value: 't1.dkim.amazonses.com' }]
    const outputs: Account['outputs'] = async (stack) => ({
      Other: 'x',
      ...(stack === 'loket-dev-mail' ? dnsOutputs(stage, dkim) : {}),
    })
    const [told] = await toldOf({ outputs, mailDomain: async () => ({ dkim: false, mailFrom: true }) })
    expect([told?.what, told?.todo?.split('\n')]).toEqual([
      'No mail leaves before these records are in DNS (missing: DKIM):',
      [
        't1._domainkey.mail.aalst.be  CNAME  t1.dkim.amazonses.com',
        '_dmarc.mail.aalst.be  TXT  "v=DMARC1; p=reject; adkim=s; aspf=r; rua=mailto:wacht@aalst.be"',
        'mail.aalst.be  MX  10 inbound-smtp.eu-west-1.amazonaws.com',
        'bounce.mail.aalst.be  MX  10 feedback-smtp.eu-west-1.amazonses.com',
        'bounce.mail.aalst.be  TXT  "v=spf1 include:amazonses.com -all"',
      ],
    ])
  })

  it('stops where concurrency is set apart of an account that has too little', async () => {
    const told = await toldOf({ concurrency: async () => 10 }, { ...stage, reserveConcurrency: true })
    expect(told.map(({ level }) => level)).toEqual(['stop'])
  })

  it.each([
    ['provider', 1],
    ['amr', 1],
    ['c1', 0],
  ] as const)('with Entra ID a second factor by %s: %i to say', async (secondFactor, findings) => {
    const tenant = '11111111-2222-4333-8444-555555555555'
    const oidc = { issuer: `https://login.microsoftonline.com/${tenant}/v2.0`, clientId: 'id', tenant, secondFactor }
    const told = await toldOf({}, { ...stage, oidc })
    expect(told.map(({ about, level }) => [about, level])).toEqual(Array(findings).fill(['sign-in', 'stop']))
  })

  it('stops before an invented sign-in', async () => {
    expect((await toldOf({}, stages.prod)).map(({ about, level }) => [about, level])).toContainEqual([
      'sign-in',
      'stop',
    ])
  })
})

describe('npm run doctor, of the content of a network', () => {
  const real: StoredContent = JSON.parse(JSON.stringify(demoContentOf(aalst)).replaceAll('.example', '.be'))
  const { triage: _t, ...withoutTriage } = real.mailboxes
  const { deputy: _d, ...withoutDeputy } = real.mailboxes
  const others = real.people.filter(({ role }) => role !== 'coordinator')
  const told = (stored?: StoredContent) =>
    contentFindings('dev', aalst, contentOf(aalst, stored)).map(({ level, what }) => `${level}: ${what}`)

  it.each<[string, StoredContent | undefined, string[]]>([
    ['everything is there', real, ['fine: 4 people, all mailboxes']],
    ['nothing', undefined, ['stop: LCO Aalst has no triage, no deputy, no reply, no coordinator: its mail waits.']],
    ['no triage', { ...real, mailboxes: withoutTriage }, ['stop: LCO Aalst has no triage: its mail waits.']],
    ['no deputy', { ...real, mailboxes: withoutDeputy }, ['stop: LCO Aalst has no deputy: its mail waits.']],
    ['no coordinator', { ...real, people: others }, ['stop: LCO Aalst has no coordinator: its mail waits.']],
    ['the demo', demoContentOf(aalst), ['stop: LCO Aalst has 7 invented addresses (.example).']],
  ])('%s', (_, stored, expected) => {
    expect(told(stored)).toEqual(expected)
  })

  it('counts every address that a mail would go to, however it is written', () => {
    const awaited = { triage: { address: 'nieuw@ocmw.Example', by: 'x', askedAt: '2026-12-01T09:00:00Z' } }
    expect(told({ ...real, awaited })).toEqual(['stop: LCO Aalst has 1 invented addresses (.example).'])
  })

  it('says of each what to do: who is first by command, the rest in the werkruimte', () => {
    const todo = (stored?: StoredContent) =>
      contentFindings('prod', aalst, contentOf(aalst, stored)).map((finding) => 'todo' in finding && finding.todo)
    expect(todo()).toEqual([
      expect.stringContaining('npm run first-coordinator -- -c stage=prod aalst "<name>" <e-mail> <phone> "<service>"'),
    ])
    expect(todo({ ...real, people: others })).toEqual([expect.stringContaining('npm run first-coordinator')])
    for (const stored of [{ ...real, mailboxes: withoutTriage }, demoContentOf(aalst)])
      expect(todo(stored)).toEqual([expect.stringContaining('/werkruimte/beheer/netwerk')])
  })

  it('wants no mailbox of a network that has only an aanbod, and no invented address of it either', () => {
    const of = (stored?: StoredContent) =>
      contentFindings('dev', bierbeek, contentOf(bierbeek, stored)).map(({ level }) => level)
    expect([of(), of(demoContentOf(bierbeek))]).toEqual([['fine'], ['stop']])
  })

  it('looks at a stage that is deployed, and a deploy does not wait for it', async () => {
    const asked: string[] = []
    const look = async (of: Stage) => {
      asked.push(of.name)
      return [{ level: 'stop' as const, about: 'content of aalst', what: 'x' }]
    }
    expect((await examine(stage, ready, [look])).map(({ level }) => level)).toContain('stop')
    expect(asked).toEqual(['dev'])
    expect(await toldOf({})).toEqual([])
  })
})

describe('npm run doctor, of who answers for the data of a network', () => {
  const told = (controller: Controller) =>
    controllerFindings({ slug: 'aalst', name: 'LCO Aalst', controller }).map(({ level, what }) => `${level}: ${what}`)
  const { assessedOn = '' } = aalst.controller
  const real: Controller = {
    ...{ name: 'Stad Aalst', runs: 'Dienst ICT', officer: 'Privacydienst, 053 12 34 56', assessedOn },
    ...{ agreement: 'Afsprakennota van 1 september 2026', destroys: 'Selectielijst OCMW, nummer 4' },
  }
  const { officer: _o, ...withoutOfficer } = real
  it.each<[string, Controller, string]>([
    ['all of it', real, 'fine: Stad Aalst'],
    ['no officer', withoutOfficer, 'stop: LCO Aalst does not say: data-protection officer.'],
    ['a text that is empty', { ...real, runs: '' }, 'stop: LCO Aalst does not say: who runs Loket.'],
    [
      'a name alone',
      { name: 'Stad Aalst' },
      'stop: LCO Aalst does not say: who runs Loket, data-protection officer, agreement between the diensten, date of the impact assessment, rule for destroying records.',
    ],
    ['one example', { ...real, runs: 'Voorbeeldhuis' }, 'later: Still invented: who runs Loket.'],
  ])('%s', (_, controller, expected) => expect(told(controller)).toEqual([expected]))

  it('of every network that receives requests; the files of the demo stop nobody, and say that they are one', async () => {
    const levels = (await examineControllers()).map(({ level }) => level)
    expect(levels).toEqual(receivingNetworks.map(() => 'later'))
  })
})
