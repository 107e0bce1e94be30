/** What a column is, by the name above it: as Excel, Outlook and Google write it, in Dutch, English and French. */
import { withoutAccents } from '../../text.ts'

/** What a column may be used for; `niets`: shown, and not used. */
export const roles = ['email', 'naam', 'voornaam', 'familienaam', 'organisatie', 'functie', 'niets'] as const
export type Role = (typeof roles)[number]

export const roleNames: Record<Role, string> = {
  email: 'e-mailadres',
  naam: 'naam',
  voornaam: 'voornaam',
  familienaam: 'familienaam',
  organisatie: 'organisatie',
  functie: 'functie',
  niets: 'niet gebruiken',
}

/** "Adres" is a street as often as an e-mail address: what stands below it decides. */
export type Meaning = Role | 'adres'

/** Names of columns that a program writes, without accents, capitals and signs. */
const names: Record<Exclude<Role, 'email' | 'niets'>, readonly string[]> = {
  naam: [
    ...[
      'naam',
      'volledige naam',
      'naam en voornaam',
      'voornaam en naam',
      'naam voornaam',
      'voornaam naam',
      'weergavenaam',
    ],
    ...[
      'voornaam en familienaam',
      'voornaam en achternaam',
      'genodigde',
      'deelnemer',
      'contactpersoon',
      'contact',
      'wie',
    ],
    ...['name', 'full name', 'display name', 'participant', 'attendee', 'contact name'],
    ...['nom complet', 'nom et prenom', 'prenom et nom', 'nom prenom'],
  ],
  voornaam: [
    ...['voornaam', 'voornamen', 'roepnaam', 'tweede voornaam', 'tussenvoegsel', 'tussenvoegsels', 'vnaam'],
    ...['first name', 'firstname', 'given name', 'givenname', 'middle name', 'additional name', 'forename', 'first'],
    ...['prenom', 'prenoms', 'deuxieme prenom'],
  ],
  familienaam: [
    ...['familienaam', 'achternaam', 'achternamen', 'fnaam'],
    ...['last name', 'lastname', 'surname', 'family name', 'familyname', 'last'],
    ...['nom de famille', 'nom'],
  ],
  organisatie: [
    ...[
      'organisatie',
      'dienst',
      'organisatie naam',
      'bedrijf',
      'bedrijfsnaam',
      'firma',
      'voorziening',
      'werkgever',
      'instelling',
    ],
    ...['school', 'vereniging', 'naam organisatie', 'naam dienst', 'naam van de organisatie', 'naam van de dienst'],
    ...['naam voorziening', 'naam school', 'organisation', 'organization', 'organization name', 'organisation name'],
    ...['company', 'company name', 'employer', 'societe', 'entreprise', 'service', 'nom de l organisation'],
  ],
  functie: [
    ...[
      'functie',
      'functietitel',
      'functiebenaming',
      'rol',
      'beroep',
      'job title',
      'jobtitle',
      'job',
      'role',
      'position',
    ],
    ...['organization title', 'organisation title', 'fonction', 'poste', 'profession', 'titre du poste'],
  ],
}

/** An e-mail address, in one of its many spellings. */
const ofEmail =
  /\be ?mails?\b|\be ?mail ?(?:adres(?:sen)?|addres(?:s|ses))\b|\bmails?\b|\bmailadres(?:sen)?\b|\bcourriels?\b|\bmessagerie\b|\bmel\b|\badresse electronique\b/
/** About an address, and not one: its kind, the name that is shown with it, whether somebody wants mail. */
const notEmail =
  /\b(?:type|soort|label|display|weergavenaam|nom|lijst|list|groep|group|groups|membership|datum|date|verzonden|sent|ok|wil|wants)\b|\be ?mailtype\b/

/** Lower case, words only: "E-mail 1 - Value" and "E-mailadres (werk)" are "e mail value" and "e mailadres". */
const inWords = (header: string): string =>
  withoutAccents(header)
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()

/** Words about whose or which it is, that change nothing: "Voornaam deelnemer", "Bedrijf (werk)". */
const aside = new RegExp(
  `\\b(?:${['deelnemer', 'genodigde', 'contactpersoon', 'werk', 'zakelijk', 'business', 'work', 'uw', 'je'].join('|')})\\b`,
  'g',
)

function roleNamed(words: string): Role | undefined {
  for (const [role, known] of Object.entries(names)) if (known.includes(words)) return role as Role
  return undefined
}

/** What stands above a column says; undefined when it says nothing we know. */
function meaningOf(header: string): Meaning | undefined {
  if (header.length > 80 || header.includes('@')) return undefined
  const words = inWords(header)
  if (ofEmail.test(words) && !notEmail.test(words)) return 'email'
  if (/^(?:adres|adresse|address)$/.test(words)) return 'adres'
  const pieces = header.split(/[/,|]|\s+of\s+|\s+or\s+|\s+ou\s+/i).map(inWords)
  return (
    roleNamed(words) ??
    roleNamed(words.replace(aside, ' ').replace(/\s+/g, ' ').trim()) ??
    pieces.map(roleNamed).find((role) => role !== undefined)
  )
}

/** What the columns are together: next to a first name, "Naam" is the family name, and without one "Nom" is the whole name. */
export function meaningsOf(headers: readonly string[]): (Meaning | undefined)[] {
  const found = headers.map(meaningOf)
  const hasFirst = found.includes('voornaam')
  const hasFamily = found.includes('familienaam')
  const bareName = (at: number) => /^(?:naam|name|nom)$/.test(inWords(headers[at] ?? ''))
  return found.map((meaning, at) => {
    if (!bareName(at)) return meaning
    if (!hasFirst) return 'naam'
    return meaning === 'naam' && hasFamily ? 'naam' : 'familienaam'
  })
}

/** The program that writes these columns, in words; undefined where any could. */
export function programOf(headers: readonly string[]): string | undefined {
  const words = new Set(headers.map(inWords))
  const numbered = headers.some((header) => /^e-?mail 1 - /i.test(header.trim()))
  if (numbered || (words.has('given name') && words.has('organization name'))) return 'Google Contacten'
  const outlook = ['e mail address', 'e mailadres', 'adresse de messagerie'].some((word) => words.has(word))
  const names = ['first name', 'voornaam', 'prenom'].some((word) => words.has(word))
  const company = ['company', 'bedrijf', 'societe'].some((word) => words.has(word))
  return outlook && names && company ? 'Outlook' : undefined
}
