/** Looking for a dossier, open or closed, among those that somebody may open. */
import { type Context, Hono } from 'hono'
import { cleanText } from '../../../forms/kit/clean.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { readSearch } from '../../../forms/kit/search/read-search.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { readBody } from '../../shared/web/body.ts'
import { dossierPath, homePath, searchPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { caseRoles, mayOpen } from '../dossier/access.ts'
import { rowsOf } from '../queue/rows.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { type Found, findDossiers, mostFound } from './find.ts'
import { ResultsPage } from './results-page.tsx'
import { searchField } from './search-box.tsx'

const tooMany = `Dit past bij meer dan ${mostFound} aanvragen. Voeg een woord toe, bijvoorbeeld een voornaam of een organisatie.`
const nothing =
  'We vinden niets bij de aanvragen die u mag openen. Typ minder, of iets anders: een naam, een organisatie, een aanduiding, een telefoonnummer, een e-mailadres of een deel van de referentie. Wat net binnenkwam, vindt u na een minuut.'
const noReference = (everything: boolean) =>
  `We vinden deze referentie niet bij uw aanvragen. Kijk na of ze juist is${everything ? '' : ', of vraag het aan de coördinator'}.`

/** A name of thirteen letters has the shape of one too. */
const isReference = (typed: string) => readReference(typed) !== undefined && /[\d\p{Pd}]/u.test(typed)

export function searchRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()

  routes.get(searchPath, requirePerson(caseRoles), (c) => c.redirect(homePath, 303))

  routes.post(searchPath, requirePerson(caseRoles), async (c) => {
    const typed = cleanText((await readBody(c))?.get(searchField)?.[0] ?? '')
    if (typed === '') return c.redirect(homePath, 303)
    const reference = await openable(c, readReference(typed))
    if (reference) return c.redirect(dossierPath(reference), 303)
    const search = readSearch(typed)
    if (search.kind === 'unclear') return show(c, { typed, problem: search.message, status: 422 })
    return showFound(c, typed, await findDossiers(deps, { ...c.var, now: deps.now() }, search))
  })

  /** One answer for what never was, is another network's or another person's: a reference must not be told apart. */
  async function openable({ var: { network, person } }: Context<SignedIn>, reference: string | undefined) {
    const dossier = reference && (await deps.dossiers.read(reference, deps.now()))
    return dossier && dossier.network === network.slug && mayOpen(person, dossier) ? reference : undefined
  }

  function showFound(c: Context<SignedIn>, typed: string, found: Found) {
    if (found === 'many') return show(c, { typed, problem: tooMany, status: 200 })
    const [first, ...others] = found
    const everything = c.var.person.role === 'coordinator'
    if (!first) return show(c, { typed, problem: isReference(typed) ? noReference(everything) : nothing, status: 404 })
    if (others.length === 0) return c.redirect(dossierPath(first.reference), 303)
    return show(c, { typed, found, status: 200 })
  }

  interface Shown {
    typed: string
    problem?: string
    found?: Exclude<Found, 'many'>
    status: 200 | 404 | 422
  }

  async function show(c: Context<SignedIn>, { typed, problem, found = [], status }: Shown) {
    const now = deps.now()
    const rows = await rowsOf(deps, found, { ...c.var, list: 'zoeken', now })
    const page = { ...rows, typed, problem, status, today: brusselsDate(now) }
    return c.html(<ResultsPage {...frameOf(c, deps)} {...page} />, status)
  }

  return routes
}
