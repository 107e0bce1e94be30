/** What a person reads when the edge itself says no: short, without anything of ours to load, in the colours of the browser. */
import { regionPhones } from './stages.ts'

const phones = regionPhones
  .map(([place, phone]) => `${place} <a href="tel:+32${phone.replace(/\D/g, '').slice(1)}">${phone}</a>`)
  .join(', ')

const page = (title: string, words: readonly string[]) =>
  `<!doctype html><html lang="nl-BE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title} · Loket</title></head><body style="max-width:36em;margin:2em auto;padding:0 1em;font:1.125em/1.5 system-ui,sans-serif"><main><h1>${title}</h1>${words.map((line) => `<p>${line}</p>`).join('')}<p>Hulp nodig? Bel het nummer van uw streek: ${phones}.</p></main></body></html>`

/** By the status it comes with. */
export const edgeWords = {
  403: page('We konden dit niet aannemen', [
    'Onze beveiliging hield dit tegen. Er is niets verstuurd.',
    'Keer terug met de knop van uw browser: wat u typte, staat er meestal nog. Probeer daarna opnieuw.',
  ]),
  429: page('Even te druk', [
    'Er kwamen te veel vragen na elkaar van uw netwerk. Er is niets verstuurd.',
    'Wacht vijf minuten. Keer dan terug met de knop van uw browser en probeer opnieuw.',
  ]),
} as const
