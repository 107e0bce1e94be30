/** Answers that are not a form: what went wrong in words, with the right status code (quality.md, "Bad input"). */
import type { Context } from 'hono'
import type { Service } from '../../forms/kit/form.ts'
import type { Network } from '../../forms/kit/network.ts'
import { longTextsOf } from './body.ts'
import type { PublicDeps } from './deps.ts'
import { type Found, servicePath } from './draft-access.ts'
import { receiptPath } from './links.ts'
import { MessagePage } from './pages/message-page.tsx'

export type PlainAnswers = ReturnType<typeof createPlainAnswers>

export function createPlainAnswers({ assets, secrets }: Pick<PublicDeps, 'assets' | 'secrets'>) {
  const plain = {
    /** A link that is not ours, or no longer says anything. */
    brokenLink: (c: Context, network?: Network) =>
      c.html(
        <MessagePage assets={assets} network={network} title="Deze link werkt niet.">
          <p>Kijk na of u de hele link hebt, of begin opnieuw.</p>
          <p>
            <a class="btn" href="/">
              Naar de startpagina
            </a>
          </p>
        </MessagePage>,
        404,
      ),

    /** What was behind the link is erased. */
    expired: (c: Context, service?: Service) =>
      c.html(
        <MessagePage assets={assets} network={service?.network} title="Deze link is verlopen.">
          <p class="lead">We wisten uw antwoorden, om uw cliënt te beschermen.</p>
          <p>
            <a class="btn" href={service ? servicePath(service) : '/'}>
              Begin opnieuw
            </a>
          </p>
        </MessagePage>,
        410,
      ),

    /** A dossier that is erased: nothing to begin again, nothing to tell. */
    erased: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="Deze link is verlopen.">
          <p>De gegevens van deze aanvraag zijn gewist.</p>
        </MessagePage>,
        410,
      ),

    /** A draft that was sent; a form posted on it again changes nothing. */
    alreadySent: (c: Context, service: Service, receiptPath: string, startPath = servicePath(service)) =>
      c.html(
        <MessagePage
          assets={assets}
          network={service.network}
          title={`Al verzonden. Nieuwe ${service.form.zelfstandigNaamwoord} starten?`}
        >
          <p>
            {`Deze ${service.form.zelfstandigNaamwoord} is al verzonden. Wat u nu wijzigde, is niet opgeslagen. Bel ons als er iets moet veranderen.`}
          </p>
          <p class="row">
            <a class="btn" href={receiptPath}>
              Bekijk uw ontvangstbewijs
            </a>
            <a href={startPath}>{`Start een nieuwe ${service.form.zelfstandigNaamwoord}`}</a>
          </p>
        </MessagePage>,
        c.req.method === 'POST' ? 409 : 200,
      ),

    unreadable: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="We konden dit formulier niet lezen.">
          <p>Er is niets verstuurd. Ga terug, herlaad de pagina en probeer opnieuw.</p>
        </MessagePage>,
        400,
      ),

    tooLarge: async (c: Context) => {
      const texts = await longTextsOf(c)
      return c.html(
        <MessagePage assets={assets} title="Dit is te veel tekst in één keer.">
          <p class="lead">
            Er is niets verstuurd. Kopieer hier wat u wilt bewaren, ga terug, en plak een kortere tekst.
          </p>
          {texts.map((text, index) => (
            <p class="field">
              <label for={`tekst-${index}`}>{`Uw tekst ${index + 1}`}</label>
              <textarea id={`tekst-${index}`} readonly>{`\n${text}`}</textarea>
            </p>
          ))}
          <p>
            <a class="btn" href={c.req.path}>
              Terug naar de pagina
            </a>
          </p>
        </MessagePage>,
        413,
      )
    },

    wrongType: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="We konden dit formulier niet lezen.">
          <p>Er is niets verstuurd. Gebruik het formulier op deze website.</p>
        </MessagePage>,
        415,
      ),

    foreign: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="Dit formulier kwam niet van onze website.">
          <p>Er is niets verstuurd. Open het formulier op deze website en probeer opnieuw.</p>
        </MessagePage>,
        403,
      ),

    wrongMethod: (c: Context, allowed: readonly string[]) => {
      c.header('Allow', allowed.join(', '))
      return c.html(
        <MessagePage assets={assets} title="Dat kan hier niet.">
          <p>Er is niets gewijzigd.</p>
        </MessagePage>,
        405,
      )
    },

    /** Our fault: nothing is lost that was confirmed, and the incident id helps us find it. */
    failed: (c: Context, incident: string) => {
      c.header('Retry-After', '30')
      return c.html(
        <MessagePage assets={assets} title="Er ging iets mis bij ons.">
          <p class="lead">
            We konden niets bevestigen. Wacht even en herlaad deze pagina: dan versturen we opnieuw wat u typte. Twee
            keer verzenden kan geen kwaad: we bewaren één aanvraag.
          </p>
          <p>{`Blijft het fout gaan? Bel ons en geef deze code: ${incident}.`}</p>
        </MessagePage>,
        503,
      )
    },

    /** A draft that cannot be gone on with: sent, erased, or another browser's. */
    closedDraft: async (c: Context, service: Service, found: Exclude<Found, { kind: 'open' }>) => {
      switch (found.kind) {
        case 'sent':
          return plain.alreadySent(c, service, await receiptPath(secrets, found.draft.sent))
        case 'expired':
          return plain.expired(c, service)
        default:
          return plain.brokenLink(c, service.network)
      }
    },
  }
  return plain
}
