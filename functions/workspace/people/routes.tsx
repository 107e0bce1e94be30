/** The people of the network: who may come in, who is away, who takes over. */

import { type Context, Hono } from 'hono'
import { type Person, personOf } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { addSeconds, brusselsDate, secondsPerDay } from '../../../forms/kit/time.ts'
import { newId } from '../../shared/new-id.ts'
import { createIdentities } from '../../shared/store/identities.ts'
import { readBody } from '../../shared/web/body.ts'
import { formerPeoplePath, peoplePath, personPath, signedOutPath } from '../../shared/work-paths.ts'
import { actOf, frameOf, noteView } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { holdersWithLoad } from '../holders.ts'
import { createDesk } from '../manage/desk.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { invitationPath } from '../sign-in/invitation-path.ts'
import { workRefusals } from '../work-message.tsx'
import { createAbsenceDesk, type Shown } from './absence-desk.ts'
import { createAccountDesk } from './account-desk.ts'
import { InvitationOverPage, InvitedPage, NobodyPage, UnbindPage } from './account-pages.tsx'
import { type HandOverReport, handOver, type StayReason, stayReasons } from './hand-over.ts'
import { readHandOver } from './hand-over-form.ts'
import { heldBy, withNames } from './held.ts'
import { PeoplePage, type PersonLine } from './people-page.tsx'
import { PersonPage, type Report, signInDays } from './person-page.tsx'

type Ctx = Context<SignedIn>

const nothingTyped: Shown = { typed: new Map(), errors: [] }

export function peopleRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const { assets, trail, secrets, now, url } = deps
  const identities = deps.open(createIdentities)
  const absence = createAbsenceDesk(deps)
  const account = createAccountDesk(deps)
  const desk = createDesk(deps)
  const plain = workRefusals(assets)
  const coordinator = requirePerson(['coordinator'])
  const moved = (c: Ctx) => c.redirect(c.req.path.replace(formerPeoplePath, peoplePath), 308)
  routes.get(formerPeoplePath, coordinator, moved).get(`${formerPeoplePath}/*`, coordinator, moved)
  const one = `${peoplePath}/:person`

  async function linesOf(network: Network, people: readonly Person[]): Promise<PersonLine[]> {
    const holders = await holdersWithLoad(deps, network, people)
    return Promise.all(
      holders.map(async ({ person: member, load, absence }) => ({
        ...{ member, load, absence },
        binding: await identities.binding({ network: network.slug, person: member.id }),
      })),
    )
  }

  /** The person in the address, of the coordinator's own network. */
  async function memberIn(c: Ctx) {
    const { network } = c.var
    const { content } = await desk.read(c)
    const member = personOf(content, c.req.param('person'))
    return member && { network, content, member, ref: { network: network.slug, person: member.id } }
  }
  const nobody = (c: Ctx) => c.html(<NobodyPage {...frameOf(c, deps)} />, 404)

  routes.get(peoplePath, coordinator, async (c) => {
    const { network } = c.var
    const { content } = await desk.read(c)
    const seen = content.people.map(({ id }) => id)
    await noteView(c, deps, 'mensen', seen)
    const about = { content, lines: await linesOf(network, content.people), today: brusselsDate(now()) }
    return c.html(<PeoplePage {...frameOf(c, deps)} {...about} left={c.req.query('klaar') === 'weg'} />)
  })

  routes.get(one, coordinator, async (c) => {
    const found = await memberIn(c)
    return found ? showPerson(c, found.member, nothingTyped, reportIn(c)) : nobody(c)
  })

  routes.post(`${one}/uitnodigen`, coordinator, async (c) => {
    const found = await memberIn(c)
    if (!found) return nobody(c)
    const { ref } = found
    const id = newId(deps)
    const invited = await identities.invite({ id, ...ref, invitedBy: c.var.person.id, ...actOf(c, deps) })
    // Bound meanwhile: the page says so.
    return c.redirect(personPath(ref.person) + (invited === 'invited' ? `/uitnodiging/${id}` : ''), 303)
  })

  routes.get(`${one}/uitnodiging/:invitation`, coordinator, async (c) => {
    const found = await memberIn(c)
    if (!found) return nobody(c)
    const { member, ref } = found
    const id = c.req.param('invitation')
    const invitation = await identities.readInvitation(id, now())
    if (invitation?.network !== ref.network || invitation.person !== ref.person)
      return c.html(<InvitationOverPage {...frameOf(c, deps)} member={member} />, 410)
    await noteView(c, deps, 'mensen', [ref.person])
    const link = url + (await invitationPath(secrets, id))
    return c.html(<InvitedPage {...frameOf(c, deps)} member={member} link={link} />)
  })

  routes.get(`${one}/ontkoppelen`, coordinator, async (c) => {
    const found = await memberIn(c)
    if (!found) return nobody(c)
    return c.html(<UnbindPage {...frameOf(c, deps)} member={found.member} last={await account.isLast(c, found)} />)
  })

  routes.post(`${one}/ontkoppelen`, coordinator, async (c) => {
    const found = await memberIn(c)
    if (!found) return nobody(c)
    const { member, ref } = found
    if ((await account.unbind(c, found)) === 'last')
      return c.html(<UnbindPage {...frameOf(c, deps)} member={member} last />, 409)
    return c.redirect(ref.person === c.var.person.id ? signedOutPath : personPath(ref.person), 303)
  })

  routes.post(`${one}/afwezig`, coordinator, async (c) => {
    const found = await memberIn(c)
    if (!found) return nobody(c)
    const { member } = found
    return absence.set(c, { member, back: personPath(member.id), again: (shown) => showPerson(c, member, shown) })
  })
  routes.post(`${one}/aanwezig`, coordinator, async (c) => {
    const found = await memberIn(c)
    return found ? absence.clear(c, found.member, personPath(found.member.id)) : nobody(c)
  })

  routes.post(`${one}/overdragen`, coordinator, async (c) => {
    const found = await memberIn(c)
    if (!found) return nobody(c)
    const { network, content, member } = found
    const { handOver: page } = await heldBy(deps, c.var, member)
    const read = readHandOver(page, await readBody(c), now())
    if (!read) return plain.unreadable(c)
    if (read.kind === 'wrong') return showPerson(c, member, read)
    const done = await handOver(deps, {
      network,
      content,
      by: c.var.person,
      session: c.var.sessionId,
      from: member.id,
      references: read.references,
      to: personOf(content, read.to),
      reason: read.reason,
    })
    return c.redirect(`${personPath(member.id)}?${new URLSearchParams(reportQuery(done))}`, 303)
  })

  async function showPerson(c: Ctx, member: Person, shown: Shown, report?: Report) {
    const { network, content } = c.var
    const ref = { network: network.slug, person: member.id }
    const [[line], held, form, invitedUntil, signIns] = await Promise.all([
      linesOf(network, [member]),
      heldBy(deps, c.var, member),
      absence.formOf(c, member, personPath(member.id), shown),
      identities.invitedUntil(ref, now()),
      trail.signIns(ref, addSeconds(now(), -signInDays * secondsPerDay), now()),
    ])
    if (!line) return nobody(c)
    await noteView(c, deps, 'mensen', [member.id])
    const named = await withNames(deps, c.var, held)
    const history = await desk.history(c, ({ of, key }) => of === 'people' && key === member.id)
    return c.html(
      <PersonPage
        {...frameOf(c, deps)}
        {...{ content, history, line, invitedUntil, signIns, report, today: brusselsDate(now()) }}
        held={named}
        absence={form}
      />,
      shown.errors.length > 0 ? 422 : 200,
    )
  }

  return routes
}

/** What a hand-over came to, in the address of the page after it: references identify, they authorise nothing. */
const reportQuery = ({ moved, stayed }: HandOverReport): [string, string][] => [
  ['over', String(moved.length)],
  ...stayed.map(({ reference, reason }): [string, string] => ['bleef', `${reason} ${reference}`]),
]

function reportIn(c: Context): Report | undefined {
  const moved = c.req.query('over')
  if (moved === undefined || !/^\d{1,4}$/.test(moved)) return undefined
  const stayed = (c.req.queries('bleef') ?? []).flatMap((text) => {
    const [reason, reference] = text.split(' ')
    const known = reference !== undefined && readReference(reference) === reference
    return known && isStayReason(reason) ? [{ reference, reason }] : []
  })
  return { moved: Number(moved), stayed }
}

const isStayReason = (text: string | undefined): text is StayReason => stayReasons.some((reason) => reason === text)
