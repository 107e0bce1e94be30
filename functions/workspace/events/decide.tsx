/** What an organiser decides of one answer: one that came too late, or that a machine seems to have given. */
import type { Child, FC } from 'hono/jsx'
import type { Answer, LoketEvent } from '../../../forms/kit/events/events.ts'
import { type Invitee, isSeated } from '../../../forms/kit/events/rsvp.ts'
import { mayDecide, toDecide } from '../../../forms/kit/events/rsvp-decide.ts'
import { eventHome } from '../../shared/work-paths.ts'
import { listNames } from './words.ts'

interface PostProps {
  action: string
  /** Beside what is to be done first. */
  plain?: boolean
  /** It cannot be undone. */
  ends?: boolean
  /** The one thing that goes on. */
  next?: boolean
  /** Goes along unseen. */
  hidden?: Readonly<Record<string, string>>
  /** In a row of a list: the button looks like a link. */
  inRow?: boolean | undefined
  children: Child
}

export const Post: FC<PostProps> = ({ action, plain, ends, next, hidden = {}, inRow, children }) => (
  <form method="post" action={action}>
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button
      class={inRow ? 'link' : ends ? 'btn warn' : plain ? 'btn plain' : 'btn'}
      data-next={next ? true : undefined}
    >
      {children}
    </button>
  </form>
)

interface DecideProps {
  event: LoketEvent
  invitee: Invitee
  /** No seat is left: whoever is accepted now waits. */
  full: boolean
  /** Whom it is about, for who does not see the row. */
  whom: string
  inRow?: boolean
  now: Date
}

export const Decide: FC<DecideProps> = ({ event, invitee, full, whom, inRow, now }) => {
  const given = toDecide(invitee)
  if (!given) return null
  if (!mayDecide(event, invitee, now)) return <p class="hint">Toelaten kan niet meer: de activiteit is begonnen.</p>
  const path = `${eventHome(event)}/genodigden/${invitee.id}`
  return (
    <>
      {invitee.verdacht && <p class="hint">{letInInWords(given.antwoord, full)}</p>}
      <div class="row">
        <Post action={`${path}/aanvaarden`} plain inRow={inRow}>
          {invitee.verdacht ? 'Dit is een echt antwoord' : acceptInWords(invitee, given.antwoord, full)}
          <span class="hidden-visually">{`: ${whom}`}</span>
        </Post>
        {invitee.laat && (
          <Post action={`${path}/weigeren`} plain inRow={inRow}>
            Weiger
            <span class="hidden-visually">{`: ${whom}`}</span>
          </Post>
        )}
      </div>
      {invitee.laat && !inRow && (
        <p class="hint">Weigert u, dan krijgt deze persoon daar geen mail over: laat het zelf weten.</p>
      )}
    </>
  )
}

function letInInWords(antwoord: Answer, full: boolean): string {
  const said = `Antwoord: ${listNames[antwoord].toLowerCase()}. `
  if (antwoord !== 'ja') return `${said}Laat u het toe, dan vertrekt de bevestiging.`
  return `${said}Laat u het toe, dan krijgt deze persoon ${full ? 'een plek op de wachtlijst: alles is volzet' : 'een plaats'}. De mail daarover vertrekt dan.`
}

function acceptInWords(invitee: Invitee, antwoord: Answer, full: boolean): string {
  if (antwoord === 'ja') return full && !isSeated(invitee) ? 'Zet op de wachtlijst' : 'Laat toe'
  return `Noteer: ${listNames[antwoord].toLowerCase()}`
}
