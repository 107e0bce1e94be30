/** Who comes, what changes of who is there, and who leaves: their dossiers first, then their account, then their place. */
import { type Context, Hono } from 'hono'
import { personOf } from '../../../forms/kit/content.ts'
import type { Wanted } from '../../../forms/kit/manage/entries.ts'
import { personOfAnswers, personPage, rolesOfHolders, typedPerson } from '../../../forms/kit/manage/person-page.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { newId, newPersonId } from '../../shared/new-id.ts'
import { createIdentities } from '../../shared/store/identities.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { newPersonPath, peoplePath, personPath } from '../../shared/work-paths.ts'
import { actOf, frameOf, noteView } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { createDesk, revisionField } from '../manage/desk.ts'
import { type Shown, statusOf } from '../manage/parts.tsx'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { createAccountDesk } from './account-desk.ts'
import { EditPersonPage, LeavePage, NewPersonPage } from './edit-pages.tsx'
import { dossiersHeldBy } from './hand-over.ts'

type Ctx = Context<SignedIn>

export function editRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const coordinator = requirePerson(['coordinator'])
  const desk = createDesk(deps)
  const account = createAccountDesk(deps)
  const identities = deps.open(createIdentities)
  const { unreadable, brokenLink } = workRefusals(deps.assets)
  const one = `${peoplePath}/:person`

  routes.get(newPersonPath, coordinator, async (c) => {
    const read = await desk.read(c)
    return c.html(<NewPersonPage {...frameOf(c, deps)} {...read} page={personPage(read.content)} typed={new Map()} />)
  })

  routes.post(newPersonPath, coordinator, async (c) => {
    const read = await desk.read(c)
    const page = personPage(read.content)
    const typed = await typedOn(c, page)
    if (!typed) return unreadable(c)
    const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now: deps.now() })
    const show = (shown: Shown) =>
      c.html(<NewPersonPage {...frameOf(c, deps)} {...read} page={page} {...shown} />, statusOf(shown))
    if (errors.length > 0) return show({ typed, errors })
    const person = personOfAnswers(newPersonId(deps), answers)
    const put = await desk.save(c, [{ of: 'people', key: person.id, to: person }], typed)
    if (put.kind !== 'stored') return show({ typed, errors: [tooMany] })
    const ref = { network: c.var.network.slug, person: person.id }
    const invitation = newId(deps)
    await identities.invite({ id: invitation, ...ref, invitedBy: c.var.person.id, ...actOf(c, deps) })
    return c.redirect(`${personPath(person.id)}/uitnodiging/${invitation}`, 303)
  })

  routes.get(`${one}/wijzigen`, coordinator, async (c) => {
    const member = (await memberIn(c))?.member
    return member ? showEdit(c, { typed: typedPerson(member) }) : brokenLink(c, c.var.network)
  })

  routes.post(`${one}/wijzigen`, coordinator, async (c) => {
    const found = await memberIn(c)
    if (!found) return brokenLink(c, c.var.network)
    const { member, content } = found
    const page = personPage(content, member.id)
    const typed = await typedOn(c, page)
    if (!typed) return unreadable(c)
    const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now: deps.now() })
    if (errors.length > 0) return showEdit(c, { typed, errors })
    const after = personOfAnswers(member.id, answers)
    const held = await dossiersHeldBy(deps, c.var.network.slug, member.id)
    const refused = [...rolesOfHolders(member, after, held.length), ...(await lastOne(c, after.role !== 'coordinator'))]
    if (refused.length > 0) return showEdit(c, { typed, errors: refused })
    return save(c, { of: 'people', key: member.id, to: after }, typed)
  })

  routes.get(`${one}/weg`, coordinator, (c) => showLeave(c, 200))

  routes.post(`${one}/weg`, coordinator, async (c) => {
    const typed = await readBody(c)
    if (!typed) return unreadable(c)
    const found = await memberIn(c)
    if (!found) return brokenLink(c, c.var.network)
    const { member, content } = found
    const held = await dossiersHeldBy(deps, c.var.network.slug, member.id)
    if (held.length > 0) return showLeave(c, 409)
    // First the account, on condition that another coordinator keeps theirs: of two who remove each other one stays.
    if ((await account.unbind(c, { content, member })) === 'last') return showLeave(c, 409)
    const put = await desk.save(c, [{ of: 'people', key: member.id }], typed)
    return put.kind === 'stored' ? c.redirect(`${peoplePath}?klaar=weg`, 303) : showLeave(c, 409)
  })

  async function save(c: Ctx, wanted: Wanted, typed: RawInput) {
    const put = await desk.save(c, [wanted], typed)
    switch (put.kind) {
      case 'stored':
        return c.redirect(personPath(wanted.key), 303)
      case 'changed':
        return showEdit(c, { typed, since: await desk.since(c, [wanted], typed) })
      case 'last':
        return showEdit(c, { typed, errors: [lastCoordinator] })
      case 'full':
        return showEdit(c, { typed, errors: [tooMany] })
    }
  }

  async function lastOne(c: Ctx, stops: boolean) {
    const found = await memberIn(c)
    return found && stops && (await account.isLast(c, found)) ? [lastCoordinator] : []
  }

  async function memberIn(c: Ctx) {
    const read = await desk.read(c)
    const member = personOf(read.content, c.req.param('person'))
    return member && { ...read, member }
  }

  async function typedOn(c: Ctx, page: ReturnType<typeof personPage>): Promise<RawInput | undefined> {
    const body = await readBody(c)
    return body && pickFields(body, new Map([...fieldsOf(page, body), [revisionField, false]]))
  }

  async function showEdit(c: Ctx, shown: Shown) {
    const found = await memberIn(c)
    if (!found) return brokenLink(c, c.var.network)
    await noteView(c, deps, 'mensen', [found.member.id])
    const page = personPage(found.content, found.member.id)
    return c.html(<EditPersonPage {...frameOf(c, deps)} {...found} {...shown} page={page} />, statusOf(shown))
  }

  async function showLeave(c: Ctx, status: 200 | 409) {
    const found = await memberIn(c)
    if (!found) return brokenLink(c, c.var.network)
    const { member } = found
    const [held, last] = await Promise.all([
      dossiersHeldBy(deps, c.var.network.slug, member.id),
      account.isLast(c, found),
    ])
    return c.html(<LeavePage {...frameOf(c, deps)} {...found} held={held.length} last={last} />, status)
  }

  return routes
}

const lastCoordinator = {
  name: 'rol',
  message: 'Dit is de laatste coördinator met een account. Laat eerst een andere coördinator toe',
}
const tooMany = { name: 'naam', message: 'Er past niet meer bij. Haal eerst weg wie hier niet meer werkt' }
