/** What happened to a dossier, in the words of who reads it. */
import { findNetwork } from '../../../forms/index.ts'
import { type NetworkContent, nameIn, offerOf } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { type ExplanationFill, type Move, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { overlegDone } from '../../../forms/kit/overleg/done-words.ts'
import { planDone } from '../../../forms/kit/plan/plan-done-words.ts'
import { templateOf } from '../../../forms/kit/templates.ts'
import { fillIn } from '../../../forms/kit/text.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { added, type KeptLine } from '../../shared/store/audit.ts'
import { dismissedLine } from '../../shared/store/family-item.ts'
import type { CallKind, LogbookLine } from '../../shared/store/logbook.ts'
import type { WorkspaceDeps } from '../deps.ts'

/** What happens to a dossier beside the moves of its form. */
const besideMoves: Readonly<Record<string, string>> = {
  ingediend: 'Ingediend',
  geopend: 'Voor het eerst geopend',
  'adres verbeterd': 'Het adres van de aanvrager verbeterd',
  'adres gevraagd': 'Een ander adres opgegeven, dat nog bevestigd moet worden',
  'nummer verbeterd': 'Het nummer van de aanvrager verbeterd',
  [added]: 'Iets toegevoegd',
  'mail opnieuw verstuurd': 'Een mail opnieuw verstuurd',
  'mail opgelost': 'Gezegd dat een mail opgelost is',
  bericht: 'Bericht gemaild',
  verplaatst: 'Verplaatst naar',
  overgenomen: 'Verplaatst van',
  verwant: 'Verbonden met een dossier van hetzelfde gezin',
  'niet verwant': 'Losgemaakt van een ander dossier',
  [dismissedLine]: 'Niet hetzelfde gezin als',
  bekende_stand: 'In een bekende stand gezet',
  ongedaan: 'Ongedaan gemaakt',
  'notitie verbeterd': 'Een notitie verbeterd',
  'contact teruggenomen': 'Gezegd dat een telefoontje niet klopte',
  'taak gewijzigd': 'Een taak gewijzigd',
  'taak weer open': 'Een taak weer opengezet',
  'weer te bellen': 'Het dringende telefoontje staat weer open',
  'mail meteen verstuurd': 'Een mail meteen verstuurd',
  ...overlegDone,
}

/** "Toegewezen aan Casemanager Aalst": the words of the move, or else of its button. */
export function doneInWords({ form }: Service, action: string): string {
  const move = form.lifecycle.moves.find((candidate) => candidate.action === action)
  return move ? (move.done ?? move.label) : (besideMoves[action] ?? planDone(action) ?? action)
}

export const nameOf = (content: NetworkContent, id: string): string =>
  id === 'aanvrager' ? 'De aanvrager' : nameIn(content, id)

/** An offer that is gone is called what it was called, and staff read that it is. */
export function offerInWords(content: NetworkContent, key: string): string {
  const offer = offerOf(content, key)
  if (!offer) return `${key} (verouderd)`
  return offer.archivedOn ? `${offer.name} (dit aanbod bestaat niet meer)` : offer.name
}

/** A template that is gone is called what it was called. */
const templateInWords = (content: NetworkContent, key: string): string =>
  `“${templateOf(content, key)?.label ?? `${key} (verouderd)`}”`

/** Who did something, and for which network when that is not the dossier's own. */
interface Doer {
  who: string
  /** The colleague they stood in for. */
  for?: string | undefined
  network?: string | undefined
}

/** The people of the network, and by slug of those that a dossier came from. */
export interface Doers {
  content: NetworkContent
  elsewhere: ReadonlyMap<string, NetworkContent>
}

/** Who did it, and in whose place; of a dossier that was moved here perhaps somebody of another network. */
export function doerOf({ content, elsewhere }: Doers, { who, for: colleague, network = '' }: Doer): string {
  const there = elsewhere.get(network)
  const name = nameOf(there ?? content, who)
  const inPlace = colleague === undefined ? name : `${name}, voor ${nameOf(there ?? content, colleague)}`
  return there ? `${inPlace} (${findNetwork(network)?.name})` : inPlace
}

/** What other networks these lines are of, so that their people are called by name. */
export async function elsewhereOf(
  { contents }: Pick<WorkspaceDeps, 'contents'>,
  own: Network,
  lines: readonly Doer[],
): Promise<Doers['elsewhere']> {
  const slugs = new Set(
    lines.flatMap(({ network }) => (network === undefined || network === own.slug ? [] : [network])),
  )
  const read = [...slugs].map(async (slug): Promise<[string, NetworkContent][]> => {
    const network = findNetwork(slug)
    return network ? [[slug, await contents.of(network)]] : []
  })
  return new Map((await Promise.all(read)).flat())
}

/** "Toegewezen aan Casemanager Aalst", and from which state to which. */
export function historyInWords(service: Service, content: NetworkContent, line: KeptLine) {
  const { what, person, offer, related, template, undid, on, from, to: until } = line
  const name = person && nameOf(content, person)
  // Of a referral the person is who calls.
  const to = offer ? `naar ${offerInWords(content, offer)}${name ? `, ${name} belt` : ''}` : name && `aan ${name}`
  const about = [
    to,
    related,
    template && templateInWords(content, template),
    undid && `“${doneInWords(service, undid)}”`,
    on && `(${dateInWords(on)})`,
  ].filter(Boolean)
  const stateName = (name: string) => stateOf(service.form.lifecycle, name).label
  return {
    text: [doneInWords(service, what), ...about].join(' '),
    ...(from && until && from !== until ? { states: `${stateName(from)} → ${stateName(until)}` } : {}),
  }
}

export const callsInWords = {
  gebeld: 'Gebeld',
  niet_bereikt: 'Niet bereikt',
  teruggebeld: 'Teruggebeld',
} as const satisfies Record<CallKind, string>

/** What somebody typed, by the first words of its line. */
export const typedInWords = {
  notitie: 'Notitie',
  toevoeging: 'Toegevoegd',
} as const satisfies Record<Exclude<LogbookLine['kind'], CallKind>, string>

/** On the button that says that a call was none. */
export const callTakenBackInWords = {
  gebeld: 'Toch niet gebeld',
  niet_bereikt: 'Toch wel bereikt',
  teruggebeld: 'Toch niet teruggebeld',
} as const satisfies Record<keyof typeof callsInWords, string>

/** On the page after something was done; undefined for words in an address that are not ours. */
export function doneMessage(service: Service, action: string, mailsApplicant: boolean): string | undefined {
  const other: Readonly<Record<string, string>> = {
    contact: 'Genoteerd in de tijdlijn. Wilt u er iets bij schrijven? Dat kan daar.',
    notitie: 'Uw notitie is bewaard.',
    verbeterd: 'De notitie is verbeterd. Wat er stond, blijft eronder te lezen.',
    taak: 'De taak is bewaard. Ze staat ook in de week van wie ze doet.',
    taak_gewijzigd: 'De taak is gewijzigd.',
    taak_klaar: 'Klaar. De taak staat nu in de tijdlijn.',
    taak_was_klaar: 'Iemand anders zette deze taak al op klaar. In de tijdlijn staat wie.',
    taak_toch_niet: 'De taak staat weer open.',
    toch_niet: 'Verbeterd. De lijn blijft staan, doorgestreept.',
    verwant: 'De twee dossiers zijn verbonden.',
    verplaatst: `De aanvraag is verplaatst.${mailsApplicant ? ' De aanvrager krijgt een nieuwe bevestiging.' : ' Er is geen e-mailadres: het andere team belt de aanvrager.'}`,
    los: 'De twee dossiers zijn losgemaakt.',
    'ander-gezin':
      'Genoteerd: niet hetzelfde gezin. We stellen het aan niemand meer voor. Toch wel? Verbind de dossiers dan zelf, bij “Meer”.',
    adres: `Het adres is overal verbeterd.${mailsApplicant ? ' Er vertrekt één mail naar het nieuwe adres.' : ''}`,
    bericht: 'De mail vertrekt meteen.',
    bereikt: 'Genoteerd. Dit dossier zegt niet meer dat de mail niet aankwam.',
    opnieuw: 'De mail wordt opnieuw verstuurd.',
    bekende_stand: 'Dit dossier staat weer in een bekende stand.',
    ongedaan: 'Ongedaan gemaakt. Het dossier staat weer zoals ervoor. Er vertrok geen mail.',
    meteen: 'De mail vertrekt binnen een minuut.',
  }
  if (Object.hasOwn(other, action)) return other[action]
  const move = service.form.lifecycle.moves.find((candidate) => candidate.action === action)
  return (
    move &&
    `${doneInWords(service, action)}.${mailsApplicant && tellsApplicant(service, move) ? ' De aanvrager krijgt een mail.' : ''}`
  )
}

const tellsApplicant = ({ form }: Service, { tells, to }: Move): boolean =>
  tells?.includes('aanvrager') === true || (typeof to === 'string' && stateOf(form.lifecycle, to).withdrawn === true)

/** Above what a move asks: what happens then. */
export function introOf(service: Service, dossier: Dossier, move: Move): string | undefined {
  const { form, network } = service
  const { closed, withdrawnAnswers } = network.retention
  const { noun: aanvraag } = form
  const retention: Record<ExplanationFill, string> = {
    aanvraag,
    bewaard: daysInWords(closed),
    ingetrokken: daysInWords(withdrawnAnswers),
  }
  const intro = move.explains && fillIn(move.explains, retention)
  const mail = dossier.applicant && !dossier.suspect && tellsApplicant(service, move) && 'De aanvrager krijgt een mail.'
  return [intro, mail].filter(Boolean).join(' ') || undefined
}

const daysInWords = (days: number): string => (days === 1 ? '1 dag' : `${days} dagen`)
