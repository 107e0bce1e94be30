/** What stands on the page of an event once it began: text, links that everybody may follow, and what comes next. */
import { cleanCode, cleanText } from '../../../forms/kit/clean.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { bytesIn } from '../../../forms/kit/shorten.ts'
import { textProblem } from '../../../forms/kit/text.ts'

/** Characters of the text, and of a link. */
const [mostText, mostLink] = [1000, 300]

/** Bytes of an event with its news: lists read the whole item (docs/decisions/003). */
const mostBytes = 3_900

const linkFields = [
  { name: 'verslag', label: 'Link naar het verslag' },
  { name: 'slides', label: 'Link naar de slides' },
] as const

/** Nothing comes next: no address of an event. */
const noNext = '-'

const notHttps = 'Vul een adres in dat met https:// begint'

/** `coming`: the network's own events that are still to come. */
export const newsQuestions = (coming: readonly LoketEvent[]): readonly Question[] => [
  {
    kind: 'longText',
    name: 'tekst',
    label: 'Nieuws',
    hint: 'Iedereen leest dit op de pagina van de activiteit. Geen namen of gegevens van mensen.',
    error: '',
    optional: true,
    max: mostText,
  },
  ...linkFields.map(
    ({ name, label }): Question => ({
      ...{ kind: 'text', name, label, error: notHttps, optional: true, max: mostLink },
      hint: 'Begint met https://. Iedereen kan hem openen.',
    }),
  ),
  ...(coming.length === 0
    ? []
    : [
        {
          kind: 'choice',
          name: 'volgende',
          label: 'Volgende keer',
          error: 'Kies wat er volgt',
          optional: true,
          options: [
            { value: noNext, label: 'Geen' },
            ...coming.map(({ slug, titel }) => ({ value: slug, label: titel })),
          ],
        } satisfies Question,
      ]),
]

export function newsFields({ nieuws = {} }: Pick<LoketEvent, 'nieuws'>): RawInput {
  const { text = '', verslag = '', slides = '', next = noNext } = nieuws
  return new Map([
    ['tekst', [text]],
    ['verslag', [verslag]],
    ['slides', [slides]],
    ['volgende', [next]],
  ])
}

export function readNews(
  event: LoketEvent,
  typed: RawInput,
  coming: readonly LoketEvent[],
): { errors: readonly FieldError[]; news: NonNullable<LoketEvent['nieuws']> } {
  const errors: FieldError[] = []
  const text = cleanText(typed.get('tekst')?.[0] ?? '')
  const problem = textProblem(text, mostText)
  if (problem) errors.push({ name: 'tekst', message: problem })
  const linkOf = (name: string): string | undefined => {
    const link = cleanCode(typed.get(name)?.[0] ?? '')
    if (link === '') return undefined
    if (isPublicLink(link)) return link
    errors.push({ name, message: link.length > mostLink ? 'Deze link is te lang' : notHttps })
    return undefined
  }
  const [verslag, slides] = [linkOf('verslag'), linkOf('slides')]
  const wanted = typed.get('volgende')?.[0] || noNext
  const next = coming.find(({ slug }) => slug === wanted)?.slug
  if (wanted !== noNext && !next) errors.push({ name: 'volgende', message: 'Kies een activiteit die nog komt' })
  const news = { ...(text && { text }), ...(verslag && { verslag }), ...(slides && { slides }), ...(next && { next }) }
  if (errors.length === 0 && bytesIn(JSON.stringify({ ...event, nieuws: news })) > mostBytes)
    errors.push({ name: 'tekst', message: 'Dit is te lang om te bewaren. Zet het in het verslag, en de link hier.' })
  return { errors, news }
}

/** Also followed by who reads it on a page of ours: nothing that runs, and nobody's name and password before the host. */
function isPublicLink(link: string): boolean {
  if (link.length > mostLink || !/^https:\/\/[^\s]+$/.test(link) || !URL.canParse(link)) return false
  const { protocol, username, password, hostname } = new URL(link)
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.')
}
