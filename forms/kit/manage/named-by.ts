/** Which criteria point to an offer, and to what else: what a coordinator reads before it is archived. */
import { currentAanbod, keyOf, type NetworkContent } from '../content.ts'
import type { Service } from '../form.ts'

export interface NamedBy {
  service: Service
  /** What must hold: whoever does not meet it is pointed on. */
  requirement: string
  /** Names of the other offers that this criterion points to and that are there. */
  others: readonly string[]
}

export function namedBy(
  services: readonly Service[],
  content: Pick<NetworkContent, 'aanbod'>,
  key: string,
): readonly NamedBy[] {
  const current = new Map(currentAanbod(content))
  return services.flatMap((service) =>
    service.settings.criteria.flatMap(({ requirement, offer }): NamedBy[] => {
      const keys = [offer].flat().map((one) => keyOf(content.aanbod, one))
      if (!keys.includes(key)) return []
      const others = keys.filter((one) => one !== key).flatMap((one) => current.get(one)?.name ?? [])
      return [{ service, requirement, others }]
    }),
  )
}
