/** One notification of every kind, around the seed's dates. */
import type {
  AgendaContext,
  DigestContext,
  EventContext,
  EventMail,
  FormContext,
  OrganiserContext,
  OverlegMail,
  OverviewContext,
  PlanMail,
} from '../../emails/content.ts'
import { words } from '../../emails/kinds.ts'
import { type Mail, mailOf } from '../../emails/render.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import type { Standing } from '../../forms/kit/events/organiser-mails.ts'
import type { Overleg } from '../../forms/kit/overleg/overleg.ts'
import { nothingSaid } from '../../forms/kit/overleg/said.ts'
import { type ActionPlan, begunPlan } from '../../forms/kit/plan/action-plan.ts'
import { planSaidOf } from '../../forms/kit/plan/plan-said.ts'
import { type MailedKind, type MailedNotification, notificationSchema } from '../../forms/kit/post/notifications.ts'
import { demoContent } from '../support/content.ts'

export const link = 'https://loket.example/status/LCO-7K3M-9QX2-4T.1.k1.abc'

export function sampleOf(kind: MailedKind, form = 'lco-aanvraag'): MailedNotification {
  const reference = form === 'vraag' ? 'VRG-7K3M-9QX2-4T' : 'LCO-7K3M-9QX2-4T'
  const dossier = { network: 'aalst', form, reference, linkVersion: 1 }
  const received = { ...dossier, receivedAt: '2021-05-20T12:05:00.000Z', answerBefore: '2021-05-28' }
  const draft = { network: 'aalst', form, draft: 'concept1', linkVersion: 1, expiresAt: '2021-06-03T22:20:00.000Z' }
  const standing = {
    state: form === 'vraag' ? 'doorverwezen' : 'toegewezen',
    answerBefore: '2021-05-28',
    holder: 'casemanager-aalst',
    offer: 'caw',
    on: '2021-06-04',
  }
  switch (kind) {
    case 'ontvangen':
      return { kind, to: 'aanvrager', ...received }
    case 'triage':
      return { kind, to: 'triage', ...received }
    case 'triage-overzicht':
      return { kind, to: 'triage', network: 'aalst', form, since: '2021-05-20T12:00:00.000Z' }
    case 'ingetrokken':
      return { kind, to: 'aanvrager', ...dossier }
    case 'triage-ingetrokken':
      return { kind, to: 'triage', ...dossier }
    case 'stand':
    case 'navraag':
      return { kind, to: 'aanvrager', ...dossier, ...standing }
    case 'bericht':
      return { kind, to: 'aanvrager', ...dossier, template: 'bel-mij', sender: 'casemanager-aalst' }
    case 'postbus-bevestigen':
    case 'postbus-verandert':
      return {
        ...{ kind, to: 'postbus', network: 'aalst', mailbox: 'triage' },
        ...{ by: 'coordinator-aalst', asked: Date.parse('2021-05-20T12:05:00Z') },
      }
    case 'adres-bevestigen':
      return {
        ...{ kind, to: 'aanvrager', ...dossier },
        ...{ asked: Date.parse('2021-05-20T12:05:00Z'), expiresAt: '2021-05-23T12:05:00.000Z' },
      }
    case 'gegevens':
      return { kind, to: 'aanvrager', ...dossier, what: 'adres-gevraagd' }
    case 'taak':
      return { kind, to: 'medewerker', person: 'casemanager-aalst', ...dossier, why: 'toegewezen' }
    case 'overgedragen':
      return {
        ...{ kind, to: 'medewerker', network: 'aalst' },
        person: 'casemanager-aalst',
        references: [reference],
        count: 1,
      }
    case 'ongeopend':
      return { kind, to: 'plaatsvervanger', ...received }
    case 'agenda':
      return { kind, to: 'triage', network: 'aalst', on: '2021-05-25' }
    case 'dagoverzicht':
      return { kind, to: 'medewerker', network: 'aalst', person: 'casemanager-aalst', on: '2021-05-20' }
    case 'organisator':
      return { kind, to: 'medewerker', network: 'aalst', event: sampleEvent.slug, why: 'te-laat' }
    case 'niet-aangekomen':
      return { kind, to: 'triage', network: 'aalst', reference, aan: 'aanvrager', fate: 'niet_aangekomen' }
    case 'toegang':
      return { kind, to: 'medewerker', network: 'aalst', person: 'casemanager-aalst-2', invitation: 'uitnodiging1' }
    case 'gekoppeld':
      return { kind, person: 'organisator', ...bound }
    case 'gekoppeld-uitnodiger':
      return { kind, person: 'coordinator-aalst', ...bound, wie: 'organisator' }
    case 'verder':
    case 'verloopt':
      return { kind, to: 'aanvrager', ...draft }
    case 'overleg-momenten':
    case 'overleg-erbij':
    case 'overleg-herinnering':
    case 'overleg-antwoord':
      return { kind, ...aboutParticipant, form, reference }
    case 'overleg-uitnodiging':
    case 'overleg-verplaatst':
    case 'overleg-morgen':
      return { kind, ...aboutParticipant, form, reference, moment: sampleMoment }
    case 'overleg-afgelast':
    case 'overleg-niet-komen':
      return { kind, ...aboutParticipant, form, reference, moment: sampleMoment, inCalendar: 1 }
    case 'plan-klaar':
    case 'plan-veranderd':
    case 'plan-gestopt':
    case 'plan-niet-meer':
      return { kind, ...aboutParticipant, form, reference, version: '02' }
    case 'plan-afspraak':
      return { kind, ...aboutParticipant, form, reference, version: '02', on: '2021-05-21' }
    case 'plan-taak':
      return { kind, to: 'triage', network: 'aalst', form, reference, why: 'evaluatie', on: '2021-05-20' }
    case 'overleg-taak':
      return { kind, to: 'triage', network: 'aalst', form, reference, overleg: '01', why: 'gehouden', on: '2021-06-01' }
    default:
      return { kind, ...aboutInvitee }
  }
}

const bound = {
  ...{ to: 'medewerker' as const, network: 'aalst', boundAt: '2021-05-20T12:05:00.000Z' },
  account: 'microsoft' as const,
}

const aboutInvitee = {
  to: 'genodigde' as const,
  network: 'aalst',
  form: 'activiteit' as const,
  activiteit: 'verkennend-overleg-gedeelde-zorg',
  genodigde: 'genodigde1',
  linkVersion: 1,
  revisie: 1,
}

const sampleMoment = { start: '2021-06-01T12:00:00.000Z', end: '2021-06-01T13:30:00.000Z', number: 1 }

const aboutParticipant = {
  to: 'deelnemer' as const,
  network: 'aalst',
  overleg: '01',
  participant: 'p1',
  linkVersion: 1,
  revision: 3,
}

/** Fixed, and held by nobody. */
export const sampleOverleg: Overleg = {
  ...{ reference: 'LCO-7K3M-9QX2-4T', number: '01', network: 'aalst', form: 'lco-aanvraag', noun: 'overleg' },
  ...{
    state: 'vastgelegd',
    revision: 3,
    clientDeclines: false,
    moments: [],
    momentsMade: 1,
    hasPlace: true,
    letters: {},
  },
  participants: { p1: { wie: 'dienst', bereik: 'mail', beroepsgeheim: 'ja', place: 1, linkVersion: 1 } },
  fixed: { ...sampleMoment, by: 'casemanager-aalst', at: '2021-05-20T12:05:00.000Z' },
}

const sampleTable = {
  overleg: sampleOverleg,
  ...(sampleOverleg.participants.p1 ? { who: sampleOverleg.participants.p1 } : {}),
  now: new Date('2021-05-20T12:05:00.000Z'),
}

/** What mail about it sees beside its notification. */
const sampleOverlegMail: OverlegMail = { ...sampleTable, said: nothingSaid('p1') }

const agreed = { goals: [], afspraken: [{ id: 'a1', wie: 'p1', waarom: 'wonen_energie' }], evaluationOn: '2021-05-20' }

/** It runs, and is held by nobody. */
export const samplePlan: ActionPlan = {
  ...begunPlan({ ...sampleOverleg, overleg: sampleOverleg.number, goals: [] }),
  ...{ ...agreed, state: 'loopt', revision: 4, made: 1 },
  running: {
    ...{ ...agreed, number: '02', at: '2021-05-20T12:05:00.000Z', by: 'casemanager-aalst' },
    ...{ agreed: [], disagreed: {}, whole: [], reasons: [] },
  },
}

const samplePlanMail: PlanMail = { ...sampleTable, plan: samplePlan, said: planSaidOf(new Map(), 'p1') }

/** The event of the seed. */
export const sampleEvent: LoketEvent = {
  slug: 'verkennend-overleg-gedeelde-zorg',
  network: 'aalst',
  titel: 'Online verkennend overleg naar gedeelde zorg',
  soort: 'overleg',
  omschrijving: ['We bespreken anonieme casussen. Het gaat niet om individuele cliënten.'],
  voorWie: 'Hulpverleners in de regio Aalst.',
  start: '2021-06-08T07:00:00.000Z',
  einde: '2021-06-08T10:00:00.000Z',
  plaats: 'Online',
  online: true,
  deadline: '2021-05-21',
  toegang: 'openbaar',
  organisator: 'Stad Aalst',
  casussen: true,
  perSessie: false,
  vragen: [],
  metHoeveel: false,
  vraagtOrganisatie: true,
  extraHerinnering: false,
  geannuleerd: false,
  revisie: 0,
  gemeld: 0,
}

/** What mail about it shows beside its notification. */
export const sampleEventMail: EventMail = {
  event: sampleEvent,
  page: 'https://loket.example/activiteiten/verkennend-overleg-gedeelde-zorg',
  unsubscribe: 'https://loket.example/afmelden/genodigde1.1.k1.def',
}

/** How it stands. */
export const sampleStanding: Standing = {
  counts: { nieuw: 0, open: 34, ja: 12, wacht: 0, nee: 9, op_de_hoogte: 4, laat: 3, verdacht: 0 },
  returned: 2,
}

/** Every kind that is a mail. */
export const kinds: readonly MailedKind[] = notificationSchema.options
  .map(({ shape }) => shape.kind.value)
  .filter((kind) => kind !== 'overleg-ronde')

/** What is there for the words of any kind. */
type Everything = FormContext &
  DigestContext &
  EventContext &
  AgendaContext &
  OverviewContext & { about: OverlegMail | PlanMail | OrganiserContext['about'] }

export const sampleOverview = {
  counts: [
    {
      label: 'Te laat',
      count: 2,
      most: false,
      link: 'Bekijk wat te laat is',
      href: 'https://loket.example/werkruimte/week',
    },
  ],
  settings: 'https://loket.example/werkruimte/ik',
}

/** When the samples were decided, and leave. */
export const sampleNow = new Date('2021-05-20T12:05:00.000Z')

const others = {
  now: sampleNow,
  decidedAt: sampleNow,
  held: 0,
  references: [],
  event: sampleEventMail,
  ...sampleOverview,
}

const aboutOf = ({ kind }: MailedNotification) => {
  if (kind === 'organisator') return { event: sampleEvent, standing: sampleStanding }
  return kind.startsWith('plan-') ? samplePlanMail : sampleOverlegMail
}

/** A mail of any kind, without the mailer. */
export function render(
  notification: MailedNotification,
  about: Pick<Everything, 'network' | 'form' | 'link'> & Partial<Everything>,
): Promise<Mail> {
  const write = words[notification.kind] as (
    of: MailedNotification,
    context: Everything,
  ) => ReturnType<typeof words.taak>
  return mailOf(
    write(notification, {
      ...others,
      about: aboutOf(notification),
      content: demoContent(about.network.slug),
      ...about,
    }),
    about.network,
  )
}
