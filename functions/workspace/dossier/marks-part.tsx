/** What stands in the head of a dossier until somebody sees to it: whom our mail does not reach, what a machine seemed to send, what is new of who asked. */
import type { Child, FC } from 'hono/jsx'
import { personOf } from '../../../forms/kit/content.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { personMark, type Unreached, unreachedOf } from '../../../forms/kit/lifecycle/not-reached.ts'
import { added } from '../../shared/store/audit.ts'
import { Phone } from '../../shared/web/layout.tsx'
import { addressPath, dossierPath, overlegPath, reachedPath } from '../../shared/work-paths.ts'
import { moment } from '../mail-words.ts'
import { applicantPhone } from './applicant-phone.tsx'
import type { DossierView } from './view.ts'

export const MarksPart: FC<{ view: DossierView; release: Move | undefined }> = ({ view, release }) => (
  <>
    <Suspect view={view} release={release} />
    {marksOf(view).map((one) => (
      <NotReached view={view} one={one} />
    ))}
    <AddedNote view={view} />
  </>
)

/** Several at the table are one mark: their page shows who. */
function marksOf({ service, dossier }: DossierView): readonly Unreached[] {
  const all = unreachedOf(service.form.lifecycle, dossier)
  const table = all.find(({ who }) => who === 'deelnemer')
  return all.filter((one) => one.who !== 'deelnemer' || one === table)
}

/** Whoever may say so, says here that it is real; for who may not it is a tag. */
const Suspect: FC<{ view: DossierView; release: Move | undefined }> = ({ view: { dossier }, release }) =>
  release ? (
    <div class="note" data-suspect>
      <p>
        <b>Verdacht.</b> Dit lijkt ingevuld door een machine. Wat we de aanvrager mailen, wacht tot u dit nakeek.
        {` ${release.label}? Dan vertrekt het meteen. U kunt het niet terughalen.`}
      </p>
      <form class="row" method="post" action={`${dossierPath(dossier.reference)}/${release.action}`}>
        <input type="hidden" name="revision" value={String(dossier.revision)} />
        <input type="hidden" name="bij" value={dossier.holder ?? ''} />
        <button class="btn" data-next>
          {release.label}
        </button>
      </form>
    </div>
  ) : null

const NotReached: FC<{ view: DossierView; one: Unreached }> = ({ view, one }) => {
  const { text, mend } = wordsOf(view, one)
  return (
    <div class="note" data-niet-aangekomen={one.who}>
      <p>
        <span class="tag late">Niet aangekomen</span> {text}
      </p>
      {mend}
    </div>
  )
}

function wordsOf(view: DossierView, one: Unreached): { text: Child; mend: Child } {
  const { dossier, content, overleg } = view
  switch (one.who) {
    case 'aanvrager':
      return { text: callApplicant(view), mend: <Correct path={addressPath(dossier.reference)} /> }
    case 'deelnemer': {
      const theirs = overleg?.participants[one.participant]
      if (theirs?.applicant)
        return { text: callApplicant(view), mend: <Correct path={addressPath(dossier.reference)} /> }
      return {
        text: 'Een mail aan iemand aan tafel kwam terug. Bel, of verbeter het adres aan de tafel.',
        mend: <Correct path={overlegPath(dossier.reference, 'tafel')} />,
      }
    }
    case 'medewerker': {
      const person = personOf(content, one.person)
      const name = person?.name ?? 'Deze collega'
      return {
        text: (
          <>
            {`${name} kreeg een mail over dit dossier niet. Bel`}{' '}
            {person ? <Phone number={person.phone} /> : 'deze persoon'} en laat het adres verbeteren.
          </>
        ),
        mend: (
          <form class="row" method="post" action={reachedPath(dossier.reference)}>
            <input type="hidden" name="wie" value={personMark(one.person)} />
            <button class="btn plain">{`Ik sprak ${name}`}</button>
          </form>
        ),
      }
    }
  }
}

const Correct: FC<{ path: string }> = ({ path }) => (
  <p class="row">
    <a class="btn plain" href={path}>
      Verbeter het adres
    </a>
  </p>
)

/** "Bel 053 00 00 01 of verbeter het adres". */
function callApplicant(view: DossierView): Child {
  const phone = applicantPhone(view)
  return phone ? <>Bel {phone} of verbeter het adres.</> : 'Verbeter het adres.'
}

/** By the applicant, beside the moves: newer than the last call, note or step of somebody of the network; ISO UTC, oldest first. */
function unansweredOf({ history, lines }: Pick<DossierView, 'history' | 'lines'>): readonly string[] {
  // That it was opened says nothing yet of what was done with it.
  const ours = [...history.filter(({ what }) => what !== 'geopend'), ...lines].filter(({ who }) => who !== 'aanvrager')
  const last = ours.reduce((latest, { at }) => (at > latest ? at : latest), '')
  return history
    .filter(({ who, what, at }) => who === 'aanvrager' && told.includes(what) && at > last)
    .map(({ at }) => at)
}
const told: readonly string[] = [added, 'nummer verbeterd', 'adres verbeterd']

const AddedNote: FC<{ view: DossierView }> = ({ view }) => {
  const moments = unansweredOf(view)
  const last = moments.at(-1)
  return last === undefined ? null : (
    <div class="note" data-toegevoegd={moments.length}>
      <p>
        <b>Nieuw van de aanvrager</b>
        {`, ${moments.length === 1 ? '' : `${moments.length} keer, het laatst `}${moment(new Date(last))}. `}
        <a href="#tijdlijn">Lees het in de tijdlijn</a>
      </p>
    </div>
  )
}
