/** What follows when somebody says that they called: decided here, carried out by the routes. */
import type { AtWork } from '../../../forms/kit/absence.ts'
import { cleanedIn } from '../../../forms/kit/clean.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { type Dossier, shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import { isLastDone } from '../../../forms/kit/lifecycle/last-done.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import type { DossierFile } from '../../shared/store/dossier-file.ts'
import { advice, cardField, type SentCall } from './call-card.tsx'
import { callMoves } from './calls.ts'

type CallStep =
  /** A second press of the button: it is done, and not done twice. */
  | { kind: 'done' }
  /** Somebody was first. */
  | { kind: 'late' }
  | { kind: 'mend'; errors: readonly FieldError[] }
  | {
      kind: 'make'
      move: Move
      command: { action: string; by: AtWork; offer?: string | undefined }
      /** What was said, as typed. */
      reason: string | undefined
    }

interface Said {
  service: Service
  dossier: Dossier
  history: DossierFile['history']
  person: AtWork
  body: RawInput
  now: Date
}

export function callStep({ service, dossier, history, person, body, now }: Said): CallStep {
  const { reference, revision } = dossier
  const [action, shown] = ['actie', 'revision'].map((name) => body.get(name)?.[0])
  const move = callMoves(service, dossier, person).find((one) => one.action === action)
  if (!move || shownRevision(dossier, shown) !== revision) {
    const asked = service.form.lifecycle.moves.find((one) => one.action === action)?.asks?.includes('aanbod')
    const offer = asked ? sentIn(reference, body).offer : undefined
    const done = { who: person.id, what: action ?? '', person: undefined, offer }
    const again = shownRevision(dossier, shown) === revision - 1 && isLastDone(history, done)
    return { kind: again ? 'done' : 'late' }
  }
  const name = cardField(reference, advice.name)
  const page = { slug: reference, title: reference, questions: [{ ...advice, name }] }
  const { answers, errors } = parsePage(page, body, {}, { criteria: [], now })
  if (errors.length > 0) return { kind: 'mend', errors }
  const { [name]: text } = answers
  const offer = move.asks?.includes('aanbod') ? { offer: sentIn(reference, body).offer } : {}
  const command = { action: move.action, by: person, ...offer }
  return { kind: 'make', move, command, reason: typeof text === 'string' ? text : undefined }
}

/** What was typed and chosen on a card. */
export const sentIn = (reference: string, body: RawInput): SentCall => ({
  reference,
  text: cleanedIn(body, cardField(reference, advice.name)) || undefined,
  offer: body.get('aanbod')?.[0] || undefined,
})
