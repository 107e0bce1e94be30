/** All of the aanbod by levensdomein, with how long ago each was checked; what was archived apart below. */
import type { FC } from 'hono/jsx'
import { currentAanbod, type NetworkContent, type Offer } from '../../../forms/kit/content.ts'
import { counted } from '../../../forms/kit/counted.ts'
import { ageInWords, ageOf } from '../../../forms/kit/manage/offer-age.ts'
import { levensdomeinOptions } from '../../../forms/kit/questions/levensdomeinen.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { domainInWords, placeInWords } from '../../shared/web/offer-part.tsx'
import { managePath, newOfferPath, offerPath, offersFilePath, readOffersPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { ManagePage, Revision } from '../manage/parts.tsx'

type Entry = readonly [key: string, offer: Offer]

interface OffersProps extends WorkFrame {
  content: NetworkContent
  revision: number
  /** Brussels date. */
  today: string
  /** What was just done, as the address says. */
  done: string | undefined
  /** How many, of a file that was read. */
  count: string | undefined
}

const doneWords: Readonly<Record<string, string>> = {
  nagekeken: 'Genoteerd: vandaag nagekeken.',
  weg: 'Dit staat niet meer in het aanbod. U vindt het onderaan terug.',
}

function doneInWords(done: string | undefined, count: string | undefined): string | undefined {
  if (done === 'ingelezen' && count && /^\d{1,3}$/.test(count))
    return `${counted(Number(count), 'aanbod', 'keer aanbod')} bewaard.`
  return done !== undefined && Object.hasOwn(doneWords, done) ? doneWords[done] : undefined
}

export const OffersPage: FC<OffersProps> = ({ content, revision, today, done, count, ...frame }) => {
  const current = currentAanbod(content)
  const archived = Object.entries(content.aanbod).filter(([, { archivedOn }]) => archivedOn !== undefined)
  const told = doneInWords(done, count)
  return (
    <ManagePage {...frame} title="Aanbod" content={content} back={{ href: managePath, text: 'Beheer' }}>
      {told && (
        <p class="done" role="status">
          {told}
        </p>
      )}
      <p class="lw-soft">{glanceInWords(current, today)}</p>
      <p class="row">
        <a class="btn" href={newOfferPath}>
          Voeg toe
        </a>
        <a class="btn plain" href={offersFilePath}>
          Bewaar als bestand
        </a>
        <a class="btn plain" href={readOffersPath}>
          Lees een bestand in
        </a>
      </p>
      {levensdomeinOptions.map(({ value }) => {
        // Each once, where it stands first: it is checked once.
        const own = current.filter(([, { levensdomeinen }]) => levensdomeinen[0] === value)
        return own.length === 0 ? null : (
          <section class="lw-band">
            <h2>{domainInWords(value)}</h2>
            <ul class="lw-plain">
              {own.map((entry) => (
                <Row {...{ entry, today, revision }} />
              ))}
            </ul>
          </section>
        )
      })}
      {archived.length > 0 && (
        <section class="lw-band" id="weg">
          <h2>Niet meer in het aanbod</h2>
          <ul class="lw-plain">
            {archived.map(([key, { name, archivedOn = '' }]) => (
              <li>
                <span class="grow">
                  <a href={offerPath(key)}>{name}</a>
                </span>
                <span class="by">{`weg sinds ${dateInWords(archivedOn)}`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ManagePage>
  )
}

/** How much asks to be checked, before the list. */
function glanceInWords(current: readonly Entry[], today: string): string {
  const ages = current.map(([, offer]) => ageOf(offer, today))
  const old = ages.filter((age) => age === 'old' || age === 'never').length
  const aging = ages.filter((age) => age === 'aging').length
  if (current.length === 0) return 'Er staat nog niets in het aanbod.'
  const parts = [
    old > 0 && `${old} langer dan een jaar niet nagekeken, of nog nooit.`,
    aging > 0 && `${aging} langer dan een half jaar niet nagekeken.`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : 'Alles is het laatste half jaar nagekeken.'
}

const Row: FC<{ entry: Entry; today: string; revision: number }> = ({ entry: [key, offer], today, revision }) => (
  <li data-aanbod={key}>
    <span class="grow">
      <a href={offerPath(key)}>{offer.name}</a>
      <span class="lw-soft">
        {offer.kind === 'traject' && ' traject'}
        {offer.postcodes && ` ${placeInWords(offer)}`}
      </span>
    </span>
    <AgeTag offer={offer} today={today} />
    {ageOf(offer, today) !== 'fresh' && <CheckedToday {...{ offerKey: key, revision }} name={offer.name} />}
  </li>
)

const looks = { fresh: undefined, aging: 'tag wait', old: 'tag late', never: 'tag late' } as const

/** The words say it; the colour makes it quicker to find. */
export const AgeTag: FC<{ offer: Offer; today: string }> = ({ offer, today }) => {
  const age = ageOf(offer, today)
  return (
    <span class={looks[age] ?? 'lw-soft'} data-nagekeken={age}>
      {ageInWords(offer, today)}
    </span>
  )
}

/** One press, without a look at its form. */
const CheckedToday: FC<{ offerKey: string; name: string; revision: number }> = ({ offerKey, name, revision }) => (
  <form method="post" action={offerPath(offerKey, 'nagekeken')}>
    <Revision of={revision} />
    <button class="btn plain slim">
      Nagekeken vandaag<span class="hidden-visually">{`: ${name}`}</span>
    </button>
  </form>
)
