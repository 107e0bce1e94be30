/** What a coordinator looks after in the network: an overview, and the criteria shown and tried. */
import { type Context, Hono } from 'hono'
import { networkServices } from '../../../forms/index.ts'
import { judgeService, type Service } from '../../../forms/kit/form.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { criteriaInTime, dayField, tryingPage } from '../../../forms/kit/questions/criteria-in-time.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { brusselsDate, brusselsInstant } from '../../../forms/kit/time.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { criteriaPath, criteriaRoute, managePath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { WorkMessage, workRefusals } from '../work-message.tsx'
import { CriteriaPage, type Tried } from './criteria-page.tsx'
import { ManagePage } from './manage-page.tsx'

/** A form that judges, and the page to try it on. */
interface Judging {
  service: Service
  page: Page
}

interface Asked extends Judging {
  /** All forms that judge. */
  services: readonly Service[]
}

interface Shown {
  typed?: RawInput
  errors?: readonly FieldError[]
  tried?: Tried
}

export function manageRoutes({ deps, requirePerson }: PartDeps) {
  const { now } = deps
  const routes = new Hono<SignedIn>()
  const coordinator = requirePerson(['coordinator'])
  const { unreadable, brokenLink } = workRefusals(deps.assets)

  routes.get(managePath, coordinator, (c) => c.html(<ManagePage {...frameOf(c, deps)} />))

  routes.get(criteriaPath(), coordinator, (c) => {
    const [first] = judgingIn(c)
    return first ? c.redirect(criteriaPath(first.service.form.slug), 303) : c.html(<NoCriteria {...frameOf(c, deps)} />)
  })

  routes.get(criteriaRoute, coordinator, (c) => {
    const asked = askedIn(c)
    return asked ? show(c, asked, {}) : brokenLink(c, c.var.network)
  })

  routes.post(criteriaRoute, coordinator, async (c) => {
    const asked = askedIn(c)
    if (!asked) return brokenLink(c, c.var.network)
    const { service, page } = asked
    const body = await readBody(c)
    const typed = body && pickFields(body, fieldsOf(page, body))
    if (!typed) return unreadable(c)
    const { answers, errors } = parsePage(page, typed, {}, { criteria: service.settings.criteria, now: now() })
    if (errors.length > 0) return show(c, asked, { typed, errors })
    const on = typeof answers[dayField] === 'string' ? answers[dayField] : brusselsDate(now())
    const judgement = judgeService(service, answers, brusselsInstant(`${on}T12:00`))
    return show(c, asked, { typed, tried: { judgement, answers, on } })
  })

  const judgingIn = (c: Context<SignedIn>): Judging[] =>
    networkServices(c.var.network).flatMap((service) => {
      const page = tryingPage(service)
      return page ? [{ service, page }] : []
    })
  function askedIn(c: Context<SignedIn>): Asked | undefined {
    const all = judgingIn(c)
    const one = all.find(({ service }) => service.form.slug === c.req.param('form'))
    return one && { ...one, services: all.map(({ service }) => service) }
  }

  function show(c: Context<SignedIn>, asked: Asked, { typed = new Map(), errors = [], tried }: Shown) {
    const about = { ...asked, content: c.var.content, typed, errors, tried }
    const criteria = criteriaInTime(asked.service.settings.criteria, now())
    return c.html(<CriteriaPage {...frameOf(c, deps)} {...about} criteria={criteria} />, errors.length > 0 ? 422 : 200)
  }

  return routes
}

const NoCriteria = (frame: ReturnType<typeof frameOf>) => (
  <WorkMessage {...frame} title="Dit netwerk heeft geen criteria">
    <p class="lead">Wie iets vraagt, wordt altijd doorgelaten.</p>
  </WorkMessage>
)
