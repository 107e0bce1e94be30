/**
 * Answers that any of our apps can give: what went wrong in words, with the right status code (docs/promises.md, "Bad input").
 */
import type { Context } from 'hono'
import type { Child, FC } from 'hono/jsx'
import type { Network } from '../../../forms/kit/network.ts'
import type { Assets } from './assets.ts'
import { textsOfLarge } from './body.ts'
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

export function createRefusals(assets: Assets, Say: RefusalPage = ForEverybody) {
  return {
    /** A link that is not ours, or no longer says anything. */
    brokenLink: (c: Context, network?: Network) =>
      c.html(
        <Say c={c} assets={assets} network={network} title="Deze link werkt niet.">
          <p>Kijk na of u de hele link hebt, of begin opnieuw.</p>
          <p>
            <a class="btn" href="/">
              Naar de startpagina
            </a>
          </p>
        </Say>,
        404,
      ),

    unreadable: (c: Context) =>
      c.html(
        <Say c={c} assets={assets} title="We konden dit formulier niet lezen.">
          <p>Er is niets verstuurd. Ga terug, herlaad de pagina en probeer opnieuw.</p>
        </Say>,
        400,
      ),

    tooLarge: async (c: Context) => {
      const texts = await textsOfLarge(c)
      return c.html(
        <Say c={c} assets={assets} title="Dit is te veel tekst in één keer.">
          <p class="lead">
            Er is niets verstuurd. Kopieer hier wat u wilt bewaren, ga terug, en plak een kortere tekst.
          </p>
          <TypedTexts texts={texts} />
          <p>
            <a class="btn" href={c.req.path}>
              Terug naar de pagina
            </a>
          </p>
        </Say>,
        413,
      )
    },

    wrongType: (c: Context) =>
      c.html(
        <Say c={c} assets={assets} title="We konden dit formulier niet lezen.">
          <p>Er is niets verstuurd. Gebruik het formulier op deze website.</p>
        </Say>,
        415,
      ),

    foreign: (c: Context) =>
      c.html(
        <Say c={c} assets={assets} title="Dit formulier kwam niet van onze website.">
          <p>Er is niets verstuurd. Open het formulier op deze website en probeer opnieuw.</p>
        </Say>,
        403,
      ),

    wrongMethod: (c: Context, allowed: readonly string[]) => {
      c.header('Allow', allowed.join(', '))
      return c.html(
        <Say c={c} assets={assets} title="Dat kan hier niet.">
          <p>Er is niets gewijzigd.</p>
        </Say>,
        405,
      )
    },

    /** Our fault: nothing is lost that was confirmed, and the incident id helps us find it. */
    failed: (c: Context, incident: string) => {
      c.header('Retry-After', '30')
      return c.html(
        <Say c={c} assets={assets} title="Er ging iets mis bij ons.">
          <p class="lead">
            We konden niets bevestigen. Wacht even en herlaad deze pagina: dan versturen we opnieuw wat u typte. Twee
            keer verzenden kan geen kwaad: we bewaren één aanvraag.
          </p>
          <p>{`Blijft het fout gaan? Bel ons en geef deze code: ${incident}.`}</p>
        </Say>,
        503,
      )
    },
  }
}
