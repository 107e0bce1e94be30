// The one script of Loket, for whoever has scripts; without it every page does what it promises.

// A print button is there for who can use it.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

// A reference can be copied, where the browser lets a page do that; whether it was is said politely, beside the button.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    const copied = await navigator.clipboard.writeText(button.dataset.copy).then(
      () => true,
      () => false,
    )
    button.nextElementSibling.textContent = copied ? 'Gekopieerd' : 'Dat lukte niet. Schrijf de referentie op.'
  })
}

// A page with errors is the answer to a form: a browser that goes back to it asks to send that form again. Once the form is
// mended and sent, going back shows the page as it is kept. (Reloading before that still sends again, and loses no typing.)
addEventListener('submit', () => history.replaceState(history.state, ''))

// Whoever is looked over the shoulder leaves, and Back does not lead to the page they left. A new tab would keep it open.
for (const link of document.querySelectorAll('[data-leave]'))
  link.addEventListener('click', (event) => {
    event.preventDefault()
    location.replace(link.href)
  })
