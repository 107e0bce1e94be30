/** The road of a request: what is behind, what happens now, what comes. A mark, a word that is read out, and never colour alone. */
import type { FC } from 'hono/jsx'
import type { Step } from '../../../forms/kit/lifecycle/request-road.ts'

export const Road: FC<{ steps: readonly Step[] }> = ({ steps }) => (
  <ol class="lp-pad">
    {steps.map((step) => (
      <li class={marksOf(step)} data-toegevoegd={step.added} aria-current={step.stands === 'now' ? 'step' : undefined}>
        <b>
          {step.stands !== 'later' && (
            <span class="hidden-visually">{step.stands === 'done' ? 'Gebeurd: ' : 'Nu: '}</span>
          )}
          {step.name}
        </b>
        {step.day && <span class="dag">{step.day}</span>}
        {step.text && <p>{step.text}</p>}
      </li>
    ))}
  </ol>
)

function marksOf({ stands, late, waits }: Step): string | undefined {
  if (stands === 'later') return undefined
  return [stands === 'done' ? 'klaar' : 'nu', late && 'laat', waits && 'wacht'].filter(Boolean).join(' ')
}
