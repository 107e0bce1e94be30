/** The seats of an event, one square each: taken, asked for by who was too late, free. Said in words to who does not see it. */
import type { FC } from 'hono/jsx'

interface SeatsProps {
  taken: number
  /** By who was too late. */
  asked: number
  capacity: number
}

/** Squares in a line. */
const perLine = 20
/** More than these are drawn as one bar. */
const mostDrawn = 100
/** Side of a square and the space after it, in units of the drawing. */
const [side, step] = [16, 20]

export const SeatsDrawn: FC<SeatsProps> = ({ taken, asked, capacity }) => {
  const wanted = Math.min(asked, Math.max(0, capacity - taken))
  const free = Math.max(0, capacity - taken - wanted)
  const said = [
    `${taken} ${taken === 1 ? 'plaats' : 'plaatsen'} bezet`,
    ...(wanted > 0 ? [`${wanted} gevraagd`] : []),
    `${free} vrij`,
  ].join(', ')
  const isBar = capacity > mostDrawn
  const unit = isBar ? (perLine * step) / capacity : step
  const lines = isBar ? 1 : Math.ceil(capacity / perLine)
  const width = isBar ? perLine * step : Math.min(capacity, perLine) * step - (step - side)
  const parts = [
    { name: 'bezet', from: 0, count: Math.min(taken, capacity), inset: 0 },
    { name: 'vraag', from: Math.min(taken, capacity), count: wanted, inset: 1 },
    { name: 'vrij', from: Math.min(taken, capacity) + wanted, count: free, inset: 1 },
  ]
  return (
    <svg class="lp-plaatsen" viewBox={`0 0 ${width} ${lines * step - (step - side)}`} role="img" aria-label={said}>
      {parts.map(({ name, from, count, inset }) => (
        <g class={name}>
          {isBar
            ? count > 0 && (
                <rect
                  x={from * unit + inset}
                  y={inset}
                  width={count * unit - 2 * inset}
                  height={side - 2 * inset}
                  rx="3"
                />
              )
            : Array.from({ length: count }, (_, index) => from + index).map((at) => (
                <rect
                  x={(at % perLine) * step + inset}
                  y={Math.floor(at / perLine) * step + inset}
                  width={side - 2 * inset}
                  height={side - 2 * inset}
                  rx="3"
                />
              ))}
        </g>
      ))}
    </svg>
  )
}
