/** Calls and notes: three buttons, a text, and what was written before. */
import type { FC } from 'hono/jsx'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { callKinds } from '../../shared/store/logbook.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { dossierPath } from '../../shared/work-paths.ts'
import { moment } from '../mail-words.ts'
import { note } from './small-pages.ts'
import type { DossierView, OpenLine } from './view.ts'
import { callsInWords, doerOf, doneInWords } from './words.ts'

interface ContactPartProps {
  view: DossierView
  onceIds: { contact: string; note: string }
}

/** Hidden field that makes a second press of a button the same line. */
export const onceField = 'eenmalig'
export const onceIdIn = (typed: RawInput): string | undefined =>
  typed.get(onceField)?.find((once) => /^[\w-]{22}$/.test(once))

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
      <ContactLines view={view} />
    </section>
  )
}

/** What was said and written, last first. */
export const ContactLines: FC<{ view: DossierView }> = ({ view }) =>
  view.lines.length === 0 ? (
    <p class="hint">Nog geen contact genoteerd.</p>
  ) : (
    <ol class="lines">
      {[...view.lines].reverse().map((line) => (
        <Line view={view} line={line} />
      ))}
    </ol>
  )

const Line: FC<{ view: DossierView; line: OpenLine }> = ({ view, line }) => {
  const { kind, text, action, at } = line
  return (
    <li>
      {kind === 'notitie' ? (
        <>
          {action && <b>{`${doneInWords(view.service, action)}: `}</b>}
          <bdi class="written">{text}</bdi>
        </>
      ) : (
        <b>{callsInWords[kind]}</b>
      )}
      <span class="hint">{`${doerOf(view, line)}, ${moment(new Date(at))}`}</span>
    </li>
  )
}
