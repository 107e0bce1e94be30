/** How each criterion came out: in one line, with what is in doubt beside it; the list behind it. */
import type { FC } from 'hono/jsx'
import { criteriaOn } from '../../../forms/kit/form.ts'
import { type Criterion, judge, type Outcome, requirementOf } from '../../../forms/kit/questions/criteria.ts'
import type { DossierView } from './view.ts'

interface Judged {
  name: string
  outcome: Outcome
  /** What must hold. */
  requirement: string
}

/**
 * Undefined where nothing was judged, and when the answers go: what they come to says something of the client, and who withdrew is
 * told that they go.
 */
export function criteriaCameTo({ service, dossier, answers, withdrawn }: DossierView): readonly Judged[] | undefined {
  if (!answers || withdrawn) return undefined
  const criteria = criteriaOn(service, answers)
  const receivedAt = new Date(dossier.receivedAt)
  // As it was judged when it was sent: a criterion that changed since says nothing about this request.
  const outcomeOf = (criterion: Criterion): Outcome => {
    if (dossier.doubtful.includes(criterion.name)) return 'twijfel'
    return judge([criterion], answers, receivedAt).outcome
  }
  const judged = criteria.map((criterion) => ({
    name: criterion.name,
    outcome: outcomeOf(criterion),
    requirement: requirementOf(criterion, receivedAt),
  }))
  return judged.length > 0 ? judged : undefined
}

/** "Voldoet aan 5 van 6 criteria" */
export const CriteriaLine: FC<{ judged: readonly Judged[] }> = ({ judged }) => {
  const met = judged.filter(({ outcome }) => outcome === 'voldoet').length
  return (
    <>
      <b>{`Voldoet aan ${met} van ${judged.length} ${judged.length === 1 ? 'criterium' : 'criteria'}`}</b>
      {judged
        .filter(({ outcome }) => outcome !== 'voldoet')
        .map(({ outcome, requirement }) => (
          <>
            {' '}
            <span class={outcome === 'twijfel' ? 'lw-flag' : 'lw-flag red'}>{verdicts[outcome].text}</span>{' '}
            <span>{requirement}</span>
          </>
        ))}
    </>
  )
}

const verdicts = {
  voldoet: { text: 'voldoet', look: 'tag ok' },
  twijfel: { text: 'twijfel', look: 'tag wait' },
  doorverwezen: { text: 'voldoet niet', look: 'tag late' },
} as const satisfies Record<Outcome, { text: string; look: string }>

export const CriteriaList: FC<{ judged: readonly Judged[] }> = ({ judged }) => (
  <ul class="lines">
    {judged.map(({ name, outcome, requirement }) => {
      const { text, look } = verdicts[outcome]
      return (
        <li data-criterium={name}>
          <span class={look}>{text}</span> {requirement}
        </li>
      )
    })}
  </ul>
)
