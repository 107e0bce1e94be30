// A file with a list, chosen instead of pasted: its bytes, whatever encoding they are in, go along in a field of the form.

/** Bytes; as base64 in a form it stays below what we take (functions/workspace/app.ts). */
const most = 2_000_000

const part = document.querySelector('[data-list-file]')
const [chosen, bytes, name] = part?.querySelectorAll('input') ?? []

const asBase64 = (file) =>
  new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1))
    reader.onerror = failed
    reader.readAsDataURL(file)
  })

/** What is being read now. */
let reading

async function take() {
  const [file] = chosen.files
  const said = part.querySelector('[role=status]')
  bytes.value = name.value = said.textContent = ''
  if (!file) return
  if (file.size > most) {
    said.textContent = 'Dit bestand is te groot: hoogstens 2 MB. Kopieer de lijst, en plak ze in delen.'
    return
  }
  try {
    bytes.value = await asBase64(file)
    name.value = file.name
    said.textContent = `Gekozen: ${file.name}. Druk op “Lees de lijst”.`
  } catch {
    said.textContent = 'Dit bestand konden we niet openen. Kopieer de lijst, en plak ze hierboven.'
  }
}

if (part) {
  part.hidden = false
  const { form } = chosen
  chosen.addEventListener('change', () => {
    reading = take().finally(() => {
      reading = undefined
    })
  })
  form.addEventListener('submit', async (event) => {
    if (!reading) return
    event.preventDefault()
    const { submitter } = event
    await reading
    form.requestSubmit(submitter)
  })
  // A browser that goes back, or gives back what was there after a reload.
  addEventListener('pageshow', take)
}
