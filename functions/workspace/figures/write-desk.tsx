/** What writing a signaal and writing a casus have in common: compare with the dossiers, keep it sealed, or say what to mend. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { holdersOf } from '../../../forms/kit/content.ts'
import { newWriting, readersBut, rewritten, type Writing, type WritingRef } from '../../../forms/kit/figures/writing.ts'
import { type ReadWriting, readWriting, writingErrors } from '../../../forms/kit/figures/writing-page.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { newId } from '../../shared/new-id.ts'
import { createWritings } from '../../shared/store/writings.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { actOf, frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { onceField, onceIdIn } from '../once.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { compareWith } from './compare.ts'
import { openWriting, sealWriting } from './open-writing.ts'
import { WritePage } from './write-page.tsx'
import { GoneWriting, WritingSays } from './writing-messages.tsx'
import { awayField } from './writing-parts.tsx'
import { happenedInWords, type WritingDone } from './writing-words.ts'

export type Ctx = Context<SignedIn>

/** What a page asks, of what. */
export interface Asked {
  of: Pick<WritingRef, 'kind' | 'year'>
  page: Page
  heading: string
  action: string
  back: { href: string; text: string }
  /** Where the person is after it. */
  after: string
  /** The dossier in the address; never kept. */
  from?: string
  /** What is changed. */
  before?: Writing
  intro?: Child
  below?: Child
}

interface Again {
  errors?: readonly FieldError[]
  notice?: string
}

const versionField = 'versie'
const formFields = ['titel', 'signaal', 'casus', 'vraag', 'dossiers', 'dossier', onceField, versionField]
const fields = new Map(formFields.map((name) => [name, false]))

export function createWriteDesk(deps: WorkspaceDeps) {
  const writings = deps.open(createWritings)
  const { now } = deps

  const show = (c: Ctx, asked: Asked, typed: RawInput, { errors = [], notice }: Again = {}) =>
    c.html(
      <WritePage
        {...frameOf(c, deps)}
        {...{ page: asked.page, heading: asked.heading, back: asked.back, action: asked.action }}
        hidden={
          asked.before
            ? { [versionField]: String(asked.before.revision) }
            : { [onceField]: onceIdIn(typed) ?? newId(deps) }
        }
        {...{ typed, errors, notice, intro: asked.intro }}
      >
        {asked.below}
      </WritePage>,
      errors.length > 0 ? 422 : notice === undefined ? 200 : 409,
    )

  const gone = (c: Ctx, typed: RawInput = new Map()) => c.html(<GoneWriting {...frameOf(c, deps)} typed={typed} />, 404)

  const refuse = (c: Ctx, why: string, typed: RawInput = new Map(), status: 404 | 409 = 409) =>
    c.html(<WritingSays {...frameOf(c, deps)} {...{ title: 'Dat kan nu niet', why, typed }} />, status)

  const done = (c: Ctx, asked: Asked, what: WritingDone) => c.redirect(`${asked.after}?gedaan=${what}`, 303)

  async function judge(c: Ctx, { of, page, from }: Asked, typed: RawInput) {
    const read = readWriting(of.kind, page, typed, now())
    const compared = await compareWith(deps, c.var, from === undefined ? read.named.references : [from])
    const hasReader = readersBut(holdersOf(c.var.content), c.var.person.id).length > 0
    return { read, errors: writingErrors({ kind: of.kind, page, read, compared, hasReader }) }
  }

  const seal = (c: Ctx, { of }: Asked, id: string, { written, named }: ReadWriting) =>
    sealWriting(deps, c.var.network.slug, id, written, of.kind === 'signaal' ? named.references : undefined)

  const told = (c: Ctx, what: WritingDone) => ({ ...actOf(c, deps), what })

  async function add(c: Ctx, asked: Asked, typed: RawInput, id: string): Promise<Response> {
    const { read, errors } = await judge(c, asked, typed)
    if (errors.length > 0) return show(c, asked, typed, { errors })
    const { network, person } = c.var
    const writing = newWriting({ ...asked.of, id, by: person.id }, await seal(c, asked, id, read), now())
    if (await writings.write(network.slug, writing, undefined, told(c, 'geschreven')))
      return done(c, asked, 'geschreven')
    // A second press; or they went back and wrote something else, which is another one.
    const first = await writings.read(network.slug, writing, now())
    const isSame = first && JSON.stringify((await openWriting(deps, first)).written) === JSON.stringify(read.written)
    return isSame && first.by === person.id ? done(c, asked, 'geschreven') : add(c, asked, typed, newId(deps))
  }

  async function change(c: Ctx, asked: Asked & { before: Writing }, typed: RawInput): Promise<Response> {
    const { before } = asked
    if (typed.get(versionField)?.[0] !== String(before.revision))
      return show(c, asked, typed, { notice: happenedInWords(c.var.content, before) })
    const { read, errors } = await judge(c, asked, typed)
    if (errors.length > 0) return show(c, asked, typed, { errors })
    const after = rewritten(before, await seal(c, asked, before.id, read), now())
    const written = await writings.write(c.var.network.slug, after, before.revision, told(c, 'gewijzigd'))
    return written ? done(c, asked, 'gewijzigd') : again(c, asked, typed)
  }

  /** Somebody was first, between our reading and writing. */
  async function again(c: Ctx, asked: Asked & { before: Writing }, typed: RawInput): Promise<Response> {
    const before = await writings.read(c.var.network.slug, asked.before, now())
    if (!before) return gone(c, typed)
    const notice = happenedInWords(c.var.content, before)
    return before.state === 'nagelezen' ? refuse(c, notice, typed) : show(c, { ...asked, before }, typed, { notice })
  }

  /** Somebody else wrote it, or agreed to it. */
  const notYours = (c: Ctx, writing: Writing, typed: RawInput) =>
    writing.by === c.var.person.id ? refuse(c, happenedInWords(c.var.content, writing), typed) : gone(c, typed)

  return {
    writings,
    frame: (c: Ctx) => frameOf(c, deps),
    notYours,
    show,
    gone,
    refuse,
    add: (c: Ctx, asked: Asked, typed: RawInput) => add(c, asked, typed, onceIdIn(typed) ?? newId(deps)),
    change,

    /** The fields that were sent; undefined when no form of ours sends them so. */
    async sent(c: Ctx): Promise<RawInput | undefined> {
      const body = await readBody(c)
      return body && pickFields(body, fields)
    },

    /** In one press after the question whether they are sure. */
    async remove(c: Ctx, writing: Writing, after: string): Promise<Response> {
      const sent = (await readBody(c))?.get(awayField)?.[0]
      const { network, content } = c.var
      if (sent !== String(writing.revision)) return refuse(c, happenedInWords(content, writing))
      const removed = await writings.remove(network.slug, writing, told(c, 'weggehaald'))
      return removed ? c.redirect(`${after}?gedaan=weggehaald`, 303) : refuse(c, 'Iemand anders was net voor u.')
    },
  }
}
