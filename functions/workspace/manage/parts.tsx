/** What the pages of Beheer share: the form of an entry, what somebody else changed meanwhile, and what was changed before. */
import type { Child, FC } from 'hono/jsx'
import { type NetworkContent, nameOf } from '../../../forms/kit/content.ts'
import { type About, changeInWords, entryInWords } from '../../../forms/kit/manage/in-words.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import type { ContentChange, Deed } from '../../shared/store/content-changes.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { Problem, ProblemSummary } from '../../shared/web/problem.tsx'
import { changePath, changesPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { moment } from '../mail-words.ts'
import { aboutOf, type History, revisionField } from './desk.ts'

/** With what a page of Beheer answers to what was typed. */
export interface Shown {
  typed: RawInput
  errors?: readonly FieldError[] | undefined
  /** What somebody else did to it since the form was made; then nothing was saved. */
  since?: readonly ContentChange[] | undefined
}

export const statusOf = ({ errors = [], since = [] }: Shown): 200 | 409 | 422 =>
  since.length > 0 ? 409 : errors.length > 0 ? 422 : 200

interface ManagePageProps extends WorkFrame, Partial<Shown> {
  title: string
  content: NetworkContent
  /** Where it leads back to. */
  back: { href: string; text: string }
  /** In the menu. */
  here?: string
  children?: Child
}

/** The frame of a page: where it leads back to, and what is wrong with what was typed on it. */
export const ManagePage: FC<ManagePageProps> = (props) => {
  const { title, content, back, here = 'beheer', errors = [], since = [], typed: _typed, children, ...frame } = props
  return (
    <WorkPage {...frame} title={title} problem={errors.length > 0 || since.length > 0} here={here}>
      <ProblemSummary errors={errors} />
      {since.length > 0 && <ChangedMeanwhile since={since} content={content} />}
      <p class="eyebrow">
        <a href={back.href}>{back.text}</a>
      </p>
      <h1>{title}</h1>
      {children}
    </WorkPage>
  )
}

interface EntryFormProps extends Omit<Shown, 'since'> {
  action: string
  questions: readonly Question[]
  /** Of the content as it is now: pressed again, the form says that this was seen. */
  revision: number
  button: string
  children?: Child
}

/** The form of one entry. */
export const EntryForm: FC<EntryFormProps> = ({
  action,
  questions,
  typed,
  errors = [],
  revision,
  button,
  children,
}) => (
  <form class="sheet" method="post" action={action} novalidate>
    <Revision of={revision} />
    {questions.map((question) => (
      <QuestionField question={question} context={{ typed, errors }} />
    ))}
    {children}
    <div class="row">
      <button class="btn" data-next>
        {button}
      </button>
    </div>
  </form>
)

export const Revision: FC<{ of: number }> = ({ of }) => <input type="hidden" name={revisionField} value={String(of)} />

const ChangedMeanwhile: FC<{ since: readonly ContentChange[]; content: NetworkContent }> = ({ since, content }) => (
  <Problem>
    <h2>Iemand veranderde dit intussen</h2>
    <p>Wat u typte, is nog niet bewaard. Het staat hieronder. Dit veranderde er terwijl u bezig was:</p>
    {since.map((change) => (
      <Change change={change} content={content} />
    ))}
    <p>Neem over wat u wilt houden, en bewaar opnieuw.</p>
  </Problem>
)

/** Who did it and when, and each field from what to what. */
export const Change: FC<{ change: ContentChange; content: NetworkContent }> = ({ change, content }) => {
  const about = aboutOf(content)
  return (
    <>
      <p>{`${whoInWords(change, content)}, ${moment(new Date(change.at))}:`}</p>
      <ul class="lines">
        {change.changed.map((one) => (
          <li>
            <b>{entryInWords(one, about)}</b>
            {change.large ? ' Te veel om hier te tonen.' : <Fields of={one} about={about} />}
          </li>
        ))}
      </ul>
    </>
  )
}

const Fields: FC<{ of: ContentChange['changed'][number]; about: About }> = ({ of, about }) => (
  <ul>
    {changeInWords(of, about).map(({ label, from, to }) => (
      <li>
        {`${label}: `}
        {from === undefined ? '' : <del>{from}</del>}
        {from !== undefined && to !== undefined ? ' → ' : ''}
        {to === undefined ? from === undefined ? '' : ' (weg)' : <ins>{to}</ins>}
      </li>
    ))}
  </ul>
)

const deeds: Readonly<Record<Deed, string>> = {
  gewijzigd: 'wijzigde',
  teruggezet: 'zette terug',
  bevestigd: 'bevestigde',
  ingelezen: 'las een bestand in',
  gegeven: 'vulde in',
}

/** "Coördinator Aalst wijzigde" */
const whoInWords = ({ who, what }: Pick<ContentChange, 'who' | 'what'>, content: NetworkContent): string =>
  `${who === 'beheer' ? 'De beheerder van Loket' : (nameOf(content, who) ?? 'Iemand die hier niet meer werkt')} ${deeds[what]}`

interface HistoryProps {
  history: History
  content: NetworkContent
}

/** What was changed before, each with the way to put it back. */
export const HistoryPart: FC<HistoryProps> = ({ history: { changes, more }, content }) => (
  <section class="lw-block">
    <h2>Wat veranderde er?</h2>
    {changes.length === 0 && <p>Nog niets, of het is langer dan een jaar geleden.</p>}
    <ul class="lw-plain">
      {changes.map((change) => (
        <li>
          <span class="grow">
            <a href={changePath(change.revision)}>{whatInWords(change, content)}</a>
          </span>
          <span class="by">{`${whoInWords(change, content)}, ${moment(new Date(change.at))}`}</span>
        </li>
      ))}
    </ul>
    {more && (
      <p>
        <a href={changesPath}>Alle wijzigingen</a>
      </p>
    )}
  </section>
)

/** "Mensen: Jan: E-mailadres, Telefoon", or how many there are. */
function whatInWords({ changed, large }: ContentChange, content: NetworkContent): string {
  const about = aboutOf(content)
  const [first, ...others] = changed
  if (!first) return 'Iets dat deze versie van Loket niet kent'
  if (others.length > 0) return `${entryInWords(first, about)}, en nog ${others.length}`
  const labels = large ? [] : changeInWords(first, about).map(({ label }) => label)
  const isNew = first.from === undefined && !large
  return [entryInWords(first, about), isNew ? 'nieuw' : first.to === undefined ? 'weg' : labels.join(', ')]
    .filter(Boolean)
    .join(': ')
}
