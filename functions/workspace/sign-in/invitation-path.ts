import { linkToken } from '../../shared/links.ts'
import type { ReadSecrets } from '../../shared/secrets.ts'
import { invitedPath } from '../../shared/work-paths.ts'

/** An invitation's link, to put in a mail or to read out; made anew each time, kept nowhere. */
export const invitationPath = async (secrets: ReadSecrets, id: string): Promise<string> =>
  invitedPath(linkToken((await secrets()).linkKeys, 'toegang', { id, version: 1 }))
