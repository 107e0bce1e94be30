/** Where the overleg of a dossier stands, and the one next step of it; from what is open of it, so that nothing is unsealed. */
import type { FC } from 'hono/jsx'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { type Lifecycle, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { OverlegMark } from '../../../forms/kit/overleg/mark.ts'
import { isPast, momentDay } from '../../../forms/kit/overleg/moments.ts'
import { theOverleg } from '../../../forms/kit/overleg/noun.ts'
import { hasOverleg } from '../../../forms/kit/overleg/of-dossier.ts'
import { nounOf, type OverlegOfForm } from '../../../forms/kit/overleg/of-form.ts'
import { isAgreed, type Overleg } from '../../../forms/kit/overleg/overleg.ts'
import { lettersFor } from '../../../forms/kit/overleg/tasks.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords, dayInWords } from '../../../forms/kit/time.ts'
import { type OverlegPage, overlegPath } from '../../shared/work-paths.ts'
import { hoursInWords } from '../overleg/words.ts'
import type { DossierView } from './view.ts'

export interface OverlegStep {
  /** Where it stands. */
  stands: string
  /** What is next, and where. */
  label: string
  path: string
  /** It is the way forward; otherwise it can be done. */
  leadsOn: boolean
}

/** Undefined where the form has no overleg, or the dossier is where none can be begun and none is under way. */
export function overlegStepOf({ service, dossier, overleg, now }: DossierView): OverlegStep | undefined {
  const { overleg: has, lifecycle } = service.form
  if (!has || stateOf(lifecycle, dossier.state).closed) return undefined
  const at: At = (page) => overlegPath(dossier.reference, page)
  if (overleg) return { ...stepOfOpen(overleg, has.withClient, at, now), leadsOn: true }
  if (!hasOverleg(service, dossier)) return undefined
  return dossier.overleg
    ? stepOfEnded(dossier.overleg, nounOf(has, dossier), at)
    : stepOfNone(has, lifecycle, dossier, at)
}

function stepOfNone(has: OverlegOfForm, lifecycle: Lifecycle, dossier: Dossier, at: At): OverlegStep {
  const { state, nextOn } = dossier
  const path = at('tafel')
  const who = has.withClient ? 'Begin met wie aan tafel zit.' : 'Begin met wie meedoet.'
  const fixes = lifecycle.moves.filter(({ action }) => action === has.moves.fix)
  // Planned, or held, before there were overlegs: its table is not known.
  if (fixes.some(({ to }) => to === state))
    return {
      stands: [nextOn && `Gepland op ${dateInWords(nextOn)}.`, `Nog geen tafel. ${who}`].filter(Boolean).join(' '),
      ...{ label: 'Maak de tafel', path, leadsOn: true },
    }
  return fixes.some(({ from }) => from.includes(state))
    ? { stands: `Nog geen ${nounOf(has, dossier)}. ${who}`, label: 'Maak de tafel', path, leadsOn: true }
    : { stands: 'Wilt u opnieuw samenkomen?', label: 'Begin een nieuw overleg', path, leadsOn: false }
}

type At = (page?: Parameters<typeof overlegPath>[1]) => string

function stepOfOpen(overleg: Overleg, withClient: boolean, at: At, now: Date): Omit<OverlegStep, 'leadsOn'> {
  const { state, consent, moments, askedAt, fixed } = overleg
  if (!isAgreed(overleg)) {
    const again = consent
      ? 'De tafel is veranderd. Vraag de cliënt opnieuw of dit goed is.'
      : 'Vraag de cliënt of de tafel goed is.'
    return { stands: again, label: 'Naar de tafel', path: at('tafel') }
  }
  if (state === 'voorbereiden') {
    const agreed =
      withClient && consent ? `De cliënt ging akkoord op ${dateInWords(consent.on)}.` : 'De tafel is bewaard.'
    if (moments.length === 0)
      return { stands: `${agreed} Nog geen momenten.`, label: 'Kies momenten', path: at('momenten') }
    return {
      stands: `${agreed} De momenten zijn gekozen. Nog niemand is gevraagd.`,
      label: 'Vraag wanneer het past',
      path: at(),
    }
  }
  if (state === 'gepolst') {
    const since = askedAt ? ` De vraag vertrok op ${dayInWords(new Date(askedAt))}.` : ''
    return { stands: `We zoeken een moment.${since}`, label: 'Bekijk de antwoorden', path: at() }
  }
  const when = fixed && (fixed.wholeDay ? momentDay(fixed) : `${momentDay(fixed)}, ${hoursInWords(fixed)}`)
  if (fixed && isPast(fixed, now))
    return { stands: `Dit was ${when}. Is ${theOverleg(overleg)} gehouden?`, label: 'Zeg hoe het ging', path: at() }
  return {
    stands: ['Dit ligt vast', when].filter(Boolean).join(': ').concat('.'),
    label: 'Bekijk het overleg',
    path: at(),
  }
}

const stepOfEnded = ({ number, state }: OverlegMark, noun: string, at: At): OverlegStep => ({
  stands: `${capitalised(noun)} ${number} ${state === 'afgelast' ? 'ging niet door' : 'is gehouden'}.`,
  label: 'Begin een nieuw overleg',
  path: `${at('tafel')}?nieuw=ja`,
  leadsOn: state === 'afgelast',
})

export const OverlegPart: FC<{ view: DossierView; step: OverlegStep }> = ({
  view: { service, dossier, overleg },
  step,
}) => {
  const has = service.form.overleg
  const more = overleg && has ? linksOf(overleg, has.withClient) : []
  return (
    <section class="lw-block" aria-labelledby="overleg">
      <h2 id="overleg">{capitalised(has ? nounOf(has, dossier) : 'overleg')}</h2>
      <p>
        {step.stands} <a href={step.path}>{step.label}</a>
      </p>
      {more.length > 0 && (
        <p class="row">
          {more.map(([page, text]) => (
            <a href={overlegPath(dossier.reference, page)}>{text}</a>
          ))}
        </p>
      )}
    </section>
  )
}

/** What is looked for once the table is kept, whatever the next step is. */
function linksOf(overleg: Overleg, withClient: boolean): [OverlegPage, string][] {
  const { state, fixed } = overleg
  const stands = state === 'vastgelegd' && !fixed?.wholeDay
  const letters = stands && lettersFor({ overleg }).length > 0
  return [
    ['tafel', withClient ? 'Tafel' : 'Wie doet mee'],
    ...(stands ? [['praktisch', 'Plaats, link en tolk'] as [OverlegPage, string]] : []),
    ...(letters ? [['brief', 'Brief'] as [OverlegPage, string]] : []),
    ['agenda', 'Agenda'],
  ]
}
