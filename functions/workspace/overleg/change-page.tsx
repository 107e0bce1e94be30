/** What is fixed changes: to another day, or it does not take place (docs/overleg.md §4). */

import type { FC } from 'hono/jsx'
import { mostOfReason } from '../../../forms/kit/overleg/moved.ts'
import { theOverleg } from '../../../forms/kit/overleg/noun.ts'
import { hasInterpreter, isAgreed, seated } from '../../../forms/kit/overleg/overleg.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { overlegPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { AtTable } from './at-table.ts'
import { Facts } from './facts.tsx'
import { OverlegFrame } from './frame.tsx'
import { Tick } from './inline-choice.tsx'
import { discussed } from './moment-page.tsx'
import { longMoment } from './moment-words.ts'
import { NotAgreed } from './not-agreed.tsx'
import { Shown } from './shown.tsx'
import { WhatCancelling, WhatMoving } from './what-leaves.tsx'

interface ChangePageProps extends WorkFrame {
  found: AtTable
  typed: RawInput
  errors?: readonly FieldError[]
  now: Date
}

interface MovePageProps extends ChangePageProps {
  /** A weekend or a holiday: asked once whether it is meant. */
  unusual?: string | undefined
  /** The client did not come to the moment that was. */
  clientAbsent?: boolean
}

export const MovePage: FC<MovePageProps> = ({
  found,
  typed,
  errors = [],
  unusual,
  clientAbsent = false,
  now,
  ...frame
}) => {
  const { overleg, has } = found
  const { fixed, reference, noun } = overleg
  const context = { typed, errors }
  const title = clientAbsent ? 'Zonder de cliënt is er geen plan' : `Verzet ${theOverleg({ noun })}`
  return (
    <OverlegFrame {...frame} {...{ found, errors, title }}>
      {clientAbsent && <p class="lead">Bel de cliënt. Zoek samen een nieuw moment.</p>}
      {fixed && <p>{`${longMoment(fixed)}: dat ligt nu vast.`}</p>}
      <Facts found={found} />
      {!isAgreed(overleg) && <NotAgreed found={found} />}
      {(isAgreed(overleg) || errors.length > 0) && (
        <form class="lw-block" method="post" action={overlegPath(reference, 'verzetten')} novalidate>
          <h2 id="moment" tabindex={-1}>
            Naar welke dag?
          </h2>
          <p>Dezelfde links tonen de nieuwe dag. Regel opnieuw: {again(found)}.</p>
          <Shown overleg={overleg} />
          <input type="hidden" name="zeker" value={unusual ?? typed.get('zeker')?.[0] ?? ''} />
          <div class="lo-moment-rij">
            {spanQuestions.map((question) => (
              <QuestionField question={question} context={context} />
            ))}
          </div>
          {has.withClient && (
            <>
              <Tick
                name="past_client"
                checked={typed.get('past_client')?.[0] === 'ja'}
                error={errors.find(({ name }) => name === 'past_client')}
              >
                Past voor de cliënt
              </Tick>
              <QuestionField question={discussed} context={context} />
            </>
          )}
          <WhatMoving found={found} act={{ by: frame.person.id, now, days: found.days }} />
          <div class="row">
            <button class="btn" data-next="">
              Verzet en laat het weten
            </button>
            <a href={overlegPath(reference)}>Toch niet</a>
          </div>
        </form>
      )}
    </OverlegFrame>
  )
}

const spanQuestions = (
  [
    ['datum', 'Datum'],
    ['van', 'Van'],
    ['tot', 'Tot'],
  ] as const
).map(([name, label]): TextQuestion => ({ kind: 'date', name, label, error: '' }))

const again = ({ has, overleg }: AtTable): string =>
  ['de plaats', hasInterpreter(overleg) && 'de tolk', has.withClient && 'de brief'].filter(Boolean).join(', ')

export const CancelPage: FC<ChangePageProps> = ({ found, typed, errors = [], now, ...frame }) => {
  const { overleg } = found
  const { reference, noun } = overleg
  return (
    <OverlegFrame {...frame} {...{ found, errors }} title={`${capitalised(theOverleg({ noun }))} gaat niet door`}>
      <form class="lw-block" method="post" action={overlegPath(reference, 'afgelasten')} novalidate>
        <Shown overleg={overleg} />
        <QuestionField question={reason} context={{ typed, errors }} />
        {seated(overleg).length > 0 && (
          <WhatCancelling found={found} act={{ by: frame.person.id, now, days: found.days }} />
        )}
        <div class="row">
          <button class="btn" id="afgelasten" data-next="">
            Gelast af
          </button>
          <a href={overlegPath(reference)}>Toch niet</a>
        </div>
      </form>
    </OverlegFrame>
  )
}

const reason: TextQuestion = {
  kind: 'longText',
  name: 'reden',
  label: 'Waarom?',
  hint: 'Alleen in dit dossier. Niemand aan tafel leest dit.',
  error: '',
  optional: true,
  max: mostOfReason,
}
