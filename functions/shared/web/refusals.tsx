/**
 * Answers that any of our apps can give: what went wrong in words, with the right status code (docs/promises.md, "Bad input").
 */
import type { Context } from 'hono'
import type { Child, FC } from 'hono/jsx'
import { findNetwork } from '../../../forms/index.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { Assets } from './assets.ts'
import { textsSent } from './body.ts'
import { MessagePage } from './message-page.tsx'
import { TypedTexts } from './typed-text.tsx'

interface RefusalProps {
  c: Context
  assets: Assets
  network?: Network | undefined
  title: string
  children?: Child
}

/** A page that says one thing, in the frame of whoever asks. */
export type RefusalPage = FC<RefusalProps>

const ForEverybody: RefusalPage = ({ c: _, ...props }) => <MessagePage {...props} />

interface Options {
  /** In the frame of whoever asks. */
  Say?: RefusalPage
  /** Nothing that was sent is shown again: nobody knows yet who knocks. */
  blind?: boolean
}

export function createRefusals(assets: Assets, { Say = ForEverybody, blind = false }: Options = {}) {
  /** What somebody typed in a form that we do not take, above the way on. */
  const typedIn = async (c: Context) => <TypedTexts texts={blind ? [] : await textsSent(c)} />

  return {
    /** A link that is not ours, or no longer says anything; `why`, when that is known. */
    brokenLink: async (
      c: Context,
      network = networkAt(c.req.path),
      why = 'Kijk na of u de hele link hebt, of begin opnieuw.',
    ) =>
      c.html(
        <Say c={c} assets={assets} network={network} title="Deze link werkt niet.">
          <p class="lead">{why}</p>
          {await typedIn(c)}
          <p>
            <a class="btn" href="/">
              Naar de startpagina
            </a>
          </p>
        </Say>,
        404,
      ),

    unreadable: async (c: Context) =>
      c.html(
        <Say c={c} assets={assets} network={networkAt(c.req.path)} title="We konden dit formulier niet lezen.">
          <p class="lead">Er is niets verstuurd. Ga terug, herlaad de pagina en probeer opnieuw.</p>
          {await typedIn(c)}
        </Say>,
        400,
      ),

    tooLarge: async (c: Context) =>
      c.html(
        <Say c={c} assets={assets} network={networkAt(c.req.path)} title="Dit is te veel tekst in één keer.">
          <p class="lead">
            Er is niets verstuurd. Kopieer hier wat u wilt bewaren, ga terug, en plak een kortere tekst.
          </p>
          {/* Whoever gets here passed the door. */}
          <TypedTexts texts={await textsSent(c)} />
          <p>
            <a class="btn" href={c.req.path}>
              Terug naar de pagina
            </a>
          </p>
        </Say>,
        413,
      ),

    /** From a page of ours, but not as our forms send it. */
    wrongType: async (c: Context) =>
      c.html(
        <Say c={c} assets={assets} network={networkAt(c.req.path)} title="We konden dit formulier niet lezen.">
          <p class="lead">Er is niets verstuurd. Gebruik het formulier op deze website.</p>
          {await typedIn(c)}
        </Say>,
        415,
      ),

    /** Nothing that was sent is shown: another site may have written it. */
    foreign: (c: Context) =>
      c.html(
        <Say c={c} assets={assets} network={networkAt(c.req.path)} title="Dit formulier kwam niet van onze website.">
          <p class="lead">
            Er is niets verstuurd. Ga terug met de knop van uw browser: wat u typte, staat er meestal nog. Open het
            formulier daarna op deze website en probeer opnieuw.
          </p>
        </Say>,
        403,
      ),

    wrongMethod: async (c: Context, allowed: readonly string[]) => {
      c.header('Allow', allowed.join(', '))
      return c.html(
        <Say c={c} assets={assets} network={networkAt(c.req.path)} title="Dat kan hier niet.">
          <p class="lead">Er is niets gewijzigd.</p>
          {await typedIn(c)}
        </Say>,
        405,
      )
    },

    /** Our fault: nothing is lost that was confirmed, and the incident id helps us find it. */
    failed: async (c: Context, incident: string) => {
      c.header('Retry-After', '30')
      return c.html(
        <Say c={c} assets={assets} network={networkAt(c.req.path)} title="Er ging iets mis bij ons.">
          <p class="lead">
            We konden niets bevestigen. Wacht even en herlaad deze pagina: dan versturen we opnieuw wat u typte. Twee
            keer verzenden kan geen kwaad: we bewaren één aanvraag.
          </p>
          {await typedIn(c)}
          <p>{`Blijft het fout gaan? Bel ons en geef deze code: ${incident}.`}</p>
        </Say>,
        503,
      )
    },
  }
}

/** Of a page under a network's own address, or of its part of the aanbod or the figures. */
function networkAt(path: string): Network | undefined {
  const [, first = '', second = ''] = path.split('/')
  return findNetwork(['aanbod', 'cijfers'].includes(first) ? second : first)
}
