/** The forms of who comes and what changes of somebody; and what has to be done before somebody leaves. */
import type { FC } from 'hono/jsx'
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { newPersonPath, peoplePath, personPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { EntryForm, ManagePage, Revision, type Shown } from '../manage/parts.tsx'

interface FormProps extends WorkFrame, Shown {
  content: NetworkContent
  revision: number
  page: Page
}

export const NewPersonPage: FC<FormProps> = ({ content, revision, page, typed, errors, ...frame }) => (
  <ManagePage
    {...frame}
    {...{ content, errors }}
    title="Laat iemand toe"
    here="mensen"
    back={{ href: peoplePath, text: 'Mensen' }}
  >
    <p class="lw-soft">
      Deze persoon krijgt een mail om een account te koppelen. U krijgt een mail als dat gebeurd is, met welk account en
      wanneer.
    </p>
    <EntryForm
      action={newPersonPath}
      questions={page.questions}
      {...{ typed, errors, revision }}
      button="Laat toe en nodig uit"
    />
  </ManagePage>
)

export const EditPersonPage: FC<FormProps & { member: Person }> = (props) => {
  const { member, content, revision, page, typed, errors, since, ...frame } = props
  const path = personPath(member.id)
  return (
    <ManagePage
      {...frame}
      {...{ content, errors, since }}
      title={`Gegevens van ${member.name}`}
      here="mensen"
      back={{ href: path, text: member.name }}
    >
      <EntryForm
        action={`${path}/wijzigen`}
        questions={page.questions}
        {...{ typed, errors, revision }}
        button="Bewaar"
      />
    </ManagePage>
  )
}

interface LeaveProps extends WorkFrame {
  content: NetworkContent
  revision: number
  member: Person
  /** Dossiers they have in hand. */
  held: number
  /** Nobody else could let anybody in. */
  last: boolean
}

export const LeavePage: FC<LeaveProps> = ({ content, revision, member, held, last, ...frame }) => {
  const path = personPath(member.id)
  const { name } = member
  const stops = held > 0 || last
  const title = stops ? `${name} kan nog niet weg` : `Gaat ${name} weg?`
  return (
    <ManagePage {...frame} {...{ content, title }} here="mensen" back={{ href: path, text: name }}>
      {last && (
        <p class="lead">
          Dit is de laatste coördinator met een account. Laat eerst een andere coördinator toe. Zonder coördinator kan
          niemand nog iemand toelaten.
        </p>
      )}
      {held > 0 && (
        <>
          <p class="lead">{`${name} heeft nog ${held === 1 ? '1 dossier' : `${held} dossiers`}. Draag die eerst over, zodat er niets blijft liggen.`}</p>
          <p>
            <a class="btn" href={`${path}#overdragen`}>
              Draag de dossiers over
            </a>
          </p>
        </>
      )}
      {!stops && (
        <form class="sheet" method="post" action={`${path}/weg`}>
          <Revision of={revision} />
          <ul>
            <li>{`${name} kan meteen niet meer aanmelden, ook niet waar die nu aangemeld is.`}</li>
            <li>De naam blijft staan bij wat al gebeurd is.</li>
            <li>Komt deze persoon terug? Dan zet u dit terug, en nodigt u opnieuw uit.</li>
          </ul>
          <div class="row">
            <button class="btn warn" data-next>{`${name} gaat weg`}</button>
            <a href={path}>Nee, ga terug</a>
          </div>
        </form>
      )}
    </ManagePage>
  )
}
