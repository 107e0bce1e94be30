/** Tomorrow's Loket: the same sources with one question more, laid in a folder of their own. */
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const parts = [
  'forms',
  'functions',
  'emails',
  'infra',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'cdk.json',
]

export const newQuestion = 'vervoer'

/** Gives the folder; the caller removes it. */
export function changeForm(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-changed-'))
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const path = join(folder, 'forms/lco-aanvraag.ts')
  const form = readFileSync(path, 'utf8')
  const question = `{ kind: 'text', name: '${newQuestion}', label: 'Hoe komt de cliënt ter plaatse?', error: 'Vul in hoe de cliënt ter plaatse komt' },`
  const changed = form.replace(/(slug: 'praktisch',[^[]*questions: \[)/, `$1\n${question}`)
  if (changed === form) throw new Error('The form has no page "praktisch" with questions to add one to')
  writeFileSync(path, changed)
  return folder
}
