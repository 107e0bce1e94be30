/** What many would write instead: Fastify, Eta and Ajv, with the same form, the same rules and the same page around it. */
import { createHash } from 'node:crypto'
import formbody from '@fastify/formbody'
import { Ajv } from 'ajv'
import { Eta } from 'eta'
import { fastify } from 'fastify'
import { services } from '../../../forms/index.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { securityHeaders } from '../../../functions/shared/web/headers.ts'
import { lcoStart } from '../../support/lco.ts'
import { given, tellCpu } from './serve.ts'

const service = services.find(({ network, form }) => `/${network.slug}/${form.slug}` === lcoStart)
const page = service?.pages[0]
if (!page) throw new Error('The form has no first page')
const { start, body }: { start: string; body: string } = JSON.parse(given('BENCH_ANSWER'))
const [before = '', rest = ''] = body.split(/(?=<form class="sheet")/)
const after = rest.slice(rest.indexOf('</form>') + '</form>'.length)

const template = `
<% if (it.errors.length) { %><div class="problem" role="alert" tabindex="-1"><h2>Er is een probleem</h2><ul>
<% for (const error of it.errors) { %><li><a href="#<%= error.name %>"><%= error.message %></a></li><% } %></ul></div><% } %>
<%~ it.before %><form class="sheet" method="post" action="<%= it.path %>" novalidate>
<% for (const question of it.questions) { const error = it.errors.find(({ name }) => name === question.name); const typed = it.typed[question.name] ?? []; %>
<% if (question.options) { %><fieldset class="field <%= error ? 'wrong' : '' %>" aria-describedby="<%= question.name %>-uitleg"><legend><%= question.label %></legend>
<% if (question.hint) { %><span class="hint" id="<%= question.name %>-uitleg"><%= question.hint %></span><% } %>
<% if (error) { %><span class="error" id="<%= question.name %>-fout"><span class="hidden-visually">Fout: </span><%= error.message %></span><% } %>
<% question.options.forEach(({ value, label }, index) => { const id = index === 0 ? question.name : question.name + '-' + index; %><div class="choice"><input type="<%= question.kind === 'choices' ? 'checkbox' : 'radio' %>" id="<%= id %>" name="<%= question.name %>" value="<%= value %>" <%= typed.includes(value) ? 'checked' : '' %>><label for="<%= id %>"><%= label %></label></div><% }) %></fieldset>
<% } else { %><div class="field <%= error ? 'wrong' : '' %>"><label for="<%= question.name %>"><%= question.label %></label>
<% if (question.hint) { %><span class="hint" id="<%= question.name %>-uitleg"><%= question.hint %></span><% } %>
<% if (error) { %><span class="error" id="<%= question.name %>-fout"><span class="hidden-visually">Fout: </span><%= error.message %></span><% } %>
<input id="<%= question.name %>" name="<%= question.name %>" type="text" inputmode="numeric" class="short" autocomplete="off" aria-describedby="<%= question.name %>-uitleg" value="<%= typed[0] ?? '' %>"></div><% } %><% } %>
<div class="row"><button class="btn" name="actie" value="volgende" data-next>Volgende</button></div></form><%~ it.after %>`

const eta = new Eta()
eta.loadTemplate('@page', template)

/** The same rules as the page's own: one of the options, at least one of them, a postcode, a whole number. */
function schemaOf(question: Question): object {
  if (question.kind === 'choices')
    return { type: 'array', minItems: 1, items: { enum: question.options.map(({ value }) => value) } }
  if (question.kind === 'choice') return { type: 'string', enum: question.options.map(({ value }) => value) }
  return { type: 'string', pattern: question.kind === 'postcode' ? '^[1-9]\\d{3}$' : '^\\d{1,6}$' }
}

const validate = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: page.questions.map(({ name }) => name),
  properties: Object.fromEntries(page.questions.map((question) => [question.name, schemaOf(question)])),
})

const draft: { id: string; browser: string; pages: Record<string, Record<string, string[]>> } = JSON.parse(
  given('BENCH_DRAFT'),
)
const path = `${lcoStart}/d/:draft/${page.slug}`
const secretIn = (cookie = '') => /(?:^|; )loket=([\w-]{43})/.exec(cookie)?.[1] ?? ''
const isOwn = (cookie?: string) => createHash('sha256').update(secretIn(cookie)).digest('base64url') === draft.browser

const show = (url: string, typed: Record<string, string[]>, errors: { name: string; message: string }[]) =>
  eta.render('@page', { before, after, path: url, questions: page.questions, typed, errors })

const app = fastify()
app.register(formbody)
app.addHook('onSend', async (_, reply) => {
  reply.headers({ ...securityHeaders, 'cache-control': 'no-store' })
})
app.get(lcoStart, async (_, reply) => reply.type('text/html; charset=utf-8').send(start))
app.get(path, async (request, reply) => {
  if (!isOwn(request.headers.cookie)) return reply.code(404).send()
  return reply.type('text/html; charset=utf-8').send(show(request.url, draft.pages[page.slug] ?? {}, []))
})
app.post<{ Body: Record<string, string | string[]> }>(path, async (request, reply) => {
  if (!isOwn(request.headers.cookie)) return reply.code(404).send()
  const typed = Object.fromEntries(Object.entries(request.body).map(([name, value]) => [name, [value].flat()]))
  const answers = Object.fromEntries(
    page.questions.map(({ name, kind }) => [name, kind === 'choices' ? typed[name] : typed[name]?.[0]]),
  )
  const wrong = validate(answers)
    ? []
    : (validate.errors ?? []).map((error) => error.instancePath.split('/')[1] ?? String(error.params.missingProperty))
  const errors = page.questions
    .filter(({ name }) => wrong.includes(name))
    .map(({ name, error }) => ({ name, message: error }))
  return reply
    .code(errors.length > 0 ? 422 : 303)
    .type('text/html; charset=utf-8')
    .send(show(request.url, typed, errors))
})
await app.listen({ port: Number(process.env.BENCH_PORT), host: '127.0.0.1' })
tellCpu()
process.send?.({ ready: true })
