/** What a dossier asks by itself, as a task among those that people typed. */
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { listedOn } from '../../../forms/kit/lifecycle/listed-day.ts'
import { nextInWords } from '../../../forms/kit/lifecycle/next-in-words.ts'

export interface DerivedTask {
  text: string
  /** Brussels date by which; absent where it has none. */
  on?: string | undefined
}

/** Undefined when nothing is left to do. */
export function nextStep({ form }: Service, content: NetworkContent, dossier: Dossier): DerivedTask | undefined {
  const text = nextInWords(form, dossier, content)
  return text === undefined ? undefined : { text, on: listedOn(dossier) }
}
