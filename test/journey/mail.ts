/** Reading mail as the person who gets it. */
import type { Mail } from '../../functions/local/mail-folder.ts'
import type { RunningLoket } from '../support/loket.ts'

export const triage = 'aanvragen@lco-aalst.example'

export const mailsTo = async (loket: RunningLoket, address: string): Promise<Mail[]> =>
  (await loket.mails()).filter(({ to }) => to.includes(address))

/** Waits for the newest mail to an address. */
export async function nextMailTo(loket: RunningLoket, address: string, count = 1): Promise<Mail> {
  for (let tries = 0; tries < 200; tries += 1) {
    const mail = (await mailsTo(loket, address))[count - 1]
    if (mail) return mail
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`No mail ${count} to ${address}`)
}

/** The path of the one link in a mail; text and HTML say the same. */
export function linkIn({ text, html }: Mail): string {
  const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => url.replace(/[.,]$/, ''))
  const [link] = links
  if (!link || links.length > 1) throw new Error(`Not one link but ${links.length}: ${links.join(' ')}`)
  if (!html.includes(`href="${link}"`)) throw new Error(`The link of the text is not in the HTML: ${link}`)
  return new URL(link).pathname
}
