/** A mail made safe and usable inside the local inbox. */

/**
 * The HTML of a mail for an iframe: a link opens in the whole window, as a click in a mail program does, also one
 * that asks for a new window. Scripts are stopped by the frame's sandbox and the page's policy, not here.
 */
export function framedHtml(html: string): string {
  const sameWindow = html.replace(/\starget=(["'])_blank\1/gi, ' target="_top"')
  const base = '<base target="_top">'
  return /<head[^>]*>/i.test(sameWindow) ? sameWindow.replace(/<head[^>]*>/i, (head) => head + base) : base + sameWindow
}

export interface TextPart {
  /** Where it begins in the text. */
  at: number
  text: string
  href?: string
}

/** Plain text cut in parts, so that its addresses can be clicked; punctuation after one is not part of it. */
export function linkParts(text: string): TextPart[] {
  let at = 0
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/).flatMap((part, index) => {
    const found = { at, text: part, ...(index % 2 === 1 ? { href: part } : {}) }
    at += part.length
    return part === '' ? [] : [found]
  })
}

/** The beginning of a mail, for a list. */
export function snippet(text: string, length = 160): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length).trimEnd()}…` : line
}
