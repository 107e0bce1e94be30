/** Where and how; and before a moment is fixed: who misses it, and what leaves (docs/overleg.md §4). */
import type { FC } from 'hono/jsx'
import { isAgreed, type Moment } from '../../../forms/kit/overleg/overleg.ts'
import { interpreterField, mostOfLink, mostOfPlace } from '../../../forms/kit/overleg/practical.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { overlegPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { AtTable } from './at-table.ts'
import { OverlegFrame } from './frame.tsx'
import { InlineChoice } from './inline-choice.tsx'
import { longMoment } from './moment-words.ts'
import { NotAgreed } from './not-agreed.tsx'
import { Shown } from './shown.tsx'
import { WhatLeaves } from './what-leaves.tsx'
import { WhoMisses } from './who-misses.tsx'

interface PracticalPageProps extends WorkFrame {
  found: AtTable
  /** About to be fixed; absent once one is. */
  moment?: Moment | undefined
  typed: RawInput
  errors?: readonly FieldError[]
  now: Date
}

export const PracticalPage: FC<PracticalPageProps> = ({ found, moment, typed, errors = [], now, ...frame }) => {
  const { overleg } = found
  const { reference, fixed } = overleg
  const about = moment ?? fixed
  const context = { typed, errors }
  return (
    <OverlegFrame {...frame} {...{ found, errors }} title={about ? longMoment(about) : 'Praktisch'} step="praktisch">
      {moment && !isAgreed(overleg) && <NotAgreed found={found} />}
      {moment && <WhoMisses found={found} moment={moment} now={now} />}
      <form class="lw-block" method="post" action={overlegPath(reference, 'praktisch')} novalidate>
        <h2 id="moment" tabindex={-1}>
          Praktisch
        </h2>
        <p>
          Dit staat alleen op de persoonlijke pagina{found.has.withClient ? ' en op de brief' : ''}. Nooit in een mail.
        </p>
        <Shown overleg={overleg} />
        {moment && <input type="hidden" name="moment" value={moment.id} />}
        <InlineChoice name="vorm" legend="Hoe komt u samen?" options={shapes} context={context} />
        <QuestionField question={place(found.has.withClient)} context={context} />
        <QuestionField question={onlineLink} context={context} />
        <InlineChoice
          name={interpreterField}
          legend="Tolk"
          options={interpreters}
          hint="Laat geen kind of familielid tolken."
          context={context}
        />
        {moment && <WhatLeaves found={found} moment={moment} act={{ by: frame.person.id, now, days: found.days }} />}
        <div class="row">
          <button class="btn" data-next="">
            {moment ? 'Leg dit moment vast en nodig uit' : 'Bewaar'}
          </button>
          <a href={overlegPath(reference)}>{moment ? 'Toch een ander moment' : 'Terug'}</a>
        </div>
      </form>
    </OverlegFrame>
  )
}

const shapes = [
  ['fysiek', 'in één zaal'],
  ['online', 'online'],
  ['hybride', 'allebei'],
] as const

const interpreters = [
  ['niet_nodig', 'niet nodig'],
  ['bevestigd', 'geregeld'],
  ['aangevraagd', 'nog te regelen'],
] as const

const place = (withClient: boolean): TextQuestion => ({
  kind: 'longText',
  name: 'plaats',
  label: 'Waar?',
  hint: withClient ? 'Met adres. Het komt op de brief van de cliënt.' : 'Met adres.',
  error: 'Vul in waar u samenkomt',
  max: mostOfPlace,
})

const onlineLink: TextQuestion = {
  kind: 'text',
  name: 'online_link',
  label: 'Link om online mee te doen',
  hint: 'Zichtbaar vanaf de dag ervoor, voor wie ‘Ik kom’ zei.',
  error: 'Vul een link in die begint met https://',
  max: mostOfLink,
}
