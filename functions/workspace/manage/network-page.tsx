/** The mailboxes that count, and what waits to be confirmed; the forms that are closed, and closing one. */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { AwaitedMailbox, ClosedForm } from '../../../forms/kit/content-schema.ts'
import { isClosed, opensOn } from '../../../forms/kit/manage/closed-form.ts'
import { confirmedBefore, mailboxesPage } from '../../../forms/kit/manage/mailboxes-page.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { dateInWords, momentInWords } from '../../../forms/kit/time.ts'
import { managePath, networkPath, openAgainPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { History } from './desk.ts'
import { EntryForm, HistoryPart, ManagePage, Revision, type Shown } from './parts.tsx'

export interface MailboxLine {
  label: string
  address: string | undefined
  /** Asked for, and not confirmed. */
  waits: AwaitedMailbox | undefined
  /** The mail that asks it did not arrive. */
  cameBack: boolean
}

export interface Closure {
  form: string
  name: string
  closed: ClosedForm
}

interface NetworkPageProps extends WorkFrame {
  content: NetworkContent
  revision: number
  lines: readonly MailboxLine[]
  closures: readonly Closure[]
  history: History
  mailboxes: Shown
  closing: Shown
  /** On which a form is closed. */
  page: Page
  /** What was saved just now. */
  done: 'mailboxes' | 'closing' | undefined
  now: Date
}

const doneWords = {
  mailboxes:
    'Bewaard. Een nieuw adres telt zodra het daar bevestigd is: we mailden het net. Het oude adres kreeg een bericht.',
  closing: 'Bewaard. De pagina van het formulier zegt het binnen een minuut.',
} as const

export const NetworkPage: FC<NetworkPageProps> = (props) => {
  const { content, revision, lines, closures, history, mailboxes, closing, page, done, now, ...frame } = props
  const { errors = [], since = [] } = mailboxes
  const problems = { errors: [...errors, ...(closing.errors ?? [])], since: [...since, ...(closing.since ?? [])] }
  return (
    <ManagePage
      {...frame}
      {...problems}
      title="Netwerk"
      content={content}
      back={{ href: managePath, text: 'Beheer' }}
      beside={<HistoryPart history={history} content={content} />}
    >
      {done && (
        <p class="done" role="status">
          {doneWords[done]}
        </p>
      )}
      <h2>Postbussen</h2>
      <section class="lw-band">
        <ul class="lw-plain">
          {lines.map((line) => (
            <Line {...line} />
          ))}
        </ul>
      </section>
      <EntryForm
        action={networkPath}
        questions={mailboxesPage.questions}
        {...mailboxes}
        revision={revision}
        button="Bewaar de postbussen"
      />
      <h2>Een formulier even sluiten</h2>
      {closures.map((closure) => (
        <ClosureLine {...{ ...closure, revision, now }} />
      ))}
      <p class="hint">
        Wie wil beginnen of verzenden, leest sinds wanneer, tot wanneer en wie er helpt. Wat al ingevuld is, blijft
        bewaard tot het formulier weer open is.
      </p>
      <EntryForm
        action={networkPath}
        questions={page.questions}
        {...closing}
        revision={revision}
        button="Sluit het formulier"
        second
      />
    </ManagePage>
  )
}

const Line: FC<MailboxLine> = ({ label, address, waits, cameBack }) => (
  <li>
    <span class="grow">{label}</span>
    <span>{address ? <bdi class="address">{address}</bdi> : <span class="tag late">nog geen</span>}</span>
    {waits && (
      <p>
        <span class={cameBack ? 'tag late' : 'tag wait'}>{cameBack ? 'niet aangekomen' : 'wacht op bevestiging'}</span>{' '}
        <bdi class="address">{waits.address}</bdi>.{' '}
        {cameBack
          ? 'Kijk het adres na. Tot dan blijven mails aankomen op het oude adres.'
          : `Kan tot ${momentInWords(confirmedBefore(waits))}. Tot dan telt het oude adres.`}
      </p>
    )}
  </li>
)

const ClosureLine: FC<Closure & { revision: number; now: Date }> = ({ form, name, closed, revision, now }) => (
  <div class="note">
    <p>
      <b>{name}</b>{' '}
      {isClosed(closed, now)
        ? `is dicht tot en met ${dateInWords(closed.until)}.`
        : `gaat dicht van ${dateInWords(closed.from)} tot en met ${dateInWords(closed.until)}.`}{' '}
      {`Weer open op ${dateInWords(opensOn(closed))}.`}
    </p>
    <p>{closed.text}</p>
    <div class="row">
      <a class="btn plain slim" href={`${networkPath}?dicht=${form}`}>
        Wijzig<span class="hidden-visually">{`: ${name}`}</span>
      </a>
      <form method="post" action={openAgainPath(form)}>
        <Revision of={revision} />
        <button class="btn plain slim">
          {isClosed(closed, now) ? 'Zet weer open' : 'Laat open'}
          <span class="hidden-visually">{`: ${name}`}</span>
        </button>
      </form>
    </div>
  </div>
)
