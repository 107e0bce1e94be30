/** The pages of the local OpenID provider: what a coordinator's organisation would show. Self-contained, without script. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { style } from './page-style.ts'

const Page = ({ title, children }: { title: string; children: Child }) => (
  <html lang="nl-BE">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title} – Aanmelddienst van deze computer</title>
      <style>{raw(style)}</style>
    </head>
    <body>
      <header class="top">
        <div class="wrap">
          <span class="brand">
            Aanmelddienst <span>van deze computer</span>
          </span>
        </div>
      </header>
      <main class="wrap">{children}</main>
    </body>
  </html>
)

/** Fields of the form below. */
export const personField = 'persoon'
export const weakField = 'zonder_tweede_factor'

interface ChooseProps {
  action: string
  people: readonly string[]
}

const ChoosePage = ({ action, people }: ChooseProps) => (
  <Page title="Wie bent u?">
    <h1>Wie bent u?</h1>
    <p class="lead">Op deze computer kiest u zelf. In het echt meldt u aan bij uw eigen organisatie.</p>
    <form method="post" action={action}>
      {people.map((person) => (
        <p>
          <button class="btn" name={personField} value={person}>
            {`Meld aan als ${person}`}
          </button>
        </p>
      ))}
      <p>
        <label>
          <input type="checkbox" name={weakField} value="ja" /> Met alleen een wachtwoord, zonder tweede stap
        </label>
      </p>
      <p>
        <button class="btn plain">Breek af</button>
      </p>
    </form>
  </Page>
)

const ProblemPage = ({ back }: { back: string }) => (
  <Page title="Aanmelden is niet gelukt">
    <h1>Aanmelden is niet gelukt</h1>
    <p class="lead">Deze aanmelding is verlopen, of ze hoort bij een ander venster.</p>
    <p>
      <a href={back}>Begin opnieuw</a>
    </p>
  </Page>
)

export const choosePage = (props: ChooseProps): string => `<!doctype html>${<ChoosePage {...props} />}`
export const problemPage = (back: string): string => `<!doctype html>${<ProblemPage back={back} />}`
