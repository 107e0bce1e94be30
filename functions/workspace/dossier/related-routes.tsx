/** "Zelfde gezin": connects two dossiers that the same person may open, and takes them apart again. */
import { Hono } from 'hono'
import { type Dossier, shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { createRelated } from '../../shared/store/related.ts'
import { dossierRoute } from '../../shared/work-paths.ts'
import { actOn } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { caseRoles, findInNetwork, mayOpen, type OpenFile } from './access.ts'
import type { Again, AtDesk, Desk } from './desk.tsx'
import { otherDossier } from './small-pages.ts'

const relatedPage = { slug: 'verwant', title: 'Zelfde gezin', questions: [otherDossier] }
const fields = new Map([otherDossier.name, 'los', 'revision'].map((name) => [name, false]))

const problems = {
  // One answer, so that nobody learns which references exist.
  missing: 'We vinden geen ander dossier met deze referentie dat u mag openen',
  changed: 'Een van de dossiers is intussen veranderd. Kijk het na en verstuur opnieuw.',
  full: 'Een van deze dossiers is al met te veel andere verbonden',
} as const

export function relatedRoutes(deps: WorkspaceDeps, desk: Desk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${dossierRoute}/verwant` as const
  const door = requirePerson(caseRoles)
  const { now } = deps
  const related = deps.open(createRelated)

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    return found ? ask(c, found, new Map()) : desk.notFound(c)
  })

  routes.post(path, door, async (c) => {
    const sent = await desk.sent(c, () => fields)
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    const unlink = typed.get('los')?.[0]
    const { answers, errors } = parsePage(relatedPage, typed, {}, { criteria: [], now: now() })
    const given = unlink ?? answers[otherDossier.name]
    const other = typeof given === 'string' ? await findOther(c, given) : undefined
    if (other) return store(c, found, other, typed)
    return typeof given === 'string' ? wrong(c, found, typed, 'missing') : ask(c, found, typed, { errors })
  })

  async function store(c: AtDesk, found: OpenFile, other: OpenFile, typed: RawInput) {
    const [one, two] = [found.file.dossier, other.file.dossier]
    const unlinks = typed.has('los')
    switch (await outcomeOf(c, one, two, typed)) {
      case 'stored':
        return desk.done(c, unlinks ? 'los' : 'verwant', 'verwant')
      case 'changed': {
        const later = await desk.find(c)
        return later ? ask(c, later, typed, { notice: problems.changed }) : desk.notFound(c)
      }
      case 'full':
        return wrong(c, found, typed, 'full')
      case 'not-these':
        return wrong(c, found, typed, 'missing')
    }
  }

  /** Done already is as good as done; from a page that shows another dossier than there is, nothing is. */
  async function outcomeOf(c: AtDesk, one: Dossier, two: Dossier, typed: RawInput) {
    const unlinks = typed.has('los')
    if (one.related.includes(two.reference) !== unlinks) return 'stored'
    if (shownRevision(one, typed.get('revision')?.[0]) !== one.revision) return 'changed'
    const change = actOn(c, deps, one)
    return unlinks ? related.unlink(one, two, change) : related.link(one, two, change)
  }

  const wrong = (c: AtDesk, found: OpenFile, typed: RawInput, problem: 'missing' | 'full') =>
    ask(c, found, typed, { errors: [{ name: otherDossier.name, message: problems[problem] }] })

  async function findOther(c: AtDesk, text: string): Promise<OpenFile | undefined> {
    const other = await findInNetwork(deps.dossierFiles, c.var.network, readReference(text) ?? '', now())
    return other && mayOpen(c.var.person, other.file.dossier) ? other : undefined
  }

  const ask = (c: AtDesk, found: OpenFile, typed: RawInput, again: Again = {}) =>
    desk.ask(c, found, {
      ...{ page: relatedPage, typed, ...again },
      button: 'Verbind de dossiers',
      intro: <p class="lead">Beide dossiers tonen dan de weg naar het andere. Hun antwoorden blijven apart.</p>,
    })

  return routes
}
