/** Calls and notes: three buttons, a text, and what was written before. */
import type { FC } from 'hono/jsx'
import { mayCorrect } from '../../../forms/kit/lifecycle/corrections.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { callKinds } from '../../shared/store/logbook.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { dossierPath } from '../../shared/work-paths.ts'
import { moment } from '../mail-words.ts'
import { onceField } from '../once.ts'
import { note } from './small-pages.ts'
import type { DossierView, OpenLine } from './view.ts'
import { callsInWords, callTakenBackInWords, doerOf, doneInWords } from './words.ts'

interface ContactPartProps {
  view: DossierView
  onceIds: { contact: string; note: string }
}

export const ContactPart: FC<ContactPartProps> = ({ view, onceIds }) => {
  const { service, dossier } = view
  const path = dossierPath(dossier.reference)
  const withdrawn = stateOf(service.form.lifecycle, dossier.state).withdrawn
  return (
    <section id="contact">
      <h2>Contact en notities</h2>
      {!withdrawn && (
        <>
          <form method="post" action={`${path}/contact`}>
            <input type="hidden" name={onceField} value={onceIds.contact} />
            <p class="row">
              {callKinds.map((kind) => (
                <button class="btn plain small" name="contact" value={kind}>
                  {callsInWords[kind]}
                </button>
              ))}
            </p>
          </form>
          <form method="post" action={`${path}/notitie`} novalidate>
            <input type="hidden" name={onceField} value={onceIds.note} />
            <QuestionField question={note} context={{ typed: new Map(), errors: [] }} />
            <button class="btn plain small">Bewaar de notitie</button>
          </form>
        </>
      )}
      <ContactLines view={view} mayCorrect={!withdrawn} />
    </section>
  )
}

/** What was said and written, last first. `mayCorrect`: whoever wrote a line may mend it here. */
export const ContactLines: FC<{ view: DossierView; mayCorrect?: boolean }> = ({ view, mayCorrect: may = false }) =>
  view.lines.length === 0 ? (
    <p class="hint">Nog geen contact genoteerd.</p>
  ) : (
    <ol class="lines">
      {[...view.lines].reverse().map((line) => (
        <Line view={view} line={line} mayCorrect={may && mayCorrect(line, view.person)} />
      ))}
    </ol>
  )

interface LineProps {
  view: DossierView
  line: OpenLine
  mayCorrect: boolean
}

const Line: FC<LineProps> = ({ view, line, mayCorrect: may }) => {
  const { kind, text, action, at, takenBack, undoneAt } = line
  return (
    <li>
      {kind === 'notitie' ? (
        <>
          {action && <b>{`${doneInWords(view.service, action)}: `}</b>}
          <bdi class="written">{text}</bdi>
        </>
      ) : takenBack ? (
        <s>{callsInWords[kind]}</s>
      ) : (
        <b>{callsInWords[kind]}</b>
      )}
      <span class="hint">{`${doerOf(view, line)}, ${moment(new Date(at))}`}</span>
      {takenBack && (
        <span class="hint">{`Klopte niet: ${doerOf(view, takenBack)}, ${moment(new Date(takenBack.at))}`}</span>
      )}
      {undoneAt && <span class="hint">{`De stap is ongedaan gemaakt, ${moment(new Date(undoneAt))}`}</span>}
      <Earlier view={view} line={line} />
      {may && !takenBack && <Correct reference={view.dossier.reference} line={line} />}
    </li>
  )
}

/** What stood there before, folded. */
const Earlier: FC<{ view: DossierView; line: OpenLine }> = ({ view, line: { earlier = [] } }) =>
  earlier.length === 0 ? null : (
    <details>
      <summary>{`Verbeterd. Wat er eerst stond (${earlier.length})`}</summary>
      <ol class="lines">
        {[...earlier].reverse().map((one) => (
          <li>
            <bdi class="written">{one.text}</bdi>
            <span class="hint">{`Vervangen door ${doerOf(view, one)}, ${moment(new Date(one.at))}`}</span>
          </li>
        ))}
      </ol>
    </details>
  )

const Correct: FC<{ reference: string; line: OpenLine }> = ({ reference, line: { id, kind, at } }) => {
  const which = <span class="hidden-visually">{`: ${moment(new Date(at))}`}</span>
  return kind === 'notitie' ? (
    <a href={`${dossierPath(reference)}/notitie/${id}/verbeter`}>Verbeter{which}</a>
  ) : (
    <form method="post" action={`${dossierPath(reference)}/contact/${id}/terug`}>
      <button class="link">
        {callTakenBackInWords[kind]}
        {which}
      </button>
    </form>
  )
}
