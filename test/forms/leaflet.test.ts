/** The leaflet for the client: made per form, in plain words, with nothing that anybody typed (docs/domain.md §4, "The leaflet"). */
import { describe, expect, it } from 'vitest'
import { aheadOf } from '../../forms/ahead.ts'
import { serviceOf } from '../../forms/index.ts'
import { leafletOf } from '../../forms/kit/leaflet.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { hardWordsIn } from '../../forms/kit/plan/hard-words.ts'

const now = new Date('2026-11-23T09:00:00Z')
const dossier = (network: string, form: string, changes: Partial<Dossier> = {}): Dossier => ({
  ...{ reference: 'LCO-7K3M-9QX2-4T', network, form, state: 'ingediend' },
  ...{ stateSince: now.toISOString(), receivedAt: now.toISOString(), revision: 3 },
  ...{ outcome: 'voldoet', doubtful: [], suspect: false, planned: [], related: [] },
  ...{ answerBefore: '2026-11-30', origin: 'concept', applicant: 'hmac', reach: { email: 'n…r@caw.example' } },
  ...{ linkVersion: 1, trend: { soort: 'traject', levensdomeinen: ['wonen_energie'] } },
  ...changes,
})
function leaflet(network: string, form: string, changes: Partial<Dossier> = {}) {
  const service = serviceOf({ network, form })
  if (!service) throw new Error(form)
  return leafletOf(service, aheadOf(service.form), dossier(network, form, changes))
}

const withClient = [
  ['aalst', 'lco-aanvraag', 'Er is een overleg voor u gevraagd'],
  ['limburg', 'lco-aanvraag', 'Er is een overleg voor u gevraagd'],
  ['zottegem', 'de-katrol', 'Er is studiehulp gevraagd voor uw kind'],
  ['zottegem', 'huisbezoek-80-plus', 'Er is een bezoek voor u gevraagd'],
  ['ota', 'aanmelding', 'Er is raad gevraagd over de hulp aan u en uw gezin'],
] as const

describe.each(withClient)('het blad van %s/%s', (network, form, title) => {
  const found = leaflet(network, form)

  it('zegt wat er gevraagd is, tegen wanneer, wie het leest en hoelang', () => {
    expect(found?.title).toBe(title)
    expect(found?.next[0]).toBe('Ten laatste op maandag 30 november 2026 krijgt die persoon een antwoord.')
    expect(found?.readBy).toMatch(/^De coördinatoren .+, en wie hen vervangt\.$/)
    expect(found?.kept).toBe('Tot 90 dagen nadat alles klaar is. Stopt u? Dan wissen we het binnen 24 uur.')
  })

  it('draagt niets van de aanvraag dan haar nummer, en dat zonder wat de soort verraadt', () => {
    expect(found?.mark).toBe('7K3M-9QX2-4T')
    expect(JSON.stringify(found)).not.toMatch(/LCO-7K3M|wonen|n…r@|\{\w+\}/)
  })

  it('heeft geen woord van het vak, op de casemanager na, die gezegd wordt', () => {
    const { from: _, readBy, ...words } = found ?? {}
    const hard = hardWordsIn(JSON.stringify({ words, readBy }))
    expect(hard.map(({ word }) => word).filter((word) => word !== 'casemanager')).toEqual([])
  })
})

it('is er alleen voor wie over iemand anders vraagt, en zolang het niet voorbij is', () => {
  expect(leaflet('aalst', 'vraag')).toBeUndefined()
  for (const soort of ['helpdesk', 'intervisie', 'teamcoaching', 'vorming'])
    expect(leaflet('ota', 'aanmelding', { trend: { soort } })).toBeUndefined()
  expect(leaflet('ota', 'aanmelding', { trend: {} })).toBeUndefined()
  for (const state of ['ingetrokken', 'afgesloten', 'doorverwezen', 'verplaatst'])
    expect(leaflet('aalst', 'lco-aanvraag', { state })).toBeUndefined()
})

it('noemt geen dag meer als er al een antwoord was', () => {
  expect(leaflet('aalst', 'lco-aanvraag', { state: 'toegewezen' })?.next).toEqual([
    'Daarna belt een casemanager. Die leidt het overleg.',
    'U kiest mee wanneer we samenzitten, en met wie.',
  ])
})
