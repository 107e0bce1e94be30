/** The parts of the werkruimte, each a folder with its routes and its pages. A new part is a line here. */
import type { Hono } from 'hono'
import type { Part } from '../shared/web/in-parts.ts'
import {
  agendaPath,
  applicantsPath,
  assignPath,
  calendarsPath,
  callbackPath,
  changesPath,
  closedDaysPath,
  dataPath,
  dossierActs,
  dossiersPath,
  type EventPages,
  editPersonPaths,
  eventPages,
  eventsHome,
  figuresPath,
  formerPeoplePath,
  homePath,
  invitedHome,
  keptDossiersPath,
  listFilePath,
  listPaperPath,
  mailboxHome,
  managePath,
  networkPath,
  newEventPath,
  offersFilePath,
  offersPath,
  overlegPaths,
  paperPaths,
  peoplePath,
  phonePath,
  planPaths,
  readPaths,
  searchPath,
  seatsPath,
  selfPath,
  signedInPath,
  signedOutPath,
  signInHome,
  signOutPath,
  taskPaths,
  teamMeetingPath,
  writePaths,
} from '../shared/work-paths.ts'
import type { PartDeps } from './deps.ts'
import type { SignedIn } from './sign-in/door.ts'

/** Pages of one event, as a pattern. */
const eventPaths = (part: EventPages): RegExp =>
  new RegExp(`^${eventsHome}/[^/]+/(?:${eventPages[part].join('|')})(?=/|$)`)

/** Adds the routes of a part to the app. */
export type WorkspaceRoutes = (app: Hono, of: PartDeps) => void

/** Each part knows more of a request than the app does, an organiser's the event. */
const routed =
  <Known extends SignedIn>(routes: (of: PartDeps) => Hono<Known>): WorkspaceRoutes =>
  (app, of) => {
    app.route('/', routes(of))
  }

export const parts: readonly Part<readonly WorkspaceRoutes[]>[] = [
  {
    at: [homePath],
    load: async () => {
      const [{ queueRoutes }, { postRoutes }] = await Promise.all([
        import('./queue/routes.tsx'),
        import('./queue/post-routes.tsx'),
      ])
      return [routed(queueRoutes), routed(postRoutes)]
    },
  },
  { at: [searchPath], load: async () => [routed((await import('./search/routes.tsx')).searchRoutes)] },
  { at: [assignPath], load: async () => [routed((await import('./queue/assign-routes.tsx')).assignRoutes)] },
  {
    at: [listPaperPath, listFilePath],
    load: async () => [routed((await import('./queue/taken-routes.tsx')).takenRoutes)],
  },
  {
    at: [signInHome, callbackPath, signedInPath, signOutPath, signedOutPath, invitedHome],
    load: async () => {
      const { signInRoutes } = await import('./sign-in/routes.tsx')
      return [(app, of) => void app.route('/', signInRoutes(of))]
    },
  },
  // Before the dossier, whose moves have addresses of the same shape.
  { at: [overlegPaths], load: async () => [routed((await import('./overleg/routes.tsx')).overlegRoutes)] },
  { at: [planPaths], load: async () => [routed((await import('./plan/routes.tsx')).planRoutes)] },
  { at: [taskPaths], load: async () => [routed((await import('./dossier/task-routes.tsx')).taskRoutes)] },
  // A casus from a dossier, and signalen of a year: before the dossier and the figures.
  { at: [writePaths], load: async () => [routed((await import('./figures/write-routes.tsx')).writeRoutes)] },
  { at: readPaths, load: async () => [routed((await import('./figures/read-routes.tsx')).readRoutes)] },
  { at: [paperPaths], load: async () => [routed((await import('./dossier/paper-routes.tsx')).dossierPaperRoutes)] },
  { at: [dossiersPath], load: async () => [routed((await import('./dossier/routes.tsx')).dossierRoutes)] },
  { at: [dossierActs], load: async () => [routed((await import('./dossier/act-routes.ts')).actRoutes)] },
  { at: [agendaPath], load: async () => [routed((await import('./agenda/routes.tsx')).agendaRoutes)] },
  { at: [figuresPath], load: async () => [routed((await import('./figures/routes.tsx')).figureRoutes)] },
  { at: [phonePath], load: async () => [routed((await import('./phone/routes.tsx')).phoneRoutes)] },
  // Before the page of one person: "nieuw" stands where a person would.
  { at: [selfPath], load: async () => [routed((await import('./people/self-routes.tsx')).selfRoutes)] },
  { at: [editPersonPaths], load: async () => [routed((await import('./people/edit-routes.tsx')).editRoutes)] },
  {
    at: [peoplePath, formerPeoplePath],
    load: async () => [routed((await import('./people/routes.tsx')).peopleRoutes)],
  },
  {
    at: [offersPath, offersFilePath],
    load: async () => [routed((await import('./offers/routes.tsx')).offerRoutes)],
  },
  {
    at: [closedDaysPath],
    load: async () => [routed((await import('./manage/closing-routes.tsx')).closingRoutes)],
  },
  {
    at: [teamMeetingPath],
    load: async () => [routed((await import('./manage/meeting-routes.tsx')).meetingRoutes)],
  },
  { at: [changesPath], load: async () => [routed((await import('./manage/changes-routes.tsx')).changesRoutes)] },
  { at: [networkPath], load: async () => [routed((await import('./manage/network-routes.tsx')).networkRoutes)] },
  {
    at: [mailboxHome],
    load: async () => {
      const { mailboxRoutes } = await import('./manage/mailbox-routes.tsx')
      return [(app, of) => void app.route('/', mailboxRoutes(of))]
    },
  },
  { at: [managePath], load: async () => [routed((await import('./manage/routes.tsx')).manageRoutes)] },
  {
    at: [calendarsPath],
    load: async () => {
      const { calendarRoutes } = await import('./calendar/routes.ts')
      return [(app, of) => void app.route('/', calendarRoutes(of))]
    },
  },
  { at: [dataPath], load: async () => [routed((await import('./personal-data/search-routes.tsx')).searchRoutes)] },
  {
    at: [keptDossiersPath],
    load: async () => [routed((await import('./personal-data/dossier-routes.tsx')).keptDossierRoutes)],
  },
  {
    at: [applicantsPath],
    load: async () => [routed((await import('./personal-data/applicant-routes.tsx')).applicantRoutes)],
  },
  { at: [seatsPath], load: async () => [routed((await import('./personal-data/seat-routes.tsx')).seatRoutes)] },
  // Before the page of one event: "nieuw" stands where an event would.
  {
    at: [eventPaths('form'), newEventPath],
    load: async () => [routed((await import('./events/form-routes.tsx')).formRoutes)],
  },
  {
    at: [eventPaths('people')],
    load: async () => [routed((await import('./events/people-routes.tsx')).peopleRoutes)],
  },
  {
    at: [eventPaths('list')],
    load: async () => [routed((await import('./events/import-routes.tsx')).importRoutes)],
  },
  {
    at: [eventPaths('door')],
    load: async () => [routed((await import('./events/door-routes.tsx')).doorRoutes)],
  },
  { at: [eventsHome], load: async () => [routed((await import('./events/routes.tsx')).eventRoutes)] },
]
