/** All that was agreed, for whom the client lets read it: what people do and by when; why, for who may know that too. */
import type { FC } from 'hono/jsx'
import { withClient } from '../../../forms/kit/overleg/guest.ts'
import type { ShownAfspraak, WholePlan } from '../../../forms/kit/plan/part-of-plan.ts'
import { domainName } from '../../../forms/kit/plan/plan-gaps.ts'
import type { PlanOfForm } from '../../../forms/kit/plan/plan-of-form.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { Icon } from '../../shared/web/icons.tsx'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import type { OpenPlanGuest } from '../open-plan.ts'
import { Foot } from './foot.tsx'
import { Disagreement, WhoDoes, Why } from './plan-words.tsx'
import { callerOf, headOf } from './words.tsx'

interface WholeProps extends Frame {
  guest: OpenPlanGuest
  whole: WholePlan
  /** Of the version. */
  number: string
  agreedOn?: string | undefined
  /** What goals are about, by the names of the form. */
  domains: Pick<PlanOfForm['domains'], 'options'>
  /** Of the page with their own afspraken. */
  back: string
}

export const WholePlanPage: FC<WholeProps> = (props) => {
  const { assets, guest, whole, number, agreedOn, back } = props
  const title = `Plan van aanpak, versie ${number}`
  return (
    <Layout assets={assets} network={guest.network} title={title} overleg>
      <div class="lo-gast" data-heel-plan>
        <p class="no-print">
          <a href={back}>Terug naar uw afspraken</a>
        </p>
        <p class="eyebrow">
          {headOf(guest)} · <span class="reference">{guest.plan.reference}</span>
        </p>
        <h1>{title}</h1>
        <p class="lead">
          {agreedOn && `De cliënt ging akkoord op ${dateInWords(agreedOn)}. `}
          {`Evaluatie op ${dateInWords(whole.evaluationOn)}.`}
        </p>
        {whole.goals.length > 0 && <Goals {...props} />}
        <h2>Wie doet wat?</h2>
        <Afspraken {...props} />
        <Foot guest={guest} />
      </div>
    </Layout>
  )
}

const whenInWords = { eerst: 'Eerst', later: 'Later', niet: 'Nu niet' } as const

const Goals: FC<WholeProps> = ({ guest: { overleg }, whole: { goals }, domains }) => (
  <>
    <h2>{withClient(overleg) ? 'Wat loopt goed, wat wil de cliënt?' : 'Waarvoor?'}</h2>
    <ul class="lo-taken">
      {goals.map(({ domein, wanneer, goed, minder_goed, doel }) => (
        <li class="lo-taak">
          <h3>{domainName({ domains }, domein)}</h3>
          <dl class="lo-feiten">
            {[
              ['Wanneer', whenInWords[wanneer]],
              ['Loopt goed', goed],
              ['Loopt minder goed', minder_goed],
              ['Doel', doel && `‘${doel}’`],
            ]
              .filter(([, text]) => text)
              .map(([fact, text]) => (
                <div>
                  <dt>{fact}</dt>
                  <dd>
                    <bdi>{text}</bdi>
                  </dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  </>
)

const isOwn = ({ by, helps }: ShownAfspraak): boolean => by.kind === 'self' || helps?.kind === 'self'

const Afspraken: FC<WholeProps> = ({ guest, whole: { afspraken, evaluationOn } }) => (
  <ul class="lo-taken">
    {afspraken.map((one) => (
      <li class="lo-taak">
        <h3>
          <bdi>{one.wat}</bdi>
        </h3>
        <p>
          <WhoDoes afspraak={one} always />
          <Why afspraak={one} />
        </p>
        {one.disagreed && <Disagreement words={one.disagreed} caller={isOwn(one) ? callerOf(guest) : undefined} />}
        <p class="lo-tags">
          <span class="tag">
            <Icon of="klok" />{' '}
            {one.tegen ? `tegen ${dateInWords(one.tegen)}` : `loopt door tot ${dateInWords(evaluationOn)}`}
          </span>
          {one.toAsk && (
            <span class="tag wait">
              <Icon of="praat" /> nog te vragen
            </span>
          )}
        </p>
      </li>
    ))}
  </ul>
)
