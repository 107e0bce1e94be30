/** A path that is named in a document or a comment leads somewhere: files move, words stay behind. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const texts = globSync(['*.md', 'docs/**/*.md', '{forms,functions,emails,infra,test}/**/*.{ts,tsx,css}'], { cwd: root })
const named = /(?<![\w./-])((?:forms|functions|emails|infra|test|docs)\/[\w./-]+\.(?:tsx?|md|css|json|py|png))/g

const pathsIn = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(named)].flatMap(([, path]) => path ?? [])

it('every path that is named exists', () => {
  const all = texts.flatMap((file) => pathsIn(file).map((path) => ({ file, path })))
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter(({ path }) => !existsSync(join(root, path)))).toEqual([])
})
