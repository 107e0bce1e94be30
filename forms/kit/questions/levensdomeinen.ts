/**
 * The nine areas of life (docs/domain.md §4): what a request asks about, what a plan is made of, and how the aanbod is browsed.
 */
import type { Option } from './questions.ts'

export const levensdomeinOptions = [
  { value: 'inkomen_schulden', label: 'inkomen & schulden', examples: 'loon, uitkering, schulden' },
  { value: 'onderwijs_arbeid', label: 'onderwijs & arbeid', examples: 'school, opleiding, werk' },
  { value: 'gezondheid', label: 'gezondheid', examples: 'lichaam, psychisch, verslaving' },
  { value: 'wonen_energie', label: 'wonen & energie', examples: 'huur, woning, gas en stroom' },
  { value: 'persoon', label: 'persoon, attitudes & competenties', examples: 'zelfvertrouwen, plannen, taal' },
  { value: 'gezin_familie', label: 'gezin & familie', examples: 'opvoeding, relatie, zorg' },
  { value: 'samenleving', label: 'samenleving, instanties & cultuur', examples: 'papieren, rechten, vrije tijd' },
  { value: 'justitie_jeugdzorg', label: 'justitie & jeugdzorg', examples: 'rechtbank, jeugdrechter' },
  { value: 'netwerk', label: '(steun)netwerk', examples: 'vrienden, buren, wie helpt' },
] as const satisfies readonly Option[]

export type Levensdomein = (typeof levensdomeinOptions)[number]['value']
