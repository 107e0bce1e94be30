/**
 * `npm run advisories`: whether a serious weakness is known in what we deploy, by the registry's own list. A registry without that list
 * (a mirror, or none at all) is said, and is no failure: a build must not depend on it.
 */
import { spawnSync } from 'node:child_process'
import { judge } from './advisory-report.ts'
import { say } from './command-line.ts'

const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev'], { encoding: 'utf8', timeout: 60_000 })
const { words, failed } = judge(stdout)
say(words)
if (failed) process.exitCode = 1
