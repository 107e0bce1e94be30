/** Services that must report a crime they hear of (Code of Criminal Procedure, art. 29): the client is told before they are asked. */
import { withoutAccents } from '../text.ts'

/** Police and prosecution, as people write them; "politiek" and a parquet floor are something else. */
const words = [
  /politie(?!k)/,
  /\b(wijk|jeugd)(inspecteur|agent)s?\b/,
  /\b(arbeids|jeugd)?parket(ten)?\b/,
  /\bparket(magistra\w+|secretariaat|criminolo\w+)\b/,
  /\b\w*auditora(at|ten)\b/,
  /\bprocureurs?\b/,
  /\brecherche\w*\b/,
]

/** Whether a name, as people type it, looks like a service of police or prosecution: for a warning, never to refuse. */
export function looksLikePolice(name: string): boolean {
  const plain = withoutAccents(name).toLowerCase()
  return words.some((word) => word.test(plain))
}
