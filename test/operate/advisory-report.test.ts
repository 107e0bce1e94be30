import { expect, it } from 'vitest'
import { judge } from '../../infra/operate/advisory-report.ts'

const report = (vulnerabilities: Record<string, string>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(vulnerabilities).map(([name, severity]) => [name, { severity }]),
    ),
  })

it.each([
  ['nothing', report({}), 'Advisories: nothing serious is known.', false],
  ['something small', report({ hono: 'moderate', zod: 'low' }), 'Advisories: nothing serious is known.', false],
  [
    'something serious',
    report({ hono: 'high', zod: 'low', jose: 'critical' }),
    'Advisories: serious in hono, jose. See npm audit --omit=dev.',
    true,
  ],
  [
    'a registry without the list',
    '{"message":"404 Not Found","error":{"summary":"","detail":""}}',
    'Advisories: not available, this registry has no list of them.',
    false,
  ],
  ['no network', '', 'Advisories: not available, this registry has no list of them.', false],
])('%s', (_, output, words, failed) => expect(judge(output)).toEqual({ words, failed }))
