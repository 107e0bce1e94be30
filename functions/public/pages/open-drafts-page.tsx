/** What is open in this browser: go on with it, or wipe it. */
import type { FC } from 'hono/jsx'
import type { Service } from '../../../forms/kit/form.ts'
import { draftPath, regionsPath } from '../../shared/public-paths.ts'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { TwoColumns } from '../../shared/web/two-columns.tsx'
import { comesBack } from './later-pages.tsx'

export interface OpenDraft {
  id: string
  service: Service
  /** "Stap 4 van 7" */
  step: string
  /** "dinsdag 2 maart 2027 om 10.42 uur" */
  until: string
  /** Somebody asked for a link by mail. */
  mailed: boolean
}

export const OpenDraftsPage: FC<Frame & { drafts: readonly OpenDraft[] }> = ({ assets, drafts }) => {
  const [first, ...more] = drafts
  if (!first) return <NothingOpen assets={assets} />
  const title = more.length > 0 ? `U hebt ${drafts.length} aanvragen openstaan` : 'U hebt een aanvraag openstaan'
  return (
    <Layout assets={assets} title={title}>
      <TwoColumns label="Goed om te weten" beside={<GoodToKnow />}>
        <h1>{title}</h1>
        <p class="lead">U begon ze op dit toestel. Er is nog niets verstuurd.</p>
        {drafts.map((draft) => (
          <Open draft={draft} isFirst={draft === first} />
        ))}
      </TwoColumns>
    </Layout>
  )
}

const Open: FC<{ draft: OpenDraft; isFirst: boolean }> = ({ draft: { id, service, step, until, mailed }, isFirst }) => {
  const name = `${service.form.start?.door.title ?? service.form.name} ${service.network.place}`
  return (
    <section class={`open-draft net-${service.network.slug}`} aria-labelledby={id}>
      <div>
        <h2 id={id}>{name}</h2>
        <p>{`${step}. ${mailed ? 'U vroeg een link: bewaard' : 'Bewaard'} tot ${until}.`}</p>
      </div>
      <div class="row">
        <a class={isFirst ? 'btn' : 'btn plain'} href={draftPath(service, id)}>
          Ga verder<span class="hidden-visually">{` met ${name}`}</span>
        </a>
        <details>
          <summary class="btn warn">
            Wis<span class="hidden-visually">{` ${name}`}</span>
          </summary>
          <p>
            <b>Alles wissen?</b> U kunt het niet terughalen.
          </p>
          <form method="post" action={`${draftPath(service, id)}/wissen`}>
            <button class="btn warn" name={comesBack} value="ja">
              Ja, wis alles
            </button>
          </form>
        </details>
      </div>
    </section>
  )
}

const GoodToKnow: FC = () => (
  <>
    <section>
      <h2>Begon u op een ander toestel?</h2>
      <p>Gebruik de link in uw mail. Geen link gevraagd? Ga verder op dat toestel.</p>
    </section>
    <section>
      <h2>Staat hier iets van een collega?</h2>
      <p>Wis het niet. Vraag het eerst.</p>
    </section>
  </>
)

const NothingOpen: FC<Frame> = ({ assets }) => (
  <Layout assets={assets} title="Hier staat niets open">
    <h1>Hier staat niets open</h1>
    <p class="lead">
      Een aanvraag blijft 24 uur staan, op het toestel waar u begon. Daarna wissen we ze. Vroeg u een link? Die staat in
      uw mail.
    </p>
    <p>
      <a class="btn" href={regionsPath}>
        Begin opnieuw
      </a>
    </p>
  </Layout>
)
