/** "Gaat de cliënt akkoord?": what was discussed, who may read what, and what leaves once it is agreed (docs/overleg.md §9). */

import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { discussedInWords } from '../../../forms/kit/overleg/discussed-words.ts'
import { clients, discussedHow, type Seated } from '../../../forms/kit/overleg/overleg.ts'
import { nextVersion } from '../../../forms/kit/plan/action-plan.ts'
import {
  disagreedField,
  discussedField,
  howField,
  readers,
  reasonsField,
  wholeField,
} from '../../../forms/kit/plan/read-agreement.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { planPath } from '../../shared/work-paths.ts'
import { actsAtOnceWords } from '../at-once.ts'
import type { WorkFrame } from '../frame.tsx'
import { OverlegFrame } from '../overleg/frame.tsx'
import { InlineChoice, Tick } from '../overleg/inline-choice.tsx'
import { namesOf } from '../overleg/invited.ts'
import { personInWords } from '../overleg/person.tsx'
import { calledOf } from '../overleg/words.ts'
import type { AtPlan } from './at-plan.ts'
import { Warnings } from './warnings.tsx'

export interface Tells {
  mailed: readonly Seated[]
  /** By whoever agrees it: no mail reaches them. */
  called: readonly Seated[]
}

interface AgreementPageProps extends WorkFrame {
  found: AtPlan
  typed: RawInput
  errors?: readonly FieldError[]
  /** Whom it tells when it is agreed as it stands here. Absent while something is missing. */
  tells: Tells | undefined
}

/** What is missing in the plan itself is mended on its own page. */
const ofPlan = 'plan'

export const AgreementPage: FC<AgreementPageProps> = ({ found, typed, errors = [], tells, ...frame }) => {
  const { plan, has, overleg } = found
  const context = { typed, errors }
  const title = has.withClient ? 'Gaat de cliënt akkoord?' : 'Is iedereen akkoord?'
  return (
    <OverlegFrame {...frame} {...{ found, errors, title }} step="plan">
      <p class="lead" id={ofPlan} tabindex={-1}>
        Lees het plan samen na.{' '}
        {has.withClient && (
          <>
            <a href={planPath(plan.reference, 'client')}>Druk het blad voor de cliënt af</a>, of lees het voor.{' '}
          </>
        )}
        <a href={planPath(plan.reference)}>Terug naar het plan</a>
      </p>
      {errors.length === 0 && <Warnings found={found} />}
      <form method="post" action={planPath(plan.reference, 'akkoord')} novalidate>
        <input type="hidden" name="revision" value={String(plan.revision)} />
        <div class="lo-twee">
          {has.withClient && (
            <section class="lw-block">
              {clients(overleg).map((client, at) => (
                <OfClient {...{ found, client, at, context }} />
              ))}
            </section>
          )}
          <Readers found={found} context={context} />
        </div>
        {tells && <Consequences found={found} tells={tells} />}
      </form>
    </OverlegFrame>
  )
}

interface Context {
  typed: RawInput
  errors: readonly FieldError[]
}

interface OfClientProps {
  found: AtPlan
  client: Seated
  at: number
  context: Context
}

const OfClient: FC<OfClientProps> = ({ found, client, at, context }) => {
  const { plan, texts, overleg, details } = found
  const several = clients(overleg).length > 1
  const who = several ? `cliënt ${at + 1}${nameBeside(found, client)}` : 'de cliënt'
  return (
    <>
      <QuestionField
        question={{
          ...{ kind: 'date', name: discussedField(client, at), label: `Besproken met ${who} op`, error: '' },
          hint: 'Niet vóór het overleg, en niet in de toekomst.',
        }}
        context={context}
      />
      <InlineChoice
        name={howField(client, at)}
        legend="Hoe besproken?"
        options={discussedHow.map((value) => [value, discussedInWords[value]] as const)}
        context={context}
      />
      <h2>{several ? `Waar is ${who} het niet mee eens?` : 'Is de cliënt het ergens niet mee eens?'}</h2>
      <p>In de woorden van de cliënt. Dan doet niemand dit, tot u het samen besprak.</p>
      {plan.afspraken.map(({ id, wie }, place) => {
        const name = disagreedField(id, client, at)
        const trekker = wie === undefined ? undefined : overleg.participants[wie]
        const open = Boolean(context.typed.get(name)?.[0]) || context.errors.some((one) => one.name === name)
        return (
          <details class="lo-meer" open={open}>
            <summary>
              {`Afspraak ${place + 1}`}
              {trekker && wie && (
                <>
                  , <bdi>{calledOf(details, { id: wie, wie: trekker.wie })}</bdi>
                </>
              )}
              : <bdi class="lo-regel">{texts.afspraken[id]}</bdi>
            </summary>
            <QuestionField
              question={{
                ...{ kind: 'longText', name, label: 'Hier is de cliënt het niet mee eens', error: '', optional: true },
                hint: 'Dit staat op elk exemplaar van het plan.',
              }}
              context={context}
            />
          </details>
        )
      })}
    </>
  )
}

function nameBeside({ details }: AtPlan, { id, wie }: Seated): string {
  const name = calledOf(details, { id, wie })
  return name === 'de cliënt' ? '' : `, ${name}`
}

const Readers: FC<{ found: AtPlan; context: Context }> = ({ found: { overleg, details, has }, context }) => {
  const ticked = (name: string) => context.typed.get(name)?.[0] === 'ja'
  return (
    <section class="lw-block">
      <h2>Wie mag het hele plan lezen?</h2>
      <p>
        {has.withClient
          ? 'De cliënt kiest. Wie u niet aanduidt, ziet alleen de eigen afspraken.'
          : 'Wie u niet aanduidt, ziet alleen de eigen afspraken.'}
      </p>
      {readers(overleg).map((who) => (
        <>
          <Tick name={wholeField(who.id)} checked={ticked(wholeField(who.id))}>
            <bdi>{personInWords(details, who)}</bdi>
            {has.withClient && who.beroepsgeheim !== 'ja' && (
              <span class="hint">
                {who.beroepsgeheim === 'nee' ? 'Niet gebonden door beroepsgeheim' : 'Beroepsgeheim: nog te vragen'}
              </span>
            )}
          </Tick>
          {has.withClient && who.beroepsgeheim !== 'ja' && (
            <div class="lo-onder-naam">
              <Tick name={reasonsField(who.id)} checked={ticked(reasonsField(who.id))}>
                <bdi>{calledOf(details, who)}</bdi> mag ook lezen waarom
              </Tick>
            </div>
          )}
        </>
      ))}
    </section>
  )
}

/** What leaves, and what somebody does: said before it is pressed. */
const Consequences: FC<{ found: AtPlan; tells: Tells }> = ({ found, tells: { mailed, called } }) => {
  const { plan, overleg, details, has } = found
  const number = nextVersion(plan)
  const next = String(Number(number) + 1).padStart(2, '0')
  const sheets = has.withClient ? clients(overleg).length : 0
  const isMailed = (id: string) => mailed.some((one) => one.id === id)
  const more = readers(overleg).some(({ id, bereik }) => bereik === 'mail' && !isMailed(id))
  return (
    <section class="lo-slot">
      <h2>Leg het plan vast</h2>
      <p>
        {`Versie ${number} verandert daarna niet meer. Wilt u later iets anders? Dan maakt u versie ${next}${has.withClient ? ', en gaat de cliënt opnieuw akkoord' : ''}.`}
      </p>
      <ul class="lo-gevolg">
        {(mailed.length > 0 || more) && (
          <li>
            {mailed.length > 0 ? (
              <>
                <b>{counted(mailed.length, 'mail', 'mails')}</b>: <bdi>{`${namesOf(details, mailed)}.`}</bdi>
                {has.withClient && ' Er staat niets in over de cliënt.'}
              </>
            ) : (
              <>
                <b>Geen mail</b>: voor niemand verandert er iets.
              </>
            )}
            {more && ' Duidt u hierboven nog iemand aan? Dan krijgt die ook een mail.'}
          </li>
        )}
        {called.length > 0 && (
          <li>
            <b>{counted(called.length, 'telefoontje', 'telefoontjes')}</b>: <bdi>{`${namesOf(details, called)}.`}</bdi>
          </li>
        )}
        {sheets > 0 && (
          <li>
            <b>{counted(sheets, 'blad', 'bladen')}</b> voor de cliënt.
          </li>
        )}
      </ul>
      <p class="hint">{actsAtOnceWords}</p>
      <div class="row">
        <button class="btn" data-next="">
          Leg vast en deel
        </button>
        <a href={planPath(plan.reference)}>Terug naar het plan</a>
      </div>
    </section>
  )
}
