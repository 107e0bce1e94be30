/** What the pages of the aanbod ask of the network's file. */
import { networkServices, networks } from '../../../forms/index.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { Option } from '../../../forms/kit/questions/questions.ts'

/** Forms by which an offer can be asked for: those that people begin themselves. */
export const formsOf = (network: Network): Option[] =>
  networkServices(network)
    .filter(({ form }) => form.start)
    .map(({ form: { slug, name } }) => ({ value: slug, label: name }))

/**
 * Keys that no new offer gets: those of now and of before, and those of every other network's file, as an address in small letters is led
 * to the one with capitals (functions/shared/right-path.ts).
 */
export const takenBy = ({ aanbod }: Pick<NetworkContent, 'aanbod'>): string[] => [
  ...Object.keys(aanbod),
  ...networks.flatMap((network) =>
    Object.entries(network.aanbod).flatMap(([key, { formerly = [] }]) => [
      ...formerly,
      ...(key === key.toLowerCase() ? [] : [key]),
    ]),
  ),
]
