import { region, type Stage } from '../stages.ts'

export interface DnsRecord {
  name: string
  type: 'CNAME' | 'MX' | 'TXT'
  value: string
}

/** What has to be in DNS before mail leaves and arrives: DKIM (RFC 6376), MAIL FROM with SPF (RFC 7208), DMARC (RFC 7489). */
export function dnsRecords({ mailDomain, alarmEmail }: Stage, dkimTokens: readonly string[]): DnsRecord[] {
  const bounce = `bounce.${mailDomain}`
  return [
    ...dkimTokens.map((token) => ({
      name: `${token}._domainkey.${mailDomain}`,
      type: 'CNAME' as const,
      value: `${token}.dkim.amazonses.com`,
    })),
    { name: bounce, type: 'MX', value: `10 feedback-smtp.${region}.amazonses.com` },
    { name: bounce, type: 'TXT', value: '"v=spf1 include:amazonses.com -all"' },
    // Strict alignment of DKIM; the domain sends nothing else, so whatever fails is not ours.
    {
      name: `_dmarc.${mailDomain}`,
      type: 'TXT',
      value: `"v=DMARC1; p=reject; adkim=s; aspf=r; rua=mailto:${alarmEmail}"`,
    },
  ]
}
