import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'

interface SearchKeyProps {
  encryptionKey: IKey
}

/** Hides the words that dossiers are found by (docs/decisions/023): a secret of its own, as the other is read by who faces the internet. */
export class SearchKey extends Construct {
  readonly secretArn: string
  readonly encryptionKey: IKey

  constructor(scope: Construct, id: string, { encryptionKey }: SearchKeyProps) {
    super(scope, id)
    const secret = new CfnSecret(this, 'Secret', {
      description: 'Loket: hides the words that dossiers are found by',
      kmsKeyId: encryptionKey.keyArn,
      generateSecretString: { passwordLength: 43, excludePunctuation: true }, // 256 bits.
    })
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN)
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Another key would find none of what the table holds: every dossier would have to be opened again.',
    })
    this.secretArn = secret.ref
    this.encryptionKey = encryptionKey
  }
}
