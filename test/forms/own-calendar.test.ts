/** The calendar of somebody of the network, as an independent parser reads it (docs/decisions/025). */
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { type HeldDossier, ownCalendar } from '../../forms/kit/own-calendar.ts'

const reference = 'LCO-7K3M-9QX2-4T'
const fixed = {
  start: '2026-12-01T13:00:00.000Z',
  end: '2026-12-01T15:00:00.000Z',
  number: 2,
  by: 'p',
  at: '2026-11-23T09:00:00.000Z',
}
const runs = { state: 'loopt', evaluationOn: '2027-03-02' } as const

function entriesIn(...held: HeldDossier[]) {
  const text = ownCalendar({ held, tasks: [], host: 'loket.example', now: new Date('2026-11-23T09:00:00Z') })
  expect(text.split('\r\n').filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const { summary, startDate, uid, sequence } = new ICAL.Event(one)
    return [summary, startDate.toString(), uid, sequence]
  })
}

it('een overleg dat vastligt, op zijn uur; met een volgnummer dat stijgt als het verzet wordt', () => {
  expect(entriesIn({ dossier: { reference }, overleg: { number: '01', fixed } })).toEqual([
    [`Overleg ${reference}`, '2026-12-01T13:00:00Z', `${reference}-overleg-01@loket.example`, 2],
  ])
})

it('van een overleg zonder uur alleen de dag in Brussel, ook wie na middernacht UTC begint', () => {
  const late = { ...fixed, start: '2026-12-01T23:30:00.000Z', wholeDay: true } as const
  const [entry = []] = entriesIn({ dossier: { reference }, overleg: { number: '01', fixed: late } })
  expect(entry.slice(0, 2)).toEqual([`Overleg ${reference}`, '2026-12-02'])
})

it.each<[string, HeldDossier['dossier'], string[]]>([
  ['een volgende stap', { reference, nextOn: '2026-12-03' }, [`Volgende stap ${reference} 2026-12-03`]],
  [
    'een dringend telefoontje eerst',
    { reference, callBy: '2026-11-24', nextOn: '2026-12-03' },
    [`Volgende stap ${reference} 2026-11-24`],
  ],
  ['een evaluatie', { reference, actionPlan: runs }, [`Evaluatie ${reference} 2027-03-02`]],
  [
    'een evaluatie die de volgende stap is: één keer',
    { reference, nextOn: '2027-03-02', actionPlan: runs },
    [`Evaluatie ${reference} 2027-03-02`],
  ],
  ['een plan dat stopte', { reference, actionPlan: { ...runs, state: 'gestopt' } }, []],
  ['niets', { reference }, []],
])('%s', (_, dossier, days) => {
  expect(entriesIn({ dossier }).map(([summary, on]) => `${summary} ${on}`)).toEqual(days)
})

it('de dag van het overleg is geen tweede keer de volgende stap', () => {
  expect(entriesIn({ dossier: { reference, nextOn: '2026-12-01' }, overleg: { number: '01', fixed } })).toHaveLength(1)
})
