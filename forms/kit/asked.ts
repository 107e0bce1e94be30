/** Whether what a move asks was answered, with something that exists. */
import type { Dossier } from './dossier.ts'
import type { Service } from './form.ts'
import { type Ask, choosableStates, drempels } from './lifecycle.ts'
import type { Command } from './move.ts'
import { brusselsDate } from './time.ts'

export function isAnswered(
  ask: Ask,
  { network, form }: Service,
  dossier: Dossier,
  command: Command,
  now: Date,
): boolean {
  switch (ask) {
    case 'persoon':
      return (
        command.persoon !== dossier.holder &&
        network.mensen.some(({ id, rol }) => id === command.persoon && rol !== 'organisator')
      )
    case 'aanbod':
      return command.aanbod !== undefined && Object.hasOwn(network.aanbod, command.aanbod)
    case 'datum':
      return command.datum !== undefined && command.datum >= brusselsDate(now)
    case 'toelichting':
      return command.toelichting === true
    case 'stand':
      return choosableStates(form.verloop).some(({ name }) => name === command.stand)
    case 'drempels': {
      const chosen = command.drempels ?? []
      return chosen.length > 0 && chosen.every((value) => drempels.some((drempel) => drempel.value === value))
    }
  }
}
