/** "Zelfde gezin": connects two dossiers that the same person may open, and takes them apart again. */
import { Hono } from 'hono'
import { shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { dossierRoute } from '../paths.ts'
import { actOf } from '../request.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { caseRoles, findInNetwork, mayOpen, type OpenFile } from './access.ts'
import { otherDossier } from './asks.ts'
import type { Again, AtDesk, Desk } from './desk.tsx'

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
  const { now, related } = deps

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    return found ? ask(c, found, new Map()) : desk.notFound(c)
  })

  routes.post(path, door, async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, fields)
    if (!typed) return desk.unreadable(c)
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    const unlink = typed.get('los')?.[0]
    const { answers, errors } = parsePage(relatedPage, typed, {}, { criteria: [], now: now() })
    const given = unlink ?? answers[otherDossier.name]
    if (typeof given !== 'string') return ask(c, found, typed, { errors })
    const other = await findOther(c, given)
    if (!other) return ask(c, found, typed, { errors: [{ name: otherDossier.name, message: problems.missing }] })

    const [one, two] = [found.file.dossier, other.file.dossier]
    const isDone = one.related.includes(two.reference) === (unlink === undefined)
    if (isDone) return desk.done(c, unlink === undefined ? 'verwant' : 'los', 'verwant')
    if (shownRevision(one, typed.get('revision')?.[0]) !== one.revision)
      return ask(c, found, typed, { notice: problems.changed })
    const change = actOf(c, deps)
    const outcome = await (unlink === undefined ? related.link(one, two, change) : related.unlink(one, two, change))
    switch (outcome) {
      case 'stored':
        return desk.done(c, unlink === undefined ? 'verwant' : 'los', 'verwant')
      case 'changed': {
        const later = await desk.find(c)
        return later ? ask(c, later, typed, { notice: problems.changed }) : desk.notFound(c)
      }
      case 'full':
        return ask(c, found, typed, { errors: [{ name: otherDossier.name, message: problems.full }] })
      case 'not-these':
        return ask(c, found, typed, { errors: [{ name: otherDossier.name, message: problems.missing }] })
    }
  })

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
