/** Attests of who was there, to print or to mail where they are; and whether the code of one is right. */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { type Attest, attestMail, attestUntil } from '../../../forms/kit/events/attest.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { rowId } from '../../../forms/kit/events/presence.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { AttestSheet } from '../../shared/web/attest-sheet.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { TextField } from '../../shared/web/text-field.tsx'
import { attendancePath } from '../../shared/work-paths.ts'
import { actsAtOnceWords } from '../at-once.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { Done, Page } from './pages.tsx'
import { PrintPart } from './print-part.tsx'

export interface WithCode {
  attest: Attest
  code: string
}

interface AttestsProps extends WorkFrame {
  event: LoketEvent
  attests: readonly WithCode[]
  /** The attest of one person only. */
  one: boolean
  /** How many were not mailed yet, and how many were. */
  toMail: number
  mailed: number
  done: string | undefined
}

export const AttestsPage: FC<AttestsProps> = (props) => {
  const { event, attests, one, done, toMail, mailed, ...frame } = props
  const here = attendancePath(event, 'attesten')
  return (
    <WorkPage {...frame} title="Attesten" here="activiteiten" overleg printable>
      <PrintPart
        title={one ? 'Attest' : 'Attesten'}
        back={one ? here : attendancePath(event)}
        button={one ? 'Druk dit attest' : 'Druk alle attesten'}
      >
        <Done text={done} />
        {attests.length === 0 && <p>Er is nog niemand aangevinkt als aanwezig. Vink eerst aan wie er was.</p>}
        {!one && attests.length > 0 && (
          <>
            <MailPart {...{ event, toMail, mailed }} />
            <nav aria-label="Attest van één persoon">
              <ul class="lp-namen">
                {attests.map(({ attest: { invitee, who, naam } }) => (
                  <li>
                    <a href={`${here}?wie=${rowId(invitee.id, who)}`}>
                      <bdi>{naam ?? 'Zonder naam'}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </>
        )}
      </PrintPart>
      {attests.map((attest) => (
        <AttestSheet event={event} network={frame.network} {...attest} />
      ))}
    </WorkPage>
  )
}

const MailPart: FC<Pick<AttestsProps, 'event' | 'toMail' | 'mailed'>> = ({ event, toMail, mailed }) => (
  <section class="lw-block">
    <h2>Mail de attesten</h2>
    <p>
      <strong>{attestMail.heading}</strong>
    </p>
    {attestMail.paragraphs.map((text) => (
      <p>{text}</p>
    ))}
    <p>{attestMail.closing(attestUntil(event))}</p>
    <p class="hint">
      {`Ieder krijgt één mail, met een eigen link. Wie geen e-mailadres gaf of geen mails meer wil, krijgt er geen. ${mailed > 0 ? `Al gemaild: ${mailed}. ` : ''}${actsAtOnceWords}`}
    </p>
    {toMail > 0 && (
      <form method="post" action={attendancePath(event, 'attesten')}>
        <button class="btn" data-next>{`Mail ${counted(toMail, 'mens', 'mensen')} hun attest`}</button>
      </form>
    )}
  </section>
)

interface CheckProps extends WorkFrame {
  event: LoketEvent
  code: string
  errors: readonly FieldError[]
  /** Whose attest it is; null when it is of nobody; undefined when nothing was asked. */
  found: Attest | null | undefined
}

export const CheckPage: FC<CheckProps> = ({ event, code, errors, found, ...frame }) => (
  <Page
    {...frame}
    title="Is dit attest echt?"
    above={event.titel}
    back={attendancePath(event)}
    problem={errors.length > 0}
  >
    <ProblemSummary errors={errors} />
    <h1>Is dit attest echt?</h1>
    {found !== undefined && (
      <div class="done" role="status" data-echt={found ? 'ja' : 'nee'}>
        <p>
          {found ? (
            <>
              {'Ja. Deze code is van '}
              <b>
                <bdi>{[found.naam ?? 'iemand zonder naam', found.organisatie].filter(Boolean).join(', ')}</bdi>
              </b>
              .
            </>
          ) : (
            'Nee. Voor deze activiteit is er geen attest met deze code. Lees de code nog eens na.'
          )}
        </p>
      </div>
    )}
    <p>{`De code staat onderaan op het attest. Nakijken kan tot en met ${attestUntil(event)}: daarna zijn de namen gewist.`}</p>
    <form class="sheet" method="post" action={attendancePath(event, 'nakijken')} novalidate>
      <TextField
        question={{ kind: 'text', name: 'code', label: 'Code op het attest', hint: 'Bijvoorbeeld 15-0B7K', error: '' }}
        context={{ typed: new Map([['code', [code]]]), errors }}
      />
      <button class="btn" data-next>
        Kijk na
      </button>
    </form>
  </Page>
)
