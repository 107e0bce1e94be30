/**
 * Who may open which dossier: a coordinator all of the network, others what is in their hands, or in those of a colleague whose place they
 * take today (docs/domain.md §1).
 */
import { serviceOf } from '../../../forms/index.ts'
import { type AtWork, isHeldBy } from '../../../forms/kit/absence.ts'
import type { Role } from '../../../forms/kit/content-schema.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { inHandsOf } from '../../../forms/kit/lifecycle/service-call.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import type { DossierFile, DossierFiles } from '../../shared/store/dossier-file.ts'

export const caseRoles: readonly Role[] = ['coordinator', 'casemanager', 'bemiddelaar']

export const mayOpen = (person: AtWork, dossier: Pick<Dossier, 'holder' | 'referral'>): boolean =>
  person.role === 'coordinator' ||
  (caseRoles.includes(person.role) && [dossier.holder, inHandsOf(dossier)].some((whose) => isHeldBy(person, whose)))

/** The coordinators, and whoever holds it or takes that place today: what they see of who looked. */
export const mayKnowWhoLooked = (person: AtWork, { holder }: Pick<Dossier, 'holder'>): boolean =>
  person.role === 'coordinator' || isHeldBy(person, holder)

export interface OpenFile {
  service: Service
  file: DossierFile
}

/** A dossier of the network; undefined when it never was, is erased, or is another network's: one answer for all. */
export async function findInNetwork(
  files: Pick<DossierFiles, 'read'>,
  network: Network,
  reference: string,
  now: Date,
): Promise<OpenFile | undefined> {
  if (readReference(reference) !== reference) return undefined
  const file = await files.read(reference, now)
  const service = file && serviceOf(file.dossier)
  return file && service && service.network.slug === network.slug ? { file, service } : undefined
}
