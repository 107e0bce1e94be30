/** The words of mail to whoever asked, about their request. */
import { firstState, stateOf } from '../forms/kit/lifecycle/lifecycle.ts'
import { promiseWords, statusWords } from '../forms/kit/lifecycle/status.ts'
import { type Network, offerOf } from '../forms/kit/network.ts'
import type { WordsOf } from './content.ts'
import { dossierFacts, erased, momentOf, receivedFacts } from './facts.ts'

export const applicantWords: WordsOf<'ontvangen' | 'ingetrokken' | 'stand' | 'navraag'> = {
  ontvangen: (notification, { network, form, link }) => {
    const noun = form.zelfstandigNaamwoord
    const { date, hour } = momentOf(notification.receivedAt)
    const state = notification.state ?? firstState(form.verloop, {}).name
    const promise = promiseWords({ network, form }, { ...notification, state }) ?? ''
    return {
      subject: `Uw ${noun} is ontvangen · ${notification.reference}`,
      preview: promise,
      heading: `Uw ${noun} is ontvangen`,
      paragraphs: ['Dag,', `We kregen uw ${noun} voor ${form.onderwerp} op ${date} om ${hour}. ${promise}`],
      facts: receivedFacts(notification, form),
      next: stateOf(form.verloop, state).hierna ?? form.hierna,
      button: { label: `Volg uw ${noun}`, href: link },
      closing: [`${form.discretie} Bel ${network.telefoon}.`],
    }
  },

  ingetrokken: (notification, { network, form, link }) => {
    const noun = form.zelfstandigNaamwoord
    return {
      subject: `Uw ${noun} is gestopt · ${notification.reference}`,
      preview: erased(network),
      heading: `Uw ${noun} is gestopt`,
      paragraphs: ['Dag,', `U stopte uw ${noun} voor ${form.onderwerp}. U hoeft geen reden te geven.`],
      facts: dossierFacts(notification.reference, form),
      next: [erased(network)],
      button: { label: `Bekijk uw ${noun}`, href: link },
      closing: [`Niet door u gestopt, of toch nog hulp nodig? Bel ${network.telefoon}.`, form.discretie],
    }
  },

  stand: (notification, { network, form, link }) => {
    const noun = form.zelfstandigNaamwoord
    return {
      subject: `Nieuws over uw ${noun} · ${notification.reference}`,
      preview: `Er veranderde iets aan uw ${noun}.`,
      heading: `Nieuws over uw ${noun}`,
      paragraphs: ['Dag,', statusWords({ network, form }, notification).join(network.telefoon)],
      facts: dossierFacts(notification.reference, form),
      next: [],
      button: { label: `Volg uw ${noun}`, href: link },
      closing: [`${form.discretie} Bel ${network.telefoon}.`],
    }
  },

  navraag: (notification, { network, form, link }) => ({
    subject: `${form.verloop.navraag} · ${notification.reference}`,
    preview: 'Eén klik is genoeg.',
    heading: form.verloop.navraag,
    paragraphs: [
      'Dag,',
      `Twee weken geleden verwezen we uw ${form.zelfstandigNaamwoord} door naar ${offerName(network, notification.offer)}. ${form.verloop.navraag}`,
    ],
    facts: dossierFacts(notification.reference, form),
    next: ['Ja? Dan hoeft u verder niets te doen.', 'Nee? Dan zoeken we samen verder.'],
    button: { label: 'Geef uw antwoord', href: link },
    closing: [`${form.discretie} Bel ${network.telefoon}.`],
  }),
}

const offerName = (network: Network, key: string | undefined): string =>
  (key && offerOf(network, key)?.naam) || 'een ander aanbod'
