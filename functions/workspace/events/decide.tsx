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
  children: Child
}

export const Post: FC<PostProps> = ({ action, plain, ends, children }) => (
  <form method="post" action={action}>
    <button class={ends ? 'btn warn' : plain ? 'btn plain' : 'btn'}>{children}</button>
  </form>
)

interface DecideProps {
  event: LoketEvent
  invitee: Invitee
  /** No seat is left: whoever is accepted now waits. */
  full: boolean
  now: Date
}

export const Decide: FC<DecideProps> = ({ event, invitee, full, now }) => {
  const given = toDecide(invitee)
  if (!given) return null
  if (!mayDecide(event, invitee, now)) return <p class="hint">Toelaten kan niet meer: de activiteit is begonnen.</p>
  const path = `${eventHome(event)}/genodigden/${invitee.id}`
  return (
    <>
      {invitee.verdacht && <p class="hint">{letInInWords(given.antwoord, full)}</p>}
      <div class="row">
        <Post action={`${path}/aanvaarden`} plain>
          {invitee.verdacht ? 'Dit is een echt antwoord' : acceptInWords(invitee, given.antwoord, full)}
        </Post>
        {invitee.laat && (
          <Post action={`${path}/weigeren`} plain>
            Weiger
          </Post>
        )}
      </div>
    </>
  )
}

function letInInWords(antwoord: Answer, full: boolean): string {
  const said = `Antwoord: ${listNames[antwoord].toLowerCase()}. `
  if (antwoord !== 'ja') return `${said}Laat u het toe, dan vertrekt de bevestiging.`
  return `${said}Laat u het toe, dan krijgt deze persoon ${full ? 'een plek op de wachtlijst: alles is volzet' : 'een plaats'}. De mail daarover vertrekt dan.`
}

function acceptInWords(invitee: Invitee, antwoord: Answer, full: boolean): string {
  if (antwoord === 'ja' && full && !isSeated(invitee)) return 'Zet op de wachtlijst'
  return `Aanvaard: ${listNames[antwoord]}`
}
