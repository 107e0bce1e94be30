/** An attest as it is printed: one A4, no logo; by the organiser, or with their own link by who was there. */
import type { FC } from 'hono/jsx'
import { type Attest, attestUntil, durationInWords } from '../../../forms/kit/events/attest.ts'
import { dayWhen, eventDay, isOnline, kindInWords, type LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { capitalised } from '../../../forms/kit/text.ts'

interface SheetProps {
  event: LoketEvent
  network: Network
  attest: Attest
  code: string
}

export const AttestSheet: FC<SheetProps> = ({ event, network, attest: { naam, organisatie, days }, code }) => {
  const last = days.at(-1)
  return (
    <article class="lo-vel lp-attest" aria-label="Attest van aanwezigheid">
      <div class="lo-kop">
        <p>
          <b>{network.name}</b>
          <br />
          {network.sender && (
            <>
              {network.sender.address}
              <br />
            </>
          )}
          {network.phone}
        </p>
        <p>{last && capitalised(eventDay(last))}</p>
      </div>
      <h1>Attest van aanwezigheid</h1>
      <p class="wie">
        {naam ? <bdi>{naam}</bdi> : <span class="lo-invul">&nbsp;</span>}
        {organisatie && <bdi class="bij">{organisatie}</bdi>}
      </p>
      <p>{`was aanwezig op ${kindInWords[event.soort]}`}</p>
      <p class="wat">
        <bdi>{event.titel}</bdi>
      </p>
      <p>
        {days.map((day) => (
          <>
            {`${dayWhen(day)}: `}
            <b>{durationInWords([day])}</b>
            <br />
          </>
        ))}
        {days.length > 1 && (
          <>
            {'Samen: '}
            <b>{durationInWords(days)}</b>
            <br />
          </>
        )}
        <bdi>{isOnline(event) ? 'Online' : event.plaats}</bdi>
      </p>
      <div class="onder">
        <p>
          Voor <bdi>{event.organisator}</bdi>
          {event.invitedBy && (
            <>
              ,<br />
              <bdi>{event.invitedBy}</bdi>
            </>
          )}
        </p>
        <p class="lo-invul">&nbsp;</p>
      </div>
      <p class="voet">
        {`Is dit attest echt? Bel ${network.phone} en geef deze code: ${code}. Dat kan tot en met ${attestUntil(event)}.`}
      </p>
    </article>
  )
}
