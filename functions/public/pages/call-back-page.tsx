/** "Laat ons u bellen": the road of whoever asks for themselves, perhaps while somebody looks on (docs/decisions/031). */
import type { FC } from 'hono/jsx'
import type { Person } from '../../../forms/kit/content.ts'
import { defaultNeutralPage, type Network } from '../../../forms/kit/network.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { Layout } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'
import { WayOut } from '../../shared/web/way-out.tsx'
import { FormToken, Trap } from './trap.tsx'
import type { OnePageProps } from './vraag-page.tsx'

interface CallBackProps extends OnePageProps {
  people: readonly Person[]
  /** Brussels date: ten laatste. */
  by: string
}

export const CallBackPage: FC<CallBackProps> = ({ assets, service, page, path, token, typed, errors, people, by }) => {
  const { network } = service
  return (
    <Layout assets={assets} network={network} title={page.title} problem={errors.length > 0} leaves>
      <WayOut network={network} />
      <TwoColumns label="Goed om te weten" beside={<GoodToKnow network={network} people={people} by={by} />}>
        <ProblemSummary errors={errors} />
        <h1>{page.title}</h1>
        <p class="lead">{page.intro}</p>
        <form class="sheet lp-bel-mij" method="post" action={path} novalidate>
          <p class="hint">Alleen een nummer en een naam zijn nodig. De rest mag u openlaten.</p>
          <FormToken token={token} />
          {page.questions.map(({ optional: _saidOnceAbove, ...question }) => (
            <QuestionField question={question} context={{ typed, errors }} />
          ))}
          <Trap />
          <button class="btn" data-next>
            Bel mij
          </button>
        </form>
      </TwoColumns>
    </Layout>
  )
}

const GoodToKnow: FC<Pick<CallBackProps, 'people' | 'by'> & { network: Network }> = ({ network, people, by }) => {
  const { name, retention, neutralPage = defaultNeutralPage } = network
  return (
    <>
      <HelpBeside network={network} title="Liever zelf bellen?" />
      <section>
        <h2>Wie belt u?</h2>
        <p>
          {`${callersOf(people)} van ${name}, of wie hen vervangt. Ten laatste op `}
          <b>{dateInWords(by)}</b>.
        </p>
      </section>
      <section>
        <h2>Kijkt er iemand mee?</h2>
        <p>
          {`De knop bovenaan brengt u naar ${neutralPage.name}. Wat u typte, bewaren we dan niet. Deze pagina blijft wel in de geschiedenis van uw toestel staan.`}
        </p>
      </section>
      <section>
        <h2>Wat doen we met uw nummer?</h2>
        <p>
          {`Alleen wij lezen dit. We geven niets door zonder uw akkoord. ${retention.closed} dagen na ons laatste gesprek wissen we het.`}
        </p>
      </section>
    </>
  )
}

/** Names on one line. */
const mostNames = 3

/** Whoever reads what comes in, by name while that is a handful. */
function callersOf(people: readonly Person[]): string {
  const names = people.filter(({ role }) => role === 'coordinator').map(({ name }) => name)
  const last = names.at(-1)
  if (last === undefined || names.length > mostNames) return 'Een medewerker'
  return [...(names.length > 1 ? [names.slice(0, -1).join(', ')] : []), last].join(' of ')
}
