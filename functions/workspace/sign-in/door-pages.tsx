/** What the door says to whoever it does not let through (docs/words.md): what to do next, and what they typed given back. */
import type { Context } from 'hono'
import { networks } from '../../../forms/index.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Assets } from '../../shared/web/assets.ts'
import { Phone } from '../../shared/web/layout.tsx'
import { MessagePage } from '../../shared/web/message-page.tsx'
import { TypedTexts } from '../../shared/web/typed-text.tsx'
import { homePath, signedInPath } from '../../shared/work-paths.ts'
import { WorkMessage } from '../work-message.tsx'
import { Go, SignOut } from './buttons.tsx'
import { signInPath } from './return-path.ts'
import type { Member } from './session.ts'

export function createDoorPages(assets: Assets) {
  return {
    /** An account that belongs to no network. */
    outsider: (c: Context, texts: readonly string[]) =>
      c.html(
        <MessagePage assets={assets} title="U bent aangemeld, maar hoort nog niet bij dit netwerk.">
          <ul>
            {networks.map(({ name, phone }) => (
              <li>
                <strong>{name}</strong>
                <br />
                Vraag toegang aan de coördinator, <Phone number={phone} />.
              </li>
            ))}
          </ul>
          <p>Kreeg u een uitnodiging? Open dan de link daarin, terwijl u aangemeld bent.</p>
          <TypedTexts texts={texts} />
          <SignOut />
        </MessagePage>,
        403,
      ),

    /** Somebody of the network, on a page for another role. */
    notForYou: (c: Context, { network, person }: Member, texts: readonly string[]) =>
      c.html(
        <WorkMessage {...{ assets, network, person }} title="Deze pagina is voor een andere rol.">
          <p>Hebt u ze nodig voor uw werk? Vraag het aan de coördinator van {network.name}.</p>
          <TypedTexts texts={texts} />
          <Go href={homePath}>Naar de werkruimte</Go>
        </WorkMessage>,
        403,
      ),

    /** A form from a browser we do not know, or too large to give back: nothing of it is read. */
    first: (c: Context) =>
      c.html(
        <MessagePage assets={assets} title="U bent niet aangemeld.">
          <p class="lead">Er is niets bewaard. Ga terug in uw browser: wat u typte, staat daar meestal nog.</p>
          <ol>
            <li>
              <a href={signInPath(signedInPath)} target="_blank" rel="noopener">
                Meld aan in een nieuw tabblad
              </a>
            </li>
            <li>Kom terug naar dit tabblad, ga een pagina terug en verstuur opnieuw.</li>
          </ol>
        </MessagePage>,
        401,
      ),

    /** A form that was sent after the session ended: what was typed goes along, to be sent again. */
    ended: (c: Context, action: string, typed: RawInput) =>
      c.html(
        <MessagePage assets={assets} title="U was even weg.">
          <p class="lead">Meld opnieuw aan. Uw tekst is bewaard.</p>
          <ol>
            <li>
              <a href={signInPath(signedInPath)} target="_blank" rel="noopener">
                Meld opnieuw aan in een nieuw tabblad
              </a>
            </li>
            <li>Kom terug naar dit tabblad en verstuur opnieuw.</li>
          </ol>
          <form class="field" method="post" action={action}>
            {[...typed].flatMap(([name, values]) =>
              values.map((value) => <input type="hidden" name={name} value={value} />),
            )}
            <button class="btn">Verstuur opnieuw</button>
          </form>
        </MessagePage>,
        401,
      ),
  }
}
