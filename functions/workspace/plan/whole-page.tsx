/** All of a plan on paper: for the file of whoever holds the dossier, not for the client (docs/overleg.md §10). */
import type { FC } from 'hono/jsx'
import { agreedPlan, writtenPlan } from '../../../forms/kit/plan/shown-plan.ts'
import { type Fact, type WholePart, wholePlan } from '../../../forms/kit/plan/whole-plan.ts'
import { planPath } from '../../shared/work-paths.ts'
import { nameOf, offerInWords } from '../dossier/words.ts'
import type { WorkFrame } from '../frame.tsx'
import { OverlegFrame } from '../overleg/frame.tsx'
import { fullyCalledAmong } from '../overleg/words.ts'
import type { AtPlan } from './at-plan.ts'

/** Somebody wrote something of it, and it is not erased. */
export const isBegun = ({ plan }: Pick<AtPlan, 'plan'>): boolean => plan.revision > 0

export const wholeOf = (found: AtPlan): WholePart =>
  wholePlan({
    ...found,
    has: found.hasPlan,
    shown: agreedPlan(found) ?? writtenPlan(found),
    names: {
      participant: (id) => fullyCalledAmong(found, id),
      person: (id) => nameOf(found.content, id),
      offer: (key) => offerInWords(found.content, key),
    },
  })

export const WholePage: FC<WorkFrame & { found: AtPlan }> = ({ found, ...frame }) => {
  const { reference } = found.plan
  return (
    <OverlegFrame {...frame} found={found} title="Het hele plan" printable={isBegun(found)}>
      <div class="no-print">
        <p>
          {isBegun(found)
            ? 'Voor uw eigen dossier. Dat is het dossier: Loket bewaart een plan niet langer dan nodig.'
            : 'Er is nog geen plan.'}
        </p>
        <div class="row">
          {isBegun(found) && (
            <button class="btn" type="button" data-print hidden>
              Druk het plan af
            </button>
          )}
          {isBegun(found) && <a href={planPath(reference, 'bestand')}>Haal het op als bestand</a>}
          <a href={planPath(reference)}>Terug naar het plan</a>
        </div>
        <noscript>
          <p class="hint">Druk deze pagina af met uw browser. Alleen het plan komt op papier.</p>
        </noscript>
      </div>
      {isBegun(found) && <Whole whole={wholeOf(found)} />}
    </OverlegFrame>
  )
}

const Whole: FC<{ whole: WholePart }> = ({ whole: { title, facts, parts } }) => (
  <article class="lo-vel lo-heel" lang="nl-BE">
    <h1>{title}</h1>
    <Facts facts={facts} />
    {parts.map((part) => (
      <section>
        <h2>{part.title}</h2>
        <Facts facts={part.facts} />
        {part.parts.map((one) => (
          <>
            <h3>
              <bdi class="lo-getypt">{one.title}</bdi>
            </h3>
            <Facts facts={one.facts} />
          </>
        ))}
      </section>
    ))}
  </article>
)

const Facts: FC<{ facts: readonly Fact[] }> = ({ facts }) =>
  facts.length === 0 ? null : (
    <dl>
      {facts.map(([label, text]) => (
        <>
          <dt>{label}</dt>
          <dd>
            <bdi class="lo-getypt">{text}</bdi>
          </dd>
        </>
      ))}
    </dl>
  )
