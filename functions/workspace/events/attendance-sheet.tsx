/** The list to sign, on paper: A4, black on white, no logo. */
import type { FC } from 'hono/jsx'
import { dayWhen, type LoketEvent, type Session } from '../../../forms/kit/events/events.ts'
import { type Attendee, familyFirst } from '../../../forms/kit/events/presence.ts'
import { type SignLine, sheetsOf, signLines } from '../../../forms/kit/events/sign-in-list.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { attendancePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { PrintPart } from './print-part.tsx'

interface SignInProps extends WorkFrame {
  event: LoketEvent
  day: Session
  expected: readonly Attendee[]
}

export const SignInListPage: FC<SignInProps> = ({ event, day, expected, ...frame }) => {
  const sheets = sheetsOf(signLines(expected))
  return (
    <WorkPage {...frame} title="Aftekenlijst" here="activiteiten" overleg printable>
      <PrintPart title="Aftekenlijst" back={attendancePath(event)} button="Druk de lijst">
        <p>Op alfabet, met enkele lege regels. De vinkjes zet u op de pagina “Wie is er?”.</p>
      </PrintPart>
      {sheets.map((lines, index) => (
        <Sheet {...{ event, day, lines }} network={frame.network} page={index + 1} pages={sheets.length} />
      ))}
    </WorkPage>
  )
}

interface SheetProps {
  event: LoketEvent
  network: Network
  day: Session
  lines: readonly SignLine[]
  page: number
  pages: number
}

const Sheet: FC<SheetProps> = ({ event, network, day, lines, page, pages }) => (
  <article class="lo-vel lp-af" aria-label={pages > 1 ? `Aftekenlijst, blad ${page}` : 'Aftekenlijst'}>
    <div class="lo-kop">
      <p>
        <b>{network.name}</b>
        <br />
        {[event.invitedBy, network.phone].filter(Boolean).join(', ')}
      </p>
      {pages > 1 && <p>{`blad ${page} van ${pages}`}</p>}
    </div>
    <h1>
      <bdi>{event.titel}</bdi>
    </h1>
    <p>
      {`${capitalised(dayWhen(day))}. `}
      <bdi>{event.plaats}</bdi>
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col" class="nr">
            nr
          </th>
          <th scope="col">Naam</th>
          <th scope="col">Organisatie</th>
          <th scope="col">Handtekening</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ number, naam, organisatie }) => (
          <tr>
            <td>{number}</td>
            <td>
              <bdi>{naam && familyFirst(naam)}</bdi>
            </td>
            <td>
              <bdi>{organisatie}</bdi>
            </td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
    <p class="voet">We gebruiken deze lijst voor het attest en om te tellen. Na 30 dagen wissen we de namen.</p>
  </article>
)
