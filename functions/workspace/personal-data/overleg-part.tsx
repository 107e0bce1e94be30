/** The overlegs of a dossier on the page of what is kept of it, and what of them and of its plan goes along in a copy. */
import type { FC } from 'hono/jsx'
import { fullNameOf } from '../../../forms/kit/overleg/details.ts'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import { saidBy } from '../../../forms/kit/overleg/said.ts'
import { hoursInWords, seatInWords } from '../overleg/words.ts'
import { everSeated, type OpenKept, passageKey, passageNames, passages, saidInWords } from './kept-overleg.ts'
import { planPassageKey, planPassageNames, planPassages } from './kept-plan.ts'

/** Field of the export: what of each overleg goes along. */
export const alongField = 'mee'

interface PassageChoicesProps {
  overlegs: readonly OpenKept[]
  /** Whether there is a plan van aanpak too. */
  withPlan: boolean
}

/** Nothing is ticked: what tells of others goes along only when a person decided so. */
export const PassageChoices: FC<PassageChoicesProps> = ({ overlegs, withPlan }) => (
  <>
    {overlegs.map(({ overleg }) => (
      <Choices
        of={`${overleg.noun} ${overleg.number}`}
        all={passageNames.map((passage) => [passageKey(overleg, passage), passages[passage]])}
      />
    ))}
    {withPlan && (
      <Choices
        of="het plan van aanpak"
        all={planPassageNames.map((passage) => [planPassageKey(passage), planPassages[passage]])}
      />
    )}
  </>
)

const Choices: FC<{ of: string; all: readonly (readonly [value: string, label: string])[] }> = ({ of, all }) => (
  <fieldset>
    <legend>{`Wat gaat mee van ${of}?`}</legend>
    <p class="hint">
      Hierin staat wat over anderen gaat. Kruis alleen aan wat u mag meegeven. Wat u niet aankruist, wordt in het
      bestand genoemd.
    </p>
    {all.map(([value, label]) => (
      <label class="choice">
        <input type="checkbox" name={alongField} value={value} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
)

export const OverlegParts: FC<{ overlegs: readonly OpenKept[] }> = ({ overlegs }) => (
  <>
    {overlegs.map((kept) => (
      <OverlegPart kept={kept} />
    ))}
  </>
)

const OverlegPart: FC<{ kept: OpenKept }> = ({ kept: { overleg, details, said } }) => {
  const { fixed, moments } = overleg
  const facts: [string, string][] = [
    ['Stand', overleg.state],
    ['Akkoord van de cliënt', overleg.consent ? `${overleg.consent.on}, ${overleg.consent.how}` : ''],
    ['Kan de cliënt vrij spreken?', details.speaksFreely ?? ''],
    ['Ligt vast', fixed ? `${momentDay(fixed)}, ${hoursInWords(fixed)}` : ''],
    ['Plaats', details.place],
    ['Online', details.onlineLink],
    ['Wat is beslist', details.decisions],
    ['Waarom het niet doorging', details.reason],
  ]
  return (
    <section data-bewaard-overleg={overleg.number}>
      <h2>{`Bewaard van ${overleg.noun} ${overleg.number}`}</h2>
      <dl>
        {facts
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div>
              <dt>{name}</dt>
              <dd>
                <bdi class="written">{text}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      {moments.length > 0 && (
        <p>{`Voorgesteld: ${moments.map((one) => `${momentDay(one)}, ${hoursInWords(one)}`).join('; ')}.`}</p>
      )}
      <ul class="lines">
        {everSeated(overleg).map((one) => (
          <li>
            <bdi>{fullNameOf(details, one.id) || seatInWords[one.wie]}</bdi>
            <span class="hint">
              {[
                ` ${seatInWords[one.wie]}`,
                details.names[one.id]?.telefoon,
                one.leftAt && 'niet meer aan tafel',
                ...saidInWords(overleg, saidBy(said, one.id)),
                overleg.present?.[one.id],
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
