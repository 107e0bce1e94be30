/** One invitee: what they said, whether mail reaches them, and all that can be done about it. */
import type { Child, FC } from 'hono/jsx'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { isJustResent, mayResend } from '../../../forms/kit/events/invitee-changes.ts'
import { may } from '../../../forms/kit/events/phases.ts'
import { isSeated } from '../../../forms/kit/events/rsvp.ts'
import { hasMail } from '../../../forms/kit/events/rsvp-mails.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { dayInWords } from '../../../forms/kit/time.ts'
import { isReturned } from '../../shared/store/outbox-item.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { eventHome } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { daysOf } from './csv.ts'
import { Decide, Post } from './decide.tsx'
import { AnswerTag, mailInWords, nameOf, personPath, type Shown, sinceOf } from './invitee-row.tsx'
import { Done, Page } from './pages.tsx'
import { personQuestions } from './person-form.ts'
import { listNames } from './words.ts'

export interface PersonProps extends WorkFrame, Shown {
  event: LoketEvent
  full: boolean
  typed: RawInput
  errors: readonly FieldError[]
  done: string | undefined
  now: Date
}

export const PersonPage: FC<PersonProps> = (props) => {
  const { event, invitee, email, full, errors, done, now } = props
  const whom = nameOf(invitee, email)
  return (
    <Page
      {...props}
      title={whom}
      above={event.titel}
      back={`${eventHome(event)}/genodigden`}
      problem={errors.length > 0}
    >
      <ProblemSummary errors={errors} />
      <Done text={done} />
      <div class="lw-dossier">
        <h1>
          <bdi>{whom}</bdi>
        </h1>
        <AnswerTag invitee={invitee} />
      </div>
      <Advice {...props} />
      <Decide {...{ event, invitee, full, whom, now }} />
      <div class="lw-case">
        <div>
          <CorrectForm {...props} />
        </div>
        <div>
          <Said {...props} />
          <Acts {...props} />
        </div>
      </div>
    </Page>
  )
}

/** What is wrong first; where the oldest mail went is not told, only that it did not arrive. */
const Advice: FC<PersonProps> = ({ told }) => {
  if (!isReturned(told ?? {})) return null
  return (
    <p class="lw-safe">
      {told?.fate === 'klacht'
        ? 'Deze persoon meldde onze mail als ongewenst. Bel, voor u nog iets stuurt.'
        : `De mail van ${dayInWords(new Date(told?.plannedAt ?? 0))} kwam niet aan. Verbeter het adres, of bel deze persoon.`}
    </p>
  )
}

const CorrectForm: FC<PersonProps> = ({ event, invitee, told, typed, errors, now }) => {
  // Who was not reached gets it again at once; else what is typed changes nothing that somebody waits for.
  const sends = mayResend(event, invitee, now)
  const sendsFirst = sends && isReturned(told ?? {})
  const send = (
    <button
      class={sendsFirst ? 'btn' : 'btn plain'}
      name="actie"
      value="stuur"
      data-next={sendsFirst ? true : undefined}
    >
      Bewaar en stuur opnieuw
    </button>
  )
  return (
    <section class="lw-block">
      <header>
        <h2>Gegevens</h2>
      </header>
      <form method="post" action={`${personPath(event, invitee)}/gegevens`} novalidate>
        <input type="hidden" name="revisie" value={String(invitee.revisie)} />
        {personQuestions(invitee).map((question) => (
          <QuestionField question={question} context={{ typed, errors }} />
        ))}
        <div class="row">
          {sendsFirst && send}
          <button
            class={sendsFirst ? 'btn plain' : 'btn'}
            name="actie"
            value="bewaar"
            data-next={sendsFirst ? undefined : true}
          >
            Bewaar
          </button>
          {sends && !sendsFirst && send}
        </div>
      </form>
    </section>
  )
}

const Said: FC<PersonProps> = ({ event, invitee, email, told }) => {
  const { laat, antwoord, collegas = [], aantal, eigen = {}, opmerking, casus, afgemeld, verdacht, phone } = invitee
  const lines: [string, Child][] = [
    ['Antwoord', antwoord ? listNames[antwoord] : 'Geen antwoord'],
    ...(laat ? [['Te laat', listNames[laat.antwoord]] as [string, Child]] : []),
    ['Sinds', dayInWords(new Date(sinceOf(invitee)))],
    ...(phone ? [['Telefoon', <a href={`tel:${phone}`}>{phone}</a>] as [string, Child]] : []),
    ...(email ? [['E-mailadres', <bdi>{email}</bdi>] as [string, Child]] : []),
    ['Mail', mailInWords(invitee, told) || 'geen'],
    ...(collegas.length > 0
      ? [
          [
            'Komt met',
            <bdi>{collegas.map(({ naam, functie }) => (functie ? `${naam} (${functie})` : naam)).join(', ')}</bdi>,
          ] as [string, Child],
        ]
      : []),
    ...(event.perSessie && invitee.sessies ? [['Dagen', daysOf(event, invitee).join(', ')] as [string, Child]] : []),
    ...(aantal === undefined ? [] : [['Met hoeveel', String(aantal)] as [string, Child]]),
    ...event.vragen.flatMap(({ id, vraag }): [string, Child][] => (eigen[id] ? [[vraag, <bdi>{eigen[id]}</bdi>]] : [])),
    ...(casus ? [['Casus', 'brengt een casus in'] as [string, Child]] : []),
    ...(opmerking ? [['Opmerking', <bdi>{opmerking}</bdi>] as [string, Child]] : []),
    ...(laat?.opmerking && laat.opmerking !== opmerking
      ? [['Opmerking, te laat', <bdi>{laat.opmerking}</bdi>] as [string, Child]]
      : []),
    ...(afgemeld ? [['Let op', 'wil geen mails meer'] as [string, Child]] : []),
    ...(verdacht
      ? [['Let op', 'verdacht: ingevuld door een machine? Neemt geen plaats in, mail aangehouden'] as [string, Child]]
      : []),
  ]
  return (
    <section class="lw-block">
      <header>
        <h2>Wat we weten</h2>
      </header>
      <dl class="lw-qa">
        {lines.map(([label, value]) => (
          <div>
            <dt>
              <bdi>{label}</bdi>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Acts: FC<PersonProps> = ({ event, invitee, now }) => {
  const path = personPath(event, invitee)
  const seated = isSeated(invitee) || invitee.wacht !== undefined
  return (
    <section class="lw-block">
      <header>
        <h2>Doe iets</h2>
      </header>
      <div class="row">
        {may('write-down', event, now) && (
          <a class="btn plain" href={`${eventHome(event)}/namens?${new URLSearchParams({ wie: invitee.id })}`}>
            Noteer een antwoord
          </a>
        )}
        {mayResend(event, invitee, now) && !isJustResent(invitee, now) && (
          <Post action={`${path}/opnieuw`} plain>
            {invitee.antwoord || invitee.laat ? 'Stuur de bevestiging opnieuw' : 'Stuur de uitnodiging opnieuw'}
          </Post>
        )}
        {seated && may('give-up', event, now) && (
          <a class="btn plain" href={`${path}/vrijgeven`}>
            {invitee.wacht ? 'Haal van de wachtlijst' : 'Geef de plaats vrij'}
          </a>
        )}
        <a class="btn warn" href={`${path}/weghalen`}>
          Haal weg
        </a>
      </div>
      <p class="hint">
        {hasMail(invitee)
          ? 'Weghalen: de persoonlijke link werkt niet meer. Deze persoon krijgt geen mail.'
          : 'Weghalen: deze persoon krijgt geen mail. Laat het zelf weten.'}
      </p>
    </section>
  )
}
