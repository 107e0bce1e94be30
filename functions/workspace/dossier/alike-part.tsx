/** "Misschien hetzelfde gezin", "Mogelijk al gekend": other dossiers, why, and one press to say yes or no. */
import type { FC } from 'hono/jsx'
import type { Likeness } from '../../../forms/kit/search/likeness.ts'
import { dossierPath } from '../../shared/work-paths.ts'
import type { AlikeDossier } from './alike.ts'
import { otherDossier } from './small-pages.ts'
import type { DossierView } from './view.ts'

/** Of one heading; what the client asks stands below them. */
const mostAtFirst = 3

export const AlikePart: FC<{ view: DossierView }> = ({ view }) => {
  const { alike } = view
  return (
    <>
      <Block view={view} id="misschien" title="Misschien hetzelfde gezin" alike={alike.filter((one) => !one.closed)} />
      <Block view={view} id="gekend" title="Mogelijk al gekend" alike={alike.filter((one) => one.closed)} />
    </>
  )
}

interface BlockProps {
  view: DossierView
  id: string
  title: string
  alike: readonly AlikeDossier[]
}

const Block: FC<BlockProps> = ({ view, id, title, alike }) =>
  alike.length === 0 ? null : (
    <section class="lw-block alike" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Lines view={view} alike={alike.slice(0, mostAtFirst)} />
      {alike.length > mostAtFirst && (
        <details class="lw-fold">
          <summary>{`Nog ${alike.length - mostAtFirst}`}</summary>
          <Lines view={view} alike={alike.slice(mostAtFirst)} />
        </details>
      )}
    </section>
  )

const Lines: FC<Pick<BlockProps, 'view' | 'alike'>> = ({ view: { dossier }, alike }) => (
  <ul class="lines">
    {alike.map((other) => (
      <li data-gelijk={other.reference}>
        <a class="reference" href={dossierPath(other.reference)}>
          {other.reference}
        </a>
        <span class="hint">{`${other.standing}: ${whyInWords(other.why)}`}</span>
        <div class="row">
          <Say of={dossier.reference} other={other.reference} action="verwant" revision={dossier.revision} />
          <Say of={dossier.reference} other={other.reference} action="ander-gezin" />
        </div>
      </li>
    ))}
  </ul>
)

interface SayProps {
  of: string
  other: string
  action: 'verwant' | 'ander-gezin'
  /** What the page was made from, where that counts. */
  revision?: number
}

const Say: FC<SayProps> = ({ of, other, action, revision }) => (
  <form method="post" action={`${dossierPath(of)}/${action}`}>
    <input type="hidden" name={otherDossier.name} value={other} />
    {revision !== undefined && <input type="hidden" name="revision" value={String(revision)} />}
    <button class="btn plain slim">
      {action === 'verwant' ? 'Zelfde gezin' : 'Niet hetzelfde'}
      <span class="hidden-visually">{` als ${other}`}</span>
    </button>
  </form>
)

const words: Readonly<Record<Likeness, string>> = {
  designation: 'zelfde aanduiding',
  organisation: 'zelfde organisatie',
  phone: 'zelfde telefoonnummer',
  email: 'zelfde e-mailadres',
}

/** "zelfde aanduiding, zelfde organisatie en zelfde telefoonnummer" */
const whyInWords = (why: readonly Likeness[]): string =>
  why
    .map((one) => words[one])
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' en ')
