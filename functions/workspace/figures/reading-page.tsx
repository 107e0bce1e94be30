/** Where a second person reads a signaal or a casus, and says whether somebody could be known by it. */
import type { FC } from 'hono/jsx'
import { type NetworkContent, nameIn } from '../../../forms/kit/content.ts'
import { readerPage } from '../../../forms/kit/figures/writing-page.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { Note } from '../../shared/web/report/note.tsx'
import { TypedText } from '../../shared/web/typed-text.tsx'
import { figuresPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import type { OpenWriting } from './open-writing.ts'
import { Meanwhile } from './writing-parts.tsx'

interface ReadingPageProps extends WorkFrame {
  content: NetworkContent
  open: OpenWriting
  typed: RawInput
  errors: readonly FieldError[]
  notice?: string | undefined
}

export const ReadingPage: FC<ReadingPageProps> = ({ content, open, typed, errors, notice, ...frame }) => {
  const { writing, written } = open
  const { kind, by, on, state, revision } = writing
  const title = kind === 'signaal' ? 'Lees een signaal na' : 'Lees een casus na'
  const mayRead = state === 'wacht' && by !== frame.person.id
  const lost = typed.get('anders')?.[0]
  return (
    <WorkPage {...frame} title={title} problem={errors.length > 0} here="cijfers" figures>
      <ProblemSummary errors={errors} />
      <p class="eyebrow">
        <a href={figuresPath}>Cijfers</a>
      </p>
      <h1>{title}</h1>
      <Meanwhile notice={notice} />
      <p>{`${nameIn(content, by)} schreef dit op ${dateInWords(on)}. ${whereTo(writing)}`}</p>
      <Note kind={kind} written={written} under="page" />
      {mayRead ? (
        <form class="sheet" method="post" novalidate>
          <h2>Staat er iets in waaraan u iemand herkent, of een zin die iemand letterlijk zei?</h2>
          <input type="hidden" name="versie" value={String(revision)} />
          {readerPage.questions.map((question) => (
            <QuestionField question={question} context={{ typed, errors }} />
          ))}
          <div class="row">
            <button class="btn" name="actie" value="goed" data-next>
              Nee, dit is goed
            </button>
            <button class="btn plain" name="actie" value="terug">
              Ja, geef terug
            </button>
          </div>
        </form>
      ) : (
        lost && (
          <TypedText
            id="getypt"
            label="Wat u schreef, is niet bewaard. Kopieer het als u het nodig hebt."
            text={lost}
          />
        )
      )}
    </WorkPage>
  )
}

const whereTo = ({ kind, year, dossiers }: OpenWriting['writing']): string =>
  kind === 'casus'
    ? 'Is het goed, dan kan iedereen die hier met dossiers werkt het lezen, tot 1 februari.'
    : `Is het goed, dan komt het in het jaaroverzicht van ${year}. Het gaat over ${dossiers} dossiers.`
