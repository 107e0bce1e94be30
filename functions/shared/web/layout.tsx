/** The frame of every page: title, header with the network's name, footer with the phone. */

import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { phoneHref, phoneInWords } from '../../../forms/kit/contact.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { eventsPath, regionsPath } from '../public-paths.ts'
import { homePath } from '../work-paths.ts'
import type { Assets } from './assets.ts'
import { keptHtml } from './kept-html.ts'

export interface Frame {
  assets: Assets
  /** The network whose name, phone and colours the page carries. */
  network?: Network | undefined
}

interface LayoutProps extends Frame {
  title: string
  /** Starts the title with "Fout:", so that a screen reader says it first. */
  problem?: boolean
  /** The part of the navigation this page belongs to. */
  here?: 'aanbod' | 'activiteiten'
  /** With the menu: before a form, and where no network is known. In a form nothing leads away from it. */
  menu?: boolean
  /** It shows an overleg, a plan, or an event to who organises it: a sheet that no other page needs. */
  overleg?: boolean
  /** It shows the report of a year, which has a sheet of its own. */
  figures?: boolean
  /** Of the werkruimte: what its pages have in place of the header of everybody. */
  staffBar?: Child
  /** There is a print button. */
  printable?: boolean
  /** It can be left without a trace (way-out.tsx). */
  leaves?: boolean
  /** There is a form that keeps what is typed meanwhile. */
  keepsTyping?: boolean
  /** A file with a list can be chosen. */
  choosesFile?: boolean
  /** There are ticks that are kept at once. */
  ticks?: boolean
  children?: Child
}

/** Without it a browser guesses at old rules of layout ("quirks mode"). */
const doctype = raw('<!doctype html>')

export const Layout: FC<LayoutProps> = (props) => (
  <>
    {doctype}
    <Page {...props} />
  </>
)

const Page: FC<LayoutProps> = (props) => {
  const {
    assets,
    network,
    title,
    problem = false,
    here,
    menu = network === undefined || here !== undefined,
    overleg = false,
    figures = false,
    staffBar,
    printable = false,
    leaves = false,
    keepsTyping = false,
    choosesFile = false,
    ticks = false,
    children,
  } = props
  return (
    <html lang="nl-BE" class={network ? `net-${network.slug}` : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${problem ? 'Fout: ' : ''}${title} – Loket`}</title>
        <link rel="preload" href={assets.font.path} as="font" type="font/woff2" crossorigin="" />
        <link rel="stylesheet" href={assets.css.path} />
        <link rel="stylesheet" href={(staffBar ? assets.staff : assets.public).path} />
        {overleg && <link rel="stylesheet" href={assets.overleg.path} />}
        {figures && <link rel="stylesheet" href={assets.figures.path} />}
        <link rel="icon" href={assets.icon.path} type="image/svg+xml" />
        {(printable || problem || leaves) && <script type="module" src={assets.script.path} />}
        {keepsTyping && <script type="module" src={assets.formScript.path} />}
        {choosesFile && <script type="module" src={assets.listScript.path} />}
        {ticks && <script type="module" src={assets.ticksScript.path} />}
      </head>
      <body class={[staffBar ? 'lw' : 'lp', overleg && 'lo'].filter(Boolean).join(' ')}>
        {staffBar ??
          keptHtml(network ?? everywhere, `top ${here} ${menu}`, () => (
            <Top network={network} here={here} menu={menu} />
          ))}
        <main id="inhoud" tabindex={-1}>
          <div class="wrap">{children}</div>
        </main>
        {keptHtml(network ?? everywhere, 'foot', () => (
          <Foot network={network} />
        ))}
      </body>
    </html>
  )
}

/** Stands for the network on a page that is of none. */
const everywhere = {}

interface TopProps {
  here: LayoutProps['here'] | undefined
  network: Network | undefined
  menu: boolean
}

/** The same on every page of a network. */
const Top: FC<TopProps> = ({ network, here, menu }) => (
  <>
    <Skip />
    <header class="top">
      <div class="wrap">
        <a class="brand" href="/">
          <Arch />
          Loket
        </a>
        {network && <span class="who">{network.place}</span>}
        {menu && (
          <nav aria-label="Hoofdmenu">
            <a
              href={network ? `/aanbod/${network.slug}` : '/aanbod'}
              aria-current={here === 'aanbod' ? 'true' : undefined}
            >
              Aanbod
            </a>
            <a href={eventsPath} aria-current={here === 'activiteiten' ? 'true' : undefined}>
              Activiteiten
            </a>
          </nav>
        )}
        {network && (
          <span class="top-phone">
            <span class="lp-breed">Hulp nodig? </span>Bel <Phone number={network.phone} />
          </span>
        )}
      </div>
    </header>
  </>
)

export const Skip: FC = () => (
  <a class="skip" href="#inhoud">
    Naar de inhoud
  </a>
)

const Foot: FC<Pick<Frame, 'network'>> = ({ network }) => (
  <footer class="foot">
    <div class="wrap">
      {network ? (
        <span>
          Vragen? Bel <Phone number={network.phone} />, {network.reachable}
        </span>
      ) : (
        <span>
          Elke streek heeft een eigen nummer. U vindt het <a href={regionsPath}>op de beginpagina</a>.
        </span>
      )}
      <a href="/privacy">Privacy</a>
      <a href="/toegankelijkheid">Toegankelijkheid</a>
      <a href={homePath}>Werkruimte</a>
    </div>
  </footer>
)

/** A counter with an awning: the one ornament. */
export const Arch: FC = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path class="arch" d="M4 30V15a12 12 0 0 1 24 0v15z" />
    <path class="arch-inside" d="M9 30V16a7 7 0 0 1 14 0v14z" />
    <rect class="arch-counter" x="2" y="21" width="28" height="4" rx="1" />
  </svg>
)

/** Somebody's number as it is stored (E.164), to tap: shown as a Belgian writes it. */
export const PhoneLink: FC<{ number: string }> = ({ number }) => <a href={`tel:${number}`}>{phoneInWords(number)}</a>

/** A phone number to tap. */
export const Phone: FC<{ number: string }> = ({ number }) => <a href={phoneHref(number)}>{number}</a>

/** Where a call is quicker than a form. */
export const CallFirst: FC<{ network: Network }> = ({ network: { phone, reachable } }) => (
  <p class="call-first">
    Liever bellen? Bel <Phone number={phone} />, {reachable}.
  </p>
)

/** "Is er nu gevaar? Bel 112." */
export const Danger: FC = () => (
  <>
    Is er nu gevaar? Bel <a href="tel:112">112</a>.
  </>
)
