/** The arch of a door: that of the logo, and behind its counter what one finds there. Doors differ by drawing, regions by name and colour. */
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Behind } from '../../../forms/kit/form.ts'
import { keptHtml } from '../../shared/web/kept-html.ts'

/** In a square of 64, where 17 to 47 by 22 to 45 is above the counter. A new kind of door is a line here. */
const drawings: Readonly<Record<Behind | 'phone' | 'calendar', string>> = {
  table:
    '<circle cx="23" cy="34" r="4"/><circle cx="32" cy="30" r="4.5"/><circle cx="41" cy="34" r="4"/><path d="M16.5 44c.4-3.6 3-5.4 6.2-5.4M47.5 44c-.4-3.6-3-5.4-6.2-5.4M24.5 44c.5-5.5 3.6-8 7.5-8s7 2.5 7.5 8"/>',
  book: '<path d="M32 29c-3-2-6.5-2.5-10-2v14c3.5-.5 7 0 10 2 3-2 6.5-2.5 10-2V27c-3.5-.5-7 0-10 2zM32 29v14"/>',
  house: '<path d="M20.5 34L32 24.5 43.5 34M24 32v11h16V32M30 43v-6h4v6"/>',
  speech: '<path d="M21 27h22v12H32l-6 5v-5h-5z"/><path d="M27 33h10"/>',
  phone:
    '<path d="M26 26.5l3.2.5 1.6 4.2-2 1.7a12 12 0 0 0 5.3 5.3l1.7-2 4.2 1.6.5 3.2a3 3 0 0 1-3 2.5A15 15 0 0 1 23 29.5a3 3 0 0 1 3-3z"/>',
  calendar: '<path d="M22 27h20v16H22zM22 32h20M27 24v5M37 24v5M28 37.5h3M33.5 37.5h3"/>',
}

export const DoorArch: FC<{ behind: keyof typeof drawings }> = ({ behind }) =>
  keptHtml(drawings, behind, () => (
    <svg class="lp-boog" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path class="a" d="M6 62V32a26 26 0 0 1 52 0v30z" />
      <path class="b" d="M13 62V33a19 19 0 0 1 38 0v29z" />
      <g>{raw(drawings[behind])}</g>
      <rect class="c" x="2" y="45" width="60" height="7" rx="1.5" />
    </svg>
  ))
