/** When can you? Three answers for each moment that the client can make; what is left open can be filled in later. */
import type { FC } from 'hono/jsx'
import { phoneInWords } from '../../../forms/kit/contact.ts'
import { isAskedByClient, isReachable, withClient } from '../../../forms/kit/overleg/guest.ts'
import { answerField } from '../../../forms/kit/overleg/guest-form.ts'
import { hoursInWords } from '../../../forms/kit/overleg/hours.ts'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import type { Moment } from '../../../forms/kit/overleg/overleg.ts'
import { type SaidToMoment, saidBy, saidToMoment } from '../../../forms/kit/overleg/said.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { HintAndError } from '../../shared/web/text-field.tsx'
import type { OpenGuest } from '../open.ts'
import { OwnField } from './own-field.tsx'
import type { GuestPageProps } from './props.ts'
import { callerOf, momentsInWords, serviceOf } from './words.tsx'

export const answerInWords: Readonly<Record<SaidToMoment, string>> = {
  kan: 'Ik kan',
  kan_niet: 'Ik kan niet',
  bel_mij: 'Bel mij',
}

type AskedProps = GuestPageProps & { moments: readonly Moment[] }

export const AskedPart: FC<AskedProps> = (props) => {
  const { guest, moments, path, errors } = props
  const said = saidBy(guest.said, guest.who.id)
  return (
    <>
      {errors.length === 0 && <Kept {...props} />}
      <p class="lead">
        <Lead guest={guest} />
      </p>
      <form class="sheet" method="post" action={path} novalidate>
        <p>
          <b>Duid aan wanneer u kunt.</b> Weet u iets nog niet? Laat het open en kom later terug.
        </p>
        {moments.map((moment) => (
          <MomentField {...props} moment={moment} />
        ))}
        <PhoneField {...props} />
        <OwnField {...props} />
        <div class="row">
          <button class="btn" data-next>
            Verstuur mijn antwoorden
          </button>
        </div>
        <p class="hint lo-onder">
          U kunt dit wijzigen tot er een moment vastligt. Kunt u op geen enkel moment? Zeg het gerust.
        </p>
        {!said.declinedAt && (
          <p>
            <button class="link" name="actie" value="doet_niet_mee">
              {isAskedByClient(guest.who) ? 'Ik doe niet mee' : 'Wij doen niet mee'}
            </button>
          </p>
        )}
      </form>
    </>
  )
}

const Lead: FC<{ guest: OpenGuest }> = ({ guest }) => {
  const service = serviceOf(guest)
  return (
    <>
      {service ? (
        <>
          <bdi>{capitalised(service)}</bdi> is
        </>
      ) : (
        'U bent'
      )}{' '}
      gevraagd voor een {guest.overleg.noun}.{withClient(guest.overleg) && ' De cliënt weet dit en gaat akkoord.'}
    </>
  )
}

/** What we have of them by now; nothing before they answered. */
const Kept: FC<AskedProps> = ({ guest, moments }) => {
  const said = saidBy(guest.said, guest.who.id)
  if (said.declinedAt)
    return (
      <div class="done" role="status">
        <p>
          <b>Genoteerd.</b> {callerOf(guest).name} belt u.
        </p>
        <p>Kunt u toch? Duid dan hieronder aan wanneer.</p>
      </div>
    )
  const count = (answer: SaidToMoment | undefined) =>
    moments.filter(({ id }) => said.moments[id]?.answer === answer).length
  const [can, call, open] = [count('kan'), count('bel_mij'), count(undefined)]
  if (open === moments.length) return null
  return (
    <div class="done" role="status">
      <p>
        <b>Uw antwoorden zijn bewaard.</b>{' '}
        {can > 0 ? `U kunt op ${momentsInWords(can)}.` : 'U duidde geen moment aan waarop u kunt.'}
        {call > 0 && ` We bellen u over ${momentsInWords(call)}.`}
        {open > 0 && ` ${capitalised(momentsInWords(open))} liet u open.`}
      </p>
      <p>U hoort van ons zodra er een moment vastligt. U kunt uw antwoorden hier nog wijzigen.</p>
    </div>
  )
}

const MomentField: FC<AskedProps & { moment: Moment }> = ({ guest, moment, typed, errors }) => {
  const name = answerField(moment.id)
  const id = fieldId(name)
  const error = errors.find((one) => one.name === name)
  const before = saidBy(guest.said, guest.who.id).moments[moment.id]?.answer
  const chosen = typed ? typed.get(name)?.[0] : before
  return (
    <fieldset class={error ? 'lo-vak wrong' : 'lo-vak'} aria-describedby={error ? `${id}-fout` : undefined}>
      <legend>
        {capitalised(momentDay(moment))} <span>{hoursInWords(moment)}</span>
      </legend>
      <HintAndError id={id} error={error} />
      <div class="lo-drie">
        {saidToMoment.map((answer, index) => (
          <label>
            {/* The first one carries the field's id, so that the error summary's link moves to it. */}
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={answer}
              checked={chosen === answer}
            />{' '}
            {answerInWords[answer]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Shown once they ask to be called (overleg.css); needed only while no number of theirs is known. */
const PhoneField: FC<AskedProps> = ({ guest, typed, errors }) => {
  const error = errors.find(({ name }) => name === 'telefoon')
  const { phone } = guest.own
  const known = isReachable(guest)
  return (
    <div class={error ? 'field lo-nummer wrong' : 'field lo-nummer'}>
      <label for="telefoon">
        Op welk nummer bellen we u?
        {known && <span class="optional"> (niet verplicht)</span>}
      </label>
      <HintAndError
        id="telefoon"
        hint={`Omdat u ‘Bel mij’ koos.${known && !phone ? ' We hebben al een nummer van u.' : ''}`}
        error={error}
      />
      <input
        type="tel"
        id="telefoon"
        name="telefoon"
        value={typed?.get('telefoon')?.[0] ?? (phone && phoneInWords(phone))}
        aria-describedby={error ? 'telefoon-uitleg telefoon-fout' : 'telefoon-uitleg'}
        aria-invalid={error ? 'true' : undefined}
        autocomplete="off"
      />
    </div>
  )
}
