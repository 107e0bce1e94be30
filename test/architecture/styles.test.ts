/** A style sheet says nothing of what no page has: the class of every rule stands in the source of some page. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../../functions/', import.meta.url)
const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(new URL(path, root), 'utf8'))
  .join('\n')
const words = new Set(source.match(/[a-z][\w-]*/gi))
/** Made of a word and the name of a question. */
const made = /^asked-/

const unused = (sheet: string): string[] =>
  [...new Set([...sheet.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/gi)].map(([, name = '']) => name))].filter(
    (name) => !words.has(name) && !made.test(name),
  )

it.each(['loket', 'public', 'staff', 'figures'])('%s.css: elke klasse staat ergens op een pagina', (name) => {
  expect(unused(readFileSync(new URL(`shared/web/assets/${name}.css`, root), 'utf8'))).toEqual([])
})

it('ziet een klasse die nergens staat', () => {
  expect(unused('.lw-nergens-te-vinden > a { color: red }')).toEqual(['lw-nergens-te-vinden'])
})
