/** Every move of every form, from every state: what may, what it comes to, who hears of it (forms/lco-verloop.ts, forms/vraag.ts). */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Dossier } from '../../forms/kit/dossier.ts'
import { dossierOf, type Filed, fileRequest, fileVraag, mailsOf, place } from '../support/dossier.ts'
import { type Fields, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
let casemanager: Visitor
let lco: Filed
let question: Filed
beforeAll(async () => {
  work = await startTestWorkspace()
  coordinator = await work.as('Coördinator Aalst')
  casemanager = await work.as('Casemanager Aalst')
  lco = await fileRequest(work)
  question = await fileVraag(work)
})

const everything: Fields = {
  persoon: 'casemanager-aalst-2',
  aanbod: 'caw',
  datum: '4/12/2026',
  drempels: ['wachtlijst', 'kostprijs'],
  toelichting: 'Een reden',
  toch: 'ja',
}
/** Fields that this move asks; anything else a form could not send. */
const asked: Record<string, readonly string[]> = {
  toewijzen: ['persoon', 'toch'],
  andere_casemanager: ['persoon', 'toch'],
  overleg_plannen: ['datum'],
  overleg_verzetten: ['datum'],
  opnieuw_overleggen: ['datum'],
  opvolgen: ['datum'],
  teruggeven: ['toelichting'],
  doorverwijzen: ['aanbod', 'toelichting', 'drempels'],
  advies: ['toelichting', 'drempels'],
  afsluiten: ['drempels'],
}
const fieldsFor = (action: string): Fields =>
  Object.fromEntries(Object.entries(everything).filter(([name]) => asked[action]?.includes(name)))

const post = (
  visitor: Visitor,
  { path }: Filed,
  { revision, holder }: Dossier,
  action: string,
  fields = fieldsFor(action),
) => visitor.post(`${path}/${action}`, { revision: String(revision), bij: holder ?? '', ...fields })

const held = { holder: 'casemanager-aalst' }
const closed = { ttl: 1_900_000_000 }
const referral = { referral: { aanbod: 'caw', checkOn: '2026-12-07' }, nextOn: '2026-12-07' }
const common = {
  doorverwijzen: 'doorverwezen',
  afsluiten: 'afgesloten',
  intrekken: 'ingetrokken',
}
const onTheRoad = {
  andere_casemanager: '=',
  teruggeven: 'ingediend',
  wachten: 'wacht_op_aanvrager',
  verlengen: '=',
  ...common,
}

interface Row {
  state: string
  before: Partial<Dossier>
  /** What a coordinator may do, and where it leads; `=` is the same state. */
  may: Record<string, string>
  /** Of these, what its casemanager may not. */
  coordinatorOnly?: readonly string[]
}

const lcoRows: Row[] = [
  {
    state: 'ingediend',
    before: { nextOn: '2026-11-30' },
    may: {
      ...{ toewijzen: 'toegewezen', wachten: 'wacht_op_aanvrager', advies: 'advies_gegeven', verlengen: '=' },
      ...common,
    },
  },
  {
    state: 'toegewezen',
    before: held,
    may: { overleg_plannen: 'overleg_gepland', advies: 'advies_gegeven', ...onTheRoad },
    coordinatorOnly: ['andere_casemanager'],
  },
  {
    state: 'overleg_gepland',
    before: { ...held, nextOn: '2026-12-01' },
    may: {
      ...{ overleg_verzetten: '=', overleg_afgelast: 'toegewezen', overleg_gehouden: 'overleg_gehouden' },
      ...onTheRoad,
    },
    coordinatorOnly: ['andere_casemanager'],
  },
  {
    state: 'overleg_gehouden',
    before: held,
    may: { opvolgen: 'in_opvolging', opnieuw_overleggen: 'overleg_gepland', ...onTheRoad },
    coordinatorOnly: ['andere_casemanager'],
  },
  {
    state: 'in_opvolging',
    before: { ...held, nextOn: '2027-02-01' },
    may: { opvolgen: '=', opnieuw_overleggen: 'overleg_gepland', ...onTheRoad },
    coordinatorOnly: ['andere_casemanager'],
  },
  {
    state: 'wacht_op_aanvrager',
    before: { ...held, paused: { from: 'overleg_gehouden', on: '2026-11-20' } },
    may: {
      ...{ hervatten: 'overleg_gehouden', teruggeven: 'ingediend', advies: 'advies_gegeven', verlengen: '=' },
      andere_casemanager: '=',
      ...common,
    },
    coordinatorOnly: ['andere_casemanager'],
  },
  {
    state: 'afgesloten',
    before: { ...held, ...closed },
    may: { heropenen: 'toegewezen' },
    coordinatorOnly: ['heropenen'],
  },
  {
    state: 'advies_gegeven',
    before: { ...held, ...closed },
    may: { heropenen: 'toegewezen' },
    coordinatorOnly: ['heropenen'],
  },
  {
    state: 'doorverwezen',
    before: { ...held, ...closed, ...referral },
    may: { aangekomen: '=', niet_aangekomen: 'toegewezen', heropenen: 'toegewezen' },
    coordinatorOnly: ['heropenen'],
  },
  { state: 'ingetrokken', before: { ...held, ...closed }, may: {} },
]

const vraagRows: Row[] = [
  {
    state: 'ingediend',
    before: { nextOn: '2026-11-30' },
    may: {
      beantwoorden: 'beantwoord',
      wachten: 'wacht_op_aanvrager',
      verlengen: '=',
      ...pick('doorverwijzen', 'intrekken'),
    },
  },
  {
    state: 'wacht_op_aanvrager',
    before: { paused: { from: 'ingediend', on: '2026-11-20' } },
    may: { beantwoorden: 'beantwoord', hervatten: 'ingediend', verlengen: '=', ...pick('doorverwijzen', 'intrekken') },
  },
  { state: 'beantwoord', before: closed, may: { heropenen: 'ingediend' } },
  {
    state: 'doorverwezen',
    before: { ...closed, ...referral },
    may: { aangekomen: '=', niet_aangekomen: 'ingediend', heropenen: 'ingediend' },
  },
  { state: 'ingetrokken', before: closed, may: {} },
]
function pick(...actions: (keyof typeof common)[]): Record<string, string> {
  return Object.fromEntries(actions.map((action) => [action, common[action]]))
}

const allActions = [...new Set([...lcoRows, ...vraagRows].flatMap(({ may }) => Object.keys(may))), 'vrijgeven']

/** Who gets a mail at each move, beside what is planned for later. */
const mails: Record<string, readonly string[]> = {
  toewijzen: ['stand aan aanvrager', 'taak aan casemanager-aalst-2'],
  andere_casemanager: ['stand aan aanvrager', 'taak aan casemanager-aalst-2'],
  overleg_plannen: ['stand aan aanvrager'],
  overleg_verzetten: ['stand aan aanvrager'],
  overleg_afgelast: ['stand aan aanvrager'],
  opnieuw_overleggen: ['stand aan aanvrager'],
  teruggeven: ['taak aan triage'],
  wachten: ['stand aan aanvrager'],
  doorverwijzen: ['stand aan aanvrager'],
  advies: ['stand aan aanvrager'],
  afsluiten: ['stand aan aanvrager'],
  intrekken: ['ingetrokken aan aanvrager'],
  niet_aangekomen: ['stand aan aanvrager', 'taak aan behandelaar'],
  heropenen: ['stand aan aanvrager', 'taak aan behandelaar'],
}

/** A piece of what the applicant reads in each state. */
const status: Record<string, string> = {
  ingediend: 'De coördinator leest uw',
  wacht_op_aanvrager: 'We hebben een vraag voor u. Bel 053 00 00 00',
  toegewezen: 'volgt uw aanvraag op en belt u',
  overleg_gepland: 'Het overleg is gepland op ',
  overleg_gehouden: 'Het overleg is gehouden',
  in_opvolging: 'Het plan loopt',
  afgesloten: 'Deze aanvraag is afgesloten',
  advies_gegeven: 'U kreeg advies of informatie',
  doorverwezen: 'Dit past beter: CAW Oost-Vlaanderen, onthaal Aalst',
  ingetrokken: 'is gestopt. We wissen de antwoorden binnen 24 uur',
  beantwoord: 'Uw vraag is beantwoord',
}

describe.each([
  { form: 'LCO aanvraag', rows: lcoRows, filed: () => lco },
  { form: 'vraag', rows: vraagRows, filed: () => question },
])('$form', ({ rows, filed }) => {
  describe.each(rows)('$state', ({ state, before, may, coordinatorOnly = [] }) => {
    it.each(Object.entries(may))('de coördinator: %s → %s', async (action, to) => {
      const { reference } = filed()
      const placed = await place(work, reference, { state, ...before })
      const earlier = (await mailsOf(work, reference)).map(({ mailId }) => mailId)
      const response = await post(coordinator, filed(), placed, action)
      expect([response.status, response.headers.get('location')]).toEqual([303, `${filed().path}?klaar=${action}`])

      const after = await dossierOf(work, reference)
      const expected = to === '=' ? state : to
      expect([after.state, after.revision]).toEqual([expected, placed.revision + 1])
      const page = wordsIn(await (await work.visitor().get(filed().status)).text())
      expect(page).toContain(status[expected])
      const told = (await mailsOf(work, reference))
        .filter(({ plannedAt, mailId }) => plannedAt === work.clock.now.toISOString() && !earlier.includes(mailId))
        .map(
          ({ notification }) =>
            `${notification.kind} aan ${('person' in notification && notification.person) || notification.to}`,
        )
      const staff = placed.holder ?? 'triage'
      expect(told.sort()).toEqual((mails[action] ?? []).map((mail) => mail.replace('behandelaar', staff)).sort())
    })

    it('al het andere is geweigerd, met de reden', async () => {
      const placed = await place(work, filed().reference, { state, ...before })
      for (const action of allActions.filter((one) => !(one in may))) {
        const response = await post(coordinator, filed(), placed, action)
        const words = wordsIn(await response.text())
        expect([409, 404], `${state} ${action}`).toContain(response.status)
        expect(words).toMatch(
          response.status === 409 ? /Dat kan nu niet.*Dit dossier is nu “.*kan dan niet\./ : /Deze link werkt niet/,
        )
      }
      expect((await dossierOf(work, filed().reference)).revision).toBe(placed.revision)
    })

    it('de knoppen zijn wat de coördinator kan doen, niet meer en niet minder', async () => {
      await place(work, filed().reference, { state, ...before })
      const html = await (await coordinator.get(filed().path)).text()
      const [, actions = ''] = /<section class="actions".*?>(.*?)<\/section>/s.exec(html) ?? []
      const offered = [...actions.matchAll(/(?:href|action)="[^"]+\/(\w+)"/g)].map(([, action]) => action)
      expect(offered.sort()).toEqual(Object.keys(may).sort())
    })

    it('de casemanager doet wat een casemanager kan, en niet wat van de coördinator is', async () => {
      if (!before.holder) return
      for (const action of Object.keys(may)) {
        const placed = await place(work, filed().reference, { state, ...before })
        const response = await post(casemanager, filed(), placed, action)
        if (!coordinatorOnly.includes(action)) {
          expect([response.status, action]).toEqual([303, action])
          continue
        }
        expect([response.status, action]).toEqual([403, action])
        expect(wordsIn(await response.text())).toContain('kan alleen de coördinator.')
        expect((await dossierOf(work, filed().reference)).revision).toBe(placed.revision)
      }
    })
  })
})
