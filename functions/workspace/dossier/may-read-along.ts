/** Who reads a dossier along around the meeting of their team. */
import { mayReadForMeeting } from '../../../forms/kit/team-meeting/readers.ts'
import { mayOpen, type OpenFile } from './access.ts'
import type { AtDesk } from './desk.tsx'

/** Whether this person may read it, and not work on it. */
export function mayReadAlong(c: AtDesk, found: OpenFile, now: Date): boolean {
  const { dossier } = found.file
  return !mayOpen(c.var.person, dossier) && mayReadForMeeting(found.service, dossier, c.var.person, now)
}
