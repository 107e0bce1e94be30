/** An invitee is forgotten on request. */
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import type { Invitee } from '../../forms/kit/events/rsvp.ts'
import type { RsvpDeps } from './answer-flow.ts'
import { leaveEvent } from './leave-event.ts'
import type { Erasure, PersonalData } from './store/personal-data.ts'

/** `changed` when a neighbour was first: read again. */
export const eraseInvitee = (
  deps: RsvpDeps & { personalData: Pick<PersonalData, 'eraseInvitee'> },
  who: { event: LoketEvent; invitee: Invitee },
  about: Erasure,
): Promise<'erased' | 'changed'> =>
  leaveEvent(deps, who, about.now, (leaving) => deps.personalData.eraseInvitee(leaving, about))
