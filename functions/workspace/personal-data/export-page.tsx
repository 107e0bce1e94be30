/** What of one request goes along with who asks for a copy: a person decides, passage by passage. */
import type { FC } from 'hono/jsx'
import type { Asker } from '../../../forms/kit/passages.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { exportPath, keptPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { type Kept, type KeptPassage, passagesOf } from './kept.ts'
import { OverlegParts } from './overleg-part.tsx'
import { PlanPart } from './plan-part.tsx'
import { namingReasons } from './who-looked.ts'

/** Field of the passages that go along. */
export const alongField = 'mee'
/** Field of why the names of who looked go along; empty when they do not. */
export const namedField = 'namen'

export const withoutNames = 'zonder'

export const namesQuestion = {
  kind: 'choice',
  name: namedField,
  label: 'Wie keek',
  hint: 'Wanneer en waarom iemand keek, gaat altijd mee. De namen van medewerkers meestal niet. Geeft u ze mee, dan wordt genoteerd waarom.',
  error: 'Kies of de namen van wie keek meegaan, en waarom',
  options: [
    { value: withoutNames, label: 'Zonder namen' },
    ...Object.entries(namingReasons).map(([value, label]) => ({ value, label: `Met namen. ${label}` })),
  ],
} as const

const askersInWords = { aanvrager: 'de aanvrager', client: 'de cliënt' } as const satisfies Record<Asker, string>

interface ExportPageProps extends WorkFrame {
  kept: Kept
  asker: Asker
  /** Keys of the passages that are ticked. */
  ticked: ReadonlySet<string>
  errors: readonly FieldError[]
}

export const ExportPage: FC<ExportPageProps> = ({ kept, asker, ticked, errors, ...frame }) => {
  const { reference } = kept.view.dossier
  const title = `Wat gaat mee van ${reference}?`
  return (
    <WorkPage {...frame} title={title} problem={errors.length > 0} here="gegevens">
      <ProblemSummary errors={errors} />
      <p class="eyebrow">
        <a href={keptPath(reference)}>{`Wat we bewaren van ${reference}`}</a>
      </p>
      <h1>{title}</h1>
      <p>
        Aangevinkt is wat van {askersInWords[asker]} zelf is. Vink aan wat u nog mag meegeven. In de plaats van de rest
        staat in het bestand: weggelaten, gaat over iemand anders.
      </p>
      <p>
        {asker === 'client' ? (
          <a href={exportPath(reference)}>Het is de aanvrager die het vraagt</a>
        ) : (
          <a href={`${exportPath(reference)}?voor=client`}>Het is de cliënt die het vraagt</a>
        )}
      </p>
      <form class="sheet" method="post" action={exportPath(reference)} novalidate>
        <fieldset>
          <legend>Wat gaat mee?</legend>
          {passagesOf(kept).map((passage) => (
            <PassageChoice passage={passage} checked={ticked.has(passage.key)} />
          ))}
        </fieldset>
        <QuestionField question={namesQuestion} context={{ typed: new Map([[namedField, [withoutNames]]]), errors }} />
        <div class="row">
          <button class="btn">Bewaar als bestand (JSON)</button>
          <a href={keptPath(reference)}>Toch niet</a>
        </div>
      </form>
      <OverlegParts overlegs={kept.overlegs} />
      <PlanPart kept={kept.plan} />
    </WorkPage>
  )
}

const PassageChoice: FC<{ passage: KeptPassage; checked: boolean }> = ({ passage: { key, where, text }, checked }) => {
  const id = fieldId(`${alongField}.${key}`)
  return (
    <div class="choice">
      <input id={id} type="checkbox" name={alongField} value={key} checked={checked} aria-describedby={`${id}-tekst`} />
      <div class="choice-text">
        <label for={id}>{capitalised(where)}</label>
        <p class="hint" id={`${id}-tekst`}>
          <bdi class="written">{text}</bdi>
        </p>
      </div>
    </div>
  )
}
