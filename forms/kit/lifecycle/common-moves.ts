/** States and moves that every request of this counter has in common; a form adds its own road between them. */
import type { Role } from '../content-schema.ts'
import { adviceMoves } from './advice-moves.ts'
import type { Move, State } from './lifecycle.ts'
import { referralMoves } from './referral-moves.ts'

const everybody: readonly Role[] = ['coordinator', 'casemanager', 'bemiddelaar']

const answered = { statusText: 'U kreeg advies of informatie. Nog een vraag? Bel {tel}.', closed: true } as const
const callTogether = (who: string) => `Wij bellen die dienst samen met u, als ${who} dat goed vindt. `

export const commonStates = {
  ingediend: {
    name: 'ingediend',
    label: 'ingediend',
    statusText: 'De coördinator leest uw {aanvraag}. Antwoord ten laatste op {antwoordVoor}.',
    promise: 'De coördinator antwoordt ten laatste op {antwoordVoor}.',
    next: 'lees en beslis',
    counted: { as: 'Nog geen beslissing' },
  },
  wacht: {
    name: 'wacht_op_aanvrager',
    label: 'wacht op aanvrager',
    statusText: 'We hebben een vraag voor u. Bel {tel}.',
    next: 'bel de aanvrager',
    within: 5,
    waits: true,
  },
  teAdviseren: {
    name: 'advies_te_geven',
    label: 'advies te geven',
    statusText: '{behandelaar} belt u met advies.',
    next: 'bel en geef het advies',
    within: 2,
    forward: 'advies',
  },
  advies: {
    name: 'advies_gegeven',
    label: 'advies gegeven',
    counted: { as: 'Advies' },
    ...answered,
  },
  informatie: {
    name: 'informatie_gegeven',
    label: 'informatie gegeven',
    counted: { as: 'Informatie' },
    ...answered,
  },
  afgesloten: {
    name: 'afgesloten',
    label: 'afgesloten',
    counted: { as: 'Afgesloten', onlyUndecided: true },
    statusText: 'Deze {aanvraag} is afgesloten. Opnieuw hulp nodig? Bel {tel}.',
    closed: true,
  },
  doorverwezen: {
    name: 'doorverwezen',
    label: 'doorverwezen',
    counted: { as: 'Een ander aanbod' },
    statusText: 'Dit past beter: {aanbod}. {samen}Lukt het daar niet? Bel ons: {tel}.',
    mailText:
      'Een ander aanbod past beter. {samen}Op uw pagina staat welke dienst het is, met het telefoonnummer. Lukt het daar niet? Bel ons: {tel}.',
    together: {
      due: callTogether('uw cliënt'),
      done: 'Wij belden die dienst. ',
    },
    next: 'vraag of de cliënt er geraakt is',
    forward: 'dienst_gebeld',
    closed: true,
  },
  verplaatst: {
    name: 'verplaatst',
    label: 'verplaatst',
    counted: { as: 'Naar een ander formulier' },
    statusText:
      'Uw {aanvraag} is verplaatst naar {bestemming}. U krijgt daarvoor een nieuwe bevestiging. Liet u geen e-mailadres na? Dan belt dat team u.',
    closed: true,
    movedAway: true,
  },
  ingetrokken: {
    name: 'ingetrokken',
    label: 'ingetrokken',
    counted: { as: 'Gestopt' },
    statusText: 'Deze {aanvraag} is gestopt. We wissen de antwoorden binnen 24 uur.',
    closed: true,
    withdrawn: true,
  },
} as const satisfies Record<string, State>

/** A referral where whoever asked is called about themselves: there is no client to ask. */
export const referredThemselves: State = {
  ...commonStates.doorverwezen,
  together: { ...commonStates.doorverwezen.together, due: callTogether('u') },
}

/** Somebody gets the request; the words of the button are the form's. */
export const assigning = {
  action: 'toewijzen',
  done: 'Toegewezen',
  asks: ['persoon'],
  tells: ['aanvrager', 'holder'],
} as const satisfies Partial<Move>

/** Whoever holds it gives it back. */
export const givingBack = {
  action: 'teruggeven',
  label: 'Geef terug aan de coördinator',
  done: 'Teruggegeven aan de coördinator',
  explains: 'De coördinator kiest dan iemand anders.',
  asks: ['toelichting'],
  words: { toelichting: { label: 'Waarom geeft u dit dossier terug?' } },
  givesBack: true,
  tells: ['triage'],
} as const satisfies Partial<Move>

interface Around {
  advice?: readonly string[]
  phone?: { from: readonly string[]; by: readonly Role[] }
  teamMeeting?: boolean
  /** Closing does not go without a word on how it ended. */
  explainsClosing?: boolean
  /** Somebody gets it: from then on the applicant's service can leave, and this is who must be called: "De cliënt". */
  called?: string
}

/**
 * The moves around a form's own road: pause and go on, refer and hear back, advise, close, open again, withdraw; each
 * only where the form has its state. Advice ends a request before the road has begun, so from `advice` only. In the
 * states of `phone` a call ends it, with one press and no questions but where to; with `teamMeeting` a meeting may
 * advise or refer.
 */
export function commonMoves(
  states: readonly State[],
  { advice = [], phone, teamMeeting = false, explainsClosing = false, called }: Around = {},
): Move[] {
  const { wacht, teAdviseren, advies, doorverwezen, afgesloten, ingetrokken } = commonStates
  const going = states.filter(({ closed }) => !closed).map(({ name }) => name)
  const open = going.filter((name) => name !== wacht.name)
  const ended = states
    .filter(({ closed, withdrawn, movedAway }) => closed && !withdrawn && !movedAway)
    .map(({ name }) => name)
  const moves: Move[] = [
    {
      action: 'vrijgeven',
      label: 'Dit is echt',
      done: 'Nagekeken: dit is echt',
      from: going,
      to: { special: 'same' },
      by: ['coordinator'],
      forSuspect: true,
    },
    {
      action: 'wachten',
      label: 'Wacht op de aanvrager',
      explains: 'Wie de telefoon opneemt, leest uw vraag. In de mail aan de aanvrager staat ze niet.',
      from: open,
      to: wacht.name,
      by: everybody,
      asks: ['toelichting'],
      words: { toelichting: { label: 'Wat wilt u weten?', error: 'Schrijf wat u wilt weten' } },
      tells: ['aanvrager'],
    },
    {
      action: 'hervatten',
      label: 'Ga verder',
      done: 'Weer verdergegaan',
      from: [wacht.name],
      to: { special: 'resume' },
      by: everybody,
    },
    ...referralMoves({
      from: going.filter((name) => !phone?.from.includes(name)),
      ...{ to: doorverwezen.name, by: everybody, teamMeeting },
    }),
    ...(phone ? phoneMoves(phone) : []),
    ...adviceMoves({
      from: advice,
      ...{ asked: teAdviseren.name, given: advies.name, by: everybody, teamMeeting },
    }),
    {
      action: 'afsluiten',
      label: 'Sluit af',
      done: 'Afgesloten',
      explains: 'Het dossier wordt {bewaard} na vandaag gewist. Tot dan kan de coördinator het heropenen.',
      from: going,
      to: afgesloten.name,
      by: everybody,
      asks: ['toelichting', 'drempels'],
      // How it ended, for who reads it later.
      ...(explainsClosing ? {} : { optional: ['toelichting'] }),
      words: { toelichting: { label: 'Hoe liep het af?', error: 'Schrijf hoe het afliep' } },
      erases: true,
      tells: ['aanvrager'],
    },
    {
      action: 'heropenen',
      label: 'Heropen',
      done: 'Heropend',
      from: ended,
      to: { special: 'again' },
      by: ['coordinator'],
      tells: ['aanvrager', 'holder'],
    },
    {
      action: 'verlengen',
      label: 'Hou dit dossier open',
      done: 'Langer opengehouden',
      from: going,
      to: { special: 'same' },
      by: everybody,
    },
    {
      action: 'intrekken',
      label: 'Trek in voor de aanvrager',
      done: 'Ingetrokken',
      explains:
        'De cliënt mag altijd stoppen. We wissen de antwoorden na {ingetrokken}. U kunt deze {aanvraag} daarna niet heropenen.',
      from: going,
      to: ingetrokken.name,
      by: [...everybody, 'aanvrager'],
      erases: true,
      untilUnderWay: true,
    },
    ...(called === undefined ? [] : whenServiceStops(going, called)),
  ]
  const names = states.map(({ name }) => name)
  return moves.filter(({ to, from }) => from.length > 0 && (typeof to !== 'string' || names.includes(to)))
}

/** Once it is somebody's, the applicant's service can leave but not stop it: the client is called and decides (docs/overleg.md §2). */
function whenServiceStops(from: readonly string[], called: string): Move[] {
  const same = { from, to: { special: 'same' } } as const
  return [
    {
      ...same,
      action: 'dienst_stopt',
      label: 'Mijn dienst doet niet meer mee',
      done: 'De dienst van de aanvrager doet niet meer mee',
      by: ['aanvrager'],
      callsClient: 'ask',
      tells: ['holder'],
    },
    { ...same, action: 'client_gebeld', label: `${called} is gebeld`, by: everybody, callsClient: 'done' },
  ]
}

/** How a call ends: one press each, by whoever answers the phone. */
function phoneMoves({ from, by }: { from: readonly string[]; by: readonly Role[] }): Move[] {
  const ends = { from, by, endsCall: true, unheld: true, tells: ['aanvrager'] } as const
  return [
    { action: 'informatie', label: 'Informatie gegeven', to: commonStates.informatie.name, ...ends },
    { action: 'advies_telefoon', label: 'Advies gegeven', to: commonStates.advies.name, ...ends },
    { action: 'verwijzen', label: 'Verwijs door', to: commonStates.doorverwezen.name, asks: ['aanbod'], ...ends },
  ]
}
