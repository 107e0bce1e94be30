import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import type { SignInProvider, Stage } from './stages.ts'

interface SignInStackProps extends StackProps {
  stage: Stage
  /** First part of the address of the sign-in page; no two in a region of AWS are the same. */
  prefix: string
}

/**
 * Where coordinators sign in when the organisation has no OpenID provider of its own: a Cognito user pool. Somebody who
 * may run the deployment makes the accounts (docs/operate.md); nobody signs up. Who an account is to Loket is decided by an
 * invitation, never by its e-mail address.
 */
export class SignInStack extends Stack {
  readonly provider: SignInProvider

  constructor(scope: Construct, id: string, { stage, prefix, ...props }: SignInStackProps) {
    super(scope, id, props)
    const pool = new UserPool(this, 'People', {
      // The least that has managed login.
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // Length is what helps (NIST SP 800-63B); the rules beside it are what AwsSolutions-COG1 asks.
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'Threat protection needs the Plus plan, paid per person; a second factor is required of everybody instead.',
    })
    // Managed login asks again when we say so (`prompt=login`, functions/workspace/sign-in/oidc.ts); the classic hosted UI does not.
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: prefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })

    // A public client: PKCE instead of a secret, so there is nothing to keep or to rotate (functions/workspace/sign-in).
    const client = pool.addClient('Workspace', {
      generateSecret: false,
      authFlows: {},
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`${stage.url}/werkruimte/terug`],
        // Our sign-out does not go there: it answers a form, and ours lead nowhere else (`form-action 'self'`). Cognito remembers
        // the browser for an hour; whoever signs in is asked again all the same, and an older sign-in is refused (`auth_time`).
        logoutUrls: [`${stage.url}/werkruimte/afgemeld`],
      },
      authSessionValidity: Duration.minutes(10),
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
    })
    // Without a style of its own a client has no page there.
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    })
    this.provider = {
      issuer: `https://cognito-idp.${this.region}.amazonaws.com/${pool.userPoolId}`,
      clientId: client.userPoolClientId,
      secondFactor: 'provider', // Required of everybody above; its tokens do not say so.
    }
    new CfnOutput(this, 'UserPool', { value: pool.userPoolId })
  }
}
