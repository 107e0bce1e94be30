/** Behind a personal link: what this invitee answered, and changing it. */
import type { FC } from 'hono/jsx'
import { rsvpQuestions } from '../../../forms/event-rsvp.ts'
import { deadlineInWords } from '../../../forms/kit/events/events.ts'
import { mayIn, type Phase, takesAnswers } from '../../../forms/kit/events/phases.ts'
import { type Invitee, isSeated, mayAnswer } from '../../../forms/kit/events/rsvp.ts'
import { attestPath, eventPath, giveUpPath, informedOfPersonal, lateOfPersonal } from '../../shared/public-paths.ts'
import { joinsLine } from '../../shared/store/seats.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { Layout } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { InformedLink, News } from './event-after.tsx'
import { EventFacts, EventHead, EventText } from './event-facts.tsx'
import { Closed, Full, Refused } from './event-phase.tsx'
import { Coming, type InvitationProps, Late, Standing } from './invitation-standing.tsx'
import { RsvpForm } from './rsvp-form.tsx'

export const InvitationPage: FC<InvitationProps> = (props) => {
  const { assets, event, network, phase, invitee, path, seats, errors, refused, typed, next, now } = props
  const comes = isSeated(invitee) && phase !== 'afgelast'
  return (
    <Layout
      assets={assets}
      network={network}
      title={event.titel}
      problem={refused || errors.length > 0}
      printable={comes}
      here="activiteiten"
    >
      <ProblemSummary errors={errors} />
      <article class="lp-act">
        <header>
          <p class="eyebrow">
            {invitee.naam ? (
              <>
                Deze pagina is van <bdi>{invitee.naam}</bdi>. Deel de link niet.
              </>
            ) : (
              'Deze pagina is van u alleen. Deel de link niet.'
            )}
          </p>
          {refused && !takesAnswers(phase) && (
            <Refused {...{ event, phase, network, typed }} latePath={lateOf(path, phase)} />
          )}
          {comes ? (
            <Coming {...props} />
          ) : (
            <>
              <EventHead event={event} />
              <Standing {...props} />
            </>
          )}
          {invitee.laat && <Late {...props} />}
          {!takesAnswers(phase) && !refused && <AfterDeadline {...props} />}
          {mayIn('attest', phase) && invitee.aanwezig?.length ? (
            <p>
              <a class="btn" href={attestPath(path)}>
                Druk uw attest
              </a>
            </p>
          ) : null}
          {mayIn('news', phase) && <News event={event} next={next} />}
          {!takesAnswers(phase) &&
            invitee.antwoord !== 'op_de_hoogte' &&
            mayAnswer(event, invitee, 'op_de_hoogte', now) && (
              <InformedLink event={event} href={informedOfPersonal(path)} />
            )}
          <Ways {...props} />
        </header>
        <EventFacts event={event} network={network} phase={phase} seats={seats} ticket={comes} />
        <div class="tekst">
          {comes && <h2>Waarover het gaat</h2>}
          <EventText event={event} />
          {takesAnswers(phase) && <Changing {...props} />}
        </div>
      </article>
    </Layout>
  )
}

const lateOf = (path: string, phase: Phase): string => (phase === 'gesloten' ? lateOfPersonal(path) : '')

/** What can be done beside it: each is a page of its own, or a place on this one. */
const Ways: FC<InvitationProps> = ({ event, phase, invitee, path, unsubscribePath }) => (
  <p class="row apart no-print">
    {takesAnswers(phase) && <a href="#komt-u">{invitee.antwoord ? 'Wijzig mijn antwoord' : 'Geef uw antwoord'}</a>}
    {mayGiveUp(invitee, phase) && (
      <a href={giveUpPath(path)}>{invitee.wacht ? 'Haal mij van de wachtlijst' : 'Ik kan toch niet komen'}</a>
    )}
    {takesAnswers(phase) && isSeated(invitee) && event.toegang === 'openbaar' && !event.metHoeveel && (
      <a href={`#${fieldId('collega[0].naam')}`}>Breng een collega mee</a>
    )}
    {phase === 'gesloten' && invitee.laat && <a href={lateOfPersonal(path)}>Wijzig wat u te laat meldde</a>}
    {takesAnswers(phase) && event.toegang === 'openbaar' && <a href={eventPath(event)}>Voor een collega</a>}
    {invitee.afgemeld ? (
      <span>U krijgt geen mails meer over deze activiteit.</span>
    ) : (
      <a href={unsubscribePath}>Geen mails meer hierover</a>
    )}
  </p>
)

/** Giving back a place is possible until the start. */
export const mayGiveUp = ({ antwoord }: Invitee, phase: Phase): boolean => antwoord === 'ja' && mayIn('give-up', phase)

/** What can still be said, once no answer counts any more. */
const AfterDeadline: FC<InvitationProps> = ({ event, network, phase, now, invitee, path }) => {
  if (takesAnswers(phase) || phase === 'afgelast' || invitee.laat || invitee.geweigerdOp) return null
  if (mayGiveUp(invitee, phase))
    return (
      <p>{`U kon antwoorden tot en met ${deadlineInWords(event)}. Kunt u toch niet komen? Laat het weten. Dat kan tot het begin.`}</p>
    )
  return isSeated(invitee) ? null : <Closed {...{ event, phase, now, network }} latePath={lateOf(path, phase)} />
}

const Changing: FC<InvitationProps> = (props) => {
  const { event, invitee, path, typed, errors, seats } = props
  const { antwoord, wacht } = invitee
  const full = seats !== undefined && joinsLine(seats) && antwoord !== 'ja'
  return (
    <>
      <h2 id="komt-u">{antwoord ? 'Wijzig uw antwoord' : 'Geef uw antwoord'}</h2>
      {antwoord && <p>{`Dat kan tot en met ${deadlineInWords(event)}.`}</p>}
      {full && <Full seats={seats} />}
      <RsvpForm
        action={path}
        questions={rsvpQuestions(event, { by: 'personal', full, waits: wacht !== undefined })}
        typed={typed}
        errors={errors}
        button={antwoord ? 'Wijzig mijn antwoord' : 'Verstuur mijn antwoord'}
      />
    </>
  )
}
