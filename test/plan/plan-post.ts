/** A plan whose mails are read: written, agreed and followed as the werkruimte does, sent by the mailer, on one clock. */
import type { Email } from 'postal-mime'
import type { Command } from '../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { goesAlong } from '../../functions/shared/goes-along.ts'
import { makeMove } from '../../functions/shared/make-move.ts'
import { answersKey } from '../../functions/shared/store/keys.ts'
import { openPostOffice } from '../mailer/post-office.ts'
import { demoContent, demoPerson } from '../support/content.ts'
import { openDays } from '../support/open-days.ts'
import { startOverleg } from '../support/overleg.ts'
import { spanAt, type TestRow } from '../support/overleg-tables.ts'
import { planOf } from '../support/plan.ts'
import { startTestWorkspace } from '../support/workspace.ts'

/** The client on paper, and by mail their fixed contact, a service, and somebody they trust. */
export const planTable: readonly TestRow[] = [
  { wie: 'client', bereik: 'brief' },
  { wie: 'spilfiguur', dienst: 'OCMW Voorbeeld', naam: 'Sam Voorbeeld', email: 'sam@ocmw.example' },
  { dienst: 'CAW Voorbeeld', naam: 'Noor Voorbeeld', email: 'noor@caw.example' },
  { wie: 'vertrouwensfiguur', naam: 'Buur Voorbeeld', email: 'buur@mail.example', beroepsgeheim: 'nee' },
]

export const holderAt = 'casemanager@lco-aalst.example'
export const deputyAt = 'plaatsvervanger@lco-aalst.example'

interface Options {
  /** Brussels local time of the overleg; it is held ninety minutes later. */
  day?: string
  table?: readonly TestRow[]
  /** Who holds the dossier, by name, and what it is. */
  by?: string
  dossier?: Partial<Dossier>
}

export type PlanPost = Awaited<ReturnType<typeof openPlanPost>>

/** An overleg that was held, with everybody there; nothing of its plan is written, and no mail is waiting to be read. */
export async function openPlanPost({ day = '2021-03-15T14:00', table = planTable, by, dossier }: Options = {}) {
  const span = spanAt(day)
  const work = await startTestWorkspace({ now: addSeconds(new Date(span.start), -7 * 86_400) })
  const office = openPostOffice(work.connection, { clock: work.clock })
  const { passTo } = office
  const overleg = await startOverleg(work, { table, ...(by ? { by } : {}), ...(dossier ? { dossier } : {}) })
  const { reference } = overleg
  // Closing gives what was filed an end.
  const { client, PutCommand } = await work.connection.dynamo()
  const sealed = await work.deps.seal((await overleg.now()).overleg.network, reference, {})
  await client.send(
    new PutCommand({ TableName: work.connection.tables.loket, Item: { ...answersKey(reference), sealed } }),
  )

  /** Mails about this dossier that left since the last `forget`, oldest first. */
  async function received(): Promise<{ to: string; email: Email }[]> {
    const all = await office.received()
    return all.flatMap(({ destinations: [to = ''], email }) =>
      email.subject?.endsWith(reference) ? [{ to, email }] : [],
    )
  }

  /** What left, or leaves now: to whom, and its subject without the reference. */
  async function left(): Promise<string[]> {
    await passTo(office.now())
    const mails = (await received()).map(({ to, email }) => `${to} ${email.subject?.split(' · ')[0]}`)
    office.forget()
    return mails.sort()
  }

  await overleg.asked([span])
  await overleg.fix()
  await passTo(span.end)
  const { overleg: fixed } = await overleg.now()
  const present = Object.fromEntries(Object.keys(fixed.participants).map((id) => [id, 'aanwezig' as const]))
  await overleg.hold({ present }, { date: span.end.slice(0, 10), explained: true })
  await left()

  return {
    reference,
    work,
    office,
    overleg,
    plan: planOf(work, overleg),
    set: office.setClock,
    passTo,
    received,
    left,
    feedback: office.feedback,
    /** A move of the dossier, by whoever holds it. */
    async move(action: string, changes: Partial<Command> = {}): Promise<void> {
      const { file, service } = await overleg.now()
      const { dossier: before } = file
      const content = demoContent(before.network)
      const person = demoPerson(before.holder ?? '')
      const made = await makeMove(work.deps, {
        ...{ service, content, dossier: before },
        command: { drempels: ['geen'], explained: true, action, by: person, ...changes },
        along: (decision, now) =>
          goesAlong(work.deps, { service, before, decision, by: person.id, now, days: openDays() }),
      })
      if (made.kind !== 'moved') throw new Error(`${action}: ${made.kind}`)
    },
  }
}
