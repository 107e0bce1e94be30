/** What several pages show of what people write beside the figures: a list with how each stands. */
import type { FC } from 'hono/jsx'
import { type NetworkContent, nameIn } from '../../../forms/kit/content.ts'
import { mayChange, type Writing } from '../../../forms/kit/figures/writing.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { casusPath, readingPath, signaalPath } from '../../shared/work-paths.ts'
import type { OpenWriting } from './open-writing.ts'
import { kindInWords, stateInWords } from './writing-words.ts'

export const StateTag: FC<Pick<Writing, 'state'>> = ({ state }) => (
  <span class={state === 'nagelezen' ? 'tag ok' : 'tag'}>{stateInWords[state]}</span>
)

interface LinesProps {
  content: NetworkContent
  /** Id of who looks. */
  who: string
  lines: readonly OpenWriting[]
}

/** Each leads to where this person goes on with it. */
export const WritingLines: FC<LinesProps> = ({ content, who, lines }) => (
  <ul class="lf-wie">
    {lines.map(({ writing, written }) => (
      <li>
        <a href={pathFor(writing, who)}>{written.title}</a> <StateTag state={writing.state} />
        <br />
        <span class="hint">{`${nameIn(content, writing.by)}, ${dateInWords(writing.on)}`}</span>
      </li>
    ))}
  </ul>
)

function pathFor(writing: Writing, who: string): string {
  const { kind, year, id, by, state } = writing
  if (state === 'wacht' && by !== who) return readingPath(kind === 'casus' ? 'casus' : year, id)
  if (kind === 'signaal') return signaalPath(year, id)
  return casusPath(id, mayChange(writing, who) ? 'wijzigen' : undefined)
}

/** What waits for this person: to read, or to write otherwise. */
export const WaitingLines: FC<LinesProps & { title: string }> = ({ title, content, who, lines }) =>
  lines.length === 0 ? null : (
    <>
      <h2>{`${title} (${lines.length})`}</h2>
      <ul class="lf-wie">
        {lines.map(({ writing, written }) => (
          <li>
            {`${kindInWords[writing.kind]}: `}
            <a href={pathFor(writing, who)}>{written.title}</a>
            <br />
            <span class="hint">{`${nameIn(content, writing.by)}, ${dateInWords(writing.on)}`}</span>
          </li>
        ))}
      </ul>
    </>
  )

/** Of the form below: the page has another, with a revision of its own. */
export const awayField = 'gezien'

/** In two presses: gone is gone. */
export const TakeAway: FC<{ action: string; revision: number }> = ({ action, revision }) => (
  <details class="no-print">
    <summary>Haal deze tekst weg</summary>
    <form method="post" action={action}>
      <input type="hidden" name={awayField} value={String(revision)} />
      <p>Daarna kan niemand ze nog lezen, ook u niet.</p>
      <button class="btn plain">Ja, haal weg</button>
    </form>
  </details>
)

/** What happened meanwhile, above what it is about. */
export const Meanwhile: FC<{ notice: string | undefined }> = ({ notice }) =>
  notice === undefined ? null : (
    <div class="note" role="alert">
      <p>{notice}</p>
    </div>
  )
