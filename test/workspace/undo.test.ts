/** Mistakes in a dossier can be taken back for ten minutes, and nobody was told meanwhile (forms/kit/lifecycle/undo.ts). */
import { beforeEach, describe, expect, it } from 'vitest'
import { mailKey } from '../../functions/shared/store/keys.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { dossierOf, type Filed, fileHeld, fileRequest, hiddenOn, mailsOf, place } from '../support/dossier.ts'
import { passUndo, undoEnds, undoNoteOn, waitingMails } from '../support/undo.ts'
import { type Fields, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
let filed: Filed
beforeEach(async () => {
  work = await startTestWorkspace()
  coordinator = await work.as('Coördinator Aalst')
  filed = await fileRequest(work)
  await coordinator.get(filed.path)
})

const act = async (action: string, fields: Fields = {}, visitor = coordinator) => {
  const hidden = await hiddenOn(visitor, `${filed.path}/${action}`)
  const response = await visitor.post(`${filed.path}/${action}`, {
    revision: hidden.revision ?? '',
    bij: hidden.bij ?? '',
    ...fields,
  })
  expect([action, response.status]).toEqual([action, 303])
  return response
}
const assign = (persoon = 'casemanager-aalst') => act('toewijzen', { persoon, toch: 'ja' })
const noteOn = (visitor = coordinator) => undoNoteOn(visitor, filed.path)
/** The button of the note, as it stands on the page. */
const press = async (button: 'ongedaan' | 'meteen', visitor = coordinator, fields?: Fields) =>
  visitor.post(`${filed.path}/${button}`, fields ?? (await noteOn(visitor))?.fields ?? {})
/** Taking back is a sign of life as well. */
const standing = async () => {
  const {
    revision: _,
    openedAt: _o,
    openedRevision: _r,
    livedOn: _l,
    ...dossier
  } = await dossierOf(work, filed.reference)
  return dossier
}
const kinds = async () =>
  (await waitingMails(work, filed.reference)).map(({ notification }) => notification.kind).sort()
const plannedNow = async () =>
  (await mailsOf(work, filed.reference))
    .filter(({ undoable, cancelled, plannedAt }) => !undoable && !cancelled && plannedAt > work.clock.now.toISOString())
    .map(({ mailId, plannedAt }) => [mailId.replace(/-\d+$/, ''), plannedAt])

describe('een stap ongedaan maken', () => {
  it('zegt wanneer de mail vertrekt, en zet alles terug zoals het was; er vertrekt niets', async () => {
    const [before, planned] = [await standing(), await plannedNow()]
    await assign()
    expect(await kinds()).toEqual(['stand', 'taak'])
    expect((await waitingMails(work, filed.reference)).map(({ dueAt }) => dueAt)).toEqual(Array(2).fill(undoEnds(work)))
    expect((await noteOn())?.words).toMatch(
      /Toegewezen\. Er vertrekken 2 mails om \d+\.\d\d uur\. Tot dan kunt u dit ongedaan maken\. Maak ongedaan Verstuur meteen/,
    )
    work.clock.later(9 * 60 + 59)
    const response = await press('ongedaan')
    expect([response.status, locationOf(response)]).toEqual([303, `${filed.path}?klaar=ongedaan`])
    expect(await standing()).toEqual(before)
    expect((await mailsOf(work, filed.reference)).filter(({ undoable }) => undoable)).toEqual([])
    expect(await kinds()).toEqual([])
    // Silence counts from what was done last; the rest waits as it did.
    const withoutSilence = (mails: string[][]) => mails.filter(([id]) => id !== 'stil' && id !== 'ongeopend')
    expect(withoutSilence(await plannedNow())).toEqual(withoutSilence(planned))
    const page = wordsIn(await (await coordinator.get(locationOf(response))).text())
    expect(page).toContain('Ongedaan gemaakt. Het dossier staat weer zoals ervoor. Er vertrok geen mail.')
    expect(page).toContain('Ongedaan gemaakt “Toegewezen” toegewezen → ingediend Coördinator Aalst')
    expect(await noteOn()).toBeUndefined()
  })

  it('ook een stap die het dossier sluit: de bewaartermijn is weer weg, en de reden blijft staan als ongedaan', async () => {
    const before = await standing()
    await act('advies', { toelichting: 'Lees de brochure.', drempels: ['geen'] })
    expect((await dossierOf(work, filed.reference)).ttl).toBeDefined()
    await press('ongedaan')
    expect(await standing()).toEqual(before)
    const ofDossier = (await work.items('loket')).filter(
      ({ pk, sk }) => String(pk).endsWith(filed.reference) && /^(ANTWOORDEN|LOGBOEK|ADRES)/.test(String(sk)),
    )
    expect(ofDossier.filter(({ ttl }) => ttl !== undefined)).toEqual([])
    expect(wordsIn(await (await coordinator.get(filed.path)).text())).toMatch(
      /Lees de brochure\..*De stap is ongedaan gemaakt/,
    )
  })

  it('wie een dossier teruggaf en het niet meer opent, maakt het ongedaan op de lijst', async () => {
    filed = await fileHeld(work)
    const casemanager = await work.as('Casemanager Aalst')
    const given = await act('teruggeven', { toelichting: 'Ik ken het gezin.' }, casemanager)
    const note = await undoNoteOn(casemanager, locationOf(given))
    expect(note?.words).toContain('Teruggegeven aan de coördinator. Er vertrekt een mail om')
    const response = await press('ongedaan', casemanager, note?.fields)
    expect([response.status, locationOf(response)]).toEqual([303, `${filed.path}?klaar=ongedaan`])
    expect((await dossierOf(work, filed.reference)).holder).toBe('casemanager-aalst')
  })

  it('een tweede druk is dezelfde', async () => {
    await assign()
    const fields = (await noteOn())?.fields
    const answers = await Promise.all([1, 2, 3].map(() => press('ongedaan', coordinator, fields)))
    expect(answers.map(locationOf)).toEqual(Array(3).fill(`${filed.path}?klaar=ongedaan`))
    const lines = (await work.items('loket')).filter(({ what }) => what === 'ongedaan')
    expect(lines).toHaveLength(1)
  })

  it('opende iemand het intussen voor het eerst, dan kan het nog', async () => {
    filed = await fileRequest(work)
    const { revision } = await dossierOf(work, filed.reference)
    await coordinator.post(`${filed.path}/wachten`, {
      revision: String(revision),
      bij: '',
      toelichting: 'Welke school?',
    })
    await (await work.as('Coördinator Aalst')).get(filed.path)
    expect((await press('ongedaan')).status).toBe(303)
    const { state, openedAt } = await dossierOf(work, filed.reference)
    expect([state, openedAt !== undefined]).toEqual(['ingediend', true])
  })
})

describe('het kan niet meer', () => {
  const refused = async (response: Response, status: number, text: string) => {
    expect([response.status, wordsIn(await response.text())]).toEqual([status, expect.stringContaining(text)])
  }

  it('na 10 minuten', async () => {
    await assign()
    const fields = (await noteOn())?.fields
    passUndo(work)
    coordinator = await work.as('Coördinator Aalst')
    expect(await noteOn()).toBeUndefined()
    await refused(await press('ongedaan', coordinator, fields), 409, 'De 10 minuten zijn voorbij.')
  })

  it('als er daarna nog iets gebeurde', async () => {
    await assign()
    const fields = (await noteOn())?.fields
    await act('wachten', { toelichting: 'Welke school?' })
    await refused(await press('ongedaan', coordinator, fields), 409, 'Na deze stap veranderde dit dossier nog.')
    // The last one can.
    expect((await press('ongedaan')).status).toBe(303)
    expect((await dossierOf(work, filed.reference)).state).toBe('toegewezen')
  })

  it('als de mail al vertrokken is, of net genomen', async () => {
    await assign()
    const fields = (await noteOn())?.fields
    await press('meteen')
    const [mail] = await waitingMails(work, filed.reference)
    const key = mailKey(filed.reference, mail?.mailId ?? '')
    expect(await createOutbox(work.connection).claim(key, work.clock.now)).toBeDefined()
    expect(await noteOn()).toBeUndefined()
    await refused(await press('ongedaan', coordinator, fields), 409, 'De mail over deze stap is al vertrokken.')
  })

  it('wie op “Verstuur meteen” drukte, leest dat de mail vertrekt, en kan nog terug tot ze genomen is', async () => {
    await assign()
    expect(locationOf(await press('meteen'))).toBe(`${filed.path}?klaar=meteen`)
    const note = await noteOn()
    expect(note?.words).toContain('Er vertrekken 2 mails binnen een minuut.')
    expect(note?.words).not.toContain('Verstuur meteen')
    expect((await waitingMails(work, filed.reference)).map(({ dueAt }) => dueAt)).toEqual(
      Array(2).fill(work.clock.now.toISOString()),
    )
    expect((await press('ongedaan')).status).toBe(303)
  })

  it('voor een ander dan wie het deed; wie het dossier niet kent, hoort niets', async () => {
    await assign()
    const fields = (await noteOn())?.fields
    await refused(await press('ongedaan', await work.as('Casemanager Aalst'), fields), 403, 'Alleen wie deze stap deed')
    const other = await press('ongedaan', await work.as('Tweede casemanager Aalst'), fields)
    await refused(other, 404, 'Deze link werkt niet.')
  })

  it('wie er ooit iets mee deed en het niet meer opent, hoort niets meer', async () => {
    filed = await fileHeld(work)
    const casemanager = await work.as('Casemanager Aalst')
    await act('teruggeven', { toelichting: 'Ik ken het gezin.' }, casemanager)
    await assign('casemanager-aalst-2')
    const { revision } = await dossierOf(work, filed.reference)
    for (const button of ['ongedaan', 'meteen'] as const)
      for (const shown of [revision, revision - 1, 1])
        expect((await press(button, casemanager, { revision: String(shown) })).status).toBe(404)
  })

  it('als de bewaartermijn van een heropend dossier intussen voorbij is', async () => {
    const ttl = Math.floor(work.clock.now.getTime() / 1000) + 120
    await place(work, filed.reference, { state: 'afgesloten', ttl })
    await act('heropenen')
    work.clock.later(180)
    await refused(await press('ongedaan'), 409, 'De bewaartermijn van dit dossier is voorbij.')
  })

  it('intrekken gebeurt meteen, en zegt het vooraf', async () => {
    const page = wordsIn(await (await coordinator.get(`${filed.path}/intrekken`)).text())
    expect(page).toContain('Dit gebeurt meteen. U kunt het niet terughalen.')
    await act('intrekken')
    expect([await kinds(), await noteOn()]).toEqual([[], undefined])
    const told = (await mailsOf(work, filed.reference)).find(({ notification }) => notification.kind === 'ingetrokken')
    expect(told?.dueAt).toBe(work.clock.now.toISOString())
  })
})

describe('twee stappen in tien minuten', () => {
  it('geven geen mail over wat voorbij is, wel wat nog waar is en wie het nu heeft', async () => {
    await assign('casemanager-aalst')
    work.clock.later(60)
    await act('andere_casemanager', { persoon: 'casemanager-aalst-2', toch: 'ja' })
    const waiting = await waitingMails(work, filed.reference)
    expect(
      waiting
        .map(({ notification }) =>
          notification.kind === 'taak' ? `${notification.why} ${notification.person}` : notification.kind,
        )
        .sort(),
    ).toEqual(['kwijt casemanager-aalst', 'stand', 'toegewezen casemanager-aalst-2'])
  })

  it('een stap die niemand iets vertelt, neemt van de vorige niets weg', async () => {
    await assign()
    work.clock.later(60)
    await act('verlengen')
    expect(await kinds()).toEqual(['stand', 'taak'])
  })

  it('maakt iemand de tweede ongedaan, dan vertrekt de mail van de eerste toch', async () => {
    await assign()
    work.clock.later(60)
    await act('wachten', { toelichting: 'Welke school?' })
    expect(await kinds()).toEqual(['stand', 'taak'])
    await press('ongedaan')
    const [stand] = (await waitingMails(work, filed.reference)).filter(
      ({ notification }) => notification.kind === 'stand',
    )
    expect(stand?.notification).toMatchObject({ state: 'toegewezen' })
  })
})

describe('twee tegelijk', () => {
  it('ongedaan maken en een andere stap: één van de twee', async () => {
    for (let time = 0; time < 4; time += 1) {
      filed = await fileHeld(work)
      await coordinator.get(filed.path)
      await act('wachten', { toelichting: 'Welke school?' })
      const [fields, hidden] = [(await noteOn())?.fields, await hiddenOn(coordinator, `${filed.path}/hervatten`)]
      const { revision } = await dossierOf(work, filed.reference)
      const other = () =>
        coordinator.post(`${filed.path}/hervatten`, { revision: String(revision), bij: hidden.bij ?? '' })
      const answers = await Promise.all([press('ongedaan', coordinator, fields), other()])
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
      expect((await dossierOf(work, filed.reference)).revision).toBe(revision + 1)
    }
  })

  /** The mailer takes the mail after the page looked at it, and before the way back is written. */
  async function takenInBetween(): Promise<{ status: number; state: string }> {
    await assign()
    const fields = (await noteOn())?.fields
    await press('meteen')
    const { dossiers } = work.deps
    const [move, [mail]] = [dossiers.move, await waitingMails(work, filed.reference)]
    dossiers.move = async (input, along) => {
      await createOutbox(work.connection).claim(mailKey(filed.reference, mail?.mailId ?? ''), work.clock.now)
      return move(input, along)
    }
    const { status } = await press('ongedaan', coordinator, fields)
    return { status, state: (await dossierOf(work, filed.reference)).state }
  }

  it('nam de mailer de mail net, dan blijft de stap staan', async () => {
    expect(await takenInBetween()).toEqual({ status: 409, state: 'toegewezen' })
  })

  it('controle: zonder de voorwaarde op de mail gaat de stap weg terwijl de mail vertrekt', async () => {
    const { undo } = work.deps
    const { writesOf } = undo
    undo.writesOf = (...about) =>
      writesOf(...about).map(({ Delete, ...write }) =>
        Delete ? { Delete: { TableName: Delete.TableName, Key: Delete.Key } } : write,
      )
    expect(await takenInBetween()).toEqual({ status: 303, state: 'ingediend' })
  })
})
