/** The signs of an overleg: each with its word, so that colour and shape are never alone. */
import type { Child, FC } from 'hono/jsx'

/** Drawn once on a page; each sign points at it. */
export const Sprite: FC = () => (
  <svg class="lo-sprite" aria-hidden="true" focusable="false">
    <symbol id="i-kan" viewBox="0 0 24 24">
      <path d="M4 13l5 5L20 6" />
    </symbol>
    <symbol id="i-niet" viewBox="0 0 24 24">
      <path d="M6 6l12 12M18 6L6 18" />
    </symbol>
    <symbol id="i-bel" viewBox="0 0 24 24">
      <path d="M6.5 3.5l3 .5 1.5 4-2 1.6a12 12 0 0 0 5.4 5.4l1.6-2 4 1.5.5 3c0 1.7-1.3 3-3 3A15.5 15.5 0 0 1 3.5 6.5c0-1.7 1.3-3 3-3z" />
    </symbol>
    <symbol id="i-stil" viewBox="0 0 24 24">
      <circle cx="12" cy="12" r="8.5" stroke-dasharray="1 5" />
    </symbol>
    <symbol id="i-brief" viewBox="0 0 24 24">
      <path d="M3 6h18v13H3zM3 7l9 7 9-7" />
    </symbol>
    <symbol id="i-weg" viewBox="0 0 24 24">
      <path d="M3 6h18v13H3zM3 7l9 7 9-7M3 22L22 3" />
    </symbol>
  </svg>
)

export type SignKind = 'kan' | 'niet' | 'bel' | 'brief' | 'stil' | 'weg'

export const Icon: FC<{ kind: SignKind }> = ({ kind }) => (
  <svg class="lo-i" aria-hidden="true">
    <use href={`#i-${kind}`} />
  </svg>
)

export const Sign: FC<{ kind: SignKind; children?: Child }> = ({ kind, children }) => (
  <span class={`lo-a ${kind}`}>
    <Icon kind={kind} /> {children}
  </span>
)
