/**
 * The nine areas of life (docs/domain.md §4): what a request asks about, what a plan is made of, and how the aanbod is browsed.
 */
import type { Option } from './questions.ts'

export const levensdomeinOptions = [
  { value: 'inkomen_schulden', label: 'inkomen & schulden' },
  { value: 'onderwijs_arbeid', label: 'onderwijs & arbeid' },
  { value: 'gezondheid', label: 'gezondheid' },
  { value: 'wonen_energie', label: 'wonen & energie' },
  { value: 'persoon', label: 'persoon, attitudes & competenties' },
  { value: 'gezin_familie', label: 'gezin & familie' },
  { value: 'samenleving', label: 'samenleving, instanties & cultuur' },
  { value: 'justitie_jeugdzorg', label: 'justitie & jeugdzorg' },
  { value: 'netwerk', label: '(steun)netwerk' },
] as const satisfies readonly Option[]

export type Levensdomein = (typeof levensdomeinOptions)[number]['value']
