/** Who does what, as another guest may read it; and what a client does not agree with. */
import type { Child, FC } from 'hono/jsx'
import type { Doer, ShownAfspraak } from '../../../forms/kit/plan/part-of-plan.ts'
import type { Stand } from '../../../forms/kit/plan/plan-said.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { Call, type Caller } from './words.tsx'

/** On its button: "wij" is said for a dienst. */
export const buttonWords = (as: Stand, service: string | undefined): string =>
  ({
    gedaan: 'Gedaan',
    lukt_niet: 'Lukt niet',
    bel_mij: 'Bel mij',
    niet_afgesproken: service ? 'Dit spraken wij niet af' : 'Dit sprak ik niet af',
  })[as]

function nameOf(doer: Exclude<Doer, { kind: 'self' }>): Child {
  switch (doer.kind) {
    case 'service':
      return <bdi>{capitalised(doer.name)}</bdi>
    case 'client':
      return 'De cliënt'
    case 'close':
      return 'Iemand rond de cliënt'
    case 'somebody':
      return 'Iemand aan tafel'
    case 'nobody':
      return 'Nog niemand'
  }
}

/** "CAW Voorbeeld doet dit. U helpt mee."; nothing where they do it alone, which the page says already. */
export const WhoDoes: FC<{ afspraak: ShownAfspraak; always?: boolean }> = ({ afspraak: { by, helps }, always }) => (
  <>
    {by.kind === 'self' ? always && 'U doet dit.' : <>{nameOf(by)} doet dit.</>}
    {helps && helps.kind !== 'nobody' && (
      <> {helps.kind === 'self' ? 'U helpt mee.' : <>{nameOf(helps)} helpt mee.</>}</>
    )}
  </>
)

export const Why: FC<{ afspraak: ShownAfspraak }> = ({ afspraak: { reason } }) =>
  reason === undefined ? null : (
    <>
      {' '}
      Waarom? <bdi>{`‘${reason}’`}</bdi>
    </>
  )

/** Their words as they were typed, or none: then only that it is so. `caller`: whom to call, for who would do it. */
export const Disagreement: FC<{ words: readonly string[]; caller?: Caller | undefined }> = ({ words, caller }) => (
  <div class="note">
    <p>
      <b>
        De cliënt is het hier niet mee eens{words.length === 0 ? '.' : ':'}
        {words.map((said, index) => (
          <>
            {' '}
            <bdi>{quoted(said, index < words.length - 1 ? ',' : '.')}</bdi>
          </>
        ))}
        {caller && ' Doe dit nog niet.'}
      </b>
      {caller && (
        <>
          {' '}
          <Call caller={caller} />.
        </>
      )}
    </p>
  </div>
)

/** A sentence that has its own end needs none of ours. */
const quoted = (text: string, end: ',' | '.'): string => `‘${text}’${/[.!?]$/.test(text) ? '' : end}`
