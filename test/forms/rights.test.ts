/** Who may make each move of each form, and what it asks, as the table says (test/support/moves.ts). */
import { describe, expect, it } from 'vitest'
import { networkForms, networks } from '../../forms/index.ts'
import type { Person } from '../../forms/kit/content.ts'
import { roles } from '../../forms/kit/content-schema.ts'
import type { Form } from '../../forms/kit/form.ts'
import { mayMove } from '../../forms/kit/lifecycle/allowed.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { demoPerson } from '../support/content.ts'
import { moves } from '../support/moves.ts'

const forms = [...new Set(networks.flatMap(networkForms).map(({ form }) => form))]
const somebody = demoPerson('coordinator-aalst')

it('elk formulier met een verloop staat in de tabel, met elke stap', () => {
  const actions = (form: Form) => [...new Set(form.lifecycle.moves.map(({ action }) => action))].sort()
  expect(Object.fromEntries(Object.entries(moves).map(([form, rows]) => [form, Object.keys(rows).sort()]))).toEqual(
    Object.fromEntries(forms.map((form) => [form.slug, actions(form)])),
  )
})

const everyMove = forms.flatMap((form) =>
  form.lifecycle.moves.map((move) => ({ name: `${form.slug} ${move.action}`, form, move })),
)

describe.each(everyMove)('$name', ({ form, move }) => {
  const { by = [], asks = [], untilUnderWay } = moves[form.slug]?.[move.action] ?? {}
  /** The road of this form is walked by these roles, beside the coordinator. */
  const team = roles.filter((rol) => rol !== 'organisator' && form.lifecycle.moves.some((one) => one.by.includes(rol)))
  const may = (who: Person | 'aanvrager', holder?: string) => mayMove(move, { holder } as Dossier, who)
  const as = (rol: Person['role'], id = 'ik'): Person => ({ ...somebody, id, role: rol })

  it('vraagt wat in de tabel staat', () => {
    expect([...(move.asks ?? [])].sort()).toEqual([...asks].sort())
  })

  it('mag wie in de tabel staat', () => {
    expect(may(as('coordinator'))).toBe(by.includes('coordinator'))
    expect(may(as('coordinator'), 'een ander')).toBe(by.includes('coordinator'))
    const hands = team.filter((rol) => rol !== 'coordinator')
    expect(hands.some((rol) => may(as(rol), 'ik'))).toBe(by.includes('houder'))
    expect(hands.some((rol) => may(as(rol)))).toBe(by.includes('vrij'))
    for (const rol of roles.filter((one) => one !== 'coordinator')) expect(may(as(rol), 'een ander')).toBe(false)
    expect([may(as('organisator')), may(as('organisator'), 'ik')]).toEqual([false, false])
    expect(may('aanvrager')).toBe(by.includes('aanvrager'))
    expect(may('aanvrager', 'iemand')).toBe(by.includes('aanvrager') && !untilUnderWay)
  })
})
