// The one script of Loket: a print button for whoever has scripts; without it the button is not there.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
