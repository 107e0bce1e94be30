/** Stores what a team decided: each dossier its own move, with its line in the record of the meeting; one does not wait for another. */
import { commandOf } from '../../../forms/kit/lifecycle/asks.ts'
import { shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import { isLastDone, lastDoneAt } from '../../../forms/kit/lifecycle/last-done.ts'
import { actsAtOnce } from '../../../forms/kit/lifecycle/undo.ts'
import { createMeetingRecord } from '../../shared/store/meeting-record.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { findInNetwork } from '../dossier/access.ts'
import { reasonIn } from '../dossier/small-pages.ts'
import { makeExplainedMove } from '../make-explained-move.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { type Card, type Decided, fieldOf } from './decisions.ts'
import { changedSince, hasChanged, impossible, type ReadDecisions, type Sent } from './read-decisions.ts'

/** Who decides, at which meeting (Brussels date). */
export interface Meeting extends Pick<SignedIn['Variables'], 'network' | 'content' | 'person'> {
  date: string
}

/** References of what is stored now, or was by a first press of the button, and what is in the way of the rest. */
export async function saveAll(deps: WorkspaceDeps, meeting: Meeting, read: ReadDecisions) {
  const { typed, sent, decided, impossible: problems } = read
  const done: string[] = []
  for (const { card, ...decision } of decided) {
    const problem = changedSince(card, typed) ?? (await save(deps, meeting, card, decision))
    if (problem) problems.push(problem)
    else done.push(card.dossier.reference)
  }
  const unsaved = sent.filter(({ reference }) => !done.includes(reference))
  for (const one of unsaved) if (await isRepeat(deps, meeting, one)) done.push(one.reference)
  return { done, problems: problems.filter(({ name }) => !done.some((one) => name.startsWith(fieldOf(one, '')))) }
}

/** What is in the way of a decision; undefined once it is stored. */
async function save(deps: WorkspaceDeps, meeting: Meeting, card: Card, decision: Decided) {
  const { service, dossier, page } = card
  const { move, answers } = decision
  const { person, content, date, network } = meeting
  const { slug, retention } = network
  const { audit: auditDays } = retention
  const command = commandOf(move, person, answers)
  const made = await makeExplainedMove(deps, {
    ...{ service, content, dossier, command, reason: reasonIn(answers) },
    undoable: !actsAtOnce(service, dossier, move),
    meeting: {
      on: date,
      lineOf: (decided) => deps.open(createMeetingRecord).line({ ...decided, network: slug, date, auditDays }),
    },
  })
  switch (made.kind) {
    case 'moved':
      return undefined
    case 'changed':
      return hasChanged(card)
    case 'full': {
      const message = 'Er is geen plaats meer voor notities in dit dossier. Bel de beheerder van Loket'
      return { name: fieldOf(dossier.reference, 'toelichting'), message }
    }
    case 'refused': {
      const asked = page.questions.find(({ name }) => name === fieldOf(dossier.reference, made.reason))
      return asked ? { name: asked.name, message: asked.error } : impossible(card)
    }
  }
}

/** A second press of the button: the last thing that was done is this very decision, by this person, from this page. */
async function isRepeat(deps: WorkspaceDeps, { network, person }: Meeting, sent: Sent): Promise<boolean> {
  const { reference } = sent
  const file = (await findInNetwork(deps.dossierFiles, network, reference, deps.now()))?.file
  if (!file || shownRevision(file.dossier, sent.revision) !== file.dossier.revision - 1) return false
  const done = { who: person.id, what: sent.besluit, person: sent.person, offer: sent.offer }
  if (!isLastDone(file.history, done)) return false
  // Another text is another advice: only what was stored word for word is.
  const latest = lastDoneAt(file.history)
  const note = file.lines.findLast(({ at, sealed }) => at === latest && sealed !== undefined)
  const stored = note?.sealed === undefined ? undefined : (await deps.unseal(reference, note.sealed)).notitie
  return (stored ?? '') === (sent.text ?? '')
}
