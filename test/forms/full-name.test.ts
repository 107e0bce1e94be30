/** What looks like a full name, where initials are asked: asked about on the page that checks the answers, never refused. */
import { expect, it } from 'vitest'
import { looksLikeFullName } from '../../forms/kit/questions/full-name.ts'

it.each([
  ['Jan Peeters', true],
  ['Peeters, Jan', true],
  ['Zoë D’Hondt', true],
  ['Fatima El Idrissi', true],
  ['Mevrouw An Van den Broeck', true],
  ['Jan en An Peeters', true],
  ['Jean-Pierre Maes', true],
  ['J. P.', false],
  ['JP', false],
  ['AA BB', false],
  ['J.Peeters', false],
  ['Jan P.', false],
  ['gezin 14', false],
  ['Dossier 2021-014', false],
  ['Familie Peeters', false],
  ['de jongste zoon', false],
  ['AA', false],
  ['', false],
])('%j: %s', (text, looks) => expect(looksLikeFullName(text)).toBe(looks))
