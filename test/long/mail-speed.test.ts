/** Mail speed (docs/promises.md, "Mail"): 50 submissions a minute, 95 % handed to SES within 5 seconds of the POST. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { aanvraag, begin, fillIn } from '../support/lco.ts'
import { startLoket } from '../support/loket.ts'
import { createVisitor, locationOf } from '../support/visitor.ts'

const submissions = 50
const everyMs = 60_000 / submissions

it('50 aanvragen in een minuut: de bevestiging vertrekt binnen 5 seconden', async () => {
  const loket = await startLoket()
  try {
    const people = await Promise.all(
      Array.from({ length: submissions }, async (_, number) => {
        const visitor = createVisitor(loket.url, (request) => fetch(request))
        const email = `persoon${number}@dienst.example`
        const draft = await begin(visitor)
        await fillIn(visitor, draft, { changes: { gegevens: { ...aanvraag.gegevens, email } } })
        return { visitor, draft, email }
      }),
    )
    await wait(3_000) // Faster than a person can, the confirmations would be held.
    const posted = new Map<string, number>()
    for (const { visitor, draft, email } of people) {
      posted.set(email, Date.now())
      expect(locationOf(await visitor.post(`${draft}/controle`))).toContain('/ontvangen/')
      await wait(everyMs)
    }
    await wait(6_000)
    const confirmed = (await loket.mails()).filter(({ to }) => posted.has(to[0] ?? ''))
    const took = confirmed.map(({ to, at }) => Date.parse(at) - (posted.get(to[0] ?? '') ?? 0)).sort((a, b) => a - b)
    const at95 = took[Math.ceil(submissions * 0.95) - 1] ?? Number.POSITIVE_INFINITY
    process.stdout.write(`${took.length} confirmations, median ${took[submissions / 2]} ms, 95 % within ${at95} ms\n`)
    expect(took).toHaveLength(submissions)
    expect(at95).toBeLessThanOrEqual(5_000)
  } finally {
    await loket.stop()
  }
})
