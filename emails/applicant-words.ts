/** The words of mail to whoever asked, about their request. */
import { personOf } from '../forms/kit/content.ts'
import { firstState, stateOf } from '../forms/kit/lifecycle/lifecycle.ts'
import { mailWords, promiseInMail } from '../forms/kit/lifecycle/status.ts'
import { templateOf } from '../forms/kit/templates.ts'
import { fillIn } from '../forms/kit/text.ts'
import { brusselsDate, dateInWords } from '../forms/kit/time.ts'
import type { WordsOf } from './content.ts'
import { dossierFacts, erased, receivedFacts } from './facts.ts'

export const applicantWords: WordsOf<'ontvangen' | 'ingetrokken' | 'stand' | 'navraag' | 'bericht'> = {
  ontvangen: (notification, context) => {
    const { network, form, link, now } = context
    const noun = form.noun
    const state = notification.state ?? firstState(form.lifecycle, {}).name
    const promise =
      promiseInMail({ form }, { ...notification, state }, brusselsDate(now)) ??
      `Deze mail komt laat. Het spijt ons. Kreeg u nog geen antwoord? Bel ${network.phone}.`
    return {
      subject: `Uw ${noun} is ontvangen · ${notification.reference}`,
      preview: promise,
      heading: `Uw ${noun} is ontvangen`,
      paragraphs: ['Dag,', `We kregen uw ${noun} voor ${form.subject}.`, promise],
      facts: receivedFacts(notification, context),
      next: stateOf(form.lifecycle, state).afterwards ?? form.afterwards,
      button: { label: `Volg uw ${noun}`, href: link },
      closing: [`${form.discretion} Bel ${network.phone}.`],
    }
  },

  ingetrokken: (notification, context) => {
    const { network, form, link } = context
    const noun = form.noun
    return {
      subject: `Uw ${noun} is gestopt · ${notification.reference}`,
      preview: erased(context),
      heading: `Uw ${noun} is gestopt`,
      paragraphs: ['Dag,', `U stopte uw ${noun} voor ${form.subject}. U hoeft geen reden te geven.`],
      facts: dossierFacts(notification.reference, form),
      next: [erased(context)],
      button: { label: `Bekijk uw ${noun}`, href: link },
      closing: [`Niet door u gestopt, of toch nog hulp nodig? Bel ${network.phone}.`, form.discretion],
    }
  },

  stand: (notification, context) => {
    const { network, content, form, link, now } = context
    const noun = form.noun
    const says = stateOf(form.lifecycle, notification.state).withdrawn
      ? `Deze ${noun} is gestopt. ${erased(context)}`
      : mailWords({ form }, content, notification, brusselsDate(now)).join(network.phone)
    return {
      subject: `Nieuws over uw ${noun} · ${notification.reference}`,
      preview: `Er veranderde iets aan uw ${noun}.`,
      heading: `Nieuws over uw ${noun}`,
      paragraphs: ['Dag,', says],
      facts: dossierFacts(notification.reference, form),
      next: [],
      button: { label: `Volg uw ${noun}`, href: link },
      closing: [`${form.discretion} Bel ${network.phone}.`],
    }
  },

  bericht: (notification, { network, content, form, link }) => {
    const { sentences } = templateOf(content, notification.template) ?? { sentences: [] }
    const sender = personOf(content, notification.sender)
    const filled = {
      wie: sender?.name ?? network.name,
      tel: sender?.phone ?? network.phone,
      datum: notification.on ? dateInWords(notification.on) : '',
    }
    return {
      subject: `Bericht over uw ${form.noun} · ${notification.reference}`,
      preview: `Er is een bericht over uw ${form.noun}.`,
      heading: `Bericht over uw ${form.noun}`,
      paragraphs: ['Dag,', ...sentences.map((sentence) => fillIn(sentence, filled))],
      facts: dossierFacts(notification.reference, form),
      next: [],
      button: { label: `Volg uw ${form.noun}`, href: link },
      closing: [`${form.discretion} Bel ${network.phone}.`],
    }
  },

  navraag: (notification, { network, form, link }) => ({
    subject: `${form.lifecycle.inquiry} · ${notification.reference}`,
    preview: 'Eén klik is genoeg.',
    heading: form.lifecycle.inquiry,
    paragraphs: [
      'Dag,',
      `Een tijd geleden verwezen we uw ${form.noun} door. Op uw pagina staat naar welke dienst.`,
      form.lifecycle.inquiry,
    ],
    facts: dossierFacts(notification.reference, form),
    next: ['Ja? Dan hoeft u verder niets te doen.', 'Nee? Dan zoeken we samen verder.'],
    button: { label: 'Geef uw antwoord', href: link },
    closing: [`${form.discretion} Bel ${network.phone}.`],
  }),
}
