/** States and moves that every request of this counter has in common; a form adds its own road between them. */
import type { Role } from '../network.ts'
import type { Ask, Move, State } from './lifecycle.ts'

const everybody: readonly Role[] = ['coordinator', 'casemanager', 'bemiddelaar']

export const commonStates = {
  ingediend: {
    name: 'ingediend',
    naam: 'ingediend',
    tekst: 'De coördinator leest uw {aanvraag}. Antwoord vóór {antwoordVoor}.',
    belofte: 'De coördinator antwoordt vóór {antwoordVoor}.',
    volgende: 'lees en beslis',
  },
  wacht: {
    name: 'wacht_op_aanvrager',
    naam: 'wacht op aanvrager',
    tekst: 'We hebben een vraag voor u. Bel {tel}.',
    volgende: 'bel de aanvrager',
    binnen: 5,
    wacht: true,
  },
  advies: {
    name: 'advies_gegeven',
    naam: 'advies gegeven',
    tekst: 'U kreeg advies of informatie. Nog een vraag? Bel {tel}.',
    gesloten: true,
  },
  informatie: {
    name: 'informatie_gegeven',
    naam: 'informatie gegeven',
    tekst: 'U kreeg advies of informatie. Nog een vraag? Bel {tel}.',
    gesloten: true,
  },
  afgesloten: {
    name: 'afgesloten',
    naam: 'afgesloten',
    tekst: 'Deze {aanvraag} is afgesloten. Opnieuw hulp nodig? Bel {tel}.',
    gesloten: true,
  },
  doorverwezen: {
    name: 'doorverwezen',
    naam: 'doorverwezen',
    tekst:
      'Dit past beter: {aanbod}. Wij bellen die dienst samen met u, als uw cliënt dat goed vindt. Lukt het daar niet? Bel ons: {tel}.',
    volgende: 'vraag of de cliënt er geraakt is',
    gesloten: true,
  },
  verplaatst: {
    name: 'verplaatst',
    naam: 'verplaatst',
    tekst:
      'Uw {aanvraag} is verplaatst naar {bestemming}. U krijgt daarvoor een nieuwe bevestiging. Liet u geen e-mailadres na? Dan belt dat team u.',
    gesloten: true,
    verplaatst: true,
  },
  ingetrokken: {
    name: 'ingetrokken',
    naam: 'ingetrokken',
    tekst: 'Deze {aanvraag} is gestopt. We wissen de antwoorden binnen 24 uur.',
    gesloten: true,
    teruggetrokken: true,
  },
} as const satisfies Record<string, State>

/** Somebody gets the request; the words of the button are the form's. */
export const assigning = {
  action: 'toewijzen',
  gedaan: 'Toegewezen',
  asks: ['persoon'],
  meldt: ['aanvrager', 'behandelaar'],
} as const satisfies Partial<Move>

/** Whoever holds it gives it back. */
export const givingBack = {
  action: 'teruggeven',
  label: 'Geef terug aan de coördinator',
  gedaan: 'Teruggegeven aan de coördinator',
  explains: 'De coördinator kiest dan iemand anders.',
  asks: ['toelichting'],
  words: { toelichting: { label: 'Waarom geeft u dit dossier terug?' } },
  geeftTerug: true,
  meldt: ['triage'],
} as const satisfies Partial<Move>

interface Around {
  advies?: readonly string[]
  telefoon?: { from: readonly string[]; by: readonly Role[] }
  overleg?: boolean
  /** What closing asks beside the drempels. */
  sluitMet?: readonly Ask[]
}

/**
 * The moves around a form's own road: pause and go on, refer and hear back, advise, close, open again, withdraw; each
 * only where the form has its state. Advice ends a request before the road has begun, so from `advies` only. In the
 * states of `telefoon` a call ends it, with one press and no questions but where to; with `overleg` a meeting may
 * advise or refer.
 */
export function commonMoves(
  states: readonly State[],
  { advies = [], telefoon, overleg = false, sluitMet = [] }: Around = {},
): Move[] {
  const { wacht, doorverwezen, afgesloten, ingetrokken } = commonStates
  const going = states.filter(({ gesloten }) => !gesloten).map(({ name }) => name)
  const open = going.filter((name) => name !== wacht.name)
  const ended = states
    .filter(({ gesloten, teruggetrokken, verplaatst }) => gesloten && !teruggetrokken && !verplaatst)
    .map(({ name }) => name)
  const moves: Move[] = [
    {
      action: 'vrijgeven',
      label: 'Dit is een echte aanvraag',
      gedaan: 'Nagekeken: dit is een echte aanvraag',
      from: going,
      to: { special: 'same' },
      by: ['coordinator'],
      voorVerdacht: true,
    },
    {
      action: 'wachten',
      label: 'Wacht op de aanvrager',
      from: open,
      to: wacht.name,
      by: everybody,
      meldt: ['aanvrager'],
    },
    {
      action: 'hervatten',
      label: 'Ga verder',
      gedaan: 'Weer verdergegaan',
      from: [wacht.name],
      to: { special: 'resume' },
      by: everybody,
    },
    {
      action: 'doorverwijzen',
      label: 'Verwijs door',
      gedaan: 'Doorverwezen',
      explains:
        'Bel samen met de aanvrager naar de dienst, als de cliënt dat goed vindt. Na 10 werkdagen vragen we of de cliënt er geraakt is.',
      words: { toelichting: { label: 'Waarom past dit beter?' } },
      from: going.filter((name) => !telefoon?.from.includes(name)),
      to: doorverwezen.name,
      by: everybody,
      asks: ['aanbod', 'toelichting', 'drempels'],
      ...(overleg ? { inOverleg: true } : {}),
      meldt: ['aanvrager'],
    },
    ...(telefoon ? phoneMoves(telefoon) : []),
    {
      action: 'aangekomen',
      label: 'De cliënt is er geraakt',
      from: [doorverwezen.name],
      to: { special: 'same' },
      by: [...everybody, 'aanvrager'],
      geraakt: 'ja',
    },
    {
      action: 'niet_aangekomen',
      label: 'De cliënt is er niet geraakt',
      from: [doorverwezen.name],
      to: { special: 'again' },
      by: [...everybody, 'aanvrager'],
      geraakt: 'nee',
      meldt: ['aanvrager', 'behandelaar'],
    },
    {
      action: 'advies',
      label: 'Geef advies',
      gedaan: 'Advies gegeven',
      words: { toelichting: { label: 'Welk advies gaf u?', error: 'Schrijf welk advies u gaf' } },
      from: advies,
      to: commonStates.advies.name,
      by: everybody,
      asks: ['toelichting', 'drempels'],
      ...(overleg ? { inOverleg: true } : {}),
      meldt: ['aanvrager'],
    },
    {
      action: 'afsluiten',
      label: 'Sluit af',
      gedaan: 'Afgesloten',
      explains: 'Het dossier wordt {bewaard} na vandaag gewist. Tot dan kan de coördinator het heropenen.',
      from: going,
      to: afgesloten.name,
      by: everybody,
      asks: [...sluitMet, 'drempels'],
      meldt: ['aanvrager'],
    },
    {
      action: 'heropenen',
      label: 'Heropen',
      gedaan: 'Heropend',
      from: ended,
      to: { special: 'again' },
      by: ['coordinator'],
      meldt: ['aanvrager', 'behandelaar'],
    },
    {
      action: 'verlengen',
      label: 'Hou dit dossier open',
      gedaan: 'Langer opengehouden',
      from: going,
      to: { special: 'same' },
      by: everybody,
    },
    {
      action: 'intrekken',
      label: 'Trek in voor de aanvrager',
      gedaan: 'Ingetrokken',
      explains:
        'De cliënt mag altijd stoppen. We wissen de antwoorden na {ingetrokken}. U kunt deze {aanvraag} daarna niet heropenen.',
      from: going,
      to: ingetrokken.name,
      by: [...everybody, 'aanvrager'],
    },
  ]
  const names = states.map(({ name }) => name)
  return moves.filter(({ to, from }) => from.length > 0 && (typeof to !== 'string' || names.includes(to)))
}

/** How a call ends: one press each, by whoever answers the phone. */
function phoneMoves({ from, by }: { from: readonly string[]; by: readonly Role[] }): Move[] {
  const ends = { from, by, meteen: true, vrij: true, meldt: ['aanvrager'] } as const
  return [
    { action: 'informatie', label: 'Informatie gegeven', to: commonStates.informatie.name, ...ends },
    { action: 'advies_telefoon', label: 'Advies gegeven', to: commonStates.advies.name, ...ends },
    { action: 'verwijzen', label: 'Verwijs door', to: commonStates.doorverwezen.name, asks: ['aanbod'], ...ends },
  ]
}
