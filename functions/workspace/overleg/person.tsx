/** Somebody of the table on a page: their name, as what they sit there, and their number to tap. */
import type { FC } from 'hono/jsx'
import { calledWithin, type Details, phoneOf } from '../../../forms/kit/overleg/details.ts'
import type { Seated } from '../../../forms/kit/overleg/overleg.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { PhoneLink } from '../../shared/web/layout.tsx'
import { calledOf, fullyCalledOf, seatInWords } from './words.ts'

interface PersonProps {
  details: Details
  who: Seated
}

/** "Jan Cools, CLB De Dender, spilfiguur" */
export const personInWords = (details: Details, who: Seated): string =>
  [capitalised(fullyCalledOf(details, who)), seatBeside(details, who)].filter(Boolean).join(', ')

/** Said where it is not said by their name. */
export const seatBeside = (details: Details, { id, wie }: Seated): string => {
  if (wie === 'dienst') return ''
  const unnamed = wie === 'client' && calledOf(details, { id, wie }) === 'de cliënt'
  return unnamed ? '' : seatInWords[wie].toLowerCase()
}

export const Person: FC<PersonProps> = ({ details, who }) => {
  const { first, beside } = calledWithin(details, who.id)
  const rest = [beside, seatBeside(details, who)].filter(Boolean).join(', ')
  return (
    <>
      <b>
        <bdi>{first || capitalised(calledOf(details, who))}</bdi>
      </b>
      {rest && (
        <>
          , <bdi>{rest}</bdi>
        </>
      )}
    </>
  )
}

/** Nothing when no number is known. */
export const PhoneOf: FC<PersonProps> = ({ details, who }) => {
  const number = phoneOf(details, who.id)
  return number ? <PhoneLink number={number} /> : null
}
