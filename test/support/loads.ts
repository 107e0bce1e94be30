/** What one request makes a function load: the entry, the parts it asks for, and whatever these import (docs/decisions/005). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../infra/constructs/bundle.ts'

/** Read by every request that touches a table; by one that seals or signs; by one that opens what is sealed. */
const store = ['functions/shared/store/aws-sdk.ts']
const keys = ['functions/shared/secrets-manager.ts']
const sealing = ['functions/shared/jwe.ts']
const opening = [...sealing, 'functions/shared/kms-sdk.ts']
const forms = ['functions/public/compose.ts', 'functions/public/routes/forms.ts', ...store]
const desk = [...store, ...keys, ...opening]

interface Kind {
  /** Of the function. */
  entry: 'public' | 'workspace' | 'guest'
  /** Modules it imports at first use, */
  asks: readonly string[]
  /** KB, minified, and modules (docs/promises.md, "Speed"). */
  most: { kilobytes: number; modules: number }
}

const aboutForms = { kilobytes: 600, modules: 625 }
const ofGuests = { kilobytes: 600, modules: 620 }
const ofStaff = { kilobytes: 800, modules: 760 }

/** A kind of page, and the most it may load. */
export const kinds: Readonly<Record<string, Kind>> = {
  'a start page': { entry: 'public', asks: ['functions/public/published.tsx'], most: { kilobytes: 160, modules: 100 } },
  'a page of a form': { entry: 'public', asks: forms, most: aboutForms },
  'stopping half-way': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/later.tsx', ...store, ...keys],
    most: aboutForms,
  },
  'what does not fit': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/outcome.tsx', ...store],
    most: aboutForms,
  },
  'a question': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/vraag.tsx', ...store, ...keys, ...sealing],
    most: aboutForms,
  },
  'asking to be called': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/call-back.tsx', ...store, ...keys, ...sealing],
    most: aboutForms,
  },
  'sending a form': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/submit.tsx', ...store, ...keys, ...sealing],
    most: aboutForms,
  },
  'a status page': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/personal.tsx', ...store, ...keys],
    most: aboutForms,
  },
  'stopping a request': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/leaving.tsx', ...store, ...keys],
    most: aboutForms,
  },
  'what somebody sent': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/own-answers.tsx', ...store, ...keys],
    most: aboutForms,
  },
  'what somebody adds': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/additions.tsx', ...store, ...keys, ...sealing],
    most: aboutForms,
  },
  'how somebody is reached': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/reach.tsx', ...store, ...keys, ...sealing],
    most: aboutForms,
  },
  'what a network offers': {
    entry: 'public',
    asks: [
      'functions/public/compose.ts',
      'functions/public/routes/content-pages.tsx',
      'functions/public/published.tsx',
      ...store,
    ],
    most: aboutForms,
  },
  'the figures of a year': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/figures.tsx', ...store],
    most: aboutForms,
  },
  'an answer to an event': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/events.tsx', ...store, ...keys],
    most: aboutForms,
  },
  'a personal link of an event': {
    entry: 'public',
    asks: ['functions/public/compose.ts', 'functions/public/routes/invitation.tsx', ...store, ...keys],
    most: aboutForms,
  },
  'the page of a guest': {
    entry: 'guest',
    asks: ['functions/guest/routes/overleg.tsx', ...desk],
    most: ofGuests,
  },
  'the plan of a guest': {
    entry: 'guest',
    asks: ['functions/guest/routes/plan.tsx', ...desk],
    most: ofGuests,
  },
  'signing in': {
    entry: 'workspace',
    asks: ['functions/workspace/sign-in/routes.tsx', 'functions/workspace/sign-in/openid-client.ts', ...store, ...keys],
    most: ofStaff,
  },
  'the queue': {
    entry: 'workspace',
    asks: ['functions/workspace/queue/routes.tsx', 'functions/workspace/queue/post-routes.tsx', ...desk],
    most: ofStaff,
  },
  'handing out from the list': {
    entry: 'workspace',
    asks: ['functions/workspace/queue/assign-routes.tsx', ...desk],
    most: ofStaff,
  },
  'the list on paper': {
    entry: 'workspace',
    asks: ['functions/workspace/queue/taken-routes.tsx', ...desk],
    most: ofStaff,
  },
  'a dossier': { entry: 'workspace', asks: ['functions/workspace/dossier/routes.tsx', ...desk], most: ofStaff },
  'a move of a dossier': {
    entry: 'workspace',
    asks: ['functions/workspace/dossier/act-routes.ts', 'functions/workspace/dossier/ask-page.tsx', ...desk],
    most: ofStaff,
  },
  'the figures': { entry: 'workspace', asks: ['functions/workspace/figures/routes.tsx', ...desk], most: ofStaff },
  'writing beside the figures': {
    entry: 'workspace',
    asks: ['functions/workspace/figures/write-routes.tsx', ...desk],
    most: ofStaff,
  },
  'reading what a colleague wrote': {
    entry: 'workspace',
    asks: ['functions/workspace/figures/read-routes.tsx', ...desk],
    most: ofStaff,
  },
  'what a coordinator looks after': {
    entry: 'workspace',
    asks: ['functions/workspace/manage/routes.tsx', ...desk],
    most: ofStaff,
  },
  'freezing a year': {
    entry: 'workspace',
    asks: ['functions/workspace/figures/freeze-years.ts', 'functions/workspace/figures/open-figures.ts', ...desk],
    most: ofStaff,
  },
  'the agenda': { entry: 'workspace', asks: ['functions/workspace/agenda/routes.tsx', ...desk], most: ofStaff },
  'the phone list': { entry: 'workspace', asks: ['functions/workspace/phone/routes.tsx', ...desk], most: ofStaff },
  people: { entry: 'workspace', asks: ['functions/workspace/people/routes.tsx', ...desk], most: ofStaff },
  'who comes, changes and leaves': {
    entry: 'workspace',
    asks: ['functions/workspace/people/edit-routes.tsx', ...desk],
    most: ofStaff,
  },
  'the aanbod': { entry: 'workspace', asks: ['functions/workspace/offers/routes.tsx', ...desk], most: ofStaff },
  'the own page of somebody': {
    entry: 'workspace',
    asks: ['functions/workspace/people/self-routes.tsx', ...desk],
    most: ofStaff,
  },
  'the calendar of a person': {
    entry: 'workspace',
    asks: ['functions/workspace/calendar/routes.ts', ...store],
    most: ofStaff,
  },
  'what is kept of a dossier': {
    entry: 'workspace',
    asks: ['functions/workspace/personal-data/dossier-routes.tsx', ...desk],
    most: ofStaff,
  },
  'what is kept of an address': {
    entry: 'workspace',
    asks: ['functions/workspace/personal-data/applicant-routes.tsx', ...desk],
    most: ofStaff,
  },
  'what is kept of somebody at a table': {
    entry: 'workspace',
    asks: ['functions/workspace/personal-data/seat-routes.tsx', ...desk],
    most: ofStaff,
  },
  'a search for a person': {
    entry: 'workspace',
    asks: ['functions/workspace/personal-data/search-routes.tsx', ...desk],
    most: ofStaff,
  },
  'the events of an organiser': {
    entry: 'workspace',
    asks: ['functions/workspace/events/routes.tsx', ...desk],
    most: ofStaff,
  },
  'the form of an event': {
    entry: 'workspace',
    asks: ['functions/workspace/events/form-routes.tsx', ...desk],
    most: ofStaff,
  },
  'who is on the list of an event': {
    entry: 'workspace',
    asks: ['functions/workspace/events/people-routes.tsx', ...desk],
    most: ofStaff,
  },
  'putting people on that list': {
    entry: 'workspace',
    asks: ['functions/workspace/events/import-routes.tsx', ...desk],
    most: ofStaff,
  },
  'the door of an event': {
    entry: 'workspace',
    asks: ['functions/workspace/events/door-routes.tsx', ...desk],
    most: ofStaff,
  },
}

/** Kilobytes and modules of each kind; throws when a module is not imported at first use (any more). */
export function loads(): Record<string, { kilobytes: number; modules: number }> {
  const built = new Map<string, ReturnType<typeof build>>()
  for (const entry of new Set(Object.values(kinds).map((kind) => kind.entry))) {
    const folder = mkdtempSync(join(tmpdir(), 'loket-loads-'))
    built.set(entry, build({ entry: `functions/${entry}/index.ts`, inParts: true }, folder))
    rmSync(folder, { recursive: true })
  }
  return Object.fromEntries(
    Object.entries(kinds).map(([name, { entry, asks }]) => {
      const outputs = built.get(entry)?.outputs ?? {}
      const files = new Set<string>()
      const load = (file: string): void => {
        if (files.has(file)) return
        files.add(file)
        for (const { path, kind, external } of outputs[file]?.imports ?? [])
          if (kind === 'import-statement' && !external) load(path)
      }
      for (const module of [`functions/${entry}/index.ts`, ...asks]) {
        const file = Object.keys(outputs).find((output) => outputs[output]?.entryPoint === module)
        if (!file) throw new Error(`${module} is not loaded by itself in ${entry}: adapt test/support/loads.ts`)
        load(file)
      }
      const parts = [...files].flatMap((file) => outputs[file] ?? [])
      return [
        name,
        {
          kilobytes: Math.round(parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000),
          modules: parts.reduce((sum, { inputs }) => sum + Object.keys(inputs).length, 0),
        },
      ]
    }),
  )
}
