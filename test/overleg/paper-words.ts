/** Words that paper for a client does not have, each with what to write in its place (docs/words.md, how we write for people). */
const hardWords: readonly (readonly [word: RegExp, instead: string])[] = [
  [/cli[eë]ntoverleg/i, 'samen zitten'],
  [/\btraject/i, 'wat iemand doet'],
  [/opvolg/i, 'kijken hoe het gaat'],
  [/begeleid/i, '{naam} helpt'],
  [/consolid/i, 'samen nakijken'],
  [/doelstelling/i, 'wat u wilt'],
  [/problematiek/i, 'wat moeilijk loopt'],
  [/hulpverlen/i, 'de naam'],
  [/casemanager/i, 'de naam'],
  [/spilfiguur/i, 'de naam'],
  [/vertrouwens/i, 'de naam'],
  [/doorverwij/i, '{dienst} helpt u'],
  [/afstemm/i, 'afspreken'],
  [/motiver|activer|aanklamp|empower/i, 'wat iemand doet'],
  [/screening|indicati|intake/i, 'eerste gesprek'],
  [/budgetbeheer/i, 'hulp met geld'],
  [/netwerk/i, 'mensen rond u'],
  [/levensdomein/i, 'wat moeilijk loopt'],
  [/evaluati/i, 'we kijken samen'],
  [/actiepunt/i, 'afspraak'],
  [/gelieve|indien|dienen te|inzake|teneinde|conform|m\.b\.t\.|i\.f\.v\.|n\.a\.v\./i, 'gewone woorden'],
]

/** The hard words in a text. */
export const hardWordsIn = (text: string): string[] => hardWords.flatMap(([word]) => word.exec(text)?.[0] ?? [])
