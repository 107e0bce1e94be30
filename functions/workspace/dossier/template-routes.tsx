/** Mail to the applicant in fixed words: one press, or a small page where its words ask a date. */
import { Hono } from 'hono'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import { sendTemplate, templateSent, templateStep, unmailed } from '../../../forms/kit/lifecycle/send-template.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { yearsAhead } from '../../../forms/kit/questions/questions.ts'
import { asksDate, type Template, templateOf, templatesFor } from '../../../forms/kit/templates.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { moveToStore } from '../../shared/make-move.ts'
import { dossierRoute } from '../../shared/work-paths.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { openAnswers, openPhone } from '../open-answers.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { caseRoles, type OpenFile } from './access.ts'
import { changedMeanwhile } from './ask-page.tsx'
import type { Again, AtDesk, Desk } from './desk.tsx'
import { unmailedInWords } from './template-part.tsx'

interface Sent extends OpenFile {
  template: Template
  typed: RawInput
}

export function templateRoutes(deps: WorkspaceDeps, desk: Desk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${dossierRoute}/bericht/:key` as const
  const door = requirePerson(caseRoles)
  const { dossiers, now } = deps

  const templateIn = (c: AtDesk, { service: { form } }: OpenFile) => {
    const template = templateOf(c.var.content, c.req.param('key') ?? '')
    return template && templatesFor(c.var.content, form).includes(template) ? template : undefined
  }

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    const template = found && templateIn(c, found)
    if (!found || !template) return desk.notFound(c)
    const asking = { ...found, template, typed: new Map() }
    return unmailed(found.service, found.file.dossier) ? refuse(c, asking) : ask(c, asking)
  })

  routes.post(path, door, async (c) => {
    const sent = await desk.sent(c, () => new Map(['revision', 'datum'].map((name) => [name, false])))
    if ('answer' in sent) return sent.answer
    return desk.again(c, sent, async (_, found, typed) => {
      const template = templateIn(c, found)
      return template ? take(c, { ...found, template, typed }) : desk.notFound(c, typed)
    })
  })

  /** Undefined when somebody was first. */
  async function take(c: AtDesk, sent: Sent): Promise<Response | undefined> {
    const { answers, errors } = parsePage(pageOf(sent.template), sent.typed, {}, { criteria: [], now: now() })
    const date = typeof answers.datum === 'string' ? answers.datum : undefined
    const revision = sent.typed.get('revision')?.[0]
    const about = { ...sent, ...sent.file, by: c.var.person.id, date, revision, wrong: errors.length > 0 }
    switch (templateStep(about)) {
      case 'done':
        return done(c)
      case 'refused':
        return refuse(c, sent)
      case 'again':
        return ask(c, sent, { notice: changedMeanwhile })
      case 'mend':
        return ask(c, sent, { errors })
      case 'send':
        return (await send(c, sent, date)) === 'moved' ? done(c) : undefined
    }
  }

  function send(c: AtDesk, { service, file: { dossier: before }, template }: Sent, date: string | undefined) {
    const at = now()
    const by = c.var.person.id
    const decision = sendTemplate(service, c.var.days, before, { template, date, by, now: at })
    const audit = {
      ...doneBy(c.var.person, before),
      what: templateSent,
      template: template.key,
      ...(date ? { on: date } : {}),
    }
    return dossiers.move(moveToStore(deps, { service, before, decision, audit, now: at }))
  }

  const done = (c: AtDesk) => desk.done(c, templateSent, 'tijdlijn')

  async function refuse(c: AtDesk, sent: Sent) {
    const { service, template, typed } = sent
    const { dossier, sealed } = sent.file
    const reason = unmailed(service, dossier) ?? 'closed'
    // The number to call is one of the answers.
    if (sealed !== undefined) await desk.noteConsultation(c, sent)
    const answers =
      sealed === undefined ? undefined : await openAnswers(deps, service, { reference: dossier.reference, sealed })
    const words = unmailedInWords(
      { service, phone: await openPhone(deps, dossier), ...(answers ? { answers } : {}) },
      reason,
    )
    return desk.refuse(c, sent, { reason: words, page: pageOf(template), typed })
  }

  const ask = (c: AtDesk, sent: Sent, again: Again = {}) =>
    desk.ask(c, sent, {
      ...{ page: pageOf(sent.template), typed: sent.typed, ...again },
      button: 'Verstuur de mail',
      intro: <p class="lead">De aanvrager krijgt meteen een mail in vaste woorden. U kunt ze niet terughalen.</p>,
    })

  return routes
}

/** What its words ask: a date that is still to come, or nothing. */
const pageOf = (template: Template): Page => ({
  slug: `bericht/${template.key}`,
  title: template.label,
  questions: asksDate(template)
    ? [
        {
          kind: 'date',
          name: 'datum',
          label: 'Vóór welke datum?',
          hint: 'Dag, maand en jaar, bijvoorbeeld 21/5/2027.',
          error: 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027',
          between: { years: yearsAhead },
        },
      ]
    : [],
  rules: [
    {
      about: 'datum',
      check: ({ datum }, { now }) =>
        typeof datum === 'string' && datum <= brusselsDate(now)
          ? { name: 'datum', message: 'Kies een dag die nog komt' }
          : undefined,
    },
  ],
})
