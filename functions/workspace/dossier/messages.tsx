/** Pages that say one thing about a dossier: it is not there, it changed, it may not be done, or is it wise? */

import type { Child, FC } from 'hono/jsx'
import type { Person } from '../../../forms/kit/content.ts'
import { roleInWords } from '../../../forms/kit/content.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { Phone } from '../../shared/web/layout.tsx'
import { TypedText } from '../../shared/web/typed-text.tsx'
import { dossierPath, homePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

interface MessageProps extends WorkFrame {
  title: string
  children?: Child
}

const Message: FC<MessageProps> = ({ title, children, ...frame }) => (
  <WorkPage {...frame} title={title} here="aanvragen">
    <h1>{title}</h1>
    {children}
  </WorkPage>
)

/** One answer for what never was, is erased, is another network's or another person's: it tells nobody which. */
export const NotFoundPage: FC<WorkFrame & { texts: readonly string[] }> = ({ texts, ...frame }) => (
  <Message {...frame} title="Deze link werkt niet.">
    <p>Dit dossier bestaat niet, is gewist, of is niet bij u. Kijk na of u de hele link hebt.</p>
    <p>
      Hebt u het nodig voor uw werk? Vraag het aan de coördinator van {frame.network.name}:{' '}
      <Phone number={frame.network.phone} />.
    </p>
    {texts.map((text, index) => (
      <TypedText
        id={`tekst-${index}`}
        label="Wat u schreef, is niet bewaard. Kopieer het als u het nodig hebt."
        text={text}
      />
    ))}
    <p>
      <a class="btn" href={homePath}>
        Naar de aanvragen
      </a>
    </p>
  </Message>
)

interface AboutDossier extends WorkFrame {
  reference: string
}

const Back: FC<{ reference: string }> = ({ reference }) => (
  <p class="row">
    <a class="btn" href={dossierPath(reference)}>
      Bekijk het dossier
    </a>
    <a href={homePath}>Naar de aanvragen</a>
  </p>
)

/** Somebody else was first; what was typed stays in sight, to copy. */
export const ChangedPage: FC<AboutDossier & { takenBy: string | undefined; page: Page; typed: RawInput }> = ({
  reference,
  takenBy,
  page,
  typed,
  ...frame
}) => (
  <Message {...frame} title={takenBy ? `Al genomen door ${takenBy}` : 'Dit dossier is intussen veranderd'}>
    <p class="lead">
      {takenBy
        ? `Iemand gaf dossier ${reference} net aan ${takenBy}. Er is niets gewijzigd door u.`
        : `Iemand anders wijzigde dossier ${reference} net voor u. Er is niets gewijzigd door u.`}
    </p>
    <TypedTextsOf page={page} typed={typed} />
    <Back reference={reference} />
  </Message>
)

/** What was typed and would be a pity to lose. */
const TypedTextsOf: FC<{ page: Page; typed: RawInput }> = ({ page, typed }) =>
  page.questions
    .filter(({ kind, name }) => (kind === 'longText' || kind === 'text') && typed.get(name)?.[0])
    .map(({ name, label }) => (
      <TypedText id={`getypt-${name}`} label={`Wat u schreef: ${label}`} text={typed.get(name)?.[0] ?? ''} />
    ))

export interface RefusedPageProps extends AboutDossier {
  reason: Child
  /** Of what was typed. */
  page: Page
  typed: RawInput
}

/** The table of moves says no. */
export const RefusedPage: FC<RefusedPageProps> = ({ reference, reason, page, typed, ...frame }) => (
  <Message {...frame} title="Dat kan nu niet">
    <p class="lead">{reason}</p>
    <TypedTextsOf page={page} typed={typed} />
    <Back reference={reference} />
  </Message>
)

/** The chosen person's own service is at the table. */
export const OwnServicePage: FC<
  AboutDossier & { chosen: Person; involved: string; action: string; hidden: Readonly<Record<string, string>> }
> = ({ reference, chosen, involved, action, hidden, ...frame }) => {
  const path = `${dossierPath(reference)}/${action}`
  return (
    <Message {...frame} title={`Deze ${roleInWords[chosen.role]} werkt bij een betrokken dienst. Toch toewijzen?`}>
      <p class="lead">
        {`${chosen.name} werkt bij ${chosen.employer}. In de aanvraag staat `}
        <bdi>{`“${involved}”`}</bdi>.
      </p>
      <p>De cliënt verwacht iemand die voor geen van de diensten aan tafel spreekt.</p>
      <form method="post" action={path}>
        {Object.entries({ ...hidden, persoon: chosen.id, toch: 'ja' }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="row">
          <a class="btn" href={path}>
            Kies iemand anders
          </a>
          <button class="btn plain" data-next>
            Toch toewijzen
          </button>
        </div>
      </form>
    </Message>
  )
}
