/**
 * Words that paper for a client does not have, each with what to write in its place (docs/words.md, how we write for people). A word
 * counts whole, with its usual endings and whatever its accents: "indien" is one, "indienen" is not. A word that is joined to another
 * counts too where the field does so: "gezinstraject". What a verb leaves elsewhere in the sentence ("volgt dit op") is not seen.
 */
import { withoutAccents } from '../text.ts'

export interface HardWord {
  /** As typed. */
  word: string
  /** What to write in its place, in the middle of a sentence; absent where only whoever knows what happens can say it. */
  instead?: string
}

/** Of letters without accents; `~` stands for the letters of a word that it is joined to. */
const hardWords: readonly (readonly [word: string, instead?: string])[] = [
  ['~traject~'],
  ['~(?:opvolg|opgevolgd)~', 'kijken hoe het gaat'],
  ['~begeleid~', 'wie helpt, en waarmee'],
  ['~consolid~', 'samen nakijken'],
  ['doelstelling(?:en)?', 'wat u wilt'],
  ['~problematiek(?:en)?', 'wat moeilijk loopt'],
  ['~hulpverlen(?:er|ers|ster|sters|ing|end|ende)~', 'de naam'],
  ['~casemanage(?:r|rs|ment)', 'de naam'],
  ['spilfigu(?:ur|ren)', 'de naam'],
  ['vertrouwens(?:figu(?:ur|ren)|perso(?:on|nen))', 'de naam'],
  ['doorverw(?:ij|e)z(?:en|ing|ingen)|doorverwijs(?:t|brief|brieven)|verwijst door', 'welke dienst helpt'],
  ['afstem(?:t|men|ming)|afgestemd', 'afspreken'],
  ['~motiv(?:atie|er|eer)~|gemotiveerd~'],
  ['activ(?:atie|er|eer)~|geactiveerd~'],
  ['aanklamp(?:end|ende|en)'],
  ['empower~'],
  ['~screen(?:ing|ings|en|t)~|gescreend', 'eerste gesprek'],
  ['~indicatie~|geindiceerd~', 'eerste gesprek'],
  ['intake~', 'eerste gesprek'],
  ['budgetbeheer~', 'hulp met geld'],
  ['~netwerk~', 'mensen rond u'],
  ['levensdomein(?:en)?', 'wat u belangrijk vindt'],
  ['~evalu(?:atie|er|eer)~|geevalueerd', 'we kijken samen'],
  ['actiepunt(?:en)?', 'afspraak'],
  ['~clientoverleg~', 'samen zitten'],
  ['gelieve', 'wilt u'],
  ['indien', 'als'],
  ['dien(?:t|en|de|den)? (?:(?:u|men|hij|ze|zij) )?te', 'moeten'],
  ['inzake', 'over'],
  ['teneinde', 'om'],
  ['conform', 'zoals'],
  ['m\\.?b\\.?t\\.?|met betrekking tot', 'over'],
  ['i\\.?f\\.?v\\.?|in functie van', 'voor'],
  ['n\\.?a\\.?v\\.?|naar aanleiding van', 'door'],
]

const wholeWord = (word: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${word.replaceAll('~', '\\p{L}*').replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`,
    'giu',
  )

const known = hardWords.map(([word, instead]) => ({ shape: wholeWord(word), instead }))

/** The hard words in a text, in the order they stand there; each once. */
export function hardWordsIn(text: string): HardWord[] {
  const composed = [...text.normalize('NFC')]
  // Letter by letter, so that what is found can be said as it was typed.
  const plain = composed.map((letter) => {
    const without = withoutAccents(letter)
    return without.length === letter.length ? without : letter
  })
  const [typed, searched] = [composed.join(''), plain.join('')]
  const found = known.flatMap(({ shape, instead }) =>
    [...searched.matchAll(shape)].map(({ index, 0: { length } }) => ({
      index,
      hard: { word: typed.slice(index, index + length), ...(instead === undefined ? {} : { instead }) },
    })),
  )
  const inOrder = found.sort((one, other) => one.index - other.index)
  const spoken = new Set<string>()
  return inOrder.flatMap(({ hard }) => {
    const said = hard.word.toLowerCase()
    if (spoken.has(said)) return []
    spoken.add(said)
    return [hard]
  })
}
