/** One dossier: what was asked, what happened, what to do next. */
import { Hono } from 'hono'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import { opened } from '../../../forms/kit/lifecycle/move.ts'
import { mayReadForMeeting } from '../../../forms/kit/team-meeting/readers.ts'
import { moveToStore } from '../../shared/make-move.ts'
import { newId } from '../../shared/new-id.ts'
import { dossierRoute } from '../../shared/work-paths.ts'
import { frameOf, noteView } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { caseRoles, mayKnowWhoLooked, mayOpen, type OpenFile } from './access.ts'
import { type AtDesk, createDesk } from './desk.tsx'
import { DossierPage } from './dossier-page.tsx'
import { shownTasks } from './shown-tasks.ts'
import { timelineField, timelineViewIn } from './timeline.ts'
import { viewOf } from './view.ts'
import { doneMessage } from './words.ts'

export function dossierRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const desk = createDesk(deps)
  const { dossiers, dossierFiles, now } = deps

  routes.get(dossierRoute, requirePerson(caseRoles), async (c) => {
    const found = await desk.inNetwork(c)
    const readsAlong = found !== undefined && mayReadAlong(c, found, now())
    if (!found || !(readsAlong || mayOpen(c.var.person, found.file.dossier))) return desk.notFound(c)
    // What asks only whether the page is there has not read it.
    if (c.req.method === 'HEAD') return c.body(null)
    await desk.noteConsultation(c, found)
    return readsAlong ? (await import('./read-along.tsx')).readAlong(c, deps, found) : show(c, found)
  })

  async function show(c: AtDesk, found: OpenFile) {
    const file = found.file.dossier.openedAt ? found : await firstOpening(c, found)
    if (!file) return desk.notFound(c)
    const { dossier } = file.file
    const [consultations, answered, tasks] = await Promise.all([
      mayKnowWhoLooked(c.var.person, dossier) ? dossierFiles.lastConsultations(dossier.reference, now()) : [],
      viewOf(deps, file, c.var, now(), { suggests: true }),
      shownTasks(deps, c.var, file),
    ])
    const view = { ...answered, consultations }
    const suggested = view.alike.map(({ reference }) => reference)
    await noteView(c, deps, 'gezin', suggested)
    const action = c.req.query('klaar')
    const message = action && doneMessage(view.service, action, getsMail(view.dossier))
    const shown = timelineViewIn(c.req.query(timelineField))
    const onceIds = { contact: newId(deps), calledBack: newId(deps), note: newId(deps) }
    return c.html(<DossierPage {...frameOf(c, deps)} {...{ view, tasks, message, shown, onceIds }} />)
  }

  /** Noted once, whoever was first; the deputy need not hear of it any more. */
  async function firstOpening(c: AtDesk, { service, file }: OpenFile): Promise<OpenFile | undefined> {
    const at = now()
    const { dossier: before } = file
    const audit = { ...doneBy(c.var.person, before), what: 'geopend' }
    const decision = opened(service, c.var.days, before, at)
    await dossiers.move(moveToStore(deps, { service, before, decision, audit, now: at }))
    return desk.find(c)
  }

  return routes
}

/** Around the meeting of their team somebody may read it, and not work on it. */
function mayReadAlong(c: AtDesk, found: OpenFile, now: Date): boolean {
  const { dossier } = found.file
  return !mayOpen(c.var.person, dossier) && mayReadForMeeting(found.service, c.var.days, dossier, c.var.person, now)
}

/** A suspect's mails wait until a person says that it is a request. */
const getsMail = ({ applicant, suspect }: Dossier): boolean => applicant !== undefined && !suspect
