/** What follows when somebody sends the page of a move, decided without HTTP. */
import { expect, it } from 'vitest'
import { findService } from '../../forms/index.ts'
import type { Person } from '../../forms/kit/content.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import type { Move } from '../../forms/kit/lifecycle/lifecycle.ts'
import { type MoveStep, moveStep, type SentMove } from '../../forms/kit/lifecycle/move-step.ts'
import { openDays } from '../support/open-days.ts'
import type { Fields } from '../support/visitor.ts'

const now = new Date('2027-03-02T10:00:00Z')
const found = findService('aalst', 'lco-aanvraag')
if (!found) throw new Error('Aalst has no LCO')
const service = found

const somebody = {
  name: 'Noor Voorbeeld',
  employer: 'CAW Voorbeeld',
  email: 'noor@caw.example',
  phone: '053 00 00 00',
}
const coordinator: Person = { ...somebody, id: 'coordinator', role: 'coordinator' }
const casemanager: Person = { ...somebody, id: 'casemanager', role: 'casemanager' }

const state = service.form.lifecycle.states[0]?.name ?? ''
const dossier = { state, revision: 5, suspect: false, related: [] } as unknown as Dossier
const move: Move = { action: 'nota', label: 'Nota', from: [state], to: state, by: ['coordinator'] }
const page: SentMove['page'] = {
  ...{ slug: 'nota', title: 'Nota' },
  questions: [{ kind: 'longText', name: 'toelichting', label: 'Toelichting', error: 'Schrijf waarom' }],
}
const filled: Fields = { revision: '5', bij: '', toelichting: 'Omdat het zo is.' }
const line = { at: '2027-03-02T09:59:00.000Z', who: 'coordinator', what: 'nota' }
const later = { ...line, at: '2027-03-02T09:59:30.000Z' }

type Given = Partial<Omit<SentMove, 'typed'>> & { typed?: Fields }

const step = ({ typed = filled, ...changes }: Given): MoveStep =>
  moveStep({
    ...{ service, dossier, history: [], move, page, person: coordinator, mayOpen: true, days: openDays(), now },
    typed: new Map(Object.entries(typed).map(([name, value]) => [name, [String(value)]])),
    ...changes,
  })

const held = { ...dossier, holder: 'casemanager' }
const asksNothing = { ...page, questions: [] }
const after = { ...dossier, revision: 6 }
const afterwards = { ...dossier, revision: 7 }

it.each<[string, Given, object]>([
  ['gemaakt', {}, { kind: 'make', command: { action: 'nota', by: coordinator, explained: true } }],
  ['iets vergeten', { typed: { ...filled, toelichting: '' } }, { kind: 'mend' }],
  ['in een andere stand', { move: { ...move, from: [] } }, { kind: 'refused', refusal: 'not-now' }],
  ['door een ander', { person: casemanager }, { kind: 'refused', refusal: 'not-you' }],
  ['geweigerd gaat voor vergeten', { person: casemanager, typed: { revision: '5' } }, { kind: 'refused' }],
  ['wie het niet mag openen', { mayOpen: false }, { kind: 'hidden' }],
  ['twee keer geklikt', { dossier: after, history: [line] }, { kind: 'done' }],
  ['en het intussen weggaf', { dossier: after, history: [line], mayOpen: false }, { kind: 'done' }],
  [
    'twee keer, en iemand mailde opnieuw',
    { dossier: after, history: [line, { ...later, mail: 'm' }] },
    { kind: 'done' },
  ],
  ['hetzelfde, door een collega', { dossier: after, history: [{ ...line, who: 'ander' }] }, { kind: 'again' }],
  ['hetzelfde, maar al eerder', { dossier: afterwards, history: [line] }, { kind: 'again' }],
  ['intussen veranderd', { dossier: after }, { kind: 'again' }],
  ['intussen veranderd, nog niets ingevuld', { dossier: after, typed: { revision: '5', bij: '' } }, { kind: 'again' }],
  ['veranderd, en niets te vragen', { dossier: after, page: asksNothing }, { kind: 'changed', takenBy: undefined }],
  ['veranderd, en het mag niet meer', { dossier: after, person: casemanager }, { kind: 'changed', takenBy: undefined }],
  ['intussen genomen', { dossier: { ...held, revision: 6 } }, { kind: 'changed', takenBy: 'casemanager' }],
  [
    'bij wie het al was',
    { dossier: { ...held, revision: 6 }, typed: { ...filled, bij: 'casemanager' } },
    { kind: 'again' },
  ],
  ['zonder revisie', { typed: { toelichting: 'x' } }, { kind: 'again' }],
])('%s', (_, given, expected) => {
  expect(step(given)).toMatchObject(expected)
})
