import { CustomResource, Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey, Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { LoketFunction } from './loket-function.ts'

interface PublicSealKeysProps {
  keys: Readonly<Record<string, Key>>
  logKey: IKey
}

/**
 * Reads the public half of each seal key when deploying, so that `public` needs no KMS at run time.
 * A Lambda of our own, because CDK's AwsCustomResource counts on an SDK in the runtime.
 */
export class PublicSealKeys extends Construct {
  /** JSON by network: {"aalst": {JWK}, …}. */
  readonly json: string

  constructor(scope: Construct, id: string, { keys, logKey }: PublicSealKeysProps) {
    super(scope, id)
    const networks = Object.entries(keys)
    const reader = new LoketFunction(this, 'Reader', {
      entry: 'infra/handlers/seal-key.ts',
      description: 'Deploy time only: reads public seal keys',
      timeout: Duration.seconds(30),
      logKey,
    })
    reader.addToRolePolicy(
      new PolicyStatement({ actions: ['kms:GetPublicKey'], resources: networks.map(([, key]) => key.keyArn) }),
    )
    const members = networks.map(([network, key]) => {
      const sealKey = new CustomResource(this, network, {
        resourceType: 'Custom::SealKey',
        serviceToken: reader.functionArn,
        serviceTimeout: Duration.minutes(2),
        properties: { KeyId: key.keyId },
      })
      return `${JSON.stringify(network)}:${sealKey.getAttString('Jwk')}`
    })
    this.json = `{${members.join(',')}}`
  }
}
