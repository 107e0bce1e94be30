/** Where a person goes after signing in: always a page of the werkruimte, whatever the address asked for. */
import { callbackPath, homePath, signedOutPath, signInHome, signOutPath } from '../../shared/work-paths.ts'

const longest = 1_000

/** The addresses of signing in itself: going back there would go round in circles. */
const signInPaths: readonly string[] = [signInHome, callbackPath, signOutPath, signedOutPath]

/** The path to go back to, as a browser would understand it; the front page for anything that is not ours. */
export function returnPath(asked: string | undefined, url: string): string {
  // Browsers read a backslash as a slash, and drop line ends and tabs.
  if (!asked || asked.length > longest || !asked.startsWith(homePath) || /[\\\p{Cc}]/u.test(asked)) return homePath
  const target = URL.parse(asked, url)
  const inside = target?.origin === new URL(url).origin && /^\/werkruimte(?:\/|$)/.test(target.pathname)
  return inside && !signInPaths.includes(target.pathname) ? target.pathname + target.search : homePath
}

/** Starts a sign-in that comes back to this path. */
export const signInPath = (back: string): string =>
  back === homePath ? signInHome : `${signInHome}?${new URLSearchParams({ terug: back })}`
