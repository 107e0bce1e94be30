/** What the lists share: how a date, a count and a dossier look. */
import type { FC } from 'hono/jsx'
import { dateInShort } from '../../../forms/kit/time.ts'
import { dossierPath } from '../../shared/work-paths.ts'
import { relativeDay } from './relative-day.ts'
import type { QueueRow } from './rows.ts'

/** Above the rows of a list, on screen and on paper. */
export const Columns: FC = () => (
  <>
    <th scope="col">Over</th>
    <th scope="col">Stand, hoelang</th>
    <th scope="col" class="stap">
      Volgende stap
    </th>
    <th scope="col">Tegen</th>
    <th scope="col">Bij wie</th>
    <th scope="col" class="lw-ref">
      Referentie
    </th>
  </>
)

/** What to watch, outlined; always in words, whatever the colour. */
export const Flags: FC<{ row: QueueRow }> = ({ row }) => (
  <>
    {row.old && <Flag text="verouderd" />}
    {row.mend && <Flag text="niet aangekomen" red />}
    {row.suspect && <Flag text="verdacht" red />}
    {row.doubtful && !row.closed && <Flag text="twijfel" />}
  </>
)

const Flag: FC<{ text: string; red?: true }> = ({ text, red }) => (
  <>
    {' '}
    <span class={red ? 'lw-flag red' : 'lw-flag'}>{text}</span>
  </>
)

/** By when the next thing happens: "te laat, vr 28 mei", "vandaag", "vr 4 jun". */
export const By: FC<{ row: Pick<QueueRow, 'on' | 'late' | 'isDue'>; today: string }> = ({
  row: { on, late, isDue },
  today,
}) => {
  if (on === undefined) return <>–</>
  if (late) return <b class="lw-late">{`te laat, ${dateInShort(on, today)}`}</b>
  return isDue ? <b class="lw-late">vandaag</b> : relativeDay(on, today)
}

/** "voor Casemanager Aalst, afwezig tot en met vr 27 nov": why a dossier of somebody else is in the list. */
export const StandsIn: FC<{ row: QueueRow; today: string }> = ({ row: { standsIn }, today }) =>
  standsIn ? (
    <span
      class="lw-flag"
      data-voor
    >{`voor ${standsIn.name}, afwezig tot en met ${dateInShort(standsIn.until, today)}`}</span>
  ) : null

/** Says in the list itself that a suspect is real: what was held leaves, and it stands among the others. */
export const Release: FC<{ row: QueueRow }> = ({ row: { reference, release } }) =>
  release ? (
    <form method="post" action={`${dossierPath(reference)}/${release.action}`}>
      <input type="hidden" name="revision" value={release.revision} />
      <input type="hidden" name="bij" value={release.holder} />
      <button class="btn plain">
        {release.label}
        <span class="hidden-visually">{`: ${reference}`}</span>
      </button>
    </form>
  ) : null

/** Whom it is about, with the way to it, whether somebody opened it, and who asked. */
export const About: FC<{ row: QueueRow }> = ({ row }) => (
  <>
    <a href={dossierPath(row.reference)}>
      <bdi>{row.over ?? '–'}</bdi>
      <span class="hidden-visually">{` ${row.reference}`}</span>
    </a>{' '}
    {row.unread && (
      <>
        <span class="lw-flag new">nieuw</span>{' '}
      </>
    )}
    <WhoAsked row={row} />
  </>
)

/** The same where nothing is to press. */
export const AboutWithoutLink: FC<{ row: QueueRow }> = ({ row }) => (
  <>
    <bdi class="strong">{row.over ?? '–'}</bdi> <WhoAsked row={row} />
  </>
)

/** Where nobody said it, what it is. */
export const WhoAsked: FC<{ row: QueueRow }> = ({ row: { form, organisatie, gemeente } }) => (
  <span class="lw-soft">
    <bdi>{[organisatie ?? form, gemeente].filter(Boolean).join(', ')}</bdi>
  </span>
)

interface PagesProps {
  /** Where the list begins. */
  first: string
  /** Where this page begins; absent on the first. */
  na: string | undefined
  /** Address of the page after this one; absent on the last. */
  next: string | undefined
}

/** Below a list that goes on, or began before. */
export const Pages: FC<PagesProps> = ({ first, na, next }) =>
  na || next ? (
    <nav class="row pages" aria-label="Bladeren">
      {na && <a href={first}>Terug naar het begin</a>}
      {next && (
        <a class="btn plain" rel="next" href={next}>
          Volgende
        </a>
      )}
    </nav>
  ) : null

/** Below a list of which some answers stayed closed. */
export const Unreadable: FC = () => (
  <p class="note" role="status">
    Bij sommige aanvragen konden we de gegevens niet openen. Daar staat een streepje. Probeer het straks opnieuw.
  </p>
)

/** "tot en met vr 27 nov", or also from when, while it is still to come. */
export function dateAway({ from, until }: { from: string; until: string }, today: string): string {
  const end = `tot en met ${dateInShort(until, today)}`
  return from <= today ? end : `van ${dateInShort(from, today)} ${end}`
}
