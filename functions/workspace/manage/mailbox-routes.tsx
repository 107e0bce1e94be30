/**
 * Somebody who reads a new mailbox of a network says so, along the link in the mail that was sent there: without an account, as a shared
 * mailbox has none. Opening the link changes nothing (docs/domain.md §3.4).
 */
import { type Context, Hono } from 'hono'
import { findNetwork } from '../../../forms/index.ts'
import { type MailboxName, mailboxNames } from '../../../forms/kit/content-schema.ts'
import type { Wanted } from '../../../forms/kit/manage/entries.ts'
import { mailboxInWords } from '../../../forms/kit/manage/in-words.ts'
import { confirmMailbox } from '../../../forms/kit/manage/mailboxes-page.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { readLinkToken } from '../../shared/links.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { newId } from '../../shared/new-id.ts'
import { MessagePage } from '../../shared/web/message-page.tsx'
import { createRefusals } from '../../shared/web/refusals.tsx'
import { mailboxOf, mailboxRoute } from '../../shared/work-paths.ts'
import type { PartDeps } from '../deps.ts'

interface Asked {
  network: Network
  name: MailboxName
  /** Of which change, in epoch milliseconds. */
  asked: number
}

/** Where the question stands; `over`: it is too long ago, or another one came after it. */
type Standing = 'asked' | 'confirmed' | 'over'
type Looked =
  | { standing: 'asked'; wanted: readonly Wanted[]; by: string; revision: number }
  | { standing: Exclude<Standing, 'asked'> }

export function mailboxRoutes({ deps }: Pick<PartDeps, 'deps'>): Hono {
  const routes = new Hono()
  const { assets, now } = deps
  // Nothing is typed here: whoever guesses at a link has no byte read.
  const { brokenLink } = createRefusals(assets, { blind: true })

  routes.get(mailboxRoute, async (c) => {
    const asked = await askedIn(c)
    return asked ? say(c, asked, (await look(asked)).standing) : brokenLink(c)
  })

  routes.post(mailboxRoute, async (c) => {
    const asked = await askedIn(c)
    return asked ? say(c, asked, await lookAgain(() => confirm(asked))) : brokenLink(c)
  })

  async function look({ network, name, asked }: Asked): Promise<Looked> {
    const contentChanges = await deps.openContentChanges()
    const { content, revision } = await contentChanges.stored(network)
    const change = content.awaited[name]
    // Pressed twice: it counts already.
    if (change?.confirmedAt !== undefined && Date.parse(change.askedAt) === asked) return { standing: 'confirmed' }
    const wanted = confirmMailbox(content, { name, asked, now: now() })
    return wanted && change ? { standing: 'asked', wanted, by: change.by, revision } : { standing: 'over' }
  }

  /** Undefined when somebody changed the same at this moment. */
  async function confirm(asked: Asked): Promise<Standing | undefined> {
    const looked = await look(asked)
    if (looked.standing !== 'asked') return looked.standing
    const { wanted, by, revision } = looked
    const about = { who: by, what: 'bevestigd', auditId: newId(deps), now: now(), revision } as const
    const contentChanges = await deps.openContentChanges()
    const auditDays = asked.network.retention.audit
    const put = await contentChanges.change(asked.network, wanted, { ...about, auditDays })
    return put.kind === 'stored' ? 'confirmed' : undefined
  }

  function say(c: Context, of: Asked, standing: Standing) {
    switch (standing) {
      case 'asked':
        return c.html(<Asking of={of} />)
      case 'confirmed':
        return c.html(<Confirmed of={of} />)
      case 'over':
        return c.html(<Over of={of} />, 410)
    }
  }

  async function askedIn(c: Context): Promise<Asked | undefined> {
    const target = readLinkToken((await deps.secrets()).linkKeys, 'postbus', c.req.param('token') ?? '')
    if (!target) return undefined
    const of = mailboxOf(target.id)
    const network = findNetwork(of.network)
    const name = mailboxNames.find((one) => one === of.mailbox)
    return network && name && { network, name, asked: target.version }
  }

  const Asking = ({ of: { network, name } }: { of: Asked }) => (
    <MessagePage assets={assets} network={network} title="Wordt deze postbus gelezen?">
      <p class="lead">{`${network.name} wil hier mails van Loket krijgen: ${mailboxInWords[name].toLowerCase()}.`}</p>
      <form method="post">
        <button class="btn" data-next>
          Ja, deze postbus wordt gelezen
        </button>
      </form>
      <p>Klopt het niet? Dan hoeft u niets te doen. Zonder uw druk verandert er niets.</p>
    </MessagePage>
  )

  const Confirmed = ({ of: { network } }: { of: Asked }) => (
    <MessagePage assets={assets} network={network} title="Deze postbus is bevestigd.">
      <p class="lead" role="status">
        De mails komen van nu af hier aan. U kunt dit venster sluiten.
      </p>
    </MessagePage>
  )

  const Over = ({ of: { network } }: { of: Asked }) => (
    <MessagePage assets={assets} network={network} title="Deze link geldt niet meer.">
      <p class="lead">De vraag is te lang geleden, of er werd daarna een ander adres gevraagd.</p>
      <p>Vraag aan de coördinator om dit adres opnieuw in te vullen.</p>
    </MessagePage>
  )

  return routes
}
