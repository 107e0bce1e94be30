/** After a move: until when it can be taken back, when its mail leaves, and two buttons. */
import type { FC } from 'hono/jsx'
import type { Service } from '../../../forms/kit/form.ts'
import type { MadeMove } from '../../../forms/kit/lifecycle/undo.ts'
import { timeInWords } from '../../../forms/kit/time.ts'
import { dossierPath, homePath, phonePath } from '../../shared/work-paths.ts'
import { doneInWords } from './words.ts'

/** Where the person goes on when they may not open the dossier (any more). */
export const undoPlaces = { requests: homePath, calls: phonePath } as const
export type UndoPlace = keyof typeof undoPlaces
export const undoPlaceField = 'verder'

/** Above a page where this cannot be taken back. */
export const actsAtOnceWords = 'Dit gebeurt meteen. U kunt het niet terughalen.'

interface UndoNoteProps {
  service: Service
  reference: string
  made: MadeMove
  place?: UndoPlace
}

export const UndoNote: FC<UndoNoteProps> = ({ service, reference, made, place }) => {
  const { action, until, mails, revision } = made
  const path = dossierPath(reference)
  const time = timeInWords(new Date(until))
  const mail =
    mails.length === 0 ? undefined : mails.length === 1 ? 'Er vertrekt een mail' : `Er vertrekken ${mails.length} mails`
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
        {mail ? `${mail} om ${time}. Tot dan kunt u dit ongedaan maken.` : `U kunt dit ongedaan maken tot ${time}.`}
      </p>
      <div class="row">
        <form method="post" action={`${path}/ongedaan`}>
          {hidden}
          <button class="btn plain small">Maak ongedaan</button>
        </form>
        {mail && (
          <form method="post" action={`${path}/meteen`}>
            {hidden}
            <button class="btn plain small">Verstuur meteen</button>
          </form>
        )}
      </div>
    </div>
  )
}
