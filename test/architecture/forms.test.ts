/** A form is one file: nothing that runs, mails or deploys knows one by name (docs/add-a-form.md). */
import { expect, it } from 'vitest'
import { networks, services } from '../../forms/index.ts'
import type { Form } from '../../forms/kit/form.ts'
import { sourceFiles } from './source-files.ts'

const forms = [...new Set(services.map(({ form }) => form))]
const moves = ({ lifecycle }: Form) => lifecycle.moves.map(({ action }) => action)
const states = ({ lifecycle }: Form) => lifecycle.states.map(({ name }) => name)

/** Words that one form has for itself; what several share is the kit's. */
const own = (words: (form: Form) => readonly string[]) =>
  forms.flatMap((form) =>
    [...new Set(words(form))].filter((word) => !forms.some((other) => other !== form && words(other).includes(word))),
  )

/** Who asks, columns of a list and of a plan, and other words of the kit, that a form uses as the name of a question too. */
const ofTheKit: readonly string[] = [
  ...['aanvrager', 'gemeente', 'vraag', 'levensdomeinen', 'soort', 'context'],
  ...['doel', 'wanneer', 'waarom', 'akkoord', 'loopt'],
]

/** How each of them would stand in code. */
const named: { what: string; pattern: RegExp }[] = [
  ...own(({ prefix }) => [prefix]).map((what) => ({ what, pattern: new RegExp(`\\b${what}\\b`) })),
  ...own(({ name, short, subject }) => [name, short, subject]).map((what) => ({ what, pattern: new RegExp(what) })),
  ...own(({ slug, pages }) => [slug, ...pages.flatMap(({ questions }) => questions.map(({ name }) => name))])
    .filter((what) => !ofTheKit.includes(what))
    .map((what) => ({ what, pattern: new RegExp(`['"/.]${what}\\b['"/]?`) })),
  ...own((form) => [...states(form), ...moves(form)]).map((what) => ({
    what,
    pattern: new RegExp(`['"]${what}['"]|\\b${what}:`),
  })),
]

/** Demo people and demo events have names of the contract and of the seeds. */
const isDemo = (path: string) => path.startsWith('functions/local/demo-')

it('geen bestand van functions, emails of infra noemt een formulier, een van zijn vragen, standen of stappen', () => {
  const files = sourceFiles.filter(({ path }) => /^(functions|emails|infra)\//.test(path) && !isDemo(path))
  const found = files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        named.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${path}:${index + 1} ${what}`),
      ),
  )
  expect(found, 'Say it in the form, its lifecycle or its network, and let the kit read it there').toEqual([])
})

it('geen bestand van functions of emails noemt een netwerk', () => {
  const files = sourceFiles.filter(
    ({ path }) => /^(functions|emails)\//.test(path) && !path.startsWith('functions/local/'),
  )
  const slugs = networks.map(({ slug }) => slug)
  const found = files.flatMap(({ path, text }) =>
    slugs.filter((slug) => text.includes(`'${slug}'`)).map((slug) => `${path} ${slug}`),
  )
  expect(found).toEqual([])
})

it('geen bestand van forms noemt een verzonnen adres: wie voor een netwerk werkt en waar zijn post komt, is inhoud', () => {
  const invented = sourceFiles.filter(({ path, text }) => path.startsWith('forms/') && /\w\.example\b/.test(text))
  expect(invented.map(({ path }) => path)).toEqual([])
})

it('elk formulier staat op één regel in het register, en een formulier zonder eigen weg is korter dan 100 regels', () => {
  const [registry] = sourceFiles.filter(({ path }) => path === 'forms/index.ts')
  const short = ['forms/katrol-toeleiding.ts', 'forms/huisbezoek-80-plus.ts']
  for (const path of short) {
    const { text = '' } = sourceFiles.find((file) => file.path === path) ?? {}
    expect(text.split('\n').length).toBeLessThan(100)
    expect(registry?.text).toContain(`'./${path.replace('forms/', '')}'`)
  }
})
