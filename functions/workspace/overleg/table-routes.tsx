/** The table of an overleg: shown, a row more, kept half-way, and agreed to by the client (docs/overleg.md §2). */

import { Hono } from 'hono'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { applicantMoved } from '../../../forms/kit/overleg/applicant-moved.ts'
import type { Decided } from '../../../forms/kit/overleg/decision.ts'
import { hasOverleg } from '../../../forms/kit/overleg/of-dossier.ts'
import { type Overleg, seated } from '../../../forms/kit/overleg/overleg.ts'
import { seatedRows, suggestedRows, typedRows } from '../../../forms/kit/overleg/prefill.ts'
import { hasRoom, noRoomInWords } from '../../../forms/kit/overleg/room.ts'
import { declinedIn } from '../../../forms/kit/overleg/said.ts'
import { saveTable } from '../../../forms/kit/overleg/save-table.ts'
import { type ReadTable, readTable, rowNumbersOf, tableFields } from '../../../forms/kit/overleg/table.ts'
import { isRunning } from '../../../forms/kit/plan/plan-mark.ts'
import { planTasksOf } from '../../../forms/kit/plan/plan-tasks.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { overlegRoute } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import { readdress } from '../dossier/readdress.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { AtTable } from './at-table.ts'
import type { OverlegDesk } from './desk.tsx'
import { waiting } from './table-consent.tsx'
import { doneWord, saysLeft, type TableDone } from './table-done.tsx'
import { CannotTablePage, TablePage } from './table-page.tsx'
import { isFilled, rowOf } from './table-typed.ts'
import { refusalInWords } from './words.ts'

export function tableRoutes(deps: WorkspaceDeps, desk: OverlegDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${overlegRoute}/tafel` as const
  const door = requirePerson(caseRoles)

  routes.get(path, door, async (c) => {
    const found = await desk.find(c, 'next')
    if (!found) return desk.notFound(c)
    if (c.req.method === 'HEAD') return c.body(null)
    if (!takesTable(found)) return cannot(c, found)
    const done = c.req.query('klaar')
    const withoutPerson = saysLeft(done, found.overleg) ? await withoutPersonIn(found) : 0
    return show(c, found, filledIn(found), { done, withoutPerson })
  })

  routes.post(path, door, async (c) => {
    const posted = await desk.sent(c, (_, body) => tableFields(body), 'next')
    if ('answer' in posted) return posted.answer
    const { found, typed } = posted
    if (!takesTable(found)) return cannot(c, found, typed)
    return typed.get('actie')?.[0] === 'rij' ? show(c, found, typed, { more: true }) : take(c, found, typed)
  })

  /** Kept half-way, or as the client agrees to it; the page again with what is wrong or missing. */
  function take(c: AtDesk, found: AtTable, typed: RawInput): Response | Promise<Response> {
    const halfWay = typed.get('actie')?.[0] === 'bewaar'
    const { withClient } = found.has
    const { receivedAt } = found.file.dossier
    const read = readTable(typed, { now: deps.now(), receivedAt, withClient, standing: seated(found.overleg) })
    const { consent, ...withoutConsent } = read.input
    const decided = decidedOn(c, found, halfWay ? withoutConsent : read.input)
    const asksClient = withClient && waiting(decided.overleg).length > 0
    const full = hasRoom(found, decided) ? [] : [{ name: 'tafel', message: noRoomInWords }]
    const unfinished = halfWay ? [] : [...read.gaps, ...(asksClient ? unasked(read) : [])]
    const errors = [...(halfWay ? mustMend(read) : read.errors), ...unfinished, ...full]
    if (errors.length > 0) return show(c, found, typed, { errors })
    return store(
      c,
      found,
      typed,
      decided,
      doneWord(doneAs({ halfWay, withClient, consent }), found.overleg, decided.overleg),
    )
  }

  async function store(c: AtDesk, found: AtTable, typed: RawInput, decided: Decided, done: string): Promise<Response> {
    const response = await desk.act(c, found, {
      decide: () => decided,
      again: (now, reason) => show(c, now, typed, { errors: [{ name: 'tafel', message: refusalInWords[reason] }] }),
      next: goesOn(done, decided.overleg),
      typed,
      texts: textsOf(typed),
    })
    const moved = response.status === 303 ? applicantMoved(applicantAt(found), decided) : undefined
    // Should it not come to it, their mark still stands in the head of the dossier.
    if (moved)
      await lookAgain(async () => {
        const file = await desk.file(c)
        const stored = file
          ? await readdress(deps, file, moved.email, { ...actOf(c, deps), days: c.var.days }, moved.told)
          : 'gone'
        return stored === 'changed' ? undefined : stored
      })
    return response
  }

  function decidedOn(
    c: AtDesk,
    { overleg, details, answers, has, reach, lastReach, said }: AtTable,
    input: ReadTable['input'],
  ) {
    const addresses = new Map([...reach].map(([id, { email }]) => [id, email]))
    const earlier = new Map([...(lastReach ?? [])].map(([id, { email }]) => [id, email]))
    return saveTable(
      { overleg, details, addresses, earlier, declined: declinedIn(said) },
      {
        ...{ input, withClient: has.withClient, by: c.var.person.id, now: deps.now(), days: c.var.days },
        applicant: typeof answers?.email === 'string' ? answers.email : undefined,
        newId,
      },
    )
  }

  /** Afspraken of the plan that runs that nobody does any more. */
  async function withoutPersonIn({ overleg, days, file: { dossier } }: AtTable): Promise<number> {
    if (!dossier.actionPlan || !isRunning(dossier.actionPlan)) return 0
    const kept = await deps.actionPlans.read(dossier.reference, deps.now())
    const tasks = kept ? planTasksOf({ ...kept, overleg }, undefined, { now: deps.now(), days }) : []
    return tasks.filter(({ kind }) => kind === 'without_person').length
  }

  /** Of small letters and digits: it stands in a field's name, and in an address. */
  const newId = (): string => Array.from(deps.random(8), (byte) => (byte % 36).toString(36)).join('')

  interface Shown {
    errors?: readonly FieldError[]
    done?: string | undefined
    withoutPerson?: number
    more?: boolean
  }

  const show = (c: AtDesk, found: AtTable, typed: RawInput, shown: Shown = {}) =>
    c.html(
      <TablePage {...frameOf(c, deps)} {...{ found, typed, ...shown }} now={deps.now()} />,
      shown.errors ? 422 : 200,
    )

  const cannot = (c: AtDesk, found: AtTable, typed: RawInput = new Map()) =>
    c.html(<CannotTablePage {...frameOf(c, deps)} found={found} texts={textsOf(typed)} />, 409)

  return routes
}

/** The answers have the address that counts now. */
const applicantAt = ({ overleg, details, reach, answers, file: { dossier } }: AtTable) => ({
  ...{ overleg, details, marks: dossier.notReached ?? [] },
  addresses: new Map([...reach].map(([id, { email }]) => [id, email])),
  address: typeof answers?.email === 'string' ? answers.email : undefined,
})

/** A new one needs a dossier that somebody works on; of one that is there the table can be changed until the dossier closes. */
const takesTable = ({ service, file: { dossier }, overleg }: AtTable): boolean =>
  overleg.revision === 0 ? hasOverleg(service, dossier) : !stateOf(service.form.lifecycle, dossier.state).closed

/** What the page shows before anybody typed: who sits there, or who the request named. */
function filledIn({ overleg, details, reach, lastReach, has, answers }: AtTable): RawInput {
  const isNew = overleg.revision === 0 && Object.keys(overleg.participants).length === 0
  const rows = isNew
    ? suggestedRows(has, answers)
    : seatedRows(overleg, details, (id) => (reach.get(id) ?? lastReach?.get(id))?.email ?? '')
  const { speaksFreely } = details
  return new Map([...typedRows(rows), ...(speaksFreely ? [['vrij_spreken', [speaksFreely]] as const] : [])])
}

/** When the client was asked says nothing of a table that is kept half-way. */
const mustMend = ({ errors }: ReadTable) => errors.filter(({ name }) => name !== 'besproken_op')

/** The client agrees on a day; who only leaves asks nothing of them (docs/overleg.md §2). */
const unasked = ({ input, errors }: ReadTable): FieldError[] =>
  input.consent || errors.some(({ name }) => name === 'besproken_op')
    ? []
    : [{ name: 'besproken_op', message: 'Vul een datum in, bijvoorbeeld 27/4/2021' }]

/** Nobody is asked about it and nobody left: on to the moments, as the button says. */
const goesOn = (done: string, { state }: Overleg) =>
  ({ page: done === 'klaar' && state === 'voorbereiden' ? 'momenten' : 'tafel', done }) as const

interface Doing {
  halfWay: boolean
  withClient: boolean
  consent: ReadTable['input']['consent']
}

function doneAs({ halfWay, withClient, consent }: Doing): TableDone {
  if (halfWay) return consent ? 'zonder_akkoord' : 'bewaard'
  if (!withClient) return 'klaar'
  return consent ? 'besproken' : 'bewaard'
}

/** Every row as it was typed, to copy. */
const textsOf = (typed: RawInput): string[] => {
  const lines = rowNumbersOf(typed).flatMap((at) => {
    if (!isFilled(typed, at)) return []
    const { called, service } = rowOf(typed, at)
    const reached = ['email', 'telefoon'].map((column) => typed.get(`deelnemers[${at}].${column}`)?.[0])
    return [[called, service !== called && service, ...reached].filter(Boolean).join(', ')]
  })
  return lines.length > 0 ? [lines.join('\n')] : []
}
