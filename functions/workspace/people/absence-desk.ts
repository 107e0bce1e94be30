/** Sets and shows the absence of somebody of the network, for a coordinator and for the person alike. */

import type { Context } from 'hono'
import { type Absence, currentAbsence, standInRefusal, standInsFor } from '../../../forms/kit/absence.ts'
import type { Person } from '../../../forms/kit/content.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { readBody } from '../../shared/web/body.ts'
import { actOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { holderOptions } from '../holders.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { type AbsenceFormProps, readAbsence, standInError, standInField } from './absence.tsx'

type Ctx = Context<SignedIn>

/** What was typed, and what is wrong with it. */
export interface Shown {
  typed: RawInput
  errors: readonly FieldError[]
}

interface Setting {
  member: Person
  /** The page it stands on. */
  back: string
  again: (shown: Shown) => Promise<Response>
}

export function createAbsenceDesk(deps: WorkspaceDeps) {
  const { absences, now } = deps
  const { unreadable } = workRefusals(deps.assets)

  const standInsOf = ({ var: { network, content } }: Ctx, member: Person) =>
    holderOptions(deps, network, standInsFor(content, member))

  return {
    /** What the form shows of this member. */
    async formOf(c: Ctx, member: Person, path: string, shown: Shown): Promise<AbsenceFormProps> {
      const { network, content, person } = c.var
      const [all, standIns] = await Promise.all([absences.list(network.slug), standInsOf(c, member)])
      const today = brusselsDate(now())
      const absence = currentAbsence(all, member.id, today)
      const current = all.filter(({ until }) => until >= today)
      const own = person.id === member.id
      const usual = standIns.find(({ value }) => value === member.standIn)
      // Who usually stands in is filled in, until something is typed.
      const typed = shown.typed.size === 0 && usual ? new Map([[standInField, [usual.value]]]) : shown.typed
      return { content, member, own, absences: current, absence, standIns, path, ...shown, typed }
    },

    async set(c: Ctx, { member, back, again }: Setting): Promise<Response> {
      const { network, content, person } = c.var
      const read = readAbsence(await readBody(c), await standInsOf(c, member), now())
      if (!read) return unreadable(c)
      if (read.kind === 'wrong') return again(read)
      const { absence, typed } = read
      const wanted: Absence = { person: member.id, ...absence }
      const change = { by: person.id, ...actOf(c, deps) }
      const refusal = await absences.set({ network: network.slug, person: member.id }, absence, change, (others) =>
        standInRefusal(others, wanted, brusselsDate(now())),
      )
      return refusal ? again({ typed, errors: [standInError(refusal, content)] }) : c.redirect(back, 303)
    },

    async clear(c: Ctx, { id }: Person, back: string): Promise<Response> {
      const { network, person } = c.var
      await absences.clear({ network: network.slug, person: id }, { by: person.id, ...actOf(c, deps) })
      return c.redirect(back, 303)
    },
  }
}
