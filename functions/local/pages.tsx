/** The pages of the local runner: for who tries Loket on their own machine. Self-contained, without script. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { dayInWords, timeInWords } from '../../forms/kit/time.ts'
import { asksCalendar, presses } from './inbound.ts'
import type { Mail } from './mail-folder.ts'
import { framedHtml, linkParts, snippet } from './mail-view.ts'
import { style } from './page-style.ts'

export interface LocalLink {
  href: string
  text: string
}

interface PageProps {
  title: string
  children: Child
}

const Page = ({ title, children }: PageProps) => (
  <html lang="nl-BE">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title} – Loket op deze computer</title>
      <style>{raw(style)}</style>
    </head>
    <body>
      <header class="top">
        <div class="wrap">
          <a class="brand" href="/_local/">
            Loket <span>op deze computer</span>
          </a>
          <nav aria-label="Hulpmiddelen">
            <a href="/_local/inbox">Postvak</a>
            <a href="/">Naar de startpagina</a>
          </nav>
        </div>
      </header>
      <main class="wrap">{children}</main>
    </body>
  </html>
)

const Moment = ({ at }: { at: Date }) => (
  <time datetime={at.toISOString()}>
    {dayInWords(at)}, {timeInWords(at)}
  </time>
)

interface IndexProps {
  now: Date
  ses: number
  links: readonly LocalLink[]
  people: readonly string[]
  problem?: string
}

const hour = 3_600_000
const steps = [
  { text: '1 uur verder', ms: hour },
  { text: '1 dag verder', ms: 24 * hour },
  { text: '1 week verder', ms: 7 * 24 * hour },
]

export const IndexPage = ({ now, ses, links, people, problem }: IndexProps) => (
  <Page title={problem ? 'Fout: hulpmiddelen' : 'Hulpmiddelen'}>
    <h1>Hulpmiddelen</h1>
    <p class="lead">Alles hier bestaat alleen op uw eigen computer. Er vertrekt geen echte mail.</p>
    {problem && (
      <div class="problem" role="alert">
        <h2>Er is een probleem</h2>
        <p>{problem}</p>
      </div>
    )}
    <div class="grid">
      <section class="card">
        <h2>Pagina’s</h2>
        <ul>
          {links.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </section>
      <section class="card">
        <h2>Postvak</h2>
        <p>Elke mail die Loket verstuurt, leest u hier.</p>
        <p>
          <a href="/_local/inbox">Open het postvak</a> · <a href="/_local/mails">als JSON</a>
        </p>
      </section>
      <section class="card">
        <h2>Wie zich aanmeldt</h2>
        <p>
          Via <a href="/werkruimte">de werkruimte</a> meldt u zich aan als:
        </p>
        <ul>
          {people.map((person) => (
            <li key={person}>{person}</li>
          ))}
        </ul>
      </section>
      <section class="card">
        <h2>Klok</h2>
        <p class="now">
          <Moment at={now} />
        </p>
        <div class="row">
          {steps.map(({ text, ms }) => (
            <form key={text} method="post" action="/_local/clock">
              <input type="hidden" name="now" value={new Date(now.getTime() + ms).toISOString()} />
              <button class="btn plain" type="submit">
                {text}
              </button>
            </form>
          ))}
        </div>
        <form method="post" action="/_local/clock">
          <label for="now">Ander tijdstip</label>
          <small id="now-hint">In ISO-vorm, bijvoorbeeld 2021-05-21T21:59:00Z</small>
          <input id="now" name="now" type="text" value={now.toISOString()} aria-describedby="now-hint" />
          <button class="btn" type="submit">
            Zet de klok
          </button>
        </form>
      </section>
      <section class="card">
        <h2>Storing</h2>
        <form method="post" action="/_local/faults">
          <label for="ses">Deel van de mails dat niet vertrekt</label>
          <small id="ses-hint">0 is geen enkele, 1 is elke mail. Loket probeert later opnieuw.</small>
          <input id="ses" name="ses" type="text" inputmode="decimal" value={String(ses)} aria-describedby="ses-hint" />
          <button class="btn" type="submit">
            Stel in
          </button>
        </form>
      </section>
    </div>
  </Page>
)

export const InboxPage = ({ mails }: { mails: readonly Mail[] }) => (
  <Page title="Postvak">
    <h1>Postvak</h1>
    {mails.length === 0 ? (
      <p class="lead">Er is nog geen mail verstuurd.</p>
    ) : (
      <ol class="mails" reversed>
        {mails.toReversed().map((mail) => (
          <li key={mail.id} class="card">
            <h2>
              <a href={`/_local/inbox/${mail.id}`}>{mail.subject || '(zonder onderwerp)'}</a>
            </h2>
            <p class="meta">
              Aan <b>{mail.to.join(', ')}</b> · <Moment at={new Date(mail.at)} />
              {mail.calendar && <span class="tag">agenda</span>}
            </p>
            <p>{snippet(mail.text)}</p>
          </li>
        ))}
      </ol>
    )}
  </Page>
)

export const MailPage = ({ mail }: { mail: Mail }) => (
  <Page title={mail.subject}>
    <p>
      <a href="/_local/inbox">Terug naar het postvak</a>
    </p>
    <h1>{mail.subject || '(zonder onderwerp)'}</h1>
    <dl class="facts">
      <dt>Van</dt>
      <dd>{mail.from}</dd>
      <dt>Aan</dt>
      <dd>{mail.to.join(', ')}</dd>
      <dt>Verstuurd</dt>
      <dd>
        <Moment at={new Date(mail.at)} />
      </dd>
    </dl>
    {mail.html !== '' && (
      <iframe
        title={`Mail: ${mail.subject}`}
        // No scripts; a link may move the whole window, but only when a person clicks it.
        sandbox="allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"
        srcdoc={framedHtml(mail.html)}
      />
    )}
    <details open={mail.html === ''}>
      <summary>Als gewone tekst</summary>
      <pre>
        {linkParts(mail.text).map(({ at, text, href }) =>
          href ? (
            <a key={at} href={href}>
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </pre>
    </details>
    {asksCalendar(mail) && (
      <form class="row" method="post" action="/_local/inbound">
        <input type="hidden" name="mail" value={mail.id} />
        {Object.entries(presses).map(([press, text]) => (
          <button key={press} class="btn plain" type="submit" name="press" value={press}>
            {text} in de agenda
          </button>
        ))}
      </form>
    )}
    {mail.calendar && (
      <details>
        <summary>Agenda</summary>
        <pre>{mail.calendar}</pre>
      </details>
    )}
    <details>
      <summary>Kopregels</summary>
      <dl class="facts">
        {Object.entries(mail.headers).map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </details>
    <p>
      <a href={`/_local/inbox/${mail.id}/mail.eml`}>Download de mail (.eml)</a>
    </p>
  </Page>
)
