/** The mailboxes of the network, and its forms that are closed for a while: one page, a form each. */
import { type Context, Hono } from 'hono'
import { networkServices } from '../../../forms/index.ts'
import { type ClosedForm, mailboxNames } from '../../../forms/kit/content-schema.ts'
import { closureOf } from '../../../forms/kit/manage/closed-form.ts'
import { closedFormOf, closedFormPage, typedClosedForm } from '../../../forms/kit/manage/closed-form-page.ts'
import type { Wanted } from '../../../forms/kit/manage/entries.ts'
import { mailboxInWords } from '../../../forms/kit/manage/in-words.ts'
import {
  askMailboxes,
  confirmMailId,
  isAwaited,
  type MailboxChange,
  mailboxesPage,
  mailsAboutMailboxes,
  typedMailboxes,
} from '../../../forms/kit/manage/mailboxes-page.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import type { Option } from '../../../forms/kit/questions/questions.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { networkPath, openAgainRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { createDesk, type Read, revisionField } from './desk.ts'
import { type Closure, type MailboxLine, NetworkPage } from './network-page.tsx'
import { type Shown, statusOf } from './parts.tsx'

type Ctx = Context<SignedIn>

/** What of the page was typed in, each with what is wrong with it. */
interface BothShown {
  mailboxes?: Shown
  closing?: Shown
}

const full = 'Er past niet meer bij. Maak de boodschap korter'

export function networkRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const { now } = deps
  const desk = createDesk(deps)
  const coordinator = requirePerson(['coordinator'])
  const { unreadable, brokenLink } = workRefusals(deps.assets)

  routes.get(networkPath, coordinator, (c) => show(c, {}))

  routes.post(networkPath, coordinator, async (c) => {
    const body = await readBody(c)
    const read = await desk.read(c)
    const closes = body?.has('formulier') === true || body?.has('dicht_van') === true
    const page = closes ? closingPage(c.var.network, read) : mailboxesPage
    const typed = body && pickFields(body, fieldsOf(page, body, revisionField))
    if (!typed) return unreadable(c)
    const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now: now() })
    if (errors.length > 0) return show(c, closes ? { closing: { typed, errors } } : { mailboxes: { typed, errors } })
    if (closes) {
      const { form, closed } = closedFormOf(answers)
      return save(c, 'closing', { wanted: [{ of: 'closedForms', key: form, to: closed }] }, typed)
    }
    const { network, person } = c.var
    const change = askMailboxes(read.stored, answers, { network: network.slug, by: person, now: now() })
    return save(c, 'mailboxes', change, typed)
  })

  routes.post(openAgainRoute, coordinator, async (c) => {
    const typed = await readBody(c)
    if (!typed) return unreadable(c)
    const key = c.req.param('form')
    const read = await desk.read(c)
    if (!closureOf(read.content, key, now())) return brokenLink(c, c.var.network)
    return save(c, 'closing', { wanted: [{ of: 'closedForms', key }] }, typed)
  })

  interface Saving extends Partial<Pick<MailboxChange, 'mails'>> {
    wanted: readonly Wanted[]
  }

  async function save(c: Ctx, which: keyof BothShown, { wanted, mails }: Saving, typed: RawInput) {
    const promised = mails && { subject: mailsAboutMailboxes(c.var.network.slug), mails }
    const put = await desk.save(c, wanted, typed, { promised })
    if (put.kind === 'stored') return c.redirect(`${networkPath}?klaar=${which}`, 303)
    const why = put.kind === 'changed' ? { since: put.since } : { errors: [{ name: 'boodschap', message: full }] }
    return show(c, { [which]: { typed, ...why } })
  }

  async function show(c: Ctx, { mailboxes, closing }: BothShown) {
    const { network } = c.var
    const read = await desk.read(c)
    const [history, lines] = await Promise.all([
      desk.history(c, ({ of }) => of === 'mailboxes' || of === 'awaited' || of === 'closedForms'),
      linesOf(network, read),
    ])
    const asked = c.req.query('dicht')
    const before = asked === undefined ? undefined : closureOf(read.content, asked, now())
    const shown = {
      mailboxes: mailboxes ?? { typed: typedMailboxes(read.stored) },
      closing: closing ?? { typed: asked && before ? typedClosedForm(asked, before) : new Map() },
    }
    const about = { ...read, ...shown, history, lines, closures: closuresOf(network, read), now: now() }
    const page = <NetworkPage {...frameOf(c, deps)} {...about} page={closingPage(network, read)} done={doneIn(c)} />
    return c.html(page, statusOf(mailboxes ?? closing ?? shown.mailboxes))
  }

  /** What counts, what waits to be confirmed, and whether its mail came back. */
  async function linesOf(network: Network, { stored }: Read): Promise<MailboxLine[]> {
    const mails = await deps.dossierMails.list(mailsAboutMailboxes(network.slug), now())
    return mailboxNames.map((name) => {
      const asked = stored.awaited[name]
      const waits = isAwaited(asked, now()) ? asked : undefined
      const mail = waits && mails.find(({ mailId }) => mailId === confirmMailId(name, waits.askedAt))
      const address = stored.mailboxes[name]
      return { label: mailboxInWords[name], address, waits, cameBack: mail?.fate === 'niet_aangekomen' }
    })
  }

  const closuresOf = (network: Network, { content }: Read): Closure[] =>
    formsOf(network).flatMap(({ value, label }) => {
      const closed = closureOf(content, value, now())
      return closed ? [{ form: value, name: label, closed }] : []
    })

  return routes
}

const doneIn = (c: Context): 'mailboxes' | 'closing' | undefined => {
  const done = c.req.query('klaar')
  return done === 'mailboxes' || done === 'closing' ? done : undefined
}

/** Those with a door of their own: who has a question, or asks to be called, is always heard. */
const formsOf = (network: Network): Option[] =>
  networkServices(network).map(({ form: { slug, name } }) => ({ value: slug, label: name }))

const closingPage = (network: Network, { stored }: Read): Page =>
  closedFormPage(formsOf(network), stored.closedForms satisfies Readonly<Record<string, ClosedForm>>)
