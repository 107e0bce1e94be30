/** One word per thing (docs/words.md): a second word stands only where something stored or fixed from outside has it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

const words = readFileSync(join(import.meta.dirname, '../../docs/words.md'), 'utf8')

/** The rows of a table under a mark, each with what stands between backquotes per column. */
const tableUnder = (mark: string) =>
  (words.split(`<!-- ${mark}`)[1]?.split('\n\n')[1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'))
    .map((line) =>
      line
        .split('|')
        .slice(1)
        .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted)),
    )

/** Words that the code does not use for a thing of ours. */
const second = tableUnder('own-things').flatMap(([, , never = []]) => never)
/** Where one may stand all the same: files, or folders. */
const exceptions = new Map(tableUnder('second-words').map(([[word = ''] = [], , where = []]) => [word, where]))

const codePart = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[`{}]|[^'"`{}/]+|./y
const templatePart = /`|\$\{|\\[\s\S]|[^`$\\]+|\$/y
/** Between tags, and around what a tag shows. */
const shown = /(?<!=)>[^<>{}()=;]*(?=[<{])|\}[^<>{}()=;]*(?=<)/g

/** A file without comments and texts; what a template fills in stays. */
function codeOf(source: string): string {
  let code = ''
  const open: ('`' | '{')[] = []
  for (let at = 0; at < source.length; ) {
    const inTemplate = open.at(-1) === '`'
    const part = inTemplate ? templatePart : codePart
    part.lastIndex = at
    const token = part.exec(source)?.[0] ?? ' '
    at += token.length
    if (token === (inTemplate ? '`' : '}')) open.pop()
    else if (token === '`') open.push('`')
    else if (token === (inTemplate ? '${' : '{')) open.push('{')
    if (!inTemplate) code += /^(?:["'`]|\/[/*])/.test(token) ? '""' : token
  }
  return code
}

function identifiersOf(path: string, source: string): Set<string> {
  const code = codeOf(source)
  return new Set((path.endsWith('.tsx') ? code.replaceAll(shown, ' ') : code).match(/[A-Za-z_$][\w$]*/g))
}
const files = sourceFiles.map(({ path, text: source }) => ({ path, names: identifiersOf(path, source) }))
const filesWith = (word: string) => files.filter(({ names }) => names.has(word)).map(({ path }) => path)
const isIn = (places: readonly string[], path: string) =>
  places.some((place) => path === place || (place.endsWith('/') && path.startsWith(place)))

describe('one word per thing', () => {
  it('reads both tables, and knows an identifier from a text', () => {
    expect(second).toContain('houder')
    expect(exceptions.size).toBeGreaterThan(10)
    const template = '`rol $' + '{a.naam ? `bij $' + '{a.houder}` : 0} eis`'
    const source = `const a = { houder: 'x' } // tekst\nconst b = <p class="laat">stand {${template}} verdacht</p>`
    expect([...identifiersOf('a.tsx', source)]).toEqual(['const', 'a', 'houder', 'b', 'p', 'class', 'naam'])
  })

  it.each(second)('%s is not said in code, but where docs/words.md says why', (word) => {
    const strange = filesWith(word).filter((path) => !isIn(exceptions.get(word) ?? [], path))
    expect(strange, `Use the word of docs/words.md in its place, or say there that ${word} is stored.`).toEqual([])
  })

  it.each([...exceptions])('%s still stands where docs/words.md says', (word, places) => {
    expect(second).toContain(word)
    expect(places.filter((place) => !filesWith(word).some((path) => isIn([place], path)))).toEqual([])
  })
})
