/** Mails that did not arrive: correct the address, send again. */
import { Hono } from 'hono'
import { shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import { applicantMark, unreachedMark } from '../../../forms/kit/lifecycle/not-reached.ts'
import { overlegSubject } from '../../../forms/kit/overleg/rounds.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { isReturned } from '../../shared/store/outbox-item.ts'
import { dossierPath, dossierRoute } from '../../shared/work-paths.ts'
import { actOn } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { caseRoles, type OpenFile } from './access.ts'
import { changedMeanwhile } from './ask-page.tsx'
import type { Again, AtDesk, Desk } from './desk.tsx'
import { finishReaddress, readdress } from './readdress.ts'
import { address } from './small-pages.ts'

const addressPage = { slug: 'adres', title: 'Verbeter het adres', questions: [address] }
const notThisOne = 'Op dit adres kwam de mail niet aan. Vul het adres in dat wel werkt, of verstuur de mail opnieuw'
const fields = new Map([address.name, 'revision'].map((name) => [name, false]))

export function mailRoutes(deps: WorkspaceDeps, desk: Desk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const door = requirePerson(caseRoles)
  const { addresses, dossierMails, now } = deps

  routes.get(`${dossierRoute}/mail/:mail/opnieuw`, door, (c) => c.redirect(dossierPath(c.req.param('reference')), 303))

  routes.post(`${dossierRoute}/mail/:mail/opnieuw`, door, async (c) => {
    const found = await desk.find(c)
    const mails = found ? await dossierMails.list(found.file.dossier.reference, now()) : []
    const mail = mails.find(({ mailId }) => mailId === c.req.param('mail'))
    if (!found || !mail) return desk.notFound(c)
    // Not waiting for anybody any more: a colleague, or a first press of the button, was first.
    await dossierMails.sendAgain(mail, actOn(c, deps, found.file.dossier))
    return desk.done(c, 'opnieuw', 'tijdlijn')
  })

  routes.get(`${dossierRoute}/bereikt`, door, (c) => c.redirect(dossierPath(c.req.param('reference')), 303))

  // A second press finds nothing left to settle: the same answer.
  routes.post(`${dossierRoute}/bereikt`, door, async (c) => {
    const sent = await desk.sent(c, () => new Map([['wie', false]]))
    if ('answer' in sent) return sent.answer
    const { dossier } = sent.found.file
    const { reference, notReached = [], overleg } = dossier
    const mark = sent.typed.get('wie')?.[0]
    if (!mark) return desk.unreadable(c)
    const subjects = [reference, ...(overleg ? [overlegSubject({ reference, number: overleg.number })] : [])]
    const mails = await Promise.all(subjects.map((subject) => dossierMails.list(subject, now())))
    const theirs = mails.flat().filter((mail) => isReturned(mail) && unreachedMark(mail.notification)?.mark === mark)
    for (const mail of theirs) await dossierMails.settle(mail, actOn(c, deps, dossier))
    if (notReached.includes(mark)) await dossierMails.mend(reference, mark)
    return desk.done(c, 'bereikt')
  })

  routes.get(`${dossierRoute}/adres`, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    // What asks only whether the page is there has not read it.
    if (c.req.method === 'HEAD') return c.body(null)
    await desk.noteConsultation(c, found)
    const email = await addresses.read(found.file.dossier.reference, now())
    return ask(c, found, new Map([[address.name, email ? [email] : []]]))
  })

  routes.post(`${dossierRoute}/adres`, door, async (c) => {
    const sent = await desk.sent(c, () => fields)
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    const { answers, errors } = parsePage(addressPage, typed, {}, { criteria: [], now: now() })
    const email = answers[address.name]
    if (typeof email !== 'string') return ask(c, found, typed, { errors })
    return isWrong(found, email, await current(found))
      ? ask(c, found, typed, { errors: [{ name: address.name, message: notThisOne }] })
      : correct(c, found, typed, email)
  })

  const current = ({ file: { dossier } }: OpenFile) => addresses.read(dossier.reference, now())

  async function correct(c: AtDesk, found: OpenFile, typed: RawInput, email: string): Promise<Response> {
    const { dossier } = found.file
    const isShown = shownRevision(dossier, typed.get('revision')?.[0]) === dossier.revision
    const isDone = (await current(found)) === email
    if (isDone) await finishReaddress(deps, found, actOn(c, deps, dossier))
    if (
      isDone ||
      (isShown && (await readdress(deps, found, email, { ...actOn(c, deps, dossier), days: c.var.days })) === 'stored')
    )
      return desk.done(c, 'adres', 'mails')
    const later = await desk.find(c)
    return later ? ask(c, later, typed, { notice: changedMeanwhile }) : desk.notFound(c)
  }

  const ask = (c: AtDesk, found: OpenFile, typed: RawInput, again: Again = {}) =>
    desk.ask(c, found, {
      ...{ page: addressPage, typed, ...again },
      button: 'Bewaar het adres',
      intro: (
        <>
          <p class="lead">Vraag het adres aan de telefoon, en lees het letter voor letter na.</p>
          {found.file.dossier.applicant && (
            <p>
              De link in mails die al vertrokken zijn, werkt daarna niet meer. Het nieuwe adres krijgt meteen één mail,
              met een nieuwe link. Zit de aanvrager met dit adres aan tafel? Dan verbeteren we het daar ook.
            </p>
          )}
        </>
      ),
    })

  return routes
}

/** It is the address that our mail does not reach. */
const isWrong = ({ file: { dossier } }: OpenFile, email: string, current: string | undefined): boolean =>
  email === current && dossier.notReached?.includes(applicantMark) === true
