/** Everything that is kept of one request, for who asks: nothing is left out, nothing can be done with it here but erase. */
import type { Child, FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import { isOpenTask } from '../../../forms/kit/tasks/own-tasks.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dayInWords } from '../../../forms/kit/time.ts'
import type { KeptLine } from '../../shared/store/audit.ts'
import { isCall } from '../../shared/store/logbook.ts'
import { dataPath, dossierPath, exportPath, keptPath } from '../../shared/work-paths.ts'
import { AnswersPart } from '../dossier/answers-part.tsx'
import { endInWords } from '../dossier/task-words.ts'
import { callsInWords, doerOf, historyInWords, nameOf } from '../dossier/words.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { fateOf, mailInWords, moment, recipientInWords } from '../mail-words.ts'
import type { Kept } from './kept.ts'
import { LivesOn } from './lives-on.tsx'
import { OverlegParts } from './overleg-part.tsx'
import { PlanPart } from './plan-part.tsx'
import { whyListed, whyLooked } from './who-looked.ts'

export const KeptPage: FC<WorkFrame & { kept: Kept }> = ({ kept, ...frame }) => {
  const { view, consultations, listViews, overlegs, plan } = kept
  const { service, content, dossier, address, lines, tasks, mails, history, now } = view
  const { network } = service
  const path = keptPath(dossier.reference)
  return (
    <WorkPage {...frame} title={`Wat we bewaren van ${dossier.reference}`} here="gegevens">
      <p class="eyebrow">
        <a href={dataPath}>Persoonsgegevens</a>
      </p>
      <h1>
        Wat we bewaren van <span class="reference">{dossier.reference}</span>
      </h1>
      <div class="row">
        <a class="btn" href={exportPath(dossier.reference)}>
          Neem mee als bestand
        </a>
        <a class="btn warn" href={`${path}/wissen`}>
          Wis alles
        </a>
        <a href={dossierPath(dossier.reference)}>Open het dossier</a>
      </div>
      <section class="answers">
        <div class="answers-head">
          <h2>Open deel</h2>
        </div>
        <dl>
          {openFacts(kept).map(([name, text]) => (
            <div>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div>
            <dt>E-mailadres</dt>
            <dd>{address ? <bdi>{address}</bdi> : 'Geen'}</dd>
          </div>
        </dl>
      </section>
      <AnswersPart view={view} />
      <OverlegParts overlegs={overlegs} />
      <PlanPart kept={plan} />
      <Part title="Contact en notities" count={lines.length} empty="Niets genoteerd.">
        {lines.map((line) => (
          <li>
            {isCall(line.kind) ? callsInWords[line.kind] : <bdi class="written">{line.text ?? ''}</bdi>}
            {line.earlier?.map(({ text }) => (
              <>
                <br />
                Eerst stond er: <bdi class="written">{text}</bdi>
              </>
            ))}
            <span class="hint">{` ${doerOf(view, line)}, ${moment(new Date(line.at))}`}</span>
          </li>
        ))}
      </Part>
      <Part title="Taken" count={tasks.length} empty="Geen taken.">
        {tasks.map((task) => (
          <li>
            <bdi class="written">{task.text}</bdi>
            <span class="hint">{` ${doerOf(view, { who: task.by, for: task.for })}, ${moment(new Date(task.at))}, ${isOpenTask(dossier, task.id) ? `voor ${nameOf(content, task.person)}` : endInWords(view, task)}`}</span>
          </li>
        ))}
      </Part>
      <Part title="Mails" count={mails.length} empty="Geen mails.">
        {mails.map((mail) => (
          <li>
            {`${mailInWords(mail.notification)} aan ${recipientInWords(mail.notification, content)}`}
            <span class="hint">{` ${fateOf(mail, now).text}`}</span>
          </li>
        ))}
      </Part>
      <Part title="Wie deed wat" count={history.length} empty="Niets.">
        {history.map((line) => (
          <li>
            {historyInWords(service, content, line).text}
            <span class="hint">{` ${doerOf(view, line)}, ${moment(new Date(line.at))}`}</span>
          </li>
        ))}
      </Part>
      <Part title="Wie keek" count={consultations.length} empty="Niemand.">
        {consultations.map((one) => (
          <li>
            {moment(new Date(one.at))}
            <span class="hint">{` ${whyLooked(content, one)}`}</span>
          </li>
        ))}
      </Part>
      <Part title="Wie zag het in een lijst" count={listViews.length} empty="Niemand.">
        {seenInLists(listViews).map(({ list, times, last }) => (
          <li>
            {capitalised(whyListed(list))}
            <span class="hint">{` ${times === 1 ? '1 keer' : `${times} keer`}, het laatst op ${moment(new Date(last))}`}</span>
          </li>
        ))}
      </Part>
      <p class="hint">
        Wanneer en waarom, en meestal niet wie: dat staat alleen in het bestand, als iemand daar een reden voor heeft.
        Van wie niet meer voor {network.name} werkt, staan de lijsten er niet bij. Het bestand heeft elke keer apart.
      </p>
    </WorkPage>
  )
}

const Part: FC<{ title: string; count: number; empty: string; children?: Child }> = (props) => (
  <section class="lw-block">
    <h2>{props.title}</h2>
    {props.count > 0 ? <ul class="lines">{props.children}</ul> : <p>{props.empty}</p>}
  </section>
)

/** One line per list: lists are opened many times a day. */
function seenInLists(views: Kept['listViews']) {
  const seen = new Map<string, { list: Kept['listViews'][number]['list']; times: number; last: string }>()
  for (const { list, at } of views) seen.set(list, { list, times: (seen.get(list)?.times ?? 0) + 1, last: at })
  return [...seen.values()]
}

function openFacts({ view: { service, content, dossier } }: Kept): [string, string][] {
  const { form } = service
  const state = form.lifecycle.states.find(({ name }) => name === dossier.state)
  const facts: [string, string | undefined][] = [
    ['Formulier', form.name],
    ['Ontvangen', moment(new Date(dossier.receivedAt))],
    ['Stand', state?.label],
    ['Bij wie', dossier.holder && nameOf(content, dossier.holder)],
    ['Uitkomst', dossier.outcome],
    ['Verplaatst naar', dossier.movedTo && `${dossier.movedTo.name}, ${dossier.movedTo.reference}`],
    ['Wordt vanzelf gewist op', dossier.ttl === undefined ? undefined : dayInWords(new Date(dossier.ttl * 1000))],
    ['Verwante dossiers', dossier.related.join(', ') || undefined],
    [
      'Voor de jaarcijfers, zonder naam',
      Object.entries(dossier.trend)
        .map(([name, value]) => `${name}: ${[value].flat().join(', ')}`)
        .join('; ') || undefined,
    ],
  ]
  return facts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))
}

/** What is left once it is gone: that it was erased, by whom and when. */
export const ErasedPage: FC<WorkFrame & { content: NetworkContent; reference: string; erasure: KeptLine }> = ({
  content,
  reference,
  erasure,
  ...frame
}) => (
  <WorkPage {...frame} title={`${reference} is gewist`} here="gegevens">
    <h1>
      <span class="reference">{reference}</span> is gewist
    </h1>
    <p>{`Gewist door ${nameOf(content, erasure.who)}, ${moment(new Date(erasure.at))}.`}</p>
    <p>
      De aanvraag, de antwoorden, de notities, het adres en de mails zijn weg. De link van de aanvrager zegt dat nu ook.
      {` Alleen wie wat deed, bewaren we nog ${frame.network.retention.audit} dagen, zonder gegevens van de aanvrager of de cliënt.`}
    </p>
    {erasure.movedTo && (
      <div class="note">
        <p>
          <LivesOn own={frame.network} copy={erasure.movedTo} />
        </p>
      </div>
    )}
    <p>
      <a class="btn" href={dataPath}>
        Zoek nog iets
      </a>
    </p>
  </WorkPage>
)

export const NothingPage: FC<WorkFrame> = (frame) => (
  <WorkPage {...frame} title="Niets gevonden" here="gegevens">
    <h1>Niets gevonden</h1>
    <p>{`${frame.network.name} bewaart niets onder deze referentie. Kijk na of ze juist is.`}</p>
    <p>
      <a class="btn" href={dataPath}>
        Zoek opnieuw
      </a>
    </p>
  </WorkPage>
)
