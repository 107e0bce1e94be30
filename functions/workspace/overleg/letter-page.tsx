/** The page around a letter: print it, and say when it was given (docs/overleg.md §4). */
import type { FC } from 'hono/jsx'
import { isGuarded } from '../../../forms/kit/overleg/details.ts'
import { letterOf } from '../../../forms/kit/overleg/letter.ts'
import { delivered, type Overleg, type Seated } from '../../../forms/kit/overleg/overleg.ts'
import { lettersFor } from '../../../forms/kit/overleg/tasks.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { ChoiceQuestion, TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { overlegPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { AtTable } from './at-table.ts'
import { callerOf } from './caller.ts'
import { OverlegFrame } from './frame.tsx'
import { LetterSheet } from './letter.tsx'
import { Shown } from './shown.tsx'
import { fullyCalledAmong } from './words.ts'

type HowDelivered = Overleg['letters'][string]['how']

const howInWords: Readonly<Record<HowDelivered, string>> = {
  gegeven: 'gegeven',
  voorgelezen: 'voorgelezen',
  getolkt: 'voorgelezen met een tolk',
}

const deliveredOn: TextQuestion = {
  kind: 'date',
  name: 'bezorgd_op',
  label: 'Bezorgd op',
  hint: 'Bijvoorbeeld 7/4/2021. Zolang dit leeg is, staat de brief in uw week.',
  error: 'Vul in wanneer de brief bezorgd is',
}

const deliveredHow: ChoiceQuestion = {
  kind: 'choice',
  name: 'bezorgd_hoe',
  label: 'Hoe?',
  error: 'Kies hoe de brief bezorgd is',
  options: delivered.map((value) => ({ value, label: howInWords[value] })),
}

export const howError: FieldError = { name: deliveredHow.name, message: deliveredHow.error }

/** Whose letter is asked for: the first client's unless said otherwise; undefined when that person gets none. */
export function addressee(found: AtTable, id: string | undefined): Seated | undefined {
  const all = lettersFor(found)
  return id ? all.find((one) => one.id === id) : all[0]
}

/** "Brief voor Samira", "Brief voor de cliënt" */
const titleFor = (found: AtTable, { id }: Seated): string => `Brief voor ${fullyCalledAmong(found, id)}`

interface LetterPageProps extends WorkFrame {
  found: AtTable
  to: Seated
  withNames: boolean
  typed?: RawInput
  errors?: readonly FieldError[]
  message?: string | undefined
  now: Date
}

export const LetterPage: FC<LetterPageProps> = (props) => {
  const { found, to, withNames, typed, errors = [], message, now, ...frame } = props
  const { overleg, service, details } = found
  const { fixed, letters } = overleg
  const title = titleFor(found, to)
  if (!fixed || fixed.wholeDay)
    return (
      <OverlegFrame {...frame} found={found} title={title} errors={errors}>
        <NotYet reference={overleg.reference} hasDay={fixed !== undefined} />
      </OverlegFrame>
    )
  const letter = letterOf({
    ...found,
    ...{ fixed, to, withNames, now },
    withClient: found.has.withClient,
    caller: callerOf(service.network, found.content, overleg),
    sender: service.network.sender,
    town: service.network.place,
  })
  const given = letters[to.id]
  return (
    <OverlegFrame {...frame} found={found} title={title} errors={errors} message={message} printable>
      <div class="no-print">
        <div class="lo-twee">
          <Print found={found} to={to} withNames={withNames} />
          <form class="sheet" method="post" action={overlegPath(overleg.reference, 'brief')} novalidate>
            <h2>2. Bezorgd?</h2>
            {given && <p>{`Bezorgd op ${dateInWords(given.on)}: ${howInWords[given.how]}.`}</p>}
            {/* Who mends a page that was changed meanwhile hears so when they send it. */}
            <Shown overleg={overleg} revision={typed?.get('revision')?.[0]} />
            <input type="hidden" name="voor" value={to.id} />
            {withNames && <input type="hidden" name="met_wie" value="ja" />}
            {[deliveredOn, deliveredHow].map((question) => (
              <QuestionField question={question} context={{ typed: typed ?? typedOf(given), errors }} />
            ))}
            <div class="row">
              <button class="btn plain" data-next>
                Bewaar
              </button>
            </div>
          </form>
        </div>
        {!details.place && overleg.vorm !== 'online' && (
          <p>
            De plaats staat nog niet op deze brief.{' '}
            <a href={overlegPath(overleg.reference, 'praktisch')}>Vul de plaats in</a>
          </p>
        )}
        <Others found={found} to={to} />
      </div>
      <LetterSheet letter={letter} />
    </OverlegFrame>
  )
}

/** What was noted of the letter, to change it. */
const typedOf = (given: Overleg['letters'][string] | undefined): RawInput =>
  new Map(
    given
      ? [
          [deliveredOn.name, [given.on]],
          [deliveredHow.name, [given.how]],
        ]
      : [],
  )

const NotYet: FC<{ reference: string; hasDay: boolean }> = ({ reference, hasDay }) => (
  <>
    <p class="lead" id={deliveredOn.name}>
      {hasDay
        ? 'Van dit overleg is het uur nog niet bekend. Zet eerst het uur. Dan staat hier de brief.'
        : 'Er ligt nu geen moment vast. Ligt er een vast, dan staat hier de brief.'}
    </p>
    <p>
      <a class="btn plain" href={overlegPath(reference, hasDay ? 'verzetten' : undefined)}>
        {hasDay ? 'Zet het uur' : 'Bekijk het overleg'}
      </a>
    </p>
  </>
)

interface PartProps {
  found: AtTable
  to: Seated
}

/** The letter beneath shows what was chosen before; the button to print it hides while another choice waits to be shown. */
const Print: FC<PartProps & { withNames: boolean }> = ({ found: { overleg, details }, to, withNames }) => (
  <form
    class="sheet lo-druk"
    method="get"
    action={overlegPath(overleg.reference, 'brief')}
    data-toont={withNames ? 'ja' : 'nee'}
  >
    <h2>1. Druk af</h2>
    {isGuarded(details) ? (
      <p>
        <b>Geef deze brief alleen in handen.</b> Stuur hem niet op. Schrijf de naam zelf op de brief, of laat ze leeg.
      </p>
    ) : (
      <p>Schrijf de naam en het adres zelf op de brief en op een gewone omslag. Loket bewaart ze niet.</p>
    )}
    <input type="hidden" name="voor" value={to.id} />
    {to.wie === 'client' && <WhoComes withNames={withNames} />}
    <div class="row">
      <button class="btn" type="button" data-print hidden>
        Druk de brief af
      </button>
      {to.wie === 'client' && <button class="btn plain lo-toon">Toon de brief zo</button>}
    </div>
    <noscript>
      <p class="hint">Druk deze pagina af met uw browser. Alleen de brief komt op papier.</p>
    </noscript>
  </form>
)

const WhoComes: FC<{ withNames: boolean }> = ({ withNames }) => (
  <fieldset class="lo-kort" aria-describedby="met_wie-uitleg">
    <legend>Zet erbij wie er komt?</legend>
    <div class="lo-rij">
      {(['ja', 'nee'] as const).map((value) => (
        <label>
          <input type="radio" name="met_wie" value={value} checked={withNames === (value === 'ja')} /> {value}
        </label>
      ))}
    </div>
    <p class="hint" id="met_wie-uitleg">
      Kies ‘nee’ als iemand anders deze brief kan lezen.
    </p>
  </fieldset>
)

const Others: FC<PartProps> = ({ found, to }) => {
  const others = lettersFor(found).filter(({ id }) => id !== to.id)
  const { reference } = found.overleg
  return (
    <ul class="lo-onder">
      {others.map((one) => (
        <li>
          <a href={letterPath(reference, one.id)}>{titleFor(found, one)}</a>
        </li>
      ))}
      <li>
        <a href={overlegPath(reference, 'agenda')}>Agenda, om samen voor te bereiden</a>
      </li>
    </ul>
  )
}

const letterPath = (reference: string, participant: string): string =>
  `${overlegPath(reference, 'brief')}?${new URLSearchParams({ voor: participant })}`

/** Nobody at this table is reached by letter; or the one of the address is not at it (any more). */
export const NoLetter: FC<WorkFrame & { found: AtTable }> = ({ found, ...frame }) => (
  <OverlegFrame {...frame} found={found} title="Brief">
    <p class="lead">Voor deze persoon is er geen brief. Kijk na wie aan tafel zit.</p>
    <p>
      <a class="btn plain" href={overlegPath(found.overleg.reference, 'tafel')}>
        Bekijk de tafel
      </a>
    </p>
  </OverlegFrame>
)
