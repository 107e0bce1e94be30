/** What the grid comes to, in a few sentences above it. */
import type { FC } from 'hono/jsx'
import { asked, isInterpreter, type Seated, seated } from '../../../forms/kit/overleg/overleg.ts'
import { saidAnything, saidBy } from '../../../forms/kit/overleg/said.ts'
import { type Column, grid, outlook } from '../../../forms/kit/overleg/tally.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dayInWords } from '../../../forms/kit/time.ts'
import { overlegPath } from '../../shared/work-paths.ts'
import type { AtTable } from './at-table.ts'
import { isOpen } from './grid.tsx'
import { dayAndStart } from './moment-words.ts'
import { calledOf, listInWords } from './words.ts'

interface LeadProps {
  found: AtTable
  now: Date
}

export const Lead: FC<LeadProps> = ({ found, now }) => {
  const { overleg, said } = found
  const [best] = grid(found, now)
  if (!best || !isOpen(best)) return null
  const answered = asked(overleg).some(({ id }) => saidAnything(saidBy(said, id), overleg.moments))
  if (!answered)
    return (
      <p class="lead">
        {overleg.askedAt === undefined
          ? 'Nog geen antwoorden.'
          : `Nog geen antwoorden. De mails vertrokken op ${dayInWords(new Date(overleg.askedAt))}.`}
      </p>
    )
  return (
    <p class="lead">
      <b>{`${capitalised(dayAndStart(best.moment))} past het best.`}</b> <bdi>{whoCan(found, best)}</bdi>
    </p>
  )
}

/** "De cliënt, de spilfiguur en de tolk kunnen. Thuiszorg kan niet. Van 2 weten we het nog niet." */
function whoCan({ overleg, details, said }: AtTable, { cells, misses }: Column): string {
  const people = seated(overleg)
  const takesNoPart = ({ id }: Seated): boolean => saidBy(said, id).declinedAt !== undefined
  const able = [
    ...new Set(people.filter(({ id, wie }) => wie in weighty && cells.get(id) === 'kan').map(({ wie }) => wie)),
  ]
  const can = able.map((wie) => weighty[wie as keyof typeof weighty])
  const not = misses.map((who) => naming(details, who))
  const unknown = people.filter(({ id }) => cells.get(id) === '' || cells.get(id) === 'bel_mij')
  const declined = unknown.filter(takesNoPart).map((who) => naming(details, who))
  // An interpreter is booked once the moment is known, and not asked.
  const open = unknown.filter((who) => !takesNoPart(who) && !isInterpreter(who))
  return [
    can.length > 0 && `${capitalised(listInWords(can))} ${can.length === 1 ? 'kan' : 'kunnen'}.`,
    not.length > 0 && `${capitalised(listInWords(not))} ${not.length === 1 ? 'kan' : 'kunnen'} niet.`,
    declined.length > 0 && `${capitalised(listInWords(declined))} ${declined.length === 1 ? 'doet' : 'doen'} niet mee.`,
    open.length > 0 &&
      `Van ${open.length === 1 ? open.map((who) => naming(details, who))[0] : open.length} weten we het nog niet.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Who weighs most in the choice. */
const weighty = { client: 'de cliënt', spilfiguur: 'de spilfiguur', tolk: 'de tolk' } as const

const naming = (details: AtTable['details'], who: Seated): string =>
  who.wie in weighty ? weighty[who.wie as keyof typeof weighty] : calledOf(details, who)

/** What to do when no moment is right for everybody, for the client, or at all. */
export const Outlook: FC<LeadProps & { filled: boolean }> = ({ found, now, filled }) => {
  const { overleg } = found
  const seen = outlook(grid(found, now))
  if (seen === 'open' || overleg.moments.length === 0) return null
  const { title, text } = outlookInWords[seen]
  return (
    <section class="lo-vraag smal">
      <h2>{title}</h2>
      <p>{seen === 'all_past' && overleg.state !== 'gepolst' ? 'Er ligt niets vast.' : text}</p>
      <p class="row">
        <a
          class={filled ? 'btn' : 'btn plain'}
          href={overlegPath(overleg.reference, 'momenten')}
          data-next={filled ? '' : undefined}
        >
          Stel nieuwe momenten voor
        </a>
      </p>
    </section>
  )
}

const outlookInWords = {
  not_for_all: {
    title: 'Geen moment past voor iedereen',
    text: 'Stel nieuwe momenten voor. De antwoorden blijven. Of kies een moment en weet wie er mist.',
  },
  not_for_client: {
    title: 'Geen moment past voor de cliënt',
    text: 'Vraag de cliënt wanneer het wel past. Zonder de cliënt is er geen overleg, tenzij de cliënt er niet bij wil zijn.',
  },
  all_past: {
    title: 'Alle momenten zijn voorbij',
    text: 'Er ligt niets vast. De links zeggen dat nu ook. Er staat een taak in uw week.',
  },
} as const
