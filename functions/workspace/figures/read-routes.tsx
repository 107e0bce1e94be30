/** What a second person reads, and agrees to or gives back; and the casussen that everybody with dossiers may read. */
import { type Context, Hono } from 'hono'
import {
  agreedTo,
  givenBack,
  mayChange,
  type ReadChoice,
  readStep,
  type Writing,
  type WritingRef,
} from '../../../forms/kit/figures/writing.ts'
import { readerPage } from '../../../forms/kit/figures/writing-page.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { createWritings } from '../../shared/store/writings.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { casusPath, casussenPath, figuresPath, readingRoute } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { CasusPage, CasussenPage } from './casus-pages.tsx'
import { openEach, openWriting, sealRemark } from './open-writing.ts'
import { ReadingPage } from './reading-page.tsx'
import { GoneWriting } from './writing-messages.tsx'
import { doneInWords, happenedInWords } from './writing-words.ts'

type Ctx = Context<SignedIn>

const fields = new Map(['actie', 'versie', 'anders'].map((name) => [name, false]))
const ownText = 'U schreef dit zelf. Iemand anders van uw netwerk leest het na.'
const whichOne: FieldError = {
  name: 'anders',
  message: 'U schreef wat anders moet. Geef de tekst terug, of wis wat u hier schreef.',
}

interface Sent {
  choice: ReadChoice
  version: string | undefined
  typed: RawInput
  remark: string
  errors: readonly FieldError[]
}

export function readRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const writings = deps.open(createWritings)
  const door = requirePerson(caseRoles)
  const { unreadable } = workRefusals(deps.assets)
  const { now } = deps

  const read = (c: Ctx, of: WritingRef) => writings.read(c.var.network.slug, of, now())
  const gone = (c: Ctx, typed: RawInput = new Map()) => c.html(<GoneWriting {...frameOf(c, deps)} typed={typed} />, 404)

  routes.get(readingRoute, door, async (c) => {
    const writing = await read(c, refIn(c.req.param()))
    if (!writing) return gone(c)
    const own = writing.by === c.var.person.id
    return show(
      c,
      writing,
      own ? { notice: ownText } : writing.state === 'wacht' ? {} : { notice: happened(c, writing) },
    )
  })

  routes.post(readingRoute, door, async (c) => {
    const body = await readBody(c)
    const sent = body && sentIn(body, now())
    if (!sent) return unreadable(c)
    const writing = await read(c, refIn(c.req.param()))
    return writing ? take(c, writing, sent) : gone(c, sent.typed)
  })

  async function take(c: Ctx, writing: Writing, sent: Sent): Promise<Response> {
    const { choice, version, typed, remark, errors } = sent
    const step = errors.length > 0 ? 'mend' : readStep({ writing, who: c.var.person.id, sent: version, choice, remark })
    switch (step) {
      case 'own':
        return show(c, writing, { notice: ownText, typed }, 403)
      case 'stale':
        return show(c, writing, { notice: happened(c, writing), typed }, 409)
      case 'mend':
        return show(c, writing, { typed, errors }, 422)
      case 'remark':
        return show(c, writing, { typed, errors: [whichOne] }, 422)
      case 'done':
        return done(c, choice)
      case 'store':
        return store(c, writing, sent)
    }
  }

  async function store(c: Ctx, writing: Writing, sent: Sent): Promise<Response> {
    const { network, person } = c.var
    const remark = await sealRemark(deps, network.slug, writing.id, sent.remark)
    const isGood = sent.choice === 'goed'
    const after = isGood ? agreedTo(writing, person.id, now()) : givenBack(writing, person.id, remark, now())
    const what = isGood ? 'nagelezen' : 'teruggegeven'
    if (await writings.write(network.slug, after, writing.revision, { ...actOf(c, deps), what }))
      return done(c, sent.choice)
    // Somebody was first, between our reading and writing.
    const next = await read(c, writing)
    return next ? take(c, next, sent) : gone(c, sent.typed)
  }

  const done = (c: Ctx, choice: ReadChoice) =>
    c.redirect(`${figuresPath}?gedaan=${choice === 'goed' ? 'nagelezen' : 'teruggegeven'}`, 303)

  const happened = (c: Ctx, writing: Writing) => happenedInWords(c.var.content, writing)

  async function show(
    c: Ctx,
    writing: Writing,
    { typed = new Map(), errors = [], notice }: Partial<Pick<Sent, 'typed' | 'errors'>> & { notice?: string },
    status: 200 | 403 | 409 | 422 = 200,
  ): Promise<Response> {
    const open = await openWriting(deps, writing)
    const about = { content: c.var.content, open, typed, errors, notice }
    return c.html(<ReadingPage {...frameOf(c, deps)} {...about} />, status)
  }

  routes.get(casussenPath, door, async (c) => {
    const { network, content, person } = c.var
    const all = await writings.list(network.slug, { kind: 'casus' }, now())
    const [agreed, own] = await Promise.all([
      openEach(
        deps,
        all.filter(({ state }) => state === 'nagelezen'),
      ),
      openEach(
        deps,
        all.filter((writing) => mayChange(writing, person.id)),
      ),
    ])
    const done = doneInWords(c.req.query('gedaan'))
    return c.html(<CasussenPage {...frameOf(c, deps)} {...{ content, agreed, own, done }} />)
  })

  routes.get(`${casussenPath}/:id{[\\w-]{22}}`, door, async (c) => {
    const writing = await read(c, { kind: 'casus', year: '', id: c.req.param('id') })
    if (writing && mayChange(writing, c.var.person.id)) return c.redirect(casusPath(writing.id, 'wijzigen'), 303)
    if (writing?.state !== 'nagelezen') return gone(c)
    const open = await openWriting(deps, writing)
    return c.html(<CasusPage {...frameOf(c, deps)} content={c.var.content} open={open} />)
  })

  return routes
}

const refIn = ({ of, id }: { of: string; id: string }): WritingRef =>
  of === 'casus' ? { kind: 'casus', year: '', id } : { kind: 'signaal', year: of, id }

function sentIn(body: RawInput, now: Date): Sent | undefined {
  const typed = pickFields(body, fields)
  const choice = typed?.get('actie')?.[0]
  if (!typed || (choice !== 'goed' && choice !== 'terug')) return undefined
  const { answers, errors } = parsePage(readerPage, typed, {}, { criteria: [], now })
  const { anders = '' } = answers
  return { choice, version: typed.get('versie')?.[0], typed, remark: String(anders), errors }
}
