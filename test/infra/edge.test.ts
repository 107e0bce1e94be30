/** What the internet meets first. The emulator has no edge worth the name: what it must be is said here, of the template. */
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { receivingNetworks } from '../../forms/index.ts'
import { phoneHref } from '../../forms/kit/contact.ts'
import { stages } from '../../infra/stages.ts'
import { synthesise } from './synth.ts'

/**
 * The rules of each group we use that inspect the request body: AWS WAF Developer Guide, "Baseline rule groups" and "IP
 * reputation rule groups", read on 2026-11-22. A group that is not here has not been looked at.
 */
const readsBodies: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesAmazonIpReputationList: [],
  AWSManagedRulesCommonRuleSet: [
    'SizeRestrictions_BODY',
    'EC2MetaDataSSRF_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'CrossSiteScripting_BODY',
  ],
  AWSManagedRulesKnownBadInputsRuleSet: ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY', 'ReactJSRCE_BODY'],
}
/** Blocks an address above 2,048 bytes; codes of Entra ID of 2,319 were seen (Microsoft Q&A 5783205). */
const readsLongAddresses: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesCommonRuleSet: ['SizeRestrictions_QUERYSTRING'],
}
/** Mail programs that unsubscribe with one click (RFC 8058) need not say who they are. */
const readsUserAgents: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesCommonRuleSet: ['NoUserAgent_HEADER'],
}

describe.each(Object.values(stages))('the edge of $name', (stage) => {
  const { stacks } = synthesise(stage)
  const edge = Template.fromStack(stacks.edge)
  const [distribution] = Object.values(edge.findResources('AWS::CloudFront::Distribution'))
  const config = distribution?.Properties.DistributionConfig

  it('lives where CloudFront and its firewall must, under the name people type', () => {
    expect(stacks.edge.region).toBe('us-east-1')
    expect(config.Aliases).toEqual([new URL(stage.url).hostname])
    expect(config.ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021')
  })

  it('brings the secret along, and no template holds it', () => {
    const [header] = config.Origins[0].OriginCustomHeaders
    expect(header.HeaderName).toBe('x-loket-edge')
    expect(header.HeaderValue).toBe(`{{resolve:secretsmanager:loket-${stage.name}-edge-a-1:SecretString:::}}`)
  })

  it('keeps what says that it may be kept, so long, and nothing else: one rule for every address', () => {
    expect(config.CacheBehaviors).toBeUndefined()
    const { DefaultCacheBehavior: behaviour } = config
    expect(behaviour.OriginRequestPolicyId).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac') // All but Host.
    expect(behaviour.ViewerProtocolPolicy).toBe('redirect-to-https')
    expect(behaviour.CachedMethods).toBeUndefined() // GET and HEAD, the least there is.
    const [[id, policy] = [], ...others] = Object.entries(edge.findResources('AWS::CloudFront::CachePolicy'))
    expect([behaviour.CachePolicyId, others]).toEqual([{ Ref: id }, []])
    // Above zero CloudFront would keep what says no-store, and answer two people who ask at once as one.
    expect(policy?.Properties.CachePolicyConfig).toMatchObject({ MinTTL: 0, DefaultTTL: 0 })
    expect(policy?.Properties.CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
      CookiesConfig: { CookieBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
      HeadersConfig: { HeaderBehavior: 'none' },
    })
  })

  it('keeps no error for the next person, also not those of which CloudFront disregards no-store', () => {
    // All it caches (Developer Guide, "HTTP 4xx and 5xx status codes that CloudFront caches") but 404, 410, 414 and 501,
    // where it obeys, and 400, 403, 412 and 415, which it keeps only with a max-age.
    const errors = Object.fromEntries(
      config.CustomErrorResponses.map((error: Record<string, number>) => [error.ErrorCode, error]),
    )
    for (const ErrorCode of [405, 500, 502, 503, 504])
      expect(errors[ErrorCode]).toEqual({ ErrorCode, ErrorCachingMinTTL: 0 })
  })

  it('has a firewall that never takes what somebody typed, nor the way back from a sign-in, nor an unsubscription', () => {
    const [firewall] = Object.values(edge.findResources('AWS::WAFv2::WebACL'))
    const groups = firewall?.Properties.Rules.flatMap(
      ({ Statement }: { Statement: { ManagedRuleGroupStatement?: { Name: string } } }) =>
        Statement.ManagedRuleGroupStatement ?? [],
    )
    expect(groups.map(({ Name }: { Name: string }) => Name)).toEqual(Object.keys(readsBodies))
    for (const { Name, RuleActionOverrides } of groups) {
      const counted = [readsBodies, readsLongAddresses, readsUserAgents].flatMap((rules) => rules[Name] ?? [])
      const expected = counted.map((rule) => ({ Name: rule, ActionToUse: { Count: {} } }))
      const blocked = { Block: { CustomResponse: { ResponseCode: 403, CustomResponseBodyKey: 'words-403' } } }
      const others = RuleActionOverrides.filter(({ Name: rule }: { Name: string }) => !counted.includes(rule))
      expect(RuleActionOverrides).toHaveLength(expected.length + others.length)
      expect(RuleActionOverrides).toEqual(expect.arrayContaining(expected))
      expect(others).not.toEqual([])
      for (const { ActionToUse } of others) expect(ActionToUse).toEqual(blocked)
    }
  })

  it('has a firewall that says no in words, with the number to call', () => {
    const [firewall] = Object.values(edge.findResources('AWS::WAFv2::WebACL'))
    const { CustomResponseBodies: bodies, Rules: rules } = firewall?.Properties ?? {}
    const { Block } = rules.find(({ Name }: { Name: string }) => Name === 'TooMuch').Action
    expect(Block.CustomResponse).toEqual({ ResponseCode: 429, CustomResponseBodyKey: 'words-429' })
    expect(Object.keys(bodies)).toEqual(['words-403', 'words-429'])
    for (const { Content, ContentType } of Object.values<{ Content: string; ContentType: string }>(bodies)) {
      expect(ContentType).toBe('TEXT_HTML')
      expect(Buffer.byteLength(Content)).toBeLessThan(4096) // WAF Developer Guide, quotas.
      for (const { place, phone } of receivingNetworks)
        expect(Content).toContain(`${place} <a href="${phoneHref(phone)}">${phone}</a>`)
      expect(Content).toContain('Er is niets verstuurd.')
      expect(Content).toMatch(/^<!doctype html><html lang="nl-BE">.*<title>.+<h1>/)
    }
  })

  it('has a firewall that keeps no sample of a request: an address can hold a link token', () => {
    const [firewall] = Object.values(edge.findResources('AWS::WAFv2::WebACL'))
    expect(firewall?.Properties.Scope).toBe('CLOUDFRONT')
    const sampled = JSON.stringify(firewall?.Properties).match(/"SampledRequestsEnabled":\w+/g)
    expect(new Set(sampled)).toEqual(new Set(['"SampledRequestsEnabled":false']))
    expect(config.Logging).toBeUndefined()
  })
})
