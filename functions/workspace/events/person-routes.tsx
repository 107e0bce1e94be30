/** One invitee: mended, mailed again, a seat given back, taken off the list. */

import type { Context, Hono, MiddlewareHandler } from 'hono'
import { giveUpStep } from '../../../forms/kit/events/answer-flow.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import {
  type Corrected,
  corrected,
  correctedAndResent,
  isJustResent,
  mayResend,
  resent,
} from '../../../forms/kit/events/invitee-changes.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { addressOnEvent, storeAnswer } from '../../shared/answer-flow.ts'
import { leaveEvent } from '../../shared/leave-event.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { isReturned, type OutboxItem } from '../../shared/store/outbox-item.ts'
import { readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf, noteView } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { decidedInWords } from './decide-routes.tsx'
import { ConfirmPage } from './form-page.tsx'
import { nameOf, personPath } from './invitee-row.tsx'
import { inviteeOn, isFullNow } from './look-up.ts'
import { notNow, onlyWhen } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import { personFields, readPerson } from './person-form.ts'
import { PersonPage } from './person-page.tsx'
import type { Organised, OrganiserTools } from './tools.ts'

const path = `${eventsHome}/:slug/genodigden/:id` as const

interface OnPerson extends Organised {
  Variables: Organised['Variables'] & { invitee: Invitee }
}
type PersonContext = Context<OnPerson>

/** Words of what was done, by its name in the address. */
const doneWords: Readonly<Record<string, string>> = {
  ...decidedInWords,
  bewaard: 'Bewaard. Er vertrok geen mail.',
  verstuurd: 'Bewaard. De mail vertrekt nu.',
  opnieuw: 'De mail vertrekt nu opnieuw.',
  net: 'Die mail vertrok net al. Er vertrekt er geen tweede.',
  vrij: 'De plaats is vrij. De mail daarover vertrekt nu.',
  anders: 'Er is niets veranderd: iemand anders was eerst. Kijk wat er nu staat.',
}

export function personRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy }: OrganiserTools): void {
  const { assets, events, inviteeChanges, invitees, lists, inviteeFates, now } = deps
  const refusals = workRefusals(assets)

  const find: MiddlewareHandler<OnPerson> = async (c, next) => {
    const invitee = await inviteeOn(deps, c.var.event, c.req.param('id'))
    if (!invitee) return refusals.brokenLink(c, c.var.network)
    c.set('invitee', invitee)
    return next()
  }
  const emailOf = async ({ id }: Invitee) => (await lists.addresses([id], now())).get(id)

  routes.get(path, find, async (c) => {
    const email = await emailOf(c.var.invitee)
    return show(c, personFields(c.var.invitee, email), [])
  })

  routes.post(`${path}/gegevens`, find, async (c) => {
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    const read = readPerson(c.var.invitee, typed, now())
    const outcome = read.errors.length > 0 ? read.errors : await mend(c, read, typed)
    return typeof outcome === 'string' ? back(c, outcome) : show(c, typed, outcome)
  })

  /** The name of what was done, or what is wrong. */
  async function mend(c: PersonContext, { who, email }: ReturnType<typeof readPerson>, typed: RawInput) {
    if (typed.get('revisie')?.[0] !== String(c.var.invitee.revisie)) return [conflict]
    const other = await otherAddress(c, email)
    if (other === 'taken') return [taken]
    const outcome = await correct(c, { ...who, adres: other }, email, typed.get('actie')?.[0] === 'stuur')
    if (outcome === 'taken') return [taken]
    return outcome === 'changed' ? [conflict] : outcome
  }

  /** HMAC of the address when it is another one, and nobody else on the list has it. */
  async function otherAddress(c: PersonContext, email: string | undefined): Promise<string | 'taken' | undefined> {
    const { event, invitee } = c.var
    if (email === undefined) return undefined
    const adres = addressOnEvent((await deps.secrets()).addressKey, event.slug, email)
    if (adres === invitee.adres) return undefined
    return (await invitees.find(event.slug, adres, now())) ? 'taken' : adres
  }

  async function correct(
    c: PersonContext,
    correction: Parameters<typeof corrected>[2],
    email: string | undefined,
    sends: boolean,
  ) {
    const { event, invitee: before } = c.var
    const at = now()
    const waiting =
      correction.adres === undefined ? [] : (await mailsOf(before)).filter(isOpen).map(({ mailId }) => mailId)
    const mended = corrected(event, before, correction, { waiting, now: at })
    const goes = sends && mayResend(event, mended.after, at) && !isJustResent(before, at)
    const { after, mails } = goes ? correctedAndResent(mended, at) : mended
    const what = goes ? 'gegevens verbeterd, mail opnieuw verstuurd' : 'gegevens verbeterd'
    const address = correction.adres === undefined ? {} : { email }
    const stored = await inviteeChanges.change({ before, after, mails, ...address, now: at })
    if (stored === 'stored') await events.note(event.slug, auditBy(c, what))
    return stored === 'stored' ? (goes ? 'verstuurd' : 'bewaard') : stored
  }

  const mailsOf = (invitee: Invitee): Promise<OutboxItem[]> => deps.dossierMails.list(invitee.id, now())

  routes.post(`${path}/opnieuw`, find, async (c) => {
    const { event, invitee } = c.var
    const at = now()
    const refused = notNow(c, deps, invitee.antwoord || invitee.laat ? 'resend' : 'invite')
    if (refused) return refused
    if (isJustResent(invitee, at)) return back(c, 'net')
    if (!mayResend(event, invitee, at)) return back(c, 'anders')
    return back(c, (await store(c, resent(invitee, at), 'mail opnieuw verstuurd')) ? 'opnieuw' : 'anders')
  })

  async function store(c: PersonContext, { after, mails }: Corrected, what: string): Promise<boolean> {
    const { event, invitee: before } = c.var
    const isStored = (await inviteeChanges.change({ before, after, mails, now: now() })) === 'stored'
    if (isStored) await events.note(event.slug, auditBy(c, what))
    return isStored
  }

  routes.use(`${path}/vrijgeven`, onlyWhen(deps, 'give-up'))
  routes.get(`${path}/vrijgeven`, find, (c) => showConfirm(c, 'vrijgeven'))
  routes.post(`${path}/vrijgeven`, find, async (c) => {
    const { event, invitee } = c.var
    const outcome = await lookAgain(() => release(event, invitee.id), inCrowd)
    if (outcome === 'vrij') await events.note(event.slug, auditBy(c, 'plaats vrijgegeven'))
    return back(c, outcome)
  })

  /** Undefined when somebody else was first. */
  async function release(event: LoketEvent, id: string): Promise<'vrij' | 'anders' | undefined> {
    const at = now()
    const known = await invitees.read(id, at)
    if (!known) return 'anders'
    const step = giveUpStep({ event, known, now: at })
    if (step.kind !== 'store') return 'anders'
    const stored = await storeAnswer(deps, { event, who: known, given: step.given, now: at, options: { late: true } })
    return stored === 'changed' ? undefined : 'vrij'
  }

  routes.get(`${path}/weghalen`, find, (c) => showConfirm(c, 'weghalen'))
  routes.post(`${path}/weghalen`, find, async (c) => {
    await lookAgain(() => remove(c), inCrowd)
    await events.note(c.var.event.slug, auditBy(c, 'genodigde weggehaald'))
    return c.redirect(`${eventHome(c.var.event)}/genodigden?klaar=weg`, 303)
  })

  /** A seat or a place in the line goes to who waits, as if they had said no. */
  async function remove(c: PersonContext): Promise<'removed' | undefined> {
    const at = now()
    const { event } = c.var
    const invitee = await invitees.read(c.var.invitee.id, at)
    if (!invitee) return 'removed'
    const outcome = await leaveEvent(deps, { event, invitee }, at, async (leaving) => {
      const waiting = (await mailsOf(invitee)).filter(isOpen).map(({ mailId }) => mailId)
      return inviteeChanges.remove(leaving, waiting, at)
    })
    return outcome === 'changed' ? undefined : outcome
  }

  const back = (c: PersonContext, klaar: string) =>
    c.redirect(`${personPath(c.var.event, c.var.invitee)}?klaar=${klaar}`, 303)

  async function show(c: PersonContext, typed: RawInput, errors: readonly FieldError[]) {
    const { event, invitee } = c.var
    await noteView(c, deps, 'genodigden', [invitee.id])
    const status = errors.length === 0 ? 200 : errors.includes(conflict) ? 409 : 422
    return c.html(
      <PersonPage
        {...frameOf(c, deps)}
        {...{ event, invitee, typed, errors, now: now() }}
        email={await emailOf(invitee)}
        told={(await inviteeFates.fates([invitee])).get(invitee.id)}
        full={await isFullNow(deps, event)}
        done={doneWords[c.req.query('klaar') ?? '']}
      />,
      status,
    )
  }

  async function showConfirm(c: PersonContext, what: keyof typeof confirms) {
    const { event, invitee } = c.var
    await noteView(c, deps, 'genodigden', [invitee.id])
    const whom = nameOf(invitee, await emailOf(invitee))
    const { title, text, button } = confirms[what]
    return c.html(
      <ConfirmPage
        {...frameOf(c, deps)}
        event={event}
        title={title(whom)}
        text={text}
        action={`${personPath(event, invitee)}/${what}`}
        button={button}
      />,
    )
  }
}

const confirms = {
  vrijgeven: {
    title: (whom: string) => `Geeft u de plaats van ${whom} vrij?`,
    text: 'Deze persoon krijgt een mail. Wacht er iemand, dan krijgt die meteen de plaats. U kunt dit niet terughalen.',
    button: 'Geef de plaats vrij',
  },
  weghalen: {
    title: (whom: string) => `Haalt u ${whom} van de lijst?`,
    text: 'De persoonlijke link werkt dan niet meer. Deze persoon krijgt geen mail. Een plaats gaat naar wie wacht. U kunt dit niet terughalen.',
    button: 'Haal weg',
  },
} as const

/** It still waits, or somebody would look at it; what left stays in the log. */
const isOpen = (mail: OutboxItem): boolean =>
  mail.status === 'wacht' || mail.status === 'aangehouden' || mail.status === 'mislukt' || isReturned(mail)

const taken: FieldError = {
  name: 'email',
  message: 'Iemand anders op deze lijst heeft dit adres al. Kijk na wie dat is.',
}
const conflict: FieldError = {
  name: 'naam',
  message: 'Iemand anders veranderde deze persoon net. Uw wijziging is nog niet bewaard. Kijk na, en bewaar opnieuw.',
}
