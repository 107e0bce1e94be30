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
import { AgeTag } from './list-page.tsx'
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
  // Who was busy while somebody else archived it, keeps their text.
  const isGone = offer.archivedOn !== undefined && !errors && !since && !preview
  return (
    <ManagePage
      {...frame}
      {...{ content, errors, since }}
      title={offer.name}
      back={{ href: offersPath, text: 'Aanbod' }}
      beside={
        <>
          <NamedByPart named={named} />
          <HistoryPart history={history} content={content} />
        </>
      }
    >
      {Object.hasOwn(doneWords, done) && (
        <p class="done" role="status">
          {doneWords[done]}
        </p>
      )}
      {offer.archivedOn ? (
        <Archived offer={offer} />
      ) : (
        <Current {...{ offerKey, offer, today }} network={frame.network} />
      )}
      {isGone ? (
        <BackForm {...{ offerKey, revision }} />
      ) : (
        <EntryForm
          action={offerPath(offerKey)}
          questions={page.questions}
          {...{ typed, errors, revision }}
          button="Bewaar"
          beside={
            <>
              <Look />
              <CheckedNow />
            </>
          }
        />
      )}
      <Preview network={frame.network} offer={preview} />
    </ManagePage>
  )
}

/** With what stands in the form: nobody says that something is right, and loses what they typed. */
const CheckedNow: FC = () => (
  <button class="btn plain" name="actie" value="nagekeken">
    Nagekeken vandaag
  </button>
)

const Current: FC<Pick<EditProps, 'offerKey' | 'offer' | 'today' | 'network'>> = ({
  offerKey,
  offer,
  today,
  network,
}) => (
  <p class="row">
    <AgeTag offer={offer} today={today} />
    <a href={aanbodPath(network, offerKey)}>Zoals iedereen het leest</a>
    <a href={offerPath(offerKey, 'weg')}>Haal uit het aanbod</a>
  </p>
)

const Archived: FC<{ offer: Offer }> = ({ offer: { archivedOn = '' } }) => (
  <p class="note">
    <b>Dit aanbod bestaat niet meer.</b> {`Niemand wordt er nog naar verwezen, sinds ${dateInWords(archivedOn)}.`}
  </p>
)

const BackForm: FC<Pick<EditProps, 'offerKey' | 'revision'>> = ({ offerKey, revision }) => (
  <form class="sheet" method="post" action={offerPath(offerKey, 'terug')}>
    <Revision of={revision} />
    <p>Staat het er weer in? Dan vindt iedereen het, en wijzen de formulieren er weer naar. Wijzigen kan daarna.</p>
    <button class="btn" data-next>
      Zet terug in het aanbod
    </button>
  </form>
)

const Preview: FC<{ network: WorkFrame['network']; offer: Offer | undefined }> = ({ network, offer }) =>
  offer ? (
    <section class="lw-block" data-voorbeeld aria-label="Zo leest iedereen het">
      <p class="hint" role="status">
        Zo leest iedereen het. Er is nog niets bewaard.
      </p>
      <h2>{offer.name}</h2>
      <OfferPart network={network} offer={offer} plain />
    </section>
  ) : null
