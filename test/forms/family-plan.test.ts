/** A form has an overleg and a plan by data alone: written in under a hundred lines, it goes the whole road (docs/add-a-form.md). */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { registry } from '../../forms/index.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { type Decision, decide, movesFor } from '../../forms/kit/lifecycle/move.ts'
import { submit } from '../../forms/kit/lifecycle/submit.ts'
import { fix, hold, saveMoments } from '../../forms/kit/overleg/decide.ts'
import { type Details, noDetails } from '../../forms/kit/overleg/details.ts'
import { newOverleg, ofDossier } from '../../forms/kit/overleg/of-dossier.ts'
import type { Overleg } from '../../forms/kit/overleg/overleg.ts'
import { saveTable } from '../../forms/kit/overleg/save-table.ts'
import { begunPlan } from '../../forms/kit/plan/action-plan.ts'
import { evaluate } from '../../forms/kit/plan/evaluate.ts'
import { freeze } from '../../forms/kit/plan/freeze.ts'
import { planOfDossier } from '../../forms/kit/plan/of-plan.ts'
import type { PlanDecision, PlanNow } from '../../forms/kit/plan/plan-decision.ts'
import { gapsIn } from '../../forms/kit/plan/plan-gaps.ts'
import { noPlanTexts } from '../../forms/kit/plan/plan-texts.ts'
import { suggestedPlan } from '../../forms/kit/plan/prefill-plan.ts'
import { writePlan } from '../../forms/kit/plan/write-plan.ts'
import { problemsOf } from '../../forms/kit/problems/problems.ts'
import { zottegem } from '../../forms/networks/zottegem.ts'
import { demoContent } from '../support/content.ts'
import { openDays } from '../support/open-days.ts'
import { rowAt } from '../support/overleg-tables.ts'
import { familyPlan } from './family-plan.ts'

const file = 'test/forms/family-plan.ts'
const settings = { criteria: [], answerWithinWorkingDays: 5 }
const service: Service = { network: zottegem, form: familyPlan, settings, pages: familyPlan.pages }
const content = demoContent('zottegem')
const coordinator = content.people.find(({ role }) => role === 'coordinator')
if (!coordinator) throw new Error('Zottegem has no coordinator')
const by = coordinator
const has = familyPlan.plan
if (!has) throw new Error('The form has no plan')

const answers = { wens: 'Rust in huis, en samen eten.', zelf: 'De kinderen op tijd naar bed.' }
const monday = new Date('2027-03-01T09:00:00Z')
const held = new Date('2027-03-09T15:00:00Z')
const evaluated = new Date('2027-05-10T09:00:00Z')

function moved(decision: Decision): Dossier {
  if (decision.kind === 'refused') throw new Error(`Refused: ${decision.reason}`)
  return decision.dossier
}

const submitted = () =>
  submit({
    ...{
      service,
      days: openDays(),
      answers,
      now: monday,
      suspect: false,
      origin: 'test',
      reference: 'GZT-7K3M-9QX2-4T',
    },
    judgement: { outcome: 'voldoet', unmet: [], doubtful: [] },
  }).dossier

/** A client, and a service on mail. */
const rows = [
  rowAt({ wie: 'client', bereik: 'brief' }, 0),
  rowAt({ wie: 'spilfiguur', dienst: 'OCMW Voorbeeld', email: 'sam@ocmw.example' }, 1),
]

interface AtTable {
  dossier: Dossier
  overleg: Overleg
  details: Details
}

/** Assigned, at the table, fixed and held: each move of the dossier is the one its data names. */
function afterOverleg(): AtTable {
  const person = content.people.find(({ role }) => role === 'casemanager')?.id ?? by.id
  const assigned = moved(decide(service, content, submitted(), { action: 'toewijzen', by, person }, monday))
  const begun = newOverleg(service, assigned)
  if (!begun) throw new Error('The form has no overleg')
  let given = 0
  const act = { by: by.id, now: monday, days: openDays() }
  const table = saveTable(
    { overleg: begun, details: noDetails, addresses: new Map(), declined: [] },
    {
      ...act,
      input: { rows, speaksFreely: 'nee', consent: { on: '2027-03-01', how: 'zelf' } },
      ...{ withClient: true, applicant: undefined, newId: () => `p${given++}` },
    },
  )
  const span = { at: 0, start: '2027-03-09T13:00:00.000Z', end: '2027-03-09T14:30:00.000Z', suitsClient: true }
  const said = new Map()
  const moments = saveMoments(
    { ...table, said },
    { rows: [span], discussedOn: '2027-03-01', clientDeclines: false },
    act,
  )
  if (moments.kind === 'refused') throw new Error(moments.reason)
  const practical = { vorm: 'fysiek', tolk: 'niet_nodig', place: 'Zaal 1', onlineLink: '' } as const
  const fixed = fix({ ...moments, said }, 'm1', practical, act)
  if (fixed.kind === 'refused') throw new Error(fixed.reason)
  const planned = ofDossier(fixed, { service, content, dossier: assigned, by, now: monday })
  const there = moved(planned?.decision ?? { kind: 'refused', reason: 'not-now' })
  expect(there).toMatchObject({ state: 'tafel_gepland', nextOn: '2027-03-09' })
  const present = { p0: 'aanwezig', p1: 'aanwezig' } as const
  const minutes = hold({ ...fixed, said }, { present, decisions: '' }, { by: by.id, now: held, days: openDays() })
  if (minutes.kind === 'refused') throw new Error(minutes.reason)
  const over = ofDossier(minutes, { service, content, dossier: there, by, now: held, answers: { explained: true } })
  return { ...minutes, dossier: moved(over?.decision ?? { kind: 'refused', reason: 'not-now' }) }
}

function decided(decision: PlanDecision) {
  if (decision.kind === 'refused') throw new Error(`Refused: ${decision.reason}`)
  return decision
}

describe('een formulier met een overleg en een plan', () => {
  it('past op minder dan honderd lijnen, en Loket start ermee', () => {
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(100)
    expect(problemsOf({ ...registry, forms: { ...registry.forms, [file]: familyPlan } })).toEqual([])
  })

  it('gaat de hele weg: aan tafel, geschreven, vastgelegd, geëvalueerd en afgesloten', () => {
    const { dossier, overleg, details } = afterOverleg()
    expect([dossier.state, dossier.overleg?.state]).toEqual(['tafel_gehouden', 'gehouden'])
    // What its plan makes has no button any more.
    expect(movesFor(service, dossier, by).map(({ action }) => action)).not.toContain('plan_loopt')

    const { goals, texts } = suggestedPlan(has, answers)
    expect([goals, texts.gezin?.doel]).toEqual([[{ domein: 'gezin', wanneer: 'eerst' }], answers.wens])
    const about = { reference: dossier.reference, network: 'zottegem', form: familyPlan.slug, overleg: overleg.number }
    const begun: PlanNow = {
      ...{ overleg, details, said: new Map(), plan: begunPlan({ ...about, goals }) },
      texts: { ...noPlanTexts, goals: texts },
    }
    const at = { by: by.id, now: held, days: openDays() }
    const written = decided(
      writePlan(
        begun,
        {
          goals: goals.map((goal) => ({ ...goal, texts: { goed: '', minder_goed: '', doel: answers.wens } })),
          afspraken: [
            { wat: 'Samen eten op zondag', wie: 'p0', waarom: 'gezin', tegen: '2027-03-21' },
            { wat: 'De sociale dienst bellen', wie: 'p1', waarom: 'gezin' },
          ],
          evaluationOn: '2027-05-10',
        },
        at,
      ),
    )
    const evaluation = { from: '2027-03-10', until: '2027-06-09' }
    expect(gapsIn({ ...written, overleg, has, evaluation })).toEqual([])
    const agreement = { agreed: [{ client: 'p0', on: '2027-03-09', how: 'zelf' as const }], disagreed: {} }
    const agreed = decided(freeze({ ...begun, ...written }, { ...agreement, whole: [], reasons: [] }, true, at))
    const runs = planOfDossier(agreed, { service, content, dossier, by, now: held })
    const running = moved(runs?.decision ?? { kind: 'refused', reason: 'not-now' })
    expect(running).toMatchObject({
      ...{ state: 'plan_loopt', nextOn: '2027-05-10' },
      actionPlan: { state: 'loopt', version: '01' },
    })
    expect(agreed.mails.put.filter(({ dueAt }) => !dueAt).map(({ mailId }) => mailId)).toEqual(['ronde-plan-klaar-01'])

    const looked = decided(
      evaluate(
        { ...begun, ...agreed, agreedTexts: agreed.texts },
        {
          ...{ gelukt: 'We eten samen.', drempels: ['geen'], discussedOn: '2027-05-10', next: 'afsluiten' },
          outcomes: { a1: 'gelukt', a2: 'deels' },
        },
        { by: by.id, now: evaluated, days: openDays() },
      ),
    )
    const ends = planOfDossier(looked, {
      ...{ service, content, dossier: running, by, now: evaluated },
      answers: { drempels: ['geen'] },
    })
    const closed = moved(ends?.decision ?? { kind: 'refused', reason: 'not-now' })
    const ended = 'afgesloten'
    expect([closed.state, looked.plan.state, closed.actionPlan?.state]).toEqual([ended, ended, ended])
  })
})
