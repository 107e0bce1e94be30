/** One event for who organises it: how it stands, what is next, and what needs a person. */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { deadlineInWords, eventStart, eventWhen, type LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Asked, askedOf, Milestone } from '../../../forms/kit/events/overview.ts'
import { mayIn } from '../../../forms/kit/events/phases.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { addDays, brusselsDate, dateInShort, dateInWords } from '../../../forms/kit/time.ts'
import { eventPath } from '../../shared/public-paths.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { NextPart, type NextProps } from './next-part.tsx'
import { Done, Page, PhaseTag } from './pages.tsx'
import { type Filter, filters, notReached } from './words.ts'

export interface OverviewProps extends WorkFrame, NextProps {
  milestones: readonly Milestone[]
  asked: ReturnType<typeof askedOf>
  /** The first of whom mail does not reach. */
  returned: readonly { invitee: Invitee; email: string | undefined }[]
  /** Mails to many that left, by what they are. */
  sent: readonly { label: string; count: number }[]
  /** What somebody just did. */
  done: string | undefined
  now: Date
}

export const OverviewPage: FC<OverviewProps> = (props) => {
  const { event, phase, done } = props
  return (
    <Page {...props} title={event.titel} back={eventsHome}>
      <Done text={done} />
      <div class="lw-dossier">
        <h1>
          <bdi>{event.titel}</bdi>
        </h1>
        <PhaseTag phase={phase} />
      </div>
      <p class="lw-meta">
        <span>{eventWhen(event)}</span>
        <span>
          <bdi>{event.plaats}</bdi>
        </span>
        <span>{`Antwoorden tot en met ${deadlineInWords(event)}`}</span>
        <a href={eventPath(event)}>Publieke pagina</a>
      </p>
      {props.warning && <p class="lw-safe">{props.warning}</p>}
      <Glance {...props} />
      <NextPart {...props} />
      <div class="lw-case">
        <div>
          <Road {...props} />
          <AskedPart {...props} />
        </div>
        <div>
          <Returned {...props} />
          <SentPart {...props} />
          {mayIn('call-off', phase) && <MailsToYou event={event} />}
        </div>
      </div>
    </Page>
  )
}

/** Each number is the way to its list; what nobody is on is not there. */
const Glance: FC<OverviewProps> = ({ event, seats, counts, asked }) => {
  const list = (filter: Filter) => `${eventHome(event)}/genodigden?lijst=${filter}`
  const shown = filters.filter(({ filter }) => counts[filter] > 0)
  const taken = seats?.bezet ?? counts.ja
  const isEmpty = shown.length === 0
  return (
    <nav class="lw-chips" aria-label="In één oogopslag">
      {seats && taken === 0 && (
        <span class="lw-count">
          <b>{seats.capaciteit}</b> {seats.capaciteit === 1 ? 'plaats' : 'plaatsen'} vrij
        </span>
      )}
      {isEmpty && !seats && <span class="lw-count">nog niemand op de lijst</span>}
      {shown.map(({ filter, inCount }) => (
        <a class={['laat', 'verdacht', notReached].includes(filter) ? 'lw-count late' : 'lw-count'} href={list(filter)}>
          {filter === 'ja' && seats ? (
            <>
              <b data-lijst="ja">{taken}</b> van {seats.capaciteit} plaatsen
            </>
          ) : (
            <>
              <b data-lijst={filter}>{counts[filter]}</b> {filter === 'ja' && counts.ja > 1 ? 'nemen deel' : inCount}
            </>
          )}
        </a>
      ))}
      {!seats && asked.people > counts.ja && (
        <span class="lw-count">
          <b>{asked.people}</b> mensen, met wie ze meebrengen
        </span>
      )}
    </nav>
  )
}

const nameOf = ({ name }: Milestone, { soort }: LoketEvent): string => {
  if (name === 'day') return soort
  return name === 'day-before' ? 'de dag ervoor' : name
}

const Road: FC<OverviewProps> = ({ event, phase, milestones, now }) => {
  const today = brusselsDate(now)
  const day = brusselsDate(new Date(event.start))
  const dayBefore = addDays(day, -1)
  return (
    <section class="lw-block">
      <header>
        <h2>Waar staan we?</h2>
      </header>
      {phase === 'afgelast' ? (
        <p>Deze activiteit gaat niet door.</p>
      ) : (
        <ol class="lw-phases">
          {milestones.map((milestone) => (
            <li class={milestone.state} aria-current={milestone.state === 'now' ? 'step' : undefined}>
              {nameOf(milestone, event)}
              <small>
                {[
                  milestone.count ? String(milestone.count) : undefined,
                  milestone.on ? dateInShort(milestone.on, today) : undefined,
                ]
                  .filter((part) => part !== undefined)
                  .join(' op ')}
              </small>
            </li>
          ))}
        </ol>
      )}
      {mayIn('mail-practical', phase) && today < dayBefore && (
        <p>{`Op ${dateInWords(dayBefore)} mailen we “Tot morgen om ${eventStart(event)}” naar wie komt.`}</p>
      )}
    </section>
  )
}

const answerInWords = ({ kind, answers }: Asked): string =>
  kind === 'tekst'
    ? `${answers[0]?.count ?? 0} keer`
    : answers.map(({ text, count }) => (text === undefined ? `samen ${count}` : `${count} ${text}`)).join(' · ')

/** Of who comes; the texts themselves stand with each of them. */
const AskedPart: FC<OverviewProps> = ({ event, asked }) => {
  const { asked: questions, cases, remarks } = asked
  if (questions.length + cases + remarks === 0) return null
  const list = `${eventHome(event)}/genodigden?lijst=ja`
  return (
    <section class="lw-block">
      <header>
        <h2>Wat mensen vroegen</h2>
      </header>
      <dl class="lw-qa">
        {questions.map((question) => (
          <div>
            <dt>
              <bdi>{question.question}</bdi>
            </dt>
            <dd>
              <bdi>{answerInWords(question)}</bdi>
            </dd>
          </div>
        ))}
        {cases > 0 && (
          <div>
            <dt>Een casus</dt>
            <dd>{counted(cases, 'mens brengt er een in', 'mensen brengen er een in')}</dd>
          </div>
        )}
        {remarks > 0 && (
          <div>
            <dt>Opmerkingen</dt>
            <dd>
              <a href={list}>{counted(remarks, 'mens schreef er een', 'mensen schreven er een')}</a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** Whom mail does not reach, and what to do about each. */
const Returned: FC<OverviewProps> = ({ event, returned, counts }) =>
  returned.length === 0 ? null : (
    <section class="lw-block">
      <header>
        <h2>Niet aangekomen</h2>
      </header>
      <ul class="lw-plain lp-bounce">
        {returned.map(({ invitee, email }) => (
          <li>
            <bdi class="strong">{invitee.naam ?? email}</bdi>
            {invitee.organisatie && (
              <>
                {', '}
                <bdi>{invitee.organisatie}</bdi>
              </>
            )}
            <span>
              Bel deze persoon, of{' '}
              <a href={`${eventHome(event)}/genodigden/${invitee.id}`}>
                verbeter het adres<span class="hidden-visually">{` van ${invitee.naam ?? email}`}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
      {counts[notReached] > returned.length && (
        <p>
          <a href={`${eventHome(event)}/genodigden?lijst=${notReached}`}>{`Bekijk alle ${counts[notReached]}`}</a>
        </p>
      )}
    </section>
  )

const SentPart: FC<OverviewProps> = ({ sent }) => {
  const left = sent.filter(({ count }) => count > 0)
  return left.length === 0 ? null : (
    <section class="lw-block">
      <header>
        <h2>Mails die vertrokken</h2>
      </header>
      <ul class="lw-plain">
        {left.map(({ label, count }) => (
          <li>
            {label} <b>{count}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

const MailsToYou: FC<{ event: LoketEvent }> = ({ event }) => (
  <section class="lw-block">
    <header>
      <h2>U krijgt een mail</h2>
    </header>
    <p>
      {`Als de inschrijving sluit${event.capaciteit === undefined ? '' : ', als alles volzet is'}, als iemand te laat antwoordt, als een mail niet aankomt, en de dag ervoor. Hoogstens één per dag van elk, met de aantallen.`}
    </p>
  </section>
)
