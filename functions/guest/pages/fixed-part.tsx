/** The moment is fixed: when, where, with whom, and whether this guest comes. */
import type { FC } from 'hono/jsx'
import { type GuestView, mustMind, onlineFor, servicesFor, withClient } from '../../../forms/kit/overleg/guest.ts'
import { hoursInWords, startInWords } from '../../../forms/kit/overleg/hours.ts'
import { linkShownOn, momentDay, type Span } from '../../../forms/kit/overleg/moments.ts'
import { theOverleg } from '../../../forms/kit/overleg/noun.ts'
import type { Fixed } from '../../../forms/kit/overleg/overleg.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import { Icon } from '../../shared/web/icons.tsx'
import { Phone } from '../../shared/web/layout.tsx'
import type { OpenGuest } from '../open.ts'
import { OwnField } from './own-field.tsx'
import type { GuestPageProps } from './props.ts'
import { callerOf } from './words.tsx'

type FixedView = Extract<GuestView, { kind: 'fixed' }>
type FixedProps = GuestPageProps & { view: FixedView }

/** It moved, and they did not answer for the new day yet. */
const isNews = ({ fixed, comes }: FixedView): boolean => fixed.before !== undefined && comes === undefined

export function fixedTitle({ overleg }: OpenGuest, view: FixedView, now: Date): string {
  const { fixed, comes } = view
  if (comes === 'nee') return 'U kunt er niet bij zijn'
  if (comes === 'ja')
    return brusselsDate(now) === linkShownOn(fixed) && !fixed.wholeDay
      ? `Tot morgen om ${startInWords(fixed)}`
      : 'U komt'
  return isNews(view) ? `${capitalised(theOverleg(overleg))} is verplaatst` : `Komt u naar ${theOverleg(overleg)}?`
}

export const FixedPart: FC<FixedProps> = (props) => {
  const { view, guest, path } = props
  return (
    <>
      {view.comes === 'nee' ? <Absent {...props} /> : <Invited {...props} />}
      <p>
        {view.open
          ? `Antwoorden kan tot ${theOverleg(guest.overleg)} begint.`
          : `${capitalised(theOverleg(guest.overleg))} is begonnen. Antwoorden kan hier niet meer.`}
      </p>
      <form method="post" action={path} novalidate>
        <OwnField {...props} />
        <button class="btn plain">Bewaar mijn nummer</button>
      </form>
    </>
  )
}

const Invited: FC<FixedProps> = (props) => {
  const { view, guest } = props
  const { fixed, comes } = view
  return (
    <section class="lo-kaart">
      {comes === 'ja' && (
        <p class="tag ok">
          <Icon of="kan" /> U komt
        </p>
      )}
      {isNews(view) && fixed.before && (
        <p class="lo-was">
          Het was: <s>{`${momentDay(fixed.before)}, ${hoursInWords(fixed.before)}`}</s>
        </p>
      )}
      <p class="lo-wanneer">
        {isNews(view) && <span>Het is nu:</span>}
        {capitalised(momentDay(fixed))} <Hours fixed={fixed} />
      </p>
      <Facts {...props} />
      {view.open && isNews(view) && (
        <p>
          <b>Komt u op de nieuwe dag?</b> Uw vorige antwoord telt niet meer.
        </p>
      )}
      <Answering {...props} guest={guest} />
    </section>
  )
}

const Hours: FC<{ fixed: Fixed }> = ({ fixed }) => (fixed.wholeDay ? null : <span>{hoursInWords(fixed)}</span>)

const Absent: FC<FixedProps> = (props) => {
  const { name, phone } = callerOf(props.guest)
  const { fixed } = props.view
  return (
    <section class="lo-kaart stop">
      <p>{`We gaven het door aan ${name}. Dank u om het te laten weten.`}</p>
      <p>
        {`${capitalised(theOverleg(props.guest.overleg))} is op ${spanInWords(fixed)}. `}
        {`Wilt u iets meegeven aan ${theOverleg(props.guest.overleg)}? Bel `}
        <Phone number={phone} />. Niet per mail.
      </p>
      <Answering {...props} />
    </section>
  )
}

const spanInWords = (span: Span): string => `${momentDay(span)}, ${hoursInWords(span)}`

const Facts: FC<FixedProps> = ({ guest, view: { fixed, comes }, now }) => {
  const { overleg } = guest
  const { called, phone } = callerOf(guest)
  const services = servicesFor(guest)
  return (
    <dl class="lo-feiten">
      {overleg.vorm !== 'online' && (
        <div>
          <dt>
            <Icon of="plek" /> Waar
          </dt>
          <dd>
            <Place guest={guest} />
          </dd>
        </div>
      )}
      <Online guest={guest} fixed={fixed} comes={comes} now={now} />
      {services.length > 0 && (
        <div>
          <dt>
            <Icon of="wie" /> Aan tafel
          </dt>
          <dd>
            {capitalised(
              [...(withClient(overleg) && !overleg.clientDeclines ? ['de cliënt'] : []), ...services].join(', '),
            )}
          </dd>
        </div>
      )}
      {mustMind(guest) && (
        <div>
          <dt>
            <Icon of="praat" /> Let op
          </dt>
          <dd>Niet iedereen aan tafel is gebonden door beroepsgeheim. Zeg alleen wat de cliënt goedvindt.</dd>
        </div>
      )}
      <div>
        <dt>
          <Icon of="bel" /> Vragen
        </dt>
        <dd>
          {called}, <Phone number={phone} />
        </dd>
      </div>
    </dl>
  )
}

const Place: FC<{ guest: OpenGuest }> = ({ guest: { details } }) =>
  details.place ? (
    <bdi>
      {details.place.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </bdi>
  ) : (
    <>Dat laten we nog weten. Het komt op deze pagina.</>
  )

interface OnlineProps {
  guest: OpenGuest
  fixed: Fixed
  comes: FixedView['comes']
  now: Date
}

const Online: FC<OnlineProps> = ({ guest, fixed, comes, now }) => {
  const online = onlineFor(guest, comes, fixed, now)
  if (!online) return null
  const too = guest.overleg.vorm === 'hybride' ? 'Dat kan ook. ' : ''
  return (
    <div>
      <dt>
        <Icon of="klok" /> Online
      </dt>
      <dd>
        {online.kind === 'later' &&
          `${too}De link staat hier vanaf ${dateInWords(online.from)}, als u zegt dat u komt.`}
        {online.kind === 'for_who_comes' && `${too}De link staat hier zodra u zegt dat u komt.`}
        {online.kind === 'not_yet' && `${too}De link laten we nog weten. Hij komt op deze pagina.`}
        {online.kind === 'link' && (
          <>
            <a href={online.href} rel="noreferrer">
              Doe mee met beeld
            </a>
            . Lukt het niet? Bel <Phone number={callerOf(guest).phone} />.
          </>
        )}
      </dd>
    </div>
  )
}

/** Whether they come, until it begins. `nummer`: of the moment on the page, so that an answer is never about another one. */
const Answering: FC<FixedProps> = ({ view: { fixed, comes, open }, path }) => {
  const calendar = comes === 'ja' && !fixed.wholeDay
  if (!open && !calendar) return null
  return (
    <form class="row" method="post" action={path}>
      <input type="hidden" name="nummer" value={String(fixed.number)} />
      {calendar && (
        <a class="btn plain" href={`${path}/agenda`}>
          Zet in mijn agenda
        </a>
      )}
      {open && comes === undefined && (
        <>
          <button class="btn" name="komt" value="ja" data-next>
            Ik kom
          </button>
          <button class="btn plain" name="komt" value="nee">
            Ik kan niet komen
          </button>
        </>
      )}
      {open && comes === 'ja' && (
        <button class="link" name="komt" value="nee">
          Ik kan toch niet komen
        </button>
      )}
      {open && comes === 'nee' && (
        <button class="btn plain" name="komt" value="ja">
          Ik kom toch
        </button>
      )}
    </form>
  )
}
