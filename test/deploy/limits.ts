/**
 * What the emulator cannot show, each with where it is held to instead. test:deploy names and counts these lines at its
 * end; docs/deploy-emulator.md tells more of each. Take a line out when the emulator learns it.
 */
export const limits: readonly { what: string; instead: string }[] = [
  {
    what: 'roles: IAM lets a function do what its policy says and nothing else',
    instead:
      'every call the journeys make is compared with the policies here; test/infra/rights.test.ts; docs/rights.md',
  },
  { what: 'RETAIN, deletion protection, termination protection', instead: 'test/infra/stacks.test.ts' },
  {
    what: 'stream consumer: partial batches, bisecting, giving up to the failure queue',
    instead: 'test/mailer/handler.test.ts, test/infra/stacks.test.ts',
  },
  {
    what: 'point-in-time recovery and deletion by time to live',
    instead: 'test/infra/stacks.test.ts; docs/operate.md, restore drill',
  },
  {
    what: 'throttling of the API and reserved concurrency',
    instead: 'test/infra/stacks.test.ts, test/infra/operations.test.ts',
  },
  {
    what: 'CloudFront, WAF and certificate at work: caching, blocking, waiting for the record in DNS, renewing',
    instead: 'test/infra/edge.test.ts, cfn-lint',
  },
  { what: 'alarms that ring and the mail they send', instead: 'test/infra/operations.test.ts' },
  {
    what: 'headers of a mail, TLS to the receiver, DKIM, bounces by SES itself',
    instead: 'test/mailer/mime.test.ts, test/mailer/ses.test.ts',
  },
  {
    what: 'mail that comes in: MX, receipt rules, verdicts (AWS::SES::ReceiptRuleSet and AWS::SES::ReceiptRule are taken, and nothing made of them)',
    instead: 'test/infra/stacks.test.ts, test/infra/rights.test.ts, test/forms/calendar-reply.test.ts, test/inbound/',
  },
  { what: 'the second factor at the sign-in page of Cognito', instead: 'test/infra/stacks.test.ts' },
  {
    what: 'managed login of Cognito: its pages, and asking again at prompt=login (AWS::Cognito::ManagedLoginBranding is taken, and nothing made of it)',
    instead: 'test/infra/stacks.test.ts, test/workspace/session.test.ts',
  },
  {
    what: 'rotation and key policies of KMS, encryption at rest',
    instead: 'test/infra/stacks.test.ts, test/infra/rights.test.ts',
  },
  { what: 'cold starts on ARM in 1024 MB', instead: 'npm run bench, as ratios' },
]
