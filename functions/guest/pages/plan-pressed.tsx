/** What a guest just said of an afspraak: noted, as it is kept; or not, because it is not so any more. */
import type { FC } from 'hono/jsx'
import type { Stand } from '../../../forms/kit/plan/plan-said.ts'
import type { Press } from '../../../forms/kit/plan/press-form.ts'
import { Problem } from '../../shared/web/problem.tsx'
import { buttonWords } from './plan-words.tsx'
import type { PlanPageProps } from './props.ts'
import { callerOf, serviceOf } from './words.tsx'

/** Nothing for an address that names what they did not say: it is read from what is kept. */
export const Pressed: FC<PlanPageProps> = ({ guest, view, done }) => {
  const own = view.kind === 'runs' ? view.own.find(({ id, over }) => id === done && !over) : undefined
  if (!own?.said) return null
  const { noted, next } = notedInWords(own.said.as, callerOf(guest).name)
  return (
    <div class="done" role="status">
      <p>
        <b>{`Genoteerd: ${noted}.`}</b>
        {next && ` ${next}`}
      </p>
      <p>
        Dit gaat over <bdi>{`‘${own.wat}’.`}</bdi>
      </p>
    </div>
  )
}

function notedInWords(as: Stand, caller: string): { noted: string; next?: string } {
  switch (as) {
    case 'gedaan':
      return { noted: 'gedaan', next: 'Dank u.' }
    case 'lukt_niet':
      return {
        noted: 'dit lukt niet',
        next: `U hoeft niet te schrijven waarom. ${caller} belt u. Intussen blijft de afspraak staan.`,
      }
    case 'bel_mij':
      return { noted: `${caller} belt u` }
    case 'niet_afgesproken':
      return { noted: 'dit is niet met u afgesproken', next: `${caller} belt u.` }
  }
}

export const PlanNotKept: FC<PlanPageProps & { refused: Press }> = (props) => {
  const { guest, refused } = props
  return (
    <Problem>
      <p>
        <b>{`Uw antwoord is niet bewaard: ${reasonOf(props)}.`}</b> Hieronder staat wat nu geldt.
      </p>
      <p>{`Dit was uw antwoord: ${buttonWords(refused.as, serviceOf(guest)).toLowerCase()}.`}</p>
    </Problem>
  )
}

function reasonOf({ view, refused }: PlanPageProps): string {
  if (view.kind === 'stopped') return 'het plan is gestopt'
  if (view.kind === 'closed') return 'het plan is afgesloten'
  return view.own.some(({ id }) => id === refused?.afspraak)
    ? 'deze afspraak is al afgerond'
    : 'dit is geen afspraak van u meer'
}
