/** The head of a dossier: what it is called, where it stands, what to watch, and who has it. */
import type { FC } from 'hono/jsx'
import { isClosed, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { isLate } from '../../../forms/kit/lifecycle/listed-day.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { toneOf } from '../state-tone.ts'
import type { DossierView } from './view.ts'
import { nameOf } from './words.ts'

export const HeadPart: FC<{ view: DossierView }> = ({ view }) => {
  const { service, content, dossier, head } = view
  const { form } = service
  const where = [head?.organisation, head?.place].filter(Boolean).join(', ')
  return (
    <>
      <div class="lw-dossier">
        <h1>
          <bdi>{head?.called ?? form.name}</bdi>
        </h1>
        <Tags view={view} />
      </div>
      <p class="lw-meta">
        {where && (
          <span>
            <bdi>{where}</bdi>
          </span>
        )}
        {dossier.holder ? (
          <span>{`bij ${nameOf(content, dossier.holder)}`}</span>
        ) : (
          !isClosed(form.lifecycle, dossier.state) && <span>nog bij niemand</span>
        )}
        <span class="lw-soft">{form.name}</span>
        <span class="reference lw-soft" data-reference={dossier.reference}>
          {dossier.reference}
        </span>
      </p>
    </>
  )
}

/** Filled: where it stands. Outlined: what to watch. */
const Tags: FC<{ view: DossierView }> = ({ view: { service, dossier, now } }) => {
  const { lifecycle } = service.form
  const state = stateOf(lifecycle, dossier.state)
  const { label, verouderd } = state
  return (
    <p class="lw-flags" data-stand={dossier.state}>
      <span class={['tag', toneOf(lifecycle, state)].filter(Boolean).join(' ')}>{label}</span>
      {isLate(dossier, brusselsDate(now)) && <span class="tag late">te laat</span>}
      {(verouderd || service.verouderd) && <span class="lw-flag">verouderd</span>}
      {dossier.outcome === 'twijfel' && <span class="lw-flag">twijfel</span>}
      {dossier.suspect && <span class="lw-flag red">verdacht: ingevuld door een machine?</span>}
    </p>
  )
}
