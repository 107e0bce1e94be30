/** How whoever asked is reached: masked on the page of their request, corrected on a page of its own, confirmed along a mail. */
import type { FC } from 'hono/jsx'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { mayCorrectReach, reachInWords, reachPage } from '../../../forms/kit/lifecycle/reach.ts'
import type { NotConfirmed } from '../../../forms/kit/lifecycle/reach-step.ts'
import { maskedEmail } from '../../../forms/kit/masked.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { momentInWords } from '../../../forms/kit/time.ts'
import { reachPath } from '../../shared/public-paths.ts'
import type { ReachChange } from '../../shared/store/reach-changes.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { MessagePage } from '../../shared/web/message-page.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'
import { FormToken } from './trap.tsx'

interface AboutReach {
  service: Service
  dossier: Dossier
  /** Of the status page. */
  path: string
}

/** Beside the status page: "Zo bereiken we u". */
export const ReachedAt: FC<AboutReach> = ({ dossier, path }) => {
  const { email, phone } = reachInWords(dossier)
  return (
    <section data-bereikt>
      <h2>Zo bereiken we u</h2>
      <p class="lp-breek">
        {email}
        <br />
        {phone}
      </p>
      {mayCorrectReach(dossier) && (
        <p>
          <a href={reachPath(path)}>Verbeter uw gegevens</a>. Een nieuw adres telt zodra u het daar bevestigt. Het oude
          krijgt een bericht.
        </p>
      )}
    </section>
  )
}

interface ReachPageProps extends Frame, AboutReach {
  /** The last change, while it counts or waits. */
  change: ReachChange | undefined
  token: string
  typed: RawInput
  errors: readonly FieldError[]
}

export const ReachPage: FC<ReachPageProps> = (props) => {
  const { assets, service, dossier, path, change, token, typed, errors } = props
  const { network, form } = service
  const page = reachPage(dossier)
  return (
    <Layout assets={assets} network={network} title={page.title} problem={errors.length > 0}>
      <ProblemSummary errors={errors} />
      <TwoColumns label="Hulp" beside={<HelpBeside network={network} />}>
        <p class="eyebrow">{dossier.reference}</p>
        <h1>{page.title}</h1>
        {errors.length === 0 && <Changed change={change} />}
        <p class="lead">Vul alleen in wat verandert. We tonen uw adres en uw nummer nooit helemaal.</p>
        <form class="sheet" method="post" action={reachPath(path)} novalidate>
          {page.questions.map((question) => (
            <QuestionField question={question} context={{ typed, errors }} />
          ))}
          <FormToken token={token} />
          <div class="row">
            <button class="btn">Verbeter</button>
            <a href={path}>{`Terug naar uw ${form.noun}`}</a>
          </div>
        </form>
      </TwoColumns>
    </Layout>
  )
}

/** What was asked last, so that a typing error in it shows. */
const Changed: FC<{ change: ReachChange | undefined }> = ({ change }) => {
  if (!change || change.done) return null
  const until = new Date(change.ttl * 1000)
  return (
    <div class="done" role="status" data-gevraagd>
      {change.email === undefined ? (
        <p>Bewaard. We bellen u voortaan op het nieuwe nummer.</p>
      ) : (
        <p>
          We mailden naar <b class="lp-breek">{maskedEmail(change.email)}</b>.{' '}
          {`Open die mail en bevestig het adres, ten laatste op ${momentInWords(until)}. Tot dan telt uw oude adres. Klopt dit adres niet? Vul het hieronder opnieuw in.`}
        </p>
      )}
    </div>
  )
}

interface ConfirmProps extends Frame {
  service: Service
  reference: string
  path: string
}

/** The mailed link: mail scanners open it too, so only the button confirms. */
export const ConfirmPage: FC<ConfirmProps> = ({ assets, service, reference, path }) => (
  <Layout assets={assets} network={service.network} title="Bevestig dit adres">
    <p class="eyebrow">{reference}</p>
    <h1>Bevestig dit adres</h1>
    <p class="lead">{`We mailen u dan voortaan hier over uw ${service.form.noun}. Het oude adres krijgt daar een bericht van.`}</p>
    <form method="post" action={path}>
      <button class="btn" data-next>
        Ja, mail mij op dit adres
      </button>
    </form>
    <p>
      Zegt dit u niets? Dan hoeft u niets te doen. Vragen? Bel <Phone number={service.network.phone} />.
    </p>
  </Layout>
)

export const ConfirmedPage: FC<Omit<ConfirmProps, 'path'>> = ({ assets, service, reference }) => (
  <MessagePage assets={assets} network={service.network} title="Dit adres telt nu.">
    <p class="lead">
      {`We mailden u een nieuwe link om uw ${service.form.noun} te volgen. De links in vroegere mails werken niet meer.`}
    </p>
    <p class="reference" data-reference={reference}>
      {reference}
    </p>
  </MessagePage>
)

const notConfirmed: Record<NotConfirmed, { title: string; text: string }> = {
  over: { title: 'Deze link is verlopen.', text: 'Een nieuw adres kunt u drie dagen lang bevestigen.' },
  newer: { title: 'Deze link werkt niet meer.', text: 'Er kwam later een ander adres.' },
  closed: { title: 'Deze link werkt niet meer.', text: 'Hierover mailen we niet meer.' },
}

export const NotConfirmedPage: FC<Frame & { service: Service; reason: NotConfirmed }> = (props) => (
  <MessagePage assets={props.assets} network={props.service.network} title={notConfirmed[props.reason].title}>
    <p class="lead">{`${notConfirmed[props.reason].text} Er is niets veranderd.`}</p>
  </MessagePage>
)
