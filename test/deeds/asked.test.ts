/** "Wacht op de aanvrager" keeps what we want to know: for whoever answers the phone, and in no mail (docs/domain.md §4). */
import { beforeEach, expect, it } from 'vitest'
import { dossierOf, type Filed, fileForm, fileRequest, place } from '../support/dossier.ts'
import { ota, otaStart } from '../support/forms.ts'
import { errorsIn } from '../support/lco.ts'
import { type NetworkDesk, openNetworkDesk } from './network-desk.ts'

const question = 'Kanarievraag: mogen we de school bellen?'
const phone = '/werkruimte/telefoon'

let desk: NetworkDesk
beforeEach(async () => {
  desk = await openNetworkDesk()
})

it('vraagt wat we willen weten; leeg gaat het niet, en wat getypt is blijft', async () => {
  const filed = await fileRequest(desk.work)
  const empty = await desk.press('Coördinator Aalst', filed, 'wachten')
  expect([empty.status, errorsIn(await empty.text())]).toEqual([422, ['Schrijf wat u wilt weten']])
  const long = 'x'.repeat(2001)
  const wrong = await desk.press('Coördinator Aalst', filed, 'wachten', { toelichting: long })
  expect([wrong.status, (await wrong.text()).includes(long)]).toEqual([422, true])
  expect((await dossierOf(desk.work, filed.reference)).state).toBe('ingediend')
})

it('staat boven het dossier zolang we wachten, verzegeld, en in geen mail', async () => {
  const filed = await fileRequest(desk.work)
  await desk.told()
  await desk.press('Coördinator Aalst', filed, 'wachten', { toelichting: question })
  const mails = await desk.mails()
  expect(mails.map(({ to }) => to)).toEqual(['noor@caw.example'])
  for (const { email } of mails) expect(`${email.subject}${email.text}${email.html}`).not.toContain('Kanarie')
  expect(JSON.stringify(await desk.work.items('loket'))).not.toContain('Kanarie')
  expect(await desk.applicantReads(filed)).toContain('We hebben een vraag voor u. Bel 053 00 00 00')
  expect(await desk.applicantReads(filed)).not.toContain('Kanarie')
  expect(await desk.reads('Coördinator Aalst', filed.path)).toContain(
    `Onze vraag aan de aanvrager: ${question} Gevraagd door Coördinator Aalst.`,
  )
  await desk.press('Coördinator Aalst', filed, 'hervatten')
  expect(await desk.reads('Coördinator Aalst', filed.path)).not.toContain('Onze vraag aan de aanvrager')
})

it('wie de telefoon opneemt, leest ze ook van wat een ander heeft, zonder iets van de antwoorden', async () => {
  const [one, other] = [
    await fileForm(desk.work, otaStart, ota.traject),
    await fileForm(desk.work, otaStart, ota.vorming),
  ]
  await desk.press('Coördinator OTA', one, 'wachten', { toelichting: question })
  const held = { state: 'wacht_op_aanvrager', holder: 'coordinator-ota' } as const
  await place(desk.work, one.reference, { ...held, paused: { from: 'toegewezen', on: '2026-11-23' } })
  const reads = await desk.reads('Bemiddelaar OTA', phone)
  expect(reads).toContain(`${question} bij Coördinator OTA ${one.reference}`)
  expect(reads).not.toContain(other.reference)
  expect(reads).not.toMatch(/Noor|praat ik met ouders/)
  // Looking is noted.
  const views = (await desk.work.items('loket')).filter((item) => JSON.stringify(item).includes('"telefoon"'))
  expect(JSON.stringify(views)).toContain(one.reference)
})

it('een tweede keer wachten toont de laatste vraag; een dossier van vroeger heeft er geen', async () => {
  const filed: Filed = await fileForm(desk.work, otaStart, ota.vorming)
  await place(desk.work, filed.reference, {
    ...{ state: 'wacht_op_aanvrager', paused: { from: 'geagendeerd', on: '2026-11-20' } },
  })
  expect(await desk.reads('Bemiddelaar OTA', phone)).toContain(
    `Er is geen vraag genoteerd. bij niemand ${filed.reference}`,
  )
  expect(await desk.reads('Coördinator OTA', filed.path)).not.toContain('Onze vraag aan de aanvrager')
  for (const toelichting of ['De eerste vraag', 'De tweede vraag']) {
    await desk.press('Coördinator OTA', filed, 'hervatten')
    await desk.press('Coördinator OTA', filed, 'wachten', { toelichting })
  }
  const reads = await desk.reads('Bemiddelaar OTA', phone)
  expect([reads.includes('De tweede vraag'), reads.includes('De eerste vraag')]).toEqual([true, false])
})

it('“Beantwoord” en “Sluit af” nemen een woord uitleg, dat niet moet', async () => {
  const [one, other] = [await fileRequest(desk.work), await fileRequest(desk.work)]
  const drempels = 'geen'
  expect((await desk.press('Coördinator Aalst', one, 'afsluiten', { drempels })).status).toBe(303)
  await desk.press('Coördinator Aalst', other, 'afsluiten', { drempels, toelichting: 'De cliënt verhuisde.' })
  expect(await desk.reads('Coördinator Aalst', other.path)).toContain('Afgesloten: De cliënt verhuisde.')
})
