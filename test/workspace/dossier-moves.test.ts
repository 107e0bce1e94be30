/** Every move of every form, from every state: what may, what it comes to, who hears of it (forms/lco-lifecycle.ts, forms/vraag.ts). */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { dossierOf, type Filed, fileRequest, fileVraag, mailsOf, moveByOverleg, place } from '../support/dossier.ts'
import { lcoStandings, moves, vraagStandings } from '../support/moves.ts'
import { undoEnds } from '../support/undo.ts'
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
/** The fields of what this move asks; anything else a form could not send. */
function fieldsFor(form: string, action: string): Fields {
  const asks: readonly string[] = moves[form]?.[action]?.asks ?? []
  const names = asks.flatMap((ask) => (ask === 'persoon' ? [ask, 'toch'] : [ask]))
  return Object.fromEntries(Object.entries(everything).filter(([name]) => names.includes(name)))
}

const post = (visitor: Visitor, { path }: Filed, { form, revision, holder }: Dossier, action: string) =>
  visitor.post(`${path}/${action}`, { revision: String(revision), bij: holder ?? '', ...fieldsFor(form, action) })

const byOverleg = (form: string, action: string): boolean => moves[form]?.[action]?.byOverleg === true

const forms = [
  { form: 'lco-aanvraag', standings: lcoStandings, filed: () => lco },
  { form: 'vraag', standings: vraagStandings, filed: () => question },
]
const allActions = [...new Set(forms.flatMap(({ form }) => Object.keys(moves[form] ?? {})))]

/** A piece of what the applicant reads in each state. */
const status: Record<string, string> = {
  ingediend: 'De coördinator leest uw',
  wacht_op_aanvrager: 'We hebben een vraag voor u. Bel 053 00 00 00',
  advies_te_geven: 'asemanager Aalst belt u met advies.',
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

describe.each(forms)('$form', ({ form, standings, filed }) => {
  describe.each(standings)('$state', ({ state, before, may }) => {
    it.each(Object.entries(may))('de coördinator: %s → %s', async (action, to) => {
      const { reference } = filed()
      const placed = await place(work, reference, { state, ...before })
      const earlier = (await mailsOf(work, reference)).map(({ mailId }) => mailId)
      if (byOverleg(form, action)) await moveByOverleg(work, reference, action, '2026-12-04')
      else {
        const response = await post(coordinator, filed(), placed, action)
        expect([response.status, response.headers.get('location')]).toEqual([303, `${filed().path}?klaar=${action}`])
      }

      const after = await dossierOf(work, reference)
      const expected = to === '=' ? state : to
      expect([after.state, after.revision]).toEqual([expected, placed.revision + 1])
      const page = wordsIn(await (await work.visitor().get(filed().status)).text())
      expect(page).toContain(status[expected])
      const told = (await mailsOf(work, reference))
        .filter(({ mailId }) => !earlier.includes(mailId))
        // At once, or once the move cannot be taken back any more.
        .filter(({ plannedAt, undoable }) => plannedAt === (undoable ? undoEnds(work) : work.clock.now.toISOString()))
        .map(
          ({ notification }) =>
            `${notification.kind} aan ${('person' in notification && notification.person) || notification.to}`,
        )
      const { asks, mails = [], loses, endsCall } = moves[form]?.[action] ?? {}
      const staff = (asks?.includes('persoon') && everything.persoon) || (placed.holder ?? 'triage')
      const lost = (loses && placed.holder) || (endsCall && placed.referral?.call?.who)
      const losers = lost ? [`taak aan ${lost}`] : []
      expect(told.sort()).toEqual(
        [...mails.map((mail) => mail.replace('behandelaar', String(staff))), ...losers].sort(),
      )
    })

    it('al het andere is geweigerd, met de reden; ook wat een overleg doet', async () => {
      const placed = await place(work, filed().reference, { state, ...before })
      for (const action of allActions.filter((one) => !(one in may) || byOverleg(form, one))) {
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
      const [, actions = ''] = /<section class="lw-block lw-do".*?>(.*?)<\/section>/s.exec(html) ?? []
      const offered = [...actions.matchAll(/(?:href|action)="[^"]+\/[A-Z0-9-]+\/(\w+)"/g)].map(([, action]) => action)
      const besideMoves = ['verplaatsen', 'verwant', 'afdruk', 'casus']
      const byHand = Object.keys(may).filter((action) => !byOverleg(form, action))
      expect(offered.filter((action = '') => !besideMoves.includes(action)).sort()).toEqual(byHand.sort())
    })

    it('de casemanager doet wat een casemanager kan, en niet wat van de coördinator is', async () => {
      if (!before.holder) return
      for (const action of Object.keys(may).filter((one) => !byOverleg(form, one))) {
        const placed = await place(work, filed().reference, { state, ...before })
        const response = await post(casemanager, filed(), placed, action)
        if (moves[form]?.[action]?.by.includes('houder')) {
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
