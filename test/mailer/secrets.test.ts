import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { addSeconds } from '../../forms/kit/time.ts'
import { addressHmac, secretsFromManager } from '../../functions/shared/secrets.ts'
import { secrets } from './post-office.ts'

const manager = mockClient(SecretsManagerClient)
const SecretString = JSON.stringify(secrets)
const rotated = { ...secrets, addressKey: Buffer.alloc(32, 9).toString('base64') }
let now: Date

beforeEach(() => {
  manager.reset()
  now = new Date('2021-05-20T10:00:00.000Z')
})

const reader = () => secretsFromManager('arn:loket', () => now)
const wait = (seconds: number) => {
  now = addSeconds(now, seconds)
}

describe('geheimen', () => {
  it('leest ze bij het eerste gebruik, één keer voor wie tegelijk vraagt', async () => {
    manager.on(GetSecretValueCommand, { SecretId: 'arn:loket' }).resolves({ SecretString })
    const read = reader()
    expect(manager.calls()).toHaveLength(0)
    expect(await Promise.all([read(), read(), read()])).toEqual([secrets, secrets, secrets])
    expect(manager.calls()).toHaveLength(1)
  })

  it('leest ze na vijf minuten opnieuw', async () => {
    manager
      .on(GetSecretValueCommand)
      .resolvesOnce({ SecretString })
      .resolves({ SecretString: JSON.stringify(rotated) })
    const read = reader()
    await read()
    wait(299)
    expect(await read()).toEqual(secrets)
    wait(1)
    expect(await read()).toEqual(rotated)
  })

  it('werkt voort met de laatste als Secrets Manager uitvalt', async () => {
    manager.on(GetSecretValueCommand).resolvesOnce({ SecretString }).rejects(new Error('down'))
    const read = reader()
    await read()
    wait(3600)
    expect(await read()).toEqual(secrets)
  })

  it('probeert opnieuw na een eerste mislukking', async () => {
    manager.on(GetSecretValueCommand).rejectsOnce(new Error('down')).resolves({ SecretString })
    const read = reader()
    await expect(read()).rejects.toThrow('down')
    expect(await read()).toEqual(secrets)
  })

  it.each([
    ['geen JSON', 'sleutel=geheim1234'],
    ['geen sleutels', '{}'],
    ['een huidige sleutel die niet bestaat', JSON.stringify({ ...secrets, linkKeys: { current: 'k2', keys: {} } })],
  ])('weigert %s zonder het geheim te tonen', async (_, wrong) => {
    manager.on(GetSecretValueCommand).resolves({ SecretString: wrong })
    const error = await reader()().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(String(error)).not.toMatch(/geheim1234|AgICAg/)
  })
})

describe('adressen', () => {
  it('herkent hetzelfde adres in andere letters, zonder het te bewaren', () => {
    const hmac = addressHmac(secrets.addressKey, 'jan@dienst.be')
    expect(addressHmac(secrets.addressKey, ' Jan@Dienst.BE ')).toBe(hmac)
    expect(addressHmac(secrets.addressKey, 'piet@dienst.be')).not.toBe(hmac)
    expect(addressHmac(rotated.addressKey, 'jan@dienst.be')).not.toBe(hmac)
    expect(hmac).toMatch(/^[\w-]{43}$/)
  })
})
