/** All that is kept of one request, opened: for the page that shows it and the file that takes it along. */
import type { Network, Person } from '../../../forms/kit/network.ts'
import type { KeptListView } from '../../shared/store/consultations.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import type { KeptConsultation } from '../../shared/store/personal-data.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { findInNetwork } from '../dossier/access.ts'
import { type DossierView, viewOf } from '../dossier/view.ts'
import { doerOf, nameOf } from '../dossier/words.ts'
import { fateOf, mailInWords, recipientInWords } from '../mail-words.ts'

export interface Kept {
  view: DossierView
  /** Who looked at it, oldest first. */
  consultations: readonly KeptConsultation[]
  /** Who saw it as a line of a list, of the people the network has now; oldest first. */
  listViews: readonly KeptListView[]
  /** Names of what else is stored of it. */
  others: readonly string[]
}

export type KeptDeps = Pick<
  WorkspaceDeps,
  | 'belongings'
  | 'dossierFiles'
  | 'dossiers'
  | 'dossierMails'
  | 'addresses'
  | 'overlegs'
  | 'unseal'
  | 'personalData'
  | 'consultations'
  | 'now'
>

/** Undefined when it never was, is erased, or is another network's. */
export async function keptOf(
  deps: KeptDeps,
  network: Network,
  person: Person,
  reference: string,
): Promise<Kept | undefined> {
  const found = await findInNetwork(deps.dossierFiles, network, reference, deps.now())
  if (!found) return undefined
  const { receivedAt } = found.file.dossier
  const people = network.people.map(({ id }) => id)
  const [view, ofDraft, consultations, listViews, others] = await Promise.all([
    viewOf(deps, found, person, deps.now()),
    // The link that was mailed to go on later, before it was sent.
    deps.dossierMails.list(found.file.dossier.origin, deps.now()),
    deps.personalData.consultations(reference, deps.now()),
    deps.consultations.inLists({ reference, receivedAt, network: network.slug, people }, deps.now()),
    deps.belongings.others(reference),
  ])
  return { view: { ...view, mails: [...ofDraft, ...view.mails] }, consultations, listViews, others }
}

export const mailLine = (mail: OutboxItem, network: Network, now: Date) => ({
  soort: mailInWords(mail.notification),
  aan: recipientInWords(mail.notification, network),
  gepland: mail.plannedAt,
  verstuurd: mail.sentAt ?? null,
  stand: fateOf(mail, now).text,
})

/** One request as the person gets it: everything of it, nothing sealed, and no way to what is another's. */
export function exportOf({ view, consultations, listViews, others }: Kept) {
  const { service, dossier, answers, address, lines, mails, history, now } = view
  const { network, form } = service
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
    logboek: lines.map((line) => ({ op: line.at, wie: doerOf(network, line), soort: line.kind, tekst: line.text })),
    mails: mails.map((mail) => mailLine(mail, network, now)),
    geschiedenis: history.map(({ who, related: _r, ...line }) => ({
      wie: doerOf(network, { who, ...line }),
      ...line,
    })),
    raadplegingen: consultations.map(({ at, who }) => ({ op: at, wie: nameOf(network, who) })),
    // Of whoever works for the network now: views of lists are kept beside the person.
    gezienInLijst: listViews.map(({ at, who, list }) => ({ op: at, wie: nameOf(network, who), lijst: list })),
    // What no part above knows: by name, so that somebody asks for it.
    ...(others.length > 0 ? { overige: others } : {}),
  }
}
