/** What a team decided at one meeting: references, decisions and names, as long as the history is kept. */
import type { FC } from 'hono/jsx'
import { serviceOf } from '../../../forms/index.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { dateInWords, timeInWords } from '../../../forms/kit/time.ts'
import type { MeetingDecision } from '../../shared/store/meeting-record.ts'
import { dossierPath, meetingPath } from '../../shared/work-paths.ts'
import { historyInWords, nameOf } from '../dossier/words.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

interface DecidedProps extends WorkFrame {
  content: NetworkContent
  /** Of the meeting, in Brussels. */
  date: string
  decided: readonly MeetingDecision[]
}

export const DecidedPage: FC<DecidedProps> = ({ content, date, decided, ...frame }) => {
  const day = dateInWords(date)
  return (
    <WorkPage {...frame} title={`Wat is beslist op ${day}`} here="agenda">
      <h1>{`Wat is beslist op ${day}`}</h1>
      <p class="lw-line">
        <a href={meetingPath(date)}>{`Agenda van ${day}`}</a>
      </p>
      {decided.length === 0 ? (
        <p class="lead">Er is niets genoteerd.</p>
      ) : (
        <section class="lw-band">
          <ol class="lw-plain">
            {decided.map((line) => (
              <li data-reference={line.reference} data-besluit={line.what}>
                <b class="grow">{decisionInWords(frame.network, content, line)}</b>
                <a class="lw-ref" href={dossierPath(line.reference)}>
                  {line.reference}
                </a>
                <span class="by">{`${nameOf(content, line.who)}, ${timeInWords(new Date(line.at))}`}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p class="hint">Wat het team erbij schreef, staat in het dossier zelf.</p>
    </WorkPage>
  )
}

/** "Toegewezen aan An Peeters". */
function decisionInWords({ slug }: Network, content: NetworkContent, line: MeetingDecision): string {
  const service = serviceOf({ network: slug, form: line.form })
  return service ? historyInWords(service, content, line).text : line.what
}
