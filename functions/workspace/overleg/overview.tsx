/** The overleg at a glance, by where it stands (docs/overleg.md §1, §3, §4). */

import type { FC } from 'hono/jsx'
import { theOverleg } from '../../../forms/kit/overleg/noun.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { overlegPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { AskedPart } from './asked-part.tsx'
import type { AtTable } from './at-table.ts'
import type { Done } from './done.ts'
import { FixedPart } from './fixed-part.tsx'
import { OverlegFrame, type Step } from './frame.tsx'
import { Sprite } from './icons.tsx'
import { momentsTitle } from './moment-page.tsx'
import { longMoment } from './moment-words.ts'
import { CalledOffPart, HeldPart } from './over-part.tsx'
import type { OverviewPart } from './overview-part.ts'
import { PreparingPart } from './preparing-part.tsx'
import { canHave, isChoosing } from './standing.ts'

interface OverviewProps extends WorkFrame, Omit<OverviewPart, 'by'> {
  done?: Done | undefined
}

export const OverviewPage: FC<OverviewProps> = ({ found, now, typed, errors, done, ...frame }) => {
  const part = { found, now, typed, errors, by: frame.person.id }
  const step: Step | undefined = !isAboutToBe(found) && isChoosing(found) ? 'momenten' : undefined
  const message = done && (
    <p>
      <b>{done.title}</b> <bdi>{done.text}</bdi>
    </p>
  )
  return (
    <OverlegFrame {...frame} {...{ found, errors, message }} title={titleOf(found)} {...(step ? { step } : {})}>
      <Sprite />
      {isAboutToBe(found) ? <NothingYet found={found} /> : <Stage {...part} />}
    </OverlegFrame>
  )
}

const Stage: FC<OverviewPart> = (part) => {
  switch (part.found.overleg.state) {
    case 'voorbereiden':
      return <PreparingPart {...part} />
    case 'gepolst':
      return <AskedPart {...part} />
    case 'vastgelegd':
      return <FixedPart {...part} />
    case 'gehouden':
      return <HeldPart {...part} />
    case 'afgelast':
      return <CalledOffPart {...part} />
  }
}

/** Nothing of it is kept. */
const isAboutToBe = ({ overleg }: AtTable): boolean => overleg.revision === 0 && overleg.state === 'voorbereiden'

function titleOf(found: AtTable): string {
  const { state, fixed, noun } = found.overleg
  if (isAboutToBe(found)) return `Nog geen ${noun}`
  switch (state) {
    case 'voorbereiden':
      return momentsTitle(found)
    case 'gepolst':
      return 'Wanneer past het?'
    case 'vastgelegd':
      return fixed ? longMoment(fixed) : 'Dit moment ligt vast'
    case 'gehouden':
      return `${capitalised(theOverleg({ noun }))} is gehouden`
    case 'afgelast':
      return `${capitalised(theOverleg({ noun }))} gaat niet door`
  }
}

const NothingYet: FC<{ found: AtTable }> = ({ found }) =>
  canHave(found) ? (
    <>
      <p class="lead">{found.has.withClient ? 'Begin met wie aan tafel zit.' : 'Begin met wie meedoet.'}</p>
      <p class="row">
        <a class="btn" href={overlegPath(found.overleg.reference, 'tafel')} data-next="">
          Maak de tafel
        </a>
      </p>
    </>
  ) : (
    <p class="lead">{`In de stand van dit dossier kan er geen ${found.overleg.noun} zijn.`}</p>
  )
