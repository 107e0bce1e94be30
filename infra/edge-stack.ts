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
import { edgeWords } from './edge-words.ts'
import { edgeSecretName, type Stage } from './stages.ts'

interface EdgeStackProps extends StackProps {
  stage: Stage
}

/**
 * What the internet meets first, in us-east-1 as CloudFront asks: the name, its certificate, a firewall, and a cache that
 * keeps what says of itself that it may be kept. The headers that protect come from the functions, so that they are the same
 * on every machine. Deployed after the rest, with the address of the API as parameter (`npm run deploy`).
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
    const distribution = new Distribution(this, 'Edge', {
      comment: `Loket ${stage.name}`,
      domainNames: [domain],
      certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100, // Europe and North America: everybody is in Belgium.
      webAclId: this.firewall(stage).attrArn,
      defaultBehavior: {
        origin,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        // Cookies and Origin reach us; Host does not: the API knows only its own.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        cachePolicy: this.cachePolicy(),
        compress: true,
      },
      errorResponses: keptRegardless.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    })
    for (const { id: rule, reason } of acknowledged) Validations.of(distribution).acknowledge({ id: rule, reason })
    new CfnOutput(this, 'EdgeDomain', { value: distribution.distributionDomainName })
  }

  /**
   * Each answer is kept as long as it says itself, and not at all when it says nothing: `public, max-age` of the pages that
   * are the same for everybody (functions/public/published.tsx), `no-store` of all others (functions/shared/web/guard.ts).
   * One rule for every address, so that nothing here names a page or a form. It is safe by what AWS documents:
   *
   * - with a minimum TTL of 0, `no-store` and `private` are obeyed (Developer Guide, "Manage how long content stays in the
   *   cache"); above 0 they would not be. Without Cache-Control the default TTL holds: 0;
   * - requests for one address that arrive together wait for the first answer and would all get it ("request collapsing"),
   *   unless the minimum TTL is 0 and it says `no-store` or `private` ("Request and response behavior for custom origins");
   * - answers to anything but GET and HEAD are never kept (same page);
   * - cookies reach us and are no part of the key, and a `Set-Cookie` is kept with its answer ("Cache content based on
   *   cookies"): so no answer that may be kept sets a cookie or looks at one. test/public/kept.test.ts and
   *   test/workspace/rights.test.ts ask every route.
   */
  private cachePolicy() {
    return new CachePolicy(this, 'AsItSays', {
      comment: 'Loket: as long as an answer says itself',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      cookieBehavior: CacheCookieBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.all(),
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
    const managed = ([name, { counted = [], blocked }]: [string, ManagedRules], index: number) => ({
      name,
      priority: index + 1,
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: 'AWS',
          name,
          ruleActionOverrides: [
            ...counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
            ...blocked.map((rule) => ({ name: rule, actionToUse: { block: inWords(403) } })),
          ],
        },
      },
      visibilityConfig: visibility(name),
    })
    return new CfnWebACL(this, 'Firewall', {
      name: `loket-${stage.name}`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('Firewall'),
      customResponseBodies: Object.fromEntries(
        Object.entries(edgeWords).map(([status, content]) => [keyOf(status), { content, contentType: 'TEXT_HTML' }]),
      ),
      rules: [
        {
          name: 'TooMuch',
          priority: 0,
          action: { block: inWords(429) },
          statement: { rateBasedStatement: { limit: 3000, aggregateKeyType: 'IP' } },
          visibilityConfig: visibility('TooMuch'),
        },
        ...Object.entries(managedRules).map(managed),
      ],
    })
  }
}

/**
 * Errors that CloudFront keeps for ten seconds though they say `no-store`, unless told otherwise (Developer Guide, "Control
 * how long CloudFront caches errors"): one person's trouble would be shown to whoever asks the same address next.
 */
const keptRegardless = [405, 500, 502, 503, 504]

const keyOf = (status: number | string) => `words-${status}`
/** Says no with our words. */
const inWords = (status: keyof typeof edgeWords) => ({
  customResponse: { responseCode: status, customResponseBodyKey: keyOf(status) },
})

interface ManagedRules {
  /** Block nothing. */
  counted?: readonly string[]
  /** Block as AWS made them, but in our words. One that AWS adds later blocks too, with an empty page. */
  blocked: readonly string[]
}

/**
 * The rules of AWS, each by name. Counted are those that would take what somebody typed: every rule that reads a body (a long text, an
 * address of a website, "<b>" or "../" in a story are what a form is for; Loket refuses above 64 KB, in words, and shows text as
 * text); the one on long addresses (2,048 bytes: Entra ID sends people back with a code of more than that); and the one on requests
 * without User-Agent, which the mail programs that unsubscribe with one click (RFC 8058) need not send. Source: AWS WAF Developer
 * Guide, "Baseline rule groups" and "IP reputation rule groups", 2026-11-22.
 */
const managedRules: Readonly<Record<string, ManagedRules>> = {
  AWSManagedRulesAmazonIpReputationList: { blocked: ['AWSManagedIPReputationList', 'AWSManagedReconnaissanceList'] },
  AWSManagedRulesCommonRuleSet: {
    counted: [
      'SizeRestrictions_BODY',
      'EC2MetaDataSSRF_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
      'CrossSiteScripting_BODY',
      'SizeRestrictions_QUERYSTRING',
      'NoUserAgent_HEADER',
    ],
    blocked: [
      'UserAgent_BadBots_HEADER',
      'SizeRestrictions_Cookie_HEADER',
      'SizeRestrictions_URIPATH',
      'EC2MetaDataSSRF_COOKIE',
      'EC2MetaDataSSRF_URIPATH',
      'EC2MetaDataSSRF_QUERYARGUMENTS',
      'GenericLFI_QUERYARGUMENTS',
      'GenericLFI_URIPATH',
      'RestrictedExtensions_URIPATH',
      'RestrictedExtensions_QUERYARGUMENTS',
      'GenericRFI_QUERYARGUMENTS',
      'GenericRFI_URIPATH',
      'CrossSiteScripting_COOKIE',
      'CrossSiteScripting_QUERYARGUMENTS',
      'CrossSiteScripting_URIPATH',
    ],
  },
  AWSManagedRulesKnownBadInputsRuleSet: {
    counted: ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY', 'ReactJSRCE_BODY'],
    blocked: [
      'JavaDeserializationRCE_HEADER',
      'JavaDeserializationRCE_URIPATH',
      'JavaDeserializationRCE_QUERYSTRING',
      'Host_localhost_HEADER',
      'PROPFIND_METHOD',
      'ExploitablePaths_URIPATH',
      'Log4JRCE_HEADER',
      'Log4JRCE_QUERYSTRING',
      'Log4JRCE_URIPATH',
    ],
  },
}

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
