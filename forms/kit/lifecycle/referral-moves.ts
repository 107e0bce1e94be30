/** A referral as every form has it: to a named service, with the call together, and the question whether the client got there. */
import type { Role } from '../content-schema.ts'
import type { Move } from './lifecycle.ts'

interface Referring {
  /** The states it is referred from. */
  from: readonly string[]
  /** The state it is in then. */
  to: string
  by: readonly Role[]
  teamMeeting: boolean
}

export function referralMoves({ from, to, by, teamMeeting }: Referring): Move[] {
  const referred = { from: [to], to: { special: 'same' } } as const
  return [
    {
      action: 'doorverwijzen',
      label: 'Verwijs door',
      short: 'Doorverwijzen',
      done: 'Doorverwezen',
      explains:
        'Een telefoontje samen met de aanvrager, als de cliënt dat goed vindt. Na 10 werkdagen vragen we of de cliënt er geraakt is.',
      words: { toelichting: { label: 'Waarom past dit beter?' } },
      from,
      to,
      by,
      asks: ['aanbod', 'beller', 'toelichting', 'drempels'],
      ...(teamMeeting ? { inTeamMeeting: true } : {}),
      tells: ['aanvrager', 'caller'],
    },
    { ...referred, action: 'dienst_gebeld', label: 'De dienst is gebeld', by, callsService: 'done' },
    {
      ...referred,
      action: 'andere_beller',
      label: 'Laat iemand anders bellen',
      done: 'Het telefoontje doorgegeven',
      by: ['coordinator'],
      asks: ['persoon'],
      words: { persoon: { label: 'Wie belt de dienst?', error: 'Kies wie de dienst belt' } },
      callsService: 'handOn',
      tells: ['caller'],
    },
    {
      ...referred,
      action: 'nog_niet',
      label: 'Nog niet geraakt: we vragen het later opnieuw',
      by: ['aanvrager'],
      arrived: 'later',
    },
    { ...referred, action: 'aangekomen', label: 'De cliënt is er geraakt', by: [...by, 'aanvrager'], arrived: 'yes' },
    {
      action: 'niet_aangekomen',
      label: 'De cliënt is er niet geraakt',
      from: [to],
      to: { special: 'again' },
      by: [...by, 'aanvrager'],
      arrived: 'no',
      tells: ['aanvrager', 'holder'],
    },
  ]
}
