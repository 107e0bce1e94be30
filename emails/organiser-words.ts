/** The words of mail to who organises an event: how the answers stand, in counts; never who answered, or what they wrote. */
import { counted } from '../forms/kit/counted.ts'
import type { OrganiserReason } from '../forms/kit/events/event-notifications.ts'
import { eventStart, eventWhen, type LoketEvent } from '../forms/kit/events/events.ts'
import type { Standing } from '../forms/kit/events/organiser-mails.ts'
import type { Fact, Words, WordsOf } from './content.ts'

type Told = Pick<Words, 'heading' | 'paragraphs' | 'next'> & { subject: string; button: string }

const told: Record<OrganiserReason, (event: LoketEvent, standing: Standing) => Told> = {
  gesloten: (_, { counts }) => ({
    subject: 'Inschrijving afgesloten',
    heading: 'De inschrijving is afgesloten',
    paragraphs: ['Zo staan de antwoorden.'],
    next: counts.laat > 0 ? [`${decideWords(counts.laat)} Beslis wie nog welkom is.`] : [],
    button: 'Bekijk de activiteit',
  }),
  'te-laat': (_, { counts }) => ({
    subject: 'Antwoorden die te laat kwamen',
    heading: decideWords(counts.laat),
    paragraphs: ['U beslist wie nog welkom is. Deze mensen wachten op een mail.'],
    next: ['Laat toe wie nog kan komen. Weigert u iemand? Die krijgt geen mail: laat het zelf weten.'],
    button: 'Beslis wie nog welkom is',
  }),
  'niet-aangekomen': (_, { returned }) => ({
    subject: 'Mails die niet aankwamen',
    heading: returned === 1 ? 'Een mail kwam niet aan' : `Mail aan ${returned} mensen kwam niet aan`,
    paragraphs: [returned === 1 ? 'Deze persoon weet misschien van niets.' : 'Deze mensen weten misschien van niets.'],
    next: ['Bel hen, of verbeter het adres en stuur de mail opnieuw.'],
    button: 'Bekijk wie u best belt',
  }),
  volzet: () => ({
    subject: 'Volzet',
    heading: 'De activiteit is volzet',
    paragraphs: ['Wie zich nu inschrijft, komt op de wachtlijst. Komt er een plaats vrij, dan gaat ze naar de eerste.'],
    next: ['Hebt u meer plaatsen? Wijzig het aantal. Dan schuift door wie wacht.'],
    button: 'Bekijk de activiteit',
  }),
  morgen: (event) => ({
    subject: 'Morgen',
    heading: `Morgen om ${eventStart(event)}`,
    paragraphs: ['Dit zijn de laatste aantallen. Wie komt, kreeg ook een mail.'],
    next: ['Print de aftekenlijst, of neem uw telefoon mee en vink af wie er is.'],
    button: 'Open de aanwezigheid',
  }),
}

const decideWords = (late: number): string => `${counted(late, 'mens antwoordde', 'mensen antwoordden')} te laat.`

/** No zeros: what nobody said is not there. */
function standingFacts({ counts, seats, returned }: Standing): Fact[] {
  const lines: [string, number][] = [
    ['Wachtlijst', counts.wacht],
    ['Te laat', counts.laat],
    ['Kan niet', counts.nee],
    ['Op de hoogte', counts.op_de_hoogte],
    ['Geen antwoord', counts.open],
    ['Niet aangekomen', returned],
  ]
  const comes = seats ? `${seats.bezet} van ${seats.capaciteit} plaatsen` : counted(counts.ja, 'antwoord', 'antwoorden')
  return [['Komt', comes], ...lines.filter(([, count]) => count > 0).map(([label, count]): Fact => [label, `${count}`])]
}

export const organiserWords: WordsOf<'organisator'> = {
  organisator: ({ why }, { about: { event, standing }, link, network }) => {
    const { subject, heading, paragraphs, next, button } = told[why](event, standing)
    return {
      subject: `${subject}: ${event.titel}`,
      preview: event.titel,
      heading,
      paragraphs,
      facts: [['Wat', event.titel], ['Wanneer', eventWhen(event)], ...standingFacts(standing)],
      next,
      button: { label: button, href: link },
      closing: [`U krijgt dit omdat u de activiteit organiseert. Vragen? Bel ${network.phone}.`],
    }
  },
}
