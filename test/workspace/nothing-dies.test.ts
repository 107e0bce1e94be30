/**
 * Nothing dies silently (docs/decisions/021): every open state of every form of every network, each reached by its own moves, and then
 * nobody does anything for half a year. Whatever was promised, nobody of staff goes thirty days without hearing of it.
 */
import { beforeAll, expect, it } from 'vitest'
import { networkForms, networks } from '../../forms/index.ts'
import { openStates, stateOf } from '../../forms/kit/lifecycle/lifecycle.ts'
import { addDays, brusselsDate, nineOn } from '../../forms/kit/time.ts'
import { dossierOf } from '../support/dossier.ts'
import { fileNew, intoState } from '../support/into-state.ts'
import { type Left, mailingFor } from '../support/staff-mail.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const longest = 30
const walked = 185

/** Every open state, by names from the registry: none can be forgotten. */
const cases = networks.flatMap((network) =>
  networkForms(network).flatMap((service) =>
    openStates(service.form.lifecycle).map((state) => ({
      service,
      state,
      name: `${network.slug} ${service.form.slug} ${state}`,
    })),
  ),
)

let work: TestWorkspace
let mailing: ReturnType<typeof mailingFor>
/** By name of the case: its dossier, and the day from which its silence counts: of the last deed, or what was promised after it. */
const found = new Map<string, { reference: string; since: string; from: string }>()

beforeAll(async () => {
  work = await startTestWorkspace({ now: new Date('2027-03-01T09:00:00Z') })
  mailing = mailingFor(work)
  const passTo = (instant: Date) => mailing.passTo(instant)
  const note = async (name: string, reference: string) => {
    const today = brusselsDate(work.clock.now)
    const { nextOn = today } = await dossierOf(work, reference)
    found.set(name, { reference, since: work.clock.now.toISOString(), from: nextOn > today ? nextOn : today })
  }
  for (const { service, state, name } of cases) await note(name, await intoState({ work, passTo }, service, state))
  for (const { service, name } of cases.filter(
    ({ service: { form }, state }) => form.lifecycle.states[0]?.name === state,
  ))
    await note(`${name} verdacht`, await fileNew({ work }, service, {}, true))
  await mailing.passTo(nineOn(addDays(brusselsDate(work.clock.now), walked)))
}, 300_000)

/** The longest stretch of days in which nobody of staff heard of it, from the day it was promised by until the end of the walk. */
function silentDays(
  { reference, since, from }: NonNullable<ReturnType<typeof found.get>>,
  heard: (mail: Left) => boolean = () => true,
) {
  const days = mailing
    .toStaff(reference, since)
    .filter(heard)
    .map(({ at }) => brusselsDate(new Date(at)))
    .filter((day) => day >= from)
  const all = [from, ...days, brusselsDate(work.clock.now)]
  return Math.max(...all.slice(1).map((day, index) => (Date.parse(day) - Date.parse(all[index] ?? day)) / 86_400_000))
}

const followUps = ['De dag is voorbij', 'Een dossier blijft liggen', 'Kijk een verdachte aanvraag na']

it('loopt langs meer dan de standen van één formulier', () => {
  expect(new Set(cases.map(({ service }) => service.form.slug)).size).toBeGreaterThan(4)
  expect(found.size).toBeGreaterThan(cases.length)
})

it.each(cases)('$name: geen dertig dagen hoort niemand er iets van', async ({ name, service, state }) => {
  const one = found.get(name)
  if (!one) throw new Error(`${name} was not walked`)
  // A dossier that others moved on meanwhile would prove nothing.
  expect((await dossierOf(work, one.reference)).state).toBe(state)
  expect(silentDays(one)).toBeLessThanOrEqual(longest)
  expect(stateOf(service.form.lifecycle, state).closed).toBeUndefined()
})

it.each(cases)('$name: zonder het vervolg wel (controle)', ({ name }) => {
  const one = found.get(name)
  if (!one) throw new Error(`${name} was not walked`)
  expect(silentDays(one, ({ subject }) => !followUps.includes(subject))).toBeGreaterThan(longest)
})

it('een verdachte aanvraag: alleen de coördinatoren, en nooit als een gewone', () => {
  const suspects = [...found].filter(([name]) => name.endsWith('verdacht'))
  expect(suspects.length).toBeGreaterThan(4)
  for (const [, one] of suspects) {
    expect(silentDays(one)).toBeLessThanOrEqual(longest)
    const heard = mailing.toStaff(one.reference, one.since)
    expect(new Set(heard.map(({ subject }) => subject))).toEqual(
      new Set(['Kijk een verdachte aanvraag na', 'Nieuwe aanvraag'].slice(0, 1)),
    )
    for (const { to } of heard) expect(to).not.toMatch(/^(plaatsvervanger|coordinator)/)
  }
})
