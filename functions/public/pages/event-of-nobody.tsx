/** An event of a network that is not there any more. */
import type { Context } from 'hono'
import { dayWhen, type LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Assets } from '../../shared/web/assets.ts'
import { MessagePage } from '../../shared/web/message-page.tsx'

/** An event of a network that is not here any more: what is known of it, and whom to call. */
export const eventOfNobody = (c: Context, assets: Assets, event: LoketEvent) =>
  c.html(
    <MessagePage assets={assets} title="Deze activiteit staat nog bij ons, maar niemand volgt ze hier op.">
      <p class="lead">
        <bdi>{event.titel}</bdi>
        {`, ${dayWhen(event)}`}
      </p>
      <p>U kunt hier niet meer antwoorden, en u krijgt er geen mails meer over.</p>
    </MessagePage>,
    // Out of all mail is what a mail program asked for (RFC 8058), and so it is.
    c.req.method === 'POST' && !c.req.path.startsWith('/afmelden/') ? 409 : 200,
  )
