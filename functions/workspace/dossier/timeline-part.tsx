/** The one timeline of a dossier, newest first, and above it where a note is written. */
import type { FC } from 'hono/jsx'
import { mayCorrect } from '../../../forms/kit/lifecycle/corrections.ts'
import { dayInWords } from '../../../forms/kit/time.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { dossierPath } from '../../shared/work-paths.ts'
import { onceField } from '../once.ts'
import { note } from './small-pages.ts'
import { TaskEntry } from './task-entry.tsx'
import { byDay, type Entry, type TimelineView, timelineField, timelineOf } from './timeline.ts'
import { ConsultationEntry, ContactEntry, MailEntry, StepEntry } from './timeline-entry.tsx'
import type { DossierView } from './view.ts'
import { callsInWords } from './words.ts'

interface TimelineProps {
  view: DossierView
  /** What was chosen to see; without a choice the newest. */
  shown: TimelineView | undefined
  /** For a note; nothing can be written without it. */
  onceIds: { contact: string; note: string } | undefined
  /** A task that is done can be opened again. */
  mayReopen: boolean
}

/** Entries that stand there before somebody asks for all. */
const mostAtFirst = 25

const views = [
  ['alles', 'Alles'],
  ['contact', 'Contact'],
  ['mails', 'Mails'],
  ['stappen', 'Stappen'],
] as const satisfies readonly (readonly [TimelineView, string])[]

export const TimelinePart: FC<TimelineProps> = ({ view, shown, onceIds, mayReopen }) => {
  const { entries, toCome, unneeded } = timelineOf(view, shown)
  const first = shown ? entries : entries.slice(0, mostAtFirst)
  const path = dossierPath(view.dossier.reference)
  const left = entries.length - first.length
  return (
    <section class="lw-block" id="tijdlijn">
      <header>
        <h2>Tijdlijn</h2>
      </header>
      {onceIds && <Write path={path} onceIds={onceIds} />}
      <nav class="lw-kinds" aria-label="Toon van de tijdlijn">
        {views.map(([key, text]) => (
          <a
            class="lw-kind"
            href={`${path}?${timelineField}=${key}#tijdlijn`}
            aria-current={key === shown ? 'true' : undefined}
          >
            {text}
          </a>
        ))}
      </nav>
      <Mails view={view} name="Nog te vertrekken" mails={toCome} />
      {entries.length === 0 && <p class="hint">Nog niets.</p>}
      <Entries view={view} entries={first} mayCorrect={onceIds !== undefined} mayReopen={mayReopen} />
      {left > 0 && (
        <p>
          <a href={`${path}?${timelineField}=alles#tijdlijn`}>{`Toon de oudste ${left}`}</a>
        </p>
      )}
      <Mails view={view} name="Niet meer nodig" mails={unneeded} />
      <p class="hint">Elke keer dat iemand dit dossier opent, wordt ook bewaard.</p>
    </section>
  )
}

/** A note; and that somebody called back, which nobody presses while they call. */
const Write: FC<{ path: string; onceIds: { contact: string; note: string } }> = ({ path, onceIds }) => (
  <>
    <form class="lw-write" method="post" action={`${path}/notitie`} novalidate>
      <input type="hidden" name={onceField} value={onceIds.note} />
      <QuestionField question={note} context={{ typed: new Map(), errors: [] }} />
      <button class="btn plain slim">Bewaar de notitie</button>
    </form>
    <form class="lw-write" method="post" action={`${path}/contact`}>
      <input type="hidden" name={onceField} value={onceIds.contact} />
      <button class="link" name="contact" value="teruggebeld">
        {callsInWords.teruggebeld}
      </button>
    </form>
  </>
)

interface EntriesProps {
  view: DossierView
  entries: readonly Entry[]
  mayCorrect: boolean
  mayReopen: boolean
}

/** Under the day of each. `mayCorrect`: whoever wrote a line may mend it here. */
export const Entries: FC<EntriesProps> = ({ view, entries, ...may }) => (
  <ol class="lw-time">
    {byDay(entries).map(([, ofDay]) => (
      <li>
        <h3>{dayInWords(new Date(ofDay[0]?.at ?? 0))}</h3>
        <ol>
          {ofDay.map((entry) => (
            <One view={view} entry={entry} {...may} />
          ))}
        </ol>
      </li>
    ))}
  </ol>
)

const One: FC<Omit<EntriesProps, 'entries'> & { entry: Entry }> = ({ view, entry, mayCorrect: may, mayReopen }) => {
  switch (entry.kind) {
    case 'step':
      return <StepEntry view={view} line={entry.line} />
    case 'contact':
      return <ContactEntry view={view} line={entry.line} mayCorrect={may && mayCorrect(entry.line, view.person)} />
    case 'task':
      return <TaskEntry view={view} task={entry.task} mayOpen={mayReopen} />
    case 'mail':
      return <MailEntry view={view} mail={entry.mail} />
    case 'consultation':
      return <ConsultationEntry view={view} people={entry.people} at={entry.at} />
  }
}

/** Mails that are in no day of the past. */
const Mails: FC<{ view: DossierView; name: string; mails: DossierView['mails'] }> = ({ view, name, mails }) =>
  mails.length === 0 ? null : (
    <details class="lw-fold">
      <summary>{`${name} (${mails.length})`}</summary>
      <ol class="lw-time">
        <li>
          <ol>
            {mails.map((mail) => (
              <MailEntry view={view} mail={mail} />
            ))}
          </ol>
        </li>
      </ol>
    </details>
  )
