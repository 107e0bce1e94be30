// Keeps what is typed on a page of a form, in its draft on the server, and says so. Without it the browser's own memory works,
// and "Volgende" keeps the page. Nothing is put in the storage of the browser.

/** Milliseconds between two times that something is kept, and before the first time. */
const between = 30_000
const atFirst = 2_000
/** Milliseconds until it is tried again without a connection, and that "Volgende" waits for what is on its way. */
const again = 10_000
const patience = 3_000
/** Bytes that a browser still sends for a page that is left (Fetch, keepalive). */
const mostOnLeaving = 60_000

const form = document.querySelector('form[data-keeps]')
const offline = document.querySelector('[data-offline]')
const heading = document.querySelector('[data-saved]')
const until = document.querySelector('[data-saved-until]')

const standing = () => {
  const fields = new URLSearchParams(new FormData(form))
  fields.set('actie', 'bewaar')
  return fields.toString()
}

let kept = standing()
let keptAt = 0
/** "10.42 uur" */
let at = ''
let timer
/** What is on its way now. */
let sending
/** "Volgende", or another button, takes everything along. */
let posted = false
/** The long text that was typed in last: what is said of keeping stands below it. */
let last

function say(text, attention = false) {
  const [place] = last?.closest('.field')?.querySelectorAll('.count > span') ?? []
  if (!place) return
  place.textContent = text
  place.classList.toggle('soon', attention)
}

function isKept(answer, body) {
  kept = body
  keptAt = Date.now()
  at = answer.at
  offline.hidden = true
  heading.textContent = `Bewaard om ${at}`
  until.textContent = answer.until
  if (standing() === kept) say(`Bewaard om ${at}`)
}

function isNotKept() {
  offline.hidden = false
  heading.textContent = 'Nog niet bewaard'
  say(at ? `Nog niet bewaard. Laatst bewaard om ${at}.` : 'Nog niet bewaard.', true)
}

/** The draft was sent, wiped or opened elsewhere: only "Volgende" says what is so, and gives back what stands here. */
const isClosed = () => say('Dit wordt hier niet meer bewaard. Druk op Volgende: dan leest u waarom.', true)

async function keep(leaving = false) {
  clearTimeout(timer)
  timer = undefined
  const body = standing()
  if (posted || body === kept || (sending && !leaving)) return
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  sending = fetch(form.action, { method: 'POST', headers, body, keepalive: leaving && body.length < mostOnLeaving })
  try {
    const answer = await sending
    if (answer.ok) isKept(await answer.json(), body)
    else if (answer.status < 500) isClosed()
    else throw new Error(answer.status)
  } catch {
    isNotKept()
    timer = setTimeout(keep, again)
  }
  sending = undefined
  if (standing() !== kept) later()
}

function later() {
  timer ??= setTimeout(keep, Math.max(atFirst, keptAt + between - Date.now()))
}

const characters = new Intl.Segmenter('nl', { granularity: 'grapheme' })
const inDutch = new Intl.NumberFormat('nl-BE')
const near = 100
const counted = (amount) => `${inDutch.format(amount)} ${amount === 1 ? 'teken' : 'tekens'}`

function count(field) {
  const line = field.parentElement.querySelector('.count')
  if (!line) return
  const most = Number(line.dataset.most)
  const left = most - [...characters.segment(field.value.trim())].length
  const [, place] = line.children
  line.hidden = field.value === ''
  place.textContent =
    left < 0
      ? `${counted(-left)} te veel`
      : left <= near
        ? `nog ${counted(left)}`
        : `${inDutch.format(most - left)} van ${counted(most)}`
  place.classList.toggle('soon', left >= 0 && left <= near)
  place.classList.toggle('over', left < 0)
}

if (form) {
  for (const field of form.querySelectorAll('textarea')) count(field)
  form.addEventListener('input', ({ target }) => {
    if (target.matches('textarea')) {
      last = target
      count(target)
    }
    later()
  })
  // On a phone a page that is left is only hidden.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep(true))
  addEventListener('pagehide', () => keep(true))
  // Said at that moment, also before there is something to keep.
  addEventListener('offline', () => {
    offline.hidden = false
    if (standing() !== kept) isNotKept()
  })
  addEventListener('online', () => {
    offline.hidden = standing() === kept
    keep()
  })
  addEventListener('beforeunload', (event) => {
    if (!posted && !offline.hidden && standing() !== kept) event.preventDefault()
  })
  // What is on its way comes first: else it could come after the page itself.
  form.addEventListener('submit', async (event) => {
    if (!sending) {
      posted = true
      return
    }
    event.preventDefault()
    const { submitter } = event
    await Promise.race([sending.catch(() => {}), new Promise((done) => setTimeout(done, patience))])
    posted = true
    sending = undefined
    form.requestSubmit(submitter)
  })
  // Back from the next page, as it was left.
  addEventListener('pageshow', () => {
    posted = false
  })
}
