/** Addresses, numbers and postcodes as people paste them: read where nothing else can be meant, else what to mend. */
import { describe, expect, it } from 'vitest'
import { emailError, phone } from '../../forms/kit/questions/common-pages.ts'
import { readEmail } from '../../forms/kit/read-email.ts'
import { readPostcode, readWholeNumber } from '../../forms/kit/read-number.ts'
import { readPhone } from '../../forms/kit/read-phone.ts'

describe('an e-mail address', () => {
  it.each([
    ['a link', 'mailto:naam@dienst.be'],
    ['a link with a subject', 'MAILTO:naam@dienst.be?subject=Hallo%20daar&cc='],
    ['from Outlook', 'Noor Peeters <naam@dienst.be>'],
    ['with the family name first', 'Peeters, Noor <naam@dienst.be>;'],
    ['in quotes', '"Peeters, Noor (CAW)" <naam@dienst.be>'],
    ['plain text of Outlook', 'Noor Peeters<mailto:naam@dienst.be>'],
    ['the same with the address as name', 'naam@dienst.be<mailto:naam@dienst.be>'],
    [
      'in capitals once',
      "'NAAM@dienst.be' <NAAM@Dienst.be>".replace('NAAM@dienst.be', 'naam@dienst.be').replace('NAAM', 'naam'),
    ],
    ['an answer of old', 'Noor [mailto:naam@dienst.be]'],
    ['of a web page', '[naam@dienst.be](mailto:naam@dienst.be)'],
    ['the end of a list', 'naam@dienst.be; '],
    ['the end of a sentence', '(naam@dienst.be).'],
    ['quotes of a typesetter', '“naam@dienst.be”'],
    ['text of Excel', "'naam@dienst.be"],
    ['a contact of a phone', '\u202anaam@dienst.be\u202c'],
    ['zero width and a soft hyphen', 'na\u200bam@dien\u00adst.be'],
    ['full width', 'naam＠dienst．be'],
    ['a keyboard that puts spaces', 'naam @dienst.be'],
    ['a signature', 'E-mail: naam@dienst.be'],
    ['a word about it', 'naam@dienst.be (werk)'],
    ['a bullet', '- naam@dienst.be'],
    ['a line of Word', '\u000bnaam@dienst.be\u000b'],
  ])('%s: %j', (_, typed) => expect(readEmail(typed, emailError)).toEqual({ value: 'naam@dienst.be' }))

  it.each([
    ['o’brien@dienst.be', "o'brien@dienst.be"],
    ['jan\u2011piet@ocmw\u2013aalst.be', 'jan-piet@ocmw-aalst.be'],
    ['zo\ufb01e@dienst.be', 'zofie@dienst.be'],
    ['a@bücher.be', 'a@xn--bcher-kva.be'],
    ["o'neil+x@dienst.be", "o'neil+x@dienst.be"],
  ])('%s is %s', (typed, kept) => expect(readEmail(typed, emailError)).toEqual({ value: kept }))

  it.each([
    ['zoe@caw', 'Dit adres is niet volledig'],
    ['zoe@caw.', 'Dit adres is niet volledig'],
    ['Zoe <zoe@caw>', 'Dit adres is niet volledig'],
    ['zoe', 'Dit adres is niet volledig'],
    ['zoe@', 'Dit adres is niet volledig'],
    ['@caw.be', 'Dit adres is niet volledig'],
    ['zoe@caw.b', 'Dit adres is niet volledig'],
    ['zoe(at)caw.be', 'Dit adres is niet volledig'],
    ['a@b.be, c@d.be', 'Vul één e-mailadres in'],
    ['a@b.be c@d.be', 'Vul één e-mailadres in'],
    ['a@b.be <c@d.be>', 'Vul één e-mailadres in'],
    ['Noor <a@b.be>; Sam <c@d.be>', 'Vul één e-mailadres in'],
    ['a@b@c.be', 'Vul één e-mailadres in'],
    ['"a@b.be, x"@c.be', 'Vul één e-mailadres in'],
    ['a@b.be\r\nBcc: c@d.be', 'Vul één e-mailadres in'],
    ['zoe@caw,be', 'Er staat een komma in dit adres waar een punt hoort'],
    ['zoe@caw .be', 'Vul alleen het adres in'],
    ['niet zoe@caw.be', 'Vul alleen het adres in'],
    ['zoe@caw.be of bel', 'Vul alleen het adres in'],
    ['zoë@caw.be', '“ë” kan niet voor de @ van een e-mailadres staan'],
    ['zo..e@caw.be', 'Dit adres klopt niet'],
    [`${'z'.repeat(65)}@caw.be`, 'Dit adres is te lang'],
    [`zoe@${'c'.repeat(16_000)}.be`, 'Dit adres is te lang'],
  ])('%s: %s, with an example', (typed, problem) => {
    const told = readEmail(typed, emailError)
    expect(told).toEqual({ problem: expect.stringMatching(new RegExp(`^${problem}.*bijvoorbeeld naam@dienst\\.be$`)) })
  })
})

describe('a phone number', () => {
  it.each([
    ['a link', 'tel:+32478123456'],
    ['a label', 'Tel: 0478 12 34 56'],
    ['a signature', 'T +32 478 12 34 56'],
    ['which one it is, in front', 'Gsm-nummer 0478/12.34.56'],
    ['which one it is, behind', '0478 12 34 56 (gsm)'],
    ['a contact of a phone', '\u202a+32 478 12 34 56\u202c'],
    ['hyphens that do not break', '0478\u201112\u201134\u201156'],
    ['dashes', '0478–12–34–56'],
    ['spaces of a web page', '0478\u00a012\u00a034\u00a056'],
    ['points in the middle', '0478·12·34·56'],
    ['brackets', '(+32) 478 12 34 56'],
    ['full width', '０４７８１２３４５６'],
    ['Arabic digits', '٠٤٧٨١٢٣٤٥٦'],
    ['a number of Excel', '478123456'],
    ['a number of WhatsApp', '32 478 12 34 56'],
    ['text of Excel', "'0478123456"],
    ['the end of a list', '0478 12 34 56;'],
  ])('%s: %j', (_, typed) => expect(readPhone(typed, phone.error)).toEqual({ value: '+32478123456' }))

  it.each([
    ['12', 'Dit nummer is te kort'],
    ['112', 'Dit nummer is te kort'],
    ['0478 12 34 5', 'Dit nummer is te kort'],
    ['053 00 00 0', 'Dit nummer is te kort'],
    ['+32 478', 'Dit nummer is te kort'],
    ['+31 6 12', 'Dit nummer is te kort'],
    ['0478 12 34 56 78', 'Dit nummer is te lang'],
    ['053 00 00 000', 'Dit nummer is te lang'],
    ['+999999999999999999', 'Dit nummer is te lang'],
    ['0478123456 053000000', 'Dit nummer is te lang'],
    ['0478 12 34 56 / 053 00 00 00', 'Vul één telefoonnummer in'],
    ['0478 12 34 56 of 053 00 00 00', 'Vul één telefoonnummer in'],
    ['0478 12 34 56 (na 17u)', 'Er staan letters in dit nummer'],
    ['Noor: 0478 12 34 56', 'Er staan letters in dit nummer'],
    ['0478 12 34 5O', 'Er staan letters in dit nummer'],
    ['0478#123456', 'Er staat een teken in dit nummer dat er niet hoort'],
    ['47812345', 'Dit nummer begint niet met 0 of \\+'],
    ['53000000', 'Dit nummer begint niet met 0 of \\+'],
  ])('%s: %s, with an example', (typed, problem) => {
    const told = readPhone(typed, phone.error)
    expect(told).toEqual({ problem: expect.stringMatching(new RegExp(`^${problem}.*bijvoorbeeld 0478 12 34 56$`)) })
  })

  it.each(['bel mij', '+', '()', '-'])('%s is none at all', (typed) =>
    expect(readPhone(typed, phone.error)).toEqual({ problem: phone.error }),
  )
})

describe('a postcode', () => {
  it.each([
    ['9308 Moorsel', '9308'],
    ['Moorsel 9308', '9308'],
    ['B-9300', '9300'],
    ['BE-9300 Aalst', '9300'],
    ['9300 Aalst', '9300'],
    ['Aalst (9300)', '9300'],
    ['9520 Sint-Lievens-Houtem', '9520'],
    ['3665 As', '3665'],
    ['Mol 2400', '2400'],
    ['9.300', '9300'],
    ['９３００', '9300'],
    ['B\u20139300\u00a0Aalst', '9300'],
  ])('%s: %s', (typed, kept) => expect(readPostcode(typed)).toBe(kept))

  it.each([
    '1234 AB',
    '1234ab',
    'NL-1234',
    'L-1234',
    '9300 of 9310',
    'Molenstraat 12, 9300 Aalst',
    '93001',
    '930',
    '09300',
    '93OO',
    '-930',
    '1e3',
  ])('%s may be something else', (typed) => expect(readPostcode(typed)).toBeUndefined())
})

describe('a whole number', () => {
  it.each([
    ['3', 3],
    [' 03 ', 3],
    ['3.', 3],
    ['３', 3],
    ['٣', 3],
    ['3\u200b', 3],
  ])('%j: %i', (typed, kept) => expect(readWholeNumber(typed)).toBe(kept))

  it.each(['2,5', '2.0', 'drie', '3 à 4', '3²', '100', '-1', '0x3', '1e1'])('%s is none', (typed) =>
    expect(readWholeNumber(typed)).toBeUndefined(),
  )
})
