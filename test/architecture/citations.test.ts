/** What a comment or a document names exists in the clone: files move and words stay behind. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const isThere = (path: string) => existsSync(join(root, path))
const files = globSync(['*.md', 'docs/**/*.md', '{forms,functions,emails,infra,test}/**/*.{ts,tsx,css}'], { cwd: root })
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const texts = files.map((file) => ({ file, text: textOf(file) }))
const documents = texts.filter(({ file }) => file.endsWith('.md'))

interface Cited {
  file: string
  names: string
}

const cited = (from: typeof texts, pattern: RegExp): (Cited & { groups: readonly (string | undefined)[] })[] =>
  from.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ file, names: match[0], groups: match.slice(1) })),
  )
const told = (found: readonly Cited[]) => found.map(({ file, names }) => `${file}: ${names}`)

/** `docs/domain.md`, `test/forms/move.test.ts`: from the root, wherever it stands. */
const paths = cited(
  texts,
  /(?<![\w./-])((?:forms|functions|emails|infra|test|docs|shared)\/[\w./-]+\.(?:tsx?|md|css|json|py|png|txt|html))/g,
)
/** A document named without its folder: only those at the root have none. Inside a link its words may. */
const bare = cited(
  texts.map(({ file, text }) => ({
    file,
    text: file.endsWith('.md') ? text.replaceAll(/\[[^\]]*\]\([^)]*\)/g, '') : text,
  })),
  /(?<![\w./-])([\w-]+\.md)\b/g,
)
const links = cited(documents, /\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)/g)
const decisions = cited(texts, /decisions?\/(\d{3})/g)
const sections = cited(texts, /docs\/domain\.md((?:,? (?:and )?§[\d.]+)+)/g)

/** How GitHub makes an anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
const anchorsIn = (file: string) =>
  [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

describe('what is named exists', () => {
  it('a path', () => {
    expect(paths.length).toBeGreaterThan(200)
    expect(told(paths.filter(({ groups: [path = ''] }) => !isThere(path)))).toEqual([])
  })

  it('a document, with its folder', () => {
    expect(told(bare.filter(({ groups: [name = ''] }) => !isThere(name)))).toEqual([])
  })

  it('a link in a document, and its heading', () => {
    expect(links.length).toBeGreaterThan(100)
    const broken = links.filter(({ file, groups: [path = '', anchor] }) => {
      const target = path === '' ? file : join(dirname(file), path)
      return !isThere(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor))
    })
    expect(told(broken)).toEqual([])
  })

  it('a decision, by its number', () => {
    expect(decisions.length).toBeGreaterThan(15)
    const known = files.flatMap((file) => /^docs\/decisions\/(\d{3})-/.exec(file)?.[1] ?? [])
    expect(told(decisions.filter(({ groups: [number = ''] }) => !known.includes(number)))).toEqual([])
  })

  it('a section of the domain: §3.7 is the seventh rule of chapter 3', () => {
    expect(sections.length).toBeGreaterThan(50)
    const domain = textOf('docs/domain.md')
    const chapters = [...domain.matchAll(/^## (\d)\. /gm)].flatMap(([, number]) => number ?? [])
    const rules = [...(domain.split('\n## 3. ')[1]?.split('\n## ')[0] ?? '').matchAll(/^(\d+)\. /gm)]
    const known = [...chapters, ...rules.map(([, number]) => `3.${number}`)]
    const strange = sections.filter(({ groups: [named = ''] }) =>
      [...named.matchAll(/§(\d+(?:\.\d+)?)/g)].some(([, number = '']) => !known.includes(number)),
    )
    expect(told(strange)).toEqual([])
  })

  it('a test behind a promise, by its name', () => {
    const named = cited(documents, /`(test\/[^`]+)`((?:[ \n]›[ \n]\*[^*]+\*)+)/g)
    expect(named.length).toBeGreaterThan(10)
    const missing = named.flatMap(({ file, groups: [path = '', names = ''] }) =>
      [...names.matchAll(/\*([^*]+)\*/g)]
        .map(([, name = '']) => name.replaceAll(/\s+/g, ' '))
        .filter((name) => !isThere(path) || !textOf(path).includes(name))
        .map((name) => `${file}: ${path} has no test "${name}"`),
    )
    expect(missing).toEqual([])
  })

  it('a command of the README', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
    const run = cited(
      documents.filter(({ file }) => file === 'README.md'),
      /npm run ([a-z][\w:-]*)/g,
    )
    expect(run.length).toBeGreaterThan(10)
    expect(told(run.filter(({ groups: [name = ''] }) => !(name in scripts)))).toEqual([])
  })
})
