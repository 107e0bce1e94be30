/** The frame of every page of the werkruimte: the network's header, and the way to the other parts. */
import type { Child, FC } from 'hono/jsx'
import { answersThePhone } from '../../forms/index.ts'
import type { AtWork } from '../../forms/kit/absence.ts'
import type { Role } from '../../forms/kit/content.ts'
import type { Network } from '../../forms/kit/network.ts'
import { type Frame, Layout } from '../shared/web/layout.tsx'
import {
  agendaPath,
  dataPath,
  eventsHome,
  homePath,
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
  { key: 'post', href: postPath, text: 'Post', roles: ['coordinator'] },
  { key: 'mensen', href: peoplePath, text: 'Mensen', roles: ['coordinator'] },
  { key: 'gegevens', href: dataPath, text: 'Persoonsgegevens', roles: ['coordinator'] },
]

interface WorkPageProps extends WorkFrame {
  title: string
  /** Starts the title with "Fout:". */
  problem?: boolean
  /** It shows an overleg. */
  overleg?: boolean
  /** It shows what a team does together. */
  team?: boolean
  /** There is a print button. */
  printable?: boolean
  /** Which part this page belongs to. */
  here?: string
  children?: Child
}

export const WorkPage: FC<WorkPageProps> = ({ assets, network, person, title, problem, here, children, ...kind }) => (
  <Layout assets={assets} network={network} title={title} problem={problem ?? false} {...kind}>
    <div class="work-bar">
      <nav aria-label="Werkruimte">
        {parts
          .filter(({ roles, when }) => roles.includes(person.role) && (!when || when(network)))
          .map(({ key, href, text }) => (
            <a href={href} aria-current={key === here ? 'page' : undefined}>
              {text}
            </a>
          ))}
      </nav>
      <form method="post" action={signOutPath}>
        <a href={selfPath}>{person.name}</a> <button class="link">Meld af</button>
      </form>
    </div>
    {children}
  </Layout>
)
