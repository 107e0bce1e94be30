import { describe, expect, it } from 'vitest'
import type { Mail } from '../../emails/render.ts'
import { findForm, findNetwork } from '../../forms/index.ts'
import { type MailedKind, type MailedNotification, taskReasons } from '../../forms/kit/post/notifications.ts'
import { kinds, link, render, sampleEventMail, sampleOf, sampleOverview } from './samples.ts'

interface Wanted {
  formSlug?: string
  networkSlug?: string
  /** Of a task: its reason. */
  why?: (typeof taskReasons)[number]
}

async function mailOf(
  kind: MailedKind,
  { formSlug = 'lco-aanvraag', networkSlug = 'aalst', ...more }: Wanted = {},
): Promise<Mail> {
  const network = findNetwork(networkSlug)
  const form = findForm(formSlug)
  if (!network || !form) throw new Error('The data files changed')
  const about = { ...sampleOf(kind, formSlug), ...more } as MailedNotification
  return render(about, { network, form, link, held: 7, event: sampleEventMail })
}

/** The HTML as a person reads it who sees no styles. */
const readable = (html: string): string =>
  html
    .replace(/<(style|title)[^>]*>.*?<\/\1>/gs, '')
    // A phone number stands in the middle of a sentence.
    .replace(/<a href="tel:[^>]*>(.*?)<\/a>/g, '$1')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].flatMap(([, href = '']) => (href.startsWith('tel:') ? [] : [href]))

/** Mail about a public event also leads to its page, and out of all mail; who left a table has nothing left to open. */
function linksOf(kind: string): string[] {
  if (kind === 'overleg-niet-komen' || kind === 'plan-niet-meer') return []
  if (kind === 'dagoverzicht') return [link, ...sampleOverview.counts.map(({ href }) => href), sampleOverview.settings]
  return kind.startsWith('activiteit-') ? [link, sampleEventMail.page, sampleEventMail.unsubscribe] : [link]
}

describe.each(kinds)('elke mail: %s', (kind) => {
  it('is Nederlands voor België, met de links die erin horen, zonder beelden of scripts', async () => {
    const { html } = await mailOf(kind)
    expect(html).toMatch(/^<!DOCTYPE html><html lang="nl-BE"/)
    expect(linksIn(html)).toEqual(linksOf(kind))
    expect(html).not.toMatch(/<img|<script|url\(|https?:\/\/(?!loket\.example)/)
  })

  it('zegt in tekst en in HTML precies hetzelfde', async () => {
    const { html, text } = await mailOf(kind)
    for (const href of linksOf(kind)) expect(text).toContain(href)
    const shown = readable(html)
    const lines = text.split('\n').flatMap((line) => line.replace(/^- |:$/g, '').split(/(?<=^[A-Z][a-zó ]+): /))
    for (const line of lines.filter((line) => line !== '' && !linksOf(kind).includes(line)))
      expect(shown).toContain(line)
    const written = readable(html.slice(html.indexOf('<h1'))).split('\n')
    for (const line of written.map((line) => line.trim())) expect(text).toContain(line)
  })

  it('noemt het netwerk en zijn telefoonnummer, om op te tikken', async () => {
    const { html, text } = await mailOf(kind)
    expect(html).toContain('<a href="tel:+3253000000"')
    for (const part of [readable(html), text]) {
      expect(part).toContain('LCO Aalst')
      expect(part).toContain('053 00 00 00')
    }
  })

  it('heeft een vast onderwerp, zonder regeleinde, met hoogstens de referentie', async () => {
    const { subject } = await mailOf(kind)
    expect(subject).not.toMatch(/[\r\n]/)
    const variable = subject.replace('LCO-7K3M-9QX2-4T', '').replace('LCO Aalst', '')
    expect(variable).not.toMatch(/\d/)
  })

  it('blijft leesbaar in het donker en is hoogstens 600 pixels breed', async () => {
    const { html } = await mailOf(kind)
    expect(html).toContain('name="color-scheme" content="light dark"')
    expect(html).toContain('max-width:600px')
  })

  it('is in gewone woorden, en belooft een dag zo dat die dag zelf meetelt', async () => {
    const reasons = kind === 'taak' ? taskReasons : [undefined]
    for (const why of reasons) {
      const { subject, text } = await mailOf(kind, { ...(why ? { why } : {}) })
      const said = `${subject}\n${text}`
      expect(said).not.toMatch(/gelieve|indien|dien(en|t)? te|inzake|teneinde|conform|helaas|!|wisten|Liever hulp/i)
      expect(said).not.toMatch(/vóór|voor (maan|dins|woens|donder|vrij|zater|zon)dag/)
      for (const sentence of text.split(/\n|(?<=[.?:]) /)) expect(sentence.split(' ').length).toBeLessThanOrEqual(24)
    }
  })

  it('is klein: een postvak kapt niets af', async () => {
    const { html } = await mailOf(kind)
    expect(Buffer.byteLength(html)).toBeLessThan(10_000)
  })

  it('past ook voor een vraag, die van een cliënt kan komen', async () => {
    const { subject, text } = await mailOf(kind, { formSlug: 'vraag' })
    const unfit = kind === 'triage-overzicht' ? /uw cliënt/ : /aanvraag|casemanager|uw cliënt/
    expect(`${subject} ${text}`).not.toMatch(unfit)
  })
})

const facts = [
  'Referentie: LCO-7K3M-9QX2-4T',
  'Formulier: LCO aanvraag',
  'Ontvangen: donderdag 20 mei 2021 om 14.05 uur',
  'Antwoord: ten laatste op vrijdag 28 mei 2021',
]

describe('mail aan de aanvrager', () => {
  it('bevestigt de aanvraag met alle gegevens en wat er nu gebeurt', async () => {
    const { subject, text } = await mailOf('ontvangen')
    expect(subject).toBe('Uw aanvraag is ontvangen · LCO-7K3M-9QX2-4T')
    for (const fact of facts) expect(text).toContain(fact)
    expect(text).toContain('We kregen uw aanvraag voor een lokaal cliëntoverleg.')
    expect(text).toContain('De coördinator antwoordt ten laatste op vrijdag 28 mei 2021.')
    expect(text).toContain('Wat gebeurt er nu?\n- U krijgt een casemanager, of een voorstel dat beter past.')
    expect(text).toContain(`Volg uw aanvraag:\n${link}`)
    expect(text).toContain('Stuur geen gegevens over uw cliënt per mail. Bel 053 00 00 00.')
  })

  it('bevestigt een vraag in de woorden van een vraag, ook voor een cliënt', async () => {
    const { subject, text } = await mailOf('ontvangen', { formSlug: 'vraag' })
    expect(subject).toBe('Uw vraag is ontvangen · VRG-7K3M-9QX2-4T')
    expect(text).toContain('We kregen uw vraag voor de coördinator.')
    expect(text).toContain('Stuur geen persoonlijke gegevens per mail. Bel 053 00 00 00.')
  })

  it('zet na een vraagteken geen dubbele punt', async () => {
    expect((await mailOf('activiteit-herinnering')).subject).toMatch(/^Laat u nog iets weten\? [^:]+$/)
  })

  it('bevestigt dat de aanvraag gestopt is', async () => {
    const { subject, text } = await mailOf('ingetrokken')
    expect(subject).toBe('Uw aanvraag is gestopt · LCO-7K3M-9QX2-4T')
    expect(text).toContain('We wissen de antwoorden binnen 24 uur.')
  })

  it.each([
    ['verder', 'Ga verder met uw aanvraag'],
    ['verloopt', 'We wissen uw aanvraag binnenkort'],
  ] as const)('%s zegt tot wanneer het kan, in Brusselse tijd, en dat de link geheim is', async (kind, expected) => {
    const { subject, text } = await mailOf(kind)
    expect(subject).toBe(expected)
    expect(text).toContain('tot vrijdag 4 juni 2021 om 0.20 uur')
    expect(text).toContain('Wie deze link heeft, kan uw antwoorden lezen. Stuur hem niet door.')
    expect(text).toContain('Niet door u gevraagd? Dan hoeft u niets te doen.')
  })
})

describe('mail aan de coördinator', () => {
  it('meldt een nieuwe aanvraag met alle gegevens en wat te doen', async () => {
    const { subject, text } = await mailOf('triage')
    expect(subject).toBe('Nieuwe aanvraag · LCO-7K3M-9QX2-4T')
    for (const fact of facts) expect(text).toContain(fact)
    expect(text).toContain('Wijs een casemanager toe, vraag uitleg of verwijs door.')
    expect(text).toContain(`Open de aanvraag:\n${link}`)
  })

  it('meldt een nieuwe vraag in de woorden van een vraag', async () => {
    const { subject, text } = await mailOf('triage', { formSlug: 'vraag' })
    expect(subject).toBe('Nieuwe vraag · VRG-7K3M-9QX2-4T')
    expect(text).toContain('Beantwoord de vraag of verwijs door.')
  })

  it('vat samen hoeveel er in één uur binnenkwamen zonder eigen mail', async () => {
    const { text } = await mailOf('triage-overzicht')
    expect(text).toContain('Wanneer: donderdag 20 mei 2021, van 14.00 uur tot 15.00 uur')
    expect(text).toContain('Niet apart gemaild: 7')
  })

  it('meldt een gestopte aanvraag', async () => {
    const { subject, text } = await mailOf('triage-ingetrokken')
    expect(subject).toBe('Gestopte aanvraag · LCO-7K3M-9QX2-4T')
    expect(text).toContain('U hoeft niet meer te antwoorden.')
  })
})

it('gebruikt de kleur van het netwerk voor de knop', async () => {
  const { html } = await mailOf('ontvangen', { networkSlug: 'limburg' })
  expect(html).toMatch(/<a href="[^"]*" class="button" style="[^"]*background-color:#3b4a8c/)
})

it('past ook met een volle agenda in wat Gmail toont', async () => {
  const network = findNetwork('aalst')
  const form = findForm('lco-aanvraag')
  if (!network || !form) throw new Error('The data files changed')
  const references = Array.from({ length: 200 }, () => 'OTA-7K3M-9QX2-4T')
  const { html } = await render(sampleOf('agenda'), { network, form, link, references })
  expect(Buffer.byteLength(html)).toBeLessThan(102_000)
})

it('schrijft tekens met een betekenis in HTML als gewone tekst', async () => {
  const network = findNetwork('aalst')
  const form = findForm('vraag')
  if (!network || !form) throw new Error('The data files changed')
  const strange = { ...network, name: 'LCO <b>"Zoë" & co</b>' }
  const { html } = await render(sampleOf('triage', 'vraag'), { network: strange, form, link, held: 0 })
  expect(html).toContain('LCO &lt;b&gt;&quot;Zoë&quot; &amp; co&lt;/b&gt;')
})
