/** Mails that did not arrive: correct the address, send again. */
import { Hono } from 'hono'
import { shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import { readdressed } from '../../../forms/kit/lifecycle/readdressed.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { addressHmac } from '../../shared/secrets.ts'
import { dossierPath, dossierRoute } from '../../shared/work-paths.ts'
import { actOn } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { caseRoles, type OpenFile } from './access.ts'
import { changedMeanwhile } from './ask-page.tsx'
import type { Again, AtDesk, Desk } from './desk.tsx'
import { address } from './small-pages.ts'

const addressPage = { slug: 'adres', title: 'Verbeter het adres', questions: [address] }
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
    return desk.done(c, 'opnieuw', 'mails')
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
    const { dossier } = found.file
    const isShown = shownRevision(dossier, typed.get('revision')?.[0]) === dossier.revision
    const isDone = (await addresses.read(dossier.reference, now())) === email
    if (isDone || (isShown && (await correct(c, found, email)) === 'stored')) return desk.done(c, 'adres', 'mails')
    const later = await desk.find(c)
    return later ? ask(c, later, typed, { notice: changedMeanwhile }) : desk.notFound(c)
  })

  async function correct(c: AtDesk, { service, file: { dossier } }: OpenFile, email: string) {
    const applicant = addressHmac((await deps.secrets()).addressKey, email)
    const { dossier: after, mails } = readdressed(service, dossier, applicant)
    return addresses.correct({
      before: dossier,
      after,
      email,
      mails,
      log: await dossierMails.list(dossier.reference, now()),
      ...actOn(c, deps, dossier),
    })
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
              De link in mails die al vertrokken zijn, werkt daarna niet meer. Het nieuwe adres krijgt meteen een
              nieuwe.
            </p>
          )}
        </>
      ),
    })

  return routes
}
