/** The letter as it is printed: one A4 in large type, without a logo or the name of any service (docs/overleg.md §4). */
import type { Child, FC } from 'hono/jsx'
import type { Letter } from '../../../forms/kit/overleg/letter.ts'

export const LetterSheet: FC<{ letter: Letter }> = ({ letter }) => {
  const { from, dated, mark, title, opening, when, where, who, call, good, foot, signed, set } = letter
  return (
    <article class={`lo-vel lo-brief ${closer[set]}`.trim()} lang="nl-BE">
      <div class="lo-kop">
        <Lines lines={from} />
        <Lines lines={[dated, `Kenmerk ${mark}`]} />
      </div>
      <p>
        Dag <span class="lo-invul">&nbsp;</span>,
      </p>
      <h1>{title}</h1>
      <p>
        {opening.rest}
        {opening.loud && <b>{` ${opening.loud}`}</b>}
      </p>
      <dl class="lo-pict">
        <Fact name="Wanneer" icon="day" {...when} apart />
        <Fact name="Waar" icon="place" {...where} apart />
        {who && <Fact name="Wie" icon="people" {...who} />}
        <Fact name="Bellen" icon="phone" {...call} apart />
      </dl>
      <h2>Goed om te weten</h2>
      <ul>
        {good.map(({ loud, rest }) => (
          <li>
            {loud && <b>{`${loud} `}</b>}
            {rest}
          </li>
        ))}
      </ul>
      {foot.map((text) => (
        <p>{text}</p>
      ))}
      <div class="lo-groet">
        <Lines lines={['Tot dan,', signed]} />
      </div>
    </article>
  )
}

const closer: Readonly<Record<Letter['set'], string>> = { wide: '', close: 'lo-dicht', closest: 'lo-vol' }

const Lines: FC<{ lines: readonly string[] }> = ({ lines }) => (
  <p>
    {lines.map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </p>
)

interface FactProps {
  name: string
  icon: keyof typeof icons
  loud: string
  rest: string
  /** What is not loud begins a line of its own. */
  apart?: boolean
}

const Fact: FC<FactProps> = ({ name, icon, loud, rest, apart = false }) => (
  <div>
    <dt>
      <svg class="lo-i" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {icons[icon]}
      </svg>
      <span class="hidden-visually">{name}</span>
    </dt>
    <dd>
      <b>{loud.replace(/\s*\n\s*/g, ', ')}</b>
      {rest && (apart ? <br /> : ' ')}
      {rest}
    </dd>
  </div>
)

/** Drawn once here: a letter is also read by who reads little. */
const icons = {
  day: <path d="M4 6h16v14H4zM4 10h16M8 3.5v4M16 3.5v4" />,
  place: (
    <>
      <path d="M12 21s7-6.3 7-11.5A7 7 0 0 0 5 9.5C5 14.7 12 21 12 21z" />
      <circle cx="12" cy="9.5" r="2.3" />
    </>
  ),
  people: (
    <>
      <circle cx="8.5" cy="8" r="3.3" />
      <circle cx="17" cy="9" r="2.5" />
      <path d="M2.5 20c0-3.6 2.7-6 6-6s6 2.4 6 6M16 14.2c3 0 5.5 2 5.5 5.3" />
    </>
  ),
  phone: (
    <path d="M6.5 3.5l3 .5 1.5 4-2 1.6a12 12 0 0 0 5.4 5.4l1.6-2 4 1.5.5 3c0 1.7-1.3 3-3 3A15.5 15.5 0 0 1 3.5 6.5c0-1.7 1.3-3 3-3z" />
  ),
} as const satisfies Record<string, Child>
