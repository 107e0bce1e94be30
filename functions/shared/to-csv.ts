/** For Belgian Excel: `;`, CRLF, a byte order mark, and nothing that begins a formula (OWASP, CSV injection). */

/** Our own instead of csv-stringify, 11 KB of a bundle that is nearly full (docs/decisions/006); RFC 4180 but for the `;`. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`

/**
 * A spreadsheet in another language ends a cell at `,` or a tab instead of `;`, and knows no quotes in the middle of one: so what
 * follows any of them, or a line end, begins no formula either, also behind a quote. Quoted wherever one of them could end the cell.
 */
function cellOf(text: string): string {
  const harmless = text.replace(/^(?=[\t\r])/, "'").replace(/(^|[,;\t\r\n])([ "]*)(?=[=+\-@＝＋－＠])/g, "$1$2'")
  return /[,;\t"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
