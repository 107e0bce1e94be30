/** `cdk synth` and `cdk deploy` start here. Choose the stage with `-c stage=prod`; the default is dev. */
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { refuseTooMany } from './limits.ts'
import { createLoket } from './loket.ts'
import { readStage } from './stages.ts'

const app = new App()
const stage = readStage(app.node.tryGetContext('stage'))
refuseTooMany(stage)
createLoket(app, stage, process.env.CDK_DEFAULT_ACCOUNT)
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
app.synth()
