/** Everybody of the network: who may come in, how much they have, who is away. */

import type { FC } from 'hono/jsx'
import type { Absence } from '../../../forms/kit/absence.ts'
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import { roleInWords } from '../../../forms/kit/content.ts'
import type { Binding } from '../../shared/store/identities.ts'
import type { Load } from '../../shared/store/queue.ts'
import { personPath } from '../../shared/work-paths.ts'

import { type WorkFrame, WorkPage } from '../frame.tsx'
import { loadInWords } from '../holders.ts'
import { absenceInWords } from './absence.tsx'

export interface PersonLine {
  member: Person
  /** Their account; undefined without one. */
  binding: Binding | undefined
  load: Load
  absence: Absence | undefined
}

export const PeoplePage: FC<WorkFrame & { content: NetworkContent; lines: readonly PersonLine[] }> = ({
  content,
  lines,
  ...frame
}) => (
  <WorkPage {...frame} title="Mensen" here="mensen">
    <h1>Mensen</h1>
    <p>
      Kies iemand om uit te nodigen, afwezig te melden of dossiers over te dragen. De beheerder van Loket houdt bij wie
      hier staat.
    </p>
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">Naam</th>
          <th scope="col">Rol</th>
          <th scope="col">Dienst</th>
          <th scope="col">Account</th>
          <th scope="col">Dossiers</th>
          <th scope="col">Aanwezig</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ member, binding, load, absence }) => (
          <tr>
            <td data-label="Naam">
              <a href={personPath(member.id)}>{member.name}</a>
            </td>
            <td data-label="Rol">{roleInWords[member.role]}</td>
            <td data-label="Dienst">{member.employer}</td>
            <td data-label="Account">
              <span class={binding ? 'tag ok' : 'tag wait'}>{binding ? 'gekoppeld' : 'nog niet gekoppeld'}</span>
            </td>
            <td data-label="Dossiers">{loadInWords(load)}</td>
            <td data-label="Aanwezig">{absenceInWords(absence, content)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </WorkPage>
)
