/** The words that paper for a client does not have, and how they are found in what people type (docs/words.md). */
import { describe, expect, it } from 'vitest'
import { hardWordsIn } from '../../forms/kit/plan/hard-words.ts'

const wordsOf = (text: string): string[] => hardWordsIn(text).map(({ word }) => word)

describe('een moeilijk woord', () => {
  it.each([
    ['Samen een traject starten', 'traject'],
    ['De gezinstrajecten bekijken', 'gezinstrajecten'],
    ['Alles OPVOLGEN tot de zomer', 'OPVOLGEN'],
    ['Voor opvolging zorgen', 'opvolging'],
    ['Dit wordt goed opgevolgd.', 'opgevolgd'],
    ['Begeleiding zoeken', 'Begeleiding'],
    ['Een budgetbegeleider vragen', 'budgetbegeleider'],
    ['Tijd voor consolidatie', 'consolidatie'],
    ['De doelstellingen nalezen', 'doelstellingen'],
    ['Werken rond de problematiek', 'problematiek'],
    ['Met de hulpverlener praten', 'hulpverlener'],
    ['De casemanager bellen', 'casemanager'],
    ['De spilfiguur belt', 'spilfiguur'],
    ['Haar vertrouwensfiguur komt mee', 'vertrouwensfiguur'],
    ['Een vertrouwenspersoon kiezen', 'vertrouwenspersoon'],
    ['Doorverwijzen naar het OCMW', 'Doorverwijzen'],
    ['Zij is doorverwezen', 'doorverwezen'],
    ['De school verwijst door naar het CLB', 'verwijst door'],
    ['Afstemmen met de school', 'Afstemmen'],
    ['Dat is afgestemd', 'afgestemd'],
    ['Jan motiveren om te gaan', 'motiveren'],
    ['Ze is gemotiveerd', 'gemotiveerd'],
    ['Activering via het OCMW', 'Activering'],
    ['Aanklampend werken', 'Aanklampend'],
    ['Empowerment van het gezin', 'Empowerment'],
    ['Een screening laten doen', 'screening'],
    ['De indicatiestelling aanvragen', 'indicatiestelling'],
    ['Een intakegesprek plannen', 'intakegesprek'],
    ['Budgetbeheer opstarten', 'Budgetbeheer'],
    ['Het netwerk versterken', 'netwerk'],
    ['Elk levensdomein bekijken', 'levensdomein'],
    ['Tot de evaluatie', 'evaluatie'],
    ['Dat is geëvalueerd', 'geëvalueerd'],
    ['Een actiepunt opschrijven', 'actiepunt'],
    ['Gelieve te bellen', 'Gelieve'],
    ['Bellen indien nodig', 'indien'],
    ['De papieren dienen te worden ingevuld', 'dienen te'],
    ['U dient zich te melden, u dient te bellen', 'dient te'],
    ['Inzake de huur', 'Inzake'],
    ['Teneinde te sparen', 'Teneinde'],
    ['Conform het contract', 'Conform'],
    ['Bellen m.b.t. de huur', 'm.b.t.'],
    ['Bellen mbt de huur', 'mbt'],
    ['Een plan i.f.v. werk', 'i.f.v.'],
    ['N.a.v. de brief', 'N.a.v.'],
    ['Het cliëntoverleg voorbereiden', 'cliëntoverleg'],
    ['Het clie\u0308ntoverleg voorbereiden', 'cliëntoverleg'],
  ])('%s', (text, word) => {
    expect(wordsOf(text)).toEqual([word])
  })

  it.each([
    'De aanvraag indienen op het stadhuis',
    'Een nieuwe activiteit kiezen voor de kinderen',
    'Op woensdagnamiddag op de kinderen passen',
    'De verhuurder schrijven over de schimmel',
    'Een treinticket kopen naar de dienst Burgerzaken te Aalst',
    'Kijken hoe het gaat, en wie helpt',
    'Naar het eerste gesprek gaan, met hulp met geld',
    'De bon van de verwarmingstoelage meebrengen',
    'De verwarming zo instellen dat het 19 graden is',
    '',
  ])('is er niet in: %s', (text) => {
    expect(wordsOf(text)).toEqual([])
  })

  it('wordt één keer gezegd, in de volgorde van de tekst, met wat er in de plaats kan', () => {
    expect(hardWordsIn('De evaluatie van het traject, en nog een traject. Evaluatie!')).toEqual([
      { word: 'evaluatie', instead: 'we kijken samen' },
      { word: 'traject' },
    ])
  })

  it('wordt in een lange tekst zonder spaties even snel gezocht', () => {
    const before = performance.now()
    expect(wordsOf('begeleide'.repeat(500))).toHaveLength(1)
    expect(wordsOf('x'.repeat(5_000))).toEqual([])
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})
