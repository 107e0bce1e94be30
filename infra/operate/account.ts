/** What the commands of this folder know of the account they work in: its stacks, its limits, its mail. */
import { Resolver } from 'node:dns/promises'
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { DescribeActiveReceiptRuleSetCommand, SESClient } from '@aws-sdk/client-ses'
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { region, type Stage } from '../stages.ts'

export type Account = ReturnType<typeof openAccount>

/** Undefined when AWS says that it is not there; every other trouble is thrown. */
const ifThere = async <Answer>(asked: Promise<Answer>, missing: (error: Error) => boolean) => {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Error && missing(error)) return undefined
    throw error
  }
}

/** The SDK reads credentials and endpoint from its usual places; the region is Loket's own. */
export function openAccount() {
  const where = { region, maxAttempts: 2 }
  const stacks = new CloudFormationClient(where)
  const ses = new SESv2Client(where)

  return {
    /** Account number and who is asking; throws without credentials. */
    async caller(): Promise<{ account: string; arn: string }> {
      const { Account = '', Arn = '' } = await new STSClient(where).send(new GetCallerIdentityCommand({}))
      return { account: Account, arn: Arn }
    },

    /** Outputs of a stack by name; undefined when it is not deployed. */
    async outputs(stack: string, at = region): Promise<Record<string, string> | undefined> {
      const client = at === region ? stacks : new CloudFormationClient({ ...where, region: at })
      const asked = client.send(new DescribeStacksCommand({ StackName: stack }))
      const found = await ifThere(asked, ({ message }) => message.includes('does not exist'))
      const outputs = found?.Stacks?.[0]?.Outputs
      return (
        found &&
        Object.fromEntries((outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]))
      )
    },

    /** How many copies of all functions together may run at once, and how many of these no function has set apart. */
    async concurrency(): Promise<number> {
      const { AccountLimit } = await new LambdaClient(where).send(new GetAccountSettingsCommand({}))
      return AccountLimit?.ConcurrentExecutions ?? 0
    },

    /** SES for the whole account: may it mail to anybody, and how fast. */
    async mail(): Promise<{ production: boolean; enabled: boolean; perSecond: number; perDay: number }> {
      const { ProductionAccessEnabled, SendingEnabled, SendQuota } = await ses.send(new GetAccountCommand({}))
      return {
        production: ProductionAccessEnabled ?? false,
        enabled: SendingEnabled ?? false,
        perSecond: SendQuota?.MaxSendRate ?? 0,
        perDay: SendQuota?.Max24HourSend ?? 0,
      }
    },

    /** The domain mail comes from: whether SES found its DNS records. */
    async mailDomain(domain: string): Promise<{ dkim: boolean; mailFrom: boolean } | undefined> {
      const asked = ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain }))
      const found = await ifThere(asked, ({ name }) => name === 'NotFoundException')
      return (
        found && {
          dkim: found.DkimAttributes?.Status === 'SUCCESS',
          mailFrom: found.MailFromAttributes?.MailFromDomainStatus === 'SUCCESS',
        }
      )
    },

    /** What SES does with mail that comes in, and which servers DNS names for it; a name that DNS does not answer has none. */
    async inbound(domain: string): Promise<{ ruleSet: string | undefined; servers: string[] }> {
      const dns = new Resolver({ timeout: 2000, tries: 1 })
      const [{ Metadata }, servers] = await Promise.all([
        new SESClient(where).send(new DescribeActiveReceiptRuleSetCommand({})),
        dns.resolveMx(domain).catch(() => []),
      ])
      return { ruleSet: Metadata?.Name, servers: servers.map(({ exchange }) => exchange.toLowerCase()) }
    },
  }
}

/** What a part of a stage tells of itself; says what to do when it is not deployed. */
export async function outputsOf<Name extends string>(
  account: Pick<Account, 'outputs'>,
  { name }: Stage,
  part: string,
  wanted: readonly Name[],
): Promise<Record<Name, string>> {
  const outputs = await account.outputs(`loket-${name}-${part}`)
  const found = wanted.map((output) => [output, outputs?.[output]] as const)
  if (found.some(([, value]) => !value))
    throw new Error(`Stage ${name} is not deployed here, or not all of it: npm run deploy -- -c stage=${name}`)
  return Object.fromEntries(found) as Record<Name, string>
}
