/** What saving the table came to, told by the page from what is kept: its address carries ids and words only. */
import type { FC } from 'hono/jsx'
import { type Details, phoneOf } from '../../../forms/kit/overleg/details.ts'
import { clients, isAgreed, type Overleg, type Participant } from '../../../forms/kit/overleg/overleg.ts'
import { plannedFor } from '../../../forms/kit/overleg/rounds.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import type { WorkingDays } from '../../../forms/kit/working-days.ts'
import { PhoneLink } from '../../shared/web/layout.tsx'
import { overlegPath, planPath } from '../../shared/work-paths.ts'
import { calledOf, listInWords } from './words.ts'

/** `bewaard`: kept half-way; `zonder_akkoord`: although a date was filled in; `besproken`: the client agrees; `klaar`: no client is asked. */
const tableDone = ['bewaard', 'zonder_akkoord', 'besproken', 'klaar'] as const
export type TableDone = (typeof tableDone)[number]

/** The word for `?klaar=` of who comes from an evaluation that asks for this overleg. */
export const tableAfterEvaluation = 'geevalueerd'

export const AfterEvaluation: FC<{ withClient: boolean }> = ({ withClient }) => (
  <p>
    <b>De evaluatie is bewaard.</b> De afspraken die openstaan lopen door, en gaan mee.{' '}
    {withClient ? 'Vraag de cliënt opnieuw wie aan tafel zit.' : 'Kijk na wie meedoet.'}
  </p>
)

/** The word for `?klaar=`: who left, and who is written to now, by id. */
export function doneWord(done: TableDone, before: Overleg, after: Overleg): string {
  const changed = Object.entries(after.participants)
  const was = (id: string) => before.participants[id]
  const left = changed.filter(([id, { leftAt }]) => leftAt !== undefined && was(id)?.leftAt === undefined)
  const told = changed.filter(
    ([id, { told: now, linkVersion }]) =>
      now !== undefined && (was(id)?.told !== now || was(id)?.linkVersion !== linkVersion),
  )
  const written = told.filter(([, { leftAt }]) => leftAt === undefined)
  return [done, ...left.map(([id]) => `weg-${id}`), ...written.map(([id]) => `mail-${id}`)].join('.')
}

/** Undefined for what is no word of ours. */
function readDone(word: string, { participants }: Overleg) {
  const [first, ...rest] = word.split('.')
  const done = tableDone.find((one) => one === first)
  if (!done) return undefined
  const named = (prefix: string) =>
    rest.flatMap((one): (Participant & { id: string })[] => {
      const id = one.startsWith(prefix) ? one.slice(prefix.length) : ''
      const known = Object.hasOwn(participants, id) ? participants[id] : undefined
      return known ? [{ id, ...known }] : []
    })
  return {
    done,
    left: named('weg-').filter(({ leftAt }) => leftAt),
    written: named('mail-').filter(({ told }) => told),
  }
}

interface DoneProps {
  word: string
  overleg: Overleg
  days: WorkingDays
  details: Details
  /** Afspraken of a plan that runs that nobody at the table does any more. */
  withoutPerson: number
}

/** Whether somebody left, by what the address says. */
export const saysLeft = (word: string | undefined, overleg: Overleg): boolean =>
  word !== undefined && (readDone(word, overleg)?.left.length ?? 0) > 0

/** Whether there is something to say. */
export const saysDone = ({ word, overleg }: Pick<DoneProps, 'word' | 'overleg'>): boolean =>
  readDone(word, overleg) !== undefined

export const TableDoneMessage: FC<DoneProps> = ({ word, overleg, days, details, withoutPerson }) => {
  const read = readDone(word, overleg)
  if (!read) return null
  const { done, left, written } = read
  return (
    <>
      <Saved done={done} overleg={overleg} />
      {written.length > 0 && (
        <p>
          <bdi>{listInWords(written.map((one) => calledOf(details, one)))}</bdi>{' '}
          {`${written.length > 1 ? 'krijgen' : 'krijgt'} een mail: ${overleg.state === 'gepolst' ? 'de vraag wanneer het past.' : 'de uitnodiging.'}`}
        </p>
      )}
      {left.map((one) => (
        <Left {...{ one, overleg, days, details }} />
      ))}
      {left.length > 0 && withoutPerson > 0 && (
        <p>
          {withoutPerson === 1 ? '1 afspraak heeft' : `${withoutPerson} afspraken hebben`} geen trekker meer.{' '}
          <a href={planPath(overleg.reference)}>Geef ze aan iemand anders</a>
        </p>
      )}
    </>
  )
}

const Saved: FC<{ done: TableDone; overleg: Overleg }> = ({ done, overleg }) => {
  const { consent, reference, state } = overleg
  if (done === 'zonder_akkoord')
    return <p>De tafel is bewaard. Dat de cliënt akkoord gaat, is niet genoteerd: druk daarvoor op de andere knop.</p>
  if (done === 'bewaard' || (done === 'besproken' && !consent)) return <p>De tafel is bewaard.</p>
  const first =
    done === 'klaar' || !consent ? 'De tafel is bewaard.' : `De cliënt ging akkoord op ${dateInWords(consent.on)}.`
  return (
    <p>
      {first}
      {state === 'voorbereiden' && isAgreed(overleg) && (
        <>
          {' '}
          U kunt nu <a href={overlegPath(reference, 'momenten')}>momenten kiezen</a>.
        </>
      )}
    </p>
  )
}

interface LeftProps {
  one: Participant & { id: string }
  overleg: Overleg
  days: WorkingDays
  details: Details
}

/** What really happened when they left: their link and their mails, and what no machine can call back. */
const Left: FC<LeftProps> = ({ one, overleg, days, details }) => {
  const { id, told, bereik } = one
  const called = calledOf(details, one)
  const mailed = told !== undefined && bereik === 'mail'
  return (
    <>
      <p>
        <b>
          <bdi>{called}</bdi> zit niet meer aan tafel.
        </b>
      </p>
      <ul class="lo-gevolg">
        {told !== undefined && <li>De link werkt niet meer.</li>}
        {mailed && (
          <li>
            {[takenBack(one, overleg, days), 'Eén mail vertrok: ‘U hoeft niet te komen’. Er staat geen reden in.']
              .filter(Boolean)
              .join(' ')}
          </li>
        )}
        {!mailed && <NotMailed id={id} called={called} bereik={bereik} overleg={overleg} details={details} />}
        <li>Niemand anders kreeg hierover bericht.</li>
      </ul>
      <OnPaper one={one} called={called} overleg={overleg} />
    </>
  )
}

function takenBack({ leftAt, ...one }: LeftProps['one'], overleg: Overleg, days: WorkingDays): string | undefined {
  const { id, ...stayed } = one
  const before = { ...overleg, participants: { ...overleg.participants, [id]: stayed } }
  const count = plannedFor(before, id, { now: new Date(leftAt ?? 0), days })
  if (count === 0) return undefined
  return count === 1 ? 'Eén geplande mail is teruggenomen.' : `${count} geplande mails zijn teruggenomen.`
}

interface NotMailedProps {
  id: string
  called: string
  bereik: Participant['bereik']
  overleg: Overleg
  details: Details
}

/** Whoever may know of it and gets no mail is called. */
const NotMailed: FC<NotMailedProps> = ({ id, called, bereik, overleg, details }) => {
  const phone = phoneOf(details, id)
  const mayKnow = overleg.state !== 'voorbereiden' && bereik !== undefined
  if (!mayKnow || bereik === 'mail') return <li>Er vertrok geen mail.</li>
  return (
    <li>
      <bdi>{called}</bdi> krijgt geen mail.{' '}
      {phone ? (
        <>
          Bel <PhoneLink number={phone} />: u hoeft niet te komen.
        </>
      ) : (
        'Zeg het zelf: u hoeft niet te komen.'
      )}
    </li>
  )
}

/** A letter that was delivered while they sat there. */
const OnPaper: FC<{ one: LeftProps['one']; called: string; overleg: Overleg }> = ({ one, called, overleg }) => {
  const { letters, reference } = overleg
  const since = one.leftAt ? brusselsDate(new Date(one.leftAt)) : ''
  const letter = clients(overleg)
    .map(({ id }) => letters[id])
    .find((delivered) => delivered && delivered.on <= since)
  if (!letter) return null
  return (
    <p>
      <b>
        Op papier staat <bdi>{called}</bdi> er nog bij.
      </b>{' '}
      {`De brief van de cliënt is bezorgd op ${dateInWords(letter.on)}. Een brief kan Loket niet terughalen. Bel de cliënt, en `}
      <a href={overlegPath(reference, 'brief')}>druk een nieuwe brief af</a>.
    </p>
  )
}
