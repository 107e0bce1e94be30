/** The report of a year as it is read and printed, by staff and by everybody alike (docs/decisions/035). */
import type { Child, FC } from 'hono/jsx'
import { yearBefore } from '../../../../forms/kit/figures/facts.ts'
import { changes, headlines } from '../../../../forms/kit/figures/in-words.ts'
import type { Report } from '../../../../forms/kit/figures/report.ts'
import type { Network } from '../../../../forms/kit/network.ts'
import type { PublicNote } from '../../store/reports.ts'
import { Phone } from '../layout.tsx'
import { Figure, Stripes } from './figure.tsx'
import { Note } from './note.tsx'

interface ReportSheetProps {
  network: Network
  report: Report
  /** What somebody wrote to it, and a second person agreed to. */
  notes: readonly PublicNote[]
  /** Under those: how one is written. */
  writing?: Child
}

export const ReportSheet: FC<ReportSheetProps> = ({ network, report, notes, writing }) => {
  const { year, sections } = report
  const lastYear = yearBefore(year)
  const compares = sections.some(({ tables }) => tables.some(({ total }) => total.before !== undefined))
  const [main] = sections
  const changed = main && compares ? changes(main, lastYear) : []
  return (
    <div class="lf-papier">
      <Stripes />
      <p class="eyebrow">{network.name}</p>
      <h1>{`Jaaroverzicht ${year}`}</h1>
      <p class="lead">Wat mensen vroegen, wat we samen deden, en wat beter kan. Zonder één persoon te tonen.</p>
      {main && (
        <ul class="lf-cijfers">
          {headlines(main).map(({ amount, label, before }) => (
            <li>
              <b>{amount}</b>
              {label}
              {before !== undefined && <small class="hint">{`${before} in ${lastYear}`}</small>}
            </li>
          ))}
        </ul>
      )}
      {changed.length > 0 && (
        <>
          <h2>Wat veranderde</h2>
          <ul>
            {changed.map(({ what, text }) => (
              <li>
                <b>{what}</b> {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {sections.length === 0 && <p>Er is te weinig geteld om iets te tonen.</p>}
      {sections.map(({ title, tables }) => (
        <>
          <h2>{sections.length === 1 ? 'De cijfers' : `De cijfers: ${title}`}</h2>
          {tables.map((table) => (
            <Figure table={table} year={year} lastYear={compares ? lastYear : undefined} />
          ))}
        </>
      ))}
      {(notes.length > 0 || writing) && <h2>Wat we hoorden</h2>}
      {notes.length > 0 && (
        <p>
          Een signaal gaat over minstens 5 dossiers. Een tweede persoon las het na. Er staat geen zin van een cliënt in.
        </p>
      )}
      {notes.map((note) => (
        <Note kind="signaal" written={note} under="part" />
      ))}
      {writing}
      <h2>Zo telden we</h2>
      <p>
        We tellen op het moment zelf, zonder naam en zonder dag. Groepen van 1 tot 4 tonen we niet. Soms verbergen we
        ook een groter cijfer, zodat niemand het kleine kan uitrekenen. Wat gestopt is, telt alleen als gestopt. Vragen?
        Bel <Phone number={network.phone} />.
      </p>
    </div>
  )
}
