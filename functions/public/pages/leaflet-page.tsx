/** The leaflet for the client, and what to ask before it goes home. On paper only the sheet; the name is written by hand. */
import type { FC } from 'hono/jsx'
import type { AboutClient } from '../../../forms/kit/ahead.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Leaflet } from '../../../forms/kit/leaflet.ts'
import { type Frame, Layout } from '../../shared/web/layout.tsx'

interface LeafletProps extends Frame {
  service: Service
  leaflet: Leaflet
  about: AboutClient | undefined
  receiptPath: string
}

export const LeafletPage: FC<LeafletProps> = ({ assets, service: { network }, leaflet, about, receiptPath }) => {
  const { your = 'uw cliënt', the = 'de cliënt' } = about ?? {}
  const title = `Blad voor ${your}`
  return (
    <Layout assets={assets} network={network} title={title} overleg printable>
      <div class="no-print">
        <h1>{title}</h1>
        <p>{`Mag het mee naar huis? Vraag het eerst. Liever niet? Lees het dan voor. Er staat geen antwoord op, en geen naam van ${the}. Uw eigen naam schrijft u er zelf op.`}</p>
        <p class="row">
          <button class="btn" type="button" data-print hidden>
            Druk het blad
          </button>
          <a href={receiptPath}>Terug</a>
        </p>
        <noscript>
          <p class="hint">Druk deze pagina af met uw browser. Alleen het blad komt op papier.</p>
        </noscript>
      </div>
      <article class="lo-vel lp-clientblad" aria-label={leaflet.title}>
        <div class="lo-kop">
          <p>
            {leaflet.from.map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            ))}
          </p>
          <p>
            {leaflet.dated}
            <br />
            {`Kenmerk ${leaflet.mark}`}
          </p>
        </div>
        <h1>{leaflet.title}</h1>
        <p>
          <span class="lo-invul">&nbsp;</span> {leaflet.asked}
        </p>
        <h2>Wat gebeurt er nu?</h2>
        <ul>
          {leaflet.next.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <h2>Wie leest wat er geschreven is?</h2>
        <p>{leaflet.readBy}</p>
        <h2>Hoelang bewaren we het?</h2>
        <p>{leaflet.kept}</p>
        <div class="lo-samen">
          <h2>{leaflet.stopTitle}</h2>
          <p>
            Dat mag altijd. U hoeft niet te zeggen waarom. Bel <b>{network.phone}</b>, of zeg het aan wie u helpt.
          </p>
        </div>
        <h2>Klopt er iets niet?</h2>
        <p>
          U mag vragen wat er over u staat, het laten verbeteren, bezwaar maken, of vragen om het te wissen. Bel{' '}
          <b>{network.phone}</b>.{' '}
          {'Helpt dat niet? Dan kunt u klagen bij de Gegevensbeschermingsautoriteit, 02 274 48 00.'}
        </p>
      </article>
    </Layout>
  )
}
