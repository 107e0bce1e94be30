import { createHash, createHmac } from 'node:crypto'

/** SHA-256 (base64url) of a secret of 256 random bits: it cannot be guessed back. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** HMAC-SHA256 (base64url) of a text under a key of ours (base64): the same text is known again, and without the key nobody guesses it. */
export const hmacOf = (key: string, text: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64url')
