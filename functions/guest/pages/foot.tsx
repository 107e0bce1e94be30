/** What ends a page of a guest: whom to ask, for whom the page is, from whom we know them. */
import type { FC } from 'hono/jsx'
import { isAskedByClient, withClient } from '../../../forms/kit/overleg/guest.ts'
import { Phone } from '../../shared/web/layout.tsx'
import type { OpenGuest } from '../open.ts'
import { callerOf, serviceOf } from './words.tsx'

type Leading = Pick<OpenGuest, 'overleg' | 'details' | 'who' | 'network' | 'content'>

/** The page names nobody: who does not know about whom it is, calls. */
export const AboutWhom: FC<{ guest: Leading }> = ({ guest }) => {
  const { called, phone } = callerOf(guest)
  if (!withClient(guest.overleg) || isAskedByClient(guest.who)) return null
  return (
    <div class="note lo-onder">
      <p>
        <b>Weet u niet over wie het gaat?</b> Bel {called}, <Phone number={phone} />. We bellen u terug op het nummer
        van uw dienst. Vraag het niet per mail.
      </p>
    </div>
  )
}

export const Foot: FC<{ guest: Leading }> = ({ guest }) => {
  const { phone } = callerOf(guest)
  const service = serviceOf(guest)
  return (
    <>
      <p class="hint">
        {service ? (
          <>
            Deze pagina is voor <bdi>{service}</bdi>.
          </>
        ) : isAskedByClient(guest.who) ? (
          'Deze pagina is voor wie de cliënt zelf vroeg.'
        ) : (
          'Deze pagina is van u alleen.'
        )}{' '}
        Bent u iemand anders? Bel <Phone number={phone} />.
      </p>
      <p class="hint">
        {`We kregen uw gegevens van ${withClient(guest.overleg) ? 'de cliënt of van ' : ''}een dienst. `}
        <a href="/privacy">Privacy</a>
      </p>
    </>
  )
}
