/** What S3 answers about a mail that came in. */
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, it } from 'vitest'
import { openMailbox } from '../../functions/inbound/mailbox.ts'

const s3 = mockClient(S3Client)
beforeEach(() => s3.reset())
const read = () => openMailbox('post')('abc')

it('een mail is zijn bytes', async () => {
  const bytes = new TextEncoder().encode('From: noor@caw.example')
  const Body = { transformToByteArray: async () => bytes } as never
  s3.on(GetObjectCommand, { Bucket: 'post', Key: 'abc' }).resolves({ Body })
  expect(await read()).toEqual(bytes)
})

it('wat er niet meer is, is er niet', async () => {
  s3.on(GetObjectCommand).rejects(new NoSuchKey({ message: 'gone', $metadata: {} }))
  expect(await read()).toBeUndefined()
})

it('al het andere is een fout: Lambda probeert opnieuw, en legt het daarna in de rij van wat mislukte', async () => {
  s3.on(GetObjectCommand).rejects(new Error('AccessDenied'))
  await expect(read()).rejects.toThrow('AccessDenied')
})
