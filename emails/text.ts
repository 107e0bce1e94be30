/** A mail as plain text: for those who read without HTML, and for every client that shows this part. */
import type { MailContent } from './content.ts'

export function textOf({
  heading,
  paragraphs,
  facts,
  next,
  button,
  closing,
  links = [],
  network,
}: MailContent): string {
  return [
    heading,
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    ...(next.length > 0 ? [['Wat gebeurt er nu?', ...next.map((step) => `- ${step}`)].join('\n')] : []),
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    ...closing,
    ...links.map(({ label, href }) => `${label}:\n${href}`),
    `Loket · ${network.name}\n${network.phone}, ${network.reachable}`,
  ].join('\n\n')
}
