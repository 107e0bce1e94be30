/** One line an invitee: who it is, what to watch, and what is to be decided. */
import type { FC } from 'hono/jsx'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { Decide } from './decide.tsx'

interface RowProps {
  event: LoketEvent
  invitee: Invitee
  email: string | undefined
  /** Of the mail that came back or was called unwanted. */
  fate: OutboxItem['fate']
  /** No seat is left: whoever is accepted now waits. */
  full: boolean
  now: Date
}

export const InviteeRow: FC<RowProps> = ({ event, invitee, email, fate, full, now }) => {
  const { naam, organisatie, functie, opmerking, laat } = invitee
  const about = [organisatie, functie, naam === undefined ? undefined : email].filter((part) => part !== undefined)
  return (
    <li class={fate ? 'is-late' : undefined}>
      <span class="grow">
        <bdi class="strong">{naam ?? email}</bdi>{' '}
        {about.map((part) => (
          <>
            <bdi class="lw-soft">{part}</bdi>{' '}
          </>
        ))}
        {fate && (
          <>
            <span class="tag late">{fate === 'klacht' ? 'Mail als ongewenst gemeld' : 'Mail kwam niet aan'}</span> Bel
            deze persoon, of voeg het juiste adres toe aan de lijst.
          </>
        )}
      </span>
      {invitee.casus && <span class="lw-flag">brengt een casus in</span>}
      {invitee.verdacht && (
        <span class="lw-flag red">verdacht: ingevuld door een machine? Neemt geen plaats in, mail aangehouden</span>
      )}
      {invitee.afgemeld && <span class="lw-flag">wil geen mails meer</span>}
      {opmerking && <Said text={opmerking} />}
      {laat?.opmerking && laat.opmerking !== opmerking && <Said text={laat.opmerking} late />}
      <Decide event={event} invitee={invitee} full={full} now={now} />
    </li>
  )
}

const Said: FC<{ text: string; late?: true }> = ({ text, late }) => (
  <p class="hint">
    {late && 'Te laat: '}
    <bdi>{text}</bdi>
  </p>
)
