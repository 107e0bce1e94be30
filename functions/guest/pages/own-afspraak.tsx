/** One afspraak of a guest: what, by when, what they said of it, and what they can say now. */
import type { FC } from 'hono/jsx'
import { isAskedByClient } from '../../../forms/kit/overleg/guest.ts'
import { isOpenAfspraak, type OwnAfspraak } from '../../../forms/kit/plan/guest-plan.ts'
import type { Stand } from '../../../forms/kit/plan/plan-said.ts'
import { standField } from '../../../forms/kit/plan/press-form.ts'
import { dateInWords, momentInWords } from '../../../forms/kit/time.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { Icon } from '../../shared/web/icons.tsx'
import type { OpenPlanGuest } from '../open-plan.ts'
import { buttonWords, Disagreement, WhoDoes, Why } from './plan-words.tsx'
import { callerOf, serviceOf } from './words.tsx'

interface CardProps {
  guest: OpenPlanGuest
  own: OwnAfspraak
  /** Brussels date. */
  evaluationOn: string
  /** Of the page. */
  path: string
}

export const OwnCard: FC<CardProps> = (props) => {
  const { own } = props
  const { id, wat, disagreed } = own
  return (
    <li
      class={['lo-taak', own.late && 'laat', !isOpenAfspraak(own) && 'klaar'].filter(Boolean).join(' ')}
      id={fieldId(standField(id))}
      data-afspraak={id}
    >
      <h2 id={headingOf(own)}>
        <bdi>{wat}</bdi>
      </h2>
      <p>
        <WhoDoes afspraak={own} />
        <Why afspraak={own} />
      </p>
      {disagreed && !own.over && <Disagreement words={disagreed} caller={callerOf(props.guest)} />}
      <Tags {...props} />
      <Said {...props} />
      {own.over === undefined && <Buttons {...props} />}
    </li>
  )
}

const headingOf = ({ id }: OwnAfspraak): string => `${fieldId(standField(id))}-wat`

const overInWords = { gelukt: 'gelukt', deels: '', niet: '', niet_meer_nodig: 'niet meer nodig' } as const

const Tags: FC<CardProps> = (props) => {
  const tags = tagsOf(props)
  return tags.length === 0 ? null : (
    <p class="lo-tags">
      {tags.map(({ kind, icon, words }) => (
        <span class={['tag', kind].filter(Boolean).join(' ')}>
          <Icon of={icon} /> {words}
        </span>
      ))}
    </p>
  )
}

interface Tag {
  kind?: 'late' | 'wait' | 'ok'
  icon: 'klok' | 'praat' | 'kan' | 'bel'
  words: string
}

/** By when, while it is to be done; and how it stands. */
function tagsOf({ guest: { who }, own, evaluationOn }: CardProps): Tag[] {
  const { over, said, tegen, late, toAsk, disagreed } = own
  if (over) return [{ kind: 'ok', icon: 'kan', words: overInWords[over] }]
  if (said?.as === 'gedaan') return [{ kind: 'ok', icon: 'kan', words: saidInWords.gedaan }]
  const look = isAskedByClient(who) ? 'we samen kijken, op' : 'de evaluatie op'
  const by = tegen ? `tegen ${dateInWords(tegen)}` : `loopt door tot ${look} ${dateInWords(evaluationOn)}`
  const when: Tag = late ? { kind: 'late', icon: 'klok', words: `te laat: ${by}` } : { icon: 'klok', words: by }
  return [
    ...(disagreed ? [] : [when]),
    ...(toAsk && !said ? [{ kind: 'wait', icon: 'praat', words: 'nog te vragen' } as const] : []),
    ...(said ? [{ kind: 'wait', icon: 'bel', words: saidInWords[said.as] } as const] : []),
  ]
}

const saidInWords: Readonly<Record<Stand, string>> = {
  gedaan: 'gedaan',
  lukt_niet: 'lukt niet',
  bel_mij: 'u vroeg om te bellen',
  niet_afgesproken: 'niet afgesproken',
}

/** What they said, with when; or what is asked of who was not there. */
const Said: FC<CardProps> = ({ guest, own: { said, over, toAsk, by } }) => {
  if (over) return null
  if (!said)
    return toAsk && by.kind === 'self' ? <p>Dit vroegen we nog niet aan u. Klopt het niet? Zeg het ons.</p> : null
  const at = new Date(said.at)
  return (
    <p class="hint">
      {said.as !== 'gedaan' && `${callerOf(guest).name} belt u. `}
      {`Gemeld op ${momentInWords(at)}.`}
    </p>
  )
}

/** What can be said now; what must not be done yet can be asked about only. */
function choicesOf({ said, toAsk, disagreed }: OwnAfspraak): Stand[] {
  const usual: Stand[] = disagreed ? ['bel_mij'] : ['gedaan', 'lukt_niet', 'bel_mij']
  const all: Stand[] = [...usual, ...(toAsk ? (['niet_afgesproken'] as const) : [])]
  return all.filter((as) => as !== said?.as)
}

const Buttons: FC<CardProps> = ({ guest, own, path }) => {
  const name = standField(own.id)
  const described = headingOf(own)
  if (own.said?.as === 'gedaan')
    return (
      <form method="post" action={path}>
        <button class="link" name={name} value="lukt_niet" aria-describedby={described}>
          Toch niet gelukt
        </button>
      </form>
    )
  return (
    <form class="lo-knoppen" method="post" action={path}>
      {choicesOf(own).map((as, index) => (
        <button class={index === 0 ? 'btn' : 'btn plain'} name={name} value={as} aria-describedby={described}>
          {own.said?.as === 'lukt_niet' && as === 'gedaan' ? 'Toch gedaan' : buttonWords(as, serviceOf(guest))}
        </button>
      ))}
    </form>
  )
}
