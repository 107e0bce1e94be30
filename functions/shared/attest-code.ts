/** The code of an attest: derived from the event and the person, so that nothing is kept which somebody could take. */
import { codeOf } from '../../forms/kit/events/attest.ts'
import type { Who } from '../../forms/kit/events/presence.ts'
import type { Invitee } from '../../forms/kit/events/rsvp.ts'
import { hmacOf } from './hash.ts'

/** `key`: what hides addresses (secrets.ts). Ours alone, so nobody makes a code that is right. */
export const attestCode = (key: string, { activiteit, id }: Pick<Invitee, 'activiteit' | 'id'>, who: Who): string =>
  codeOf(Buffer.from(hmacOf(key, `attest\0${activiteit}\0${id}\0${who}`), 'base64url'))
