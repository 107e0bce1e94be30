/** After a move: until when it can be taken back, when its mail leaves, and two buttons. */
import type { FC } from 'hono/jsx'
import type { Service } from '../../../forms/kit/form.ts'
import { timeInWords } from '../../../forms/kit/time.ts'
import { dossierPath, homePath, phonePath } from '../../shared/work-paths.ts'
import type { Undoable } from './undo-now.ts'
import { doneInWords } from './words.ts'

/** Where the person goes on when they may not open the dossier (any more). */
export const undoPlaces = { requests: homePath, calls: phonePath } as const
export type UndoPlace = keyof typeof undoPlaces
export const undoPlaceField = 'verder'

interface UndoNoteProps extends Undoable {
  service: Service
  reference: string
  place?: UndoPlace
}

export const UndoNote: FC<UndoNoteProps> = ({ service, reference, made, waiting, place }) => {
  const { action, until, revision } = made
  const path = dossierPath(reference)
  const hidden = (
    <>
      <input type="hidden" name="revision" value={String(revision)} />
      {place && <input type="hidden" name={undoPlaceField} value={place} />}
    </>
  )
  return (
    <div class="note" data-ongedaan={reference}>
      <p>
        <b>{`${doneInWords(service, action)}. `}</b>
        {whenInWords(waiting, timeInWords(new Date(until)))}
      </p>
      <div class="row">
        <form method="post" action={`${path}/ongedaan`}>
          {hidden}
          <button class="btn plain slim">Maak ongedaan</button>
        </form>
        {waiting.count > 0 && !waiting.leaveNow && (
          <form method="post" action={`${path}/meteen`}>
            {hidden}
            <button class="btn plain slim">Verstuur meteen</button>
          </form>
        )}
      </div>
    </div>
  )
}

/** When its mail leaves, and until when it can be taken back. */
function whenInWords({ count, leaveNow }: UndoNoteProps['waiting'], time: string): string {
  if (count === 0) return `U kunt dit ongedaan maken tot ${time}.`
  const mails = count === 1 ? 'Er vertrekt een mail' : `Er vertrekken ${count} mails`
  return leaveNow
    ? `${mails} binnen een minuut. Daarna kunt u dit niet meer ongedaan maken.`
    : `${mails} om ${time}. Tot dan kunt u dit ongedaan maken.`
}
