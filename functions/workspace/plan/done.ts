/** What was just done, after `?klaar=`: counted from what is kept, so that an address alone claims nothing. */
import { counted } from '../../../forms/kit/counted.ts'
import type { Version } from '../../../forms/kit/plan/action-plan.ts'
import { calledAbout } from '../../../forms/kit/plan/who-sees.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { dossierPath, planPath } from '../../shared/work-paths.ts'
import { namesOf } from '../overleg/invited.ts'
import type { AtPlan } from './at-plan.ts'

/** A first sentence in bold, what follows from it, and where to go on. */
export interface Done {
  title: string
  text: string
  links?: readonly (readonly [path: string, text: string])[]
}

/** Undefined for a word that is not ours, or that is not so. */
export function doneInWords(found: AtPlan, word: string | undefined): Done | undefined {
  const { running, revision, evaluations } = found.plan
  if (word === 'bewaard' && revision > 0) return { title: 'Het plan is bewaard.', text: 'Er vertrok niets.' }
  if (!running) return undefined
  if (word === 'vast') return frozenInWords(found, running)
  return word === 'verder' && evaluations.at(-1)?.next === 'verder'
    ? frozenInWords(found, running, `We kijken opnieuw op ${dateInWords(running.evaluationOn)}.`)
    : undefined
}

/** Who was told of a version, and who is to be told by whoever agreed it. */
function frozenInWords({ plan, overleg, details, has }: AtPlan, running: Version, first = ''): Done {
  const { reference, told } = plan
  const mails = Object.values(told).filter((version) => version === running.number).length
  const calls = calledAbout(overleg, running)
  const then = [
    has.withClient && 'geef de cliënt het blad',
    calls.length > 0 && `bel ${namesOf(details, calls)}`,
  ].filter(Boolean)
  const left = `${counted(mails, 'mail', 'mails')} vertrokken.`
  return {
    title: `Versie ${running.number} ligt vast.`,
    text: [first, left, then.length > 0 && `${capitalised(then.join(', en '))}.`].filter(Boolean).join(' '),
    links: [
      has.withClient
        ? [planPath(reference, 'client'), 'Druk het blad voor de cliënt af']
        : [planPath(reference, 'heel'), 'Druk het plan af'],
      [dossierPath(reference), 'Naar het dossier'],
    ],
  }
}
