/** Everybody of the network: who may come in, how much they have, who is away. */

import type { FC } from 'hono/jsx'
import type { Absence } from '../../../forms/kit/absence.ts'
import { type NetworkContent, type Person, personOf, roleInWords } from '../../../forms/kit/content.ts'
import type { Binding } from '../../shared/store/identities.ts'
import type { Load } from '../../shared/store/queue.ts'
import { newPersonPath, personPath } from '../../shared/work-paths.ts'

import { type WorkFrame, WorkPage } from '../frame.tsx'
import { loadInWords } from '../holders.ts'
import { pathWith } from '../queue/filters.ts'
import { dateAway } from '../queue/parts.tsx'

export interface PersonLine {
  member: Person
  /** Their account; undefined without one. */
  binding: Binding | undefined
  load: Load
  absence: Absence | undefined
}

interface PeopleProps extends WorkFrame {
  content: NetworkContent
  lines: readonly PersonLine[]
  /** Brussels date. */
  today: string
  /** Somebody left just now. */
  left: boolean
}

export const PeoplePage: FC<PeopleProps> = ({ content, lines, today, left, ...frame }) => (
  <WorkPage {...frame} title="Mensen" here="mensen">
    {left && (
      <p class="done" role="status">
        Die persoon werkt hier niet meer, en kan niet meer aanmelden.
      </p>
    )}
    <h1>Mensen</h1>
    <p class="lw-soft">Kies iemand om gegevens te wijzigen, afwezig te melden of dossiers over te dragen.</p>
    <p class="row">
      <a class="btn plain slim" href={newPersonPath}>
        Laat iemand toe
      </a>
    </p>
    <table class="lw-list">
      <caption class="hidden-visually">Wie bij dit netwerk werkt</caption>
      <thead>
        <tr>
          <th scope="col">Wie</th>
          <th scope="col">Aanwezig</th>
          <th scope="col" class="stap">
            Vervangen door
          </th>
          <th scope="col">In handen</th>
          <th scope="col">Account</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row {...{ ...line, content, today }} />
        ))}
      </tbody>
    </table>
  </WorkPage>
)

const Row: FC<PersonLine & Pick<PeopleProps, 'content' | 'today'>> = (props) => {
  const { member, binding, load, absence, content, today } = props
  const { id, name, role, employer } = member
  return (
    <tr>
      <th scope="row" class="over">
        <div>
          <a href={personPath(id)}>
            <bdi>{name}</bdi>
          </a>
          <span class="lw-soft">
            <bdi>{`${roleInWords[role]}, ${employer}`}</bdi>
          </span>
        </div>
      </th>
      <td class="stand">{absence ? <span class="tag wait">{`weg ${dateAway(absence, today)}`}</span> : 'aanwezig'}</td>
      <td class={absence ? 'stap whole' : 'stap'}>
        {absence && (personOf(content, absence.standIn)?.name ?? 'niemand')}
      </td>
      <td class="tegen">
        <LoadLink id={id} load={load} />
      </td>
      <td class={binding ? 'wie none' : 'wie'}>{binding ? 'gekoppeld' : 'geen account'}</td>
    </tr>
  )
}

/** How much they have, and the way to those requests. */
const LoadLink: FC<{ id: string; load: Load }> = ({ id, load }) =>
  load.open === 0 ? (
    <span class="lw-soft">{loadInWords(load)}</span>
  ) : (
    <a class={load.late > 0 ? 'lw-late' : undefined} href={pathWith({ wie: id })}>
      {loadInWords(load)}
    </a>
  )
