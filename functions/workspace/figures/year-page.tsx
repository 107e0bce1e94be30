/** The report of one year, and whether everybody may read it. */
import type { Child, FC } from 'hono/jsx'
import { brusselsDate, dateInWords, dayInWords } from '../../../forms/kit/time.ts'
import { reportPath } from '../../shared/public-paths.ts'
import type { FrozenReport, PublicNote } from '../../shared/store/reports.ts'
import { ReportSheet } from '../../shared/web/report/report-sheet.tsx'
import { figuresPath, publishPath, yearFilePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

/** What the last press came to. */
export type Pressed = 'openbaar' | 'terug' | 'ondertussen'

interface YearPageProps extends WorkFrame {
  frozen: FrozenReport
  /** Those that a second person agreed to; of what is public, what was agreed when it became so. */
  notes: readonly PublicNote[]
  mayPublish: boolean
  pressed?: Pressed | undefined
  /** What was just done beside it, in words. */
  done?: string | undefined
  /** How a note is written to it. */
  writing?: Child
}

export const YearPage: FC<YearPageProps> = ({ frozen, notes, mayPublish, pressed, done, writing, ...frame }) => {
  const { year, frozenAt, revision, public: shown, report } = frozen
  const { network } = frame
  return (
    <WorkPage {...frame} title={`Jaaroverzicht ${year}`} here="cijfers" figures printable>
      <p class="no-print">
        <a href={figuresPath}>Alle jaren</a>
      </p>
      {(pressed ?? done) && (
        <p class="done no-print" role="status">
          {pressed ? pressedWords[pressed] : done}
        </p>
      )}
      <div class="lw-block no-print">
        <p>
          <b>{`${year} ligt vast sinds ${dateInWords(brusselsDate(new Date(frozenAt)))}.`}</b>{' '}
          {shown ? (
            <>
              Openbaar sinds {dayInWords(new Date(shown.at))}:{' '}
              <a href={reportPath(network, year)}>de pagina die iedereen leest</a>.
            </>
          ) : (
            'Nog niet openbaar.'
          )}{' '}
          Elk verborgen cijfer is nagerekend: niemand kan het terugvinden.
        </p>
        {shown && mayPublish && (
          <p class="hint">
            Neemt u het terug, dan kan niemand de pagina nog openen. Wie ze al las of opsloeg, houdt wat er stond. In
            het jaaroverzicht van het volgende jaar staan deze cijfers ter vergelijking.
          </p>
        )}
        <div class="row">
          {mayPublish && (
            <form method="post" action={publishPath(year)}>
              <input type="hidden" name="revision" value={String(revision)} />
              <button class={shown ? 'btn plain' : 'btn'} name="actie" value={shown ? 'terug' : 'openbaar'} data-next>
                {shown ? 'Neem terug' : 'Maak openbaar'}
              </button>
            </form>
          )}
          <button class="btn plain" type="button" data-print hidden>
            Druk af
          </button>
          <a href={yearFilePath(year)}>Haal de cijfers op (CSV)</a>
        </div>
      </div>
      <ReportSheet network={network} report={report} notes={shown?.notes ?? notes} writing={writing} />
    </WorkPage>
  )
}

const pressedWords: Readonly<Record<Pressed, string>> = {
  openbaar: 'Het jaaroverzicht is openbaar. Iedereen kan het nu lezen.',
  terug: 'Het jaaroverzicht is teruggenomen. De pagina werkt niet meer.',
  ondertussen: 'Een collega drukte net voor u. Hieronder staat hoe het nu is.',
}
