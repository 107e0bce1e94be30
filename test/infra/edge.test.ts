/** What the internet meets first. The emulator has no edge worth the name: what it must be is said here, of the template. */
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { stages } from '../../infra/stages.ts'
import { synthesise } from './synth.ts'

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

  it('keeps nothing that could be personal, and forwards cookies everywhere', () => {
    const disabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad' // AWS' own CachingDisabled.
    expect(config.DefaultCacheBehavior.CachePolicyId).toBe(disabled)
    for (const behaviour of [config.DefaultCacheBehavior, ...config.CacheBehaviors]) {
      expect(behaviour.OriginRequestPolicyId).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac') // All but Host.
      expect(behaviour.ViewerProtocolPolicy).toBe('redirect-to-https')
    }
    for (const { PathPattern } of config.CacheBehaviors) {
      expect(PathPattern).not.toMatch(/status|ontvangen|verder|uitnodiging|werkruimte|\/d\//)
    }
    const [policy] = Object.values(edge.findResources('AWS::CloudFront::CachePolicy'))
    expect(policy?.Properties.CachePolicyConfig).toMatchObject({ MinTTL: 0, DefaultTTL: 0 })
  })

  it('has a firewall that keeps no sample of a request: an address can hold a link token', () => {
    const [firewall] = Object.values(edge.findResources('AWS::WAFv2::WebACL'))
    expect(firewall?.Properties.Scope).toBe('CLOUDFRONT')
    const sampled = JSON.stringify(firewall?.Properties).match(/"SampledRequestsEnabled":\w+/g)
    expect(new Set(sampled)).toEqual(new Set(['"SampledRequestsEnabled":false']))
    expect(config.Logging).toBeUndefined()
  })
})
