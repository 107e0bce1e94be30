/** The page behind the link to a plan, whatever its state: what this guest does, and what they said of it. */
import type { FC } from 'hono/jsx'
import { isAskedByClient, withClient } from '../../../forms/kit/overleg/guest.ts'
import { isOpenAfspraak, type PlanGuestView } from '../../../forms/kit/plan/guest-plan.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { Layout, Phone } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import type { OpenPlanGuest } from '../open-plan.ts'
import { AboutWhom, Foot } from './foot.tsx'
import { OwnCard } from './own-afspraak.tsx'
import { ChangedPart } from './plan-changed.tsx'
import { PlanNotKept, Pressed } from './plan-pressed.tsx'
import type { PlanPageProps } from './props.ts'
import { Call, callerOf, headOf, serviceOf } from './words.tsx'

export const PlanPage: FC<PlanPageProps> = (props) => {
  const { assets, guest, view, errors, refused } = props
  const title = titleOf(props)
  return (
    <Layout assets={assets} network={guest.network} title={title} problem={errors.length > 0} overleg>
      <div class="lo-gast">
        <ProblemSummary errors={errors} />
        {refused && <PlanNotKept {...props} refused={refused} />}
        <p class="eyebrow">
          {headOf(guest)} · <span class="reference">{guest.plan.reference}</span>
        </p>
        <h1>{title}</h1>
        {view.kind === 'runs' ? <RunningPart {...props} view={view} /> : <OverPart {...props} view={view} />}
        <Foot guest={guest} />
      </div>
    </Layout>
  )
}

function titleOf({ view }: PlanPageProps): string {
  switch (view.kind) {
    case 'runs':
      return view.own.length === 0 && view.whole ? 'Het plan' : 'Uw afspraken'
    case 'stopped':
      return 'Het plan is gestopt'
    case 'closed':
      return 'Dit plan is afgesloten'
  }
}

type RunningView = Extract<PlanGuestView, { kind: 'runs' }>

const RunningPart: FC<PlanPageProps & { view: RunningView }> = (props) => {
  const { guest, view, path, errors } = props
  const caller = callerOf(guest)
  return (
    <>
      {errors.length === 0 && <Pressed {...props} />}
      {view.changes && <ChangedPart changes={view.changes} />}
      <Lead guest={guest} view={view} />
      {view.own.length > 0 && (
        <ul class="lo-taken">
          {view.own.map((own) => (
            <OwnCard guest={guest} own={own} evaluationOn={view.evaluationOn} path={path} />
          ))}
        </ul>
      )}
      {view.own.length > 0 && (
        <p>
          {`Wat u aanduidt, ziet ${caller.name} meteen. U hoeft niet te mailen. Vragen? Bel `}
          <Phone number={caller.phone} />.
        </p>
      )}
      <Rest {...props} />
      {withClient(guest.overleg) && (
        <p>
          <b>Wil de cliënt stoppen?</b> Bel {caller.called}, <Phone number={caller.phone} />, vandaag nog.
        </p>
      )}
      <AboutWhom guest={guest} />
    </>
  )
}

const Lead: FC<{ guest: OpenPlanGuest; view: RunningView }> = ({ guest, view: { own, agreedOn, changes, whole } }) => {
  const agreed = agreedOn ? ` De cliënt ging akkoord op ${dateInWords(agreedOn)}.` : ''
  if (own.length === 0 && whole && !changes)
    return <p class="lead">{`U hebt zelf geen afspraken in dit plan.${agreed}`}</p>
  if (!own.some(isOpenAfspraak)) return <p class="lead">U hebt geen open afspraken meer. Dank u.</p>
  const service = serviceOf(guest)
  const name = service ? <bdi>{capitalised(service)}</bdi> : 'U'
  return (
    <p class="lead">
      {own.every(({ toAsk, by }) => toAsk && by.kind === 'self') ? (
        <>Klopt dit voor {service ? name : 'u'}? U was er niet bij toen dit werd afgesproken.</>
      ) : (
        <>{name} sprak dit af.</>
      )}
      {agreed}
    </p>
  )
}

/** All of it, or why not. */
const Rest: FC<PlanPageProps & { view: RunningView }> = ({ guest, view, path }) => {
  const client = withClient(guest.overleg)
  const service = serviceOf(guest)
  if (!view.whole)
    return (
      <p>
        U ziet hier alleen wat {service ? <bdi>{service}</bdi> : 'u'} doet.{client && ' Zo wil de cliënt het.'}
      </p>
    )
  return (
    <>
      <h2>Het hele plan</h2>
      <p>
        {client ? 'De cliënt vond goed dat u het hele plan leest. ' : 'U mag het hele plan lezen. '}
        <a href={`${path}/heel`}>{`Lees het plan, versie ${view.number}`}</a>
      </p>
    </>
  )
}

const OverPart: FC<PlanPageProps & { view: Exclude<PlanGuestView, RunningView> }> = ({ guest, view }) => (
  <section class="lo-kaart stop">
    {view.kind === 'stopped' ? (
      <p>
        De afspraken stoppen. U hoeft niets meer te doen voor dit plan.
        {withClient(guest.overleg) && !isAskedByClient(guest.who) && ' Uw eigen hulp aan de cliënt loopt door.'}
      </p>
    ) : (
      <p>
        Dank u voor uw werk. {view.until && `Deze pagina verdwijnt op ${dateInWords(view.until)}.`}
        {!isAskedByClient(guest.who) && ' Bewaar wat u nodig hebt in uw eigen dossier.'}
      </p>
    )}
    <p>
      Vragen? <Call caller={callerOf(guest)} />.
    </p>
  </section>
)
