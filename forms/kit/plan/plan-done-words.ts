/** What was done to a plan, as the history of its dossier says it: by the word of its audit line (plan-decision.ts, `what`). */
import { keptWord } from './evaluate.ts'

const words: Readonly<Record<string, string>> = {
  'plan bewaard': 'Het plan bewaard',
  'evaluatie bewaard': 'De evaluatie van het plan bewaard',
  [keptWord]: 'Gezegd dat het plan in het eigen dossier bewaard is',
}

/** Undefined for a word that is not of a plan. */
export function planDone(what: string): string | undefined {
  const [, version] = /^plan vastgelegd, versie (\d+)$/.exec(what) ?? []
  return version ? `Versie ${version} van het plan vastgelegd` : words[what]
}
