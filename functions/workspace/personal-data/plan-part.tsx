/** The plan van aanpak of a dossier on the page of what is kept of it: what is written, and every version that was agreed. */
import type { FC } from 'hono/jsx'
import type { Afspraak, Goal } from '../../../forms/kit/plan/action-plan.ts'
import { noGoalTexts, type PlanTexts } from '../../../forms/kit/plan/plan-texts.ts'
import { dateInWords, dayInWords } from '../../../forms/kit/time.ts'
import { fullyCalledOf } from '../overleg/words.ts'
import { codeInWords, type OpenKeptPlan } from './kept-plan.ts'

export const PlanPart: FC<{ kept: OpenKeptPlan | undefined }> = ({ kept }) => {
  if (!kept) return null
  const { plan, texts, versions, said } = kept
  return (
    <section data-bewaard-plan={plan.state}>
      <h2>Bewaard van het plan van aanpak</h2>
      <dl>
        {[
          ['Stand', plan.state],
          ['Evaluatie op', plan.evaluationOn ?? ''],
          ...texts.gelukt.map((text) => ['Wat is gelukt', text]),
        ]
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <Fact name={name ?? ''} text={text ?? ''} />
          ))}
      </dl>
      {versions.map(({ version, texts: words }) => (
        <Written kept={kept} title={`Versie ${version.number}`} {...version} texts={words} />
      ))}
      <Written kept={kept} title="Wat geschreven is" goals={plan.goals} afspraken={plan.afspraken} texts={texts} />
      <ul class="lines">
        {[...said.values()].flatMap(({ participant, stands }) =>
          Object.entries(stands).map(([id, { stand, at }]) => (
            <li>
              <bdi>{called(kept, participant)}</bdi>
              <span class="hint">{` over ${id}: ${codeInWords(stand)}, ${dayInWords(new Date(at))}`}</span>
            </li>
          )),
        )}
      </ul>
    </section>
  )
}

interface WrittenProps {
  kept: OpenKeptPlan
  title: string
  goals: readonly Goal[]
  afspraken: readonly Afspraak[]
  texts: PlanTexts
}

const Written: FC<WrittenProps> = ({ kept, title, goals, afspraken, texts }) => (
  <>
    <h3>{title}</h3>
    <dl>
      {goals.map(({ domein, wanneer }) => (
        <Fact name={domein} text={goalWords(texts, domein, wanneer)} />
      ))}
      {afspraken.map((one) => (
        <Fact name={`Afspraak ${one.id}`} text={afspraakWords(kept, texts, one)} />
      ))}
    </dl>
  </>
)

const Fact: FC<{ name: string; text: string }> = ({ name, text }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <bdi class="written">{text}</bdi>
    </dd>
  </div>
)

function goalWords({ goals }: PlanTexts, domein: string, when: Goal['wanneer']): string {
  const { goed, minder_goed: less, doel } = goals[domein] ?? noGoalTexts
  return [
    goed && `Loopt goed: ${goed}`,
    less && `Loopt minder goed: ${less}`,
    doel && `De cliënt wil: ${doel}`,
    when ?? 'nog niet gekozen wanneer',
  ]
    .filter(Boolean)
    .join('\n')
}

function afspraakWords(kept: OpenKeptPlan, texts: PlanTexts, one: Afspraak): string {
  const { id, wie, met, waarom, tegen } = one
  const outcome = kept.plan.outcomes[id]
  return [
    texts.afspraken[id],
    `Wie: ${wie === undefined ? 'nog niemand' : called(kept, wie)}`,
    met === undefined ? '' : `Samen met: ${called(kept, met)}`,
    waarom === undefined ? '' : `Waarom: ${waarom}`,
    tegen === undefined ? '' : `Tegen: ${dateInWords(tegen)}`,
    ...Object.values(texts.disagreed[id] ?? {}).map((text) => `Niet mee eens: ${text}`),
    outcome ? `Bij de evaluatie: ${codeInWords(outcome.outcome)}` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

/** By the table that the plan goes by; who is forgotten has no name any more. */
function called({ participants, details }: OpenKeptPlan, id: string): string {
  const one = participants[id]
  return one ? fullyCalledOf(details, { id, ...one }) : 'iemand die niet meer aan tafel zit'
}
