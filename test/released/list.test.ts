/** Nothing that was released is taken away or renamed without a way back (docs/decisions/016). */
import { describe, expect, it } from 'vitest'
import { findForm, findNetwork, serviceOf } from '../../forms/index.ts'
import { offerOf } from '../../forms/kit/content.ts'
import { findNamed } from '../../forms/kit/formerly.ts'
import { stateOf } from '../../forms/kit/lifecycle/lifecycle.ts'
import { formerKinds } from '../../forms/kit/post/notifications.ts'
import type { Question } from '../../forms/kit/questions/questions.ts'
import released from '../../forms/released.json'
import { merged, questionsIn, type Words, wordsOfToday } from './words.ts'

const { gone, ...kept } = released
const today = wordsOfToday()

const mend =
  'Give the new name the old one as `formerly` (a kind of mail: `formerKinds`). A form, question, option or offer that a network left on purpose goes into `gone` of forms/released.json.'

/** What may be left on purpose: it is shown by its name then. */
const mayGo = /^(forms|questions|offers)\//

/** Released words that today's code does not know, as paths. */
function missing({ states, questions, offers, mails, fixed }: Words): string[] {
  const each = <Value>(of: Record<string, Value>, look: (name: string, value: Value) => string[]) =>
    Object.entries(of).flatMap(([name, value]) => look(name, value))
  return [
    ...each(states, (network, forms) =>
      findNetwork(network)
        ? each(forms, (form, names) => {
            const service = serviceOf({ network, form })
            if (!service || service.verouderd) return [`forms/${network}/${form}`]
            return names
              .filter((name) => stateOf(service.form.lifecycle, name).verouderd)
              .map((name) => `states/${network}/${form}/${name}`)
          })
        : [`networks/${network}`],
    ),
    ...each(questions, (slug, names) => {
      const form = findForm(slug)
      if (!form) return [`forms/${slug}`]
      return each(names, (name, parts) => {
        const question = findNamed(questionsIn(form), (one) => one.name, name)
        if (!question) return [`questions/${slug}/${name}`]
        return parts.filter((part) => !knowsPart(question, part)).map((part) => `questions/${slug}/${name}/${part}`)
      })
    }),
    ...each(offers, (slug, keys) => {
      const network = findNetwork(slug)
      return network ? keys.filter((key) => !offerOf(network, key)).map((key) => `offers/${slug}/${key}`) : []
    }),
    ...mails.filter((kind) => !today.mails.includes(kind) && !formerKinds[kind]).map((kind) => `mails/${kind}`),
    ...each(fixed, (name, words) =>
      words.filter((word) => !today.fixed[name]?.includes(word)).map((word) => `fixed/${name}/${word}`),
    ),
  ]
}

function knowsPart(question: Question, part: string): boolean {
  if ('options' in question) return findNamed(question.options, ({ value }) => value, part) !== undefined
  if ('columns' in question) return findNamed(question.columns, ({ name }) => name, part) !== undefined
  return 'fields' in question && question.fields.some(({ name }) => name === part)
}

describe('de lijst van alles wat uitkwam', () => {
  it('elk woord van vroeger is nog gekend, heeft een nieuwe naam, of is met opzet weg', () => {
    expect(
      missing(kept).filter((path) => !(mayGo.test(path) && gone.some((one) => one === path))),
      mend,
    ).toEqual([])
  })

  it('elk woord van nu staat erin', () => {
    expect(merged<Words>(kept, today), 'npm run release-list').toEqual(kept)
  })

  it.each<[string, Partial<Words>]>([
    ['networks/weg', { states: { weg: {} } }],
    ['forms/aalst/weg', { states: { aalst: { weg: ['ingediend'] } } }],
    ['states/aalst/lco-aanvraag/weg', { states: { aalst: { 'lco-aanvraag': ['ingediend', 'weg'] } } }],
    ['questions/lco-aanvraag/weg', { questions: { 'lco-aanvraag': { weg: [] } } }],
    ['questions/lco-aanvraag/tolk/weg', { questions: { 'lco-aanvraag': { tolk: ['ja', 'weg'] } } }],
    ['questions/lco-aanvraag/betrokkenen/weg', { questions: { 'lco-aanvraag': { betrokkenen: ['dienst', 'weg'] } } }],
    ['offers/aalst/weg', { offers: { aalst: ['caw', 'weg'] } }],
    ['mails/weg', { mails: ['ontvangen', 'weg'] }],
    ['fixed/mail.status/weg', { fixed: { 'mail.status': ['wacht', 'weg'] } }],
  ])('merkt dat %s weg is', (path, words) => {
    const none = { states: {}, questions: {}, offers: {}, mails: [], fixed: {} }
    expect(missing({ ...none, ...words })).toEqual([path])
  })
})
