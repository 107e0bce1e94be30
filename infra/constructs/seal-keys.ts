import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

interface SealKeysProps {
  /** Slugs; each network gets a key pair of its own. */
  networks: readonly string[]
  /** Names of the only roles that may open what is sealed. */
  mayUnseal: readonly string[]
}

/** How a JWE with RSA-OAEP-256 wraps its content key; KMS can do others. */
export const sealAlgorithm = 'RSAES_OAEP_SHA_256'

/**
 * One key pair per network. `public` seals answers with the public half; the private half never leaves KMS
 * (RSAES_OAEP_SHA_256 unwraps the content key of a JWE).
 *
 * RSA 3072: answers can outlive 2030, the last year NIST counts 2048 bits as enough; 4096 only makes the public key bigger.
 */
export class SealKeys extends Construct {
  readonly keys: Readonly<Record<string, Key>>

  constructor(scope: Construct, id: string, { networks, mayUnseal }: SealKeysProps) {
    super(scope, id)
    this.keys = Object.fromEntries(networks.map((network) => [network, this.sealKey(network, mayUnseal)]))
  }

  private sealKey(network: string, roles: readonly string[]) {
    return new Key(this, network, {
      description: `Loket: seals the answers of ${network}`,
      keySpec: KeySpec.RSA_3072,
      keyUsage: KeyUsage.ENCRYPT_DECRYPT,
      policy: new PolicyDocument({ statements: [mayManage(), mayReadPublicKey(), this.mayUnseal(roles)] }),
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  /**
   * The account on condition of a role's name, not the role as principal: KMS refuses a policy that names a role which
   * does not exist yet, and the roles are made after the keys. Each still needs the right in a policy of its own.
   */
  private mayUnseal(roles: readonly string[]) {
    const { account, partition } = Stack.of(this)
    return new PolicyStatement({
      sid: 'Unseal',
      principals: [new AccountRootPrincipal()],
      actions: ['kms:Decrypt'],
      resources: ['*'], // In a key policy this means: this key.
      conditions: {
        StringEquals: {
          'aws:PrincipalArn': roles.map((role) => `arn:${partition}:iam::${account}:role/${role}`),
          'kms:EncryptionAlgorithm': sealAlgorithm,
        },
      },
    })
  }
}

/**
 * The account may look after the key, and not decrypt: without kms:Decrypt (or kms:CreateGrant) here, no IAM policy in
 * the account can give it. Changing the policy rings an alarm (alarm-stack.ts).
 */
function mayManage() {
  return new PolicyStatement({
    sid: 'Manage',
    principals: [new AccountRootPrincipal()],
    actions: [
      'kms:CancelKeyDeletion',
      'kms:CreateAlias',
      'kms:DeleteAlias',
      'kms:DescribeKey',
      'kms:DisableKey',
      'kms:EnableKey',
      'kms:GetKeyPolicy',
      'kms:GetKeyRotationStatus',
      'kms:ListGrants',
      'kms:ListKeyPolicies',
      'kms:ListResourceTags',
      'kms:PutKeyPolicy',
      'kms:RevokeGrant',
      'kms:ScheduleKeyDeletion',
      'kms:TagResource',
      'kms:UntagResource',
      'kms:UpdateAlias',
      'kms:UpdateKeyDescription',
    ],
    resources: ['*'], // In a key policy this means: this key.
  })
}

function mayReadPublicKey() {
  return new PolicyStatement({
    sid: 'ReadPublicKey',
    principals: [new AccountRootPrincipal()],
    actions: ['kms:GetPublicKey'],
    resources: ['*'],
  })
}
