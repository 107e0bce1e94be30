/** "Wanneer past het voor de cliënt?": the moments, asked of the client first (docs/overleg.md §3). */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { isAgreed } from '../../../forms/kit/overleg/overleg.ts'
import { momentRows, mostMoments } from '../../../forms/kit/overleg/read-moments.ts'
import { told } from '../../../forms/kit/overleg/rounds.ts'
import { saidBy } from '../../../forms/kit/overleg/said.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { cellName, type TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { overlegPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { AtTable } from './at-table.ts'
import { Facts } from './facts.tsx'
import { OverlegFrame } from './frame.tsx'
import { Tick } from './inline-choice.tsx'
import { isEmptyRow, rowsToShow } from './moment-rows.ts'
import { NotAgreed } from './not-agreed.tsx'
import { Shown } from './shown.tsx'

interface MomentPageProps extends WorkFrame {
  found: AtTable
  typed: RawInput
  errors?: readonly FieldError[]
  /** Days that are a weekend or a holiday: asked once whether they are meant. */
  unusual?: readonly string[]
  /** One row more. */
  more?: boolean
}

export const momentsTitle = ({ has }: Pick<AtTable, 'has'>): string =>
  has.withClient ? 'Wanneer past het voor de cliënt?' : 'Wanneer past het?'

export const MomentPage: FC<MomentPageProps> = (props) => {
  const { found, typed, errors = [], unusual = [], more = false, ...frame } = props
  const { overleg, has } = found
  const context = { typed, errors }
  return (
    <OverlegFrame {...frame} found={found} title={momentsTitle(found)} step="momenten" errors={errors}>
      {has.withClient && <p class="lead">Vraag het eerst aan de cliënt. Daarna pas mailen we de diensten.</p>}
      <Facts found={found} />
      {!isAgreed(overleg) && <NotAgreed found={found} />}
      {(isAgreed(overleg) || errors.length > 0) && (
        <form class="lw-block" method="post" action={overlegPath(overleg.reference, 'momenten')} novalidate>
          <Shown overleg={overleg} />
          <input type="hidden" name="zeker" value={[...(typed.get('zeker') ?? []), ...unusual].join(' ').trim()} />
          <h2 id="momenten">Momenten</h2>
          <p>Eén tot acht. Een leeg moment telt niet mee.</p>
          {rowsToShow(typed, more).map((at, place) => (
            <Row at={at} place={place} found={found} context={context} />
          ))}
          {rowsToShow(typed).length < mostMoments + 3 && (
            <p>
              <button class="link" name="actie" value="rij">
                Nog een moment
              </button>
            </p>
          )}
          {has.withClient && <Client context={context} />}
          {overleg.state === 'gepolst' && <MoreMails found={found} />}
          <div class="row">
            <button class="btn" data-next="">
              Bewaar de momenten
            </button>
            {overleg.state === 'voorbereiden' && (
              <button class="link" name="actie" value="bewaar">
                Bewaar, later verder
              </button>
            )}
            <a href={overlegPath(overleg.reference)}>Terug</a>
          </div>
        </form>
      )}
    </OverlegFrame>
  )
}

type Context = Pick<Required<MomentPageProps>, 'typed' | 'errors'>

const Client: FC<{ context: Context }> = ({ context }) => (
  <>
    <QuestionField question={discussed} context={context} />
    <Tick name="client_wil_niet" checked={context.typed.get('client_wil_niet')?.[0] === 'ja'}>
      <b>De cliënt wil er niet bij zijn.</b> Dat is besproken. Dan mag u ook een moment kiezen zonder de cliënt.
    </Tick>
  </>
)

export const discussed: TextQuestion = {
  kind: 'date',
  name: 'besproken_op',
  label: 'Besproken met de cliënt op',
  error: 'Vul een datum in, bijvoorbeeld 27/4/2021',
}

/** What leaves when a moment is added while the services are being asked. */
const MoreMails: FC<{ found: AtTable }> = ({ found: { overleg, said } }) => {
  const count = told(overleg).filter(({ id }) => saidBy(said, id).declinedAt === undefined).length
  return (
    <p class="hint">
      {count > 0 &&
        `Bewaart u een nieuw moment? Dan ${count === 1 ? 'krijgt' : 'krijgen'} ${counted(count, 'dienst', 'diensten')} een mail. `}
      Wat al geantwoord is, blijft. Een moment dat u leegmaakt, of dat voorbij is, verdwijnt.
    </p>
  )
}

interface RowProps {
  at: number
  /** Among the rows that are shown. */
  place: number
  found: AtTable
  context: Context
}

const cells = [
  ['datum', 'Datum'],
  ['van', 'Van'],
  ['tot', 'Tot'],
] as const

const Row: FC<RowProps> = ({ at, place, found: { has, overleg, said }, context }) => {
  const value = (column: string) => context.typed.get(cellName(momentRows, at, column))?.[0]
  const isKnown = overleg.moments.some(({ id }) => id === value('id'))
  const noted = [...said.values()].filter(({ participant }) => overleg.participants[participant]?.wie === 'client')
  const since = isKnown && noted.some(({ moments }) => (moments[value('id') ?? '']?.answer ?? 'kan') !== 'kan')
  const suits = isEmptyRow(context.typed, at) || value('past_client') === 'ja'
  return (
    <fieldset class="lo-moment-rij lo-kort">
      <legend class="hidden-visually">{`Moment ${place + 1}`}</legend>
      <input type="hidden" name={cellName(momentRows, at, 'id')} value={isKnown ? value('id') : ''} />
      {cells.map(([column, label]) => (
        <QuestionField
          question={{ kind: 'date', name: cellName(momentRows, at, column), label, error: '' }}
          context={context}
        />
      ))}
      {has.withClient && (
        <Tick name={cellName(momentRows, at, 'past_client')} checked={suits}>
          Past voor de cliënt
        </Tick>
      )}
      {since && (
        <p class="lo-waarschuw">
          De cliënt zei intussen iets anders over dit moment. <a href={overlegPath(overleg.reference)}>Kijk het na</a>
        </p>
      )}
    </fieldset>
  )
}
