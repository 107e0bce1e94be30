/**
 * What has to be in DNS before mail leaves and arrives: DKIM (RFC 6376), MAIL FROM with SPF (RFC 7208), DMARC (RFC 7489).
 * The mail stack puts it in its outputs, a line each; whoever wants to show it reads it there.
 */
import { region, type Stage } from './stages.ts'

/** Bounces come back here: SES wants a domain of its own for it, below the one mail comes from. */
export const bounceDomain = ({ mailDomain }: Pick<Stage, 'mailDomain'>): string => `bounce.${mailDomain}`

/** A name in DNS that SES made up, and what must stand there. */
interface DkimRecord {
  name: string
  value: string
}

/** Where SES takes mail in (SES endpoints, "Email receiving"). */
export const inboundServer = `inbound-smtp.${region}.amazonaws.com`

/** Each record by the name of its output: "<name>  <type>  <value>", as one types it in. */
export function dnsOutputs(
  stage: Pick<Stage, 'mailDomain' | 'alarmEmail'>,
  dkim: readonly DkimRecord[],
): Record<string, string> {
  const bounce = bounceDomain(stage)
  return {
    ...Object.fromEntries(dkim.map(({ name, value }, index) => [`DnsDkim${index + 1}`, `${name}  CNAME  ${value}`])),
    // What a calendar answers comes in here; nothing else of the domain is a mailbox.
    DnsInbound: `${stage.mailDomain}  MX  10 ${inboundServer}`,
    DnsMailFrom: `${bounce}  MX  10 feedback-smtp.${region}.amazonses.com`,
    DnsSpf: `${bounce}  TXT  "v=spf1 include:amazonses.com -all"`,
    // Strict alignment of DKIM; the domain sends nothing else, so whatever fails is not ours.
    DnsDmarc: `_dmarc.${stage.mailDomain}  TXT  "v=DMARC1; p=reject; adkim=s; aspf=r; rua=mailto:${stage.alarmEmail}"`,
  }
}

/** The records among the outputs of the mail stack. */
export const dnsLines = (outputs: Readonly<Record<string, string>>): string[] =>
  Object.keys(outputs)
    .filter((name) => name.startsWith('Dns'))
    .sort()
    .map((name) => outputs[name] ?? '')
