/**
 * Every move of every form, as policy: who may make it, what it asks, who gets a mail, and from which state it leads where.
 * Written beside the lifecycles and not made of them, so that a change there is a change here. It is the one table of
 * moves: a new form adds its rows, and no test changes.
 */
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import type { Ask } from '../../forms/kit/lifecycle/lifecycle.ts'

export interface ExpectedMove {
  /** The coordinator; whoever of the team holds it; whoever of the team while nobody does; the applicant. */
  by: readonly ('coordinator' | 'houder' | 'vrij' | 'aanvrager')[]
  asks?: readonly Ask[]
  /** At once, beside what is planned for later; `behandelaar` is who held it, or was chosen; the triage address without either. */
  mails?: readonly Mail[]
  /** Who held it and did not do this themselves, hears that it is theirs no more, or over. */
  loses?: true
  /** Who was to call the service, and did not do this themselves, hears that they need not. */
  endsCall?: true
  /** Only until somebody works on it, for the applicant. */
  untilUnderWay?: true
  /** An overleg makes it, with what it asks itself: it has no button, and no address that takes it. */
  byOverleg?: true
}

type Mail = `${'stand' | 'ingetrokken'} aan aanvrager` | `taak aan ${'behandelaar' | 'triage'}`

const coordinator = ['coordinator'] as const
const holder = ['coordinator', 'houder'] as const
const phone = ['coordinator', 'houder', 'vrij'] as const
const applicantToo = ['coordinator', 'houder', 'aanvrager'] as const

/** Who gets it, or gets it instead. */
const assign: ExpectedMove = {
  by: coordinator,
  asks: ['persoon'],
  mails: ['stand aan aanvrager', 'taak aan behandelaar'],
  loses: true,
}
/** Once somebody has it: the applicant's service leaves, and the client is called. */
const leaving = {
  dienst_stopt: { by: ['aanvrager'], mails: ['taak aan behandelaar'] },
  client_gebeld: { by: holder },
} as const satisfies Record<string, ExpectedMove>
const giveBack: ExpectedMove = { by: holder, asks: ['toelichting'], mails: ['taak aan triage'], loses: true }
const onDate: ExpectedMove = { by: holder, asks: ['datum'], mails: ['stand aan aanvrager'] }
const fixes: ExpectedMove = { ...onDate, byOverleg: true }
const callsOff: ExpectedMove = { by: holder, mails: ['stand aan aanvrager'], byOverleg: true }

/** Of every form. */
const common = {
  vrijgeven: { by: coordinator },
  wachten: { by: holder, asks: ['toelichting'], mails: ['stand aan aanvrager'] },
  hervatten: { by: holder },
  doorverwijzen: {
    ...{ by: holder, asks: ['aanbod', 'beller', 'toelichting', 'drempels'], mails: ['stand aan aanvrager'] },
    loses: true,
  },
  dienst_gebeld: { by: holder, endsCall: true },
  andere_beller: { by: coordinator, asks: ['persoon'], mails: ['taak aan behandelaar'], endsCall: true },
  aangekomen: { by: applicantToo, endsCall: true },
  nog_niet: { by: ['aanvrager'] },
  niet_aangekomen: { by: applicantToo, mails: ['stand aan aanvrager', 'taak aan behandelaar'] },
  heropenen: { by: coordinator, mails: ['stand aan aanvrager', 'taak aan behandelaar'] },
  verlengen: { by: holder },
  intrekken: { by: applicantToo, mails: ['ingetrokken aan aanvrager'], untilUnderWay: true, loses: true },
} as const satisfies Record<string, ExpectedMove>
const ends = {
  advies_vragen: {
    ...{ by: coordinator, asks: ['persoon', 'toelichting'], mails: ['stand aan aanvrager', 'taak aan behandelaar'] },
  },
  advies: { by: holder, asks: ['toelichting', 'drempels'], mails: ['stand aan aanvrager'], loses: true },
  afsluiten: { by: holder, asks: ['toelichting', 'drempels'], mails: ['stand aan aanvrager'], loses: true },
} as const satisfies Record<string, ExpectedMove>
/** Of every form whose road is a row of steps. */
const road = { toewijzen: assign, andere_persoon: assign, teruggeven: giveBack, ...common, ...leaving, ...ends }

/** By form, by action. */
export const moves: Readonly<Record<string, Readonly<Record<string, ExpectedMove>>>> = {
  'lco-aanvraag': {
    toewijzen: assign,
    andere_casemanager: assign,
    overleg_plannen: fixes,
    overleg_verzetten: fixes,
    overleg_afgelast: callsOff,
    overleg_gehouden: { by: holder, byOverleg: true },
    opvolgen: { by: holder, asks: ['datum'] },
    opnieuw_overleggen: fixes,
    teruggeven: giveBack,
    ...common,
    ...leaving,
    ...ends,
  },
  vraag: { beantwoorden: { by: coordinator, asks: ['toelichting'] }, ...common },
  'bel-mij': { beantwoorden: { by: coordinator, asks: ['toelichting'] }, ...common },
  aanmelding: {
    toewijzen: assign,
    agenderen: { by: phone, mails: ['stand aan aanvrager'] },
    volgende_keer: { by: coordinator },
    dringend_gebeld: { by: phone },
    andere_bemiddelaar: assign,
    start_plannen: fixes,
    start_verzetten: fixes,
    start_afgelast: callsOff,
    start_gehouden: {
      ...{ by: holder, asks: ['datum', 'toelichting'], mails: ['stand aan aanvrager'] },
      byOverleg: true,
    },
    start_opnieuw: fixes,
    afspraken_maken: { by: holder, asks: ['datum'] },
    opvolgen: { by: holder, asks: ['datum', 'toelichting'] },
    teruggeven: giveBack,
    informatie: { by: phone, mails: ['stand aan aanvrager'] },
    advies_telefoon: { by: phone, mails: ['stand aan aanvrager'] },
    verwijzen: { by: phone, asks: ['aanbod'], mails: ['stand aan aanvrager'] },
    ...common,
    ...leaving,
    ...ends,
  },
  'de-katrol': { ...road, begeleiding: onDate, nazorg: onDate },
  'huisbezoek-80-plus': { ...road, bezoek_gepland: onDate, bezocht: { by: holder, mails: ['stand aan aanvrager'] } },
}

/** A state as a dossier may be in it. */
export interface Standing {
  state: string
  before: Partial<Dossier>
  /** What a coordinator may do then, and where it leads; `=` is the same state. */
  may: Readonly<Record<string, string>>
}

const held = { holder: 'casemanager-aalst' }
const closed = { ttl: 1_900_000_000 }
const referral = { referral: { aanbod: 'caw', checkOn: '2026-12-07' }, nextOn: '2026-12-07' }
/** Whoever holds it must still call the service. */
const toCall = {
  referral: { ...referral.referral, call: { who: 'casemanager-aalst', on: '2026-11-25' } },
  nextOn: '2026-11-25',
}
const endings = {
  doorverwijzen: 'doorverwezen',
  afsluiten: 'afgesloten',
  intrekken: 'ingetrokken',
}
const onTheRoad = {
  andere_casemanager: '=',
  teruggeven: 'ingediend',
  wachten: 'wacht_op_aanvrager',
  verlengen: '=',
  ...endings,
}

function pick(...actions: (keyof typeof endings)[]): Record<string, string> {
  return Object.fromEntries(actions.map((action) => [action, endings[action]]))
}

export const lcoStandings: readonly Standing[] = [
  {
    state: 'ingediend',
    before: { nextOn: '2026-11-30' },
    may: {
      ...{ toewijzen: 'toegewezen', wachten: 'wacht_op_aanvrager', verlengen: '=' },
      ...{ advies_vragen: 'advies_te_geven', advies: 'advies_gegeven' },
      ...endings,
    },
  },
  {
    state: 'advies_te_geven',
    before: { ...held, nextOn: '2026-11-25' },
    may: { advies: 'advies_gegeven', ...onTheRoad },
  },
  {
    state: 'toegewezen',
    before: held,
    may: { advies: 'advies_gegeven', ...onTheRoad },
  },
  {
    state: 'overleg_gepland',
    before: { ...held, nextOn: '2026-12-01' },
    may: onTheRoad,
  },
  {
    state: 'overleg_gehouden',
    before: held,
    may: { opvolgen: 'in_opvolging', ...onTheRoad },
  },
  {
    state: 'in_opvolging',
    before: { ...held, nextOn: '2027-02-01' },
    may: { opvolgen: '=', ...onTheRoad },
  },
  {
    state: 'in_opvolging',
    before: { ...held, nextOn: '2027-02-01', callClient: '2026-11-20' },
    may: { opvolgen: '=', client_gebeld: '=', ...onTheRoad },
  },
  {
    state: 'wacht_op_aanvrager',
    before: { ...held, paused: { from: 'overleg_gehouden', on: '2026-11-20' } },
    may: {
      ...{ hervatten: 'overleg_gehouden', teruggeven: 'ingediend', advies: 'advies_gegeven', verlengen: '=' },
      andere_casemanager: '=',
      ...endings,
    },
  },
  {
    state: 'afgesloten',
    before: { ...held, ...closed },
    may: { heropenen: 'toegewezen' },
  },
  {
    state: 'advies_gegeven',
    before: { ...held, ...closed },
    may: { heropenen: 'toegewezen' },
  },
  {
    state: 'doorverwezen',
    before: { ...held, ...closed, ...referral },
    may: { aangekomen: '=', niet_aangekomen: 'toegewezen', heropenen: 'toegewezen' },
  },
  {
    state: 'doorverwezen',
    before: { ...held, ...closed, ...toCall },
    may: {
      ...{ dienst_gebeld: '=', andere_beller: '=' },
      ...{ aangekomen: '=', niet_aangekomen: 'toegewezen', heropenen: 'toegewezen' },
    },
  },
  { state: 'ingetrokken', before: { ...held, ...closed }, may: {} },
]

export const vraagStandings: readonly Standing[] = [
  {
    state: 'ingediend',
    before: { nextOn: '2026-11-30' },
    may: {
      beantwoorden: 'beantwoord',
      wachten: 'wacht_op_aanvrager',
      verlengen: '=',
      ...pick('doorverwijzen', 'intrekken'),
    },
  },
  {
    state: 'wacht_op_aanvrager',
    before: { paused: { from: 'ingediend', on: '2026-11-20' } },
    may: { beantwoorden: 'beantwoord', hervatten: 'ingediend', verlengen: '=', ...pick('doorverwijzen', 'intrekken') },
  },
  { state: 'beantwoord', before: closed, may: { heropenen: 'ingediend' } },
  {
    state: 'doorverwezen',
    before: { ...closed, ...referral },
    may: { aangekomen: '=', niet_aangekomen: 'ingediend', heropenen: 'ingediend' },
  },
  { state: 'ingetrokken', before: closed, may: {} },
]
