/** The form of an offer, with what the public would read of it beneath, and what was changed before beside it. */
import type { FC } from 'hono/jsx'
import type { NetworkContent, Offer } from '../../../forms/kit/content.ts'
import type { NamedBy } from '../../../forms/kit/manage/named-by.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { aanbodPath } from '../../shared/public-paths.ts'
import { OfferPart } from '../../shared/web/offer-part.tsx'
import { newOfferPath, offerPath, offersPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { History } from '../manage/desk.ts'
import { EntryForm, HistoryPart, ManagePage, Revision, type Shown } from '../manage/parts.tsx'
import { AgeTag, CheckedToday } from './list-page.tsx'
import { NamedByPart } from './named-by-part.tsx'

interface FormProps extends WorkFrame, Shown {
  content: NetworkContent
  revision: number
  page: Page
  /** What was typed, as it would be; nothing of it is saved. */
  preview?: Offer | undefined
}

/** Saves nothing; behind the other one, which Enter in a field presses. */
const Look: FC = () => (
  <button class="btn plain" name="actie" value="bekijk">
    Bekijk
  </button>
)

export const NewOfferPage: FC<FormProps> = ({ content, revision, page, typed, errors, since, preview, ...frame }) => (
  <ManagePage
    {...frame}
    {...{ content, errors, since }}
    title="Voeg toe aan het aanbod"
    back={{ href: offersPath, text: 'Aanbod' }}
  >
    <EntryForm
      action={newOfferPath}
      questions={page.questions}
      {...{ typed, errors, revision }}
      button="Voeg toe"
      beside={<Look />}
    />
    <Preview network={frame.network} offer={preview} />
  </ManagePage>
)

interface EditProps extends FormProps {
  offerKey: string
  offer: Offer
  history: History
  named: readonly NamedBy[]
  /** Brussels date. */
  today: string
  done: string | undefined
}

const doneWords: Readonly<Record<string, string>> = {
  bewaard: 'Bewaard. Binnen de minuut leest iedereen het zo.',
  nieuw: 'Toegevoegd. Binnen de minuut staat het in het aanbod.',
  nagekeken: 'Genoteerd: vandaag nagekeken.',
  terug: 'Dit staat weer in het aanbod.',
}

export const EditOfferPage: FC<EditProps> = (props) => {
  const { offerKey, offer, history, named, today, done = '', preview, ...others } = props
  const { content, revision, page, typed, errors, since, ...frame } = others
  return (
    <ManagePage
      {...frame}
      {...{ content, errors, since }}
      title={offer.name}
      back={{ href: offersPath, text: 'Aanbod' }}
    >
      {Object.hasOwn(doneWords, done) && (
        <p class="done" role="status">
          {doneWords[done]}
        </p>
      )}
      {offer.archivedOn ? <Archived {...{ offerKey, offer, revision }} /> : <Current {...{ ...props, offerKey }} />}
      <div class="lw-case">
        <div>
          <EntryForm
            action={offerPath(offerKey)}
            questions={page.questions}
            {...{ typed, errors, revision }}
            button="Bewaar"
            beside={<Look />}
          />
          <Preview network={frame.network} offer={preview} />
        </div>
        <div>
          <NamedByPart named={named} />
          <HistoryPart history={history} content={content} />
        </div>
      </div>
    </ManagePage>
  )
}

const Current: FC<Pick<EditProps, 'offerKey' | 'offer' | 'today' | 'revision' | 'network'>> = (props) => {
  const { offerKey, offer, today, revision, network } = props
  return (
    <div class="row">
      <AgeTag offer={offer} today={today} />
      <CheckedToday {...{ offerKey, revision }} name={offer.name} />
      <a href={aanbodPath(network, offerKey)}>Zoals iedereen het leest</a>
      <a href={offerPath(offerKey, 'weg')}>Haal uit het aanbod</a>
    </div>
  )
}

const Archived: FC<Pick<EditProps, 'offerKey' | 'offer' | 'revision'>> = ({ offerKey, offer, revision }) => (
  <div class="note">
    <p>
      <b>Dit aanbod bestaat niet meer.</b>{' '}
      {`Niemand wordt er nog naar verwezen, sinds ${dateInWords(offer.archivedOn ?? '')}.`}
    </p>
    <form method="post" action={offerPath(offerKey, 'terug')}>
      <Revision of={revision} />
      <button class="btn plain slim">Zet terug in het aanbod</button>
    </form>
  </div>
)

const Preview: FC<{ network: WorkFrame['network']; offer: Offer | undefined }> = ({ network, offer }) =>
  offer ? (
    <section class="lw-block" data-voorbeeld aria-label="Zo leest iedereen het">
      <p class="hint" role="status">
        Zo leest iedereen het. Er is nog niets bewaard.
      </p>
      <h2>{offer.name}</h2>
      <OfferPart network={network} offer={offer} />
    </section>
  ) : null
