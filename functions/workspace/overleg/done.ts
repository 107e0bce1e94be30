/** What was just done, after `?klaar=`: counted from what is kept, so that an address alone claims nothing. */

import { counted } from '../../../forms/kit/counted.ts'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import { aNewOverleg, theOverleg } from '../../../forms/kit/overleg/noun.ts'
import { told } from '../../../forms/kit/overleg/rounds.ts'
import { saidBy } from '../../../forms/kit/overleg/said.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import type { AtTable } from './at-table.ts'
import { namesOf, type Reached, reachedNow } from './invited.ts'

/** A first sentence in bold, and what follows from it. */
export interface Done {
  title: string
  text: string
}

/** Undefined for a word that is not ours, or that is not so. */
export function doneInWords(found: AtTable, word: string | undefined): Done | undefined {
  const { overleg, details, said } = found
  const { state, fixed, noun } = overleg
  const mailsLeft = (count: number) => `${counted(count, 'mail', 'mails')} vertrokken.`
  switch (word) {
    case 'bewaard':
      return overleg.moments.length > 0 ? { title: 'De momenten zijn bewaard.', text: '' } : undefined
    case 'erbij': {
      if (state !== 'gepolst') return undefined
      const count = told(overleg).filter(({ id }) => saidBy(said, id).declinedAt === undefined).length
      return { title: 'De momenten zijn bewaard.', text: `${mailsLeft(count)} Wat al geantwoord was, blijft.` }
    }
    case 'gevraagd': {
      if (state !== 'gepolst') return undefined
      const { mails, calls, letters } = reachedNow(found)
      const byHand = [...calls, ...letters]
      const text = [
        byHand.length > 0 && `Bel nog ${namesOf(details, byHand)}.`,
        overleg.remindOn &&
          mails > 0 &&
          `Wie niet antwoordt, herinneren we één keer, op ${dateInWords(overleg.remindOn)} om 9 uur.`,
      ]
      return { title: mailsLeft(mails), text: text.filter(Boolean).join(' ') }
    }
    case 'antwoorden':
      return { title: 'De antwoorden zijn bewaard.', text: '' }
    case 'vast':
      return state === 'vastgelegd'
        ? { title: 'Dit moment ligt vast.', text: afterwards(reachedNow(found)) }
        : undefined
    case 'geregeld':
      return state === 'vastgelegd' ? { title: 'Bewaard.', text: 'Er ging geen mail weg.' } : undefined
    case 'verzet': {
      if (state !== 'vastgelegd' || !fixed?.before) return undefined
      const { mails, calls, letters } = reachedNow(found)
      const rest = [
        calls.length > 0 && `bel ${namesOf(details, calls)}`,
        letters.length > 0 && `bezorg ${letters.length === 1 ? 'een nieuwe brief' : 'nieuwe brieven'}`,
      ].filter(Boolean)
      return {
        title: `Verzet naar ${momentDay(fixed)}.`,
        text: [mailsLeft(mails), rest.length > 0 && `${capitalised(rest.join(' en '))}.`].filter(Boolean).join(' '),
      }
    }
    case 'afgelast':
      return state === 'afgelast'
        ? {
            title: `${capitalised(theOverleg({ noun }))} gaat niet door.`,
            text: `De links zeggen het. U kunt ${aNewOverleg({ noun })} beginnen.`,
          }
        : undefined
    case 'gehouden':
      return state === 'gehouden' ? { title: 'Het verslag is bewaard.', text: '' } : undefined
    default:
      return undefined
  }
}

/** "4 mails vertrokken. Bel nog 3 mensen en bezorg de brief." */
function afterwards({ mails, calls, letters }: Reached): string {
  const rest = [
    calls.length > 0 && `bel nog ${counted(calls.length, 'mens', 'mensen')}`,
    letters.length > 0 && `bezorg ${letters.length === 1 ? 'de brief' : `${letters.length} brieven`}`,
  ].filter(Boolean)
  const left = `${counted(mails, 'mail', 'mails')} vertrokken.`
  return rest.length > 0 ? `${left} ${capitalised(rest.join(' en '))}.` : left
}
