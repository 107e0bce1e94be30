/** Inviting somebody, and taking their account away again. */
import type { FC } from 'hono/jsx'
import type { Person } from '../../../forms/kit/network.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { personPath } from './people-page.tsx'

interface AboutMember extends WorkFrame {
  member: Person
}

const Back: FC<{ member: Person }> = ({ member }) => (
  <p>
    <a href={personPath(member.id)}>{`Terug naar ${member.naam}`}</a>
  </p>
)

/** The link is made anew each time from the invitation's id; it is kept nowhere. */
export const InvitedPage: FC<AboutMember & { link: string }> = ({ member, link, ...frame }) => (
  <WorkPage {...frame} title={`${member.naam} is uitgenodigd`} here="mensen">
    <h1>{`${member.naam} is uitgenodigd`}</h1>
    <p>
      We mailen de uitnodiging naar <span class="address">{member.email}</span>. Ze werkt zeven dagen, en één keer.
    </p>
    <p>Komt de mail niet aan? Geef deze link dan zelf door, alleen aan {member.naam}:</p>
    <p class="note" data-invitation>
      {link}
    </p>
    <Back member={member} />
  </WorkPage>
)

/** Used, over, or somebody else's. */
export const InvitationOverPage: FC<AboutMember> = ({ member, ...frame }) => (
  <WorkPage {...frame} title="Deze uitnodiging is verlopen of al gebruikt" here="mensen">
    <h1>Deze uitnodiging is verlopen of al gebruikt</h1>
    <p>Is het account nog niet gekoppeld? Nodig {member.naam} dan opnieuw uit.</p>
    <Back member={member} />
  </WorkPage>
)

interface UnbindProps extends AboutMember {
  /** Nobody else of the network could invite people any more. */
  last: boolean
}

export const UnbindPage: FC<UnbindProps> = ({ member, last, ...frame }) => {
  const title = `${member.naam} ontkoppelen?`
  return (
    <WorkPage {...frame} title={title} here="mensen">
      <h1>{title}</h1>
      {last && (
        <div class="note" role="alert">
          <p>
            <strong>Dit is de laatste coördinator met een account.</strong> Daarna kan niemand van dit netwerk nog
            iemand uitnodigen. Alleen wie Loket beheert, kan dat dan herstellen.
          </p>
        </div>
      )}
      <p>
        {frame.person.id === member.id ? 'U wordt' : `${member.naam} wordt`} meteen overal afgemeld, en kan niet meer
        aanmelden zonder nieuwe uitnodiging. De open dossiers blijven bij deze persoon staan: draag ze eerst over.
      </p>
      <form method="post" action={`${personPath(member.id)}/ontkoppelen`}>
        {last && <input type="hidden" name="laatste" value="ja" />}
        <div class="row">
          <button class="btn">{`Ontkoppel ${member.naam}`}</button>
          <a href={personPath(member.id)}>Toch niet</a>
        </div>
      </form>
    </WorkPage>
  )
}

/** No such person in this network. */
export const NobodyPage: FC<WorkFrame> = (frame) => (
  <WorkPage {...frame} title="Deze link werkt niet." here="mensen">
    <h1>Deze link werkt niet.</h1>
    <p>Deze persoon hoort niet bij {frame.network.naam}.</p>
    <p>
      <a class="btn" href="/werkruimte">
        Naar de werkruimte
      </a>
    </p>
  </WorkPage>
)
