/** Two people wrote at once: what the second typed in the fields, beside what the first kept, row by row (docs/overleg.md §9). */
import { afspraakField, afspraakRows, goalField, goalRows } from '../../../forms/kit/plan/plan-fields.ts'
import { typedPlan } from '../../../forms/kit/plan/typed-plan.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { cellName, readCellName } from '../../../forms/kit/questions/questions.ts'
import type { AtPlan } from './at-plan.ts'

/** The rows of one kind, by what names them: a levensdomein, an afspraak. */
function rowsBy(all: RawInput, rows: string, key: string): Map<string, number> {
  return new Map(
    [...all].flatMap(([name, [value = '']]) => {
      const cell = readCellName(name)
      return cell?.rows === rows && cell.column === key && value ? [[value, cell.index] as const] : []
    }),
  )
}

/** What is kept, under the numbers that its rows have on the page of the second; rows they do not have come after theirs. */
function renumbered(kept: RawInput, typed: RawInput): RawInput {
  const at = new Map(
    [
      [goalRows, 'domein'],
      [afspraakRows, 'id'],
    ].flatMap(([rows = '', key = '']) => {
      const own = rowsBy(typed, rows, key)
      const numbers = [...typed.keys()].flatMap((name) => {
        const cell = readCellName(name)
        return cell?.rows === rows ? [cell.index] : []
      })
      let next = Math.max(-1, ...numbers) + 1
      return [...rowsBy(kept, rows, key)].map(([value, index]) => {
        const place = own.get(value) ?? next++
        return [cellName(rows, index, ''), place] as const
      })
    }),
  )
  return new Map(
    [...kept].flatMap(([name, values]) => {
      const cell = readCellName(name)
      if (!cell) return [[name, values] as const]
      const place = at.get(cellName(cell.rows, cell.index, ''))
      return place === undefined ? [] : [[cellName(cell.rows, place, cell.column), values] as const]
    }),
  )
}

/** The page for the second: their fields, with the rows that the first added; and the first one's beside them. */
export function besideOwn({ plan, texts }: AtPlan, typed: RawInput): [RawInput, { other: RawInput }] {
  const other = renumbered(typedPlan(plan, texts), typed)
  const hasRow = (name: string) => {
    const cell = readCellName(name)
    if (!cell) return true
    const key = cell.rows === goalRows ? goalField(cell.index, 'domein') : afspraakField(cell.index, 'id')
    return typed.has(key)
  }
  const added = [...other].filter(([name]) => !hasRow(name))
  return [new Map([...typed, ...added]), { other }]
}
