/** Handing out a dossier and saying nothing else: from which states, by whom, and what follows when it is sent. */
import { describe, expect, it } from 'vitest'
import { findService } from '../../forms/index.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { handing } from '../../forms/kit/lifecycle/handing.ts'
import { handingStep } from '../../forms/kit/lifecycle/handing-step.ts'
import { toneOf } from '../../functions/workspace/state-tone.ts'
import { demoPerson } from '../support/content.ts'

const serviceNamed = (network: string, form: string) => {
  const service = findService(network, form)
  if (!service) throw new Error(`No form ${form} in ${network}`)
  return service
}
const lco = serviceNamed('aalst', 'lco-aanvraag')
const ota = serviceNamed('ota', 'aanmelding')
const coordinator = demoPerson('coordinator-aalst')

const dossier = (about: Partial<Dossier> = {}): Dossier => ({
  ...{ reference: 'LCO-7K3M-9QX2-4T', network: 'aalst', form: 'lco-aanvraag', state: 'ingediend', outcome: 'voldoet' },
  ...{ stateSince: '2026-11-23T09:00:00.000Z', receivedAt: '2026-11-23T09:00:00.000Z', answerBefore: '2026-11-30' },
  ...{ doubtful: [], suspect: false, revision: 3, planned: [], related: [], origin: 'o', linkVersion: 1, trend: {} },
  ...about,
})
const held = { state: 'toegewezen', holder: 'casemanager-aalst' }

describe('wat uit de lijst toegewezen wordt', () => {
  it.each<[string, Partial<Dossier>, string | undefined]>([
    ['nieuw', {}, 'toewijzen'],
    ['wacht, van niemand', { state: 'wacht_op_aanvrager' }, 'toewijzen'],
    ['wacht, van iemand', { state: 'wacht_op_aanvrager', holder: 'casemanager-aalst' }, 'andere_casemanager'],
    ['toegewezen', held, 'andere_casemanager'],
    ['verdacht', { suspect: true }, undefined],
    ['gesloten', { state: 'afgesloten', holder: 'casemanager-aalst' }, undefined],
    ['in een stand die niemand kent', { state: 'weg' }, undefined],
    // It acts at once then, so it is not done by the way.
    ['met een plan', { ...held, actionPlan: { phase: 'agreed' } as never }, undefined],
  ])('%s', (_, about, action) => {
    expect(handing(lco, dossier(about), coordinator)?.action).toBe(action)
  })

  it('niet door wie dat niet mag', () => {
    expect(handing(lco, dossier(), demoPerson('casemanager-aalst'))).toBeUndefined()
  })
})

describe('wat er volgt', () => {
  const step = (
    about: Partial<Dossier>,
    sent: { revision?: string; holder?: string },
    history: readonly object[] = [],
  ) =>
    handingStep({
      ...{ service: lco, dossier: dossier(about), history: history as never, person: coordinator },
      sent: { revision: '3', holder: '', ...sent },
      to: 'casemanager-aalst-2',
    })
  const line = {
    at: '2026-11-23T10:00:00.000Z',
    who: 'coordinator-aalst',
    what: 'toewijzen',
    person: 'casemanager-aalst-2',
  }

  it.each<[string, ReturnType<typeof step>, object]>([
    ['zoals het was', step({}, {}), { kind: 'make' }],
    ['een ander was eerst', step(held, { revision: '2' }), { kind: 'changed', takenBy: 'casemanager-aalst' }],
    ['iets anders veranderde', step({}, { revision: '2' }), { kind: 'changed', takenBy: undefined }],
    ['geen getal', step({}, { revision: 'x' }), { kind: 'changed', takenBy: undefined }],
    [
      'een tweede druk',
      step({ state: 'toegewezen', holder: 'casemanager-aalst-2' }, { revision: '2' }, [line]),
      { kind: 'done' },
    ],
    [
      'van een ander, die hetzelfde deed',
      step({ state: 'toegewezen', holder: 'casemanager-aalst-2' }, { revision: '2' }, [{ ...line, who: 'iemand' }]),
      { kind: 'changed', takenBy: 'casemanager-aalst-2' },
    ],
    ['die heeft het al', step({ state: 'toegewezen', holder: 'casemanager-aalst-2' }, {}), { kind: 'theirs' }],
    ['verdacht', step({ suspect: true }, {}), { kind: 'impossible' }],
  ])('%s', (_, found, expected) => {
    expect(found).toMatchObject(expected)
  })
})

it.each([
  [lco, 'ingediend', undefined],
  [lco, 'wacht_op_aanvrager', 'wait'],
  [lco, 'toegewezen', undefined],
  [lco, 'overleg_gepland', 'ok'],
  [lco, 'in_opvolging', undefined],
  [lco, 'afgesloten', 'shut'],
  [ota, 'start_overleg', 'ok'],
  [ota, 'geagendeerd', undefined],
] as const)('de kleur van een stand volgt uit de tabel (%#)', ({ form: { lifecycle } }, name, tone) => {
  const state = lifecycle.states.find((one) => one.name === name)
  expect([name, state && toneOf(lifecycle, state)]).toEqual([name, tone])
})
