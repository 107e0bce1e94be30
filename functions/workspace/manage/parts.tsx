/** What the pages of Beheer share: the form of an entry, what somebody else changed meanwhile, and what was changed before. */
import type { Child, FC } from 'hono/jsx'
import { type NetworkContent, nameIn } from '../../../forms/kit/content.ts'
import { changeInWords, entryInWords, type FieldChange } from '../../../forms/kit/manage/in-words.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { capitalised } from '../../../forms/kit/text.ts'
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
  /** A file can be chosen. */
  choosesFile?: boolean
  /** In a column of its own where there is room. */
  beside?: Child
  children?: Child
}

/** The frame of a page: where it leads back to, and what is wrong with what was typed on it. */
export const ManagePage: FC<ManagePageProps> = (props) => {
  const { title, content, back, here = 'beheer', beside, errors = [], since = [], choosesFile, ...others } = props
  const { typed: _typed, children, ...frame } = others
  const problem = errors.length > 0 || since.length > 0
  // What a file is chosen with is drawn by the sheet of events.
  const choosing = choosesFile ? { choosesFile, overleg: true } : {}
  return (
    <WorkPage {...frame} {...choosing} title={title} problem={problem} here={here}>
      <ProblemSummary errors={errors} />
      {since.length > 0 && <ChangedMeanwhile since={since} content={content} />}
      <p class="eyebrow">
        <a href={back.href}>{back.text}</a>
      </p>
      <h1>{title}</h1>
      {beside ? (
        <div class="lw-case lw-manage">
          <div>{children}</div>
          <div>{beside}</div>
        </div>
      ) : (
        children
      )}
    </WorkPage>
  )
}

interface EntryFormProps extends Omit<Shown, 'since'> {
  action: string
  questions: readonly Question[]
  /** Of the content as it is now: pressed again, the form says that this was seen. */
  revision: number
  button: string
  /** Beside that button. */
  beside?: Child
  /** It is the second form of its page: of two, one button stands out. */
  second?: boolean
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
  beside,
  second = false,
  children,
}) => (
  <form class="sheet" method="post" action={action} novalidate>
    <Revision of={revision} />
    {questions.map((question) => (
      <QuestionField question={question} context={{ typed, errors }} />
    ))}
    {children}
    <div class="row">
      <button class={second ? 'btn plain' : 'btn'} data-next>
        {button}
      </button>
      {beside}
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
      {change.changed.map((one) => (
        <section class="lw-band">
          <h2>{entryInWords(one, about)}</h2>
          {change.large ? <p>Te veel om hier te tonen.</p> : <FieldChanges changes={changeInWords(one, about)} />}
        </section>
      ))}
    </>
  )
}

/** Each field from what to what. */
export const FieldChanges: FC<{ changes: readonly FieldChange[] }> = ({ changes }) => (
  <ul class="lw-plain">
    {changes.map((field) => (
      <FieldLine {...field} />
    ))}
  </ul>
)

const FieldLine: FC<FieldChange> = ({ label, from, to }) => (
  <li>
    <span class="lw-soft">{`${label}: `}</span>
    <span class="grow">
      {from !== undefined && to !== undefined && 'van '}
      {from !== undefined && <del>{from}</del>}
      {from !== undefined && to !== undefined && ' naar '}
      {to === undefined ? ' (weg)' : <ins>{to}</ins>}
    </span>
  </li>
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
  `${who === 'beheer' ? 'De beheerder van Loket' : capitalised(nameIn(content, who))} ${deeds[what]}`

interface HistoryProps {
  history: History
  content: NetworkContent
}

/** What was changed before, each with the way to put it back. */
export const HistoryPart: FC<HistoryProps> = ({ history: { changes, more }, content }) => (
  <section class="lw-band">
    <h2>Wat veranderde er?</h2>
    <ul class="lw-plain">
      {changes.length === 0 && <li>Nog niets, of het is langer dan een jaar geleden.</li>}
      {changes.map((change) => (
        <li>
          <span class="grow">
            <a href={changePath(change.revision)}>{whatInWords(change, content)}</a>
          </span>
          <span class="by">{`${whoInWords(change, content)}, ${moment(new Date(change.at))}`}</span>
        </li>
      ))}
      {more && (
        <li>
          <a href={changesPath}>Alle wijzigingen</a>
        </li>
      )}
    </ul>
  </section>
)

/** "Mensen: Jan: E-mailadres, Telefoon", or how many there are. */
function whatInWords({ changed, large }: ContentChange, content: NetworkContent): string {
  const about = aboutOf(content)
  const [first, ...others] = changed
  if (!first) return 'Iets dat deze versie van Loket niet kent'
  if (others.length > 0) return `${entryInWords(first, about)}, en nog ${others.length}`
  const labels = large ? [] : changeInWords(first, about).map(({ label }) => label)
  const isNew = first.from === undefined && first.of !== 'awaited' && !large
  return [entryInWords(first, about), isNew ? 'nieuw' : first.to === undefined ? 'weg' : labels.join(', ')]
    .filter(Boolean)
    .join(': ')
}
