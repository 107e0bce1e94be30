/** The frame of every page of the werkruimte: the network's header, and the way to the other parts. */
import type { Child, FC } from 'hono/jsx'
import { answersThePhone } from '../../forms/index.ts'
import type { AtWork } from '../../forms/kit/absence.ts'
import type { Role } from '../../forms/kit/content-schema.ts'
import type { Network } from '../../forms/kit/network.ts'
import { Arch, type Frame, Layout, Skip } from '../shared/web/layout.tsx'
import {
  agendaPath,
  dataPath,
  eventsHome,
  figuresPath,
  homePath,
  managePath,
  peoplePath,
  phonePath,
  postPath,
  selfPath,
  signOutPath,
  weekPath,
} from '../shared/work-paths.ts'

export interface WorkFrame extends Frame {
  network: Network
  person: AtWork
}

/** A part of the werkruimte in the menu, and who works there. */
interface Part {
  key: string
  href: string
  text: string
  roles: readonly Role[]
  /** Only where the network has it. */
  when?: (network: Network) => boolean
}

const parts: readonly Part[] = [
  { key: 'aanvragen', href: homePath, text: 'Aanvragen', roles: ['coordinator', 'casemanager', 'bemiddelaar'] },
  { key: 'week', href: weekPath, text: 'Mijn week', roles: ['coordinator', 'casemanager', 'bemiddelaar'] },
  {
    key: 'agenda',
    href: agendaPath,
    text: 'Agenda',
    roles: ['coordinator', 'bemiddelaar'],
    when: ({ teamMeeting }) => teamMeeting !== undefined,
  },
  {
    key: 'telefoon',
    href: phonePath,
    text: 'Telefoon',
    roles: ['coordinator', 'bemiddelaar'],
    when: answersThePhone,
  },
  {
    key: 'activiteiten',
    href: eventsHome,
    text: 'Activiteiten',
    roles: ['organisator', 'coordinator'],
  },
  { key: 'cijfers', href: figuresPath, text: 'Cijfers', roles: ['coordinator', 'casemanager', 'bemiddelaar'] },
  { key: 'post', href: postPath, text: 'Post', roles: ['coordinator'] },
  { key: 'mensen', href: peoplePath, text: 'Mensen', roles: ['coordinator'] },
  { key: 'beheer', href: managePath, text: 'Beheer', roles: ['coordinator'] },
  { key: 'gegevens', href: dataPath, text: 'Persoonsgegevens', roles: ['coordinator'] },
]

interface WorkPageProps extends WorkFrame {
  title: string
  /** Starts the title with "Fout:". */
  problem?: boolean
  /** It shows an overleg, a plan, or an event to who organises it: a sheet that no other page needs. */
  overleg?: boolean
  /** It shows the report of a year, which has a sheet of its own. */
  figures?: boolean
  /** There is a print button. */
  printable?: boolean
  /** A file with a list can be chosen. */
  choosesFile?: boolean
  /** There are ticks that are kept at once. */
  ticks?: boolean
  /** Which part this page belongs to. */
  here?: string
  children?: Child
}

export const WorkPage: FC<WorkPageProps> = ({ assets, network, person, title, problem, here, children, ...kind }) => (
  <Layout
    assets={assets}
    network={network}
    title={title}
    problem={problem ?? false}
    staffBar={<StaffBar network={network} person={person} here={here} />}
    {...kind}
  >
    {children}
  </Layout>
)

/** So many parts stand in the bar on a phone, and in the bar at all; the others are in its menu. */
const onPhone = 2
const inBar = 7

/** One line: where one is, the way to the other parts, and behind the name of whoever works what is needed seldom. */
const StaffBar: FC<Pick<WorkFrame, 'network' | 'person'> & { here: string | undefined }> = ({
  network,
  person,
  here,
}) => {
  const own = parts.filter(({ roles, when }) => roles.includes(person.role) && (!when || when(network)))
  return (
    <>
      <Skip />
      <header class="top lw-bar">
        <div class="wrap">
          <a class="brand" href="/">
            <Arch />
            <span class="lw-brand">Loket</span>
          </a>
          <span class="who">{network.place}</span>
          <nav aria-label="Werkruimte">
            {own.slice(0, inBar).map((part, index) => (
              <PartLink part={part} here={here} only={index < onPhone ? undefined : 'lw-wide'} />
            ))}
          </nav>
          <details class="lw-menu">
            <summary>
              <span class="lw-wide">{person.name}</span>
              <span class="lw-narrow">Meer</span>
            </summary>
            <ul class="lw-plain">
              {own.slice(onPhone).map((part, index) => (
                <li class={index < inBar - onPhone ? 'lw-narrow' : undefined}>
                  <PartLink part={part} here={here} />
                </li>
              ))}
              <li>
                <a href={selfPath}>
                  Uw account<span class="lw-narrow">{`: ${person.name}`}</span>
                </a>
              </li>
              <li>
                <form method="post" action={signOutPath}>
                  <button class="link">Meld af</button>
                </form>
              </li>
            </ul>
          </details>
        </div>
      </header>
    </>
  )
}

interface PartLinkProps {
  part: Part
  here: string | undefined
  /** Shown on some screens only. */
  only?: string | undefined
}

const PartLink: FC<PartLinkProps> = ({ part: { key, href, text }, here, only }) => (
  <a href={href} class={only} aria-current={key === here ? 'page' : undefined}>
    {text}
  </a>
)
