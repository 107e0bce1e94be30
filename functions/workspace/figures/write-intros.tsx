/** Above a text that came back from its reader, and a signaal that can be read and no longer changed. */
import type { FC } from 'hono/jsx'
import { type NetworkContent, nameIn } from '../../../forms/kit/content.ts'
import type { Writing } from '../../../forms/kit/figures/writing.ts'
import { Note } from '../../shared/web/report/note.tsx'
import { figuresPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import type { OpenWriting } from './open-writing.ts'
import { StateTag, TakeAway } from './writing-parts.tsx'

export const GivenBack: FC<{ content: NetworkContent; writing: Writing; remark: string }> = ({
  content,
  writing,
  remark,
}) => (
  <div class="note">
    <p>
      <b>{`${nameIn(content, writing.reader)} gaf uw tekst terug.`}</b> Er staat iets in waaraan u iemand herkent, of
      een zin die iemand letterlijk zei.
    </p>
    {remark && <p class="lf-regels">{remark}</p>}
  </div>
)

interface AgreedProps extends WorkFrame {
  content: NetworkContent
  open: OpenWriting
  /** Where it is taken away; not as long as everybody reads it. */
  away: string | undefined
}

export const Agreed: FC<AgreedProps> = ({ content, open: { writing, written }, away, ...frame }) => (
  <WorkPage {...frame} title={written.title} here="cijfers" figures>
    <p class="eyebrow">
      <a href={figuresPath}>Cijfers</a>
    </p>
    <h1>{`Signaal voor ${writing.year}`}</h1>
    <p>
      {`Geschreven door ${nameIn(content, writing.by)}, over ${writing.dossiers} dossiers.`}{' '}
      <StateTag state={writing.state} />
    </p>
    <Note kind="signaal" written={written} under="page" />
    {away !== undefined && <TakeAway action={away} revision={writing.revision} />}
  </WorkPage>
)
