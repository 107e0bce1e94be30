import { CustomResource, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { mayUseKey } from '../grants.ts'
import { LoketFunction } from './loket-function.ts'

interface InitialSecretProps {
  description: string
  encryptionKey: IKey
  logKey: IKey
}

/**
 * The secret with the link keys and the address key. CloudFormation can draw one random string per secret and we need
 * JSON with two keys in it, so the secret is made empty (only the L1 can) and a Lambda of our own fills it, once:
 * a secret that has a value is never written again, so no deploy can break the links people hold.
 */
export class InitialSecret extends Construct {
  readonly secretArn: string
  readonly encryptionKey: IKey

  constructor(scope: Construct, id: string, { description, encryptionKey, logKey }: InitialSecretProps) {
    super(scope, id)
    this.encryptionKey = encryptionKey
    const secret = new CfnSecret(this, 'Secret', { description, kmsKeyId: encryptionKey.keyArn })
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN)
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Link keys must keep verifying for as long as links live, so they rotate by adding a key (npm run ' +
        'rotate-link-key), not by a standard schedule. The address key cannot rotate: it would forget who was counted.',
    })

    const writer = new LoketFunction(this, 'Writer', {
      entry: 'infra/handlers/initial-secret.ts',
      description: 'Deploy time only: fills an empty secret',
      timeout: Duration.seconds(30),
      logKey,
    })
    const actions = ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue']
    writer.addToRolePolicy(new PolicyStatement({ actions, resources: [secret.ref] }))
    mayUseKey(writer, encryptionKey, 'secretsmanager', ['kms:Decrypt', 'kms:GenerateDataKey'])

    const filled = new CustomResource(this, 'Value', {
      resourceType: 'Custom::InitialSecret',
      serviceToken: writer.functionArn,
      serviceTimeout: Duration.minutes(2),
      properties: { SecretArn: secret.ref },
    })
    this.secretArn = filled.ref // The same ARN, but whoever uses it waits until the value is there.
  }
}
