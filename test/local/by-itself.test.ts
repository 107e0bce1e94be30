/** The whole local Loket: mail that comes back, and what comes by the clock, in one visit to `/_local/clock`. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openVraag, referenceIn, vraagPath } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { createVisitor, locationOf } from '../support/visitor.ts'

const monday = '2026-11-23T09:00:00.000Z'
const triage = 'aanvragen@lco-aalst.example'
const deputy = 'plaatsvervanger@lco-aalst.example'

let loket: RunningLoket
beforeAll(async () => {
  loket = await startLoket({ now: monday })
})
afterAll(() => loket.stop())

/** Asks a question and gives its reference; the clock is where it was, and a minute. */
async function asked(email: string): Promise<string> {
  const visitor = createVisitor(loket.url, (request) => fetch(request))
  const fields = await openVraag(visitor, { email })
  await forward(60)
  const receipt = await visitor.get(locationOf(await visitor.post(vraagPath, fields)))
  return referenceIn(await receipt.text()) ?? ''
}
const now = async () => new Date((await (await fetch(`${loket.url}/_local/clock`)).json()).now)
const forward = async (seconds: number) =>
  loket.setClock(new Date((await now()).getTime() + seconds * 1000).toISOString())
const about = async (reference: string) =>
  (await loket.mails())
    .filter(({ subject }) => subject.includes(reference))
    .map(({ at, to, subject }) => ({ at, line: `${to} ${subject.replace(` · ${reference}`, '')}` }))
const lines = async (reference: string) => (await about(reference)).map(({ line }) => line).sort()

it.each([
  ['bounce@dienst.example', [`${triage} Niet aangekomen`]],
  ['klacht@dienst.example', [`${triage} Ongewenst`]],
  ['afwezig@dienst.example', []],
  ['noor@dienst.example', []],
])('%s: wie moet bellen, hoort het zodra de klok stil is', async (email, told) => {
  const reference = await asked(email)
  await forward(1)
  const usual = [`${triage} Nieuwe vraag`, `${email} Uw vraag is ontvangen`]
  expect(await lines(reference)).toEqual([...usual, ...told].sort())
  await forward(60)
  expect(await lines(reference)).toHaveLength(usual.length + told.length)
  const letters = (await loket.mails()).filter(({ to, subject }) => to.includes(triage) && subject.includes(reference))
  for (const { text, html } of letters) expect(text + html).not.toContain(email)
})

it('de klok springt zeven maanden: alles wat moest, kwam één keer, op zijn eigen uur', async () => {
  const reference = await asked('noor@dienst.example')
  await loket.setClock('2027-06-23T09:00:00Z')
  const came = (await about(reference)).slice(2).map(({ at, line }) => `${at.slice(0, 16)} ${line}`)
  const undone = 'coordinator@lco-aalst.example Een dossier blijft liggen'
  expect(came).toEqual([
    `2026-11-25T08:00 ${deputy} Nog niet geopend`,
    `2026-12-01T08:00 ${triage} De dag is voorbij`,
    // Three working days later, and then every fifteen.
    ...['2026-12-04T08', '2026-12-28T08', '2027-01-19T08', '2027-02-09T08', '2027-03-02T08', '2027-03-23T08'].map(
      (hour) => `${hour}:00 ${undone}`,
    ),
    ...['2027-04-14T07', '2027-05-05T07', '2027-05-28T07', '2027-06-18T07'].map((hour) => `${hour}:00 ${undone}`),
  ])
  await forward(3600)
  expect((await about(reference)).slice(2)).toHaveLength(came.length)
  expect(loket.output()).not.toMatch(/"level":"ERROR"|In the background/)
})
