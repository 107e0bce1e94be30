/** A dossier on paper: what to print is chosen above, and only the paper comes out of the printer. */
import type { FC } from 'hono/jsx'
import { phoneInWords } from '../../../forms/kit/contact.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { dossierPath, paperPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { moment } from '../mail-words.ts'
import { SafeContact } from '../safe-contact.tsx'
import { stepInWords } from '../where-it-stands.ts'
import { type DossierPaper, type PaperPart, paperField, paperParts } from './paper.ts'
import type { DossierView } from './view.ts'
import { nameOf } from './words.ts'

interface PaperPageProps extends WorkFrame {
  view: DossierView
  paper: DossierPaper
  chosen: readonly PaperPart[]
}

export const PaperPage: FC<PaperPageProps> = ({ view, paper, chosen, ...frame }) => {
  const { reference } = view.dossier
  return (
    <WorkPage {...frame} title={`Druk af · ${reference}`} here="aanvragen" printable>
      <div class="no-print">
        <p class="eyebrow">
          <a href={dossierPath(reference)}>{reference}</a>
        </p>
        <h1>Druk af</h1>
        <form method="get" action={paperPath(reference)} class="lw-block">
          <fieldset class="lw-who">
            <legend>Wat komt op papier?</legend>
            {Object.entries(paperParts).map(([key, text]) => (
              <label>
                <input
                  type="checkbox"
                  name={paperField}
                  value={key}
                  checked={chosen.some((one) => one === key) || undefined}
                />{' '}
                {text}
              </label>
            ))}
          </fieldset>
          <div class="row">
            <button class="btn plain slim">Toon dit</button>
            <button class="btn" type="button" data-print hidden>
              Druk af
            </button>
          </div>
        </form>
        <p class="hint">
          Hoogstens drie bladen. Wie dit op papier zet, en wanneer, wordt bewaard. Er staan gegevens van een cliënt op:
          laat het blad niet liggen.
        </p>
        <noscript>
          <p class="hint">Druk deze pagina af met uw browser. Alleen het blad komt op papier.</p>
        </noscript>
      </div>
      <article class="lw-vel">
        <PaperHead view={view} />
        {paper.parts.map(({ title, facts }) => (
          <section>
            <h3>{title}</h3>
            <dl>
              {facts.map(([label, text]) => (
                <>
                  <dt>{label}</dt>
                  <dd>
                    <bdi class="written">{text}</bdi>
                  </dd>
                </>
              ))}
            </dl>
          </section>
        ))}
        {paper.cut && <p>Dit is niet alles: de rest staat in Loket.</p>}
      </article>
    </WorkPage>
  )
}

const PaperHead: FC<{ view: DossierView }> = ({ view: { service, content, dossier, head, now } }) => {
  const { form } = service
  const next = stepInWords(form, dossier, content)
  const who = [head?.name, head?.function, head?.organisation].filter(Boolean).join(', ')
  return (
    <header>
      <h2>
        <bdi>{head?.called ?? form.name}</bdi>
      </h2>
      <p>
        {[
          dossier.reference,
          form.name,
          stateOf(form.lifecycle, dossier.state).label,
          dossier.holder ? `bij ${nameOf(content, dossier.holder)}` : 'nog bij niemand',
        ].join(' · ')}
      </p>
      {next && <p>{`Volgende stap: ${next}.`}</p>}
      {who && (
        <p>
          Aanvrager: <bdi>{who}</bdi>
          {head?.phone && `, ${phoneInWords(head.phone)}`}
        </p>
      )}
      {head && head.safety.length > 0 && <SafeContact texts={head.safety} />}
      <p>{`Afgedrukt op ${moment(now)}.`}</p>
    </header>
  )
}
