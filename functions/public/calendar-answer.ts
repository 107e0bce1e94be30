/** A file that a browser hands to somebody's calendar program. */
import type { Context } from 'hono'

export const calendarAnswer = (c: Context, { slug }: { slug: string }, file: string): Response => {
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${slug}.ics"`)
  return c.body(file)
}
