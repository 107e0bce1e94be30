/** The casussen of a network for intervisie: the list, and one of them to read or to print. */
import type { FC } from 'hono/jsx'
import { type NetworkContent, nameIn } from '../../../forms/kit/content.ts'
import { frozenFrom } from '../../../forms/kit/figures/tally.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import { Note } from '../../shared/web/report/note.tsx'
import { casusPath, casussenPath, figuresPath, homePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import type { OpenWriting } from './open-writing.ts'
import { TakeAway, WritingLines } from './writing-parts.tsx'

interface CasussenPageProps extends WorkFrame {
  content: NetworkContent
  /** What somebody agreed to. */
  agreed: readonly OpenWriting[]
  /** Of whoever looks, and not agreed yet. */
  own: readonly OpenWriting[]
  /** What was just done, in words. */
  done: string | undefined
}

export const CasussenPage: FC<CasussenPageProps> = ({ content, agreed, own, done, ...frame }) => {
  const about = { content, who: frame.person.id }
  return (
    <WorkPage {...frame} title="Casussen voor intervisie" here="cijfers" figures>
      <p class="eyebrow">
        <a href={figuresPath}>Cijfers</a>
      </p>
      <h1>Casussen voor intervisie</h1>
      {done && (
        <p class="done" role="status">
          {done}
        </p>
      )}
      <p>Een casus staat los van elk dossier. Op 1 februari na het jaar waarin hij geschreven is, is hij weg.</p>
      {agreed.length === 0 ? <p class="hint">Er is nog geen casus.</p> : <WritingLines {...about} lines={agreed} />}
      {own.length > 0 && (
        <>
          <h2>Van u, nog niet nagelezen</h2>
          <WritingLines {...about} lines={own} />
        </>
      )}
      {frame.person.role === 'coordinator' && (
        <p>
          Een casus schrijven? Open een dossier bij <a href={homePath}>Aanvragen</a> en kies “Schrijf een casus”.
        </p>
      )}
    </WorkPage>
  )
}

export const CasusPage: FC<WorkFrame & { content: NetworkContent; open: OpenWriting }> = ({
  content,
  open: { writing, written },
  ...frame
}) => (
  <WorkPage {...frame} title={written.title} here="cijfers" figures printable>
    <p class="eyebrow no-print">
      <a href={casussenPath}>Casussen voor intervisie</a>
    </p>
    <div class="lf-papier">
      <h1>Casus voor intervisie</h1>
      <Note kind="casus" written={written} under="page" />
      <p class="hint">
        {`Geschreven door ${nameIn(content, writing.by)}, nagelezen door ${nameIn(content, writing.reader)}. `}
        {`Weg vanaf ${dateInWords(brusselsDate(frozenFrom(writing.year)))}: vernietig dan ook wat u afdrukte.`}
      </p>
    </div>
    <p class="row no-print">
      <button class="btn" type="button" data-print hidden>
        Druk af
      </button>
    </p>
    {frame.person.role === 'coordinator' && (
      <TakeAway action={casusPath(writing.id, 'weg')} revision={writing.revision} />
    )}
  </WorkPage>
)
