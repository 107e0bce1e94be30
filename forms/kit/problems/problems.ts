/**
 * Typing errors in data: what TypeScript cannot know of a form or a network, looked up when the registry is put
 * together. All of them at once, each with its file and the nearest right word; an empty list is a registry that is right.
 */
import type { FirstOffer } from '../content.ts'
import { roles } from '../content-schema.ts'
import { type Form, pagesOf } from '../form.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Network, NetworkForm } from '../network.ts'
import { questionsOf, type Rule } from '../questions/criteria.ts'
import { levensdomeinOptions } from '../questions/levensdomeinen.ts'
import type { Page } from '../questions/page.ts'
import { postcodeShape, type Question } from '../questions/questions.ts'
import { isLocalMoment } from '../time.ts'
import { unknownWord } from './nearest.ts'
import { overlegProblems } from './overleg-problems.ts'
import { planProblems } from './plan-problems.ts'
import { ruleProblems, type Scope } from './rule-problems.ts'
import { takenWords } from './taken-words.ts'
import { textProblems } from './text-problems.ts'
import { twice } from './twice.ts'

/** By the path of the file that holds it. */
export interface Registry {
  forms: Readonly<Record<string, Form>>
  networks: Readonly<Record<string, Network>>
  /** The form that every network with a form has beside its own. */
  beside: Form
  /** And that of whoever asks for themselves. */
  callBack: Form
}

export function problemsOf({ forms, networks, beside, callBack }: Registry): string[] {
  const all = { forms: Object.values(forms), networks: Object.values(networks), beside }
  return [
    ...Object.entries(forms).flatMap(([file, form]) => at(file, [...formProblems(form), ...textProblems(form)])),
    ...Object.entries(networks).flatMap(([file, network]) =>
      at(file, [...networkProblems(network, all), ...textProblems(network)]),
    ),
    ...at('forms/index.ts', [
      ...twice('form', slugsOf(all.forms)),
      ...twice(
        'prefix',
        // Whoever asks to be called asks a question: its reference does not tell who asked.
        all.forms.flatMap((form) => (form === callBack ? [] : form.prefix)),
      ),
      ...twice('network', slugsOf(all.networks)),
    ]),
  ]
}

const at = (where: string, problems: readonly string[]): string[] => problems.map((problem) => `${where}: ${problem}`)
const namesOf = (things: readonly { name: string }[]): string[] => things.map(({ name }) => name)
const slugsOf = (things: readonly { slug: string }[]): string[] => things.map(({ slug }) => slug)
const questionsIn = (pages: readonly Page[]): readonly Question[] => pages.flatMap(({ questions }) => questions)

function formProblems(form: Form): string[] {
  const { pages, lifecycle, loggedByTeam = {}, urgent, essence = [], foremost = [] } = form
  const all = questionsIn(pages)
  const ofLifecycle = at('lifecycle', lifecycleProblems(lifecycle, { asked: all, all }))
  return [
    ...twice('page', slugsOf(pages)),
    ...pages.flatMap((page, index) =>
      at(`page \`${page.slug}\``, pageProblems(page, { asked: questionsIn(pages.slice(0, index)), all })),
    ),
    ...ofLifecycle,
    // A state that is not there is told once.
    ...(ofLifecycle.length === 0 ? [...overlegProblems(form), ...planProblems(form)] : []),
    ...(urgent
      ? at('urgent', [
          ...ruleProblems(urgent.when, { asked: all, all }),
          ...unknownWord('looks at question', urgent.why, namesOf(all)),
        ])
      : []),
    ...essence.flatMap((name) => at('essence', unknownWord('names question', name, namesOf(all)))),
    ...foremost.flatMap((name) => at('foremost', unknownWord('names question', name, namesOf(all)))),
    ...Object.entries(loggedByTeam).flatMap(([question, is]) =>
      typeof is === 'string' ? at('loggedByTeam', ruleProblems({ question, is }, { asked: all, all })) : [],
    ),
  ]
}

function pageProblems({ when, questions, rules = [], closedForms = [] }: Page, { asked, all }: Scope): string[] {
  const here = namesOf(questions)
  return [
    ...(when ? at('when', ruleProblems(when, { asked, all })) : []),
    ...twice('question', here),
    ...questions.flatMap((question, index) =>
      at(
        `question \`${question.name}\``,
        questionProblems(question, here, { asked: [...asked, ...questions.slice(0, index)], all }),
      ),
    ),
    ...rules.flatMap(({ about }) => unknownWord('a rule is about question', about, here)),
    ...closedForms.flatMap(({ question, is }) =>
      at('pause', ruleProblems({ question, is }, { asked: questions, all })),
    ),
  ]
}

function questionProblems(question: Question, here: readonly string[], scope: Scope): string[] {
  const { when, agreesTo } = question
  return [
    ...(when ? at('when', ruleProblems(when, scope)) : []),
    ...(agreesTo === undefined ? [] : unknownWord('agrees to question', agreesTo, here)),
    ...partProblems(question, here, scope),
  ]
}

/** What a question is made of, per kind. */
function partProblems(question: Question, here: readonly string[], { asked }: Scope): string[] {
  switch (question.kind) {
    case 'choice':
    case 'choices': {
      const values = question.options.map(({ value }) => value)
      const { otherwise } = question
      return [
        ...twice('the answer', values),
        ...(otherwise === undefined ? [] : unknownWord('counts when open the answer', otherwise, values)),
        ...postcodeProblems(question.options.flatMap(({ postcode }) => postcode ?? [])),
      ]
    }
    case 'rows':
      return twice('column', namesOf(question.columns))
    case 'rowChoice':
      return unknownWord('chooses a row of question', question.rows.name, here)
    case 'perChoice':
      return unknownWord('asks more per choice of question', question.of.name, namesOf(asked))
    case 'text':
    case 'longText':
    case 'email':
    case 'phone':
    case 'postcode':
    case 'date':
    case 'wholeNumber':
      return []
  }
}

function lifecycleProblems({ states, begin, assigned, moves }: Lifecycle, scope: Scope): string[] {
  const names = namesOf(states)
  const unknownState = (what: string, name: string) => unknownWord(`${what} state`, name, names)
  return [
    ...twice('state', names),
    ...(begin ? at('begin', [...ruleProblems(begin.when, scope), ...unknownState('names', begin.state)]) : []),
    ...(assigned === undefined ? [] : unknownState('`assigned` names', assigned)),
    ...moves.flatMap(({ action, from, to, by }) =>
      at(`move \`${action}\``, [
        ...from.flatMap((name) => unknownState('goes from', name)),
        ...(typeof to === 'string' ? unknownState('goes to', to) : []),
        ...by.flatMap((role) => unknownWord('is for', role, [...roles, 'aanvrager'])),
      ]),
    ),
  ]
}

interface All {
  forms: readonly Form[]
  networks: readonly Network[]
  beside: Form
}

function networkProblems(network: Network, { forms, networks, beside }: All): string[] {
  const { aanbod, destinations = [], neutralPage } = network
  const { assessedOn } = network.controller
  return [
    ...[network.slug, ...(network.formerly ?? [])]
      .filter((slug) => takenWords.includes(slug))
      .map((slug) => `slug \`${slug}\` is the beginning of other addresses.`),
    ...(assessedOn === undefined || isLocalMoment(`${assessedOn}T00:00:00`)
      ? []
      : [`controller: was assessed on \`${assessedOn}\`, no date like 2026-09-15.`]),
    ...Object.entries(aanbod).flatMap(([key, offer]) => at(`offer \`${key}\``, offerProblems(offer, network, forms))),
    ...Object.entries(network.forms).flatMap(([slug, settings]) => {
      const form = forms.find((one) => one.slug === slug)
      return form
        ? at(`form \`${slug}\``, settingsProblems(network, form, settings))
        : unknownWord('offers form', slug, slugsOf(forms))
    }),
    ...(neutralPage && !neutralPage.address.startsWith('https://')
      ? [`\`neutralPage\` leads to \`${neutralPage.address}\`, which does not begin with https://.`]
      : []),
    ...destinations.flatMap((destination) => {
      const there = networks.find(({ slug }) => slug === destination.network)
      return there
        ? unknownWord(`moves requests to \`${there.slug}\`, form`, destination.form, received(there, beside))
        : unknownWord('moves requests to network', destination.network, slugsOf(networks))
    }),
  ]
}

/** Of one entry of the aanbod, as the network's file begins with it. */
function offerProblems(
  { levensdomeinen, postcodes, alsoFor, form }: FirstOffer,
  network: Network,
  forms: All['forms'],
) {
  const all = forms.filter(({ slug }) => Object.hasOwn(network.forms, slug)).flatMap(({ pages }) => questionsIn(pages))
  return [
    ...levensdomeinen.flatMap((domein) => unknownWord('is in levensdomein', domein, domeinen)),
    ...(postcodes?.length === 0 ? ['is for nobody: `postcodes` is empty.'] : []),
    ...postcodeProblems(postcodes ?? []),
    ...(alsoFor && !postcodes ? ['is for everybody: `alsoFor` adds nothing.'] : []),
    ...(alsoFor ? at('alsoFor', ruleProblems(alsoFor, { asked: all, all })) : []),
    ...(form === undefined ? [] : unknownWord('is asked for by form', form, Object.keys(network.forms))),
  ]
}

const postcodeProblems = (postcodes: readonly string[]): string[] =>
  postcodes.flatMap((one) => (postcodeShape.test(one) ? [] : [`has \`${one}\`, which is no postcode.`]))

/** Wherever somebody lives, there is one to point to. */
function offersProblems(keys: readonly string[], { aanbod }: Network): string[] {
  const last = keys.at(-1)
  if (last === undefined) return ['points to nobody: `offer` is empty.']
  const unknown = keys.flatMap((key) => unknownWord('names offer', key, Object.keys(aanbod)))
  const someOnly = aanbod[last]?.postcodes
  return [
    ...unknown,
    ...twice('offer', keys),
    ...(someOnly ? [`ends with offer \`${last}\`, which is for some postcodes: end with one for everybody.`] : []),
  ]
}

const domeinen = levensdomeinOptions.map(({ value }) => value)

/** The forms that a network receives. */
function received(network: Network, beside: Form): string[] {
  const own = Object.keys(network.forms)
  return own.length > 0 ? [...own, beside.slug] : []
}

function settingsProblems(network: Network, form: Form, settings: NetworkForm): string[] {
  const all = questionsIn(form.pages)
  const pages = pagesOf(form, settings)
  const asked = namesOf(questionsIn(pages))
  const leftOut = namesOf(all).filter((name) => !asked.includes(name))
  const never = (when: Rule | undefined) => when && questionsOf(when).every((name) => leftOut.includes(name))
  return [
    ...twice('criterion', namesOf(settings.criteria)),
    ...settings.criteria.flatMap(({ name, rule, offer }) =>
      at(`criterion \`${name}\``, [
        ...ruleProblems(rule, { asked: all, all }),
        ...offersProblems([offer].flat(), network),
      ]),
    ),
    ...[...pages.map((page) => ({ ...page, name: page.slug })), ...questionsIn(pages)]
      .filter(({ when }) => never(when))
      .map(({ name }) => `\`${name}\` is never asked here: no criterion asks what its \`when\` looks at.`),
    ...(form.lifecycle.states.some(({ onAgenda }) => onAgenda) && !network.teamMeeting
      ? ['goes on an agenda, and this network names no `teamMeeting`.']
      : []),
  ]
}
