/** Own tasks of a dossier, as people of the network give them, press on them and see them. */
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { dossierOf, type Filed } from './dossier.ts'
import { type Fields, fieldsIn, locationOf, mainOf, readPage, type Visitor, wordsIn } from './visitor.ts'
import type { TestWorkspace } from './workspace.ts'

/** The form of a new task as the page of the dossier has it. */
export async function taskFormOn(visitor: Visitor, path: string): Promise<Fields> {
  const { html } = await readPage(visitor, path)
  const [form = ''] = /<form method="post" action="[^"]+\/taak"[^>]*>.*?<\/form>/s.exec(html) ?? []
  return fieldsIn(form)
}

/** Somebody gives a task; who is left out does it themselves. */
export async function giveTask(visitor: Visitor, { path }: Filed, fields: Fields): Promise<Response> {
  const form = await taskFormOn(visitor, path)
  return visitor.post(`${path}/taak`, { eenmalig: form.eenmalig ?? [], ...fields })
}

/** The same, which must come through; gives the number of the task. */
export async function given(work: TestWorkspace, visitor: Visitor, filed: Filed, fields: Fields): Promise<string> {
  const response = await giveTask(visitor, filed, fields)
  if (response.status !== 303) throw new Error(`${response.status} ${wordsIn(mainOf(await response.text()))}`)
  if (locationOf(response) !== `${filed.path}?klaar=taak`) throw new Error(locationOf(response))
  return String((await dossierOf(work, filed.reference)).tasks?.all ?? 0).padStart(2, '0')
}

/** Presses Klaar as a page has it. */
export async function finish(visitor: Visitor, { path }: Filed, id: string): Promise<Response> {
  const { html } = await readPage(visitor, path)
  const [form = ''] = new RegExp(`action="[^"]+/taak/${id}/klaar".*?</form>`, 's').exec(html) ?? []
  return visitor.post(`${path}/taak/${id}/klaar`, fieldsIn(form))
}

/** The block of tasks on the page of a dossier. */
export async function tasksOn(visitor: Visitor, path: string): Promise<{ html: string; words: string }> {
  const { html } = await readPage(visitor, path)
  const [part = ''] = /<section class="lw-block" id="taken">.*?<\/section>/s.exec(html) ?? []
  return { html: part, words: wordsIn(part) }
}

/** The timeline of a dossier in words. */
export async function timelineOn(visitor: Visitor, path: string): Promise<string> {
  const { html } = await readPage(visitor, path)
  return wordsIn(html.slice(html.indexOf('id="tijdlijn"'), html.indexOf('id="weten"')))
}

/** Own tasks in somebody's week: the day or band each stands in, and its words. */
export async function weekOf(visitor: Visitor, path = '/werkruimte/week'): Promise<[where: string, words: string][]> {
  const { html } = await readPage(visitor, path)
  const days = [...html.matchAll(/<section class="lw-(?:band late|day[^"]*)">(.*?)<\/section>/gs)]
  return days.flatMap(([, day = '']) => {
    const where = wordsIn(/<h2[^>]*>(.*?)<\/h2>/s.exec(day)?.[1] ?? '').trim()
    return [...day.matchAll(/<li[^>]* data-eigen-taak="[^"]+">(.*?)<\/li>/gs)].map(
      ([, line = '']): [string, string] => [where, wordsIn(line)],
    )
  })
}

/** Whose the open tasks are, by their number. */
export const whoseIn = ({ tasks }: Dossier): string[] => (tasks?.open ?? []).map(({ id, person }) => `${id} ${person}`)
