/**
 * Runs every command it is given, also after one that fails, and says at the end which did: `npm run check` tells all
 * there is to mend at once.
 */
import { spawnSync } from 'node:child_process'

const failed = process.argv.slice(2).filter((command) => {
  process.stdout.write(`\n> ${command}\n`)
  return spawnSync(command, { shell: true, stdio: 'inherit' }).status !== 0
})
process.stdout.write(failed.length > 0 ? `\nFailed: ${failed.join(', ')}\n` : '\nAll is well.\n')
process.exitCode = failed.length > 0 ? 1 : 0
