/** What an organiser does next with an event: one thing stands out, the rest is beside it or behind "Meer". */
import type { Child, FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { type EventAction, mayIn, type Phase } from '../../../forms/kit/events/phases.ts'
import type { Seats } from '../../shared/store/seats.ts'
import { eventHome } from '../../shared/work-paths.ts'
import { Post } from './decide.tsx'
import { SeatsDrawn } from './seats-drawn.tsx'
import type { Counts } from './words.ts'

export interface NextProps {
  event: LoketEvent
  phase: Phase
  seats: Seats | undefined
  counts: Counts
  /** How many do not follow the last change yet. */
  behind: number
  /** Seats that who was too late asks for. */
  askedLate: number
  /** ISO instant of this page: who was too late since is not let in unseen. */
  seenAt: string
  /** What is still missing, though nothing is wrong. */
  warning: string | undefined
}

interface Step {
  /** Why; absent where the button says it all. */
  text?: string
  /** First of all there is to do, or not. */
  button: (plain: boolean) => Child
}

const link = (href: string, label: string): Step['button'] => {
  return (plain) => (
    <a class={plain ? 'btn plain' : 'btn'} href={href} data-next={plain ? undefined : true}>
      {label}
    </a>
  )
}
const press = (action: string, label: string, hidden: Readonly<Record<string, string>> = {}): Step['button'] => {
  return (plain) => (
    <Post action={action} plain={plain} next={!plain} hidden={hidden}>
      {label}
    </Post>
  )
}

/** Who was too late: all at once where there is a seat for everybody, or one by one. */
function lateSteps({ event, phase, seats, counts, askedLate, seenAt }: NextProps): (Step | false)[] {
  const { laat } = counts
  if (laat === 0 || !mayIn('let-in', phase)) return []
  const home = eventHome(event)
  const free = seats ? seats.capaciteit - seats.bezet : undefined
  const fits = free === undefined || (seats?.wachtend === 0 && askedLate <= free)
  const text = `${counted(laat, 'mens antwoordde', 'mensen antwoordden')} te laat.`
  const room =
    free === undefined
      ? ''
      : free > 0
        ? ` Er ${free === 1 ? 'is' : 'zijn'} nog ${counted(free, 'plaats', 'plaatsen')} vrij.`
        : ' Alles is volzet: wie u toelaat, komt op de wachtlijst.'
  const one = link(`${home}/genodigden?lijst=laat`, 'Beslis één voor één')
  const all = press(`${home}/genodigden/toelaten`, laat === 1 ? 'Laat 1 mens toe' : `Laat alle ${laat} toe`, {
    gezien: seenAt,
  })
  return fits ? [{ text: text + room, button: all }, { button: one }] : [{ text: text + room, button: one }]
}

/** What cannot wait comes first. */
function stepsOf(props: NextProps): Step[] {
  const { event, phase, seats, counts, behind } = props
  const mayInvite = mayIn('invite', phase)
  const home = eventHome(event)
  const { nieuw, verdacht } = counts
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
    ...lateSteps(props),
    verdacht > 0 && {
      text: `${verdacht === 1 ? '1 antwoord lijkt' : `${verdacht} antwoorden lijken`} door een machine ingevuld. Dat neemt geen plaats in tot u het toelaat.`,
      button: link(`${home}/genodigden?lijst=verdacht`, 'Kijk het na'),
    },
    mayInvite && nieuw > 0 && { button: link(`${home}/uitnodigen`, `Nodig ${counted(nieuw, 'mens', 'mensen')} uit`) },
    mayIn('news', phase) && { button: link(`${home}/nieuws`, 'Zet verslag of slides erbij') },
    mayInvite && { button: link(`${home}/importeren`, 'Voeg genodigden toe') },
    mayIn('write-down', phase) && { button: link(`${home}/namens`, 'Noteer een antwoord voor wie belde') },
    mayIn('attendance', phase) && { button: link(`${home}/aanwezigheid`, 'Aanwezigheid') },
  ]
  return all.filter((step) => step !== false)
}

/** Behind "Meer", each only in the phases that allow it. */
const more: readonly { action: EventAction; path: string; label: string }[] = [
  { action: 'mail-news', path: 'bericht', label: 'Mail iedereen die komt, of op de hoogte wil blijven' },
  { action: 'edit', path: 'wijzigen', label: 'Wijzig of verplaats' },
  { action: 'invite-on', path: 'volgende', label: 'Nodig uit wie op de hoogte wil blijven' },
]

export const NextPart: FC<NextProps> = (props) => {
  const { event, phase, seats, askedLate } = props
  const home = eventHome(event)
  const steps = stepsOf(props)
  return (
    <section class="lw-block lw-do">
      {steps.map(({ text }) => text && <p>{text}</p>)}
      {seats && <SeatsDrawn taken={seats.bezet} asked={askedLate} capacity={seats.capaciteit} />}
      <div class="row">
        {steps.map(({ button }, index) => button(index > 0))}
        <details class="lw-meer">
          <summary>Meer</summary>
          <ul class="lw-plain">
            {more.map(
              ({ action, path, label }) =>
                mayIn(action, phase) && (
                  <li>
                    <a href={`${home}/${path}`}>{label}</a>
                  </li>
                ),
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
                <span>Wie komt, uitgenodigd is of op de hoogte wil blijven, krijgt een mail. Dit kan niet terug.</span>
              </div>
            </div>
          )}
        </details>
      </div>
    </section>
  )
}
