import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AttributeType, ProjectionType, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import { HouseKey } from './constructs/house-key.ts'
import { InitialSecret } from './constructs/initial-secret.ts'
import { SealKeys } from './constructs/seal-keys.ts'
import { SearchKey } from './constructs/search-key.ts'
import { guestRole, type Stage, workspaceRole } from './stages.ts'

interface TableStackProps extends StackProps {
  stage: Stage
  base: BaseStack
}

const text = (name: string) => ({ name, type: AttributeType.STRING })
const index = (indexName: string, partition: string, sort: string, projectionType: ProjectionType) => ({
  indexName,
  partitionKey: text(partition),
  sortKey: text(sort),
  projectionType,
})

/** Everything that must not be lost: the two tables and the keys. Change with care. */
export class TableStack extends Stack {
  readonly drafts: TableV2
  readonly loket: TableV2
  readonly secret: InitialSecret
  readonly searchKey: SearchKey
  readonly sealKeys: SealKeys

  constructor(scope: Construct, id: string, { stage, base, ...props }: TableStackProps) {
    super(scope, id, { ...props, terminationProtection: stage.protectStacks })
    const dataKey = new HouseKey(this, 'DataKey', { description: 'Loket: the two tables and the secret' })
    const encryption = TableEncryptionV2.customerManagedKey(dataKey)

    // Unsent answers, readable by `public` until the person sends or a day passes. No stream and no backups, so that
    // what was never sent leaves no trace; for the same reason it goes when its stack goes.
    this.drafts = new TableV2(this, 'Drafts', {
      partitionKey: text('id'),
      timeToLiveAttribute: 'ttl',
      encryption,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.DESTROY,
    })

    // Dossiers, mail, audit: one table. Its stream carries keys only, never what people wrote.
    this.loket = new TableV2(this, 'Loket', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      timeToLiveAttribute: 'ttl',
      dynamoStream: StreamViewType.KEYS_ONLY,
      globalSecondaryIndexes: [
        // Sparse: only what must happen at a time has `due`.
        index('due', 'due', 'dueAt', ProjectionType.KEYS_ONLY),
        // The lists of the werkruimte, read whole: dossiers and mails by what must happen to them, and by who holds them.
        index('wachtrij', 'rij', 'rijSinds', ProjectionType.ALL),
        index('bij', 'bij', 'rijSinds', ProjectionType.ALL),
        // A person's dossiers and addresses, when they ask what is kept of them.
        index('aanvrager', 'applicant', 'pk', ProjectionType.KEYS_ONLY),
        // The lists in small, for counts and pages (docs/decisions/003). One index more or less per deploy: CloudFormation
        // refuses two at once.
        {
          ...index('regels', 'rij', 'rijSinds', ProjectionType.INCLUDE),
          nonKeyAttributes: ['form', 'state', 'holder', 'nextOn', 'ttl', 'eventRevisie'],
        },
      ],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      encryption,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })

    this.secret = new InitialSecret(this, 'Secret', {
      description: 'Loket: keys of the links in mail and of address hashes',
      encryptionKey: dataKey,
      logKey: base.operationsKey,
    })
    this.searchKey = new SearchKey(this, 'SearchKey', { encryptionKey: dataKey })
    this.sealKeys = new SealKeys(this, 'SealKeys', {
      networks: stage.networks,
      mayUnseal: [workspaceRole(stage), guestRole(stage)],
    })

    // Read by the commands of infra/operate/.
    new CfnOutput(this, 'LoketTable', { value: this.loket.tableName })
    new CfnOutput(this, 'DraftsTable', { value: this.drafts.tableName })
    new CfnOutput(this, 'SecretArn', { value: this.secret.secretArn })
  }
}
