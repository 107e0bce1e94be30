/** What the request said of when and how to meet: beside the form, for who plans it. */
import type { FC } from 'hono/jsx'
import { dateInWords } from '../../../forms/kit/time.ts'
import type { AtTable } from './at-table.ts'

export const Facts: FC<{ found: AtTable }> = ({ found }) => {
  const facts = factsOf(found)
  if (facts.length === 0) return null
  return (
    <dl class="lo-weten">
      {facts.map(([term, text]) => (
        <div>
          <dt>{term}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function factsOf({ has, answers, service }: AtTable): [term: string, text: string][] {
  const { wishes, before, shape, interpreter } = has.questions
  const said = (name: string | undefined): string | undefined => {
    const value = name === undefined ? undefined : answers?.[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  /** In the words of the form's own choice. */
  const chosen = (name: string | undefined): string | undefined => {
    const value = said(name)
    const question = service.pages.flatMap(({ questions }) => questions).find((one) => one.name === name)
    const options = question && 'options' in question ? question.options : []
    return value && (options.find((one) => one.value === value)?.label ?? value)
  }
  const on = said(before)
  const facts: [string, string | undefined][] = [
    ['Past het best, zei de aanvraag', said(wishes)],
    ['Nodig vóór', on && dateInWords(on)],
    ['Vorm', chosen(shape)],
    ['Tolk', needsInterpreter({ has, answers }) ? (said(interpreter?.language) ?? 'Ja') : undefined],
  ]
  return facts.flatMap(([term, text]) => (text ? [[term, text] as [string, string]] : []))
}

/** Whether the request asked for an interpreter. */
export const needsInterpreter = ({ has, answers }: Pick<AtTable, 'has' | 'answers'>): boolean => {
  const { interpreter } = has.questions
  return interpreter !== undefined && answers?.[interpreter.question] === 'ja'
}
