/** Above the week, after a task was said to be done: that it is, and the way back. */
import type { Child } from 'hono/jsx'
import { readReference } from '../../../forms/kit/reference.ts'
import { dossierPath, taskPath } from '../../shared/work-paths.ts'

/** Null when the address says nothing of the kind. */
export function taskDoneInWeek({ klaar, taak = '' }: Record<string, string>): Child {
  const [reference = '', id = ''] = taak.split('.')
  if (readReference(reference) !== reference || !/^\d{2}$/.test(id)) return null
  switch (klaar) {
    case 'klaar':
      return <DoneNote text="Klaar." reference={reference} id={id} />
    case 'was_klaar':
      return <DoneNote text="Iemand anders zette deze taak al op klaar." reference={reference} />
    case 'toch_niet':
      return <DoneNote text="De taak staat weer open." reference={reference} />
    default:
      return null
  }
}

const DoneNote = ({ text, reference, id }: { text: string; reference: string; id?: string }) => (
  <div class="done lw-line" role="status">
    <p>
      {text} <a href={dossierPath(reference)}>{`Bekijk ${reference}`}</a>
    </p>
    {id && (
      <form method="post" action={taskPath(reference, id, 'toch-niet')}>
        <input type="hidden" name="terug" value="week" />
        <button class="link">Toch niet klaar</button>
      </form>
    )}
  </div>
)
