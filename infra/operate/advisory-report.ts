/** What `npm audit --json` says, in a sentence. */
import * as z from 'zod'

const reportSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
})
/** Lower ones come with every week and are looked at with the updates. */
const serious = ['high', 'critical']

export function judge(output: string): { words: string; failed: boolean } {
  const report = reportSchema.safeParse(parseJson(output))
  if (!report.success) return { words: 'Advisories: not available, this registry has no list of them.', failed: false }
  const found = Object.entries(report.data.vulnerabilities)
    .filter(([, { severity }]) => serious.includes(severity))
    .map(([name]) => name)
  return found.length === 0
    ? { words: 'Advisories: nothing serious is known.', failed: false }
    : { words: `Advisories: serious in ${found.join(', ')}. See npm audit --omit=dev.`, failed: true }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
