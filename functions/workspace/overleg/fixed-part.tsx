/** A moment that is fixed: who comes, what is still to be arranged, and afterwards whether it was held (docs/overleg.md §4). */

import type { Child, FC } from 'hono/jsx'
import { isPast } from '../../../forms/kit/overleg/moments.ts'
import { theOverleg } from '../../../forms/kit/overleg/noun.ts'
import { clients, seated } from '../../../forms/kit/overleg/overleg.ts'
import { lettersFor, tasksOf } from '../../../forms/kit/overleg/tasks.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { type OverlegPage, overlegPath } from '../../shared/work-paths.ts'
import { ActForm } from './act-form.tsx'
import type { AtTable } from './at-table.ts'
import { comingOf, droppedOut } from './coming.ts'
import { Sign } from './icons.tsx'
import { instantInWords } from './moment-words.ts'
import { NoteAnswers } from './note-answers.tsx'
import { toCall as numbers, unreachedIn } from './open.ts'
import type { OverviewPart } from './overview-part.ts'
import { Person, PhoneOf } from './person.tsx'
import { calledOf, fullyCalledOf } from './words.ts'

export const FixedPart: FC<OverviewPart> = ({ found, now, typed, errors }) => {
  const { overleg } = found
  const { fixed } = overleg
  if (!fixed) return null
  const begun = isPast(fixed, now)
  const noHour = fixed.wholeDay === true
  const dropped = begun || noHour ? [] : droppedOut(found)
  const plain = !begun && !noHour && dropped.length === 0
  return (
    <>
      {begun && <WasItHeld found={found} />}
      {noHour && !begun && <NoHourYet found={found} />}
      {dropped.map(({ who, at }, place) => (
        <DroppedOut found={found} who={who} at={at} filled={place === 0} />
      ))}
      {seated(overleg).length > 0 && <WhoComes found={found} now={now} />}
      <StillToDo found={found} now={now} />
      {!begun && !noHour && (
        <ActForm found={found}>
          <NoteAnswers found={found} now={now} typed={typed} errors={errors} open={new Set()} next={plain} />
        </ActForm>
      )}
      <p class="row">
        <a href={overlegPath(overleg.reference, 'praktisch')}>Plaats, link en tolk</a>
        {lettersFor(found).length > 0 && (
          <a href={overlegPath(overleg.reference, 'brief')}>
            {clients(overleg).length > 0 ? 'Brief van de cliënt' : 'Brief'}
          </a>
        )}
        <a href={overlegPath(overleg.reference, 'agenda')}>Agenda om af te drukken</a>
        {!begun && <a href={overlegPath(overleg.reference, 'verzetten')}>{`Verzet ${theOverleg(overleg)}`}</a>}
        <a
          href={overlegPath(overleg.reference, 'afgelasten')}
        >{`${capitalised(theOverleg(overleg))} gaat niet door`}</a>
      </p>
    </>
  )
}

interface LinkProps {
  found: AtTable
  page: OverlegPage
  next?: boolean
  query?: string
  children?: Child
}

const Go: FC<LinkProps> = ({ found, page, next = false, query = '', children }) => (
  <a
    class={next ? 'btn' : 'btn plain'}
    href={`${overlegPath(found.overleg.reference, page)}${query}`}
    data-next={next ? '' : undefined}
  >
    {children}
  </a>
)

const WasItHeld: FC<{ found: AtTable }> = ({ found }) => {
  const { overleg } = found
  const mayMiss = clients(overleg).length > 0 && !overleg.clientDeclines
  return (
    <section class="lo-vraag smal">
      <h2>{`Is ${theOverleg(overleg)} gehouden?`}</h2>
      <p class="row">
        <Go found={found} page="verslag" next>
          Ja, schrijf het verslag
        </Go>
        <Go found={found} page="verzetten">
          Nee, zoek een nieuw moment
        </Go>
        {mayMiss && (
          <Go found={found} page="verzetten" query="?client=kwam_niet">
            De cliënt kwam niet
          </Go>
        )}
      </p>
    </section>
  )
}

/** It was planned before there were overlegs: of its day no hour is known. */
const NoHourYet: FC<{ found: AtTable }> = ({ found }) => {
  const hasTable = seated(found.overleg).length > 0
  return (
    <section class="lo-vraag smal">
      <h2>Van deze dag is het uur niet bekend</h2>
      <p>{`Zeg eerst wie ${found.has.withClient ? 'aan tafel zit' : 'meedoet'}. Zet daarna de dag en het uur. Er vertrok nog niets.`}</p>
      <p class="row">
        <Go found={found} page="tafel" next={!hasTable}>
          Maak de tafel
        </Go>
        <Go found={found} page="verzetten" next={hasTable}>
          Zet de dag en het uur
        </Go>
      </p>
    </section>
  )
}

interface DroppedOutProps {
  found: AtTable
  who: ReturnType<typeof droppedOut>[number]['who']
  at: string
  filled: boolean
}

const DroppedOut: FC<DroppedOutProps> = ({ found, who, at, filled }) => {
  const { overleg, details } = found
  const isClient = who.wie === 'client'
  return (
    <section class="lo-vraag smal">
      <h2>{`${isClient ? 'De cliënt' : 'De spilfiguur'} kan toch niet komen. Verplaatsen?`}</h2>
      <p>
        <bdi>{fullyCalledOf(details, who)}</bdi> {`liet het weten op ${instantInWords(at)}.`}
      </p>
      <p class="row">
        <Go found={found} page="verzetten" next={filled}>
          {`Verzet ${theOverleg(overleg)}`}
        </Go>
        {!isClient && (
          <a href="#komen">
            Het gaat door zonder <bdi>{calledOf(details, who)}</bdi>
          </a>
        )}
      </p>
    </section>
  )
}

const WhoComes: FC<{ found: AtTable; now: Date }> = ({ found, now }) => (
  <>
    <h2 id="komen" tabindex={-1}>
      Wie komt?
    </h2>
    <ul class="lo-bellen lo-komen">
      {comingOf(found, now).map(({ who, kind, word, hint, toCall }) => (
        <li data-deelnemer={who.id}>
          <p>
            <Person details={found.details} who={who} />
            {(hint || toCall) && (
              <small class="hint">
                {hint} {toCall && <PhoneOf details={numbers(found)} who={who} />}
              </small>
            )}
          </p>
          <Sign kind={kind}>{word}</Sign>
        </li>
      ))}
    </ul>
  </>
)

const StillToDo: FC<{ found: AtTable; now: Date }> = ({ found, now }) => {
  const tasks = tasksOf(found, unreachedIn(found), { now, days: found.days })
  const { reference } = found.overleg
  const lines = [
    tasks.some(({ kind }) => kind === 'interpreter') && (['praktisch', 'Tolk nog regelen'] as const),
    tasks.some(({ kind }) => kind === 'place') && (['praktisch', 'Plaats nog regelen'] as const),
    tasks.some(({ kind }) => kind === 'letter') && (['brief', 'Brief nog bezorgen'] as const),
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <>
      <h2>Nog te doen</h2>
      <ul class="lo-gevolg">
        {lines.map(([page, text]) => (
          <li>
            <a href={overlegPath(reference, page)}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
