// Keeps each tick at the door of an event at once, and says so. Without it "Bewaar" keeps them all. Nothing is put in the storage
// of the browser: what is not kept yet stands on the page, and is sent again.

/** Milliseconds until it is tried again without a connection. */
const again = 5_000

const form = document.querySelector('form[data-ticks]')
const offline = document.querySelector('[data-offline]')
const said = document.querySelector('[data-kept]')
const total = document.querySelector('[data-tel]')
const sought = document.querySelector('[data-sought]')
const found = document.querySelector('[data-found]')
const stood = form.elements.namedItem('stond')

const boxes = [...form.querySelectorAll('input[type=checkbox]')]
const numbers = [...form.querySelectorAll('input[name^="met."]')]
const idOf = ({ name }) => name.slice(name.indexOf('.') + 1)
const isNumber = ({ value }) => /^\s*(\d{1,2})?\s*$/.test(value)

/** What stands on the page now, as the server writes it (`stoodOf`, presence.ts). */
const standing = () => [
  ...boxes.filter(({ checked }) => checked).map(idOf),
  ...numbers.filter((field) => Number(field.value) > 0).map((field) => `${idOf(field)}e${Number(field.value)}`),
]

let timer
let sending = false
let posted = false

async function keep() {
  clearTimeout(timer)
  const now = standing().join('.')
  if (sending || posted || now === stood.value || !numbers.every(isNumber)) return
  sending = true
  const body = new URLSearchParams({ actie: 'tik', stond: stood.value })
  for (const box of boxes) if (box.checked) body.set(box.name, 'ja')
  for (const field of numbers) body.set(field.name, field.value)
  try {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const answer = await fetch(form.action, { method: 'POST', headers, body: body.toString(), redirect: 'manual' })
    if (answer.status >= 500) throw new Error(answer.status)
    // Signed out meanwhile, or no longer to be kept: the page itself says so.
    if (!answer.ok) {
      said.textContent = 'Nog niet bewaard. Druk op Bewaar: dan leest u waarom.'
      sending = false
      return
    }
    const { at, there, expected } = await answer.json()
    stood.value = now
    offline.hidden = true
    said.textContent = `Bewaard om ${at}`
    total.firstElementChild.textContent = there
    total.lastChild.textContent = ` van ${expected} zijn er`
    const kept = new Set(now.split('.'))
    for (const box of boxes) box.closest('li').dataset.aanwezig = kept.has(idOf(box)) ? 'ja' : ''
  } catch {
    offline.hidden = false
    said.textContent = 'Nog niet bewaard'
    timer = setTimeout(keep, again)
  }
  sending = false
  if (offline.hidden) keep()
}

// The list shows who has every word that is sought; nothing is sent for it.
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
function seek() {
  const words = plain(sought.value).split(/\s+/).filter(Boolean)
  const rows = boxes.map((box) => box.closest('li'))
  for (const row of rows) row.hidden = !words.every((word) => plain(row.textContent).includes(word))
  const shown = rows.filter((row) => !row.hidden)
  for (const fold of form.querySelectorAll('details'))
    if (words.length > 0 && shown.some((row) => fold.contains(row))) fold.open = true
  found.textContent = words.length > 0 ? `${shown.length} gevonden` : ''
}

form.addEventListener('change', ({ target }) => {
  if (boxes.includes(target) || numbers.includes(target)) keep()
})
sought.addEventListener('input', seek)
sought.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault())
addEventListener('online', keep)
addEventListener('beforeunload', (event) => {
  if (!posted && standing().join('.') !== stood.value) event.preventDefault()
})
form.addEventListener('submit', () => {
  posted = true
})
// Back from the next page, as it was left: what the browser put back in the boxes is what is kept or sent.
addEventListener('pageshow', () => {
  posted = false
  keep()
})
