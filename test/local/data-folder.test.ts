import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompactEncrypt, compactDecrypt, importJWK } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeDataFolder } from '../../functions/local/data-folder.ts'
import { readLocalKeys } from '../../functions/local/local-keys.ts'
import { readLocalSettings } from '../../functions/local/settings.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-folder-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('data folder', () => {
  it('ignores a lock whose process is gone, or is another one with the same number', async () => {
    for (const lock of ['999999999 1', `${process.ppid} not-its-birth`, '']) {
      await writeFile(join(folder, 'loket.lock'), lock)
      const taken = await takeDataFolder(folder)
      await taken.release()
    }
    expect(existsSync(join(folder, 'loket.lock'))).toBe(false)
  })

  it('refuses while the process that took it lives', async () => {
    await writeFile(join(folder, 'loket.lock'), `${process.ppid} `)
    await expect(takeDataFolder(folder)).rejects.toThrow(`Another Loket (process ${process.ppid}) uses ${folder}.`)
  })
})

describe('local keys', () => {
  it('are made once, for their owner only', async () => {
    const file = join(folder, 'keys.json')
    const keys = await readLocalKeys(file, ['aalst'])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(Buffer.from(keys.addressKey, 'base64')).toHaveLength(32)
    expect(Buffer.from(keys.linkKeys.keys['1'] ?? '', 'base64')).toHaveLength(32)
    expect(await readLocalKeys(file, ['aalst'])).toEqual(keys)
  })

  it('give a new network its own and leave the others alone', async () => {
    const file = join(folder, 'keys.json')
    const before = await readLocalKeys(file, ['aalst'])
    const after = await readLocalKeys(file, ['aalst', 'limburg'])
    expect(after.sealKeys.aalst).toEqual(before.sealKeys.aalst)
    expect(after.linkKeys).toEqual(before.linkKeys)
    expect(Object.keys(after.sealKeys)).toEqual(['aalst', 'limburg'])
  })

  it('seal and open', async () => {
    const { sealKeys } = await readLocalKeys(join(folder, 'keys.json'), ['aalst'])
    const pair = sealKeys.aalst
    if (!pair) throw new Error('No key for aalst')
    const sealed = await new CompactEncrypt(new TextEncoder().encode('geheim'))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })
      .encrypt(await importJWK(pair.public))
    const { plaintext } = await compactDecrypt(sealed, await importJWK(pair.private))
    expect(new TextDecoder().decode(plaintext)).toBe('geheim')
    expect(pair.public).not.toHaveProperty('d')
  })

  it('never overwrite a file that cannot be read', async () => {
    const file = join(folder, 'keys.json')
    await writeFile(file, '{"linkKeys":')
    await expect(readLocalKeys(file, [])).rejects.toThrow('The key file')
    expect(await readFile(file, 'utf8')).toBe('{"linkKeys":')
  })
})

describe('settings', () => {
  it('have defaults; an empty variable counts as absent', () => {
    const settings = readLocalSettings({ PORT: '', LOKET_NOW: '' })
    expect(settings).toEqual({ port: 3000, dataFolder: join(process.cwd(), '.loket'), fresh: false })
  })

  it('are read', () => {
    const engine = 'http://localhost:8000'
    expect(
      readLocalSettings({
        PORT: '3100',
        LOKET_DATA: '/tmp/x',
        LOKET_FRESH: '1',
        LOKET_NOW: '2021-05-21T23:59:00+02:00',
        AWS_ENDPOINT_URL_DYNAMODB: engine,
      }),
    ).toEqual({
      port: 3100,
      dataFolder: '/tmp/x',
      fresh: true,
      startAt: new Date('2021-05-21T21:59:00Z'),
      engine: { dynamodb: engine, streams: engine },
    })
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['LOKET_FRESH', 'yes'],
    ['LOKET_NOW', 'tomorrow'],
    ['AWS_ENDPOINT_URL_DYNAMODB', 'localhost'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readLocalSettings({ [name]: value })).toThrow(name)
  })
})
