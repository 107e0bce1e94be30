import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const templates = globSync('emails/**/*.{ts,tsx}', { cwd: root })

/**
 * jsx-email's Button puts its link and text unescaped into a comment for Outlook, where a script got through; Markdown
 * and Raw are raw HTML by nature. Mend it with a styled Link, and plain text.
 */
it.each(templates)('%s gebruikt geen onderdeel van jsx-email dat HTML niet ontwijkt', (template) => {
  const source = readFileSync(join(root, template), 'utf8')
  const imported = [...source.matchAll(/import\s*(?:type\s*)?\{([^}]*)\}\s*from 'jsx-email'/g)].flatMap(([, names]) =>
    (names ?? '').split(',').map((name) => name.trim().split(' ')[0]),
  )
  expect(imported).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(Button|Markdown|Raw|Barcode|Code)$/)]))
  expect(source).not.toMatch(/import \* as \w+ from 'jsx-email'|dangerouslySetInnerHTML|javascript:/)
})

it.each(templates.filter((name) => name.endsWith('.tsx')))('%s is voor React, niet voor Hono', (template) => {
  expect(readFileSync(join(root, template), 'utf8')).toMatch(/^\/\*\* @jsxImportSource react \*\//)
})

it('vindt de sjablonen', () => expect(templates.length).toBeGreaterThan(3))
