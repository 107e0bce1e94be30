/** Who may open which dossier: a coordinator all of the network, others what they hold (domain.md §1). */
import { serviceOf } from '../../../forms/index.ts'
import type { Dossier } from '../../../forms/kit/dossier.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Network, Person, Role } from '../../../forms/kit/network.ts'
import type { DossierFile, DossierFiles } from '../../shared/store/dossier-file.ts'

export const caseRoles: readonly Role[] = ['coordinator', 'casemanager', 'bemiddelaar']

export const dossierPath = (reference: string): string => `/werkruimte/dossier/${reference}`

export const mayOpen = ({ rol, id }: Person, { holder }: Pick<Dossier, 'holder'>): boolean =>
  rol === 'coordinator' || (caseRoles.includes(rol) && holder === id)

/** A reference as a person reads it out: any case, with or without hyphens; undefined when it is none. */
export function readReference(text: string): string | undefined {
  const [, prefix, one, two, three] =
    /^([A-Z]{3})([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{2})$/.exec(
      text.toUpperCase().replace(/[\s\p{Pd}]/gu, ''),
    ) ?? []
  return prefix && `${prefix}-${one}-${two}-${three}`
}

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
