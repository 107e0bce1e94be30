import { CfnOutput, CfnParameter, Duration, SecretValue, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CacheCookieBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'
import { edgeSecretName, type Stage } from './stages.ts'

interface EdgeStackProps extends StackProps {
  stage: Stage
}

/**
 * What the internet meets first, in us-east-1 as CloudFront asks: the name, its certificate, a firewall, and a cache for pages
 * that are the same for everybody. The headers that protect come from the functions, so that they are the same on every
 * machine. Deployed after the rest, with the address of the API as parameter (`npm run deploy`).
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: EdgeStackProps) {
    super(scope, id, props)
    const api = new CfnParameter(this, 'ApiDomain', {
      description: 'Host name of the HTTP API, without https://',
      allowedPattern: '[a-z0-9.-]+',
    })
    const domain = new URL(stage.url).hostname
    // Waits until the record it asks for is in DNS: see the console of ACM, region us-east-1.
    const certificate = new Certificate(this, 'Certificate', {
      domainName: domain,
      validation: CertificateValidation.fromDns(),
    })
    const origin = new HttpOrigin(api.valueAsString, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      readTimeout: Duration.seconds(30),
      customHeaders: {
        'x-loket-edge': SecretValue.secretsManager(edgeSecretName(stage, stage.edge.slot)).unsafeUnwrap(), // Resolved by CloudFormation; the template holds its name.
      },
    })
    const toLoket = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // Cookies and Origin reach us; Host does not: the API knows only its own.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      compress: true,
    }
    const forEverybody = { ...toLoket, cachePolicy: this.cachePolicy() }
    const distribution = new Distribution(this, 'Edge', {
      comment: `Loket ${stage.name}`,
      domainNames: [domain],
      certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100, // Europe and North America: everybody is in Belgium.
      webAclId: this.firewall(stage).attrArn,
      // Personal unless named below: nothing is kept, and no two requests are answered as one.
      defaultBehavior: { ...toLoket, cachePolicy: CachePolicy.CACHING_DISABLED },
      additionalBehaviors: Object.fromEntries(samePages.map((path) => [path, forEverybody])),
    })
    for (const { id: rule, reason } of acknowledged) Validations.of(distribution).acknowledge({ id: rule, reason })
    new CfnOutput(this, 'EdgeDomain', { value: distribution.distributionDomainName })
  }

  /** As long as the page itself says (functions/public/static-page.ts); not at all when it says nothing. */
  private cachePolicy() {
    return new CachePolicy(this, 'SamePages', {
      comment: 'Loket: pages that are the same for everybody',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      cookieBehavior: CacheCookieBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    })
  }

  /** One address may send so much in five minutes; a whole office behind one address stays far below it. */
  private firewall(stage: Stage) {
    const visibility = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false, // A sample would hold addresses of pages, and so link tokens.
      metricName,
    })
    const managed = (name: string, priority: number, counted: readonly string[] = []) => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: 'AWS',
          name,
          ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        },
      },
      visibilityConfig: visibility(name),
    })
    return new CfnWebACL(this, 'Firewall', {
      name: `loket-${stage.name}`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('Firewall'),
      rules: [
        {
          name: 'TooMuch',
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: 3000, aggregateKeyType: 'IP' } },
          visibilityConfig: visibility('TooMuch'),
        },
        managed('AWSManagedRulesAmazonIpReputationList', 1),
        // Long answers are what a form is for: Loket itself refuses above 64 KB, in words.
        managed('AWSManagedRulesCommonRuleSet', 2, [
          'SizeRestrictions_BODY',
          'CrossSiteScripting_BODY',
          'GenericLFI_BODY',
        ]),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 3),
      ],
    })
  }
}

/**
 * Addresses of pages and files that are the same for everybody; what is posted there is never cached. Without the start
 * pages: no pattern of CloudFront means "two parts and no more", and a list of them would name forms.
 */
const samePages = ['/', '/assets/*', '/aanbod*', '/privacy', '/toegankelijkheid']

const acknowledged = [
  {
    id: 'AwsSolutions-CFR1',
    reason: 'A professional who is abroad may ask for help too.',
  },
  {
    id: 'AwsSolutions-CFR3',
    reason: 'Its logs hold whole addresses, and those hold link tokens. The API logs what came, without where.',
  },
]
