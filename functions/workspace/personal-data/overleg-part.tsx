/** The overlegs of a dossier on the page of what is kept of it. */
import type { FC } from 'hono/jsx'
import { fullNameOf } from '../../../forms/kit/overleg/details.ts'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import { saidBy } from '../../../forms/kit/overleg/said.ts'
import { hoursInWords, seatInWords } from '../overleg/words.ts'
import { everSeated, type OpenKept, saidInWords } from './kept-overleg.ts'

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
