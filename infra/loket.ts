import { type App, Tags } from 'aws-cdk-lib'
import { AlarmStack } from './alarm-stack.ts'
import { BaseStack } from './base-stack.ts'
import { ClockStack } from './clock-stack.ts'
import { FeedbackStack } from './feedback-stack.ts'
import { MailStack } from './mail-stack.ts'
import { region, type Stage } from './stages.ts'
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
  const workspace = new WorkspaceStack(app, name('workspace'), {
    env,
    stage,
    base,
    tables,
    api: web.api,
    sealKeys: web.sealKeys,
  })
  const mail = new MailStack(app, name('mail'), { env, stage, base, tables })
  const feedback = new FeedbackStack(app, name('feedback'), {
    ...{ env, base, tables },
    configurationSet: mail.configurationSet,
  })
  const clock = new ClockStack(app, name('clock'), { env, base, tables, mailer: mail.mailer })
  const alarms = new AlarmStack(app, name('alarm'), { env, base, tables, web, workspace, mail, clock })

  Tags.of(app).add('service', 'loket')
  Tags.of(app).add('stage', stage.name)
  return { base, tables, web, workspace, mail, feedback, clock, alarms }
}
