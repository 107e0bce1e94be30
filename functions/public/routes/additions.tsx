/** Adding something to a request that was sent. `public` seals it to the network, and cannot read it back (docs/decisions/007). */
import { type Context, Hono } from 'hono'
import { additionMails, additionPage, mayAdd, mostAdditions } from '../../../forms/kit/lifecycle/additions.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { hmacOf } from '../../shared/hash.ts'
import { readLinkToken } from '../../shared/links.ts'
import { newId } from '../../shared/new-id.ts'
import { addRoute } from '../../shared/public-paths.ts'
import { createAdditions } from '../../shared/store/additions.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { addingTo } from '../adding.ts'
import type { PublicDeps } from '../deps.ts'
import { findDossier, refusedAs } from '../find-dossier.ts'
import type { AboutDossier } from '../linked.ts'
import { notKept as giveBack } from '../not-kept.tsx'
import { AddPage } from '../pages/add-part.tsx'
import { formTokenField } from '../pages/trap.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'

const [question] = additionPage.questions
const tooOld: FieldError = {
  name: question.name,
  message: 'De pagina stond lang open. Druk nog een keer op “Voeg toe”',
}

const titles = { 409: 'Hier kan niets meer bij.', full: `U voegde al ${mostAdditions} keer iets toe.` }

export function additionRoutes(deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { assets } = deps
  const additions = deps.open(createAdditions)
  const statusPath = (c: Context) => c.req.path.replace(/\/toevoegen$/, '')

  routes.get(addRoute, async (c) => {
    const found = await findDossier(c, deps, plain, 'status')
    return 'answer' in found ? found.answer : show(c, found)
  })

  routes.post(addRoute, async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, fieldsOf(additionPage, body, formTokenField))
    if (!typed) return plain.unreadable(c)
    const found = await findDossier(c, deps, plain, 'status')
    if ('answer' in found) return notKept(c, typed, refusedAs(found.answer))
    return mayAdd(found.dossier) ? take(c, found, typed) : notKept(c, typed, 409, found)
  })

  async function take(c: Context, found: AboutDossier, typed: RawInput) {
    const { answers, errors } = parsePage(additionPage, typed, {}, { criteria: [], now: deps.now() })
    const text = answers[question.name]
    if (typeof text !== 'string') return show(c, found, typed, errors)
    const once = readLinkToken((await deps.secrets()).linkKeys, 'formulier', typed.get(formTokenField)?.[0] ?? '')
    return once ? add(c, found, typed, { once: once.id, text }) : show(c, found, typed, [tooOld])
  }

  async function add(c: Context, found: AboutDossier, typed: RawInput, { once, text }: { once: string; text: string }) {
    const { dossier, service } = found
    const { reference, network } = dossier
    const now = deps.now()
    const stored = await additions.add({
      reference,
      // Nobody can guess a text by it: what the page was handed out with is kept nowhere.
      id: lineId((await deps.secrets()).addressKey, once, text),
      sealed: await deps.seal(network, reference, { notitie: text }),
      mails: additionMails(dossier, now),
      ...{ auditId: newId(deps), now, auditDays: service.network.retention.audit },
    })
    if (stored === 'added' || stored === 'already') return c.redirect(`${statusPath(c)}#toevoegen`, 303)
    return notKept(c, typed, stored === 'ended' ? 409 : 'full', found)
  }

  async function show(c: Context, found: AboutDossier, typed?: RawInput, errors: readonly FieldError[] = []) {
    const adding = await addingTo(deps, found.dossier)
    const about = { assets, ...found, ...adding, path: statusPath(c), errors, ...(typed ? { typed } : {}) }
    return c.html(<AddPage {...about} />, errors.length > 0 ? 422 : 200)
  }

  const notKept = (c: Context, typed: RawInput, why: 404 | 410 | 409 | 'full', found?: AboutDossier) =>
    giveBack(c, { assets, why, titles, questions: additionPage.questions, typed, found, path: statusPath(c) })

  return routes
}

const lineId = (key: string, once: string, text: string): string => hmacOf(key, `${once}\0${text}`).slice(0, 22)
