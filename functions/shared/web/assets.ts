/** The style sheet, the font and the one script, with the hash of their bytes in the address: cached for ever, never stale. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Network } from '../../../forms/kit/network.ts'

interface Asset {
  path: string
  type: string
  body: Uint8Array<ArrayBuffer>
}

export interface Assets {
  css: Asset
  /** For every page that is not of the werkruimte. */
  public: Asset
  /** For the pages of an overleg, and of who organises an event, only. */
  overleg: Asset
  /** For the report of a year. */
  figures: Asset
  /** For every page of the werkruimte. */
  staff: Asset
  font: Asset
  script: Asset
  /** For a form that keeps what is typed meanwhile. */
  formScript: Asset
  /** For a page where a file with a list can be chosen. */
  listScript: Asset
  /** For the page at the door of an event. */
  ticksScript: Asset
  icon: Asset
}

interface AssetFiles {
  css: URL
  public: URL
  overleg: URL
  figures: URL
  staff: URL
  font: URL
  script: URL
  formScript: URL
  listScript: URL
  ticksScript: URL
  icon: URL
}

/** Where the bundler lays the files: beside the bundle (infra/page-files.ts). */
export const bundledAssets = (bundle: string): AssetFiles => ({
  css: new URL('./assets/loket.css', bundle),
  public: new URL('./assets/public.css', bundle),
  overleg: new URL('./assets/overleg.css', bundle),
  figures: new URL('./assets/figures.css', bundle),
  staff: new URL('./assets/staff.css', bundle),
  font: new URL('./assets/atkinson.woff2', bundle),
  script: new URL('./assets/page.js', bundle),
  formScript: new URL('./assets/form.js', bundle),
  listScript: new URL('./assets/list.js', bundle),
  ticksScript: new URL('./assets/ticks.js', bundle),
  icon: new URL('./assets/icon.svg', bundle),
})

/** Reads the files once, at start; each network's colours become a class of their own. */
export function loadAssets(files: AssetFiles, networks: readonly Network[]): Assets {
  const font = asset('atkinson', 'woff2', 'font/woff2', readFileSync(files.font))
  const code = (name: string, file: URL) => asset(name, 'js', 'text/javascript; charset=utf-8', readFileSync(file))
  const script = code('page', files.script)
  const formScript = code('form', files.formScript)
  const listScript = code('list', files.listScript)
  const ticksScript = code('ticks', files.ticksScript)
  const icon = asset('loket', 'svg', 'image/svg+xml', readFileSync(files.icon))
  const sheet = readFileSync(files.css, 'utf8').replace('FONT_URL', font.path) + networks.map(coloursOf).join('')
  const style = (name: string, text: string | Uint8Array) =>
    asset(name, 'css', 'text/css; charset=utf-8', Buffer.from(text))
  const some = {
    public: style('public', readFileSync(files.public)),
    overleg: style('overleg', readFileSync(files.overleg)),
    figures: style('figures', readFileSync(files.figures)),
    staff: style('staff', readFileSync(files.staff)),
  }
  return { font, script, formScript, listScript, ticksScript, icon, css: style('loket', sheet), ...some }
}

const coloursOf = ({ slug, colours: { brand, brandDeep, brandWash, mark } }: Network): string =>
  `.net-${slug}{--brand:${brand};--brand-deep:${brandDeep};--brand-wash:${brandWash};--mark:${mark}}`

function asset(name: string, extension: string, type: string, bytes: Uint8Array): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { path: `/assets/${name}-${hash}.${extension}`, type, body: new Uint8Array(bytes) }
}
