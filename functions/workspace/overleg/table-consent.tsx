/** What is asked of the client about the table, and what to mind at it (docs/overleg.md §2). */
import type { FC } from 'hono/jsx'
import { nameAtTable } from '../../../forms/kit/overleg/details.ts'
import { discussedInWords } from '../../../forms/kit/overleg/discussed-words.ts'
import { discussedHow, type Overleg, seated } from '../../../forms/kit/overleg/overleg.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import { HintAndError } from '../../shared/web/text-field.tsx'
import type { AtTable } from './at-table.ts'
import { ShortChoice } from './table-choices.tsx'
import { isFilled, rowOf } from './table-typed.ts'
import { listInWords } from './words.ts'

/** Who is at the table as it was kept, and is not agreed to yet. */
export const waiting = (overleg: Pick<Overleg, 'participants'>) =>
  seated(overleg).filter(({ wie, agreedOn }) => wie !== 'client' && agreedOn === undefined)

interface ConsentProps {
  found: AtTable
  typed: RawInput
  errors: readonly FieldError[]
  now: Date
}

export const ConsentPart: FC<ConsentProps> = ({ found, typed, errors, now }) => {
  const { overleg } = found
  const error = errors.find(({ name }) => name === 'besproken_op')
  return (
    // Amber asks: a table that is agreed to asks nothing.
    <section
      class={overleg.consent && waiting(overleg).length === 0 ? 'sheet' : 'lo-vraag'}
      aria-labelledby="besproken"
    >
      <Question found={found} />
      <div class={error ? 'field wrong' : 'field'}>
        <label for="besproken_op">Besproken met de cliënt op</label>
        <HintAndError id="besproken_op" hint={`Bijvoorbeeld ${dayInDigits(brusselsDate(now))}.`} error={error} />
        <input
          type="text"
          class="short"
          id="besproken_op"
          name="besproken_op"
          value={typed.get('besproken_op')?.[0] ?? ''}
          autocomplete="off"
          aria-describedby={error ? 'besproken_op-uitleg besproken_op-fout' : 'besproken_op-uitleg'}
          aria-invalid={error ? 'true' : undefined}
        />
      </div>
      <ShortChoice
        name="hoe_besproken"
        legend="Hoe besproken?"
        errors={errors}
        options={discussedHow.map((how) => [how, discussedInWords[how]])}
        chosen={typed.get('hoe_besproken')?.[0] ?? discussedHow[0]}
      >
        <p class="hoe hint">Met de wettelijk vertegenwoordiger? Ook dan hoort u de cliënt.</p>
      </ShortChoice>
      {whatLeaves[overleg.state] && <p class="hint">{whatLeaves[overleg.state]}</p>}
      <p class="row">
        <button class="btn" data-next>
          De cliënt gaat akkoord met deze tafel
        </button>
      </p>
    </section>
  )
}

/** What pressing it sends, said before. */
const whatLeaves: Partial<Readonly<Record<Overleg['state'], string>>> = {
  gepolst: 'Wie u erbij zette en per mail bereikt, krijgt dan meteen de vraag wanneer het past.',
  vastgelegd: 'Wie u erbij zette en per mail bereikt, krijgt dan meteen de uitnodiging.',
}

/** `15/3/2021`, as it can be typed. */
const dayInDigits = (date: string): string => date.split('-').map(Number).reverse().join('/')

const Question: FC<{ found: AtTable }> = ({ found: { overleg, details } }) => {
  const { consent } = overleg
  const open = waiting(overleg)
  if (!consent)
    return (
      <>
        <h2 id="besproken">Vraag de cliënt of deze tafel goed is</h2>
        <p>Er vertrekt niets voor u dit besprak.</p>
      </>
    )
  const on = dateInWords(consent.on)
  if (open.length === 0)
    return (
      <>
        <h2 id="besproken">{`De cliënt ging akkoord op ${on}`}</h2>
        <p>Zet u iemand bij, of verandert u een naam? Bespreek de tafel dan opnieuw.</p>
      </>
    )
  const named = (renamed: boolean) =>
    listInWords(
      open.filter((one) => (one.renamed === true) === renamed).map((one) => nameAtTable(details, one) || 'iemand'),
    )
  const [added, renamed] = [named(false), named(true)]
  const others = seated(overleg).some(({ wie, agreedOn }) => wie !== 'client' && agreedOn !== undefined)
  return (
    <>
      <h2 id="besproken">Vraag de cliënt opnieuw of dit goed is</h2>
      <p>
        {added && (
          <>
            U zette{' '}
            <b>
              <bdi>{added}</bdi>
            </b>
            {' bij. '}
          </>
        )}
        {renamed && (
          <>
            U veranderde{' '}
            <b>
              <bdi>{renamed}</bdi>
            </b>
            .{' '}
          </>
        )}
        {others && `Met de andere namen ging de cliënt akkoord op ${on}.`}
      </p>
      <p>
        Zolang u dit niet besprak, kunt u niets voorstellen, vastleggen of mailen. Vindt de cliënt het niet goed? Haal
        die dienst weer van tafel.
      </p>
    </>
  )
}

/** Asked once, sealed, and never for anybody but who opens this dossier. */
export const SafetyField: FC<{ typed: RawInput; errors: readonly FieldError[] }> = ({ typed, errors }) => (
  <ShortChoice
    name="vrij_spreken"
    legend="Is er iemand thuis of aan tafel bij wie de cliënt niet vrij kan spreken?"
    errors={errors}
    options={[
      ['nee', 'nee'],
      ['ja', 'ja'],
      ['weet_niet', 'weet niet'],
    ]}
    chosen={typed.get('vrij_spreken')?.[0] ?? ''}
  >
    <p class="hoe hint">Vraag het de cliënt alleen. Dit komt nooit op papier, en niemand aan tafel leest het.</p>
  </ShortChoice>
)

/** Who at the table is not bound by secrecy, or may not be. */
export const SecrecyNote: FC<{ typed: RawInput; rows: readonly number[] }> = ({ typed, rows }) => {
  const others = rows
    .filter((at) => isFilled(typed, at))
    .map((at) => rowOf(typed, at))
    .filter(({ wie }) => wie !== 'client')
  const named = (answer: string) =>
    others.filter(({ beroepsgeheim }) => beroepsgeheim === answer).map(({ called }) => called)
  const [free, unknown] = [named('nee'), named('weet_niet')]
  const mind = free.length > 0 ? free : unknown
  if (mind.length === 0) return null
  return (
    <div class="note">
      <p>
        <b>{`Zeg waar ${listInWords(mind, 'of')} bij is alleen wat de cliënt goedvindt.`}</b>
        {free.length > 0 &&
          ` ${capitalised(listInWords(free))} ${free.length > 1 ? 'zijn' : 'is'} niet gebonden door beroepsgeheim.`}
        {unknown.length > 0 &&
          ` Van ${free.length > 0 ? listInWords(unknown) : unknown.length > 1 ? 'hen' : 'die persoon'} weten we het niet: vraag het. Tot dan geldt hetzelfde.`}
      </p>
    </div>
  )
}
