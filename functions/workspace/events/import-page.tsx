/** Where a list is pasted, or a file chosen: nothing of it is kept before it was read and shown. */
import type { FC } from 'hono/jsx'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { TextField } from '../../shared/web/text-field.tsx'
import { eventHome } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

const question: TextQuestion = {
  kind: 'longText',
  name: 'csv',
  label: 'Plak hier uw lijst',
  hint: 'Uit Excel, Outlook, Gmail of een mail. Eén per regel, of adressen na elkaar.',
  error: 'Plak een lijst',
}

interface PasteProps extends WorkFrame {
  event: LoketEvent
  text: string
  problems: readonly string[]
}

export const PastePage: FC<PasteProps> = ({ event, text, problems, ...frame }) => {
  const errors = problems.map((message): FieldError => ({ name: question.name, message }))
  const home = eventHome(event)
  return (
    <WorkPage
      {...frame}
      title="Voeg genodigden toe"
      here="activiteiten"
      problem={errors.length > 0}
      overleg
      choosesFile
    >
      <p class="eyebrow">
        <a href={home}>Terug</a> · <bdi>{event.titel}</bdi>
      </p>
      <ProblemSummary errors={errors} />
      <h1>Voeg genodigden toe</h1>
      <p class="lead">U ziet eerst wat we lazen. Er wordt niets bewaard voor u ja zegt.</p>
      <form class="sheet" method="post" action={`${home}/importeren`} novalidate>
        <TextField question={question} context={{ typed: new Map([['csv', [text]]]), errors }} />
        <ChooseFile />
        <button class="btn" data-next>
          Lees de lijst
        </button>
      </form>
    </WorkPage>
  )
}

/** Only who has scripts can choose a file: its bytes go along in a field (list.js). */
export const ChooseFile: FC = () => (
  <div class="lp-bestand" data-list-file hidden>
    <label for="kies-bestand">Of kies een bestand</label>
    <input id="kies-bestand" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />
    <input type="hidden" name="bestand" value="" />
    <input type="hidden" name="bestandsnaam" value="" />
    <p class="hint" role="status" />
  </div>
)
