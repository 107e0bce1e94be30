/**
 * A handler reads, asks a pure function what follows, has it stored, answers: short, and with few ways out. What it hands on to
 * takes the request too, so that is measured with it. Read as text: Biome has laid every line out (biome.json).
 */
import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

const mostLines = 25
const mostExits = 4

interface Measured {
  lines: number
  exits: number
}

/** Behind a path: what answers it, inline. */
const handler = /^( *)(?:routes|app)\.(?:get|post|put|delete|all|on|use|notFound|onError)\(/
/** Given the request to go on with. */
const step = /^( *)(?:export )?(?:(?:async )?function \w+\(|const \w+ = (?:async )?\()(?:c\b|$)/

/** The lines from a first one up to where its indentation comes back; signatures may take several. */
function blockFrom(lines: readonly string[], first: number, indentation: string): string[] {
  const isInside = (line: string) => line === '' || line.startsWith(`${indentation} `) || /^ *\).*[{(]$/.test(line)
  if (!/[{(>=]$/.test(lines[first] ?? '')) return lines.slice(first, first + 1)
  const length = lines.slice(first + 1).findIndex((line) => !isInside(line))
  const closes = /^ *[})\]]/.test(lines[first + 1 + length] ?? '')
  return lines.slice(first, first + 1 + length + (closes ? 1 : 0))
}

/** Ways out; in a switch over what was decided each case has its own, and the table of them is one. */
function exitsIn(block: readonly string[], { countCases }: { countCases: boolean }): number {
  let table: string | undefined
  let exits = 0
  for (const line of block) {
    const indentation = /^ */.exec(line)?.[0] ?? ''
    if (!countCases && table === undefined && /^ *switch \(/.test(line)) {
      table = indentation
      exits += 1
    } else if (table === undefined && /\breturn\b/.test(line)) exits += 1
    if (table !== undefined && line === `${table}}`) table = undefined
  }
  return exits
}

function measured(text: string): { at: number; kind: 'handler' | 'step'; size: Measured }[] {
  const lines = text.split('\n')
  return lines.flatMap((line, first) => {
    const [, ofHandler] = handler.exec(line) ?? []
    const [, ofStep] = step.exec(line) ?? []
    const takesRequest =
      / c\b.*Context|^ *c: /.test(line.endsWith('(') ? (lines[first + 1] ?? '') : line) || /\(c\b/.test(line)
    const indentation = ofHandler ?? (takesRequest ? ofStep : undefined)
    if (indentation === undefined) return []
    const block = blockFrom(lines, first, indentation)
    const kind = ofHandler === undefined ? 'step' : 'handler'
    return [
      { at: first + 1, kind, size: { lines: block.length, exits: exitsIn(block, { countCases: kind === 'handler' }) } },
    ]
  })
}

const all = sourceFiles
  .filter(({ path }) => /^functions\/(public|workspace|shared\/web)\//.test(path))
  .flatMap(({ path, text }) => measured(text).map((one) => ({ ...one, path })))

it('geen enkele is te lang of heeft te veel uitgangen', () => {
  const broken = all
    .filter(({ size }) => size.lines > mostLines || size.exits > mostExits)
    .map(({ path, at, size }) => `${path}:${at}: ${size.lines} lines, ${size.exits} ways out`)
  expect(broken, 'Decide in a pure function of forms/kit; give what it says to a step of its own').toEqual([])
})

describe('de maat', () => {
  it('vindt ze (of de regel hierboven bewijst niets)', () => {
    const of = (kind: 'handler' | 'step') => all.filter((one) => one.kind === kind)
    expect(of('handler').length).toBeGreaterThan(90)
    expect(of('step').length).toBeGreaterThan(60)
    expect(Math.max(...all.map(({ size }) => size.lines))).toBeGreaterThan(20)
  })

  const returns = (count: number) => Array.from({ length: count }, () => '    if (x) return c.text(x)')
  const body = (count: number) => Array.from({ length: count }, (_, index) => `    const a${index} = 1`)
  const table = (count: number) => [
    '    switch (x) {',
    ...Array.from({ length: count }, () => '      case 1: return 1'),
    '    }',
  ]
  it.each<[string, string[], Measured]>([
    ['een regel', ["  routes.get('/', (c) => c.text('x'))", '', '  x()'], { lines: 1, exits: 0 }],
    ['een handler', ["  routes.get('/', async (c) => {", ...body(24), '  })', '  x()'], { lines: 26, exits: 0 }],
    ['met uitgangen', ["  routes.post('/', async (c) => {", ...returns(5), '  })'], { lines: 7, exits: 5 }],
    ['met een tabel', ["  routes.post('/', async (c) => {", ...table(6), '  })'], { lines: 10, exits: 6 }],
    ['een stap', ['  async function act(c: Ctx, a: A): Promise<X> {', ...returns(5), '  }'], { lines: 7, exits: 5 }],
    [
      'een stap met een tabel',
      ['  function act(c: Ctx) {', ...returns(3), ...table(6), '  }'],
      { lines: 13, exits: 4 },
    ],
    [
      'een stap met veel',
      ['  function act(', '    c: Ctx,', '    a: A,', '  ): X {', ...returns(1), '  }'],
      { lines: 6, exits: 1 },
    ],
    ['een korte stap', ['  const act = (c: Ctx) =>', '    c.text(1)', '  x()'], { lines: 2, exits: 0 }],
  ])('van %s', (_, lines, size) => {
    expect(measured(lines.join('\n')).map((one) => one.size)).toEqual([size])
  })
})
