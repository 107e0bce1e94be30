/** What happened to a dossier, in the words of who reads it. */
import { findNetwork } from '../../../forms/index.ts'
import type { Dossier } from '../../../forms/kit/dossier.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Move } from '../../../forms/kit/lifecycle.ts'
import { stateOf } from '../../../forms/kit/lifecycle.ts'
import { type Network, offerOf, type Role } from '../../../forms/kit/network.ts'
import type { KeptLine } from '../../shared/store/audit.ts'
import type { LogbookLine } from '../../shared/store/logbook.ts'

export const roleInWords = {
  coordinator: 'coördinator',
  casemanager: 'casemanager',
  bemiddelaar: 'bemiddelaar',
  organisator: 'organisator',
} as const satisfies Record<Role, string>

/** "Toegewezen aan Casemanager Aalst": the past of each action that forms share; its own a form tells itself, or else its button. */
const done: Readonly<Record<string, string>> = {
  ingediend: 'Ingediend',
  geopend: 'Voor het eerst geopend',
  'adres verbeterd': 'Het adres van de aanvrager verbeterd',
  'mail opnieuw verstuurd': 'Een mail opnieuw verstuurd',
  'mail opgelost': 'Gezegd dat een mail opgelost is',
  verplaatst: 'Verplaatst naar',
  overgenomen: 'Verplaatst van',
  verwant: 'Verbonden met een dossier van hetzelfde gezin',
  'niet verwant': 'Losgemaakt van een ander dossier',
  toewijzen: 'Toegewezen',
  teruggeven: 'Teruggegeven aan de coördinator',
  vrijgeven: 'Nagekeken: dit is een echte aanvraag',
  wachten: 'Wacht op de aanvrager',
  hervatten: 'Weer verdergegaan',
  doorverwijzen: 'Doorverwezen',
  aangekomen: 'De cliënt is er geraakt',
  niet_aangekomen: 'De cliënt is er niet geraakt',
  advies: 'Advies gegeven',
  afsluiten: 'Afgesloten',
  heropenen: 'Heropend',
  verlengen: 'Langer opengehouden',
  bekende_stand: 'In een bekende stand gezet',
  intrekken: 'Ingetrokken',
}

export const doneInWords = ({ form }: Service, action: string): string =>
  form.verloop.moves.find((move) => move.action === action)?.gedaan ?? done[action] ?? labelOf(form, action)

const labelOf = ({ verloop }: Service['form'], action: string): string =>
  verloop.moves.find((move) => move.action === action)?.label ?? action

export const nameOf = ({ mensen }: Network, id: string): string =>
  id === 'aanvrager'
    ? 'De aanvrager'
    : (mensen.find((person) => person.id === id)?.naam ?? 'iemand die hier niet meer werkt')

/** An offer that is gone is called what it was called. */
export const offerInWords = (network: Network, key: string): string =>
  offerOf(network, key)?.naam ?? `${key} (verouderd)`

/** Who did it; of a dossier that was moved here perhaps somebody of another network. */
export function doerOf(own: Network, { who, network }: { who: string; network?: string | undefined }): string {
  const other = network === undefined || network === own.slug ? undefined : findNetwork(network)
  return other ? `${nameOf(other, who)} (${other.naam})` : nameOf(own, who)
}

/** "Toegewezen aan Casemanager Aalst", and from which state to which. */
export function historyInWords(service: Service, { what, person, offer, related, from, to }: KeptLine) {
  const { network, form } = service
  const about = [
    person && `aan ${nameOf(network, person)}`,
    offer && `naar ${offerInWords(network, offer)}`,
    related,
  ].filter(Boolean)
  const stateName = (name: string) => stateOf(form.verloop, name).naam
  return {
    text: [doneInWords(service, what), ...about].join(' '),
    ...(from && to && from !== to ? { states: `${stateName(from)} → ${stateName(to)}` } : {}),
  }
}

export const callsInWords = {
  gebeld: 'Gebeld',
  niet_bereikt: 'Niet bereikt',
  teruggebeld: 'Teruggebeld',
} as const satisfies Record<Exclude<LogbookLine['kind'], 'notitie'>, string>

/** On the page after something was done; undefined for words in an address that are not ours. */
export function doneMessage(service: Service, action: string, mailsApplicant: boolean): string | undefined {
  const other: Readonly<Record<string, string>> = {
    contact: 'Genoteerd in het contactlog.',
    notitie: 'Uw notitie is bewaard.',
    verwant: 'De twee dossiers zijn verbonden.',
    verplaatst: `De aanvraag is verplaatst.${mailsApplicant ? ' De aanvrager krijgt een nieuwe bevestiging.' : ' Er is geen e-mailadres: het andere team belt de aanvrager.'}`,
    los: 'De twee dossiers zijn losgemaakt.',
    adres: 'Het adres is verbeterd. Verstuur de mails die niet aankwamen hieronder opnieuw.',
    opnieuw: 'De mail wordt opnieuw verstuurd.',
    bekende_stand: 'Dit dossier staat weer in een bekende stand.',
  }
  if (Object.hasOwn(other, action)) return other[action]
  const move = service.form.verloop.moves.find((candidate) => candidate.action === action)
  return (
    move && `${doneInWords(service, action)}.${mailsApplicant && tells(move) ? ' De aanvrager krijgt een mail.' : ''}`
  )
}

const tells = ({ meldt, to }: Move): boolean => meldt?.includes('aanvrager') === true || to === 'ingetrokken'

/** Above what a move asks: what happens then. */
export function introOf({ form, network }: Service, dossier: Dossier, move: Move): string | undefined {
  const mail = dossier.applicant && !dossier.suspect && tells(move) ? 'De aanvrager krijgt een mail.' : undefined
  const { zelfstandigNaamwoord: noun } = form
  const intro: Readonly<Record<string, string>> = {
    doorverwijzen:
      'Bel samen met de aanvrager naar de dienst, als de cliënt dat goed vindt. Na 10 werkdagen vragen we of de cliënt er geraakt is.',
    intrekken: `De cliënt mag altijd stoppen. We wissen de antwoorden na ${daysInWords(network.bewaartermijnen.withdrawnAnswers)}. U kunt deze ${noun} daarna niet heropenen.`,
    afsluiten: `Het dossier wordt ${daysInWords(network.bewaartermijnen.closed)} na vandaag gewist. Tot dan kan de coördinator het heropenen.`,
    teruggeven: 'De coördinator kiest dan iemand anders.',
  }
  return [intro[move.action], mail].filter(Boolean).join(' ') || undefined
}

const daysInWords = (days: number): string => (days === 1 ? '1 dag' : `${days} dagen`)
