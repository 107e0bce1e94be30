/**
 * A week in which everything is stored that Loket stores, played through the pages: run once with the code of a release,
 * for the dump that later code must read (write-dump.ts).
 */
import { dossierOf, type Filed, fileForm, fileRequest, fileVraag, moveByOverleg } from '../support/dossier.ts'
import { answer, invite, openForm, personalPath, putEvent, respond } from '../support/events.ts'
import { katrol, katrolStart, ota, otaStart } from '../support/forms.ts'
import { aanvraag, begin, fillIn } from '../support/lco.ts'
import { type Fields, fieldsIn, type Visitor } from '../support/visitor.ts'
import type { TestWorkspace } from '../support/workspace.ts'
import { startPost } from './post.ts'

/** Where it led: what the tests of later code open. */
export interface Told {
  /** Dossiers by what happened to them. */
  dossiers: Record<string, Filed & { network: string; state: string }>
  /** Slugs of events. */
  events: Record<string, string>
  /** Paths of personal pages of invitees. */
  invitees: Record<string, string>
  /** A draft as its browser knows it. */
  draft: { path: string; cookies: [string, string][] }
  /** Path of the link in a mail that goes on with a draft. */
  later: string
}

const monday = new Date('2026-11-23T09:00:00Z')

export async function play(work: TestWorkspace): Promise<Told> {
  work.clock.now = monday
  const post = startPost(work)
  const dossiers: Record<string, Filed> = {}
  const lco = (name: string, about: string, email = `${name}@caw.example`) =>
    fileRequest(work, {
      changes: {
        gegevens: { ...aanvraag.gegevens, email },
        client: { ...aanvraag.client, client_aanduiding: about },
      },
    })
  for (const [index, name] of [
    'nieuw',
    'toegewezen',
    'gepland',
    'wacht',
    'doorverwezen',
    'ingetrokken',
    'opvolging',
  ].entries())
    dossiers[name] = await lco(name, `D-${index + 1}`)
  const the = (name: string): Filed => {
    const found = dossiers[name]
    if (!found) throw new Error(name)
    return found
  }
  dossiers.teruggekomen = await lco('teruggekomen', 'D-20', 'bounce@caw.example')
  dossiers.verdacht = await fileRequest(work, { fast: true })
  dossiers.vraag = await fileVraag(work)
  const katrolOf = await fileForm(work, katrolStart, katrol)
  dossiers.katrol = katrolOf
  for (const soort of ['traject', 'vorming', 'helpdesk'] as const)
    dossiers[soort] = await fileForm(work, otaStart, ota[soort])
  await post.minutes(10)

  const coordinator = await work.as('Coördinator Aalst')
  for (const name of ['toegewezen', 'gepland', 'opvolging', 'wacht', 'verdacht']) await coordinator.get(the(name).path)
  for (const name of ['toegewezen', 'gepland', 'opvolging'])
    await act(work, coordinator, the(name), 'toewijzen', { persoon: 'casemanager-aalst' })
  await act(work, coordinator, the('wacht'), 'wachten', { toelichting: 'Wanneer past het?' })
  await act(work, coordinator, the('doorverwezen'), 'doorverwijzen', {
    ...{ aanbod: 'caw', toelichting: 'De vraag gaat alleen over wonen.', drempels: 'aanbod_past_niet' },
  })
  await related(work, coordinator, the('nieuw'), the('wacht'))
  await work.visitor().post(`${the('ingetrokken').status}/stoppen`)
  await post.minutes(10)

  await post.days(1)
  const casemanager = await work.as('Casemanager Aalst')
  for (const name of ['gepland', 'opvolging'])
    await moveByOverleg(work, the(name).reference, 'overleg_plannen', name === 'gepland' ? '2026-12-08' : '2026-11-24')
  await moveByOverleg(work, the('opvolging').reference, 'overleg_gehouden')
  await act(work, casemanager, the('opvolging'), 'opvolgen', { datum: '1/12/2026' })
  await contact(casemanager, the('toegewezen'), 'niet_bereikt')
  await contact(casemanager, the('toegewezen'), 'gebeld')
  await note(casemanager, the('toegewezen'), 'Spreken af in de bibliotheek.')
  await casemanager.get('/werkruimte')
  const head = await work.as('Coördinator Aalst')
  await head.post('/werkruimte/mensen/casemanager-aalst-2/afwezig', { van: '24/11/2026', tot: '15/12/2026' })
  await head.post('/werkruimte/mensen/casemanager-aalst-2/uitnodigen')

  const told = {
    ...(await draftsOf(work)),
    ...(await eventsOf(work)),
  }
  await post.minutes(10)
  const withStates: Told['dossiers'] = {}
  for (const [name, filed] of Object.entries(dossiers)) {
    const { network, state } = await dossierOf(work, filed.reference)
    withStates[name] = { ...filed, network, state }
  }
  const later = post.mails.find(({ subject }) => subject.startsWith('Ga verder'))
  const [, path = ''] = /https:\/\/loket\.example(\/verder\/\S+)/.exec(later?.text ?? '') ?? []
  if (!path) throw new Error('No link to go on later')
  return { dossiers: withStates, ...told, later: path }
}

/** A move from the page as it is now. */
export async function act(
  work: TestWorkspace,
  visitor: Visitor,
  { reference, path }: Pick<Filed, 'reference' | 'path'>,
  action: string,
  fields: Fields = {},
) {
  const { revision, holder = '' } = await dossierOf(work, reference)
  const response = await visitor.post(`${path}/${action}`, { revision: String(revision), bij: holder, ...fields })
  if (response.status !== 303) throw new Error(`${action} answered ${response.status}: ${await response.text()}`)
}

async function related(work: TestWorkspace, visitor: Visitor, one: Filed, other: Filed) {
  const { revision } = await dossierOf(work, one.reference)
  await visitor.post(`${one.path}/verwant`, { revision: String(revision), referentie: other.reference })
}

async function contact(visitor: Visitor, { path }: Filed, kind: string) {
  const { eenmalig = [] } = fieldsIn(await (await visitor.get(path)).text())
  await visitor.post(`${path}/contact`, { eenmalig: eenmalig[0] ?? '', contact: kind })
}

async function note(visitor: Visitor, { path }: Filed, text: string) {
  const { eenmalig = [] } = fieldsIn(await (await visitor.get(`${path}/notitie`)).text())
  await visitor.post(`${path}/notitie`, { eenmalig: eenmalig[0] ?? '', notitie: text })
}

/** One in a browser, one whose link was mailed, and a refusal that was counted. */
async function draftsOf(work: TestWorkspace): Promise<Pick<Told, 'draft'>> {
  const cookies = new Map<string, string>()
  const path = await begin(work.visitor(cookies))
  await fillIn(work.visitor(cookies), path, { until: 'praktisch' })
  const later = work.visitor()
  const mailed = await begin(later)
  await fillIn(later, mailed, { until: 'situatie' })
  work.clock.later(60)
  await later.post(`${mailed}/later`, { email: 'later@caw.example' })
  const refused = work.visitor()
  const draft = await begin(refused)
  await refused.post(`${draft}/criteria`, {
    ...aanvraag.criteria,
    meerderjarig: 'nee',
    postcode: '9000',
    ocmw_client: 'nee',
  })
  return { draft: { path, cookies: [...cookies] } }
}

/** One that asks who comes, one with seats and a line, one past its deadline with a late answer. */
async function eventsOf(work: TestWorkspace): Promise<Pick<Told, 'events' | 'invitees'>> {
  const place = { network: 'aalst', start: '2026-12-14T08:00:00.000Z', einde: '2026-12-14T11:00:00.000Z' }
  const open = await putEvent(work.connection, { ...place, slug: 'vorming-open', deadline: '2026-12-07' })
  const full = await putEvent(work.connection, { ...place, slug: 'vorming-vol', deadline: '2026-12-07', capaciteit: 1 })
  const closed = await putEvent(work.connection, { ...place, slug: 'vorming-dicht', deadline: '2026-11-23' })
  await invite(work, open, 'genodigde@caw.example')
  await invite(work, closed, 'laat@caw.example')
  const organiser = await work.as('Organisator')
  for (const { slug } of [open, closed]) await organiser.post(`/werkruimte/activiteiten/${slug}/uitnodigen`)
  for (const [naam, antwoord] of [
    ['komt', 'ja'],
    ['kan-niet', 'nee'],
    ['wil-weten', 'op_de_hoogte'],
  ] as const)
    await respond(work, open, { naam, antwoord, email: `${naam}@caw.example` })
  for (const naam of ['eerste', 'tweede']) await respond(work, full, { naam, email: `${naam}@caw.example` })
  const visitor = work.visitor()
  const late = await personalPath(work, closed, 'laat@caw.example')
  const hidden = await openForm(work, visitor, late)
  await visitor.post(`${late}/te-laat`, { ...hidden, ...answer, naam: 'Te Laat' })
  return {
    events: { open: open.slug, vol: full.slug, dicht: closed.slug },
    invitees: {
      genodigde: await personalPath(work, open, 'genodigde@caw.example'),
      komt: await personalPath(work, open, 'komt@caw.example'),
      'wil-weten': await personalPath(work, open, 'wil-weten@caw.example'),
      wacht: await personalPath(work, full, 'tweede@caw.example'),
      laat: late,
    },
  }
}
