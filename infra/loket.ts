import { type App, Tags } from 'aws-cdk-lib'
import { AlarmStack } from './alarm-stack.ts'
import { BaseStack } from './base-stack.ts'
import { ClockStack } from './clock-stack.ts'
import { EdgeStack } from './edge-stack.ts'
import { FeedbackStack } from './feedback-stack.ts'
import { GuestStack } from './guest-stack.ts'
import { InboundStack } from './inbound-stack.ts'
import { MailStack } from './mail-stack.ts'
import { SignInStack } from './sign-in-stack.ts'
import { edgeRegion, region, type Stage } from './stages.ts'
import { TableStack } from './table-stack.ts'
import { WebStack } from './web-stack.ts'
import { WorkspaceStack } from './workspace-stack.ts'

/** All of Loket in one stage, in the order data flows: a request comes in, is kept, is mailed, and time passes. */
export function createLoket(app: App, stage: Stage, account = '000000000000') {
  const env = { account, region }
  const name = (part: string) => `loket-${stage.name}-${part}`

  const base = new BaseStack(app, name('base'), { env, stage })
  const tables = new TableStack(app, name('table'), { env, stage, base })
  const web = new WebStack(app, name('web'), { env, stage, base, tables })
  const signIn =
    'cognitoPrefix' in stage.oidc
      ? new SignInStack(app, name('sign-in'), { env, stage, prefix: stage.oidc.cognitoPrefix })
      : undefined
  const provider = 'issuer' in stage.oidc ? stage.oidc : signIn?.provider
  if (!provider) throw new Error(`Stage ${stage.name} names no way to sign in`)
  const workspace = new WorkspaceStack(app, name('workspace'), { env, stage, base, tables, provider, web })
  const guest = new GuestStack(app, name('guest'), { env, stage, base, tables, web })
  const mail = new MailStack(app, name('mail'), { env, stage, base, tables })
  const feedback = new FeedbackStack(app, name('feedback'), {
    ...{ env, base, tables },
    configurationSet: mail.configurationSet,
  })
  const inbound = new InboundStack(app, name('inbound'), { env, stage, base, tables })
  const clock = new ClockStack(app, name('clock'), {
    ...{ env, stage, base, tables },
    ...{ mailer: mail.mailer, workspace: workspace.workspace },
  })
  const alarms = new AlarmStack(app, name('alarm'), {
    ...{ env, stage, base, tables, web, workspace, guest, mail, feedback, inbound, clock },
  })

  const edge = new EdgeStack(app, name('edge'), { env: { account, region: edgeRegion }, stage })

  Tags.of(app).add('service', 'loket')
  Tags.of(app).add('stage', stage.name)
  return {
    base,
    tables,
    ...(signIn ? { signIn } : {}),
    web,
    workspace,
    guest,
    mail,
    feedback,
    inbound,
    clock,
    alarms,
    edge,
  }
}
