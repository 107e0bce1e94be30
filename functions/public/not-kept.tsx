/** What somebody typed on a page behind their link, and we could not keep: given back, to be copied. */
import type { Context } from 'hono'
import type { RawInput } from '../../forms/kit/questions/answers.ts'
import type { Question } from '../../forms/kit/questions/questions.ts'
import type { Assets } from '../shared/web/assets.ts'
import { MessagePage } from '../shared/web/message-page.tsx'
import { TypedText } from '../shared/web/typed-text.tsx'
import type { AboutDossier } from './linked.ts'

interface NotKept {
  assets: Assets
  /** As a status; `full`: it was done as often as it may be. */
  why: 404 | 410 | 409 | 'full'
  /** What the page is called then. */
  titles: Readonly<Record<409 | 'full', string>>
  questions: readonly Pick<Question, 'name' | 'label'>[]
  typed: RawInput
  /** While there is a status page, and its address. */
  found: AboutDossier | undefined
  path: string
}

export function notKept(c: Context, { assets, why, titles, questions, typed, found, path }: NotKept) {
  const title = { 404: 'Deze link werkt niet.', 410: 'Deze link is verlopen.', ...titles }[why]
  const texts = questions.flatMap(({ name, label }) =>
    (typed.get(name) ?? []).filter(Boolean).map((text) => ({ label, text })),
  )
  return c.html(
    <MessagePage assets={assets} network={found?.service.network} title={title}>
      <p class="lead">Wat u typte, is niet bewaard.{texts.length > 0 && ' U kunt het hier kopiëren.'}</p>
      {texts.map(({ label, text }, index) => (
        <TypedText id={`tekst-${index}`} label={label} text={text} />
      ))}
      {found && (
        <p>
          <a href={path}>{`Terug naar uw ${found.service.form.noun}`}</a>
        </p>
      )}
    </MessagePage>,
    why === 'full' ? 409 : why,
  )
}
