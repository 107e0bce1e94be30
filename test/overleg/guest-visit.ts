/** What a guest reads and sends along their link, and what is kept of it. */
import { mailsOfKind } from '../support/mails.ts'
import type { TestOverleg } from '../support/overleg.ts'
import { mainOf, readPage, wordsIn } from '../support/visitor.ts'
import type { TestWorkspace } from '../support/workspace.ts'

/** A browser without cookies. */
export function visitAsGuest(work: TestWorkspace, overleg: TestOverleg) {
  const guest = work.visitor()
  async function read(path: string) {
    const page = await readPage(guest, path)
    return { ...page, state: /data-overleg="(\w+)"/.exec(page.html)?.[1] }
  }
  return {
    guest,
    read,
    pageOf: async (called: string) => read(await overleg.link(called)),
    async send(called: string, fields: Record<string, string>) {
      const path = await overleg.link(called)
      const response = await guest.post(path, fields)
      const html = await response.text()
      return { status: response.status, html, words: wordsIn(mainOf(html)), path, response }
    },
    saidOf: async (called: string) => (await overleg.now()).said.get(await overleg.idOf(called)),
    mailsOf: async (kind: string) => mailsOfKind(await work.items('loket'), kind),
  }
}
