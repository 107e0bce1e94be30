/** A mail in the words of who looks after it: what it says, to whom, what became of it. */
import { type NetworkContent, personOf } from '../../forms/kit/content.ts'
import type { overlegTasks, planTasks } from '../../forms/kit/overleg/overleg-notifications.ts'
import type { Notification, NotificationKind, taskReasons } from '../../forms/kit/post/notifications.ts'
import { dayInWords, timeInWords } from '../../forms/kit/time.ts'
import type { HoldReason, OutboxItem } from '../shared/store/outbox-item.ts'

const kinds = {
  ontvangen: 'Bevestiging van ontvangst',
  triage: 'Nieuwe aanvraag',
  'triage-overzicht': 'Overzicht van nieuwe aanvragen',
  ingetrokken: 'Bevestiging dat de aanvraag gestopt is',
  'triage-ingetrokken': 'De aanvrager stopte de aanvraag',
  stand: 'Hoe het met de aanvraag staat',
  navraag: 'Vraag of de doorverwijzing gelukt is',
  bericht: 'Bericht in vaste woorden',
  'adres-bevestigen': 'Vraag om een nieuw adres te bevestigen',
  gegevens: 'Bericht dat een adres of nummer veranderde',
  taak: 'Een taak',
  overgedragen: 'Dossiers zijn niet meer van deze persoon',
  ongeopend: 'De aanvraag is nog niet geopend',
  agenda: 'Agenda van het teamoverleg',
  dagoverzicht: 'Overzicht van de dag',
  toegang: 'Uitnodiging voor de werkruimte',
  'postbus-bevestigen': 'Vraag om een postbus te bevestigen',
  'postbus-verandert': 'Bericht dat een postbus vervangen wordt',
  gekoppeld: 'Bericht dat een account gekoppeld is',
  'gekoppeld-uitnodiger': 'Bericht dat een account gekoppeld is',
  'niet-aangekomen': 'Een mail kwam niet aan',
  verder: 'Link om later verder te gaan',
  verloopt: 'Waarschuwing voor het wissen',
  organisator: 'Bericht aan wie een activiteit organiseert',
  'activiteit-uitnodiging': 'Uitnodiging voor een activiteit',
  'activiteit-ja': 'Bevestiging: neemt deel',
  'activiteit-nee': 'Bevestiging: kan niet',
  'activiteit-op-de-hoogte': 'Bevestiging: op de hoogte houden',
  'activiteit-wachtlijst': 'Bevestiging: op de wachtlijst',
  'activiteit-te-laat': 'Bevestiging: te laat',
  'activiteit-link': 'Persoonlijke link van een genodigde',
  'activiteit-agenda': 'Bericht dat een antwoord uit de agenda niet telt',
  'activiteit-herinnering': 'Herinnering om te antwoorden',
  'activiteit-morgen': 'Herinnering: morgen',
  'activiteit-plaats': 'Er kwam een plaats vrij',
  'activiteit-verplaatst': 'De activiteit is gewijzigd',
  'activiteit-geannuleerd': 'De activiteit gaat niet door',
  'activiteit-praktisch': 'Praktische mail over een activiteit',
  'activiteit-vervolg': 'Nieuws over een activiteit',
  'activiteit-attest': 'Attest van aanwezigheid',
  'overleg-ronde': 'Mails aan de tafel',
  'overleg-momenten': 'Vraag wanneer iemand kan',
  'overleg-erbij': 'Nieuwe momenten',
  'overleg-herinnering': 'Herinnering om te zeggen wanneer het past',
  'overleg-antwoord': 'Bevestiging van een antwoord',
  'overleg-uitnodiging': 'Uitnodiging voor een overleg',
  'overleg-verplaatst': 'Het overleg is verplaatst',
  'overleg-afgelast': 'Het overleg gaat niet door',
  'overleg-niet-komen': 'Bericht dat iemand niet hoeft te komen',
  'overleg-morgen': 'Herinnering: morgen is het overleg',
  'overleg-taak': 'Een taak voor een overleg',
  'plan-klaar': 'Bericht dat het plan klaarstaat',
  'plan-veranderd': 'Het plan is veranderd',
  'plan-afspraak': 'Herinnering aan een afspraak',
  'plan-gestopt': 'Het plan is gestopt',
  'plan-niet-meer': 'Bericht dat iemand niets meer hoeft te doen',
  'plan-taak': 'Een taak voor een plan',
} as const satisfies Record<NotificationKind, string>

const tasks = {
  toegewezen: 'Dit dossier is nu van u',
  terug: 'Dit dossier kwam terug',
  datum: 'Herinnering aan de datum',
  voorbij: 'De dag is voorbij',
  'blijft-liggen': 'Het dossier blijft liggen',
  nakijken: 'Een verdachte aanvraag wacht',
  'te-laat': 'Het antwoord is te laat',
  stil: 'Het dossier staat lang stil',
  wissen: 'Het dossier wordt binnenkort gewist',
  'plan-wissen': 'Het plan wordt binnenkort gewist',
  'niet-geraakt': 'De doorverwijzing is niet gelukt',
  heropend: 'Het dossier is heropend',
  'dienst-stopt': 'Bel de cliënt',
  'bel-dienst': 'Bel de dienst waarnaar verwezen werd',
  kwijt: 'Dit dossier is niet meer van deze persoon',
  afgelopen: 'Dit dossier is afgelopen',
  'bel-niet': 'Deze persoon hoeft de dienst niet meer te bellen',
  gewist: 'Dit dossier is gewist',
  toegevoegd: 'De aanvrager voegde iets toe',
} as const satisfies Record<(typeof taskReasons)[number], string>

const overlegTasksInWords = {
  niet_bereikt: 'Iemand van de tafel is niet bereikt',
  komt_niet: 'Iemand van de tafel kan niet komen',
  momenten_voorbij: 'De momenten zijn voorbij',
  gehouden: 'Vraag of het overleg gehouden is',
} as const satisfies Record<(typeof overlegTasks)[number], string>

const planTasksInWords = {
  evaluatie: 'Herinnering aan de evaluatie',
  evaluatie_gemist: 'De evaluatie is niet gebeurd',
} as const satisfies Record<(typeof planTasks)[number], string>

export function mailInWords(notification: Notification): string {
  if (notification.kind === 'verouderd') return `${notification.soort} (verouderd)`
  if (notification.kind === 'overleg-taak') return overlegTasksInWords[notification.why]
  if (notification.kind === 'plan-taak') return planTasksInWords[notification.why]
  return notification.kind === 'taak' ? tasks[notification.why] : kinds[notification.kind]
}

/** "de aanvrager", or the name of somebody of the network. */
export function recipientInWords(notification: Notification, content: NetworkContent): string {
  switch (notification.to) {
    case 'aanvrager':
      return 'de aanvrager'
    case 'genodigde':
      return 'een genodigde'
    case 'deelnemer':
      return 'iemand aan tafel'
    case 'deelnemers':
      return 'iedereen aan tafel'
    case 'triage':
      return 'het triageadres'
    case 'plaatsvervanger':
      return 'de plaatsvervanger'
    case 'postbus':
      return 'een postbus van het netwerk'
    case 'coordinator':
      return 'een coördinator'
    case 'onbekend':
      return 'iemand van toen'
    case 'medewerker':
      if (notification.kind === 'organisator' && notification.person === undefined) return 'een organisator'
      // Whoever left the network since leaves their mail to the coordinators.
      return personOf(content, notification.person)?.name ?? 'het triageadres'
  }
}

const reasons = {
  verdacht: 'de aanvraag lijkt door een machine ingevuld',
  dagplafond: 'dit adres kreeg vandaag al veel mails',
  onbekend: 'er vertrok dit uur al veel mail naar adressen die we nog niet kenden',
  overzicht: 'er waren dit uur veel aanvragen; ze staan allemaal bij de aanvragen',
  opgegeven: 'versturen lukte drie dagen lang niet',
  'geen-adres': 'we hebben geen adres',
  'te-laat': 'het was te laat om nog nuttig te zijn',
  verouderd: 'Loket verstuurt deze soort mail niet meer',
  hersteld: 'Loket is hersteld uit een reservekopie; misschien vertrok deze mail al',
} as const satisfies Record<HoldReason, string>

export const reasonInWords = (reason: HoldReason): string => reasons[reason]

export interface MailFate {
  text: string
  /** How it looks: something to do, something that waits, all well, or nothing to say. */
  tone: 'late' | 'wait' | 'ok' | 'plain'
  /** Somebody may send it again. */
  mayGoAgain: boolean
}

export function fateOf(mail: OutboxItem, now: Date): MailFate {
  const { text, tone, mayGoAgain } = ownFateOf(mail, now)
  if (mail.replaced)
    return { text: `${text}. Het verbeterde adres kreeg een nieuwe mail`, tone: 'plain', mayGoAgain: false }
  if (!mail.settledAt) return { text, tone, mayGoAgain }
  return { text: `${text}. Opgelost op ${moment(new Date(mail.settledAt))}`, tone: 'plain', mayGoAgain }
}

/** What became of it, whatever somebody did about it since. */
function ownFateOf({ status, reason, fate, sentAt, plannedAt, cancelled }: OutboxItem, now: Date): MailFate {
  const because = reason ? `: ${reasons[reason]}` : ''
  if (fate === 'niet_aangekomen') return { text: 'Niet aangekomen', tone: 'late', mayGoAgain: true }
  if (fate === 'klacht') return { text: 'Door de ontvanger als ongewenst gemeld', tone: 'late', mayGoAgain: true }
  switch (status) {
    case 'verstuurd': {
      const when = sentAt ? ` op ${moment(new Date(sentAt))}` : ''
      return {
        text: `${fate === 'aangekomen' ? 'Aangekomen, verstuurd' : 'Verstuurd'}${when}`,
        tone: 'ok',
        mayGoAgain: false,
      }
    }
    case 'aangehouden':
      return { text: `Tegengehouden${because}`, tone: 'late', mayGoAgain: reason !== 'verouderd' }
    case 'mislukt':
      return { text: `Mislukt${because}`, tone: 'late', mayGoAgain: true }
    case 'overgeslagen':
      return { text: `Niet verstuurd${because}`, tone: 'plain', mayGoAgain: false }
    case 'wacht': {
      if (cancelled) return { text: 'Niet meer nodig', tone: 'plain', mayGoAgain: false }
      const planned = new Date(plannedAt)
      if (planned > now) return { text: `Gepland voor ${moment(planned)}`, tone: 'plain', mayGoAgain: false }
      return { text: 'Wordt verstuurd', tone: 'wait', mayGoAgain: false }
    }
  }
}

/** "maandag 23 november 2026, 10.05 uur", Brussels. */
export const moment = (instant: Date): string => `${dayInWords(instant)}, ${timeInWords(instant)}`
