/** "Wie zit aan tafel?": one row a person or service, and whether the client agrees to them all (docs/overleg.md §2). */
import type { FC } from 'hono/jsx'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { seated } from '../../../forms/kit/overleg/overleg.ts'
import { tableRows } from '../../../forms/kit/overleg/table.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { cellName } from '../../../forms/kit/questions/questions.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { TypedTexts } from '../../shared/web/typed-text.tsx'
import { dossierPath, overlegPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { AtTable } from './at-table.ts'
import { OverlegFrame } from './frame.tsx'
import { Shown } from './shown.tsx'
import { ConsentPart, SafetyField, SecrecyNote, waiting } from './table-consent.tsx'
import { AfterEvaluation, saysDone, TableDoneMessage, tableAfterEvaluation } from './table-done.tsx'
import { TableRowItem } from './table-row.tsx'
import { rowOf, rowsToShow } from './table-typed.ts'

interface TablePageProps extends WorkFrame {
  found: AtTable
  /** What the fields show: as typed, or as if the rows of the request were. */
  typed: RawInput
  errors?: readonly FieldError[]
  /** What was done, as `?klaar=` says it. */
  done?: string | undefined
  /** Afspraken of a plan that runs that nobody at the table does any more. */
  withoutPerson?: number
  /** A row more was asked for. */
  more?: boolean
  now: Date
}

const titleOf = ({ has }: Pick<AtTable, 'has'>): string => (has.withClient ? 'Wie zit aan tafel?' : 'Wie doet mee?')

export const TablePage: FC<TablePageProps> = ({
  found,
  typed,
  errors = [],
  done,
  more = false,
  now,
  withoutPerson = 0,
  ...frame
}) => {
  const { overleg, details, has } = found
  const { withClient } = has
  const { rows, added } = rowsToShow(typed, more)
  const asksAgain = withClient && overleg.consent !== undefined && waiting(overleg).length > 0
  const consent = withClient && <ConsentPart found={found} typed={typed} errors={errors} now={now} />
  const evaluated = done === tableAfterEvaluation && found.file.dossier.actionPlan?.waitsForOverleg
  const message = evaluated ? (
    <AfterEvaluation withClient={withClient} />
  ) : done !== undefined && saysDone({ word: done, overleg }) ? (
    <TableDoneMessage word={done} {...{ overleg, details, withoutPerson }} days={found.days} />
  ) : undefined
  return (
    <OverlegFrame {...frame} found={found} title={titleOf(found)} step="tafel" errors={errors} message={message}>
      {overleg.revision === 0 && Object.keys(overleg.participants).length > 0 && (
        <p class="lead">{`Een nieuw overleg: ${overleg.noun} ${overleg.number}. Wie vorige keer aan tafel zat, staat er al.`}</p>
      )}
      <form method="post" action={overlegPath(overleg.reference, 'tafel')} novalidate>
        <Shown overleg={overleg} />
        {asksAgain && consent}
        <Rows found={found} typed={typed} errors={errors} rows={rows} added={added} />
        <p>
          <button class="link" name="actie" value="rij">
            {withClient ? 'Nog iemand aan tafel' : 'Nog iemand'}
          </button>
        </p>
        {withClient && <SecrecyNote typed={typed} rows={rows} />}
        {withClient && <SafetyField typed={typed} errors={errors} />}
        {!asksAgain && consent}
        <p class="row">
          {!withClient && (
            <button class="btn" data-next>
              Bewaar, en kies momenten
            </button>
          )}
          <button class="btn plain" name="actie" value="bewaar">
            {withClient ? 'Bewaar de tafel' : 'Bewaar, later verder'}
          </button>
        </p>
      </form>
    </OverlegFrame>
  )
}

interface RowsProps {
  found: AtTable
  typed: RawInput
  errors: readonly FieldError[]
  rows: readonly number[]
  added: number | undefined
}

const Rows: FC<RowsProps> = ({ found: { overleg, has, answers }, typed, errors, rows, added }) => {
  const standing = new Map(seated(overleg).map((one) => [one.id, one]))
  const value = (at: number, column: string) => typed.get(cellName(tableRows, at, column))?.[0] ?? ''
  const clientRows = rows.filter((at) => rowOf(typed, at).wie === 'client')
  return (
    <ol class="lo-tafel" id="tafel">
      {rows.map((at) => {
        const one = standing.get(value(at, 'id'))
        const waits = overleg.consent !== undefined && one !== undefined && one.wie !== 'client' && !one.agreedOn
        const own = value(at, 'email') !== '' && value(at, 'email') === answers?.email
        return (
          <TableRowItem
            {...{ at, typed, errors, waits }}
            applicant={one?.applicant === true || own}
            withClient={has.withClient}
            onlyClient={clientRows.length === 1}
            focus={at === added}
          />
        )
      })}
    </ol>
  )
}

interface CannotProps extends WorkFrame {
  found: AtTable
  /** What was typed, to copy. */
  texts: readonly string[]
}

/** The dossier is where no table can be made, or is closed. */
export const CannotTablePage: FC<CannotProps> = ({ found, texts, ...frame }) => {
  const { service, file, overleg } = found
  const { label, closed } = stateOf(service.form.lifecycle, file.dossier.state)
  return (
    <OverlegFrame {...frame} found={found} title="Dat kan nu niet">
      <p class="lead">
        {`Dit dossier is nu “${label}”. ${closed ? 'Aan de tafel verandert niets meer.' : `${capitalised(overleg.noun)}? Wijs het dossier eerst toe.`}`}
      </p>
      <TypedTexts texts={texts} />
      <p>
        <a class="btn" href={dossierPath(overleg.reference)}>
          Naar het dossier
        </a>
      </p>
    </OverlegFrame>
  )
}
