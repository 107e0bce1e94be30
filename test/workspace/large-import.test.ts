/** A list that was pasted and is not right comes back to be mended, as far as an answer has room for it: 6 MB as JSON. */
import { beforeAll, expect, it } from 'vitest'
import { putEvent } from '../support/events.ts'
import { wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const future = { start: '2027-06-08T07:30:00.000Z', einde: '2027-06-08T10:00:00.000Z', deadline: '2027-05-21' }
const largestAnswer = 6 * 1024 * 1024
const largestBody = 3 * 1024 * 1024

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace()
})

/** Sends a body as it is: what a browser would write as three characters is one here. */
async function send(csv: string) {
  const { slug } = await putEvent(work.connection, { ...future, network: 'aalst' })
  const organiser = await work.as('Organisator')
  const response = await organiser.send(`/werkruimte/activiteiten/${slug}/importeren`, {
    method: 'POST',
    headers: { origin: work.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: `csv=${csv}`,
  })
  return { status: response.status, html: await response.text() }
}
const filled = (text: string) => text.repeat(Math.floor((largestBody - 100) / text.length))

it.each([
  ['quotes', filled('"')],
  ['apostrophes', filled("'")],
  ['what begins a tag', filled('<')],
  ['control characters', filled('\u0001')],
  ['quotes among letters', filled('a"b"c')],
])('%s', { timeout: 60_000 }, async (_, csv) => {
  const { status, html } = await send(csv)
  expect(status).toBe(422)
  expect(Buffer.byteLength(JSON.stringify(html))).toBeLessThan(largestAnswer)
  expect(wordsIn(html)).toContain('Uw lijst is te lang om hier opnieuw te tonen.')
})

it('a long list of people with one mistake comes back whole', { timeout: 60_000 }, async () => {
  const people = Array.from({ length: 9_999 }, (_, at) => `"Noor Voorbeeld";"CAW Voorbeeld";"noor${at}@caw.example"`)
  const { status, html } = await send(['naam;organisatie;e-mail', ...people, 'Sam;OCMW;sam'].join('%0A'))
  expect(status).toBe(200)
  expect(wordsIn(html)).toContain('9.999 goed, 1 om na te kijken')
  expect(html).toContain('noor9998@caw.example')
  expect(wordsIn(html)).not.toContain('te lang')
})
