/** Inviting somebody, and taking their account away again. */
import type { FC } from 'hono/jsx'
import type { Person } from '../../../forms/kit/content.ts'
import { homePath, peoplePath, personPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

interface AboutMember extends WorkFrame {
  member: Person
}

const Back: FC<{ member: Person }> = ({ member }) => (
  <p>
    <a href={personPath(member.id)}>{`Terug naar ${member.name}`}</a>
  </p>
)

/** The link is made anew each time from the invitation's id; it is kept nowhere. */
export const InvitedPage: FC<AboutMember & { link: string }> = ({ member, link, ...frame }) => (
  <WorkPage {...frame} title={`${member.name} is uitgenodigd`} here="mensen">
    <h1>{`${member.name} is uitgenodigd`}</h1>
    <p>
      We mailen de uitnodiging naar <span class="address">{member.email}</span>. Ze werkt zeven dagen, en één keer.
    </p>
    <p>Komt de mail niet aan? Geef deze link dan zelf door, alleen aan {member.name}:</p>
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
    <p>Is het account nog niet gekoppeld? Nodig {member.name} dan opnieuw uit.</p>
    <Back member={member} />
  </WorkPage>
)

interface UnbindProps extends AboutMember {
  /** Nobody else of the network could invite people any more: refused. */
  last: boolean
}

export const UnbindPage: FC<UnbindProps> = ({ member, last, ...frame }) => {
  const title = last ? `${member.name} loskoppelen kan nu niet` : `${member.name} loskoppelen?`
  return (
    <WorkPage {...frame} title={title} here="mensen">
      <h1>{title}</h1>
      {last ? <LastCoordinator {...frame} member={member} /> : <Unbind {...frame} member={member} />}
    </WorkPage>
  )
}

const LastCoordinator: FC<AboutMember> = ({ network }) => (
  <>
    <p class="lead">Dit is de laatste coördinator met een account.</p>
    <p>
      Zonder coördinator kan niemand van {network.name} nog iemand uitnodigen. Nodig eerst een andere coördinator uit,
      en koppel pas los als die aangemeld is.
    </p>
    <p>Is er geen andere coördinator, of is het account verloren? Vraag het aan wie Loket beheert.</p>
    <p>
      <a class="btn" href={peoplePath}>
        Naar de mensen van {network.name}
      </a>
    </p>
  </>
)

const Unbind: FC<AboutMember> = ({ member, person }) => (
  <>
    <p>
      {person.id === member.id ? 'U wordt' : `${member.name} wordt`} meteen overal afgemeld, en kan niet meer aanmelden
      zonder nieuwe uitnodiging. De open dossiers blijven bij deze persoon staan: draag ze eerst over.
    </p>
    <form method="post" action={`${personPath(member.id)}/ontkoppelen`}>
      <div class="row">
        <button class="btn warn">{`Koppel ${member.name} los`}</button>
        <a href={personPath(member.id)}>Toch niet</a>
      </div>
    </form>
  </>
)

/** No such person in this network. */
export const NobodyPage: FC<WorkFrame> = (frame) => (
  <WorkPage {...frame} title="Deze link werkt niet." here="mensen">
    <h1>Deze link werkt niet.</h1>
    <p>Deze persoon hoort niet bij {frame.network.name}.</p>
    <p>
      <a class="btn" href={homePath}>
        Naar de werkruimte
      </a>
    </p>
  </WorkPage>
)
