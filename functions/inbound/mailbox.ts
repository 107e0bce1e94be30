/** The only place that speaks to S3: mail as SES put it there. */
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3'

/** Reads a message by its name in the bucket; undefined when it is gone. */
export function openMailbox(Bucket: string): (key: string) => Promise<Uint8Array | undefined> {
  const client = new S3Client({ maxAttempts: 3 })
  return async (Key) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return await Body?.transformToByteArray()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }
}
