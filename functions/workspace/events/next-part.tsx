/** What an organiser does next with an event: one thing stands out, the rest is beside it or behind "Meer". */
import type { Child, FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { mayIn, type Phase } from '../../../forms/kit/events/phases.ts'
import type { InviteeList } from '../../../forms/kit/events/rsvp.ts'
import type { Seats } from '../../shared/store/seats.ts'
import { eventHome } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { Post } from './decide.tsx'

export interface OverviewProps extends WorkFrame {
  event: LoketEvent
  phase: Phase
  seats: Seats | undefined
  counts: Record<InviteeList, number>
  /** How many do not follow the last change yet. */
  behind: number
  /** Mails to many that left, by what they are. */
  sent: readonly { label: string; count: number }[]
  /** What is still missing, though nothing is wrong. */
  warning: string | undefined
  /** What somebody just did. */
  done: string | undefined
}

interface Step {
  /** Why; absent where the button says it all. */
  text?: string
  /** First of all there is to do, or not. */
  button: (plain: boolean) => Child
}

const link = (href: string, label: string): Step['button'] => {
  return (plain) => (
    <a class={plain ? 'btn plain' : 'btn'} href={href}>
      {label}
    </a>
  )
}
const press = (action: string, label: string): Step['button'] => {
  return (plain) => (
    <Post action={action} plain={plain}>
      {label}
    </Post>
  )
}

/** What cannot wait comes first. */
function stepsOf({ event, phase, seats, counts, behind }: OverviewProps): Step[] {
  const mayInvite = mayIn('invite', phase)
  const home = eventHome(event)
  const { nieuw, laat, verdacht } = counts
  const free = mayIn('promote', phase) && seats !== undefined && seats.wachtend > 0 && seats.bezet < seats.capaciteit
  const all: (Step | false)[] = [
    behind > 0 && {
      text: `Na uw wijziging ${behind === 1 ? 'is 1 mens' : `zijn ${behind} mensen`} nog niet bijgewerkt.`,
      button: press(`${home}/bijwerken`, 'Ga verder'),
    },
    free && {
      text: `${counted(seats.capaciteit - seats.bezet, 'plaats is', 'plaatsen zijn')} vrij, en ${counted(seats.wachtend, 'mens wacht', 'mensen wachten')}.`,
      button: press(`${home}/doorschuiven`, 'Geef de vrije plaatsen aan wie wacht'),
    },
    laat > 0 &&
      mayIn('let-in', phase) && {
        text: `${counted(laat, 'mens antwoordde', 'mensen antwoordden')} te laat.`,
        button: link(`${home}/genodigden?lijst=laat`, 'Beslis over wie te laat is'),
      },
    verdacht > 0 && {
      text: `${verdacht === 1 ? '1 antwoord lijkt' : `${verdacht} antwoorden lijken`} door een machine ingevuld. Dat neemt geen plaats in tot u het toelaat.`,
      button: link(`${home}/genodigden?lijst=verdacht`, 'Kijk het na'),
    },
    mayInvite && nieuw > 0 && { button: press(`${home}/uitnodigen`, `Nodig ${counted(nieuw, 'mens', 'mensen')} uit`) },
    mayInvite && { button: link(`${home}/importeren`, 'Voeg genodigden toe') },
    mayIn('write-down', phase) && { button: link(`${home}/namens`, 'Noteer een antwoord voor wie belde') },
  ]
  return all.filter((step) => step !== false)
}

export const NextPart: FC<OverviewProps> = (props) => {
  const { event, phase } = props
  const home = eventHome(event)
  const steps = stepsOf(props)
  return (
    <section class="lw-block lw-do">
      {steps.map(({ text }) => text && <p>{text}</p>)}
      <div class="row">
        {steps.map(({ button }, index) => button(index > 0))}
        <details class="lw-meer">
          <summary>Meer</summary>
          <ul class="lw-plain">
            {mayIn('mail-news', phase) && (
              <li>
                <a href={`${home}/bericht`}>Mail iedereen die komt, of op de hoogte wil blijven</a>
              </li>
            )}
            {mayIn('edit', phase) && (
              <li>
                <a href={`${home}/wijzigen`}>Wijzig of verplaats</a>
              </li>
            )}
            {mayIn('edit-link', phase) && !mayIn('edit', phase) && (
              <li>
                <a href={`${home}/link`}>Verander de link</a>
              </li>
            )}
            <li>
              <a href={`${home}/kopie`}>Maak een kopie</a>
            </li>
            <li>
              <form method="post" action={`${home}/export`}>
                <button class="link">Download als CSV</button>
              </form>
            </li>
          </ul>
          {mayIn('call-off', phase) && (
            <div class="lw-danger">
              <div>
                <a class="btn warn slim" href={`${home}/annuleren`}>
                  Gelast af
                </a>
                <span>
                  Wie komt of op de hoogte wil blijven, krijgt een mail. Dit kan niet ongedaan gemaakt worden.
                </span>
              </div>
            </div>
          )}
        </details>
      </div>
    </section>
  )
}
