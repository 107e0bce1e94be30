/** Invitees pasted from a spreadsheet: read, checked, and put on the list; what breaks off goes on when the same list is sent again. */
import type { Context, Hono } from 'hono'
import { counted } from '../../../forms/kit/counted.ts'
import { may } from '../../../forms/kit/events/phases.ts'
import { withEnd } from '../../../forms/kit/events/rsvp.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { addressOnEvent, newInvitee } from '../../shared/answer-flow.ts'
import { newId } from '../../shared/new-id.ts'
import type { NewOnList } from '../../shared/store/invitee-lists.ts'
import { fitsInAnswer, readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { type ImportedPerson, inThousands, readInvitees } from './csv.ts'
import { FormPage } from './form-page.tsx'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

const csvQuestion: TextQuestion = {
  kind: 'longText',
  name: 'csv',
  label: 'Plak hier uw lijst',
  hint: 'Met bovenaan de namen van de kolommen: naam;organisatie;functie;e-mail. Met ; of , ertussen.',
  error: 'Plak een lijst',
}

const tooLong = 'Uw lijst is te lang om hier opnieuw te tonen. Plak ze nog eens, verbeterd of in delen.'
const closed = 'De inschrijving is afgesloten: er kan niemand meer uitgenodigd worden'

export function importRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy, until }: OrganiserTools): void {
  const { events, lists, now } = deps
  const path = `${eventsHome}/:slug/importeren` as const

  routes.get(path, (c) => showImport(c, '', []))
  routes.post(path, async (c) => {
    const { event } = c.var
    const end = until()
    const text = (await readBody(c))?.get('csv')?.[0] ?? ''
    const read = readInvitees(text)
    if (read.kind === 'problems') return showImport(c, text, read.problems)
    if (!may('invite', event, now())) return showImport(c, text, [closed])
    const { added, left } = await lists.add(await newOnList(c, read.people), now, end)
    await events.note(event.slug, auditBy(c, `${counted(added, 'genodigde', 'genodigden')} toegevoegd`))
    if (left > 0) return showImport(c, text, [notAll(read.people.length - left, left)])
    return c.redirect(`${eventHome(event)}?toegevoegd=${added}`, 303)
  })

  async function newOnList(c: Context<Organised>, people: readonly ImportedPerson[]): Promise<NewOnList[]> {
    const { event } = c.var
    const { addressKey } = await deps.secrets()
    const at = now()
    return people.map(({ email, ...about }) => {
      const adres = addressOnEvent(addressKey, event.slug, email)
      const invitee = newInvitee({ id: newId(deps), event, adres, bron: 'import', now: at })
      return { email, invitee: withEnd(event, { ...invitee, ...about }) }
    })
  }

  function showImport(c: Context<Organised>, text: string, found: readonly string[]) {
    const home = eventHome(c.var.event)
    const fits = fitsInAnswer(text)
    const problems = fits ? found : [...found, tooLong]
    return c.html(
      <FormPage
        {...frameOf(c, deps)}
        title="Genodigden toevoegen"
        intro="Is er iets mis met een regel, dan voegen we niemand toe. Wie al in de lijst staat, blijft zoals hij is."
        questions={[csvQuestion]}
        action={`${home}/importeren`}
        back={home}
        typed={new Map([['csv', [fits ? text : '']]])}
        errors={problems.map((message): FieldError => ({ name: 'csv', message }))}
        button="Voeg toe"
      />,
      problems.length > 0 ? 422 : 200,
    )
  }
}

const notAll = (done: number, left: number): string =>
  `${done === 1 ? '1 mens staat' : `${inThousands(done)} mensen staan`} in de lijst, nog ${inThousands(left)} niet. Druk opnieuw op “Voeg toe” om verder te gaan: niemand komt er dubbel in.`
