/** What somebody typed and we did not keep: shown to be copied, never lost. */
import type { FC } from 'hono/jsx'

export const TypedText: FC<{ id: string; label: string; text: string }> = ({ id, label, text }) => (
  <p class="field">
    <label for={id}>{label}</label>
    <textarea id={id} readonly>{`\n${text}`}</textarea>
  </p>
)

/** All of a form, of which nobody knows any more what it asked. */
export const TypedTexts: FC<{ texts: readonly string[] }> = ({ texts }) =>
  texts.map((text, index) => <TypedText id={`tekst-${index}`} label={`Uw tekst ${index + 1}`} text={text} />)
