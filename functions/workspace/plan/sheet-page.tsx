/** The page around a client's sheet: what to mend before it is printed, and whether it may go home (docs/overleg.md §9). */
import type { FC } from 'hono/jsx'
import { isGuarded } from '../../../forms/kit/overleg/details.ts'
import { clients, type Seated } from '../../../forms/kit/overleg/overleg.ts'
import { afspraakField, goalField } from '../../../forms/kit/plan/plan-fields.ts'
import { domainName } from '../../../forms/kit/plan/plan-gaps.ts'
import { sheetOf } from '../../../forms/kit/plan/sheet.ts'
import { doubtsAbout, type SheetDoubt } from '../../../forms/kit/plan/sheet-doubts.ts'
import type { ShownPlan } from '../../../forms/kit/plan/shown-plan.ts'
import { isEnded } from '../../../forms/kit/plan/write-plan.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { overlegPath, planPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { callerOf } from '../overleg/caller.ts'
import { OverlegFrame } from '../overleg/frame.tsx'
import { fullyCalledAmong } from '../overleg/words.ts'
import type { AtPlan } from './at-plan.ts'
import { ClientSheet } from './sheet.tsx'

interface PartProps {
  found: AtPlan
  /** Whose sheet it is. */
  to: Seated
  shown: ShownPlan
}

export const SheetPage: FC<WorkFrame & PartProps> = ({ found, to, shown, ...frame }) => {
  const { service, content, overleg, plan } = found
  const caller = callerOf(service.network, content, overleg)
  const sheet = sheetOf({ ...found, shown, to, caller, sender: service.network.sender })
  return (
    <OverlegFrame {...frame} found={found} title={`Blad voor ${fullyCalledAmong(found, to.id)}`} printable>
      <div class="no-print">
        <p>
          Dezelfde afspraken als in het plan, in gewone woorden. Lees het samen, of lees het voor. Loket kent de naam
          van de cliënt niet: schrijf die er zelf op.
        </p>
        <WhichOne found={found} to={to} shown={shown} />
        <TakesHome found={found} />
        <div class="row">
          <button class="btn" type="button" data-print hidden>
            Druk af
          </button>
          <a href={planPath(plan.reference)}>Terug naar het plan</a>
        </div>
        <noscript>
          <p class="hint">Druk deze pagina af met uw browser. Alleen het blad komt op papier.</p>
        </noscript>
        {sheet.isLong && (
          <p class="lo-let lo-onder">
            <b>Dit blad is langer dan twee pagina's.</b> Wat kan later?{' '}
            <a href={planPath(plan.reference)}>Verander het</a>
          </p>
        )}
        {/* What is over is not mended any more. */}
        {(isEnded(plan) ? [] : doubtsAbout(shown)).map((doubt) => (
          <Doubt found={found} doubt={doubt} />
        ))}
        <Others found={found} to={to} />
      </div>
      <ClientSheet sheet={sheet} />
    </OverlegFrame>
  )
}

const sheetPath = (reference: string, query: { voor: string; versie?: string }): string =>
  `${planPath(reference, 'client')}?${new URLSearchParams(query)}`

/** Whether this was agreed; and where the other one is, when a next version is being written. */
const WhichOne: FC<PartProps> = ({ found: { plan }, to, shown: { version } }) => {
  const { reference, running } = plan
  if (version) return <p>{`Dit is versie ${version.number}, zoals besproken met de cliënt.`}</p>
  if (!running) return <p>Dit plan ligt nog niet vast. Lees het blad samen, en vul dan de dag in met de pen.</p>
  return (
    <p>
      {`Dit blad toont wat u veranderde na versie ${running.number}. Dat ligt nog niet vast. `}
      <a href={sheetPath(reference, { voor: to.id, versie: running.number })}>
        {`Bekijk het blad van versie ${running.number}`}
      </a>
    </p>
  )
}

const TakesHome: FC<Pick<PartProps, 'found'>> = ({ found: { details } }) =>
  isGuarded(details) ? (
    <p>
      <b>Dit blad gaat niet mee naar huis.</b> Geef dit blad alleen in handen, of lees het voor. Bewaar het voor de
      cliënt.
    </p>
  ) : (
    <p>
      <b>Mag dit blad mee naar huis?</b> Vraag het aan de cliënt. Liever niet? Lees het dan voor.
    </p>
  )

const Doubt: FC<{ found: AtPlan; doubt: SheetDoubt }> = ({ found, doubt }) => {
  const mend = <a href={mendPath(found, doubt)}>Verander het</a>
  if (doubt.kind === 'without_person')
    return (
      <p class="lo-let lo-onder">
        <b>{`Afspraak ${doubt.afspraak} staat niet op het blad:`}</b> niemand doet ze nog. {mend}
      </p>
    )
  const { word, instead } = doubt
  return (
    <p class="lo-let lo-onder">
      <b>Moeilijk woord:</b> {whereOf(found, doubt)} staat ‘<bdi>{word}</bdi>’.{' '}
      {'domein' in doubt && doubt.column === 'doel'
        ? 'Schrijf het in de woorden van de cliënt.'
        : 'Schrijf wat iemand doet.'}
      {instead && ` Bijvoorbeeld: ${instead}.`} {mend}
    </p>
  )
}

function whereOf({ hasPlan }: AtPlan, doubt: SheetDoubt & { kind: 'hard_word' }): string {
  if ('afspraak' in doubt) return `in afspraak ${doubt.afspraak}`
  const name = domainName(hasPlan, doubt.domein)
  return doubt.column === 'doel' ? `in het doel van ${name}` : `bij wat goed loopt van ${name}`
}

/** The field of the page of the plan, as long as it is written there. */
function mendPath({ plan }: AtPlan, doubt: SheetDoubt): string {
  const rows: readonly string[] =
    'domein' in doubt ? plan.goals.map(({ domein }) => domein) : plan.afspraken.map(({ id }) => id)
  const at = rows.indexOf('domein' in doubt ? doubt.domein : doubt.id)
  if (at < 0) return planPath(plan.reference)
  const column = doubt.kind === 'without_person' ? 'wie' : 'wat'
  return `${planPath(plan.reference)}#${fieldId('domein' in doubt ? goalField(at, doubt.column) : afspraakField(at, column))}`
}

const Others: FC<Pick<PartProps, 'found' | 'to'>> = ({ found, to }) => {
  const { reference } = found.plan
  return (
    <ul class="lo-onder">
      {clients(found.overleg)
        .filter(({ id }) => id !== to.id)
        .map(({ id }) => (
          <li>
            <a href={sheetPath(reference, { voor: id })}>{`Blad voor ${fullyCalledAmong(found, id)}`}</a>
          </li>
        ))}
      <li>
        <a href={planPath(reference, 'heel')}>Het hele plan, voor uw eigen dossier</a>
      </li>
    </ul>
  )
}

const noSheet = {
  not_a_client: 'Voor deze persoon is er geen blad. Kijk na wie aan tafel zit.',
  no_plan: 'Nog geen plan. Dat komt na het overleg.',
  not_written: 'Nog geen plan. Schrijf het eerst, samen met de cliënt.',
} as const

/** Of somebody who is no client (any more), or before there is a plan. */
export const NoSheet: FC<WorkFrame & { found: AtPlan; why: 'not_a_client' | 'no_plan' }> = ({
  found,
  why,
  ...frame
}) => {
  const { reference } = found.plan
  const held = found.overleg.state === 'gehouden'
  return (
    <OverlegFrame {...frame} found={found} title="Blad voor de cliënt">
      <p class="lead">{noSheet[held && why === 'no_plan' ? 'not_written' : why]}</p>
      <p>
        <a class="btn plain" href={why === 'no_plan' ? planPath(reference) : overlegPath(reference, 'tafel')}>
          {why === 'no_plan' ? 'Naar het plan' : 'Bekijk de tafel'}
        </a>
      </p>
    </OverlegFrame>
  )
}
