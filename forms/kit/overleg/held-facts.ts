/** What an overleg that was held counts as (forms/kit/figures/): the first of its dossier or one after it, and who sat there. */
import { withFactOfYear, withOneMore, yearOf } from '../figures/facts.ts'
import { dayClassOf, variables } from '../figures/variables.ts'
import type { Service } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { brusselsDate } from '../time.ts'
import { fixedOn } from './decide.ts'
import { clients, type Overleg } from './overleg.ts'

/** In the year in which it was held. */
export function withHeld({ form }: Pick<Service, 'form'>, dossier: Dossier, overleg: Overleg): Dossier {
  const on = fixedOn(overleg)
  if (!dossier.facts || on === undefined) return dossier
  const year = yearOf(on)
  const isFirst = dossier.facts[variables.overleg] === undefined
  const held = withOneMore(dossier.facts, variables.overleg, year, isFirst ? 'eerste' : 'vervolg')
  const received = brusselsDate(new Date(dossier.receivedAt))
  const timed = isFirst ? withFactOfYear(held, variables.dagen, year, { [dayClassOf(received, on)]: 1 }) : held
  const sat = form.overleg?.withClient
    ? withOneMore(timed, variables.client, year, isClientThere(overleg) ? 'ja' : 'nee')
    : timed
  return { ...dossier, ...(sat ? { facts: sat } : {}) }
}

const isClientThere = (overleg: Overleg): boolean =>
  clients(overleg).some(({ id }) => overleg.present?.[id] === 'aanwezig')
