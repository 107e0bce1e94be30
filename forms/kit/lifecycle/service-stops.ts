/** The applicant's service takes part no more: who is called then, and what whoever asked reads (docs/overleg.md §2). */
import { type NetworkContent, personOf } from '../content.ts'
import type { Form, Service } from '../form.ts'
import type { Dossier } from './dossier.ts'

/** Without a client at the table there is only whoever asked. */
const isAboutClient = ({ overleg }: Pick<Form, 'overleg'>): boolean => overleg?.withClient !== false

/** In a line of what to do: "Bel de cliënt". */
export const callInWords = (form: Pick<Form, 'overleg'>): string =>
  isAboutClient(form) ? 'bel de cliënt' : 'bel de aanmelder'

/** "Casemanager Aalst belt de cliënt. De aanvraag loopt door." */
export function serviceStoppedInWords(
  { form }: Pick<Service, 'form'>,
  content: NetworkContent,
  { holder }: Pick<Dossier, 'holder'>,
): string {
  const who = personOf(content, holder)?.name ?? 'Een medewerker'
  return `${who} belt ${isAboutClient(form) ? 'de cliënt' : 'u'}. De ${form.noun} loopt door.`
}
