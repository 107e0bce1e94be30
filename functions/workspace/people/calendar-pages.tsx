/** The address at which somebody's own calendar program reads the days of what they hold: made, shown once, renewed, ended. */
import type { FC } from 'hono/jsx'
import { dayInWords } from '../../../forms/kit/time.ts'
import { calendarPath, selfPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

/** Fields of the form: what is asked, and since when the address is there that its page shows. */
export const calendarFields: ReadonlyMap<string, boolean> = new Map([
  ['actie', false],
  ['sinds', false],
])

interface CalendarFormProps {
  /** ISO UTC; undefined when there is no address. */
  since: string | undefined
}

export const CalendarForm: FC<CalendarFormProps> = ({ since }) => (
  <section class="lw-block">
    <h2>Uw dossiers in uw eigen agenda</h2>
    <form method="post" action={calendarPath} novalidate data-kalender={since === undefined ? 'geen' : 'ja'}>
      <input type="hidden" name="sinds" value={since ?? ''} />
      <p class="hint">
        Met een agenda-adres toont Outlook, Google Agenda of uw telefoon wanneer een overleg vastligt, wanneer een
        evaluatie is en wanneer een volgende stap moet gebeuren. Alleen referenties en dagen: geen namen, geen plaats.
      </p>
      {since === undefined ? (
        <button class="btn plain" name="actie" value="maak" data-next>
          Maak een agenda-adres
        </button>
      ) : (
        <>
          <p>{`U hebt een agenda-adres sinds ${dayInWords(new Date(since))}. We tonen het maar één keer. Bent u het kwijt, of kent iemand anders het? Maak dan een nieuw: het oude werkt meteen niet meer.`}</p>
          <div class="row">
            <button class="btn plain" name="actie" value="maak" data-next>
              Maak een nieuw adres
            </button>
            <button class="btn warn" name="actie" value="stop">
              Stop dit adres
            </button>
          </div>
        </>
      )}
    </form>
  </section>
)

/** The only page that ever shows it: what is kept is a hash. */
export const CalendarMadePage: FC<WorkFrame & { address: string }> = ({ address, ...frame }) => (
  <WorkPage {...frame} title="Uw agenda-adres">
    <h1>Uw agenda-adres</h1>
    <p>Kopieer dit adres nu. We tonen het maar één keer:</p>
    <p class="note" data-agenda-adres>
      <span class="address">{address}</span>
    </p>
    <ol>
      <li>Open uw agenda en kies “Agenda toevoegen via URL” of “Abonneren op agenda”.</li>
      <li>Plak het adres. Uw agenda haalt de dagen daarna zelf op, bij de meeste programma’s om de paar uur.</li>
    </ol>
    <p>
      Wie dit adres heeft, ziet de referenties en dagen van uw dossiers, zonder aan te melden. Geef het aan niemand.
      Kent iemand anders het? Maak een nieuw: het oude werkt dan meteen niet meer.
    </p>
    <p>
      <a class="btn" href={selfPath}>
        Klaar
      </a>
    </p>
  </WorkPage>
)

/** Another press, or another tab, was first. */
export const CalendarChangedPage: FC<WorkFrame & CalendarFormProps> = ({ since, ...frame }) => (
  <WorkPage {...frame} title="Uw agenda-adres veranderde net">
    <h1>Uw agenda-adres veranderde net</h1>
    <p>
      U drukte twee keer, of deed dit ook in een ander venster. Er is nu niets veranderd. Kopieerde u het nieuwe adres?
      Dan hoeft u niets te doen.
    </p>
    <CalendarForm since={since} />
    <p>
      <a href={selfPath}>Terug naar uw bladzijde</a>
    </p>
  </WorkPage>
)
