/** What is a quote of a dossier and what is not: the boundaries (docs/decisions/035). */
import { describe, expect, it } from 'vitest'
import { quotedIn } from '../../forms/kit/figures/quoted.ts'

const typed = 'Mevrouw zegt: “Ik sta al drie jaar op de wachtlijst, en niemand belt mij terug.” Ze is moe.'

describe('wat letterlijk in een dossier staat', () => {
  it.each<[string, string, string[]]>([
    ['5 woorden', 'Ze wacht: ik sta al drie jaar en meer.', ['ik sta al drie jaar']],
    ['4 korte woorden', 'Ze wacht, ik sta al drie keer', []],
    ['3 woorden, samen 25 tekens', 'zin met wachtlijst, en niemand belt', ['wachtlijst, en niemand belt']],
    ['hoofdletters', 'IK STA AL DRIE JAAR', ['IK STA AL DRIE JAAR']],
    ['accenten', 'ik stà ál dríé jáár', ['ik stà ál dríé jáár']],
    ['leestekens', 'ik... sta (al) drie, jaar!', ['ik... sta (al) drie, jaar']],
    ['over regels', 'ik sta\nal\r\ndrie\n\njaar', ['ik sta\nal\r\ndrie\n\njaar']],
    ['wat niemand ziet', 'ik st\u200ba al dr\u00adie jaar', ['ik st\u200ba al dr\u00adie jaar']],
    ['een ander woord ertussen', 'ik sta al bijna drie jaar', []],
    ['een deel van een woord', 'ik sta al drie jaartjes', []],
    [
      'twee zinnen',
      'Ik sta al drie jaar. Anders: niemand belt mij terug ze',
      ['Ik sta al drie jaar', 'niemand belt mij terug ze'],
    ],
    ['niets', '', []],
    ['alleen leestekens', '?! …', []],
  ])('%s', (_, text, pieces) => expect(quotedIn(text, [typed])).toEqual(pieces))

  it.each<[string, string, boolean]>([
    ['24 tekens in drie woorden', 'schuldbemiddeling is wat', false],
    ['25 tekens in drie woorden', 'schuldbemiddeling is leuk', true],
    ['26 tekens in twee woorden', 'schuldbemiddeling aanvraag', false],
    ['26 tekens in één woord', 'schuldhulpverleningsdienst', false],
  ])('%s', (_, text, isQuote) => expect(quotedIn(text, [`Over ${text}.`])).toEqual(isQuote ? [text] : []))

  it('een zin in een andere bron, en over twee bronnen heen niet', () => {
    expect(quotedIn('een twee drie vier vijf', ['niets', 'een twee drie vier vijf'])).toHaveLength(1)
    expect(quotedIn('een twee drie vier vijf', ['een twee drie', 'vier vijf'])).toEqual([])
  })

  it('overlappende stukken zijn één stuk', () => {
    expect(quotedIn('a b c d e f', ['a b c d e', 'b c d e f'])).toEqual(['a b c d e f'])
  })

  it('de naam van een dienst die het netwerk kent, is geen zin van iemand', () => {
    const of = (text: string) => quotedIn(text, [text], ['Sociaal Verhuurkantoor Zuid-Oost-Vlaanderen'])
    expect(of('Sociaal verhuurkantoor Zuid-Oost-Vlaanderen')).toEqual([])
    expect(of('sociaal verhuurkantoor zuid')).toEqual([])
    expect(of('sociaal verhuurkantoor zuidelijk')).toHaveLength(1)
    expect(of('het Sociaal Verhuurkantoor Zuid belt mij nooit')).toHaveLength(1)
  })

  it('foto’s is fotos', () => {
    expect(quotedIn("de foto's van het huis", ['De fotos van het huis'])).toHaveLength(1)
  })

  it('ander schrift', () => {
    expect(quotedIn('أنا أنتظر منذ ثلاث سنوات', ['قالت: أنا أنتظر منذ ثلاث سنوات.'])).toHaveLength(1)
  })

  it('duizenden dezelfde woorden zijn snel', () => {
    const start = performance.now()
    expect(quotedIn('de '.repeat(1000), ['de '.repeat(20_000)])).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
