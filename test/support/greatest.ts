/** The greatest request that is accepted, found by trying: whatever bounds a text has, a test with it stays as hard as it can be. */
import { aanvraag, begin, fillIn, type Slug } from './lco.ts'
import { type Fields, locationOf, type Visitor } from './visitor.ts'

/** Texts that are large for a machine and short for a person, the largest first. */
export const texts = [
  ...[30_000, 10_000, 3_000, 1_000].map((marks) => `a${'\u0301'.repeat(marks)}`),
  ...[5_000, 2_000, 1_000, 262, 37].map((count) => '🏠'.repeat(count)),
]

const typed = {
  gegevens: ['naam', 'functie', 'organisatie'],
  client: ['client_aanduiding', 'gezinssamenstelling', 'taal', 'veilig_contact'],
  situatie: ['doel', 'vraag_client', 'zelf', 'omgeving', 'ondersteuning', 'loopt_minder_goed.wonen_energie'],
  praktisch: ['momenten', 'opmerkingen'],
} as const satisfies Partial<Record<Slug, readonly string[]>>

/** As a machine sends it: nothing is escaped that need not be, so that more fits in 64 KiB. */
export function postRaw(visitor: Visitor, path: string, fields: Fields): Promise<Response> {
  const escaped = (text: string) => text.replace(/[%&+=#]/g, encodeURIComponent)
  const body = Object.entries(fields)
    .flatMap(([name, value]) => [value].flat().map((one) => `${escaped(name)}=${escaped(one)}`))
    .join('&')
  const headers = { origin: 'https://loket.example', 'content-type': 'application/x-www-form-urlencoded' }
  return visitor.send(path, { method: 'POST', headers, body })
}

/** What to fill in on each page: of every text the largest that is taken beside all the others. */
export async function greatestPages(visitor: Visitor): Promise<Record<string, Fields>> {
  const draft = await begin(visitor)
  await fillIn(visitor, draft)
  const pages: Record<string, Fields> = { ...aanvraag }
  for (const [slug, names] of Object.entries(typed))
    for (const name of names)
      for (const text of texts) {
        const page = { ...pages[slug], [name]: text }
        if ((await postRaw(visitor, `${draft}/${slug}`, page)).status !== 303) continue
        pages[slug] = page
        break
      }
  return pages
}

/** Files one; gives the path of the receipt. `wait`: what comes between filling in and sending. */
export async function fileGreatest(
  visitor: Visitor,
  pages: Record<string, Fields>,
  wait: () => void = () => undefined,
): Promise<string> {
  const draft = await begin(visitor)
  for (const [slug, fields] of Object.entries(pages)) {
    const { status } = await postRaw(visitor, `${draft}/${slug}`, fields)
    if (status !== 303) throw new Error(`Page ${slug} answered ${status}`)
  }
  wait()
  return locationOf(await visitor.post(`${draft}/controle`))
}
