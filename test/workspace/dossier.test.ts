/** One dossier over HTTP: what is shown, to whom, what is written down of it; two at once; notes, calls and the family. */
import { beforeAll, describe, expect, it } from 'vitest'
import { personOf } from '../../forms/kit/content.ts'
import { createDossiers } from '../../functions/shared/store/dossiers.ts'
import { createRelated } from '../../functions/shared/store/related.ts'
import { demoContent } from '../support/content.ts'
import { dossierOf, type Filed, fileRequest, fileVraag, hiddenOn, mailsOf, place } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { type Fields, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
let casemanager: Visitor
beforeAll(async () => {
  work = await startTestWorkspace()
  coordinator = await work.as('Coördinator Aalst')
  casemanager = await work.as('Casemanager Aalst')
})

const read = async (visitor: Visitor, path: string) => {
  const response = await visitor.get(path)
  const html = await response.text()
  return { status: response.status, html, words: wordsIn(html) }
}
/** Opens the small page of an action and sends it filled in. */
const act = async (visitor: Visitor, path: string, action: string, fields: Fields = {}) =>
  visitor.post(`${path}/${action}`, { ...(await hiddenOn(visitor, `${path}/${action}`)), ...fields })
const itemsOf = async (reference: string, kind: string) =>
  (await work.items('loket')).filter(
    ({ pk, sk }) => String(pk).endsWith(`#${reference}`) && String(sk).split('#')[0] === kind,
  )
const audit = async (reference: string) => (await itemsOf(reference, 'AUDIT')).map(({ who, what }) => `${who} ${what}`)

describe('de pagina', () => {
  let filed: Filed
  beforeAll(async () => {
    filed = await fileRequest(work, { changes: { criteria: { verblijf: 'weet_niet' } } })
  })

  it('toont alle antwoorden in de woorden van het formulier, over wie het gaat, en waar het staat', async () => {
    const { status, words, html } = await read(coordinator, filed.path)
    expect(status).toBe(200)
    for (const text of [
      'D-2041 ingediend twijfel CAW Voorbeeld, 9300 nog bij niemand LCO aanvraag',
      'Wat wil de cliënt zelf verbeterd zien? Eén aanspreekpunt, en rust in huis.',
      'Betrokken diensten Dienst Contactpersoon E-mailadres Rol bij de cliënt CAW Voorbeeld Noor Voorbeeld noor@caw.example Begeleiding',
      'Volgende stap: lees en beslis, tegen maandag 30 november 2026',
      'De aanvrager leest De coördinator leest uw aanvraag. Antwoord ten laatste op maandag 30 november 2026.',
      'Mail aan de aanvrager Naar noor@caw.example',
    ])
      expect(words).toContain(text)
    expect(html).toContain('<a href="tel:+32478123456">0478 12 34 56</a>')
    expect(html).not.toContain('mailto:')
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toContain('D-2041')
  })

  it('toont elk criterium met zijn uitkomst', async () => {
    const { html } = await read(coordinator, filed.path)
    const outcomes = [...html.matchAll(/data-criterium="(\w+)"><span class="tag \w+">([\w ]+)</g)].map(
      ([, name, text]) => `${name} ${text}`,
    )
    expect(outcomes).toEqual([
      'meerderjarig voldoet',
      'werkgebied voldoet',
      'diensten voldoet',
      'verblijf twijfel',
      'levensdomeinen voldoet',
      'fase voldoet',
    ])
  })

  it('toont na een intrekking geen uitkomst van criteria meer', async () => {
    const withdrawn = await fileRequest(work)
    expect((await read(coordinator, withdrawn.path)).html).toContain('data-criterium')
    expect((await act(coordinator, withdrawn.path, 'intrekken')).status).toBe(303)
    expect((await read(coordinator, withdrawn.path)).html).not.toContain('data-criterium')
  })

  it('de mails staan erbij, met wat ervan werd', async () => {
    const { words } = await read(coordinator, filed.path)
    expect(words).toContain('Bevestiging van ontvangst aan de aanvrager Wordt verstuurd')
    expect(words).toContain('Nieuwe aanvraag aan het triageadres')
    expect(words).toMatch(/Niet meer nodig \(\d\) Mail : De aanvraag is nog niet geopend aan de plaatsvervanger/)
  })

  it('de geschiedenis zegt wie wat deed, van waar naar waar', async () => {
    const { words } = await read(coordinator, filed.path)
    expect(words).toMatch(/maandag 23 november 2026 .*Stap : Voor het eerst geopend Coördinator Aalst, 10\./)
    expect(words).toMatch(/Stap : Ingediend De aanvrager, 10\./)
  })

  it.each([
    ['op tijd', '2026-11-30T22:59:59Z'],
    ['te laat', '2026-11-30T23:00:00Z'],
    ['doorgegeven', '2026-12-01T08:00:00Z'],
  ])('zegt wat de aanvrager leest, in diens eigen woorden: %s', async (_, at) => {
    const late = await startTestWorkspace()
    const { path, status } = await fileRequest(late)
    late.clock.now = new Date(at)
    const html = await (await late.visitor().get(status)).text()
    const [, told = ''] = /data-state="ingediend">(.*?)<\/div>/s.exec(html) ?? []
    const flat = (words: string) => words.replaceAll(/\s/g, '')
    const dossier = wordsIn(await (await (await late.as('Coördinator Aalst')).get(path)).text())
    expect(told).not.toBe('')
    expect(flat(dossier)).toContain(`Deaanvragerleest${flat(wordsIn(told))}`)
    await late.stop()
  })

  it('een ingetrokken dossier zegt dat de antwoorden gewist zijn, en wanneer de rest volgt', async () => {
    const { path, reference } = await fileRequest(work)
    expect((await act(coordinator, path, 'intrekken')).status).toBe(303)
    expect((await read(coordinator, path)).words).toContain('Eén aanspreekpunt')
    work.clock.later(86_401)
    const { words } = await read(await work.as('Coördinator Aalst'), path)
    expect(words).toContain('De antwoorden zijn gewist.')
    expect(words).not.toContain('Eén aanspreekpunt')
    expect(words).not.toContain('D-2041')
    expect(words).toMatch(/Wordt gewist op \w+ 2\d februari 2027/)
    work.clock.later(90 * 86_400)
    expect((await read(await work.as('Coördinator Aalst'), path)).status).toBe(404)
    expect((await dossierOf(work, reference)).state).toBe('ingetrokken')
    work.clock.later(-91 * 86_400 - 1)
  })
})

describe('wie wat mag zien', () => {
  let filed: Filed
  beforeAll(async () => {
    filed = await fileRequest(work)
  })
  const unknown = '/werkruimte/dossier/LCO-0000-0000-00'
  const withoutReference = (html: string) => html.replaceAll(/LCO-[\w-]+/g, '')

  it.each([
    ['Casemanager Aalst', 'van niemand'],
    ['Coördinator OTA', 'van een ander netwerk'],
    ['Bemiddelaar OTA', 'van een ander netwerk'],
  ])('%s: een dossier %s is er niet, net als een dat nooit bestond', async (name) => {
    const visitor = await work.as(name)
    const [there, nowhere] = [await read(visitor, filed.path), await read(visitor, unknown)]
    expect([there.status, nowhere.status]).toEqual([404, 404])
    expect(there.words).toContain('Deze link werkt niet.')
    expect(withoutReference(there.html)).toBe(withoutReference(nowhere.html))
    for (const [action, fields] of [
      ['toewijzen', { persoon: 'casemanager-aalst', revision: '1' }],
      ['notitie', { notitie: 'x', eenmalig: 'A'.repeat(22) }],
      ['contact', { contact: 'gebeld', eenmalig: 'A'.repeat(22) }],
      ['adres', { email: 'a@b.example', revision: '1' }],
      ['verwant', { referentie: filed.reference, revision: '1' }],
      ['mail/x/opnieuw', {}],
    ] as const)
      expect([action, (await visitor.post(`${filed.path}/${action}`, fields)).status]).toEqual([action, 404])
    for (const action of ['toewijzen', 'notitie', 'adres', 'verwant'])
      expect([action, (await visitor.get(`${filed.path}/${action}`)).status]).toEqual([action, 404])
    expect(await itemsOf(filed.reference, 'RAADPLEGING')).toEqual([])
    expect((await dossierOf(work, filed.reference)).revision).toBe(1)
  })

  it('een organisator en wie niet aangemeld is, horen evenmin of het bestaat', async () => {
    const organisator = await work.as('Organisator')
    for (const path of [filed.path, unknown]) {
      expect((await read(organisator, path)).words).toContain('Deze pagina is voor een andere rol.')
      expect((await work.visitor().get(path)).status).toBe(404)
    }
  })

  it('een casemanager ziet wat van haar is, tot ze het teruggeeft', async () => {
    const { path, reference } = await fileRequest(work)
    await act(coordinator, path, 'toewijzen', { persoon: 'casemanager-aalst', toch: 'ja' })
    expect((await read(casemanager, path)).words).toContain('D-2041 toegewezen')
    const fields = { ...(await hiddenOn(casemanager, `${path}/teruggeven`)), toelichting: 'Ik ken het gezin.' }
    for (const _ of ['een klik', 'een dubbelklik']) {
      const given = await casemanager.post(`${path}/teruggeven`, fields)
      expect([given.status, given.headers.get('location')]).toEqual([
        303,
        `/werkruimte?klaar=teruggeven&dossier=${reference}`,
      ])
    }
    expect((await read(casemanager, path)).status).toBe(404)
    expect((await audit(reference)).filter((line) => line.includes('teruggeven'))).toHaveLength(1)
  })

  it('elke inzage wordt genoteerd: wie, met welke sessie, een jaar lang', async () => {
    const { path, reference } = await fileRequest(work)
    for (const _ of [1, 2]) await coordinator.get(path)
    await coordinator.send(path, { method: 'HEAD' })
    const seen = await itemsOf(reference, 'RAADPLEGING')
    expect(seen).toHaveLength(2)
    for (const { who, session, ttl } of seen) {
      expect([who, typeof session]).toEqual(['coordinator-aalst', 'string'])
      expect(Number(ttl) - work.clock.now.getTime() / 1000).toBeCloseTo(365 * 86_400, -1)
    }
  })

  it('wie eerst opent, neemt de mail aan de plaatsvervanger terug; één keer, ook als twee het samen doen', async () => {
    const { path, reference } = await fileRequest(work)
    const pages = await Promise.all(
      [coordinator, await work.as('Coördinator Aalst')].map((visitor) => visitor.get(path)),
    )
    expect(pages.map(({ status }) => status)).toEqual([200, 200])
    expect((await audit(reference)).filter((line) => line.endsWith('geopend'))).toEqual(['coordinator-aalst geopend'])
    const unopened = (await mailsOf(work, reference)).find(({ mailId }) => mailId === 'ongeopend-1')
    expect([unopened?.cancelled, unopened?.dueAt]).toEqual([true, undefined])
  })
})

describe('twee tegelijk', () => {
  const assign = (visitor: Visitor, { path }: Filed, hidden: Fields, persoon: string) =>
    visitor.post(`${path}/toewijzen`, { ...hidden, persoon, toch: 'ja' })

  it.each([1, 2, 3])('de eerste wijst toe, de tweede leest wie haar voor was (%i)', async () => {
    const filed = await fileRequest(work)
    const both = [coordinator, await work.as('Coördinator Aalst')] as const
    const hidden = await hiddenOn(both[0], `${filed.path}/toewijzen`)
    const answers = await Promise.all([
      assign(both[0], filed, hidden, 'casemanager-aalst'),
      assign(both[1], filed, hidden, 'casemanager-aalst-2'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const { holder } = await dossierOf(work, filed.reference)
    const naam = personOf(demoContent('aalst'), holder)?.name
    const lost = answers.find(({ status }) => status === 409)
    expect(wordsIn((await lost?.text()) ?? '')).toContain(`Al genomen door ${naam}`)
    expect((await audit(filed.reference)).filter((line) => line.endsWith('toewijzen'))).toHaveLength(1)
    const tasks = (await mailsOf(work, filed.reference)).filter(
      ({ notification }) => notification.kind === 'taak' && notification.why === 'toegewezen',
    )
    expect(tasks.map(({ notification }) => 'person' in notification && notification.person)).toEqual([holder])
  })

  /** Two decisions that are both taken before either is stored; without looking at the revision when `blind`. */
  async function race(blind: boolean) {
    const dossiers = () => createDossiers(arena.connection)
    let arrived = 0
    let open: () => void = () => {}
    const both = new Promise<void>((resolve) => {
      open = resolve
    })
    const arena: TestWorkspace = await startTestWorkspace({
      changes: {
        dossiers: {
          submit: (input) => dossiers().submit(input),
          file: (input) => dossiers().file(input),
          relocate: (old, next) => dossiers().relocate(old, next),
          read: (reference, now) => dossiers().read(reference, now),
          readAll: (references, now) => dossiers().readAll(references, now),
          move: async (input) => {
            arrived += 1
            if (arrived === 2) open()
            await both
            if (!blind) return dossiers().move(input)
            for (;;) {
              const { revision } = await dossierOf(arena, input.before.reference)
              if ((await dossiers().move({ ...input, before: { ...input.before, revision } })) === 'moved')
                return 'moved'
            }
          },
        },
      },
    })
    const filed = await fileRequest(arena)
    const people = [await arena.as('Coördinator Aalst'), await arena.as('Coördinator Aalst')] as const
    const hidden = await hiddenOn(people[0], `${filed.path}/toewijzen`)
    const answers = await Promise.all([
      assign(people[0], filed, hidden, 'casemanager-aalst'),
      assign(people[1], filed, hidden, 'casemanager-aalst-2'),
    ])
    const tasks = (await mailsOf(arena, filed.reference)).filter(
      ({ notification }) => notification.kind === 'taak' && notification.why === 'toegewezen',
    )
    return [...answers.map(({ status }) => status).sort(), tasks.length]
  }

  it('ook als beiden beslisten voor een van beiden bewaard was', async () => {
    expect(await race(false)).toEqual([303, 409, 1])
  })

  it('controle: zonder de voorwaarde op de revisie krijgen twee mensen hetzelfde dossier', async () => {
    expect(await race(true)).toEqual([303, 303, 2])
  })

  it('na elkaar, elk met een verse pagina, lukt het allebei', async () => {
    const filed = await fileRequest(work)
    const first = await hiddenOn(coordinator, `${filed.path}/toewijzen`)
    expect((await assign(coordinator, filed, first, 'casemanager-aalst')).status).toBe(303)
    const again = await act(coordinator, filed.path, 'andere_casemanager', {
      persoon: 'casemanager-aalst-2',
      toch: 'ja',
    })
    expect(again.status).toBe(303)
    expect((await dossierOf(work, filed.reference)).holder).toBe('casemanager-aalst-2')
  })

  it('dezelfde klik twee keer is één toewijzing, en tweemaal hetzelfde antwoord', async () => {
    const filed = await fileRequest(work)
    const hidden = await hiddenOn(coordinator, `${filed.path}/toewijzen`)
    const answers = await Promise.all([1, 2, 3].map(() => assign(coordinator, filed, hidden, 'casemanager-aalst')))
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(
      Array(3).fill(`${filed.path}?klaar=toewijzen`),
    )
    expect((await audit(filed.reference)).filter((line) => line.endsWith('toewijzen'))).toHaveLength(1)
  })

  it('iets anders veranderde: het formulier komt terug met wat getypt is, en gaat dan door', async () => {
    const filed = await fileRequest(work)
    const hidden = await hiddenOn(coordinator, `${filed.path}/advies`)
    await coordinator.post(`${filed.path}/verlengen`, { ...hidden })
    const typed = { toelichting: 'Een lange uitleg', drempels: ['wachtlijst'] }
    const response = await coordinator.post(`${filed.path}/advies`, { ...hidden, ...typed })
    const html = await response.text()
    expect([response.status, wordsIn(html)]).toEqual([
      409,
      expect.stringContaining('Dit dossier is intussen veranderd'),
    ])
    expect(html).toContain('Een lange uitleg')
    const [, revision = ''] = /name="revision" value="(\d+)"/.exec(html) ?? []
    expect((await coordinator.post(`${filed.path}/advies`, { ...hidden, ...typed, revision })).status).toBe(303)
  })

  it('kan het niet meer, dan blijft de tekst in beeld', async () => {
    const filed = await fileRequest(work)
    const hidden = await hiddenOn(coordinator, `${filed.path}/advies`)
    await coordinator.post(`${filed.path}/afsluiten`, { ...hidden, drempels: 'geen' })
    const response = await coordinator.post(`${filed.path}/advies`, { ...hidden, toelichting: 'Een lange uitleg' })
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(wordsIn(html)).toContain('Dit dossier is intussen veranderd')
    expect(html).toContain('Een lange uitleg')
  })
})

describe('toewijzen', () => {
  const withService = (name: string) => fileRequest(work, { changes: { tafel: { 'betrokkenen[1].dienst': name } } })

  it.each([
    ...['OCMW Aalst', 'ocmw  aalst', 'Sociale dienst van OCMW-Aalst', 'OCMW', 'ÖCMW Aalst'],
    ...['OCMW van Aalst', 'O.C.M.W. Aalst', 'OC\u00adMW Aalst', 'Openbaar Centrum voor Maatschappelijk Welzijn Aalst'],
  ])(
    'waarschuwt als de eigen dienst (%s) aan tafel zit, voor en na de keuze, en doet het toch als u dat wil',
    async (name) => {
      const { path, reference } = await withService(name)
      const { words } = await read(coordinator, `${path}/toewijzen`)
      expect(words.match(/\(casemanager, OCMW Aalst\): [^(]* werkt bij een betrokken dienst/g)).toHaveLength(1)
      expect(words.match(/werkt bij een betrokken dienst/g)).toHaveLength(1)
      const response = await act(coordinator, path, 'toewijzen', { persoon: 'casemanager-aalst-2' })
      const html = await response.text()
      expect(response.status).toBe(200)
      expect(wordsIn(html)).toContain('Deze casemanager werkt bij een betrokken dienst. Toch toewijzen?')
      expect((await dossierOf(work, reference)).holder).toBeUndefined()
      const [, revision = ''] = /name="revision" value="(\d+)"/.exec(html) ?? []
      const fields = { revision, bij: '', persoon: 'casemanager-aalst-2', toch: 'ja' }
      expect((await coordinator.post(`${path}/toewijzen`, fields)).status).toBe(303)
      expect((await dossierOf(work, reference)).holder).toBe('casemanager-aalst-2')
    },
  )

  it.each(['Thuiszorg Voorbeeld', 'CPAS Aalst', 'OCMW Gent'])('zwijgt over %s', async (name) => {
    const { path } = await withService(name)
    expect((await read(coordinator, `${path}/toewijzen`)).words).not.toContain('werkt bij een betrokken dienst')
    expect((await act(coordinator, path, 'toewijzen', { persoon: 'casemanager-aalst-2' })).status).toBe(303)
  })

  it('toont wie hoeveel heeft, en wie afwezig is', async () => {
    const { path } = await fileRequest(work)
    await work.deps.absences.set(
      { network: 'aalst', person: 'casemanager-aalst-2' },
      { from: '2026-11-20', until: '2026-12-04' },
      { by: 'coordinator-aalst', auditId: 'x', now: work.clock.now, auditDays: 365 },
    )
    const { words } = await read(coordinator, `${path}/toewijzen`)
    expect(words).toMatch(/Casemanager Aalst \(casemanager, CAW Oost-Vlaanderen\): (\d+|geen) dossiers?/)
    expect(words).toContain('afwezig tot en met vrijdag 4 december 2026')
    expect(words).not.toContain('Organisator (')
  })
})

describe('wat ontbreekt', () => {
  let filed: Filed
  beforeAll(async () => {
    filed = await fileRequest(work)
  })
  it.each([
    ['toewijzen', {}, ['Kies wie dit dossier krijgt']],
    ['toewijzen', { persoon: 'organisator' }, ['Kies wie dit dossier krijgt']],
    ['toewijzen', { persoon: 'bemiddelaar-ota' }, ['Kies wie dit dossier krijgt']],
    [
      'doorverwijzen',
      {},
      ['Kies waar de cliënt terecht kan', 'Schrijf waarom', 'Kies minstens één drempel, of “Geen drempel”'],
    ],
    [
      'doorverwijzen',
      { aanbod: 'jac', toelichting: 'x', drempels: ['geen', 'kostprijs'] },
      ['Kies “Geen drempel” of een drempel, niet allebei'],
    ],
    ['advies', { toelichting: '85.07.30-033.28', drempels: 'geen' }, ['Vul geen rijksregisternummer in']],
    [
      'advies',
      { toelichting: 'é'.repeat(2001), drempels: 'geen' },
      ['1 teken te veel. U kunt hier hoogstens 2.000 tekens schrijven.'],
    ],
    ['afsluiten', { drempels: 'iets' }, ['Kies minstens één drempel, of “Geen drempel”']],
  ])('%s %j: 422, alles tegelijk, en wat ingevuld is blijft', async (action, fields: Fields, errors) => {
    const response = await act(coordinator, filed.path, action, fields)
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, errors])
    expect(html).toMatch(/<title>Fout: /)
    if (typeof fields.toelichting === 'string') expect(html).toContain(fields.toelichting)
    expect((await dossierOf(work, filed.reference)).state).toBe('ingediend')
  })

  it.each([
    ['31/11/2026', 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'],
    ['22/11/2026', 'Vul vandaag of een latere dag in'],
  ])('een evaluatie op %s', async (datum, error) => {
    const { path, reference } = await fileRequest(work)
    await place(work, reference, { state: 'overleg_gehouden', holder: 'casemanager-aalst' })
    const response = await act(casemanager, path, 'opvolgen', { datum })
    expect([response.status, errorsIn(await response.text())]).toEqual([422, [error]])
    expect((await act(casemanager, path, 'opvolgen', { datum: '23/11/2026' })).status).toBe(303)
  })
})

describe('doorverwijzen', () => {
  it('met reden en aanbod; na tien werkdagen wordt gevraagd of het lukte, en kan het opnieuw open', async () => {
    const { path, reference, status } = await fileRequest(work)
    const { words, html } = await read(coordinator, `${path}/doorverwijzen`)
    expect(words).toContain('Een telefoontje samen met de aanvrager')
    expect(words).toContain('053 00 00 14')
    // What the request is about comes first.
    expect([...html.matchAll(/<fieldset class="field domain"><legend>([^<]*)/g)].map(([, text]) => text)).toEqual([
      'Inkomen &amp; schulden',
      'Gezondheid',
      'Wonen &amp; energie',
      'Persoon, attitudes &amp; competenties',
      'Samenleving, instanties &amp; cultuur',
      '(steun)netwerk',
    ])
    const fields = { aanbod: 'caw', toelichting: 'Dit past beter bij het CAW.', drempels: ['wachtlijst'] }
    expect((await act(coordinator, path, 'doorverwijzen', fields)).headers.get('location')).toBe(
      `${path}?klaar=doorverwijzen`,
    )
    const page = await read(coordinator, `${path}?klaar=doorverwijzen`)
    expect(page.words).toContain('Doorverwezen. De aanvrager krijgt een mail.')
    expect(page.words).toContain('Doorverwezen: Dit past beter bij het CAW.')
    expect(page.words).toContain('Is de cliënt er geraakt? We vragen het op maandag 7 december 2026')
    expect(page.words).toContain(
      'Vraag of de doorverwijzing gelukt is aan de aanvrager Gepland voor maandag 7 december 2026, 9.00 uur',
    )
    expect((await read(work.visitor(), status)).words).toContain('Dit past beter: CAW Oost-Vlaanderen')
    expect((await dossierOf(work, reference)).trend.drempels).toEqual(['wachtlijst'])
    const { revision } = await dossierOf(work, reference)
    const again = await coordinator.post(`${path}/niet_aangekomen`, { revision: String(revision), bij: '' })
    expect(again.status).toBe(303)
    expect((await dossierOf(work, reference)).state).toBe('ingediend')
  })
})

describe('een verdachte aanvraag', () => {
  it('wordt vrijgegeven, en dan vertrekt ook de bevestiging', async () => {
    const { path, reference } = await fileRequest(work, { fast: true })
    expect((await read(coordinator, path)).words).toContain(
      'Tegengehouden: de aanvraag lijkt door een machine ingevuld',
    )
    const { revision } = await dossierOf(work, reference)
    expect((await coordinator.post(`${path}/vrijgeven`, { revision: String(revision), bij: '' })).status).toBe(303)
    expect((await dossierOf(work, reference)).suspect).toBe(false)
    const confirmation = (await mailsOf(work, reference)).find(({ notification }) => notification.kind === 'ontvangen')
    expect([confirmation?.status, confirmation?.released, confirmation?.dueAt]).toEqual([
      'wacht',
      true,
      work.clock.now.toISOString(),
    ])
    expect((await coordinator.get(`${path}/vrijgeven`)).status).toBe(409)
  })

  it('wordt ook vrijgegeven terwijl ze op de aanvrager wacht, met de knop in de lijst', async () => {
    const { path, reference } = await fileRequest(work, { fast: true })
    await act(coordinator, path, 'wachten', { toelichting: 'Welke dag past?' })
    expect((await read(coordinator, '/werkruimte?verdacht=1')).html).toContain(`${path}/vrijgeven`)
    expect((await act(coordinator, path, 'vrijgeven')).status).toBe(303)
    expect(await dossierOf(work, reference)).toMatchObject({ suspect: false, state: 'wacht_op_aanvrager' })
    const mails = await mailsOf(work, reference)
    expect(mails.filter(({ status }) => status === 'aangehouden')).toEqual([])
  })

  it('een tweede keer drukken verstuurt wat de eerste keer bleef liggen, en niets dubbel', async () => {
    const { path, reference } = await fileRequest(work, { fast: true })
    const { dossierMails } = work.deps
    const { revision } = await dossierOf(work, reference)
    const press = () => coordinator.post(`${path}/vrijgeven`, { revision: String(revision), bij: '' })
    work.deps.dossierMails = { ...dossierMails, sendAgain: () => Promise.reject(new Error('The store was down')) }
    expect((await press()).status).toBe(503)
    work.deps.dossierMails = dossierMails
    work.failures.length = 0
    for (const _ of ['second', 'third']) expect((await press()).status).toBe(303)
    const mails = await mailsOf(work, reference)
    expect(mails.filter(({ notification }) => notification.kind === 'ontvangen')).toMatchObject([
      { status: 'wacht', released: true, attempts: 0 },
    ])
  })
})

describe('contact en notities', () => {
  const once = 'B'.repeat(22)

  it('noteert een oproep één keer, ook na een dubbelklik', async () => {
    const { path, reference } = await fileRequest(work)
    const send = (contact: string, id = once) => coordinator.post(`${path}/contact`, { contact, eenmalig: id })
    const answers = await Promise.all([send('niet_bereikt'), send('niet_bereikt')])
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(
      Array(2).fill(`${path}?klaar=contact#tijdlijn`),
    )
    await send('gebeld')
    await send('teruggebeld', 'C'.repeat(22))
    const lines = (await work.deps.dossierFiles.read(reference, work.clock.now))?.lines
    expect(lines?.map(({ kind }) => kind)).toEqual(['niet_bereikt', 'gebeld', 'teruggebeld'])
    expect((await send('notitie')).status).toBe(400)
    expect((await send('gebeld', 'kort')).status).toBe(400)
  })

  it('verzegelt notities: in de opslag is niets te lezen', async () => {
    const { path, reference } = await fileRequest(work)
    const text = 'De buurvrouw Kanariegeel belde.'
    const send = (notitie: string) => coordinator.post(`${path}/notitie`, { notitie, eenmalig: once })
    for (const _ of [1, 2]) expect((await send(text)).headers.get('location')).toBe(`${path}?klaar=notitie#tijdlijn`)
    expect((await send('Een andere notitie, na terug te gaan')).status).toBe(303)
    await act(coordinator, path, 'advies', { toelichting: 'Advies Kanariegeel', drempels: 'geen' })
    const { words } = await read(coordinator, path)
    for (const shown of [text, 'Een andere notitie, na terug te gaan', 'Advies gegeven: Advies Kanariegeel'])
      expect(words).toContain(shown)
    expect(words.split(text)).toHaveLength(2)
    const stored = JSON.stringify((await work.items('loket')).filter(({ pk }) => String(pk).includes(reference)))
    expect(stored).not.toContain('Kanariegeel')
    expect(stored.match(/"sealed":"eyJ/g)?.length).toBe(4) // the answers and three notes
  })

  it.each([
    ['', 'Schrijf een notitie'],
    ['Nummer 85.07.30-033.28', 'Vul geen rijksregisternummer in'],
    ['a'.repeat(2010), '10 tekens te veel. U kunt hier hoogstens 2.000 tekens schrijven.'],
  ])('weigert %j met de reden', async (notitie, error) => {
    const { path } = await fileRequest(work)
    const response = await coordinator.post(`${path}/notitie`, { notitie, eenmalig: once })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [error]])
    expect(html).toContain(notitie)
  })

  it('een vol logboek zegt dat, en de tekst blijft; een doorverwijzing gaat nog door', async () => {
    const { path, reference } = await fileRequest(work)
    for (let index = 0; index < 90; index += 1) {
      const line = {
        id: `${index}`,
        at: work.clock.now.toISOString(),
        who: 'coordinator-aalst',
        kind: 'gebeld' as const,
      }
      expect(await work.deps.logbook.add(reference, line)).toBe('added')
    }
    const response = await coordinator.post(`${path}/notitie`, { notitie: 'Te veel', eenmalig: once })
    const html = await response.text()
    expect([response.status, errorsIn(html)[0]]).toEqual([422, expect.stringContaining('Er is geen plaats meer')])
    expect(html).toContain('Te veel')
    expect((await coordinator.post(`${path}/contact`, { contact: 'gebeld', eenmalig: once })).status).toBe(409)
    expect((await act(coordinator, path, 'advies', { toelichting: 'Nog net', drempels: 'geen' })).status).toBe(303)
  })

  it('wie intussen afgemeld werd, verliest niets', async () => {
    const { path } = await fileRequest(work)
    const away = await work.as('Coördinator Aalst')
    const hidden = await hiddenOn(away, `${path}/advies`)
    work.clock.later(31 * 60)
    const ended = await away.post(`${path}/advies`, { ...hidden, toelichting: 'Veel getypt', drempels: ['geen'] })
    const html = await ended.text()
    expect([ended.status, wordsIn(html)]).toEqual([401, expect.stringContaining('Uw tekst is bewaard.')])
    const kept = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    )
    coordinator = await work.as('Coördinator Aalst')
    casemanager = await work.as('Casemanager Aalst')
    expect((await coordinator.post(`${path}/advies`, kept)).status).toBe(303)
    expect((await read(coordinator, path)).words).toContain('Advies gegeven: Veel getypt')
  })
})

describe('zelfde gezin', () => {
  it('verbindt twee dossiers, aan beide kanten, en maakt ze weer los', async () => {
    const [one, two] = [await fileRequest(work), await fileVraag(work)]
    const typed = two.reference.toLowerCase().replaceAll('-', ' ')
    expect((await act(coordinator, one.path, 'verwant', { referentie: typed })).headers.get('location')).toBe(
      `${one.path}?klaar=verwant#verwant`,
    )
    expect([(await dossierOf(work, one.reference)).related, (await dossierOf(work, two.reference)).related]).toEqual([
      [two.reference],
      [one.reference],
    ])
    expect((await read(coordinator, two.path)).html).toContain(`<a class="reference" href="${one.path}">`)
    for (const { reference } of [one, two]) expect(await audit(reference)).toContain('coordinator-aalst verwant')

    const { revision } = await dossierOf(work, two.reference)
    const loosen = { los: one.reference, revision: String(revision) }
    for (const _ of [1, 2]) expect((await coordinator.post(`${two.path}/verwant`, loosen)).status).toBe(303)
    for (const { reference } of [one, two]) {
      expect((await dossierOf(work, reference)).related).toEqual([])
      expect((await audit(reference)).filter((line) => line.endsWith('niet verwant'))).toHaveLength(1)
    }
  })

  it.each([
    ['onbestaand', 'LCO-0000-0000-00', 'We vinden geen ander dossier met deze referentie dat u mag openen'],
    ['onleesbaar', 'dossier 3', 'We vinden geen ander dossier met deze referentie dat u mag openen'],
    ['leeg', '', 'Vul een referentie in, bijvoorbeeld ABC-7K3M-9QX2-4T'],
  ])('%s', async (_, referentie, error) => {
    const { path } = await fileRequest(work)
    const response = await act(coordinator, path, 'verwant', { referentie })
    expect([response.status, errorsIn(await response.text())]).toEqual([422, [error]])
  })

  it('niet met zichzelf, en een casemanager alleen met wat van haar is', async () => {
    const [one, two] = [await fileRequest(work), await fileRequest(work)]
    expect((await act(coordinator, one.path, 'verwant', { referentie: one.reference })).status).toBe(422)
    await place(work, one.reference, { state: 'toegewezen', holder: 'casemanager-aalst' })
    expect((await act(casemanager, one.path, 'verwant', { referentie: two.reference })).status).toBe(422)
    await place(work, two.reference, { state: 'toegewezen', holder: 'casemanager-aalst' })
    expect((await act(casemanager, one.path, 'verwant', { referentie: two.reference })).status).toBe(303)
  })

  it('een van beide veranderde intussen: er is niets half', async () => {
    const [one, two] = [await fileRequest(work), await fileRequest(work)]
    const [left, right] = [await dossierOf(work, one.reference), await dossierOf(work, two.reference)]
    await place(work, two.reference, { state: 'ingediend' })
    const change = { who: 'coordinator-aalst', auditId: 'x', now: work.clock.now, auditDays: 365 }
    expect(await createRelated(work.connection).link(left, right, change)).toBe('changed')
    expect((await dossierOf(work, one.reference)).related).toEqual([])
  })
})
