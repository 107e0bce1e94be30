/** How large each kind of item becomes with the greatest that is accepted: the column of docs/decisions/003. */
import { beforeAll, expect, it } from 'vitest'
import { fileRequest } from '../support/dossier.ts'
import { answer, openForm, pathOf, personalPath, putEvent } from '../support/events.ts'
import { fillForm, ota, otaStart } from '../support/forms.ts'
import { fileGreatest, greatestPages, postRaw, texts } from '../support/greatest.ts'
import { itemSize } from '../support/item-size.ts'
import { referenceIn } from '../support/lco.ts'
import type { Fields, Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
/** In the cloud a seal names a KMS key by its id and wraps with 3072 bits: so many bytes more than here. */
const sealedInCloud = 220

const listed = [
  'DOSSIER DOSSIER',
  'DOSSIER LOGBOEK',
  'OUTBOX MAIL',
  'OUTBOX ADRES',
  'GENODIGDE GENODIGDE',
  'ACTIVITEIT ACTIVITEIT',
]

let work: TestWorkspace
let coordinator: Visitor
let sizes: Map<string, number>

/** The first of the texts, the largest first, that a page takes. */
async function largest(send: (text: string) => Promise<Response>): Promise<void> {
  for (const text of texts) if ((await send(text)).status === 303) return
  throw new Error('None of the texts is accepted')
}

beforeAll(async () => {
  work = await startTestWorkspace({ now: april })
  coordinator = await work.as('Coördinator Aalst')
  const machine = work.visitor()
  const pages = await greatestPages(machine)
  const wait = () => work.clock.later(10)
  const reference = referenceIn(await (await machine.get(await fileGreatest(machine, pages, wait))).text()) ?? ''
  const path = `/werkruimte/dossier/${reference}`
  for (let number = 0; number < 3; number += 1)
    await largest((notitie) => postRaw(coordinator, `${path}/notitie`, { notitie, eenmalig: `${number}`.repeat(22) }))
  await coordinator.get(path)
  // A list shows this whole: what is longer is cut.
  const shown = '"'.repeat(100)
  const family = await fileRequest(work, {
    changes: { gegevens: { organisatie: shown }, client: { client_aanduiding: shown } },
  })
  await coordinator.post(`${path}/verwant`, { referentie: family.reference })
  for (let line = 0; line < 90; line += 1) {
    const at = work.clock.now.toISOString()
    const called = { id: `${line}`.padStart(22, 'x'), at, who: 'coordinator-aalst', kind: 'gebeld' as const }
    await work.deps.logbook.add(reference, called)
  }
  // A team, an event, and who answers too late along a personal link: that is kept beside the first answer.
  const check = await fillForm(machine, otaStart, ota.traject)
  await machine.post(check)
  const vraag = (id: string) => ({ id, soort: 'tekst' as const, vraag: `Vraag ${id}`, keuzes: [] })
  const vragen = ['eigen_1', 'eigen_2', 'eigen_3'].map(vraag)
  const event = await putEvent(work.connection, { capaciteit: 20, vragen })
  const known: Fields = { ...answer, naam: 'Noor', organisatie: 'CAW', functie: '', opmerking: '' }
  const words: Record<string, string> = {}
  await machine.post(pathOf(event), { ...(await openForm(work, machine, pathOf(event))), ...known })
  const personal = await personalPath(work, event, answer.email)
  const colleagues = ['collega[0].naam', 'collega[1].naam', 'collega[1].functie']
  const shorter = texts.flatMap((text) => [1, 2, 4, 8].map((part) => text.slice(0, text.length / part)))
  for (const name of ['opmerking', 'naam', 'organisatie', 'functie', ...colleagues, ...vragen.map(({ id }) => id)])
    for (const text of shorter) {
      const { email: _, ...own } = { ...known, ...words, [name]: text } as Record<string, string>
      if ((await postRaw(machine, personal, own)).status !== 303) continue
      words[name] = text
      break
    }
  expect(Object.keys(words)).toHaveLength(10)
  // After the deadline all of it once more, beside the first answer.
  work.clock.now = new Date('2021-05-22T08:00:00Z')
  const { email: _, ...own } = { ...known, ...words, antwoord: 'ja' } as Record<string, string>
  expect((await postRaw(machine, `${personal}/te-laat`, own)).status).toBe(303)
  await makeGreatest()
  for (const list of ['/werkruimte', '/werkruimte/week']) await coordinator.get(list)
  sizes = new Map<string, number>()
  for (const item of [...(await work.items('loket')), ...(await work.items('drafts'))]) {
    const kind = kindOf(item)
    sizes.set(kind, Math.max(sizes.get(kind) ?? 0, itemSize(item)))
  }
}, 120_000)

/** An event with every text as long as it is taken, as many days as fit, and questions of its own. */
async function makeGreatest(): Promise<void> {
  const organiser = await work.as('Coördinator Aalst')
  const day = (index: number): Fields => ({
    [`dagen[${index}].datum`]: `${index + 2}/9/2021`,
    [`dagen[${index}].van`]: '9.30',
    [`dagen[${index}].tot`]: '16.30',
  })
  const fields: Record<string, string | readonly string[]> = {
    ...{ titel: 'x', soort: 'vorming', voor_wie: 'x', omschrijving: 'x', datum: '1/9/2021', van: '9', tot: '12' },
    ...{ vorm: 'hybride', plaats: 'x', deadline: '20/8/2021', toegang: 'op_uitnodiging', capaciteit: '99999' },
    ...{ vraag: ['maaltijd', 'tolk', 'casus', 'aantal'], per_sessie: 'ja', extra_herinnering: 'ja' },
    ...Object.assign({}, ...Array.from({ length: 9 }, (_, index) => day(index))),
  }
  const words = ['titel', 'ondertitel', 'voor_wie', 'plaats', 'uitnodiger', 'reden', 'eigen[0].vraag', 'omschrijving']
  const longer = texts.flatMap((text) => [text, text.slice(0, text.length / 2)])
  for (const name of words)
    for (const text of longer) {
      const { status } = await postRaw(organiser, '/werkruimte/activiteiten/nieuw', { ...fields, [name]: text })
      if (status !== 303) continue
      fields[name] = text
      break
    }
}

/** By partition and sort key, without what is different in each. */
function kindOf({ pk, sk }: Record<string, unknown>): string {
  if (pk === undefined) return 'drafts'
  const [partition = '', sort = ''] = [`${pk}`.split('#')[0], `${sk}`.split('#')[0]]
  return [partition, `${sk}`.startsWith('LOGBOEK#') ? 'LOGBOEK#' : sort].join(' ')
}

it('geen enkel item is groter dan 128 KB', () => {
  expect([...sizes].filter(([, size]) => size > 128 * 1024)).toEqual([])
})

it('elke soort item is gemeten', () => {
  expect([...sizes.keys()]).toEqual(
    expect.arrayContaining([...listed, 'DOSSIER ANTWOORDEN', 'DOSSIER LOGBOEK#', 'drafts']),
  )
})

it('van een activiteit is de grootste gemeten die aanvaard wordt', () => {
  expect(sizes.get('ACTIVITEIT ACTIVITEIT')).toBeGreaterThan(3000)
})

it('wat lijsten lezen, is nooit groter dan 4 KB', () => {
  const large = listed.map((kind) => [kind, (sizes.get(kind) ?? 0) + (kind === 'DOSSIER DOSSIER' ? sealedInCloud : 0)])
  expect(large.filter(([, size]) => Number(size) > 4096)).toEqual([])
})
