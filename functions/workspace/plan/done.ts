/** What was just done, after `?klaar=`: counted from what is kept, so that an address alone claims nothing. */
import { calledAbout } from '../../../forms/kit/plan/who-sees.ts'
import { namesOf } from '../overleg/invited.ts'
import { counted } from '../overleg/moment-words.ts'
import type { AtPlan } from './at-plan.ts'

/** A first sentence in bold, and what follows from it. */
export interface Done {
  title: string
  text: string
}

/** Undefined for a word that is not ours, or that is not so. */
export function doneInWords({ plan, overleg, details, has }: AtPlan, word: string | undefined): Done | undefined {
  const { running, told, revision } = plan
  if (word === 'bewaard' && revision > 0) return { title: 'Het plan is bewaard.', text: 'Er vertrok niets.' }
  if (word !== 'vast' || !running) return undefined
  const mails = Object.values(told).filter((version) => version === running.number).length
  const calls = calledAbout(overleg, running)
  const then = [
    has.withClient && 'geef de cliënt het blad',
    calls.length > 0 && `bel ${namesOf(details, calls)}`,
  ].filter(Boolean)
  const [first = '', ...rest] = then.join(', en ')
  const left = `${counted(mails, 'mail', 'mails')} vertrokken.`
  return {
    title: `Versie ${running.number} ligt vast.`,
    text: first ? `${left} ${first.toUpperCase()}${rest.join('')}.` : left,
  }
}
