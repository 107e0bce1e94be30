/** Stopping half-way: a link by mail to go on later, or everything wiped from a shared computer. */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { emailError } from '../../../forms/kit/questions/common-pages.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { momentInWords } from '../../../forms/kit/time.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { Trap } from './trap.tsx'

/** The one question of the page: where to mail the link. */
export const laterQuestion: TextQuestion = {
  kind: 'email',
  name: 'email',
  label: 'Naar welk e-mailadres mailen we de link?',
  hint: 'Uw eigen werkadres. Geen gedeelde mailbox: wie de link heeft, kan uw antwoorden lezen.',
  error: emailError,
  autocomplete: 'email',
}

/** Whoever wipes a draft from the list of what is open comes back there. */
export const comesBack = 'terug'

interface LaterProps extends Frame {
  service: Service
  typed: RawInput
  errors: readonly FieldError[]
  draftPath: string
  days: number
}

export const LaterPage: FC<LaterProps> = ({ assets, service, typed, errors, draftPath, days }) => (
  <Layout assets={assets} network={service.network} title="Later verdergaan" problem={errors.length > 0}>
    <ProblemSummary errors={errors} />
    <h1>Later verdergaan</h1>
    <p class="lead">{`Uw antwoorden zijn bewaard. Met de link gaat u binnen ${counted(days, 'dag', 'dagen')} verder, op elk toestel.`}</p>
    <form class="sheet" method="post" action={`${draftPath}/later`} novalidate>
      <QuestionField question={laterQuestion} context={{ typed, errors }} />
      <Trap />
      <div class="row">
        <button class="btn">Mail me de link</button>
        <a href={draftPath}>Ga nu verder</a>
      </div>
    </form>
  </Layout>
)

interface MailedProps extends Frame {
  service: Service
  draftPath: string
  /** Masked; absent where it was asked before that was kept. */
  to: string | undefined
  expiresAt: Date
}

export const MailedPage: FC<MailedProps> = ({ assets, service, draftPath, to, expiresAt }) => (
  <Layout assets={assets} network={service.network} title="De link is onderweg">
    <h1>De link is onderweg</h1>
    {to && (
      <p>
        De mail gaat naar <b class="lp-breek">{to}</b>. Klopt dat niet?{' '}
        <a href={`${draftPath}/later`}>Verbeter het adres</a>.
      </p>
    )}
    <p class="lead">{`Kijk in uw mailbox. U kunt verdergaan tot ${momentInWords(expiresAt)}. Daarna wissen we uw antwoorden.`}</p>
    <p>{`Uw ${service.form.noun} is nog niet verstuurd. U kunt dit venster nu sluiten.`}</p>
    <p>
      <a href={draftPath}>Ga nu verder</a>
    </p>
  </Layout>
)

export const WipePage: FC<Frame & { service: Service; draftPath: string }> = ({ assets, service, draftPath }) => (
  <Layout assets={assets} network={service.network} title="Wis en stop">
    <h1>Wilt u alles wissen?</h1>
    <form class="lp-weg-ermee nu" method="post" action={`${draftPath}/wissen`}>
      <h2>Wis en stop</h2>
      <p>We wissen wat u invulde, en versturen niets. U kunt het niet terughalen.</p>
      <div class="row">
        <button class="btn warn">Ja, wis alles en stop</button>
        <a href={draftPath}>Nee, ga verder</a>
      </div>
    </form>
  </Layout>
)

interface ResumeProps extends Frame {
  service: Service
  path: string
  expiresAt: Date
}

/** The mailed link: mail scanners open it too, so only the button goes on. */
export const ResumePage: FC<ResumeProps> = ({ assets, service, path, expiresAt }) => (
  <Layout assets={assets} network={service.network} title={`Ga verder met uw ${service.form.noun}`}>
    <h1>{`Ga verder met uw ${service.form.noun}`}</h1>
    <p class="lead">{`Uw ${service.form.noun} is nog niet verstuurd. U kunt verdergaan tot ${momentInWords(expiresAt)}.`}</p>
    <form method="post" action={path}>
      <button class="btn" data-next>
        Ga verder
      </button>
    </form>
  </Layout>
)
