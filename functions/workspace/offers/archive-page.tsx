/** Before an offer goes: which criteria name it, and what they do then. */
import type { FC } from 'hono/jsx'
import type { NetworkContent, Offer } from '../../../forms/kit/content.ts'
import type { NamedBy } from '../../../forms/kit/manage/named-by.ts'
import { inLine } from '../../../forms/kit/text.ts'
import { Phone } from '../../shared/web/layout.tsx'
import { criteriaPath, offerPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { ManagePage, Revision, type Shown } from '../manage/parts.tsx'

interface ArchiveProps extends WorkFrame, Pick<Shown, 'since'> {
  content: NetworkContent
  revision: number
  offerKey: string
  offer: Offer
  named: readonly NamedBy[]
}

export const ArchivePage: FC<ArchiveProps> = ({ content, revision, offerKey, offer, named, since, ...frame }) => {
  const path = offerPath(offerKey)
  const { name } = offer
  return (
    <ManagePage
      {...frame}
      {...{ content, since }}
      title={`Haal ${name} uit het aanbod?`}
      back={{ href: path, text: name }}
    >
      <form class="sheet" method="post" action={offerPath(offerKey, 'weg')}>
        <Revision of={revision} />
        <ul>
          <li>Het staat niet meer in het aanbod, en niemand wordt er nog naar verwezen.</li>
          <li>Wie er al naar verwezen is, leest nog hoe het heet. U leest erbij dat het niet meer bestaat.</li>
          <li>U kunt het altijd terugzetten.</li>
        </ul>
        {named.length > 0 && (
          <>
            <h2>Deze criteria noemen het</h2>
            <ul>
              {named.map(({ service: { form, network }, requirement, others }) => (
                <li>
                  {`${requirement} `}
                  <a href={criteriaPath(form.slug)}>{form.name}</a>
                  <br />
                  {others.length > 0 ? (
                    `Wie er niet aan voldoet, wijzen we dan naar ${inLine(others)}.`
                  ) : (
                    <>
                      Wie er niet aan voldoet, krijgt dan het nummer van het netwerk: <Phone number={network.phone} />.
                    </>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <div class="row">
          <button class="btn warn" data-next>
            Haal uit het aanbod
          </button>
          <a href={path}>Nee, ga terug</a>
        </div>
      </form>
    </ManagePage>
  )
}
