/** Nothing can be answered any more, or not now: why, and that nothing has to be done. */
import type { FC } from 'hono/jsx'
import { type GuestView, withClient } from '../../../forms/kit/overleg/guest.ts'
import { hoursInWords } from '../../../forms/kit/overleg/hours.ts'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import { aNewOverleg, theOverleg, thisOverleg } from '../../../forms/kit/overleg/noun.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import type { OpenGuest } from '../open.ts'
import { Call, callerOf } from './words.tsx'

type OverView = Exclude<GuestView, { kind: 'asked' | 'fixed' }>

export function overTitle({ overleg }: OpenGuest, view: OverView): string {
  switch (view.kind) {
    case 'none_left':
      return view.past ? 'Deze momenten zijn voorbij' : 'Deze momenten gelden niet meer'
    case 'cancelled':
      return `${capitalised(theOverleg(overleg))} gaat niet door`
    case 'ended':
    case 'held':
      return `${capitalised(thisOverleg(overleg))} is voorbij`
  }
}

export const OverPart: FC<{ guest: OpenGuest; view: OverView }> = ({ guest, view }) => (
  <section class="lo-kaart stop">
    <Words guest={guest} view={view} />
    <p>
      Vragen? <Call caller={callerOf(guest)} />.
    </p>
  </section>
)

const Words: FC<{ guest: OpenGuest; view: OverView }> = ({ guest, view }) => {
  const { overleg, who } = guest
  switch (view.kind) {
    case 'none_left':
      return <p>Er werd geen moment vastgelegd. U hoeft niets te doen. Komen er nieuwe momenten, dan mailen we u.</p>
    case 'cancelled':
      return (
        <>
          <p>
            U hoeft niets te doen.
            {who.inCalendar !== undefined && ' Staat het in uw agenda? We stuurden een bestand om het eruit te halen.'}
          </p>
          <p>{`Komt er ${aNewOverleg(overleg)}, dan krijgt u een nieuwe uitnodiging. Deze link blijft zeggen dat het niet doorgaat.`}</p>
        </>
      )
    case 'ended':
      return (
        <p>{`Het was op ${momentDay(view.fixed)}${view.fixed.wholeDay ? '' : `, ${hoursInWords(view.fixed)}`}. U hoeft hier niets meer te doen.`}</p>
      )
    case 'held':
      return withClient(overleg) ? (
        <>
          <p>Dank u. De casemanager schrijft het plan en bespreekt het eerst met de cliënt.</p>
          <p>Hebt u een afspraak in het plan? Dan krijgt u een mail met een nieuwe link.</p>
        </>
      ) : (
        <p>Dank u. U hoeft niets meer te doen.</p>
      )
  }
}
