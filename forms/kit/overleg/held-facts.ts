/** What an overleg that was held counts as (forms/kit/figures/): the first of its dossier or one after it, and who sat there. */
import { withOneMore, yearOf } from '../figures/facts.ts'
import { withHeldOn } from '../figures/held.ts'
import { variables } from '../figures/variables.ts'
import type { Service } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { brusselsDate } from '../time.ts'
import { fixedOn } from './decide.ts'
import { clients, type Overleg } from './overleg.ts'

/** In the year in which it was held. */
export function withHeld({ form }: Pick<Service, 'form'>, dossier: Dossier, overleg: Overleg): Dossier {
  const on = fixedOn(overleg)
  if (!dossier.facts || on === undefined) return dossier
  const held = withHeldOn(dossier.facts, brusselsDate(new Date(dossier.receivedAt)), on)
  const facts = form.overleg?.withClient
    ? withOneMore(held, variables.client, yearOf(on), isClientThere(overleg) ? 'ja' : 'nee')
    : held
  return { ...dossier, facts }
}

const isClientThere = (overleg: Overleg): boolean =>
  clients(overleg).some(({ id }) => overleg.present?.[id] === 'aanwezig')
