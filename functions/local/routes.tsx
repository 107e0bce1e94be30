/** The local-only routes (docs/local.md): what a person or a check on this machine needs to drive Loket. */
import { type Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import * as z from 'zod'
import { type FirstAsked, firstSchema } from '../workspace/people/first-coordinator.ts'
import { type Clock, instantText } from './clock.ts'
import { asksCalendar, type Press, pressedIn, presses, type TakeIn } from './inbound.ts'
import type { MailFolder } from './mail-folder.ts'
import { InboxPage, IndexPage, type LocalLink, MailPage } from './pages.tsx'
import type { TimeMachine } from './time-machine.ts'

export interface LocalRoutesDeps {
  clock: Pick<Clock, 'now'>
  machine: Pick<TimeMachine, 'travel'>
  mails: Pick<MailFolder, 'mails' | 'mail' | 'raw'>
  faults: { ses: number }
  takeIn: TakeIn
  /** Pages worth a visit. */
  links: readonly LocalLink[]
  /** Whom one can sign in as now. */
  people(): Promise<readonly string[]>
  /** None in a test that needs no such thing. */
  firstCoordinator?: MakeFirst
}

/** What `npm run first-coordinator -- -c stage=local` reads, or why nothing was done. */
export type MakeFirst = (asked: FirstAsked) => Promise<{ said: readonly string[] } | { error: string }>

const clockForm = z.object({ now: instantText })
const faultsForm = z.object({
  ses: z
    .stringFormat('share', /^(0|1)([.,]\d+)?$/)
    .transform(toShare)
    .pipe(z.number().max(1)),
})

function toShare(text: string): number {
  return Number(text.replace(',', '.'))
}

/** A raw message, or the mail whose calendar was answered and how. */
const inboundForm = z.union([
  z.object({ raw: z.string().min(1) }),
  z.object({ mail: z.string(), press: z.enum(Object.keys(presses) as Press[]) }),
])

/** Styles of these pages and of mails are inline; nothing else loads, no script runs. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The routes under `/_local`. */
export function createLocalRoutes(deps: LocalRoutesDeps): Hono {
  const app = new Hono({ strict: false }).basePath('/_local')

  app.use(async (c, next) => {
    await next()
    c.header('Content-Security-Policy', policy)
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'same-origin')
    c.header('X-Content-Type-Options', 'nosniff')
  })
  app.use(async (c, next) => {
    // A page elsewhere must not reach these through its own name for this machine, nor post to them.
    if (!isLoopback(c.req.url)) return c.text('Alleen bereikbaar via localhost.', 403)
    const origin = c.req.header('origin')
    if (c.req.method === 'POST' && origin && !isLoopback(origin)) return c.text('Niet vanaf een andere site.', 403)
    return next()
  })

  const index = async (problem?: string) => (
    <IndexPage
      now={deps.clock.now()}
      ses={deps.faults.ses}
      links={deps.links}
      people={await deps.people()}
      {...(problem ? { problem } : {})}
    />
  )

  /** A person gets a page, a program JSON. */
  const refuse = async (c: Context, problem: string) =>
    wantsPage(c) ? page(c, await index(problem), 422) : c.json({ error: problem }, 422)
  const done = (c: Context, state: object) => (wantsPage(c) ? c.redirect('/_local/', 303) : c.json(state))

  app.get('/', async (c) => page(c, await index()))

  app.get('/inbox', async (c) => page(c, <InboxPage mails={await deps.mails.mails()} />))
  app.get('/inbox/:id', async (c) => {
    const mail = await deps.mails.mail(c.req.param('id'))
    return mail ? page(c, <MailPage mail={mail} />) : c.notFound()
  })
  app.get('/inbox/:id/mail.eml', async (c) => {
    const raw = await deps.mails.raw(c.req.param('id'))
    if (!raw) return c.notFound()
    return c.body(new Uint8Array(raw), 200, { 'Content-Type': 'message/rfc822', 'Content-Disposition': 'attachment' })
  })
  app.get('/mails', async (c) => c.json(await deps.mails.mails()))

  app.post('/inbound', async (c) => {
    const form = inboundForm.safeParse(await readForm(c))
    if (!form.success)
      return refuse(c, 'Geef `raw`, een hele mail; of `mail` en `press`: ACCEPTED, TENTATIVE, DECLINED.')
    if ('raw' in form.data) {
      await deps.takeIn(form.data.raw)
      return done(c, { taken: true })
    }
    const mail = await deps.mails.mail(form.data.mail)
    if (!mail || !asksCalendar(mail)) return c.notFound()
    await deps.takeIn(pressedIn(mail, form.data.press, deps.clock.now()))
    return wantsPage(c) ? c.redirect('/_local/inbox', 303) : c.json({ taken: true })
  })

  // For a command in another terminal: the store, the keys and the clock are those of this process.
  app.post('/first-coordinator', async (c) => {
    const form = firstSchema.safeParse(await readForm(c))
    if (!form.success || !deps.firstCoordinator) return c.json({ error: 'Say who: see docs/local.md.' }, 422)
    const made = await deps.firstCoordinator(form.data)
    return c.json(made, 'error' in made ? 422 : 200)
  })

  const clockState = () => ({ now: deps.clock.now().toISOString() })
  app.get('/clock', (c) => c.json(clockState()))
  app.post('/clock', async (c) => {
    const form = clockForm.safeParse(await readForm(c))
    if (!form.success) return refuse(c, 'Geef `now` als tijdstip in ISO-vorm, bijvoorbeeld 2021-05-21T21:59:00Z.')
    await deps.machine.travel(new Date(form.data.now))
    return done(c, clockState())
  })

  app.get('/faults', (c) => c.json({ ses: deps.faults.ses }))
  app.post('/faults', async (c) => {
    const form = faultsForm.safeParse(await readForm(c))
    if (!form.success) return refuse(c, 'Geef `ses` als getal van 0 tot en met 1, bijvoorbeeld 0.3.')
    deps.faults.ses = form.data.ses
    return done(c, { ses: deps.faults.ses })
  })

  // Such as a clock that could not reach its instant: who set it must hear why.
  app.onError((error, c) => c.json({ error: error.message }, 500))

  return app
}

const page = (c: Context, content: JSX.Element, status: 200 | 422 = 200) => c.html(`<!doctype html>${content}`, status)

const wantsPage = (c: Context): boolean => c.req.header('accept')?.includes('text/html') ?? false

/** The form that was posted; a body that cannot be read counts as empty. */
const readForm = (c: Context): Promise<unknown> => c.req.parseBody().catch(() => ({}))

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
const isLoopback = (url: string): boolean => URL.canParse(url) && loopback.has(new URL(url).hostname)
