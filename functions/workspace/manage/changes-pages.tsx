/** All that was changed in Beheer; and one change, with "Zet terug". */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { ContentChange } from '../../shared/store/content-changes.ts'
import { changePath, changesPath, managePath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { History } from './desk.ts'
import { Change, HistoryPart, ManagePage, Revision } from './parts.tsx'

export const ChangesPage: FC<WorkFrame & { content: NetworkContent; history: History }> = (props) => {
  const { content, history, ...frame } = props
  return (
    <ManagePage {...frame} title="Alle wijzigingen" content={content} back={{ href: managePath, text: 'Beheer' }}>
      <p class="lw-soft">
        {`Wie wat veranderde, het laatste eerst. We bewaren dit ${frame.network.retention.audit} dagen.`}
      </p>
      <HistoryPart history={{ ...history, more: false }} content={content} />
      {history.more && <p>{`Dit zijn de laatste ${history.changes.length}. Er zijn er meer.`}</p>}
    </ManagePage>
  )
}

/** Whether a change can be put back: as long as nobody changed the same since. */
export interface Standing {
  kind: 'can-go-back' | 'changed-since' | 'not-here'
  change: ContentChange
}

interface ChangePageProps extends WorkFrame {
  standing: Standing
  content: NetworkContent
  revision: number
  /** It was put back just now. */
  done: boolean
}

export const ChangePage: FC<ChangePageProps> = ({ standing, content, revision, done, ...frame }) => {
  const { kind, change } = standing
  const back = { href: changesPath, text: 'Alle wijzigingen' }
  return (
    <ManagePage {...frame} title="Een wijziging" content={content} back={back}>
      {done && (
        <p class="done" role="status">
          Teruggezet. Alles is weer zoals voor deze wijziging.
        </p>
      )}
      <Change change={change} content={content} />
      {change.undid !== undefined && (
        <p>
          <a href={changePath(change.undid)}>De wijziging die teruggezet werd</a>
        </p>
      )}
      {kind === 'can-go-back' && (
        <form class="sheet" method="post" action={changePath(change.revision)}>
          <Revision of={revision} />
          <p>Zet u dit terug, dan is alles weer zoals ervoor. Ook dat kunt u daarna terugzetten.</p>
          <button class="btn" data-next>
            Zet terug
          </button>
        </form>
      )}
      {kind === 'not-here' && (
        <p class="note">
          Dit gaat niet terug met één druk. Verander het op <a href={managePath}>de pagina ervan</a>.
        </p>
      )}
      {kind === 'changed-since' && !done && (
        <p class="note">
          Dit werd daarna opnieuw veranderd. Het kan dus niet in één keer terug. Verander het zelf, op de pagina ervan.
        </p>
      )}
    </ManagePage>
  )
}
