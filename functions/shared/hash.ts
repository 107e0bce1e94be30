import { createHash } from 'node:crypto'

/** SHA-256 (base64url) of a secret of 256 random bits: it cannot be guessed back. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
