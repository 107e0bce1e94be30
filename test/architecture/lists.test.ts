/** A list that stops where the engine stops shows less than there is: reading to the end has one place each (docs/decisions/003). */
import { expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

const ways = [
  ['a query', /\bnew QueryCommand\(|\bpaginateQuery\(/, 'functions/shared/store/query-all.ts'],
  ['a read of many keys', /\bnew BatchGetCommand\(|\bpaginateBatchGet/, 'functions/shared/store/get-all.ts'],
  ['a scan, which no function may', /\bnew ScanCommand\(|\bpaginateScan\(/, 'functions/shared/store/scan-all.ts'],
  ['where the rest begins', /\bLastEvaluatedKey\b|\bExclusiveStartKey\b/, 'functions/shared/store/query-all.ts'],
  ['what was left unread', /\bUnprocessedKeys\b/, 'functions/shared/store/get-all.ts'],
] as const

it.each(ways)('%s is in one file', (_, how, where) => {
  const found = sourceFiles.filter(({ text }) => how.test(text)).map(({ path }) => path)
  expect(found, `Use what ${where} exports`).toEqual([where])
})
