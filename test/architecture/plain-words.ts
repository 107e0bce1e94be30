/**
 * Words that no screen, form or mail has, each with what to write in its place: level B1 (docs/words.md, how we write for people).
 * Paper for a client has fewer words still (forms/kit/plan/hard-words.ts).
 */
import { parseAst } from 'vitest/node'

/** `~`: whatever letters the word begins or ends with. */
const hardWords: Readonly<Record<string, string>> = {
  'gelieve(?: te)?': 'Bel, Schrijf, Kies …',
  indien: 'als',
  'dien(?:t|en|de|den)? te': 'moeten',
  inzake: 'over',
  teneinde: 'om',
  conform: 'zoals, volgens',
  middels: 'met',
  betreffende: 'over',
  desgewenst: 'als u dat wilt',
  alsook: 'en ook',
  'dewelke|hetwelk|hetgeen': 'die, dat, wat',
  'aangaande|omtrent|nopens|dienaangaande': 'over',
  mits: 'als',
  'doch|echter': 'maar',
  'nochtans|desondanks|desalniettemin': 'toch',
  reeds: 'al',
  'thans|momenteel|heden': 'nu',
  'derhalve|aldus|bijgevolg|dientengevolge|alsdan': 'dus, daarom, dan',
  'tevens|eveneens': 'ook',
  'voornoemd~|bovenvermeld~|voormeld~|desbetreffend~|bovenstaand~|onderstaand~': 'deze, hierboven, hieronder',
  'ingevolge|krachtens|overeenkomstig': 'volgens',
  'uiterlijk(?= (?:op|binnen|voor|\\d))': 'ten laatste',
  onverwijld: 'meteen',
  steeds: 'altijd',
  'te allen tijde': 'altijd',
  opdat: 'zodat',
  alvorens: 'voor',
  gedurende: 'tijdens',
  uitsluitend: 'alleen',
  'met betrekking tot|ten aanzien van|in verband met': 'over, voor',
  'in het kader van': 'bij, voor',
  'in functie van|ten behoeve van': 'voor',
  'ten gevolge van|naar aanleiding van': 'door',
  'van toepassing': 'geldt',
  'verkrijg~|bekom(?:t|en)|verkregen': 'krijgen',
  'verstrek~|verschaf~': 'geven',
  'aanvang(?:t|en)?|aanvatten': 'beginnen',
  'beëindig~': 'stoppen',
  'contacte(?:er|ren)~|gecontacteerd': 'bellen, bereiken',
  'beschikt? over': 'hebben',
  'tracht~': 'proberen',
  'geschied(?:t|en)': 'gebeuren',
  'implement(?:eer|er)~|facilit(?:eer|er)~|optimalis~|initi(?:eer|ër)~': 'beginnen, helpen, beter maken',
  'particip~': 'meedoen',
  'raadpleeg~|raadplegen': 'bekijken',
  'valid(?:eer|er)~': 'nakijken',
  'adequa~': 'goed',
  frequent: 'vaak',
  initieel: 'eerst',
  'vereist~|benodigd~': 'nodig',
  'aanwend~': 'gebruiken',
  'ervaa?r(?:t|en)': 'hebben, voelen',
  'voldoende mate|dusdanig~|zodanig': 'genoeg, zo',
  'woonachtig|gehuisvest': 'woont',
  helaas: '(zeg wat er nu gebeurt)',
}

const letters = '[\\p{L}\\p{N}]'
const known = Object.entries(hardWords).map(([word, instead]) => ({
  shape: new RegExp(`(?<!${letters})(?:${word.replaceAll('~', '\\p{L}*')})(?!${letters})`, 'giu'),
  instead,
}))

/** "indien → als", for each hard word in a text. */
export const hardWordsIn = (text: string): string[] =>
  known.flatMap(({ shape, instead }) => [...text.matchAll(shape)].map(([word]) => `${word} → ${instead}`))

/** What is filled in counts as a word. */
const filled = 'Iets'

/** Its sentences: a colon before a capital, and an end of a line, end one too. */
export const sentencesIn = (text: string): string[] =>
  text
    .replaceAll(/\{\w+\}/g, filled)
    .split(/(?<=[.?!:…]['’”»)]*)\s+(?=['‘“«(]*[\p{Lu}\d])|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence))

export const wordsOf = (sentence: string): number =>
  (sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,:@/-]*/gu) ?? []).length

interface Node {
  type: string
  [part: string]: unknown
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** Attributes of which a person reads the value. */
const shown = [
  'title',
  'label',
  'text',
  'hint',
  'aria-label',
  'words',
  'button',
  'lead',
  'message',
  'placeholder',
  'alt',
]

/** What a person can read of a source file: what stands between tags, whole, and every other text of more than one word. */
export function textsOf(source: string, path = '.tsx'): string[] {
  const found: string[] = []
  const seen = new Set<Node>()
  visit(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node)
  return found.map((text) => text.replaceAll(/[^\S\n]+/g, ' ').trim()).filter((text) => /\p{L}\P{L}+\p{L}/u.test(text))

  function visit(node: Node): void {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'TSTypeAnnotation':
      case 'TSTypeAliasDeclaration':
      case 'TSInterfaceDeclaration':
        return
      case 'NewExpression':
        // An error is read by who builds Loket.
        if (/Error$/.test(String((node.callee as Node).name))) return
        break
      case 'JSXAttribute':
        if (!shown.includes(String((node.name as Node).name)) && isNode(node.value) && node.value.type === 'Literal')
          return
        break
      case 'JSXElement':
      case 'JSXFragment':
        if (!seen.has(node)) found.push(contentOf(node))
        break
      case 'Literal':
        if (typeof node.value === 'string') found.push(node.value)
        return
      case 'TemplateLiteral':
        found.push(templateOf(node))
        break
    }
    for (const part of Object.values(node)) for (const child of [part].flat()) if (isNode(child)) visit(child)
  }

  /** With what is filled in, and with the elements inside a sentence. */
  function contentOf(element: Node): string {
    seen.add(element)
    return (element.children as Node[])
      .map((child) => {
        if (child.type === 'JSXText') return String(child.value).replaceAll(/\s*\n\s*/g, ' ')
        if (child.type === 'JSXElement') return isInSentence(child) ? contentOf(child) || filled : '\n'
        const { expression } = child as unknown as { expression?: Node }
        if (expression?.type === 'Literal') return String(expression.value)
        if (expression?.type === 'TemplateLiteral') return templateOf(expression)
        return expression && /Call|Logical|Conditional|JSX/.test(expression.type) ? '\n' : filled
      })
      .join('')
  }

  function isInSentence(element: Node): boolean {
    const { name } = (element.openingElement as { name: Node }).name as unknown as { name: string }
    return /^(a|b|bdi|em|strong|span|Phone|Danger|time|abbr)$/.test(name)
  }

  function templateOf(template: Node): string {
    const quasis = template.quasis as { value: { cooked: string } }[]
    return quasis.map(({ value }) => value.cooked).join(filled)
  }
}
