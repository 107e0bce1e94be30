/** Where a file of the aanbod is pasted or chosen; and what it would change, before anything is saved. */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import { counted } from '../../../forms/kit/counted.ts'
import { changeInWords } from '../../../forms/kit/manage/in-words.ts'
import { columns, headings } from '../../../forms/kit/manage/offer-file.ts'
import { asStored } from '../../../forms/kit/manage/offer-page.ts'
import type { ReadOffer, ReadOffers } from '../../../forms/kit/manage/read-offers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { inLine } from '../../../forms/kit/text.ts'
import type { ContentChange } from '../../shared/store/content-changes.ts'
import { TextField } from '../../shared/web/text-field.tsx'
import { offersPath, readOffersPath } from '../../shared/work-paths.ts'
import { ChooseFile } from '../events/import-page.tsx'
import type { WorkFrame } from '../frame.tsx'
import { aboutOf } from '../manage/desk.ts'
import { FieldChanges, ManagePage, Revision } from '../manage/parts.tsx'

const question: TextQuestion = {
  kind: 'longText',
  name: 'csv',
  label: 'Plak hier uw lijst',
  hint: `Met op de eerste regel de namen van de kolommen: ${inLine(columns.map((column) => headings[column]))}. De volgorde maakt niet uit.`,
  error: 'Plak een lijst',
}

interface PasteProps extends WorkFrame {
  content: NetworkContent
  text: string
  problems: readonly string[]
}

export const PasteOffersPage: FC<PasteProps> = ({ content, text, problems, ...frame }) => {
  const errors = problems.map((message): FieldError => ({ name: question.name, message }))
  return (
    <ManagePage
      {...frame}
      {...{ content, errors }}
      title="Lees een bestand in"
      back={{ href: offersPath, text: 'Aanbod' }}
      choosesFile
    >
      <p class="lead">
        Bewaar het aanbod als bestand, wijzig het in Excel, en lees het hier weer in. U ziet eerst wat er verandert. Wat
        niet in de lijst staat, blijft zoals het is.
      </p>
      <form class="sheet" method="post" action={readOffersPath} novalidate>
        <TextField question={question} context={{ typed: new Map([['csv', [text]]]), errors }} />
        <ChooseFile />
        <button class="btn" data-next>
          Lees de lijst
        </button>
      </form>
    </ManagePage>
  )
}

interface ReadProps extends WorkFrame {
  content: NetworkContent
  revision: number
  list: ReadOffers
  /** What somebody else changed of it meanwhile. */
  since: readonly ContentChange[]
  /** The list itself, to be read again when it is saved. */
  carried: Readonly<Record<string, string>>
}

export const ReadOffersPage: FC<ReadProps> = ({ content, revision, list, since, carried, ...frame }) => {
  const { added, changed, same, ignored } = list
  const count = added.length + changed.length
  const title = count === 0 ? 'Er verandert niets' : `${added.length} nieuw, ${changed.length} gewijzigd`
  return (
    <ManagePage {...frame} {...{ content, since, title }} back={{ href: readOffersPath, text: 'Een andere lijst' }}>
      <p>{sameInWords(same)}</p>
      {ignored.length > 0 && (
        <p class="note">
          {`${counted(ignored.length, 'kolom lezen', 'kolommen lezen')} we niet: `}
          <bdi>{inLine(ignored)}</bdi>.
        </p>
      )}
      {count === 0 ? (
        <p>
          <a class="btn" href={offersPath}>
            Naar het aanbod
          </a>
        </p>
      ) : (
        <form class="sheet" method="post" action={readOffersPath}>
          {Object.entries(carried).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Revision of={revision} />
          <p>
            Er is nog niets bewaard. Kijk hieronder na wat er verandert. Alles wordt in één keer bewaard, en u kunt het
            daarna terugzetten.
          </p>
          <button class="btn" name="actie" value="bewaar" data-next>
            {`Bewaar ${count === 1 ? 'deze wijziging' : `deze ${count} wijzigingen`}`}
          </button>
        </form>
      )}
      <Offers title="Nieuw" offers={added} content={content} />
      <Offers title="Gewijzigd" offers={changed} content={content} />
    </ManagePage>
  )
}

const sameInWords = (same: number): string =>
  same === 0 ? 'Elke regel is nieuw of anders.' : `${counted(same, 'regel zegt', 'regels zeggen')} wat er nu staat.`

interface OffersProps {
  title: string
  offers: readonly ReadOffer[]
  content: NetworkContent
}

const Offers: FC<OffersProps> = ({ title, offers, content }) =>
  offers.length === 0 ? null : (
    <section class="lw-block">
      <h2>{title}</h2>
      <ul>
        {offers.map(({ line, key, before, to }) => (
          <li>
            <b>
              <bdi>{to.name}</bdi>
            </b>{' '}
            <span class="hint">{`regel ${line}`}</span>
            <FieldChanges
              changes={changeInWords({ of: 'aanbod', key, from: before && asStored(before), to }, aboutOf(content))}
            />
          </li>
        ))}
      </ul>
    </section>
  )
