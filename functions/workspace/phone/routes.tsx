/** The list of whoever answers the phone: people to call back, each closed with one press (docs/domain.md §5, helpdesk). */
import { type Context, Hono } from 'hono'
import { callForm, serviceOf } from '../../../forms/index.ts'
import { type AtWork, colleaguesAmong, isHeldBy } from '../../../forms/kit/absence.ts'
import type { Role } from '../../../forms/kit/content.ts'
import { pagesOn, type Service } from '../../../forms/kit/form.ts'
import { type Dossier, shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import { movesFor } from '../../../forms/kit/lifecycle/move.ts'
import { actsAtOnce } from '../../../forms/kit/lifecycle/undo.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { summarize } from '../../../forms/kit/questions/summary.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { answersByTodaysNames } from '../../../forms/todays-names.ts'
import { listsOf, placesOf } from '../../shared/places.ts'
import { readBody } from '../../shared/web/body.ts'
import { createRefusals } from '../../shared/web/refusals.tsx'
import { phonePath } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { findInNetwork, mayOpen, type OpenFile } from '../dossier/access.ts'
import { phonesOn } from '../dossier/answers-part.tsx'
import { undoOnList } from '../dossier/undo-elsewhere.tsx'
import { makeExplainedMove } from '../make-explained-move.ts'
import { readFilters } from '../queue/filters.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { logCallRoutes } from './log-call-routes.tsx'
import { type Call, noOffer, PhonePage } from './phone-page.tsx'
import { questionsOf, waitingIn } from './waiting.ts'

const callers: readonly Role[] = ['coordinator', 'bemiddelaar']
/** Calls on one page. */
const mostCalls = 25

export function phoneRoutes({ deps, requirePerson }: PartDeps) {
  const { assets, queue, dossierFiles, consultations, unseal, now } = deps
  const routes = new Hono<SignedIn>()
  const { unreadable, brokenLink } = createRefusals(assets)
  // Before the calls: their address fits every word.
  routes.route('/', logCallRoutes({ deps, requirePerson }, callers))

  routes.get(phonePath, requirePerson(callers), (c) => show(c))

  routes.post(`${phonePath}/:reference`, requirePerson(callers), async (c) => {
    const { network } = c.var
    const body = await readBody(c)
    if (!body) return unreadable(c)
    const found = await findInNetwork(dossierFiles, network, c.req.param('reference'), now())
    return found ? act(c, found, body) : brokenLink(c, network)
  })

  async function act(c: Context<SignedIn>, { service, file: { dossier } }: OpenFile, body: RawInput) {
    const { person, content } = c.var
    const [action, offer, revision] = ['actie', 'aanbod', 'revision'].map((name) => body.get(name)?.[0])
    const move = movesFor(service, dossier, person).find((one) => one.atOnce && one.action === action)
    if (!move || shownRevision(dossier, revision) !== dossier.revision)
      return c.redirect(`${phonePath}?veranderd=1`, 303)
    const command = { action: move.action, by: person, ...(move.asks?.includes('aanbod') ? { offer } : {}) }
    const about = { service, content, dossier, command, reason: undefined }
    const made = await makeExplainedMove(deps, { ...about, undoable: !actsAtOnce(service, dossier, move) })
    if (made.kind === 'refused') return made.reason === 'aanbod' ? show(c, [noOffer(dossier.reference)]) : unreadable(c)
    return c.redirect(
      `${phonePath}?${made.kind === 'moved' ? `klaar=1&dossier=${dossier.reference}` : 'veranderd=1'}`,
      303,
    )
  }

  async function show(c: Context<SignedIn>, errors: readonly FieldError[] = []) {
    const { network, content } = c.var
    const at = now()
    const { na } = readFilters(c.req.query(), c.var)
    const asked = na === undefined ? await waitingIn(deps, network, at) : []
    const page = await callsOn(c, na, asked, at)
    const notice =
      c.req.query('klaar') === '1' ? 'Genoteerd.' : c.req.query('veranderd') ? 'Iemand was u voor.' : undefined
    const about = {
      ...page,
      content,
      na,
      today: brusselsDate(at),
      notice,
      undo: await undoOnList(deps, c, 'calls'),
      mayLog: callForm(network) !== undefined,
      waiting: await questionsOf(deps, asked, { person: c.var.person, content, now: at }),
      errors,
    }
    return c.html(<PhonePage {...frameOf(c, deps)} {...about} />, errors.length > 0 ? 422 : 200)
  }

  /** Those after a place in the list, written down as seen before they are opened, with those we asked something; and where the next page begins. */
  async function callsOn(c: Context<SignedIn>, after: string | undefined, asked: readonly Dossier[], at: Date) {
    const { network, person, sessionId } = c.var
    const rows = listsOf(
      placesOf(network).filter(({ service, standing }) =>
        service.form.lifecycle.moves.some(({ atOnce, from }) => atOnce && from.includes(standing.name)),
      ),
    )
    // Whoever answers the phone sees what nobody has, and what is their own.
    const only = ({ holder }: Pick<Dossier, 'holder'>) => holder === undefined || isHeldBy(person, holder)
    const select = { of: 'rows', rows } as const
    const page = await queue.list({ network: network.slug, select, only, after, limit: mostCalls, now: at })
    const references = [...page.dossiers, ...asked].map(({ reference }) => reference)
    const who = { network: network.slug, person: person.id }
    if (references.length > 0)
      await consultations.saw(
        who,
        { list: 'telefoon', session: sessionId, references, for: colleaguesAmong(person, page.dossiers) },
        actOf(c, deps),
      )
    const withService = page.dossiers.flatMap((dossier) => {
      const service = serviceOf(dossier)
      return service ? [callOf(service, dossier, person)] : []
    })
    return { calls: await Promise.all(withService), next: page.next }
  }

  async function callOf(service: Service, dossier: Dossier, person: AtWork): Promise<Call> {
    const file = await dossierFiles.read(dossier.reference, now())
    const answers = file?.sealed === undefined ? undefined : await open(service, dossier.reference, file.sealed)
    const pages = answers ? pagesOn(service, answers) : []
    return {
      dossier,
      lines: pages.flatMap((page) => summarize(page, answers ?? {})),
      phones: phonesOn({ questions: pages.flatMap(({ questions }) => questions) }, answers ?? {}),
      moves: movesFor(service, dossier, person).filter(({ atOnce }) => atOnce),
      mayOpen: mayOpen(person, dossier),
    }
  }

  /** Undefined when the key cannot be reached: the list is there without the answers. */
  async function open(service: Service, reference: string, sealed: string): Promise<Answers | undefined> {
    try {
      return answersByTodaysNames(service, await unseal(reference, sealed))
    } catch (error) {
      deps.logFailure(Buffer.from(deps.random(4)).toString('hex'), error)
      return undefined
    }
  }

  return routes
}
