/**
 * A request of Aalst half-way its overleg, to try the table, the moments and the letter with on this machine (docs/local.md). Everybody
 * in it is invented. Made by the same decisions as in the werkruimte; nothing of it is mailed, now or later, until somebody acts on it.
 */

import { answer } from '../../forms/kit/overleg/answer.ts'
import { ask } from '../../forms/kit/overleg/decide.ts'
import { withMark } from '../../forms/kit/overleg/of-dossier.ts'
import { type Overleg, seated, seatOf } from '../../forms/kit/overleg/overleg.ts'
import { nothingSaid, type SaidToMoment } from '../../forms/kit/overleg/said.ts'
import { promise } from '../../forms/kit/post/mail.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { brusselsDate } from '../../forms/kit/time.ts'
import type { Overlegs } from '../shared/store/overlegs.ts'
import { assigned, type DemoDeps, keep, made, nowOf, seatedFor, spanOn, usualAnswers } from './demo-case.ts'

type Deps = DemoDeps & { overlegs: Pick<Overlegs, 'answer'> }

/** What was asked for: a family with three services around it. */
const answers: Answers = {
  ...usualAnswers,
  levensdomeinen: ['inkomen_schulden', 'wonen_energie'],
  naam: 'Noor Voorbeeld',
  organisatie: 'CAW De Pont',
  email: 'noor@caw-depont.example',
  telefoon: '+32478123456',
  client_aanduiding: 'A.B.',
  deelname_client: 'ja_met_steun',
  veilig_contact: 'Schrijf niet naar huis. Bel alleen tussen 9 en 15 uur.',
  vraag_client: 'Rust in huis, en weten wie ik kan bellen.',
  zelf: 'De papieren samen leggen.',
  'loopt_goed.wonen_energie': 'De buurvrouw springt bij.',
  'loopt_minder_goed.inkomen_schulden': 'Er komen brieven van een deurwaarder.',
  doel: 'Eén plan, en weten wie wat doet.',
  betrokkenen: [
    { dienst: 'CAW De Pont', contactpersoon: 'Noor Voorbeeld', email: 'noor@caw-depont.example', rol: 'Begeleiding' },
    { dienst: 'Wonen De Poort', contactpersoon: 'Jan Cools', email: 'jan@wonen-depoort.example', rol: 'Huur' },
    { dienst: 'Thuiszorg De Linde', contactpersoon: 'Els Maes', rol: 'Poetshulp' },
  ],
  momenten: 'Dinsdag of donderdag, in de namiddag.',
}

/** Rows of the page of the table: the client by letter, one by phone. */
const rows = [
  { wie: 'client', bereik: 'brief' },
  {
    ...{ wie: 'spilfiguur', naam: 'Noor Voorbeeld', dienst: 'CAW De Pont', bereik: 'mail' },
    ...{ email: 'noor@caw-depont.example', beroepsgeheim: 'ja' },
  },
  {
    ...{ wie: 'dienst', naam: 'Jan Cools', dienst: 'Wonen De Poort', bereik: 'mail' },
    ...{ email: 'jan@wonen-depoort.example', telefoon: '053 00 00 22', beroepsgeheim: 'nee' },
  },
  {
    ...{ wie: 'dienst', naam: 'Els Maes', dienst: 'Thuiszorg De Linde', bereik: 'telefoon' },
    ...{ telefoon: '053 00 00 21', beroepsgeheim: 'weet_niet' },
  },
]

/** What was answered, by row and moment; who is absent said nothing yet. */
const said: Readonly<Record<number, Readonly<Record<string, SaidToMoment>>>> = {
  1: { m1: 'kan', m2: 'kan', m3: 'kan_niet' },
  2: { m1: 'kan_niet', m2: 'kan', m3: 'bel_mij' },
}

/** Working days from today on which it is proposed, and when; Brussels. */
const proposed = [
  [6, '14:00', '15:30'],
  [8, '10:00', '11:30'],
  [9, '14:00', '15:30'],
] as const

/** One request with its overleg, asked and partly answered. */
export async function seedOverleg(deps: Deps, now: Date): Promise<void> {
  const about = { word: 'demo', answers, rows }
  const demo = assigned(deps, about, now)
  const today = brusselsDate(now)
  const spans = proposed.map(([days, ...hours]) => spanOn(demo.days.add(today, days), hours))
  const { current, reachedAt } = seatedFor(demo, about, spans, now)
  const asked = nowOf(made(ask(current, { by: demo.by.id, now, days: demo.days })))
  const { overleg } = asked
  const dossier = withMark(demo.service, demo.dossier, overleg, now)
  await keep(deps, demo, { answers, dossier, current: asked, reachedAt, what: 'momenten gevraagd' }, now)
  await Promise.all(seated(overleg).map(({ id }, at) => keepAnswer(deps, { overleg, id, given: said[at], now })))
}

interface Keeping {
  overleg: Overleg
  id: string
  given: Readonly<Record<string, SaidToMoment>> | undefined
  now: Date
}

async function keepAnswer({ overlegs }: Deps, { overleg, id, given, now }: Keeping): Promise<void> {
  const who = seatOf(overleg, id)
  if (!who || !given) return
  const decision = answer({ overleg, who, before: nothingSaid(id), given: { moments: given }, now })
  if (decision.kind !== 'answered') return
  const about = { overleg, participant: id, linkVersion: who.linkVersion, now }
  await overlegs.answer({ ...about, said: decision.said, mails: promise(), while: 'gepolst' })
}
