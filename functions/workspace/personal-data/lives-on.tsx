/** A request that was moved lives on as another one: whoever erases the first must know, and know whom to ask. */
import type { FC } from 'hono/jsx'
import { findNetwork } from '../../../forms/index.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { Phone } from '../../shared/web/layout.tsx'
import { keptPath } from '../../shared/work-paths.ts'

/** Where the other one is. */
export type Copy = Pick<NonNullable<Dossier['movedTo']>, 'network' | 'reference'>

/** In the address of the page after erasing: references identify, they authorise nothing. */
export const copyParam = ({ network, reference }: Copy): string => `${network} ${reference}`
export function copyIn(param: string): Copy | undefined {
  const [slug = '', reference = ''] = param.split(' ')
  return findNetwork(slug) && readReference(reference) === reference ? { network: slug, reference } : undefined
}

/** Within one paragraph; `own` is the network of who reads it. */
export const LivesOn: FC<{ own: Network; copy: Copy }> = ({ own, copy: { network: slug, reference } }) => {
  const network = findNetwork(slug)
  return slug === own.slug ? (
    <>
      De aanvraag ging verder als{' '}
      <a class="reference" href={keptPath(reference)}>
        {reference}
      </a>
      . Die blijft bestaan. Moet die ook weg? Wis ze apart.
    </>
  ) : (
    <>
      {`De aanvraag is verplaatst naar ${network?.name ?? 'een ander netwerk'}. Daar blijft een kopie bestaan: `}
      <span class="reference">{reference}</span>. Moet die ook weg? U kunt ze hier niet wissen.
      {network && (
        <>
          {` Bel ${network.name}: `}
          <Phone number={network.phone} />.
        </>
      )}
    </>
  )
}
