/** Marks beside a fact: for the eye only, the word stands next to it. */
import type { FC } from 'hono/jsx'

const paths = {
  plek: 'M12 21s7-6.3 7-11.5A7 7 0 0 0 5 9.5C5 14.7 12 21 12 21zM12 7.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6z',
  klok: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7v5l3.5 2',
  wie: 'M8.5 4.7a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM17 6.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM2.5 20c0-3.6 2.7-6 6-6s6 2.4 6 6M16 14.2c3 0 5.5 2 5.5 5.3',
  praat: 'M4 4.5h16v11H11l-5 4v-4H4z',
  bel: 'M6.5 3.5l3 .5 1.5 4-2 1.6a12 12 0 0 0 5.4 5.4l1.6-2 4 1.5.5 3c0 1.7-1.3 3-3 3A15.5 15.5 0 0 1 3.5 6.5c0-1.7 1.3-3 3-3z',
  kan: 'M4 13l5 5L20 6',
  dag: 'M4 6h16v14H4zM4 10h16M8 3.5v4M16 3.5v4',
  blad: 'M6 3.5h8l4 4V20.5H6zM13.5 3.5V8H18M9 12.5h6M9 16h6',
  beeld: 'M3 6h12.5v12H3zM15.5 10.5L21 7.5v9l-5.5-3z',
} as const

export const Icon: FC<{ of: keyof typeof paths }> = ({ of }) => (
  <svg class="lo-i" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[of]} />
  </svg>
)
