/** What `npm run doctor` looks at before anything is touched. Each finding says what it means and what to do. */
import { dnsLines, inboundServer } from '../dns-records.ts'
import { edgeRegion, receiptRuleSet, region, type SignInProvider, type Stage } from '../stages.ts'
import type { Account } from './account.ts'

/** `stop`: a deploy would fail or lose something. `later`: Loket runs, but not for everybody yet. */
export type Level = 'fine' | 'later' | 'stop'

export interface Finding {
  level: Level
  about: string
  what: string
  /** What to do about it. */
  todo?: string
}

/** The least a new account gets; nothing can be set apart of it. */
const smallestConcurrency = 10

type Look = (stage: Stage, account: Account) => Promise<Finding[]>

/**
 * Looks at a stage's own settings, then at the account; without credentials only at the first. `more`: what a deploy does not wait
 * for, as it would mend nothing of that.
 */
export async function examine(stage: Stage, account: Account, more: readonly Look[] = []): Promise<Finding[]> {
  const findings = [...settingsOf(stage)]
  const caller = await account.caller().catch((error: Error) => error)
  if (caller instanceof Error) {
    return [...findings, noCredentials(caller)]
  }
  findings.push({ level: 'fine', about: 'account', what: `${caller.account}, as ${caller.arn.split('/').at(-1)}` })
  const looks = [bootstrap(account), limits(stage, account), mail(stage, account), inbound(stage, account)]
  findings.push(...(await Promise.all([...looks, ...more.map((look) => look(stage, account))])).flat())
  return findings
}

const noCredentials = ({ name }: Error): Finding => ({
  level: 'stop',
  about: 'credentials',
  what: `AWS does not know who you are (${name}).`,
  todo: 'Run `aws sso login` (or `aws configure`), set AWS_PROFILE when you have several accounts, and try again.',
})

function settingsOf(stage: Stage): Finding[] {
  const invented = [stage.url, stage.mailDomain, stage.alarmEmail].filter((value) => value.includes('example'))
  const asked = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION
  const findings: Finding[] = [{ level: 'fine', about: 'stage', what: `${stage.name}: ${stage.url}` }]
  if (invented.length > 0) {
    findings.push({
      level: 'later',
      about: 'stage',
      what: `Still invented: ${invented.join(', ')}. Alarms reach nobody and mail cannot be verified.`,
      todo: `Fill in your own domain and an address that is read, under ${stage.name} in infra/stages.ts.`,
    })
  }
  if ('issuer' in stage.oidc && stage.oidc.issuer.includes('00000000')) {
    findings.push({
      level: 'stop',
      about: 'sign-in',
      what: 'The OpenID provider is invented: no coordinator could sign in.',
      todo: 'Register Loket in Entra ID and fill in oidc in infra/stages.ts, or use { cognitoPrefix }.',
    })
  }
  if ('issuer' in stage.oidc) findings.push(...secondFactor(stage.oidc))
  if (asked && asked !== region) {
    findings.push({
      level: 'later',
      about: 'region',
      what: `Your shell says ${asked}; Loket lives in ${region} whatever it says, so that data stays in Ireland.`,
    })
  }
  return findings
}

/** Entra ID does not ask for one by itself, and says nothing of it in `amr` (functions/workspace/sign-in/oidc.ts). */
function secondFactor({ tenant, secondFactor: proof }: SignInProvider): Finding[] {
  if (tenant === undefined || /^c\d/.test(proof)) return []
  return [
    {
      level: 'stop',
      about: 'sign-in',
      what: `Entra ID cannot prove a second factor by '${proof}'.`,
      todo: "Make an authentication context and its policy (docs/operate.md, the first week), and name it: secondFactor: 'c1'.",
    },
  ]
}

/** Both regions: without the second one everything would be deployed but the edge, and nobody could come in. */
async function bootstrap(account: Account): Promise<Finding[]> {
  const regions = [region, edgeRegion]
  const toolkits = await Promise.all(regions.map((at) => account.outputs('CDKToolkit', at)))
  const missing = regions.filter((_, index) => !toolkits[index])
  if (missing.length === 0) return [{ level: 'fine', about: 'CDK', what: `bootstrapped in ${regions.join(' and ')}` }]
  const { account: number } = await account.caller()
  return [
    {
      level: 'stop',
      about: 'CDK',
      what: `The CDK was never used in ${missing.join(' and ')} of this account: it has no bucket to put the code in.`,
      todo: `npx cdk bootstrap ${missing.map((at) => `aws://${number}/${at}`).join(' ')}`,
    },
  ]
}

async function limits(stage: Stage, account: Account): Promise<Finding[]> {
  const total = await account.concurrency()
  if (stage.reserveConcurrency && total <= smallestConcurrency + 6) {
    return [
      {
        level: 'stop',
        about: 'Lambda',
        what: `The account runs at most ${total} functions at once, so AWS refuses to set any apart.`,
        todo: 'Ask for 1000 under Service Quotas, Lambda, "Concurrent executions"; or set reserveConcurrency: false.',
      },
    ]
  }
  const level = total <= smallestConcurrency ? 'later' : 'fine'
  return [
    {
      level,
      about: 'Lambda',
      what: `at most ${total} functions at once`,
      ...(level === 'later'
        ? { todo: 'Before you open to the public: ask for 1000 under Service Quotas, Lambda.' }
        : {}),
    },
  ]
}

async function mail(stage: Stage, account: Account): Promise<Finding[]> {
  const [ses, identity, deployed] = await Promise.all([
    account.mail(),
    account.mailDomain(stage.mailDomain),
    account.outputs(`loket-${stage.name}-mail`),
  ])
  const findings: Finding[] = []
  if (!ses.enabled) {
    findings.push({
      level: 'stop',
      about: 'SES',
      what: 'AWS has paused mail of this account.',
      todo: 'Read the reason under SES, Account dashboard, and answer it. Requests are still kept; mail waits 72 hours.',
    })
  }
  findings.push(
    ses.production
      ? { level: 'fine', about: 'SES', what: `${ses.perSecond} mails a second, ${ses.perDay} a day` }
      : {
          level: 'later',
          about: 'SES',
          what: 'In the sandbox: mail goes to verified addresses only.',
          todo: 'Ask for production access: the text to send is in docs/operate.md, "SES production access".',
        },
  )
  if (!identity) {
    const what = `${stage.mailDomain} is not known yet; the deploy makes it and prints the DNS records it needs.`
    return [...findings, { level: 'later', about: 'mail domain', what }]
  }
  if (!deployed) {
    const what = `${stage.mailDomain} is in SES already, made by hand: the deploy cannot make it again, and fails.`
    const todo = `aws sesv2 delete-email-identity --region ${region} --email-identity ${stage.mailDomain}`
    return [...findings, { level: 'stop', about: 'mail domain', what, todo }]
  }
  const missing = [identity.dkim ? '' : 'DKIM', identity.mailFrom ? '' : 'MAIL FROM'].filter(Boolean)
  if (missing.length === 0)
    return [...findings, { level: 'fine', about: 'mail domain', what: 'DKIM and MAIL FROM found' }]
  return [
    ...findings,
    {
      level: 'later',
      about: 'mail domain',
      what: `No mail leaves before these records are in DNS (missing: ${missing.join(', ')}):`,
      todo: dnsLines(deployed).join('\n'),
    },
  ]
}

/** A set of rules is switched on by hand: an account has one at a time, and it may be somebody else's. */
async function inbound(stage: Stage, account: Account): Promise<Finding[]> {
  const about = 'calendar answers'
  if (!(await account.outputs(`loket-${stage.name}-inbound`))) return []
  const wanted = receiptRuleSet(stage)
  const { ruleSet, servers } = await account.inbound(stage.mailDomain)
  const findings: Finding[] = []
  if (ruleSet !== wanted) {
    findings.push({
      level: 'later',
      about,
      what: `What people press in their calendar is not read: SES uses ${ruleSet ? `the rules of ${ruleSet}` : 'no rules'}.`,
      todo: ruleSet
        ? `Let ${ruleSet} keep mail of its own account, or copy its rules: docs/operate.md, "Answers from calendars".`
        : `aws ses set-active-receipt-rule-set --region ${region} --rule-set-name ${wanted}`,
    })
  }
  if (!servers.includes(inboundServer)) {
    findings.push({
      level: 'later',
      about,
      what: 'What people press in their calendar comes back to them: this record is not in DNS.',
      todo: `${stage.mailDomain}  MX  10 ${inboundServer}`,
    })
  }
  return findings.length > 0 ? findings : [{ level: 'fine', about, what: 'SES takes them in' }]
}
