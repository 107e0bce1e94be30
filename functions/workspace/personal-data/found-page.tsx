/** What was found of somebody in all dossiers so far, and how far the search is. */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { seatKey } from '../../shared/store/find-person.ts'
import { dataPath, dossierPath, keptPath, seatPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { whereItStands } from '../where-it-stands.ts'
import { type FoundIn, type Looked, mostFound } from './look.ts'
import { SearchField } from './search-page.tsx'

/** Passages of one dossier: the rest is on its own page. */
const mostSpots = 5

interface FoundPageProps extends WorkFrame {
  looked: Looked
  /** What the next press sends along; absent when there is none. */
  goesOn: readonly (readonly [name: string, value: string])[] | undefined
  typed: RawInput
}

export const FoundPage: FC<FoundPageProps> = ({ looked, goesOn, typed, ...frame }) => {
  const { found, unread, done, total } = looked
  return (
    <WorkPage {...frame} title={`${done} van ${total} bekeken`} here="gegevens">
      <p class="eyebrow">
        <a href={dataPath}>Persoonsgegevens</a>
      </p>
      <h1>Gezocht in alle dossiers</h1>
      <p class="lead" role="status" data-bekeken={done} data-totaal={total}>
        {progressInWords(looked)}
      </p>
      {goesOn && (
        <form method="post" action={dataPath}>
          {goesOn.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="btn">Zoek verder</button>
        </form>
      )}
      {found.length > 0 && (
        <>
          <h2>Gevonden</h2>
          <ul class="lines">
            {found.map((one) => (
              <FoundLine {...one} />
            ))}
          </ul>
          <p>
            Dezelfde naam kan van iemand anders zijn. Lees de passage, en open het dossier om meer te zien, mee te geven
            of te wissen.
          </p>
        </>
      )}
      {unread.length > 0 && (
        <div class="note">
          <p>Deze dossiers konden we niet openen. Kijk ze zelf na:</p>
          <ul>
            {unread.map((reference) => (
              <li>
                <a class="reference" href={dossierPath(reference)}>
                  {reference}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {goesOn ? (
        <p>
          <a href={dataPath}>Stop, en zoek iets anders</a>
        </p>
      ) : (
        <>
          <h2>Zoek opnieuw</h2>
          <SearchField typed={typed} errors={[]} />
        </>
      )}
    </WorkPage>
  )
}

function progressInWords({ found, done, total, tooMany, next }: Looked): string {
  const many = found.length === 1 ? '1 dossier' : `${found.length} dossiers`
  const sofar = found.length === 0 ? 'niets gevonden' : `gevonden in ${many}`
  if (next) return `${done} van ${total} bekeken, tot nu ${sofar}.`
  if (tooMany)
    return `${done} van ${total} bekeken: gevonden in meer dan ${mostFound} dossiers. Voeg een woord toe, zoals de voornaam.`
  return `Alles bekeken (${done} van ${total}): ${sofar}.`
}

const FoundLine: FC<FoundIn> = ({ dossier, spots }) => {
  const { reference } = dossier
  const more = spots.length - mostSpots
  return (
    <li data-gevonden={reference}>
      <a class="reference" href={keptPath(reference)}>
        {reference}
      </a>
      <span class="hint">{` ${whereItStands(dossier)}`}</span>
      <ul>
        {spots.slice(0, mostSpots).map(({ where, passage, seat }) => (
          <li>
            {seat ? <a href={seatPath(seatKey(seat))}>{where}</a> : where}
            {': '}
            <bdi class="written">{passage}</bdi>
          </li>
        ))}
        {more > 0 && <li>{`en nog ${more} keer`}</li>}
      </ul>
    </li>
  )
}
