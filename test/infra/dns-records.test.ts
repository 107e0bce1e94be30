/** What belongs in DNS: said by the mail stack, printed by the commands. */
import { expect, it } from 'vitest'
import { dnsLines } from '../../infra/dns-records.ts'
import { synthesise } from './synth.ts'

const mail = synthesise().template('mail')
const [identity = ''] = Object.keys(mail.findResources('AWS::SES::EmailIdentity'))

it('the outputs name every record: DKIM, MAIL FROM, SPF, DMARC, and where answers come in', () => {
  const made = (what: string) => ({ 'Fn::GetAtt': [identity, what] })
  const dkim = [1, 2, 3].map((nth) => [
    `DnsDkim${nth}`,
    { Value: { 'Fn::Join': ['', [made(`DkimDNSTokenName${nth}`), '  CNAME  ', made(`DkimDNSTokenValue${nth}`)]] } },
  ])
  expect(mail.toJSON().Outputs).toMatchObject({
    ...Object.fromEntries(dkim),
    DnsInbound: { Value: 'mail.loket-dev.example.be  MX  10 inbound-smtp.eu-west-1.amazonaws.com' },
    DnsMailFrom: { Value: 'bounce.mail.loket-dev.example.be  MX  10 feedback-smtp.eu-west-1.amazonses.com' },
    DnsSpf: { Value: 'bounce.mail.loket-dev.example.be  TXT  "v=spf1 include:amazonses.com -all"' },
    DnsDmarc: {
      Value: expect.stringMatching(/^_dmarc\.mail\.loket-dev\.example\.be {2}TXT {2}"v=DMARC1; p=reject; /),
    },
  })
})

it('the commands print these, and nothing else of what the stack says', () => {
  const names = Object.keys(mail.toJSON().Outputs)
  const records = ['DnsDkim1', 'DnsDkim2', 'DnsDkim3', 'DnsDmarc', 'DnsInbound', 'DnsMailFrom', 'DnsSpf']
  expect(names.length).toBeGreaterThan(records.length)
  expect(dnsLines(Object.fromEntries(names.map((name) => [name, name])))).toEqual(records)
})
