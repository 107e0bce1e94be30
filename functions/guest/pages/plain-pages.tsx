/** Pages that name nobody: a link that opens nothing, and our own failure. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { dateInWords } from '../../../forms/kit/time.ts'
import type { Assets } from '../../shared/web/assets.ts'
import { CallUs } from '../../shared/web/call-us.tsx'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { TypedTexts } from '../../shared/web/typed-text.tsx'

/** One page for whoever left the table, whose address changed, and who made a link up: which of these it is, it does not say. */
export const DeadLinkPage: FC<Frame & { texts?: readonly string[] }> = ({ assets, network, texts = [] }) => (
  <Layout assets={assets} network={network} title="Deze link werkt niet" overleg>
    <h1>Deze link werkt niet</h1>
    <section class="lo-kaart stop">
      <p>Misschien is hij niet volledig, of hoeft u niet meer te antwoorden. U hoeft niets te doen.</p>
      <p>
        Vragen? <CallUs network={network} />
      </p>
    </section>
    <TypedTexts texts={texts} />
  </Layout>
)

/** Nothing of the plan is kept any more; `on`: Brussels date. */
export const ErasedPlanPage: FC<Frame & { on: string; notKept: boolean }> = ({ assets, network, on, notKept }) => {
  const title = `Dit plan is gewist op ${dateInWords(on)}`
  return (
    <Layout assets={assets} network={network} title={title} overleg>
      {notKept && (
        <div class="problem" role="alert">
          <p>
            <b>Uw antwoord is niet bewaard: dit plan is er niet meer.</b>
          </p>
        </div>
      )}
      <h1>{title}</h1>
      <section class="lo-kaart stop">
        <p>Loket bewaart een plan niet langer dan nodig. Uw eigen dossier is het dossier.</p>
        <p>
          Vragen? <CallUs network={network} />
        </p>
      </section>
    </Layout>
  )
}

/** Our fault: whether an answer was stored is not known, so nothing is claimed. */
export const failedPage =
  (assets: Assets) =>
  (c: Context, incident: string): Response | Promise<Response> => {
    c.header('Retry-After', '30')
    const isAnswer = c.req.method === 'POST'
    return c.html(
      <Layout assets={assets} title="Er ging iets mis bij ons">
        <h1>Er ging iets mis bij ons</h1>
        <p class="lead">
          {isAnswer ? 'Uw antwoord is misschien niet bewaard. ' : ''}Probeer opnieuw, of bel ons. <CallUs />
        </p>
        <p>{`Blijft het fout gaan? Geef aan de telefoon deze code: ${incident}.`}</p>
      </Layout>,
      503,
    )
  }
