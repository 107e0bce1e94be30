/** The rows of the list: on a phone each is a card of two lines. */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { assignField, assignForm } from './assign-form.tsx'
import { MendLink } from './mark.tsx'
import { About, By, Columns, Flags, Release, StandsIn } from './parts.tsx'
import type { QueueRow } from './rows.ts'

interface ListTableProps {
  rows: readonly QueueRow[]
  /** Brussels date. */
  today: string
  /** What was ticked, when not all of it could be done. */
  typed: RawInput
  /** What stands on top. */
  order?: string
}

export const ListTable: FC<ListTableProps> = ({ rows, today, typed, order = 'wat eerst moet gebeuren' }) => {
  const canAssign = rows.some(({ assign }) => assign !== undefined)
  return (
    <table class={canAssign ? 'lw-list ticks' : 'lw-list'}>
      <caption class="hidden-visually">{`Aanvragen, ${order} bovenaan`}</caption>
      <thead>
        <tr>
          {canAssign && (
            <td class="kies">
              <span class="hidden-visually">Kies</span>
            </td>
          )}
          <Columns />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            class={row.late || row.isDue ? 'is-late' : undefined}
            data-dossier={row.reference}
            {...(row.late ? { 'data-te-laat': '' } : {})}
          >
            {canAssign && (
              <td class="kies">
                <Tick row={row} typed={typed} />
              </td>
            )}
            <th scope="row" class="over">
              <div>
                <About row={row} />
              </div>
            </th>
            <td class="stand">
              <span class={row.tone ? `tag ${row.tone}` : 'tag'}>{row.stand}</span>
              <Flags row={row} />
              <StandsIn row={row} today={today} />
              {row.waits && <small>{row.waits}</small>}
              <Release row={row} />
              <MendLink row={row} />
            </td>
            <td class="stap">{row.step ?? '–'}</td>
            <td class="tegen">
              <By row={row} today={today} />
            </td>
            <td class={row.holder ? 'wie' : 'wie none'}>
              <Name name={row.holder ?? 'niemand'} />
            </td>
            <td class="lw-ref">{row.reference}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On a phone by the first word alone. */
const Name: FC<{ name: string }> = ({ name }) => {
  const [first = '', ...rest] = name.split(' ')
  return (
    <>
      {first}
      {rest.length > 0 && <span class="lw-wide">{` ${rest.join(' ')}`}</span>}
    </>
  )
}

/** With what was on the page beside it, so that who was first is told. Its form stands below the list. */
const Tick: FC<{ row: QueueRow; typed: RawInput }> = ({ row: { reference, over, assign }, typed }) => {
  if (!assign) return null
  const kies = assignField(reference, 'kies')
  return (
    <>
      <input
        type="checkbox"
        id={fieldId(kies)}
        name={kies}
        value="ja"
        form={assignForm}
        checked={typed.get(kies)?.[0] === 'ja'}
        aria-label={`Kies ${over ?? 'aanvraag'}, ${reference}`}
      />
      <input type="hidden" name={assignField(reference, 'revision')} value={assign.revision} form={assignForm} />
      <input type="hidden" name={assignField(reference, 'bij')} value={assign.holder} form={assignForm} />
    </>
  )
}
