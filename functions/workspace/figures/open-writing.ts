/** A signaal or a casus with its text unsealed, and how it is sealed: at rest nobody reads what no second person read. */
import type { SealedWriting, Writing, Written } from '../../../forms/kit/figures/writing.ts'
import type { PublicNote } from '../../shared/store/reports.ts'
import type { WorkspaceDeps } from '../deps.ts'

export interface OpenWriting {
  writing: Writing
  written: Written
}

/** What is sealed is bound to what it is of. */
const sealedFor = (id: string, part: 'tekst' | 'dossiers' | 'opmerking'): string => `SCHRIJFSEL#${id}#${part}`

type Seals = Pick<WorkspaceDeps, 'seal'>
type Opens = Pick<WorkspaceDeps, 'unseal'>

/** `references`: of a signaal only; a casus keeps none. */
export async function sealWriting(
  { seal }: Seals,
  network: string,
  id: string,
  { title, text, ask }: Written,
  references?: readonly string[],
): Promise<SealedWriting> {
  const sealed = await seal(network, sealedFor(id, 'tekst'), { titel: title, geschreven: text, vraag: ask })
  if (!references) return { sealed }
  const named = await seal(network, sealedFor(id, 'dossiers'), { dossiers: [...references] })
  return { sealed, named, dossiers: references.length }
}

/** Undefined where nothing is said. */
export const sealRemark = async ({ seal }: Seals, network: string, id: string, remark: string) =>
  remark === '' ? undefined : seal(network, sealedFor(id, 'opmerking'), { opmerking: remark })

export async function openWriting({ unseal }: Opens, writing: Writing): Promise<OpenWriting> {
  const { titel, geschreven, vraag } = await unseal(sealedFor(writing.id, 'tekst'), writing.sealed)
  return { writing, written: { title: String(titel ?? ''), text: String(geschreven ?? ''), ask: String(vraag ?? '') } }
}

/** Empty where nobody gave it back with one. */
export async function openRemark({ unseal }: Opens, { id, remark }: Writing): Promise<string> {
  if (remark === undefined) return ''
  const { opmerking } = await unseal(sealedFor(id, 'opmerking'), remark)
  return String(opmerking ?? '')
}

/** The references behind a signaal; none once somebody agreed. */
export async function openNamed({ unseal }: Opens, { id, named }: Writing): Promise<string[]> {
  if (named === undefined) return []
  const { dossiers } = await unseal(sealedFor(id, 'dossiers'), named)
  return Array.isArray(dossiers) ? dossiers.map(String) : []
}

/** What of these goes into the report: what a second person agreed to. */
export const notesOf = (signalen: readonly OpenWriting[]): PublicNote[] =>
  signalen.filter(({ writing }) => writing.state === 'nagelezen').map(({ written }) => written)

/** In their order. */
export const openEach = (deps: Opens, writings: readonly Writing[]): Promise<OpenWriting[]> =>
  Promise.all(writings.map((writing) => openWriting(deps, writing)))
