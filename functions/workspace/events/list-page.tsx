/** What was read of a list: the columns, what is to be looked at line by line, and one button that puts the others on the list. */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { roleNames, roles } from '../../../forms/kit/events/list/headers.ts'
import type { Trouble } from '../../../forms/kit/events/list/judge.ts'
import { type Column, inThousands, type ReadList } from '../../../forms/kit/events/list/read-list.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { eventHome } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { type PostedList, readingNames } from './posted-list.ts'

/** How far a long list is. */
export interface Progress {
  done: number
  left: number
}

interface ListProps extends WorkFrame {
  event: LoketEvent
  posted: PostedList
  list: ReadList
  /** Who stands on the list already. */
  known: number
  /** Other columns than those that were shown: this is shown first. */
  changed: boolean
  progress?: Progress | undefined
  /** Names of the button that reads again, and of what the page was read with. */
  fields: { act: string; readWith: string }
  readWith: string
}

/** Of a list in which every line is wrong, the first say enough. */
const mostShown = 50

const lineField = ({ place, part }: Pick<Trouble, 'place' | 'part'>): string => `regel[${place}].${part}`

const errorsOf = ({ people, troubles }: ReadList): FieldError[] => {
  const wrong = troubles.filter(({ stillWrong }) => stillWrong).slice(0, mostShown)
  const errors = wrong.map((one) => ({ name: lineField(one), message: `${one.where}: ${one.words}` }))
  return errors.length > 0 || people.length > 0
    ? errors
    : [{ name: 'nakijken', message: 'Er is niemand die we kunnen toevoegen. Kijk na of de kolommen juist zijn.' }]
}

export const ListPage: FC<ListProps> = (props) => {
  const { event, posted, list, known, changed, progress, fields, readWith, ...frame } = props
  const good = list.people.length - known
  const title = progress
    ? `${inThousands(progress.done)} van ${inThousands(list.people.length)} staan in de lijst`
    : `${inThousands(good)} goed, ${inThousands(list.troubles.length)} om na te kijken`
  const errors = changed ? [] : errorsOf(list)
  const home = eventHome(event)
  return (
    <WorkPage {...frame} title={title} here="activiteiten" problem={errors.length > 0} overleg>
      <p class="eyebrow">
        <a href={`${home}/importeren`}>Een andere lijst</a> · <bdi>{event.titel}</bdi>
      </p>
      <ProblemSummary errors={errors} />
      <h1>{title}</h1>
      <form method="post" action={`${home}/importeren`} novalidate data-list>
        {Object.entries(posted.carried).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name={fields.readWith} value={readWith} />
        <Told {...props} />
        <HowRead posted={posted} list={list} act={fields.act} />
        <Columns list={list} act={fields.act} />
        <Troubles list={list} posted={posted} />
        <Save good={good} known={known} list={list} progress={progress} home={home} />
      </form>
    </WorkPage>
  )
}

/** What just happened, and what is to be known before one presses. */
const Told: FC<ListProps> = ({ known, changed, progress, posted, list }) => {
  const told = [
    changed && 'U koos andere kolommen of tekens. Kijk na wat we nu lezen, en druk dan opnieuw.',
    progress && `Nog ${inThousands(progress.left)} niet. Druk hieronder om verder te gaan: niemand komt er dubbel in.`,
    known > 0 && `${counted(known, 'staat', 'staan')} al in de lijst. Wie er al in staat, blijft zoals hij is.`,
    posted.mended > 0 &&
      `We herstelden ${counted(posted.mended, 'vreemd teken', 'vreemde tekens')}, zoals ‘Ã«’ waar ‘ë’ hoort.`,
    ...list.notes,
  ].filter((text) => typeof text === 'string')
  return told.length === 0 ? null : (
    <div class="done" role="status">
      {told.map((text) => (
        <p>{text}</p>
      ))}
    </div>
  )
}

const HowRead: FC<Pick<ListProps, 'posted' | 'list'> & { act: string }> = ({ posted, list, act }) => (
  <>
    <p class="lw-line">
      <span>
        {posted.fileName && (
          <>
            Uit ‘<bdi>{posted.fileName}</bdi>’,{' '}
          </>
        )}
        {counted(list.lines, 'regel', 'regels')}.
      </span>
      <span>{`Gelezen als ${list.source}, in ${posted.encoding}.`}</span>
    </p>
    <details class="lp-anders">
      <summary>Staan er vreemde tekens? Lees anders</summary>
      <div class="row">
        <label for="tekens">Lees de tekens</label>
        <select id="tekens" name="tekens">
          {posted.readings.map((reading) => (
            <option value={reading} selected={reading === posted.reading}>
              {readingNames[reading]}
            </option>
          ))}
        </select>
        <button class="btn plain" name={act} value="lees">
          Lees opnieuw zo
        </button>
      </div>
    </details>
  </>
)

const Columns: FC<{ list: ReadList; act: string }> = ({ list, act }) =>
  list.columns.length === 0 ? (
    <FirstPeople list={list} />
  ) : (
    <section class="lw-block">
      <header>
        <h2>Zo lazen we de kolommen</h2>
      </header>
      <section class="lp-schuif" tabindex={0} aria-label="Kolommen">
        <table class="lp-kolommen">
          <thead>
            <tr>
              {list.columns.map((column) => (
                <th scope="col" class={unused(column)}>
                  <bdi>{column.name}</bdi>
                  <ChooseRole column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.sample.map((cells) => (
              <tr>
                {cells.map((cell, at) => (
                  <td class={list.columns[at] && unused(list.columns[at])}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <button class="btn plain" name={act} value="lees">
        Lees opnieuw zo
      </button>
    </section>
  )

const unused = ({ role }: Column): string | undefined => (role === 'niets' ? 'ongebruikt' : undefined)

const ChooseRole: FC<{ column: Column }> = ({ column: { at, name, role } }) => (
  <select name={`kolom[${at}]`} aria-label={`Kolom ${name} is`}>
    {roles.map((one) => (
      <option value={one} selected={one === role}>
        {roleNames[one]}
      </option>
    ))}
  </select>
)

const FirstPeople: FC<{ list: ReadList }> = ({ list: { people } }) =>
  people.length === 0 ? null : (
    <section class="lw-block">
      <header>
        <h2>Zo lazen we de eerste adressen</h2>
      </header>
      <ul class="lw-plain">
        {people.slice(0, 3).map(({ naam, email }) => (
          <li>
            {naam && <bdi>{`${naam} `}</bdi>}
            <bdi class="lw-soft">{email}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )

/** What was mended already and is right now goes along unseen; what is wrong has a field. */
const Troubles: FC<{ list: ReadList; posted: PostedList }> = ({ list: { troubles }, posted }) => {
  const shown = troubles.slice(0, mostShown)
  const open = new Set(shown.map(lineField))
  const mended = [...posted.corrections.mended].flatMap(([place, cells]) =>
    Object.entries(cells).map(([part, value]) => [`regel[${place}].${part}`, value] as const),
  )
  return (
    <>
      {mended.map(([name, value]) => !open.has(name) && value && <input type="hidden" name={name} value={value} />)}
      {troubles.length > 0 && (
        <section class="lw-block" id="nakijken" tabindex={-1}>
          <header>
            <h2>{`${inThousands(troubles.length)} om na te kijken`}</h2>
          </header>
          <ul class="lw-plain lp-regels">
            {shown.map((trouble) => (
              <TroubleLine trouble={trouble} />
            ))}
          </ul>
          {troubles.length > mostShown && (
            <p>{`En nog ${inThousands(troubles.length - mostShown)} andere. Verbeter ze in uw eigen lijst, en plak die opnieuw.`}</p>
          )}
        </section>
      )}
    </>
  )
}

const partNames = { email: 'E-mailadres', naam: 'Naam', organisatie: 'Organisatie', functie: 'Functie' }

const TroubleLine: FC<{ trouble: Trouble }> = ({ trouble }) => {
  const { where, words, part, typed, stillWrong } = trouble
  const name = lineField(trouble)
  return (
    <li>
      <b>{where}</b>
      <span id={`${fieldId(name)}-fout`}>
        <bdi>{words}</bdi>
      </span>
      {part ? (
        <input
          type="text"
          id={fieldId(name)}
          name={name}
          value={typed}
          aria-label={`${partNames[part]} voor ${where.toLowerCase()}`}
          aria-describedby={`${fieldId(name)}-fout`}
          aria-invalid={stillWrong ? 'true' : undefined}
        />
      ) : (
        <span class="lw-soft">overgeslagen</span>
      )}
    </li>
  )
}

interface SaveProps extends Pick<ListProps, 'known' | 'list' | 'progress'> {
  good: number
  home: string
}

const Save: FC<SaveProps> = ({ good, list, progress, home }) => {
  const skipped = list.troubles.length
  const canMend = list.troubles.some(({ part }) => part !== undefined)
  const label = progress
    ? `Ga verder met de ${inThousands(progress.left)} andere`
    : good > 0
      ? `Voeg de ${inThousands(good)} toe`
      : 'Voeg toe wat u verbeterde'
  return (
    <div class="lw-save">
      {good > 0 || canMend ? (
        <button class="btn" data-next>
          {label}
        </button>
      ) : (
        <a class="btn" href={home} data-next>
          Naar de activiteit
        </a>
      )}
      <p>
        {skipped > 0 && `${inThousands(skipped)} overgeslagen. U kunt ze later nog toevoegen. `}
        Er vertrekt nog geen mail.
      </p>
    </div>
  )
}
