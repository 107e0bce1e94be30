/** What is stored of one dossier, opened: for its page, and for whoever asks what we keep of them. */
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { daysOf } from '../../../forms/kit/network-days.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { KeptLine } from '../../shared/store/audit.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { openAnswers, openPhone } from '../open-answers.ts'
import type { OpenFile } from './access.ts'
import { historyFor } from './alike.ts'
import { type OpenLine, openLine } from './open-line.ts'
import { type OpenedTask, openTask } from './open-task.ts'
import { type Doers, elsewhereOf } from './words.ts'

export interface OpenedDossier {
  service: Service
  /** Of the dossier's network. */
  content: NetworkContent
  /** Of the networks that somebody else who acted on it works for, by slug. */
  elsewhere: Doers['elsewhere']
  dossier: Dossier
  /** Absent once erased. */
  answers?: Answers
  lines: readonly OpenLine[]
  /** Its own tasks, those that are done or stopped too. */
  tasks: readonly OpenedTask[]
  history: readonly KeptLine[]
  mails: readonly OutboxItem[]
  /** Where mail to the applicant goes now. */
  address?: string | undefined
  /** The number they gave since, in E.164. */
  phone?: string | undefined
  now: Date
}

/** Who looks. */
export interface Looking {
  person: Person
  content: NetworkContent
}

export type OpenedDeps = Pick<WorkspaceDeps, 'unseal' | 'dossierMails' | 'contents'>

/** The view is written down before. */
export async function openedOf(
  deps: OpenedDeps,
  { service, file }: OpenFile,
  { person, content }: Looking,
  now: Date,
): Promise<OpenedDossier> {
  const { dossier, sealed, lines, tasks } = file
  const { reference } = dossier
  const history = historyFor(person, file)
  const [answers, phone, openLines, openTasks, { mails, address }, elsewhere] = await Promise.all([
    sealed === undefined ? undefined : openAnswers(deps, service, { reference, sealed }),
    openPhone(deps, dossier),
    Promise.all(lines.map((line) => openLine(deps, reference, line))),
    Promise.all(tasks.map((task) => openTask(deps, reference, task))),
    deps.dossierMails.withAddress(reference, { now, days: daysOf(service.network, content) }),
    elsewhereOf(deps, service.network, [...lines, ...history]),
  ])
  return {
    ...{ service, content, elsewhere, dossier, history, mails, address, phone, now },
    ...(answers ? { answers } : {}),
    ...{ lines: openLines, tasks: openTasks },
  }
}
