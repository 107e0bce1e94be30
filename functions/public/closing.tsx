/** A form that its network closed for a while: nothing is taken in, and what is filled in is kept until it is open again. */
import type { FC } from 'hono/jsx'
import type { ClosedForm } from '../../forms/kit/content-schema.ts'
import type { Service } from '../../forms/kit/form.ts'
import { closureOf, isClosed, keptUntil, opensOn } from '../../forms/kit/manage/closed-form.ts'
import { dateInWords } from '../../forms/kit/time.ts'
import { callBackPath, vraagPath } from '../shared/public-paths.ts'
import type { Frame } from '../shared/web/layout.tsx'
import { MessagePage } from '../shared/web/message-page.tsx'
import type { PublicDeps } from './deps.ts'

type Deps = Pick<PublicDeps, 'contents' | 'now'>

/** What its coordinator said of it, today or for later; from what a process keeps for half a minute. */
const closureFor = async ({ contents, now }: Deps, { network, form }: Service) =>
  closureOf(await contents.of(network), form.slug, now())

/** The closure that holds now. */
export async function closedNow(deps: Deps, service: Service): Promise<ClosedForm | undefined> {
  const closed = await closureFor(deps, service)
  return closed && isClosed(closed, deps.now()) ? closed : undefined
}

/** Until when a draft that is kept now can be read, and when that is. */
export async function untilFor(deps: Deps, service: Service, days = service.network.retention.draft) {
  const now = deps.now()
  return { now, expiresAt: keptUntil(await closureFor(deps, service), now, days) }
}

interface ClosedFormProps extends Frame {
  service: Service
  closed: ClosedForm
  /** Of a draft: "dinsdag 2 maart 2027 om 10.42 uur", and its address. */
  kept?: { until: string; path: string }
}

export const ClosedFormPage: FC<ClosedFormProps> = ({ assets, service, closed, kept }) => {
  const { network, form } = service
  return (
    <MessagePage assets={assets} network={network} title="Dit formulier is even dicht.">
      <div data-outcome="dicht">
        <p class="lead">
          {`${form.name}: dicht van ${dateInWords(closed.from)} tot en met ${dateInWords(closed.until)}. Vanaf ${dateInWords(opensOn(closed))} kunt u hier weer terecht.`}
        </p>
        {kept && (
          <p role="alert">
            {`Er is niets verstuurd. We bewaren wat u invulde tot ${kept.until}. Kom dan terug op dit toestel, of `}
            <a href={`${kept.path}/later`}>mail uzelf een link</a>.
          </p>
        )}
        <h2>Wie helpt u intussen?</h2>
        {closed.text.split(/\n+/).map((line) => (
          <p>{line}</p>
        ))}
        <p class="row">
          <a class="btn plain" href={vraagPath(service)}>
            Stel uw vraag aan de coördinator
          </a>
          <a href={callBackPath(network)}>Gaat het over uzelf? Laat ons u bellen</a>
        </p>
      </div>
    </MessagePage>
  )
}
