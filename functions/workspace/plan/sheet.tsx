/** The client's sheet as it is printed: large type, no logo, a line where a name or a day is written by hand (docs/overleg.md §9). */
import type { FC } from 'hono/jsx'
import type { Sheet } from '../../../forms/kit/plan/sheet.ts'
import type { SheetAfspraak, SheetPart } from '../../../forms/kit/plan/sheet-content.ts'
import { Phone } from '../../shared/web/layout.tsx'

export const ClientSheet: FC<{ sheet: Sheet }> = ({ sheet }) => {
  const { mark, discussedOn, parts, lookOn, caller, foot, set } = sheet
  return (
    <article class={`lo-vel lo-blad ${closer[set]}`.trim()} lang="nl-BE">
      <div class="lo-kop">
        <p>
          Plan van <ToFillIn />
        </p>
        <p>
          Besproken op {discussedOn ?? <ToFillIn />}
          <br />
          {`Kenmerk ${mark}`}
        </p>
      </div>
      <h1>Dit spraken we af</h1>
      <Wishes sheet={sheet} />
      {parts.map((part) => (
        <Part part={part} />
      ))}
      <section class="lo-samen">
        <h2>We kijken samen op {lookOn ?? <ToFillIn />}</h2>
        <p>Wat is gelukt? Wat moet anders?</p>
      </section>
      <p>Dit plan is geen contract. Lukt iets niet, dan zoeken we samen verder.</p>
      <p>
        <b>Lukt iets niet? Of wilt u iets veranderen?</b> Bel {caller.name}, <Phone number={caller.phone} />.{' '}
        <b>U mag altijd stoppen.</b> U hoeft niet te zeggen waarom.
      </p>
      {foot && <p>{foot}</p>}
    </article>
  )
}

const closer: Readonly<Record<Sheet['set'], string>> = { wide: '', close: 'lo-dicht', closest: 'lo-vol' }

const ToFillIn: FC = () => <span class="lo-invul">&nbsp;</span>

const Wishes: FC<{ sheet: Sheet }> = ({ sheet: { first, later, good } }) => (
  <>
    {first.length + later.length > 0 && (
      <p>
        {first.length > 0 && (
          <>
            <b>U wilt eerst:</b> <Quoted texts={first} />
          </>
        )}
        {first.length > 0 && later.length > 0 && <br />}
        {later.length > 0 && (
          <>
            <b>Later:</b> <Quoted texts={later} />
          </>
        )}
      </p>
    )}
    {good && (
      <p>
        <b>Dit loopt al goed:</b> <bdi class="lo-getypt">{good}</bdi>
      </p>
    )}
  </>
)

/** "‘A’, ‘B’ en ‘C’" */
const Quoted: FC<{ texts: readonly string[] }> = ({ texts }) =>
  texts.map((text, at) => (
    <>
      {at > 0 && (at === texts.length - 1 ? ' en ' : ', ')}‘<bdi class="lo-getypt">{text}</bdi>’
    </>
  ))

const Part: FC<{ part: SheetPart }> = ({ part: { title, own, afspraken } }) => (
  <section>
    <h2>
      <bdi>{title}</bdi>
    </h2>
    <ul class="lo-doet">
      {afspraken.map((one) => (
        <Done one={one} own={own} />
      ))}
    </ul>
  </section>
)

const Done: FC<{ one: SheetAfspraak; own: boolean }> = ({ one: { what, how, why, toAsk, disagreed }, own }) => (
  <li class={own ? undefined : 'punt'}>
    <b>
      <bdi class="lo-getypt">{what}</bdi>
    </b>
    {toAsk && ' (nog te vragen)'}{' '}
    <span>
      {how}
      {why && (
        <>
          {' '}
          Waarom? ‘<bdi class="lo-getypt">{why}</bdi>’
        </>
      )}
    </span>
    {disagreed && (
      <div class="lo-kader">
        <p>
          <b>Hier bent u het niet mee eens:</b> ‘<bdi class="lo-getypt">{disagreed}</bdi>’
        </p>
      </div>
    )}
  </li>
)
