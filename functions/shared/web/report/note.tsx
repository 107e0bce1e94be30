/** What somebody wrote beside the figures, as everybody will read it: in its own lines, without who wrote it. */
import type { FC } from 'hono/jsx'
import type { WritingKind, Written } from '../../../../forms/kit/figures/writing.ts'

/** Before what was asked. */
const asksInWords: Readonly<Record<WritingKind, string>> = {
  signaal: 'Wat we vragen:',
  casus: 'Om te bespreken:',
}

interface NoteProps {
  kind: WritingKind
  written: Written
  /** Its title stands under a title of the page, or right under that of all of it. */
  under: 'part' | 'page'
}

export const Note: FC<NoteProps> = ({ kind, written: { title, text, ask }, under }) => (
  <section class="lf-signaal">
    {under === 'part' ? <h3>{title}</h3> : <h2>{title}</h2>}
    <p class="lf-regels">{text}</p>
    {ask && (
      <p class="lf-regels">
        <b>{asksInWords[kind]}</b> {ask}
      </p>
    )}
  </section>
)
