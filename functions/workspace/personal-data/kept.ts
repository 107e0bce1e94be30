/** All that is kept of one request, opened: for the page that shows it and the file that takes it along. */
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { KeptListView } from '../../shared/store/consultations.ts'
import type { KeptConsultation } from '../../shared/store/dossier-file.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { findInNetwork } from '../dossier/access.ts'
import { type DossierView, viewOf } from '../dossier/view.ts'
import { doerOf, nameOf } from '../dossier/words.ts'
import { fateOf, mailInWords, recipientInWords } from '../mail-words.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { exportOfOverleg, type OpenKept, openKept } from './kept-overleg.ts'
import { exportOfPlan, type OpenKeptPlan, openKeptPlan } from './kept-plan.ts'

export interface Kept {
  view: DossierView
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
  | 'personalData'
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
    viewOf(deps, found, { content, person }, deps.now()),
    // The link that was mailed to go on later, before it was sent.
    deps.dossierMails.list(found.file.dossier.origin, deps.now()),
    deps.personalData.consultations(reference, deps.now()),
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

/**
 * One request as the person gets it: everything of it, nothing sealed, and no way to what is another's. `chosen`: what somebody
 * decided goes along of its overlegs and its plan.
 */
export function exportOf(
  { view, consultations, listViews, overlegs, plan, others }: Kept,
  chosen: readonly string[] = [],
) {
  const { service, content, dossier, answers, address, lines, mails, history, now } = view
  const { form } = service
  // The sealed copy of what a list shows is among the answers already.
  const { listed: _l, related, ...open } = dossier
  return {
    referentie: dossier.reference,
    formulier: form.name,
    open,
    // Another dossier is of another person: how many there are, not which.
    verwanteDossiers: related.length,
    antwoorden: answers ?? null,
    adres: address ?? null,
    logboek: lines.map((line) => ({
      op: line.at,
      wie: doerOf(view, line),
      soort: line.kind,
      tekst: line.text,
      eerder: line.earlier?.map(({ text }) => text),
    })),
    mails: mails.map((mail) => mailLine(mail, content, now)),
    geschiedenis: history.map(({ who, related: _r, ...line }) => ({
      wie: doerOf(view, { who, ...line }),
      ...line,
    })),
    raadplegingen: consultations.map(({ at, who }) => ({ op: at, wie: nameOf(content, who) })),
    // Of whoever works for the network now: views of lists are kept beside the person.
    gezienInLijst: listViews.map(({ at, who, list }) => ({ op: at, wie: nameOf(content, who), lijst: list })),
    ...(overlegs.length > 0 ? { overleggen: overlegs.map((one) => exportOfOverleg(one, chosen)) } : {}),
    ...(plan ? { plan: exportOfPlan(plan, chosen) } : {}),
    // What no part above knows: by name, so that somebody asks for it.
    ...(others.length > 0 ? { overige: others } : {}),
  }
}
