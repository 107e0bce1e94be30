/** A file that a browser hands to somebody's calendar program. */
import type { Context } from 'hono'

/** `name`: of the file, without its ending. */
export const calendarAnswer = (c: Context, name: string, file: string): Response => {
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name}.ics"`)
  return c.body(file)
}
