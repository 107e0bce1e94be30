/** The small pages around a dossier: what a move asks (forms/kit/lifecycle/asks.ts), a note, an address, another dossier. */
import { holdersOf, type NetworkContent, personOf, roleInWords } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { askedBy, mostOfNote } from '../../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { inHandsOf } from '../../../forms/kit/lifecycle/service-call.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import { emailError } from '../../../forms/kit/questions/common-pages.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import type { Option, TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { exampleReference } from '../../../forms/kit/reference.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { type Holder, holdersWithLoad } from '../holders.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { involvedServiceOf } from './own-service.ts'

export const note: TextQuestion = {
  kind: 'longText',
  name: 'notitie',
  label: 'Notitie',
  hint: 'Alleen wie dit dossier mag openen, leest dit. We slaan het versleuteld op. Geen rijksregisternummer.',
  error: 'Schrijf een notitie',
  max: mostOfNote,
}

export const address: TextQuestion = {
  kind: 'email',
  name: 'email',
  label: 'E-mailadres van de aanvrager',
  error: emailError,
}

export const otherDossier: TextQuestion = {
  kind: 'text',
  name: 'referentie',
  label: 'Referentie van het andere dossier',
  hint: `Bijvoorbeeld ${exampleReference}.`,
  error: `Vul een referentie in, bijvoorbeeld ${exampleReference}`,
}

/** One page with all that a move asks; without questions when it asks nothing. */
export const pageOf = (move: Move, service: Service, content: NetworkContent, people: readonly Option[]): Page => ({
  slug: move.action,
  title: move.label,
  ...askedBy(move, { service, content, people }),
})

/** Who can get this dossier, with how much they have, and whether they are away. */
export async function peopleFor(
  deps: Pick<WorkspaceDeps, 'queue' | 'absences' | 'now'>,
  { network, content }: Pick<SignedIn['Variables'], 'network' | 'content'>,
  dossier: Pick<Dossier, 'holder' | 'referral'>,
): Promise<Option[]> {
  const others = holdersOf(content).filter(({ id }) => id !== inHandsOf(dossier))
  const found = await holdersWithLoad(deps, network, others)
  return found.map((one) => ({ value: one.person.id, label: holderInWords(one) }))
}

/** The same page, which says of whoever works for a service that is involved that they do. */
export const withInvolved = (page: Page, service: Service, content: NetworkContent, answers: Answers): Page => ({
  ...page,
  questions: page.questions.map((question) =>
    question.kind === 'choice' && question.name === 'persoon'
      ? { ...question, options: question.options.map((option) => markInvolved(option, service, content, answers)) }
      : question,
  ),
})

function markInvolved(option: Option, service: Service, content: NetworkContent, answers: Answers): Option {
  const person = personOf(content, option.value)
  const involved = person && involvedServiceOf(person, service, answers)
  return involved ? { ...option, label: `${option.label}. Werkt bij een betrokken dienst` } : option
}

const holderInWords = ({ person: { name, role, employer }, load, awayUntil }: Holder): string =>
  `${name} (${roleInWords[role]}, ${employer}): ${load === 0 ? 'geen open dossiers' : load === 1 ? '1 open dossier' : `${load} open dossiers`}${
    awayUntil ? `. Afwezig tot en met ${dateInWords(awayUntil)}` : ''
  }`

/** Why, as typed. */
export const reasonIn = ({ toelichting }: Answers): string | undefined =>
  typeof toelichting === 'string' ? toelichting : undefined
