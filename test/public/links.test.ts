/** What is signed is read back; what could not be read back is not signed (docs/domain.md §3.7). */
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type LinkKeys, type LinkPurpose, linkToken, readLinkToken } from '../../functions/shared/links.ts'
import { numbersFrom } from '../support/numbers.ts'

const secrets: Record<string, string> = { '1': 'a2V5', k2: 'YW5kZXJl' }
const keys: LinkKeys = { current: 'k2', keys: secrets }
const purposes: readonly LinkPurpose[] = ['status', 'verder', 'uitnodiging', 'afmelden', 'genoteerd', 'formulier']

/** As version 0.1.0 made them: whatever the id, signed the same way. */
function asEver(keyId: string, purpose: LinkPurpose, id: string, version: number): string {
  const key = Buffer.from(secrets[keyId] ?? '', 'base64')
  const mac = createHmac('sha256', key).update(`${purpose}\0${id}\0${version}`).digest('base64url')
  return `${id}.${version}.${keyId}.${mac}`
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-']

describe('what we sign, we read back', () => {
  it('5,000 ids and versions, with either key', () => {
    const { below, text } = numbersFrom(11)
    for (let round = 0; round < 5_000; round += 1) {
      const target = { id: text(letters, 1 + below(128)), version: below(2) ? below(100) : below(9_999_999_999_999) }
      const purpose = purposes[below(purposes.length)] ?? 'status'
      const token = linkToken(below(2) ? keys : { ...keys, current: '1' }, purpose, target)
      expect(readLinkToken(keys, purpose, token)).toEqual(target)
      const other = purposes[below(purposes.length)]
      if (other && other !== purpose) expect(readLinkToken(keys, other, token)).toBeUndefined()
      const at = below(token.length)
      const changed = token.slice(0, at) + (token[at] === 'x' ? 'y' : 'x') + token.slice(at + 1)
      expect(readLinkToken(keys, purpose, changed)).toBeUndefined()
    }
  })

  it('links sent by version 0.1.0 work, also those that did not', () => {
    for (const length of [1, 22, 48, 49, 63, 64, 65, 80, 128]) {
      const id = 'vorming-omgaan-met-trauma-en-veerkracht-bij-jongeren-en-hun-gezin_'.repeat(2).slice(0, length)
      for (const version of [0, 1, 4, 1_606_122_000_000])
        for (const key of Object.keys(secrets))
          expect(readLinkToken(keys, 'genoteerd', asEver(key, 'genoteerd', id, version))).toEqual({ id, version })
    }
  })
})

describe('what nobody could open is not signed', () => {
  const good = { id: 'id', version: 1 }
  it.each<[string, LinkKeys, { id: string; version: number }]>([
    ['an empty id', keys, { ...good, id: '' }],
    ['an id that is too long', keys, { ...good, id: 'x'.repeat(129) }],
    ['a dot', keys, { ...good, id: 'a.b' }],
    ['a line end', keys, { ...good, id: 'a\n' }],
    ['another script', keys, { ...good, id: 'activité' }],
    ['a slash', keys, { ...good, id: 'a/b' }],
    ['half a version', keys, { ...good, version: 0.5 }],
    ['a version below nothing', keys, { ...good, version: -1 }],
    ['a version of 14 digits', keys, { ...good, version: 1e13 }],
    ['no version', keys, { ...good, version: Number.NaN }],
    ['a key that is not there', { ...keys, current: '3' }, good],
    ['a key that every object has', { ...keys, current: 'constructor' }, good],
    ['an empty key', { current: '1', keys: { '1': '' } }, good],
    ['a key with a name nobody reads', { current: 'a-b', keys: { 'a-b': 'a2V5' } }, good],
  ])('%s', (_, some, target) => expect(() => linkToken(some, 'status', target)).toThrow())

  it('one version has one spelling', () => {
    const [, , keyId, mac] = linkToken(keys, 'status', good).split('.')
    for (const version of ['01', '+1', '1.0', ' 1', '1e0'])
      expect(readLinkToken(keys, 'status', `id.${version}.${keyId}.${mac}`)).toBeUndefined()
  })
})
