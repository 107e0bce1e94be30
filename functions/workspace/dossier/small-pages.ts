/** The small pages around a dossier: what a move asks (forms/kit/lifecycle/asks.ts), a note, an address, another dossier. */
import { type NetworkContent, personOf } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { askedBy, mostOfNote } from '../../../forms/kit/lifecycle/asks.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import { emailError } from '../../../forms/kit/questions/common-pages.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import type { Option, TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { exampleReference } from '../../../forms/kit/reference.ts'
import { ownServiceAmong } from './own-service.ts'

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

const ownService = 'werkt bij een betrokken dienst'

/** The same page, where somebody is chosen by `name`: it says of whoever works for one of these services that they do. */
export const withOwnService = (
  page: Page,
  name: string,
  services: readonly string[],
  content: NetworkContent,
): Page => ({
  ...page,
  questions: page.questions.map((question) =>
    question.kind === 'choice' && question.name === name
      ? { ...question, options: markOwnService(question.options, services, content) }
      : question,
  ),
})

const markOwnService = (
  people: readonly Option[],
  services: readonly string[],
  content: NetworkContent,
): readonly Option[] =>
  people.map((option) => {
    const person = personOf(content, option.value)
    const own = person && ownServiceAmong(person, services, content)
    return own === undefined ? option : { ...option, marks: [ownService, ...(option.marks ?? [])] }
  })

/** Why, as typed. */
export const reasonIn = ({ toelichting }: Answers): string | undefined =>
  typeof toelichting === 'string' ? toelichting : undefined
