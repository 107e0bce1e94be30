/** Who comes, what changes of who is there, and who leaves: their dossiers first, then their account, then their place. */
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type Person, personOf } from '../../../forms/kit/content.ts'
import { personOfAnswers, personPage, rolesOfHolders, typedPerson } from '../../../forms/kit/manage/person-page.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { rolesIn } from '../../../forms/network-roles.ts'
import { newId, newPersonId } from '../../shared/new-id.ts'
import { createIdentities } from '../../shared/store/identities.ts'
import { readBody } from '../../shared/web/body.ts'
import { newPersonPath, peoplePath, personPath } from '../../shared/work-paths.ts'
import { actOf, frameOf, noteView } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { createDesk, type Read, typedOn } from '../manage/desk.ts'
import { type Shown, statusOf } from '../manage/parts.tsx'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { createAccountDesk } from './account-desk.ts'
import { EditPersonPage, LeavePage, NewPersonPage } from './edit-pages.tsx'
import { dossiersHeldBy } from './hand-over.ts'

/** The network as it is this moment, and the person in the address. */
type Found = Read & { member: Person }
interface AboutPerson extends SignedIn {
  Variables: SignedIn['Variables'] & { found: Found }
}
type Ctx = Context<AboutPerson>

export function editRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<AboutPerson>()
  const coordinator = requirePerson(['coordinator'])
  const desk = createDesk(deps)
  const account = createAccountDesk(deps)
  const identities = deps.open(createIdentities)
  const { unreadable, brokenLink } = workRefusals(deps.assets)
  const one = `${peoplePath}/:person`

  const withMember = createMiddleware<AboutPerson>(async (c, next) => {
    const read = await desk.read(c)
    const member = personOf(read.content, c.req.param('person'))
    if (!member) return brokenLink(c, c.var.network)
    c.set('found', { ...read, member })
    return next()
  })

  routes.get(newPersonPath, coordinator, async (c) => showNew(c, await desk.read(c), { typed: new Map() }))

  routes.post(newPersonPath, coordinator, async (c) => {
    const read = await desk.read(c)
    const page = personPage(read.content, rolesIn(c.var.network))
    const typed = await typedOn(c, page)
    if (!typed) return unreadable(c)
    const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now: deps.now() })
    if (errors.length > 0) return showNew(c, read, { typed, errors })
    const person = personOfAnswers(newPersonId(deps), answers)
    const put = await desk.save(c, [{ of: 'people', key: person.id, to: person }], typed)
    return put.kind === 'stored' ? invite(c, person) : showNew(c, read, { typed, errors: [tooMany] })
  })

  routes.get(`${one}/wijzigen`, coordinator, withMember, (c) => showEdit(c, { typed: typedPerson(c.var.found.member) }))

  routes.post(`${one}/wijzigen`, coordinator, withMember, async (c) => {
    const typed = await typedOn(c, pageOf(c))
    return typed ? change(c, typed) : unreadable(c)
  })

  routes.get(`${one}/weg`, coordinator, withMember, (c) => showLeave(c, 200))

  routes.post(`${one}/weg`, coordinator, withMember, async (c) => {
    const typed = await readBody(c)
    if (!typed) return unreadable(c)
    const [held, isNeeded] = await Promise.all([heldBy(c), account.isNeeded(c, c.var.found)])
    return held > 0 || isNeeded ? showLeave(c, 409) : leave(c, typed)
  })

  async function invite(c: Ctx, { id: person }: Person) {
    const id = newId(deps)
    const ref = { network: c.var.network.slug, person }
    await identities.invite({ id, ...ref, invitedBy: c.var.person.id, ...actOf(c, deps) })
    return c.redirect(`${personPath(person)}/uitnodiging/${id}`, 303)
  }

  async function change(c: Ctx, typed: RawInput) {
    const { member } = c.var.found
    const { answers, errors } = parsePage(pageOf(c), typed, {}, { criteria: [], now: deps.now() })
    if (errors.length > 0) return showEdit(c, { typed, errors })
    const after = personOfAnswers(member.id, answers)
    const stops = after.role !== 'coordinator' && (await account.isNeeded(c, c.var.found))
    const refused = [...rolesOfHolders(member, after, await heldBy(c)), ...(stops ? [lastCoordinator] : [])]
    return refused.length > 0 ? showEdit(c, { typed, errors: refused }) : save(c, after, typed)
  }

  async function save(c: Ctx, to: Person, typed: RawInput) {
    const wanted = [{ of: 'people', key: to.id, to }] as const
    const put = await desk.save(c, wanted, typed)
    switch (put.kind) {
      case 'stored':
        return c.redirect(personPath(to.id), 303)
      case 'changed':
        return showEdit(c, { typed, since: put.since })
      case 'last':
        return showEdit(c, { typed, errors: [lastCoordinator] })
      case 'full':
        return showEdit(c, { typed, errors: [tooMany] })
    }
  }

  /** First the account, on condition that another coordinator keeps theirs: of two who remove each other one stays. */
  async function leave(c: Ctx, typed: RawInput) {
    const { found } = c.var
    if ((await account.unbind(c, found)) === 'last') return showLeave(c, 409)
    const put = await desk.save(c, [{ of: 'people', key: found.member.id }], typed)
    return put.kind === 'stored' ? c.redirect(`${peoplePath}?klaar=weg`, 303) : showLeave(c, 409)
  }

  const heldBy = async (c: Ctx): Promise<number> =>
    (await dossiersHeldBy(deps, c.var.network.slug, c.var.found.member.id)).length

  const pageOf = ({ var: { found, network } }: Ctx) => personPage(found.content, rolesIn(network), found.member.id)

  const showNew = (c: Ctx, read: Read, shown: Shown) =>
    c.html(
      <NewPersonPage
        {...frameOf(c, deps)}
        {...read}
        {...shown}
        page={personPage(read.content, rolesIn(c.var.network))}
      />,
      statusOf(shown),
    )

  async function showEdit(c: Ctx, shown: Shown) {
    const [read, { member }] = [await desk.read(c), c.var.found]
    await noteView(c, deps, 'mensen', [member.id])
    const about = { ...read, ...shown, member, page: pageOf(c) }
    return c.html(<EditPersonPage {...frameOf(c, deps)} {...about} />, statusOf(shown))
  }

  async function showLeave(c: Ctx, status: 200 | 409) {
    const { found } = c.var
    const [held, last] = await Promise.all([heldBy(c), account.isNeeded(c, found)])
    return c.html(<LeavePage {...frameOf(c, deps)} {...found} held={held} last={last} />, status)
  }

  return routes
}

const lastCoordinator = {
  name: 'rol',
  message: 'Dit is de laatste coördinator met een account. Laat eerst een andere coördinator toe',
}
const tooMany = { name: 'naam', message: 'Er past niet meer bij. Haal eerst weg wie hier niet meer werkt' }
