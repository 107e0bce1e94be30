/** All that is kept of one request, opened: for the page that shows it and the file that takes it along. */
import type { NetworkContent } from '../../../forms/kit/content.ts'
import { type Asker, answerPassages, answersAlong, leftOut, type Passage } from '../../../forms/kit/passages.ts'
import { isOpenTask } from '../../../forms/kit/tasks/own-tasks.ts'
import type { KeptListView } from '../../shared/store/consultations.ts'
import type { KeptConsultation } from '../../shared/store/dossier-file.ts'
import { isCall } from '../../shared/store/logbook.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { createPersonalData } from '../../shared/store/personal-data.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { findInNetwork } from '../dossier/access.ts'
import type { OpenLine } from '../dossier/open-line.ts'
import type { OpenedTask } from '../dossier/open-task.ts'
import { type OpenedDossier, openedOf } from '../dossier/opened.ts'
import { endInWords } from '../dossier/task-words.ts'
import { doerOf, nameOf } from '../dossier/words.ts'
import { fateOf, mailInWords, moment, recipientInWords } from '../mail-words.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { exportOfOverleg, type OpenKept, openKept, overlegPassages } from './kept-overleg.ts'
import { exportOfPlan, type OpenKeptPlan, openKeptPlan, planPassages } from './kept-plan.ts'
import { whyListed, whyLooked } from './who-looked.ts'

export interface Kept {
  view: OpenedDossier
  /** Who looked at it, oldest first. */
  consultations: readonly KeptConsultation[]
  /** Who saw it as a line of a list, of the people the network has now; oldest first. */
  listViews: readonly KeptListView[]
  /** Its overlegs, the first one first. */
  overlegs: readonly OpenKept[]
  /** Absent where there is none. */
  plan?: OpenKeptPlan | undefined
  /** Names of what else is stored of it. */
  others: readonly string[]
}

export type KeptDeps = Pick<
  WorkspaceDeps,
  | 'belongings'
  | 'overlegs'
  | 'actionPlans'
  | 'dossierFiles'
  | 'dossiers'
  | 'dossierMails'
  | 'addresses'
  | 'unseal'
  | 'open'
  | 'consultations'
  | 'contents'
  | 'now'
>

/** Undefined when it never was, is erased, or is another network's. */
export async function keptOf(
  deps: KeptDeps,
  { network, content, person }: Pick<SignedIn['Variables'], 'network' | 'content' | 'person'>,
  reference: string,
): Promise<Kept | undefined> {
  const found = await findInNetwork(deps.dossierFiles, network, reference, deps.now())
  if (!found) return undefined
  const { receivedAt } = found.file.dossier
  const people = content.people.map(({ id }) => id)
  const [view, ofDraft, consultations, listViews, overlegs, others] = await Promise.all([
    openedOf(deps, found, { content, person }, deps.now()),
    // The link that was mailed to go on later, before it was sent.
    deps.dossierMails.list(found.file.dossier.origin, deps.now()),
    deps.open(createPersonalData).consultations(reference, deps.now()),
    deps.consultations.inLists({ reference, receivedAt, network: network.slug, people }, deps.now()),
    deps.overlegs.all(reference, deps.now()).then((all) => Promise.all(all.map((one) => openKept(deps, one)))),
    deps.belongings.others(reference),
  ])
  const plan = await openKeptPlan(deps, reference, overlegs)
  return { view: { ...view, mails: [...ofDraft, ...view.mails] }, consultations, listViews, overlegs, plan, others }
}

export const mailLine = (mail: OutboxItem, content: NetworkContent, now: Date) => ({
  soort: mailInWords(mail.notification),
  aan: recipientInWords(mail.notification, content),
  gepland: mail.plannedAt,
  verstuurd: mail.sentAt ?? null,
  stand: fateOf(mail, now).text,
})

/** Whatever a person decides about, of one request. `of`: whose it is, where the form says so. */
export interface KeptPassage extends Pick<Passage, 'key' | 'where' | 'text'> {
  of?: Passage['of']
}

/** What people typed, each piece with what it says; of overlegs and the plan, what there is. */
export const passagesOf = ({
  view: { service, answers = {}, lines, tasks, address, phone },
  overlegs,
  plan,
}: Kept): KeptPassage[] => [
  ...(address === undefined
    ? []
    : [{ key: addressKey, where: 'het e-mailadres van de aanvrager', text: address, of: 'aanvrager' as const }]),
  ...(phone === undefined
    ? []
    : [{ key: phoneKey, where: 'het nummer dat de aanvrager later gaf', text: phone, of: 'aanvrager' as const }]),
  ...answerPassages(service, answers),
  ...lines.filter(({ kind }) => !isCall(kind)).map(passageOfNote),
  ...tasks.map(passageOfTask),
  ...overlegs.flatMap((one) =>
    overlegPassages(one).map(([key, text]) => ({ key, where: `van ${one.overleg.noun} ${one.overleg.number}`, text })),
  ),
  ...(plan ? planPassages.map(([key, text]) => ({ key, where: 'van het plan van aanpak', text })) : []),
]

const addressKey = 'adres'
const phoneKey = 'nummer'
const noteKey = (id: string): string => `n.${id}`
const passageOfNote = ({ id, at, kind, text = '', earlier = [] }: OpenLine): KeptPassage => ({
  key: noteKey(id),
  ...(kind === 'toevoeging'
    ? { where: `in wat de aanvrager toevoegde op ${moment(new Date(at))}`, of: 'aanvrager' as const }
    : { where: `in een notitie van ${moment(new Date(at))}` }),
  text: [text, ...earlier.map((before) => `Eerst stond er: ${before.text}`)].join('\n'),
})

const taskKey = (id: string): string => `t.${id}`
const passageOfTask = ({ id, at, text }: OpenedTask): KeptPassage => ({
  key: taskKey(id),
  where: `in een taak van ${moment(new Date(at))}`,
  text,
})

/** The passages that are of whoever asks. */
export const ownOf = (kept: Kept, asker: Asker): Set<string> =>
  new Set(
    passagesOf(kept)
      .filter(({ of }) => of === asker)
      .map(({ key }) => key),
  )

/** What of one request goes along: passages by their key, and the names of who looked. */
export interface Along {
  passages: ReadonlySet<string>
  named?: boolean
}

/** How many passages do not go along. */
export const countLeftOut = (kept: Kept, { passages }: Along): number =>
  passagesOf(kept).filter(({ key }) => !passages.has(key)).length

const exportOfTask = (view: OpenedDossier, task: OpenedTask, along: ReadonlySet<string>) => ({
  op: task.at,
  wie: doerOf(view, { who: task.by, for: task.for }),
  voor: nameOf(view.content, task.person),
  tegen: task.on,
  tekst: along.has(taskKey(task.id)) ? task.text : leftOut,
  stand: isOpenTask(view.dossier, task.id) ? 'open' : endInWords(view, task),
})

/**
 * One request as the person gets it: everything of it, nothing sealed, and no way to what is another's. Of who looked, when and why; who
 * that was only where somebody decided so (GDPR art. 15; Court of Justice, C-579/21).
 */
export function exportOf({ view, consultations, listViews, overlegs, plan, others }: Kept, along: Along) {
  const { service, content, dossier, answers, address, phone, lines, tasks, mails, history, now } = view
  const { form } = service
  // The sealed copy of what a list shows is among the answers already; whose turn it is with a task stands with that task; a number is opened.
  const { listed: _l, tasks: _t, phone: _p, related, ...open } = dossier
  const named = (who: string) => (along.named ? { wie: nameOf(content, who) } : {})
  return {
    referentie: dossier.reference,
    formulier: form.name,
    open,
    // Another dossier is of another person: how many there are, not which.
    verwanteDossiers: related.length,
    antwoorden: answers ? answersAlong(service, answers, along.passages) : null,
    adres: address === undefined || along.passages.has(addressKey) ? (address ?? null) : leftOut,
    ...(phone === undefined ? {} : { nummer: along.passages.has(phoneKey) ? phone : leftOut }),
    logboek: lines.map((line) => {
      const goes = isCall(line.kind) || along.passages.has(noteKey(line.id))
      return {
        op: line.at,
        wie: doerOf(view, line),
        soort: line.kind,
        tekst: goes ? line.text : leftOut,
        eerder: line.earlier?.map(({ text }) => (goes ? text : leftOut)),
      }
    }),
    ...(tasks.length > 0 ? { taken: tasks.map((task) => exportOfTask(view, task, along.passages)) } : {}),
    mails: mails.map((mail) => mailLine(mail, content, now)),
    geschiedenis: history.map(({ who, related: _r, ...line }) => ({
      wie: doerOf(view, { who, ...line }),
      ...line,
    })),
    raadplegingen: consultations.map((one) => ({ op: one.at, reden: whyLooked(content, one), ...named(one.who) })),
    // Of whoever works for the network now: views of lists are kept beside the person.
    gezienInLijst: listViews.map(({ at, who, list }) => ({
      op: at,
      lijst: list,
      reden: whyListed(list),
      ...named(who),
    })),
    ...(overlegs.length > 0 ? { overleggen: overlegs.map((one) => exportOfOverleg(one, along.passages)) } : {}),
    ...(plan ? { plan: exportOfPlan(plan, along.passages) } : {}),
    // What no part above knows: by name, so that somebody asks for it.
    ...(others.length > 0 ? { overige: others } : {}),
  }
}
