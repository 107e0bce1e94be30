/** What a network has, from its file and from what is stored of it; and what is wrong with what somebody wants to store. */
import { describe, expect, it } from 'vitest'
import { networks } from '../../forms/index.ts'
import { contentOf, offerOf, withoutOfFile } from '../../forms/kit/content.ts'
import { contentSchema, type StoredContent } from '../../forms/kit/content-schema.ts'
import { contentProblems } from '../../forms/kit/problems/content-problems.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { demoContentOf } from '../../functions/local/demo-content.ts'

const demo = demoContentOf(aalst)
const { caw, ...others } = aalst.aanbod
if (!caw) throw new Error('Aalst has no caw')
const changed = { ...withoutOfFile(caw), name: 'CAW, nieuw onthaal', phone: '053 99 99 99' }
/** What the file says of it beside its words. */
const { postcodes = [] } = caw

describe('wat een netwerk heeft', () => {
  it('zonder iets bewaard: niemand, geen postbus, en het aanbod van zijn bestand', () => {
    expect(contentOf(aalst)).toEqual({ ...contentSchema.parse({}), aanbod: aalst.aanbod })
  })

  it('van een aanbod dat iemand veranderde alles, van de andere wat in het bestand staat', () => {
    const { aanbod } = contentOf(aalst, contentSchema.parse({ aanbod: { caw: changed } }))
    expect([aanbod.caw, aanbod.jac]).toEqual([{ ...changed, postcodes }, aalst.aanbod.jac])
    expect(Object.keys(aanbod)).toEqual(Object.keys(aalst.aanbod))
  })

  it('een aanbod met een nieuwe sleutel houdt wat onder de oude bewaard is, en wordt onder beide gevonden', () => {
    const renamed = { aanbod: { ...others, onthaal: { ...caw, formerly: ['caw'] } } }
    const content = contentOf(renamed, contentSchema.parse({ aanbod: { caw: changed } }))
    expect(content.aanbod.onthaal).toEqual({ ...changed, postcodes, formerly: ['caw'] })
    expect(offerOf(content, 'caw')).toBe(offerOf(content, 'onthaal'))
  })

  it('een sleutel die het bestand niet kent, is een aanbod dat iemand toevoegde: achteraan', () => {
    const content = contentOf(aalst, contentSchema.parse({ aanbod: { fietsen: { ...changed, postcodes: ['9300'] } } }))
    expect(offerOf(content, 'fietsen')).toEqual({ ...changed, postcodes: ['9300'] })
    expect(Object.keys(content.aanbod)).toEqual([...Object.keys(aalst.aanbod), 'fietsen'])
    expect(['toString', '__proto__'].map((key) => offerOf(content, key))).toEqual([undefined, undefined])
  })

  it('een plaats of een formulier die iemand wegnam, is er geen, ook als het bestand er een heeft', () => {
    const { aanbod } = contentOf(
      aalst,
      contentSchema.parse({ aanbod: { caw: { ...changed, postcodes: [], form: '' } } }),
    )
    expect([aanbod.caw?.postcodes, aanbod.caw?.form]).toEqual([undefined, undefined])
  })

  it.each<[string, unknown, Partial<StoredContent>]>([
    ['leeg', {}, { people: [], mailboxes: {}, templates: [], abbreviations: {}, aanbod: {} }],
    ['zonder aanbod', { people: demo.people, mailboxes: demo.mailboxes }, { people: demo.people, aanbod: {} }],
    ['met wat een nieuwere versie erbij schrijft', { ...demo, toekomst: ['2027-01-02'] }, demo],
    [
      'met een persoon waarvan een nieuwere versie meer weet',
      { people: demo.people.map((person) => ({ ...person, toekomst: 'x' })) },
      { people: demo.people },
    ],
  ])('wat bewaard is, blijft leesbaar: %s', (_, stored, expected) => {
    expect(contentSchema.parse(stored)).toMatchObject(expected)
  })
})

describe('wat iemand wil bewaren', () => {
  it.each(networks)('van $name: de demo is in orde', (network) => {
    expect(contentProblems(network, demoContentOf(network))).toEqual([])
  })

  it.each(['106', '1712', '0478/12.34.56', '+31 20 123 4567', '053 00 00 11'])(
    'een nummer dat je kunt bellen: %s',
    (phone) => {
      expect(contentProblems(aalst, { aanbod: { caw: { ...changed, phone } } })).toEqual([])
    },
  )

  const [person] = demo.people
  if (!person) throw new Error('Nobody in the demo')
  const withPerson = (change: object) => ({ ...demo, people: [{ ...person, ...change }] })
  const [template] = demo.templates
  const withTemplate = (change: object) => ({ ...demo, templates: [{ ...template, ...change }] })
  const withOffer = (change: object) => ({ ...demo, aanbod: { caw: { ...changed, ...change } } })

  it.each<[string, unknown, string[]]>([
    [
      'een rol',
      withPerson({ role: 'casemanger' }),
      ['person `coordinator-aalst` has role `casemanger`. Did you mean `casemanager`?'],
    ],
    [
      'twee keer dezelfde persoon',
      { ...demo, people: [person, person] },
      ['person `coordinator-aalst` is there twice.'],
    ],
    ['een id dat iets anders betekent', withPerson({ id: 'niemand' }), ['person `niemand`: an id is']],
    ['een id dat in geen adres past', withPerson({ id: 'Jan#1' }), ['person `Jan#1`: an id is']],
    ['een adres', withPerson({ email: 'jan at dienst' }), ['person `coordinator-aalst` has `jan at dienst`']],
    ['een adres met hoofdletters', withPerson({ email: 'Jan@CAW.be' }), ['Write it as `Jan@caw.be`.']],
    ['een postbus', { ...demo, mailboxes: { triage: 'a@b' } }, ['mailbox `triage` has `a@b`, which is no address.']],
    ['een nummer', withPerson({ phone: '053 00 00' }), ['person `coordinator-aalst` has `053 00 00`, which nobody']],
    [
      'een nummer van een aanbod',
      withOffer({ phone: 'bel ons' }),
      ['offer `caw` has `bel ons`, which nobody can dial.'],
    ],
    ['een aanbod', { aanbod: { cav: changed } }, ['has offer `cav`. Did you mean `caw`?']],
    [
      'een levensdomein',
      withOffer({ levensdomeinen: ['wonen'] }),
      ['offer `caw` is in levensdomein `wonen`. Did you mean'],
    ],
    [
      'een website',
      withOffer({ website: 'http://caw.be' }),
      ['offer `caw` has website `http://caw.be`, without https.'],
    ],
    [
      'een afkorting',
      { ...demo, abbreviations: { SVK: ' – ' } },
      ['abbreviation `SVK` stands for ` – `: both need a letter'],
    ],
    ['een naam die niemand leest', withOffer({ fone: '1' }), ['aanbod.caw.fone is nothing that is stored.']],
    ['een tekst met een gat', withOffer({ goal: 'Voor {wie}' }), ['aanbod.CAW, nieuw onthaal.goal fills in `wie`']],
    ['een bericht met een gat', withTemplate({ sentences: ['Bel {naam}.'] }), ['fills in `naam`']],
    ['een sleutel van een bericht', withTemplate({ key: 'Bel mij' }), ['templates.0.key: ']],
    ['een bericht zonder zin', withTemplate({ sentences: [] }), ['templates.0.sentences: ']],
    ['een datum', withOffer({ checkedOn: '2026-02-30' }), ['aanbod.caw.checkedOn: ']],
    ['geen naam', withPerson({ name: undefined }), ['people.0.name: ']],
    ['te veel', withOffer({ goal: 'x'.repeat(120_000) }), ['it all takes 12']],
    ['niets', 'x', ['it all: ']],
  ])('zegt wat er fout is, met het dichtste woord: %s', (_, given, expected) => {
    expect(contentProblems(aalst, given)).toEqual(expected.map((text) => expect.stringContaining(text)))
  })
})
