/** Why an answer was not kept, and what it was: nobody has to remember it. What holds now stands below. */
import type { FC } from 'hono/jsx'
import { answerField } from '../../../forms/kit/overleg/guest-form.ts'
import { hoursInWords } from '../../../forms/kit/overleg/hours.ts'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import { thisOverleg } from '../../../forms/kit/overleg/noun.ts'
import { saidToMoment } from '../../../forms/kit/overleg/said.ts'
import { Problem } from '../../shared/web/problem.tsx'
import { answerInWords } from './asked-part.tsx'
import type { GuestPageProps } from './props.ts'

export const NotKept: FC<GuestPageProps & { refused: NonNullable<GuestPageProps['refused']> }> = (props) => {
  const lines = linesOf(props)
  return (
    <Problem>
      <p>
        <b>{reasonOf(props)}</b>
      </p>
      {lines.length > 0 && (
        <>
          <p>Dit was uw antwoord:</p>
          <ul>
            {lines.map((line) => (
              <li>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </Problem>
  )
}

function reasonOf({ refused, view, guest: { overleg } }: GuestPageProps): string {
  const not = 'Uw antwoord is niet bewaard:'
  if (refused === 'fixed') return `${not} er ligt intussen een moment vast. Hieronder staat welk.`
  if (refused === 'moved')
    return `${not} ${thisOverleg(overleg)} is intussen verplaatst. Hieronder staat de nieuwe dag.`
  if (view.kind === 'fixed') return `${not} ${thisOverleg(overleg)} is al begonnen. Bel ons.`
  return `${not} u kunt hier niet meer antwoorden.`
}

/** By what was sent, which can be any word: an object would know `constructor` too. */
const comesInWords = new Map([
  ['ja', ['Ik kom']],
  ['nee', ['Ik kan niet komen']],
])

function linesOf({ typed, guest: { overleg } }: GuestPageProps): string[] {
  const value = (name: string) => typed?.get(name)?.[0] ?? ''
  const moments = overleg.moments.flatMap((moment) => {
    const answer = saidToMoment.find((one) => one === value(answerField(moment.id)))
    return answer ? [`${momentDay(moment)}, ${hoursInWords(moment)}: ${answerInWords[answer].toLowerCase()}`] : []
  })
  const comes = comesInWords.get(value('komt')) ?? []
  return [...moments, ...comes, ...['telefoon', 'eigen_nummer'].map(value).filter((text) => text !== '')]
}
