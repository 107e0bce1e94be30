/**
 * The trap catches no people (docs/domain.md §3.11): a browser or password manager that fills in somebody's details leaves it
 * empty. The headless shell of these tests has no autofill to ask (`Autofill.setAddresses` of the DevTools protocol is not
 * in it), so the field is held against the vocabulary by which they recognise a field. Ours, after:
 * - Chromium, components/autofill/core/common/autofill_regex_constants and form_parsing/regex_patterns
 * - Firefox, toolkit/components/formautofill/shared/HeuristicsRegExp
 * - Bitwarden, apps/browser/src/autofill/services/autofill-constants
 * each of which looks at name, id, label, placeholder and autocomplete.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { answer, inviteeOf, openForm, pathOf, putEvent } from '../support/events.ts'
import { begin, fillIn, lcoStart, openVraag, vraagPath } from '../support/lco.ts'
import { fieldsIn } from '../support/visitor.ts'

const recognised: Readonly<Record<string, RegExp>> = {
  person: /name|naam|nom|title|aanspreking|prefix|suffix|initials|voorletter|first$|last$|middle|gender|geslacht/i,
  organisation: /company|business|organi[sz]|firma|societe|bedrijf|department|dienst|functie|job/i,
  address: /addr|adres|stra(at|ss|ß)|street|house|huis|number|nummer|suite|unit|bus\b|line|lookup/i,
  place: /city|town|ville|commune|stad|gemeente|plaats|state|county|region|province|provincie|land|countr|area/i,
  postcode: /zip|post|pcode|pin|\bc[ape]p\b/i,
  mail: /e.?mail|courriel|mail/i,
  phone: /phone|mobile|tel|gsm|contact|fax|\bext|prefix|code/i,
  card: /card|kaart|carte|\bcc|cvc|cvv|csc|cid|verif|expir|exp|month|maand|year|jaar|iban|bic|account|rekening/i,
  login: /user|login|log.?in|pass|pwd|wachtwoord|secret|otp|token|captcha|id$|nick/i,
  web: /website|web|url|site|home.?page|link|http/i,
  date: /date|datum|birth|geboorte|bday|day|dag|age$|leeftijd/i,
  search: /^q$|search|query|zoek|find|keyword/i,
  money: /price|rate|cost|prix|tarif|promo|coupon|amount|bedrag/i,
  travel: /passport|passeport|flight|arrival|departure|document/i,
}
const recognise = (text: string) => Object.keys(recognised).filter((kind) => recognised[kind]?.test(text))

interface Field {
  name: string
  marks: string[]
  type: string
  tag: string
}

/** The text fields of a page, with everything by which one is recognised. */
function fieldsOn(html: string): Field[] {
  return [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => {
    const [name = '', id = '', type = 'text', placeholder = ''] = ['name', 'id', 'type', 'placeholder'].map(
      (attribute) => new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1],
    )
    const label = new RegExp(`<label for="${id}"[^>]*>([^<]*)`).exec(html)?.[1] ?? ''
    return { name, type, tag, marks: [name, id, placeholder, label].filter(Boolean) }
  })
}

let loket: TestLoket
let pages: Record<string, string>
beforeAll(async () => {
  loket = await startTestLoket(new Date('2021-04-23T08:00:00Z'))
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft)
  const event = await putEvent(loket.connection)
  const paths = [`${draft}/criteria`, `${draft}/gegevens`, `${draft}/later`, `${lcoStart}/vraag`, pathOf(event)]
  pages = Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await (await visitor.get(path)).text()] as const)),
  )
})

describe('het valveld', () => {
  it('staat op elk formulier, en niets ervan lijkt op wat een browser invult', () => {
    for (const [path, html] of Object.entries(pages)) {
      const traps = fieldsOn(html).filter(({ name }) => name === trapField)
      expect([path, traps.length]).toEqual([path, 1])
      for (const { marks, type, tag } of traps) {
        expect(marks.map((mark) => [mark, recognise(mark)])).toEqual(marks.map((mark) => [mark, []]))
        expect(marks.length).toBeGreaterThanOrEqual(2)
        expect(type).toBe('text')
        expect(tag).toContain('autocomplete="off"')
        // Nobody comes to it with a keyboard or a screen reader.
        expect(tag).toContain('tabindex="-1"')
      }
    }
  })

  it.each(['website', 'url', 'homepage', 'company', 'fax', 'email2', 'naam', 'straat', 'confirm_email', 'code'])(
    'zo herkennen ze wel: %s',
    (name) => expect(recognise(name)).not.toEqual([]),
  )

  it('wie alles laat invullen wat een browser herkent, is geen verdachte', async () => {
    const event = await putEvent(loket.connection)
    const visitor = loket.visitor()
    const hidden = await openForm(loket, visitor, pathOf(event))
    const html = await (await visitor.get(pathOf(event))).text()
    const profile: Record<string, string> = { ...answer, email: 'ingevuld@caw.example' }
    const filled = fieldsOn(html)
      .filter(({ type, marks }) => type !== 'hidden' && type !== 'radio' && marks.flatMap(recognise).length > 0)
      .map(({ name }) => [name, profile[name] ?? 'https://van.mij.example'])
    // A control: the browser did fill in something.
    expect(filled.map(([name]) => name)).toEqual(expect.arrayContaining(['naam', 'organisatie', 'email']))
    await visitor.post(pathOf(event), { ...hidden, antwoord: 'ja', ...Object.fromEntries(filled) })
    expect(await inviteeOf(loket, event, 'ingevuld@caw.example')).toMatchObject({ antwoord: 'ja', verdacht: false })
  })
})

it('een vraag die een dag openstond, mag meteen opnieuw verzonden worden', async () => {
  const visitor = loket.visitor()
  const form = await openVraag(visitor)
  loket.clock.later(86_400 + 1)
  const late = await visitor.post(vraagPath, form)
  expect(late.status).toBe(422)
  const { formulier = [] } = fieldsIn(await late.text())
  loket.clock.later(1)
  expect((await visitor.post(vraagPath, { ...form, formulier })).status).toBe(303)
  const dossiers = (await loket.items('loket')).filter(({ sk, form }) => sk === 'DOSSIER' && form === 'vraag')
  expect(dossiers.map(({ suspect }) => suspect)).toEqual([false])
})
