import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Key, type KeyProps } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'

/** A symmetric key of our own: rotates every year, survives its stack, and can be saved for 30 days after a mistake. */
export class HouseKey extends Key {
  constructor(scope: Construct, id: string, props: Pick<KeyProps, 'description'>) {
    super(scope, id, {
      ...props,
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }
}
