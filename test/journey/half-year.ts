/** A network that works through its days on the running Loket: who did what when, beside every mail that left of it. */
import { brusselsInstant } from '../../forms/kit/time.ts'
import type { demoPeople } from '../../functions/local/demo-people.ts'
import { begin, fillIn, referenceIn } from '../support/lco.ts'
import type { RunningLoket } from '../support/loket.ts'
import { createVisitor, type Fields, fieldsIn, locationOf, readPage, type Visitor } from '../support/visitor.ts'
import { createPerson } from './person.ts'
import { type Changes, passTime } from './walk.ts'

export type Who = (typeof demoPeople)[number]

export interface Filed {
  reference: string
  /** Path of the page of whoever asked. */
  status: string
  visitor: Visitor
}

/** Addresses of who has it from then on, and of who has it no more. */
type Hands = Pick<Deed, 'gets' | 'loses'>

/** What somebody did to a dossier, when (ISO UTC). */
export interface Deed {
  at: string
  reference: string
  action: string
  gets?: string | undefined
  loses?: string | undefined
}

export type HalfYear = ReturnType<typeof openHalfYear>

export function openHalfYear(loket: RunningLoket) {
  const deeds: Deed[] = []

  async function note({ reference }: Pick<Filed, 'reference'>, action: string, hands: Hands = {}): Promise<void> {
    const { now } = await (await fetch(`${loket.url}/_local/clock`)).json()
    deeds.push({ at: now, reference, action, ...hands })
  }

  /** Signed in at this moment, through the provider. */
  async function as(person: Who): Promise<Visitor> {
    const visitor = createVisitor(loket.url, fetch)
    async function follow(first: Response): Promise<string> {
      let [path, response] = ['', first]
      while (response.headers.has('location')) {
        path = locationOf(response)
        response = await visitor.get(path)
      }
      return path
    }
    const choose = await follow(await visitor.get('/werkruimte/aanmelden'))
    await follow(await visitor.post(choose, { persoon: person }))
    return visitor
  }

  async function receiptOf(visitor: Visitor, response: Response): Promise<Filed> {
    const html = await (await visitor.get(locationOf(response))).text()
    const [, status = ''] = /href="(\/status\/[^"]+)"/.exec(html) ?? []
    const filed = { visitor, reference: referenceIn(html) ?? '', status }
    await note(filed, 'ingediend')
    return filed
  }

  /** The form of a page that goes to this address, with what is typed in its place. */
  async function sendForm(visitor: Visitor, pages: readonly string[], to: string, typed: Fields): Promise<void> {
    const shown = await Promise.all(pages.map((page) => readPage(visitor, page)))
    const [form] = shown.flatMap(({ html }) => new RegExp(`<form [^>]*action="${to}".*?</form>`, 's').exec(html) ?? [])
    if (form === undefined) throw new Error(`Nothing leads to ${to}`)
    const response = await visitor.post(to, { ...fieldsIn(form), ...typed })
    if (response.status !== 303) throw new Error(`${to}: ${response.status} ${await response.text()}`)
  }

  return {
    deeds,
    /** An LCO aanvraag, as fast as a person types, or as a machine does. */
    async files(changes: Changes, fast = false): Promise<Filed> {
      const { visitor } = createPerson(loket)
      const draft = await begin(visitor)
      await fillIn(visitor, draft, { changes })
      if (!fast) await passTime(loket, 60)
      return receiptOf(visitor, await visitor.post(`${draft}/controle`))
    },
    /** Any other form, filled in up to its check page. */
    async sends(fill: (visitor: Visitor) => Promise<string>): Promise<Filed> {
      const { visitor } = createPerson(loket)
      const check = await fill(visitor)
      await passTime(loket, 60)
      return receiptOf(visitor, await visitor.post(check))
    },
    /** A press on the page of a dossier, with what it asks. */
    async press(who: Who, filed: Filed, action: string, typed: Fields = {}, hands: Hands = {}): Promise<void> {
      const path = `/werkruimte/dossier/${filed.reference}`
      await sendForm(await as(who), [`${path}/${action}`, path], `${path}/${action}`, typed)
      await note(filed, action, hands)
    },
    /** What came of a call, on the list of whoever answers the phone. */
    async phones(who: Who, filed: Filed, actie: string): Promise<void> {
      const path = '/werkruimte/telefoon'
      await sendForm(await as(who), [path], `${path}/${filed.reference}`, { actie })
      await note(filed, actie)
    },
    /** All that a team decides at a meeting, in one press. */
    async decides(who: Who, date: string, all: readonly [Filed, besluit: string, typed: Fields, gets: string][]) {
      const path = `/werkruimte/agenda/${date}`
      const typed = all.flatMap(([{ reference }, besluit, fields]) =>
        Object.entries({ besluit, ...fields }).map(([name, value]) => [`${reference}.${name}`, value] as const),
      )
      await sendForm(await as(who), [path], path, Object.fromEntries(typed))
      for (const [filed, besluit, , gets] of all) await note(filed, besluit, { gets })
    },
    /** Whoever asked presses on their own page. */
    async answers(filed: Filed, tail: string, action: string, typed: Fields = {}, hands: Hands = {}): Promise<void> {
      const response = await filed.visitor.post(`${filed.status}/${tail}`, typed)
      if (response.status !== 303) throw new Error(`${tail}: ${response.status}`)
      await note(filed, action, hands)
    },
    /** Whoever made the last move takes it back: it was never done. */
    async takesBack(who: Who, { reference }: Filed): Promise<void> {
      const path = `/werkruimte/dossier/${reference}`
      await sendForm(await as(who), [path], `${path}/ongedaan`, {})
      deeds.splice(
        deeds.findLastIndex((deed) => deed.reference === reference),
        1,
      )
    },
    /** Any page of the werkruimte with a form on it. */
    fills: async (who: Who, page: string, to: string, typed: Fields): Promise<void> =>
      sendForm(await as(who), [page], to, typed),
    reads: async (who: Who, path: string): Promise<string> => (await readPage(await as(who), path)).words,
    /** What whoever asked reads. */
    stands: async ({ visitor, status }: Filed): Promise<string> => (await readPage(visitor, status)).words,
    /** By way of everything that falls due, to a moment in Brussels: `2027-03-02 10:00`. */
    to: (moment: string): Promise<void> => loket.setClock(brusselsInstant(moment.replace(' ', 'T')).toISOString()),
  }
}
