/** "Laat ons u bellen": the road of whoever asks for themselves, perhaps while somebody looks on (docs/decisions/031); and its receipt. */
import type { FC } from 'hono/jsx'
import type { Person } from '../../../forms/kit/content.ts'
import { promiseWords, standingOf } from '../../../forms/kit/lifecycle/status.ts'
import { defaultNeutralPage, type Network } from '../../../forms/kit/network.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { Danger, Layout, Phone } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'
import { WayOut } from '../../shared/web/way-out.tsx'
import type { ReceiptProps } from './receipt-page.tsx'
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
          <FormToken token={token} />
          <p class="hint">Alleen een nummer en een naam zijn nodig. De rest mag u openlaten.</p>
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

/** Needs no cookie and shows no answers: so it names neither the number nor the person. */
export const CallBackReceipt: FC<ReceiptProps> = ({ assets, service, dossier, statusPath }) => {
  const { network, form } = service
  const promise = promiseWords(service, standingOf(dossier))
  const title = promise === undefined ? 'U vroeg ons om u te bellen' : 'We bellen u'
  return (
    <Layout assets={assets} network={network} title={title} leaves>
      <WayOut network={network} />
      <TwoColumns label="Intussen" beside={<Meanwhile />}>
        <div class="receipt">
          <h1>{title}</h1>
          <p>
            {promise === undefined ? (
              'Er veranderde iets sinds u dit las. Kijk waar uw vraag staat.'
            ) : (
              <>
                Ten laatste op <b>{dateInWords(dossier.answerBefore)}</b>.
              </>
            )}
          </p>
          <p class="hint">
            Referentie{' '}
            <span class="reference" data-reference={dossier.reference}>
              {dossier.reference}
            </span>
          </p>
        </div>
        {promise !== undefined && form.afterwards.map((sentence) => <p>{sentence}</p>)}
        {statusPath && (
          <p>
            Klopt het nummer niet, of wilt u het niet meer? <a href={statusPath}>Verander het of stop</a>. Dat kan
            altijd.
          </p>
        )}
        <p>
          U krijgt geen mail en geen sms. Hebt u later een vraag? Bel <Phone number={network.phone} /> en zeg de
          referentie.
        </p>
      </TwoColumns>
    </Layout>
  )
}

const Meanwhile: FC = () => (
  <section>
    <h2>Intussen hulp nodig?</h2>
    <p>
      Bel Tele-Onthaal: <a href="tel:106">106</a>, dag en nacht. U hoeft uw naam niet te zeggen.
    </p>
    <p>
      Is er geweld? Bel <a href="tel:1712">1712</a>. <Danger />
    </p>
  </section>
)
