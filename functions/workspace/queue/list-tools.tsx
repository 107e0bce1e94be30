/** Above the list of requests: how much there is at a glance, and what to see of it; every choice is a link, so one press does it. */
import type { Child, FC } from 'hono/jsx'
import { holdersOf, type NetworkContent, type Person } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { Tally } from '../../shared/store/glance.ts'
import { homePath, postPath } from '../../shared/work-paths.ts'
import { countInWords } from '../holders.ts'
import { type Filters, formsOf, isFiltered, nobody, orders, pathWith, type Shown, statesOf } from './filters.ts'
import type { Counts } from './list-view.ts'

interface GlanceProps {
  counts: Counts
  filters: Filters
  everything: boolean
}

/** Numbers that are links to as many rows. */
export const Glance: FC<GlanceProps> = ({ counts, filters, everything }) => {
  const { late, unheld, held, suspects, lateSuspects, mails } = counts
  const on = (toon: Shown) => filters.toon === toon && pathWith({ ...filters, na: undefined }) === pathWith({ toon })
  const own = !isFiltered(filters) && filters.sorteer === undefined
  return (
    <nav class="lw-chips" aria-label="In één oogopslag">
      <Count tally={late} class="late" href={pathWith({ toon: 'te-laat' })} on={on('te-laat')}>
        te laat
      </Count>
      {everything && (
        <Count tally={unheld} class="open" href={pathWith({ toon: 'te-verdelen' })} on={on('te-verdelen')}>
          te verdelen
        </Count>
      )}
      <Count
        tally={held}
        href={everything ? pathWith({ toon: 'bij-iemand' }) : homePath}
        on={everything ? on('bij-iemand') : own}
      >
        lopend
      </Count>
      {(suspects > 0 || filters.verdacht) && (
        <a
          class={lateSuspects > 0 ? 'lw-count late' : 'lw-count'}
          href={pathWith({ verdacht: '1' })}
          aria-current={filters.verdacht ? 'true' : undefined}
        >
          {`${countInWords(suspects)} verdacht${lateSuspects > 0 ? `, ${countInWords(lateSuspects)} te laat` : ''}`}
        </a>
      )}
      {mails > 0 && (
        <a class="lw-count late" href={postPath}>
          {mails === 1 ? '1 mail vraagt aandacht' : `${countInWords(mails)} mails vragen aandacht`}
        </a>
      )}
    </nav>
  )
}

interface CountProps {
  tally: Tally
  href: string
  on: boolean
  class?: string
  children?: Child
}

const Count: FC<CountProps> = ({ tally, href, on, children, ...look }) => (
  <a
    class={['lw-count', tally.count > 0 && look.class].filter(Boolean).join(' ')}
    href={href}
    aria-current={on ? 'true' : undefined}
  >
    <b>{tallyInWords(tally)}</b> {children}
  </a>
)

/** "5"; "100+" above a hundred, and "7+" where not all was looked at. */
const tallyInWords = ({ count, more }: Tally): string => `${count}${more ? '+' : ''}`

interface ChipsProps {
  network: Network
  content: NetworkContent
  person: Person
  filters: Filters
  /** It asks another order than it has. */
  unsorted: boolean
}

/** What is chosen stays in the address; a place in the list does not, as it is another list then. */
export const Chips: FC<ChipsProps> = ({ network, content, person, filters, unsorted }) => {
  const { toon, formulier, stand, wie, sorteer } = filters
  const everything = person.role === 'coordinator'
  const forms = formsOf(network)
  const states = statesOf(network, person)
  const to = (change: Filters) => pathWith({ ...filters, na: undefined, ...change })
  const toState = (state: string | undefined) => to({ stand: state, toon: toon === 'gesloten' ? undefined : toon })
  return (
    <nav class="lw-chips" aria-label="Filter en sorteer">
      {forms.size > 1 && (
        <Chip label="Soort" chosen={formulier && forms.get(formulier)}>
          <Choice href={to({ formulier: undefined })} on={!formulier} text="alle soorten" />
          {[...forms].map(([slug, name]) => (
            <Choice href={to({ formulier: slug })} on={formulier === slug} text={name} />
          ))}
        </Chip>
      )}
      <Chip label="Stand" chosen={toon === 'gesloten' ? 'gesloten' : stand && states.get(stand)}>
        <Choice href={toState(undefined)} on={!stand && toon !== 'gesloten'} text="alle open standen" />
        {[...states].map(([name, label]) => (
          <Choice href={toState(name)} on={stand === name} text={label} />
        ))}
        {everything && (
          <Choice
            href={to({ toon: 'gesloten', stand: undefined })}
            on={toon === 'gesloten'}
            text="alle gesloten samen"
          />
        )}
      </Chip>
      {everything && (
        <Chip
          label="Bij wie"
          chosen={wie === nobody ? 'niemand' : holdersOf(content).find(({ id }) => id === wie)?.name}
        >
          <Choice href={to({ wie: undefined })} on={!wie} text="iedereen" />
          <Choice href={to({ wie: nobody })} on={wie === nobody} text="niemand" />
          {holdersOf(content).map(({ id, name }) => (
            <Choice href={to({ wie: id })} on={wie === id} text={name} />
          ))}
        </Chip>
      )}
      <Chip label="Sorteer" chosen={unsorted ? undefined : sorteer && orderWords[sorteer]}>
        <Choice href={to({ sorteer: undefined })} on={!sorteer || unsorted} text={usualOrder(toon)} />
        {orders.map((order) => (
          <Choice href={to({ sorteer: order })} on={sorteer === order && !unsorted} text={orderWords[order]} />
        ))}
      </Chip>
      {(isFiltered(filters) || sorteer) && (
        <a class="lw-clear" href={homePath}>
          Wis de filters
        </a>
      )}
    </nav>
  )
}

const orderWords = { langst: 'langst in deze stand', nieuwst: 'nieuwste eerst' } as const
const usualOrder = (toon: Filters['toon']) => (toon === 'gesloten' ? 'laatst gesloten eerst' : 'wat eerst moet')

/** What stands on top. */
export function orderOf({ toon, sorteer }: Filters, unsorted: boolean): string {
  if (sorteer && !unsorted) return sorteer === 'langst' ? 'wat het langst in zijn stand staat' : 'wat laatst binnenkwam'
  return toon === 'gesloten' ? 'wat laatst gesloten is' : 'wat eerst moet gebeuren'
}

/** Closed, it says what is chosen; one of them is open at a time. */
const Chip: FC<{ label: string; chosen: string | undefined; children?: Child }> = ({ label, chosen, children }) => (
  <details class={chosen ? 'lw-chip on' : 'lw-chip'} name="filter">
    <summary>{chosen ? `${label}: ${chosen}` : label}</summary>
    <ul class="lw-plain">{children}</ul>
  </details>
)

const Choice: FC<{ href: string; on: boolean; text: string }> = ({ href, on, text }) => (
  <li>
    <a href={href} aria-current={on ? 'true' : undefined}>
      {text}
    </a>
  </li>
)
