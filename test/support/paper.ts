/** What comes out of the printer. */
import type { Page } from 'playwright-core'

export const printed = (page: Page): Promise<Buffer> => page.pdf({ preferCSSPageSize: true })

/** Pages of a PDF: its page objects, and not the one that lists them (ISO 32000-1, 7.7.3). */
export const pagesIn = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-z])/g) ?? []).length
