import { CustomResource, Duration, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { edgeRegion, edgeSecretName, edgeSlots, type Stage } from '../stages.ts'
import { LoketFunction } from './loket-function.ts'

interface EdgeSecretsProps {
  stage: Stage
  logKey: IKey
}

/**
 * Two secrets; CloudFront sends one of them, the functions know both by their hash. To rotate: raise the generation of the one
 * that is not in use, deploy, point `slot` at it, deploy (docs/operate.md). Copied to us-east-1, where CloudFront's stack
 * reads it: no secret is ever in a template.
 */
export class EdgeSecrets extends Construct {
  /** Hashes, separated by commas. */
  readonly hashes: string

  constructor(scope: Construct, id: string, { stage, logKey }: EdgeSecretsProps) {
    super(scope, id)
    const secrets = edgeSlots.map((slot) => this.secret(edgeSecretName(stage, slot)))
    const reader = new LoketFunction(this, 'Reader', {
      entry: 'infra/handlers/secret-hash.ts',
      description: 'Deploy time only: hashes of the secrets of the edge',
      timeout: Duration.seconds(30),
      logKey,
    })
    reader.addToRolePolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: secrets.map(({ ref }) => ref) }),
    )
    this.hashes = secrets
      .map((secret) => {
        const hash = new CustomResource(secret, 'Hash', {
          resourceType: 'Custom::SecretHash',
          serviceToken: reader.functionArn,
          serviceTimeout: Duration.minutes(2),
          properties: { SecretArn: secret.ref },
        })
        return hash.getAttString('Hash')
      })
      .join(',')
  }

  private secret(name: string) {
    // Under the service's own key: it opens nothing but a door that has its own locks behind it.
    const secret = new CfnSecret(this, name, {
      name,
      description: 'Loket: proves that a request came through CloudFront',
      generateSecretString: { passwordLength: 43, excludePunctuation: true },
      replicaRegions: [{ region: edgeRegion }],
    })
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Rotated by raising its generation: CloudFront and the functions must change one after the other.',
    })
    return secret
  }
}
