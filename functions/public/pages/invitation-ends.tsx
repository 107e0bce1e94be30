/** What an invitee ends: their own place, and all mail. Each is asked once; looking at these pages does nothing. */
import type { FC } from 'hono/jsx'
import { eventDay, eventStart, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { type Invitee, isSeated } from '../../../forms/kit/events/rsvp.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { ChoiceQuestion } from '../../../forms/kit/questions/questions.ts'
import { capitalised, inLine } from '../../../forms/kit/text.ts'
import { giveUpPath } from '../../shared/public-paths.ts'
import type { Seats } from '../../shared/store/seats.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'

interface GiveUpProps extends Frame {
  event: LoketEvent
  network: Network
  invitee: Invitee
  /** Of the personal page. */
  path: string
  seats: Seats | undefined
}

export const GiveUpPage: FC<GiveUpProps> = ({ assets, event, network, invitee, path, seats }) => {
  const waits = invitee.wacht !== undefined
  const title = waits ? 'Wilt u van de wachtlijst?' : 'Kunt u toch niet komen?'
  return (
    <Layout assets={assets} network={network} title={title} here="activiteiten">
      <TwoColumns beside={<HelpBeside network={network} title="Twijfelt u?" />} label="Hulp">
        <h1>{title}</h1>
        <p class="lead">
          <bdi>{event.titel}</bdi>
          <br />
          {`${capitalised(eventDay(event))} om ${eventStart(event)}`}
        </p>
        <form class="sheet" method="post" action={giveUpPath(path)}>
          <ForWhom invitee={invitee} />
          <p>{whatFollows(invitee, seats)} U hoeft geen reden te geven.</p>
          <div class="row">
            <button class="btn warn" data-next>
              {buttonOf(invitee, seats)}
            </button>
            <a href={path}>{waits ? 'Nee, ik blijf wachten' : 'Nee, ik kom wel'}</a>
          </div>
        </form>
      </TwoColumns>
    </Layout>
  )
}

/** Who answered for colleagues too, says whose place it is about. */
const ForWhom: FC<{ invitee: Invitee }> = ({ invitee: { collegas = [] } }) => {
  if (collegas.length === 0) return null
  const names = inLine(collegas.map(({ naam }) => naam))
  const question: ChoiceQuestion = {
    kind: 'choice',
    name: 'voor',
    label: 'Voor wie?',
    error: '',
    options: [
      { value: 'mij', label: `Alleen voor mij. ${names} ${collegas.length === 1 ? 'komt' : 'komen'} wel` },
      { value: 'allen', label: collegas.length === 1 ? 'Voor ons allebei' : 'Voor ons allemaal' },
    ],
  }
  return <QuestionField question={question} context={{ typed: new Map([['voor', ['mij']]]), errors: [] }} />
}

/** A place goes to somebody else only where places are counted. */
function whatFollows(invitee: Invitee, seats: Seats | undefined): string {
  if (invitee.wacht !== undefined) return 'Dan bent u uw plaats in de rij kwijt.'
  if (!seats || !isSeated(invitee)) return 'Dan weet de organisator dat u niet komt.'
  const given = 'Dan kan iemand anders uw plaats krijgen.'
  if (seats.wachtend === 0) return given
  const waiting = seats.wachtend === 1 ? 'Er staat 1 mens' : `Er staan ${seats.wachtend} mensen`
  return `${given} ${waiting} op de wachtlijst. Wie eerst staat, krijgt meteen een mail.`
}

const buttonOf = (invitee: Invitee, seats: Seats | undefined): string => {
  if (invitee.wacht !== undefined) return 'Haal mij van de wachtlijst'
  return seats ? 'Geef de plaats vrij' : 'Ik kan niet komen'
}

interface UnsubscribeProps extends Frame {
  event: LoketEvent
  network: Network
  invitee: Invitee
  path: string
  /** Done just now, or before. */
  done: boolean
}

export const UnsubscribePage: FC<UnsubscribeProps> = ({ assets, event, network, invitee, path, done }) => (
  <Layout assets={assets} network={network} title={done ? 'U krijgt geen mails meer' : 'Geen mails meer?'}>
    <TwoColumns beside={<HelpBeside network={network} title="Hebt u een vraag?" />} label="Hulp">
      <p class="eyebrow">
        <bdi>{event.titel}</bdi>
      </p>
      <h1>{done ? 'U krijgt geen mails meer' : 'Geen mails meer?'}</h1>
      {done ? (
        <p class="lead">We mailen u niet meer over deze activiteit. U hoeft niets te doen.</p>
      ) : (
        <>
          <p class="lead">
            {`Dan krijgt u geen uitnodigingen, herinneringen of nieuws meer over deze activiteit. ${invitee.antwoord === 'op_de_hoogte' ? 'We houden u niet meer op de hoogte. ' : ''}Uw antwoord blijft staan.`}
          </p>
          <form method="post" action={path}>
            <p>
              <button class="btn" data-next>
                Geen mails meer
              </button>
            </p>
          </form>
        </>
      )}
      <p>Neemt u deel, en gaat het niet door of verandert het uur? Dat mailen we u wel nog.</p>
    </TwoColumns>
  </Layout>
)
