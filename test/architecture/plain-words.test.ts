/** Everything a person can read is level B1: no hard words, no long sentences (docs/words.md, how we write for people). */
import { describe, expect, it } from 'vitest'
import { hardWordsIn, sentencesIn, textsOf, wordsOf } from './plain-words.ts'
import { sourceFiles } from './source-files.ts'

/** Of people: not what stops Loket at its start, not what is for who tries it on their own machine. */
const read = /^(forms\/|functions\/(public|guest|workspace|shared\/web)\/|emails\/)/
const ofBuilders = /^forms\/kit\/(problems|plan\/hard-words|same-service)|icons\.tsx$/
const files = sourceFiles
  .filter(({ path }) => read.test(path) && !ofBuilders.test(path))
  .map(({ path, text }) => ({ path, texts: textsOf(text, path) }))
const all = files.flatMap(({ path, texts }) => texts.map((text) => ({ path, text })))

/** What who asks for help, or is invited, reads; the werkruimte has its own short words. */
const isPublic = (path: string) => !/^(functions\/workspace|forms\/kit\/(plan|post|team-meeting|tasks))/.test(path)

it('leest alle teksten', () => {
  const words = all.map(({ text }) => text).join('\n')
  expect(all.length).toBeGreaterThan(1500)
  for (const text of [
    'Wat wil de cliënt zelf verbeterd zien?',
    'De coördinator krijgt deze antwoorden niet. We wissen ze binnen 24 uur.',
    'Een LCO is hier voor meerderjarige cliënten.',
    'Vul een postcode van 4 cijfers in, bijvoorbeeld 9300',
  ])
    expect(words).toContain(text)
})

it('geen moeilijk woord', () => {
  const found = all.flatMap(({ path, text }) =>
    hardWordsIn(text).map((word) => `${path}: ${word} (${text.slice(0, 80)})`),
  )
  expect(found).toEqual([])
})

describe('zinnen in wat iedereen leest', () => {
  const sentences = all
    // A drawing, and words without a sentence.
    .filter(({ path, text }) => isPublic(path) && !/<(?:path|circle) /.test(text) && /[.,?:]|^\p{Lu}/u.test(text))
    .flatMap(({ path, text }) => sentencesIn(text).map((sentence) => ({ path, sentence, words: wordsOf(sentence) })))

  it('geen is langer dan 25 woorden', () => {
    expect(sentences.filter(({ words }) => words > 25).map(({ path, sentence }) => `${path}: ${sentence}`)).toEqual([])
  })

  it.each(['forms/', 'functions/public/', 'functions/guest/', 'functions/shared/web/', 'emails/'])(
    'gemiddeld hoogstens 20 woorden in %s',
    (folder) => {
      const counted = sentences
        .filter(({ path, words }) => path.startsWith(folder) && words > 2)
        .map(({ words }) => words)
      expect(counted.length).toBeGreaterThan(10)
      expect(counted.reduce((sum, words) => sum + words, 0) / counted.length).toBeLessThanOrEqual(20)
    },
  )

  it('geen uitroepteken', () => {
    expect(sentences.filter(({ sentence }) => /[\p{L}\p{N}] ?!(\s|$)/u.test(sentence))).toEqual([])
  })
})

describe('de lat zelf (controle)', () => {
  it.each([
    ['Gelieve te bellen.', 1],
    ['Indien u wenst', 1],
    ['indienen, ingediend, reeds', 1],
    ['U dient dit te doen', 0],
    ['U dient te bellen', 1],
    ['Uiterlijk op vrijdag', 1],
    ['Een mooi uiterlijk', 0],
    ['Beëindigd en gecontacteerd', 2],
    ['Omtrent middels', 2],
    ['De middelste, de omtrek, de conformist', 0],
  ])('%s', (text, count) => expect(hardWordsIn(text)).toHaveLength(count))

  it('vindt een moeilijk woord tussen tags, in een sjabloon en in data, en niet in code', () => {
    const source = [
      "import { x } from 'indien u'",
      'const a = <p class="indien niet">Bel <strong>reeds nu</strong> indien {b} komt.<br /></p>',
      `const c = { label: 'Wat dient te gebeuren?', d: \`Om \${a} teneinde te\` }`,
      "throw new Error('thans is dat zo')",
    ].join('\n')
    expect(
      textsOf(source)
        .flatMap(hardWordsIn)
        .map((word) => word.split(' →')[0]),
    ).toEqual(expect.arrayContaining(['indien', 'reeds', 'dient te', 'teneinde']))
    expect(textsOf(source).flatMap(hardWordsIn)).toHaveLength(4)
  })

  it('telt zinnen en woorden zoals iemand leest', () => {
    const text = 'Bel 053 00 00 00, ma–vr. Dat mag altijd: U zegt het zelf. (Echt waar?) Om 9.30 uur.'
    expect(sentencesIn(text)).toHaveLength(5)
    expect(wordsOf(Array.from({ length: 31 }, () => 'woord').join(' '))).toBe(31)
    expect(sentencesIn('Wij bellen {behandelaar} op {datum}.').map(wordsOf)).toEqual([5])
  })
})
