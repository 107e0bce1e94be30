/** `npm run release-list`: adds the words of today to those that were released. Nothing is ever taken away. */
import { readFile, writeFile } from 'node:fs/promises'
import { merged, type Words, wordsOfToday } from './words.ts'

const file = new URL('../../forms/released.json', import.meta.url)
const { gone, ...kept }: Words & { gone: string[] } = JSON.parse(await readFile(file, 'utf8'))
await writeFile(file, `${JSON.stringify({ ...merged<Words>(kept, wordsOfToday()), gone }, null, 2)}\n`)
