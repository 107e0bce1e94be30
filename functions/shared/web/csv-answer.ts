/** A file for a spreadsheet (to-csv.ts), which the browser keeps under its name. */
import type { Context } from 'hono'

/** `name`: without its ending; of our own making, so that it needs no quoting (RFC 6266). */
export const csvAnswer = (c: Context, name: string, csv: string) =>
  c.body(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  })
