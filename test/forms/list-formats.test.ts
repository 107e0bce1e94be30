/** Lists as people have them: each program, each way of pasting, each thing that goes wrong (docs/decisions/010, "Lists"). */
import { describe, expect, it } from 'vitest'
import type { Role } from '../../forms/kit/events/list/headers.ts'
import { type Corrections, readList } from '../../forms/kit/events/list/read-list.ts'

const none: Corrections = { columns: new Map(), mended: new Map() }
function read(text: string, corrections = none) {
  const list = readList(text, corrections, 150)
  if (list.kind === 'none') return { problem: list.problem }
  return {
    source: list.source,
    people: list.people.map(({ naam, organisatie, functie, email }) =>
      [naam, organisatie, functie, email].filter((part) => part !== undefined).join(' | '),
    ),
    troubles: list.troubles.map(({ where, words }) => `${where}: ${words}`),
    notes: list.notes,
    columns: Object.fromEntries(list.columns.map(({ name, role }) => [name, role])),
  }
}
const jan = 'jan@x.example'
const janPeeters = [`Jan Peeters | ${jan}`]
const janAndAn = [`Jan Peeters | ${jan}`, 'An De Smet | an@x.example']

const outlook = 'First Name,Last Name,Company,Job Title,Business Street,E-mail Address,E-mail Type,E-mail Display Name'
const outlookNl = '"Voornaam","Achternaam","Bedrijf","Functie","Straat (werk)","E-mailadres","Type e-mailadres"'
const outlookFr = '"Prénom","Nom","Société","Titre","Adresse de messagerie","Type de messagerie"'
const google = 'First Name,Middle Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value'
const googleOld =
  'Name,Given Name,Family Name,Organization 1 - Name,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value'

describe('elke vorm van een lijst', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['Excel, België', 'Excel, België', `Naam;E-mail\r\nJan Peeters;${jan}\r\n`, janPeeters],
    [
      'een voornaam en een dienst, zonder namen',
      'Excel, België',
      `Jan;CAW;${jan}\nAn;OCMW;an@x.example`,
      [`Jan | CAW | ${jan}`, 'An | OCMW | an@x.example'],
    ],
    [
      'achternaam en voornaam in één kolom',
      'Excel, België',
      `Achternaam, voornaam;Mail\nPeeters, Jan;${jan}`,
      janPeeters,
    ],
    [
      'Thunderbird',
      'Excel, Engels',
      `First Name,Last Name,Display Name,Primary Email,Secondary Email,Organization\nJan,Peeters,Jan Peeters,${jan},,CAW`,
      [`Jan Peeters | CAW | ${jan}`],
    ],
    ['genummerd', 'adressen uit een mail', `1. Jan Peeters <${jan}>\n2) An De Smet - an@x.example`, janAndAn],
    [
      'hoofdletters en een nummer ervoor',
      'Excel, België',
      `NR;NAAM;VOORNAAM;MAILADRES WERK\n1;Peeters;Jan;${jan}`,
      janPeeters,
    ],
    [
      'adressen na elkaar, tussen aanhalingstekens',
      'adressen uit een mail',
      `"${jan}","an@x.example"`,
      [jan, 'an@x.example'],
    ],
    ['met sep=;', 'Excel, België', `sep=;\r\nNaam;E-mail\r\nJan Peeters;${jan}`, janPeeters],
    [
      'met sep=, en een ; in een cel',
      'Excel, Engels',
      `sep=,\nNaam,E-mail\n"Jan; Peeters",${jan}`,
      [`Jan; Peeters | ${jan}`],
    ],
    ['cellen, geplakt', 'cellen uit een rekenblad', `Naam\tE-mail\nJan Peeters\t${jan}`, janPeeters],
    [
      'een lege eerste cel',
      'cellen uit een rekenblad',
      `Naam\tE-mail\n\t${jan}\nAn\tan@x.example`,
      [jan, 'An | an@x.example'],
    ],
    ['Excel, Engels', 'Excel, Engels', `Name,E-mail\nJan Peeters,${jan}`, janPeeters],
    ['met een merkteken', 'Excel, België', `\uFEFFNaam;E-mail\nJan Peeters;${jan}`, janPeeters],
    ['regels van een oude Mac', 'Excel, België', `Naam;E-mail\rJan Peeters;${jan}\r`, janPeeters],
    ['naam is de familienaam', 'Excel, België', `Naam;Voornaam;E-mail\nPeeters;Jan;${jan}`, janPeeters],
    ['voornaam eerst', 'Excel, België', `Voornaam;Naam;E-mail\nJan;Peeters;${jan}`, janPeeters],
    ['naam is de hele naam', 'Excel, België', `Naam;Voornaam;E-mail\nJan Peeters;Jan;${jan}`, janPeeters],
    [
      'tussenvoegsel',
      'Excel, België',
      `Voornaam;Tussenvoegsel;Achternaam;Mail\nAn;van;Dam;an@x.example`,
      ['An van Dam | an@x.example'],
    ],
    ['Email address', 'Excel, België', `Email address;Naam\n${jan};Jan Peeters`, janPeeters],
    ['E-mailadres (werk)', 'Excel, België', `E-mailadres (werk);Naam\n${jan};Jan Peeters`, janPeeters],
    ['Adres is een straat', 'Excel, België', `Naam;Adres;E-mail\nJan Peeters;Kerkstraat 1;${jan}`, janPeeters],
    ['Adres is een e-mailadres', 'Excel, België', `Naam;Adres\nJan Peeters;${jan}`, janPeeters],
    [
      'de eerste die ingevuld is',
      'Excel, België',
      `E-mail;E-mail 2\n;${jan}\na@x.example;b@x.example`,
      [jan, 'a@x.example'],
    ],
    ['e-mail: ja of nee', 'Excel, België', `Naam;E-mail;Contact e-mail\nJan Peeters;ja;${jan}`, janPeeters],
    [
      'Outlook',
      'Outlook',
      `${outlook}\nJan,Peeters,CAW,Begeleider,"Kerkstraat 1\nbus 3",${jan},SMTP,Jan`,
      [`Jan Peeters | CAW | Begeleider | ${jan}`],
    ],
    [
      'Outlook, Nederlands',
      'Outlook',
      `${outlookNl}\n"Jan","Peeters","CAW","Begeleider","",${jan},"SMTP"`,
      [`Jan Peeters | CAW | Begeleider | ${jan}`],
    ],
    [
      'Outlook, Frans',
      'Outlook',
      `${outlookFr}\n"Jan","Peeters","CAW","",${jan},"SMTP"`,
      [`Jan Peeters | CAW | ${jan}`],
    ],
    [
      'Google',
      'Google Contacten',
      `${google}\nJan,,Peeters,CAW,Begeleider,* Work,${jan}`,
      [`Jan Peeters | CAW | Begeleider | ${jan}`],
    ],
    [
      'Google, vroeger',
      'Google Contacten',
      `${googleOld}\nJan Peeters,Jan,Peeters,CAW,* Work,${jan} ::: j@y.example,,`,
      [`Jan Peeters | CAW | ${jan}`],
    ],
    ['een titel erboven', 'Excel, België', `Genodigden vorming juni;\n;\nNaam;E-mail\nJan Peeters;${jan}`, janPeeters],
    [
      'een titel met “e-mail” erin',
      'Excel, België',
      `E-mail van de deelnemers\n\nVoornaam;Naam;E-mail\nJan;Peeters;${jan}`,
      janPeeters,
    ],
    [
      'zonder namen van kolommen',
      'Excel, België',
      `Jan Peeters;CAW;${jan}\nAn De Smet;OCMW;an@x.example`,
      [`Jan Peeters | CAW | ${jan}`, 'An De Smet | OCMW | an@x.example'],
    ],
    [
      'zonder namen, in twee kolommen',
      'Excel, België',
      'Peeters;Jan;jan.peeters@x.example',
      ['Jan Peeters | jan.peeters@x.example'],
    ],
    ['één adres per regel', 'één adres per regel', `${jan}\n\nan@x.example\n`, [jan, 'an@x.example']],
    ['een kop boven de adressen', 'één kolom', `E-mail\n${jan}\nan@x.example`, [jan, 'an@x.example']],
    ['met een komma ertussen', 'adressen uit een mail', `${jan}, an@x.example`, [jan, 'an@x.example']],
    ['met een spatie ertussen', 'adressen uit een mail', `${jan} an@x.example`, [jan, 'an@x.example']],
    ['uit Outlook geplakt', 'adressen uit een mail', `Jan Peeters <${jan}>; An De Smet <an@x.example>`, janAndAn],
    ['familienaam eerst', 'adressen uit een mail', `Peeters, Jan <${jan}>; De Smet, An <an@x.example>;`, janAndAn],
    [
      'tussen aanhalingstekens',
      'adressen uit een mail',
      `"Peeters, Jan" <${jan}>, "De Smet, An" <an@x.example>`,
      janAndAn,
    ],
    ['het veld Aan', 'adressen uit een mail', `Aan: Jan Peeters <${jan}>; An De Smet <an@x.example>`, janAndAn],
    ['elk op een regel', 'adressen uit een mail', `Jan Peeters <${jan}>\nAn De Smet <an@x.example>`, janAndAn],
    ['met de naam erachter', 'adressen uit een mail', `${jan} (Jan Peeters)\nAn De Smet <an@x.example>`, janAndAn],
    [
      'uit een webpagina',
      'adressen uit een mail',
      `Jan Peeters <mailto:${jan}>; ${'an@x.example'} <mailto:an@x.example>`,
      [janPeeters[0] ?? '', 'an@x.example'],
    ],
    [
      'een naam in de cel van het adres',
      'Excel, België',
      `E-mail;Dienst\n"Jan Peeters" <${jan}>;CAW`,
      [`Jan Peeters | CAW | ${jan}`],
    ],
    [
      'aanhalingstekens in een cel',
      'Excel, België',
      `Naam;E-mail\n"Jan ""Jos"" Peeters";${jan}\n"An "Nie" Smet";an@x.example`,
      [`Jan "Jos" Peeters | ${jan}`, 'An "Nie" Smet | an@x.example'],
    ],
    [
      'bewaakte cellen',
      'Excel, België',
      `Naam;E-mail\n="Jan Peeters";'${jan}\n'An De Smet;"=""an@x.example"""`,
      janAndAn,
    ],
    ['’t Hof houdt zijn apostrof', 'Excel, België', `Dienst;E-mail\n't Hof;${jan}`, [`'t Hof | ${jan}`]],
    [
      'mailto, harde spaties, niets',
      'Excel, België',
      `Naam;E-mail\nJan\u00a0Peeters;mailto:${jan}\u00a0\nAn De Smet;\u200ban@x.example`,
      janAndAn,
    ],
    ['lege kolommen achteraan', 'Excel, België', `Naam;E-mail;;;\nJan Peeters;${jan};;;\n;;;;`, janPeeters],
    [
      'een dienst achter een komma',
      'adressen uit een mail',
      `"Jan Peeters, CAW" <${jan}>; x@x.example`,
      [`Jan Peeters, CAW | ${jan}`, 'x@x.example'],
    ],
  ])('%s', (_, source, text, people) => {
    expect(read(text)).toMatchObject({ source, people, troubles: [] })
  })
})

describe('wat niet klopt: de regel, en niemand anders blijft achter', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['geen adres', `Naam;E-mail\nMia;\nJan Peeters;${jan}`, ['Regel 2: Mia heeft geen e-mailadres.'], janPeeters],
    [
      'een leeg stuk',
      `Jan Peeters <${jan}>; An De Smet <an@x.example>; Mia`,
      ['Regel 1, nummer 3: Mia heeft geen e-mailadres.'],
      janAndAn,
    ],
    [
      'niet volledig',
      `Naam;E-mail\nMia;mia@clb\nJan Peeters;${jan}`,
      ['Regel 2: Mia: ‘mia@clb’ is niet volledig.'],
      janPeeters,
    ],
    [
      'twee adressen',
      `E-mail;Naam\na@x.example, b@x.example;Mia\n${jan};Jan Peeters`,
      ['Regel 2: Mia: ‘a@x.example, b@x.example’ is meer dan één adres. Kies er één.'],
      janPeeters,
    ],
    [
      'hetzelfde adres',
      `Naam;E-mail\nJan Peeters;${jan}\nJan P;JAN@X.example`,
      ['Regel 3: Zelfde adres als regel 2: Jan Peeters. Dat is één uitnodiging.'],
      janPeeters,
    ],
    [
      'hetzelfde adres, de eerste kan niet',
      `Naam;E-mail\n${'x'.repeat(201)};${jan}\nJan Peeters;${jan}`,
      ['Regel 2: naam: 1 teken te veel. U kunt hier hoogstens 200 tekens schrijven.'],
      janPeeters,
    ],
    [
      'te lang om te bewaren',
      `Naam;Dienst;E-mail\nMia;${'é'.repeat(76)};mia@x.example\nJan Peeters;;${jan}`,
      ['Regel 2: organisatie: Deze tekst is te lang om te bewaren'],
      janPeeters,
    ],
    [
      'een cel te veel',
      `Naam;E-mail\nMia;mia@x.example;te;veel\nJan Peeters;${jan}`,
      ['Regel 2: Er staat meer op dan er kolommen zijn. Staat er een ; of een , te veel?'],
      janPeeters,
    ],
    [
      'wat geen adres is',
      `Naam;E-mail\nTotaal;45\nJan Peeters;${jan}`,
      ['Regel 2: Totaal: ‘45’ is geen e-mailadres.'],
      janPeeters,
    ],
  ])('%s', (_, text, troubles, people) => {
    expect(read(text)).toMatchObject({ troubles, people })
  })

  it.each([
    ['opent en sluit niet', `Naam;E-mail\n"Jan Peeters;${jan}\nAn De Smet;an@x.example`, 'Regel 2'],
    ['en verder wel aanhalingstekens', `Naam;E-mail\n"Jan Peeters;${jan}\n"An De Smet";an@x.example`, 'Regel 2'],
    ['twee regels na elkaar', `Naam;E-mail\nJan "Peeters;${jan}\nAn "De Smet;an@x.example`, 'Regels 2, 3'],
  ])('een aanhalingsteken dat niet sluit: %s', (_, text, where) => {
    const { people, notes } = read(text)
    expect([people, notes?.[0]?.split(':')[0]]).toEqual([janAndAn, where])
  })

  it.each([
    ['niets', ' \n\n', 'Plak een lijst, of kies een bestand'],
    ['geen enkel adres', 'hallo\ndaar', 'We vinden geen e-mailadres in uw lijst.'],
    ['alleen de namen van de kolommen', 'naam;e-mail\n', 'Er staat niemand in de lijst.'],
    ['10.001 mensen', `e-mail\n${'x\n'.repeat(10_001)}`, 'Er staan meer dan 10.000 mensen in.'],
    ['50.001 regels', `e-mail${'\n'.repeat(50_001)}`, 'Er staan meer dan 50.000 regels in.'],
    ['alles op één regel', `naam;e-mail;${'x'.repeat(20_000)}`, 'Regel 1 is te lang om te lezen.'],
    ['121 kolommen', `e-mail${';'.repeat(120)}x\n${jan}`, 'Er staan meer dan 120 kolommen in.'],
  ])('%s', (_, text, problem) => {
    expect(read(text).problem?.startsWith(problem)).toBe(true)
  })

  const whole = 3 * 1024 * 1024
  it.each([
    ['@', '@'],
    ['adressen', '<a@b>'],
    ['streepjes, en dan een adres', `${'-'.repeat(1_000_000)}x@y.example `],
    ['cellen vol spaties', `a${' '.repeat(19_000)}b;\n`],
    ['haakjes', `<${'@'.repeat(19_000)}\n`],
  ])('3 MB %s: in hoogstens 3 s gelezen', (_, piece) => {
    const before = process.cpuUsage()
    read(piece.repeat(Math.floor(whole / piece.length)))
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000_000).toBeLessThan(3)
  })

  it('1.000 adressen op één lange regel', () => {
    const all = Array.from({ length: 1_000 }, (_, at) => `Peeters, Jan <jan${at}@dienst.example>`).join('; ')
    expect(all.length).toBeGreaterThan(20_000)
    expect(read(all).people).toHaveLength(1_000)
  })

  it('5.000 regels waarvan 4.000 fout: 1.000 goed, en elke fout met haar regel', () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => (at % 5 === 0 ? `Jan;j${at}@x.example` : `Mia ${at};mia`))
    const { people = [], troubles = [] } = read(`naam;e-mail\n${lines.join('\n')}`)
    expect([people.length, troubles.length, troubles.at(-1)]).toEqual([
      1_000,
      4_000,
      'Regel 5001: Mia 4999: ‘mia’ is geen e-mailadres.',
    ])
  })
})

describe('wat iemand verbetert', () => {
  const text = `Naam;E-mail\nMia;mia@clb\nNel;\nJan Peeters;${jan}`
  const mended = (...lines: [string, Record<string, string>][]): Corrections => ({ ...none, mended: new Map(lines) })

  it('een adres: de regel is goed', () => {
    const list = read(text, mended(['2', { email: 'mia@clb.example' }], ['3', { email: 'nel@x.example' }]))
    expect(list).toMatchObject({
      people: ['Mia | mia@clb.example', 'Nel | nel@x.example', ...janPeeters],
      troubles: [],
    })
  })

  it.each([
    ['niets veranderd', 'mia@clb', false],
    ['leeg', '', false],
    ['nog fout', 'mia@clb,example', true],
    ['een adres dat er al staat', jan, false],
  ])('%s', (_, email, stillWrong) => {
    const list = readList(text, mended(['2', { email }]), 150)
    if (list.kind === 'none') throw new Error(list.problem)
    const own = list.troubles.find(({ place }) => place === '2')
    expect(own?.stillWrong ?? false).toBe(stillWrong)
  })

  it('een kolom: een andere naam, een ander adres', () => {
    const columns = new Map<number, Role>([
      [0, 'niets'],
      [1, 'organisatie'],
    ])
    expect(read(`Naam;Straat;E-mail\nJan;CAW;${jan}`, { ...none, columns }).people).toEqual([`CAW | ${jan}`])
  })

  it('een onbekende kolom wordt getoond, en niet gebruikt', () => {
    expect(read(`Naam;Telefoon;E-mail\nJan;0478 12 34 56;${jan}`)).toMatchObject({
      columns: { Naam: 'naam', Telefoon: 'niets', 'E-mail': 'email' },
      people: [`Jan | ${jan}`],
    })
  })
})
