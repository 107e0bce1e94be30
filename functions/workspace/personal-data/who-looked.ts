/**
 * Who looked, for whoever asks: when and why, and as a rule not who of the staff (GDPR art. 15; Court of Justice of 22 June 2023, C-579/21,
 * Pankki S: a name only where somebody needs it to use a right of their own).
 */
import { type NetworkContent, personOf } from '../../../forms/kit/content.ts'
import type { listViews } from '../../shared/store/consultations.ts'
import type { KeptConsultation } from '../../shared/store/dossier-file.ts'

/** Why somebody opened it: by what they do in the network, and what was asked of them. */
export function whyLooked(content: NetworkContent, { who, for: colleague, why }: KeptConsultation): string {
  if (why === 'gegevens') return 'iemand vroeg wat we bewaren'
  if (colleague !== undefined) return 'in de plaats van een collega die afwezig was'
  return personOf(content, who)?.role === 'coordinator' ? 'coördinatie van het netwerk' : 'opvolging van het dossier'
}

/** What a list is for, and so why somebody saw it there. */
export function whyListed(list: (typeof listViews)[number]): string {
  switch (list) {
    case 'aanvragen':
      return 'in de lijst van aanvragen'
    case 'aanvragen_bestand':
      return 'in een bestand van aanvragen'
    case 'aanvragen_papier':
      return 'in een lijst van aanvragen op papier'
    case 'zoeken':
      return 'bij het zoeken van een dossier'
    case 'gezin':
      return 'bij een dossier dat van hetzelfde gezin kan zijn'
    case 'week':
      return 'in de lijst van wat die week te doen was'
    case 'agenda':
      return 'op de agenda van het teamoverleg'
    case 'telefoon':
      return 'in de lijst van wie te bellen was'
    case 'post':
      return 'in de lijst van mails die niet aankwamen'
    case 'genodigden':
      return 'in een lijst van genodigden'
    case 'export':
      return 'in een bestand van genodigden'
    case 'mensen':
      return 'in de lijst van wie voor het netwerk werkt'
    case 'gegevens':
      return 'bij het zoeken naar wat we van iemand bewaren'
  }
}

/** Why names go along; the key is what the audit keeps. */
export const namingReasons = {
  recht: 'Wie vraagt, heeft de namen nodig om zelf een recht te gebruiken',
  misbruik: 'Er is een vermoeden dat iemand zonder reden keek',
  toezicht: 'Een rechter of de toezichthouder vraagt het',
} as const
type NamingReason = keyof typeof namingReasons

export const isNamingReason = (text: string | undefined): text is NamingReason =>
  text !== undefined && Object.hasOwn(namingReasons, text)
