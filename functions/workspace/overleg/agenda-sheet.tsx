/** A sheet to prepare the overleg on, with the client, pen in hand (docs/overleg.md §4): one A4, and nothing of their safety. */
import type { FC } from 'hono/jsx'
import { markOnPaper } from '../../../forms/kit/mark-on-paper.ts'
import { nameAtTable } from '../../../forms/kit/overleg/details.ts'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import { theOverleg } from '../../../forms/kit/overleg/noun.ts'
import { type Seated, type Secrecy, seated } from '../../../forms/kit/overleg/overleg.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { overlegPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { AtTable } from './at-table.ts'
import { callerOf } from './caller.ts'
import { OverlegFrame } from './frame.tsx'
import { hoursInWords, listInWords, seatInWords } from './words.ts'

/** Lines to write on; fewer, and set closer, where the table is long: so that it stays one page. */
const linesFor = (people: number): number => (people > 12 ? 3 : 5)
const isFull = (people: number): boolean => people > 6

export const AgendaSheet: FC<WorkFrame & { found: AtTable }> = ({ found, ...frame }) => {
  const { overleg, service, has } = found
  const people = seated(overleg).length
  const lines = linesFor(people)
  return (
    <OverlegFrame {...frame} found={found} title="Agenda" printable>
      <div class="no-print">
        <p>
          {has.withClient
            ? 'Bereid dit blad samen voor. Vraag vooral waarover de cliënt niet wil praten.'
            : 'Bereid dit blad samen voor.'}
        </p>
        <div class="row">
          <button class="btn" type="button" data-print hidden>
            Druk de agenda af
          </button>
          <a href={overlegPath(overleg.reference)}>{`Terug naar ${theOverleg(overleg)}`}</a>
        </div>
      </div>
      <article class={isFull(people) ? 'lo-vel lo-vol' : 'lo-vel'} lang="nl-BE">
        <p class="lo-kop">{`Kenmerk ${markOnPaper(overleg)}`}</p>
        <h1>Ons gesprek</h1>
        <Facts found={found} />
        <ToWriteOn title="Waarover wilt u praten?" lines={lines} />
        <ToWriteOn title="Waarover niet?" lines={lines - 1} />
        <h2>{has.withClient ? 'Wie zit aan tafel?' : 'Wie doet mee?'}</h2>
        <Table found={found} />
        <p>
          <b>Wie leidt het gesprek:</b> {callerOf(service.network, found.content, overleg).name}
        </p>
      </article>
    </OverlegFrame>
  )
}

const Facts: FC<{ found: AtTable }> = ({ found: { overleg, details } }) => {
  const { fixed, vorm } = overleg
  const where =
    vorm === 'online'
      ? 'Online'
      : [details.place.replace(/\s*\n\s*/g, ', '), vorm === 'hybride' && 'of online'].filter(Boolean).join(', ')
  return (
    <p>
      <b>Wanneer:</b>{' '}
      {fixed
        ? `${capitalised(momentDay(fixed))}${fixed.wholeDay ? '' : `, ${hoursInWords(fixed)}`}`
        : 'er ligt nog geen moment vast'}
      <br />
      <b>Waar:</b> {where || 'dat weten we nog niet'}
    </p>
  )
}

const ToWriteOn: FC<{ title: string; lines: number }> = ({ title, lines }) => (
  <section>
    <h2>{title}</h2>
    {Array.from({ length: lines }, () => (
      <div class="lo-lijn" aria-hidden="true" />
    ))}
  </section>
)

/** Who is there, and before whom one says only what the client is fine with. */
const Table: FC<{ found: AtTable }> = ({ found: { overleg, details, has } }) => {
  const others = seated(overleg).filter(({ wie }) => wie !== 'client')
  const called = (secrecy?: Secrecy) =>
    others.filter(({ beroepsgeheim }) => !secrecy || beroepsgeheim === secrecy).map((one) => nameAt(details, one))
  const [bound, free, unknown] = [called('ja'), called('nee'), called('weet_niet')]
  if (!has.withClient) return <p>{`${listInWords(called())}.`}</p>
  return (
    <>
      {bound.length > 0 && <p>{`Gebonden door beroepsgeheim: ${listInWords(bound)}.`}</p>}
      {free.length + unknown.length > 0 && (
        <p class="lo-kader">
          <b>{`Zeg waar ${oneOf([...free, ...unknown])} bij is alleen wat de cliënt goedvindt.`}</b>
          {free.length > 0 &&
            ` ${capitalised(listInWords(free))} ${free.length === 1 ? 'is' : 'zijn'} niet gebonden door beroepsgeheim.`}
          {unknown.length > 0 &&
            ` Van ${free.length > 0 ? listInWords(unknown) : unknown.length > 1 ? 'hen' : 'die'} weten we het niet: vraag het. Tot dan geldt hetzelfde.`}
        </p>
      )}
    </>
  )
}

const nameAt = (details: AtTable['details'], one: Seated): string =>
  nameAtTable(details, one) || `de ${seatInWords[one.wie].toLowerCase()}`

/** "A, B of C" */
const oneOf = (names: readonly string[]): string => listInWords(names).replace(/ en (?=[^,]*$)/, ' of ')
