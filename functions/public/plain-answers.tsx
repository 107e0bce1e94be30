/** Answers about a draft that is not there (any more), beside those any app can give. */
import type { Context } from 'hono'
import type { Service } from '../../forms/kit/form.ts'
import { servicePath } from '../shared/public-paths.ts'
import { textsSent } from '../shared/web/body.ts'
import { MessagePage } from '../shared/web/message-page.tsx'
import { createRefusals } from '../shared/web/refusals.tsx'
import { TypedTexts } from '../shared/web/typed-text.tsx'
import type { PublicDeps } from './deps.ts'
import type { Found } from './draft-access.ts'
import { receiptPath } from './link-tokens.ts'

export type PlainAnswers = ReturnType<typeof createPlainAnswers>

export function createPlainAnswers({ assets, secrets }: Pick<PublicDeps, 'assets' | 'secrets'>) {
  const plain = {
    ...createRefusals(assets),

    /** What was behind the link is erased. */
    expired: async (c: Context, service?: Service) =>
      c.html(
        <MessagePage assets={assets} network={service?.network} title="Deze link is verlopen.">
          <p class="lead">We hebben uw antwoorden gewist, om uw cliënt te beschermen.</p>
          <TypedTexts texts={await textsSent(c)} />
          <p>
            <a class="btn" href={service ? servicePath(service) : '/'}>
              Begin opnieuw
            </a>
          </p>
        </MessagePage>,
        410,
      ),

    /** A mailed link of which a later one was asked, perhaps because this one went to a wrong address. */
    newerLink: (c: Context, { network }: Service) =>
      c.html(
        <MessagePage assets={assets} network={network} title="Deze link werkt niet meer.">
          <p class="lead">U vroeg later een nieuwe link. Gebruik de laatste mail.</p>
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

    /** A dossier of a network that is not here any more: it is kept, and somebody knows about it. */
    networkGone: (c: Context, reference: string) =>
      c.html(
        <MessagePage assets={assets} title="Uw aanvraag is bij ons bewaard.">
          <p class="lead">
            Referentie{' '}
            <strong class="reference" data-reference={reference}>
              {reference}
            </strong>
          </p>
          <p>Wilt u weten hoe het ermee staat? Bel ons.</p>
        </MessagePage>,
      ),

    /** A draft of a form that is not offered any more. */
    formGone: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="Dit formulier bestaat niet meer.">
          <p class="lead">Uw aanvraag is niet verstuurd. Bel ons: dan zoeken we samen verder.</p>
        </MessagePage>,
        410,
      ),

    /** A draft that was sent; a form posted on it again changes nothing, and gives back what was typed. */
    alreadySent: async (c: Context, service: Service, receiptPath: string, startPath = servicePath(service)) =>
      c.html(
        <MessagePage
          assets={assets}
          network={service.network}
          title={`Al verzonden. Nieuwe ${service.form.noun} starten?`}
        >
          <p>
            {`Deze ${service.form.noun} is al verzonden. Wat u daarna nog wijzigde, is niet opgeslagen. Bel ons als er iets moet veranderen.`}
          </p>
          <TypedTexts texts={await textsSent(c)} />
          <p class="row">
            <a class="btn" href={receiptPath}>
              Bekijk uw ontvangstbewijs
            </a>
            <a href={startPath}>{`Start een nieuwe ${service.form.noun}`}</a>
          </p>
        </MessagePage>,
        c.req.method === 'POST' ? 409 : 200,
      ),

    /** A draft that cannot be gone on with, and the true reason. */
    closedDraft: async (c: Context, service: Service, found: Exclude<Found, { kind: 'open' }>) => {
      switch (found.kind) {
        case 'sent':
          return plain.alreadySent(c, service, await receiptPath(secrets, found.draft.sent))
        case 'expired':
          return plain.expired(c, service)
        default:
          return plain.brokenLink(c, service.network, closedBecause[found.kind])
      }
    },
  }
  return plain
}

const closedBecause = {
  unknown: 'Wat hier stond, is gewist. Of u hebt niet de hele link.',
  elsewhere:
    'Dit formulier is in een andere browser of op een ander toestel geopend. Ga daar verder, of gebruik de link in uw mail: dan opent het hier.',
  'no-cookie':
    'Uw browser stuurde geen cookie mee. Daaraan zien we dat het formulier van u is. Begon u op een ander toestel? Ga daar verder, of gebruik de link in uw mail. Staan cookies uit? Zet ze aan voor deze website, en begin opnieuw.',
} as const
