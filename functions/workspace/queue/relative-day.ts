import { addDays, dateInShort } from '../../../forms/kit/time.ts'

/** "vandaag", "morgen", "vr 27 nov". */
export function relativeDay(date: string, today: string): string {
  if (date === today) return 'vandaag'
  return date === addDays(today, 1) ? 'morgen' : dateInShort(date, today)
}
