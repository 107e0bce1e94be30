/** One row an invitee, a card on a phone: who it is, what they said and since when, whether mail reached them, and what is next. */
import type { FC } from 'hono/jsx'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { mayResend } from '../../../forms/kit/events/invitee-changes.ts'
import { type Invitee, listOf, partyOf } from '../../../forms/kit/events/rsvp.ts'
import { mayDecide, toDecide } from '../../../forms/kit/events/rsvp-decide.ts'
import { hasMail } from '../../../forms/kit/events/rsvp-mails.ts'
import { brusselsDate, dateInShort } from '../../../forms/kit/time.ts'
import type { ToldMail } from '../../shared/store/invitee-fates.ts'
import { isReturned } from '../../shared/store/outbox-item.ts'
import { eventHome } from '../../shared/work-paths.ts'
import { Decide } from './decide.tsx'
import { filters } from './words.ts'

export interface Shown {
  invitee: Invitee
  email: string | undefined
  /** The mail that tells whether their address works. */
  told: ToldMail | undefined
}

interface RowProps extends Shown {
  event: LoketEvent
  /** No seat is left: whoever is accepted now waits. */
  full: boolean
  now: Date
}

export const personPath = (event: Pick<LoketEvent, 'slug'>, { id }: Pick<Invitee, 'id'>): string =>
  `${eventHome(event)}/genodigden/${id}`

export const nameOf = ({ naam, phone }: Invitee, email: string | undefined): string =>
  naam ?? email ?? phone ?? 'Zonder naam'

/** "komt, met 2": with whom they bring, of who comes or waits. */
export const AnswerTag: FC<{ invitee: Invitee }> = ({ invitee }) => {
  const list = listOf(invitee)
  const found = filters.find(({ filter }) => filter === list)
  const party = partyOf(invitee)
  const more = (list === 'ja' || list === 'wacht') && party > 1 ? `, met ${party}` : ''
  return <span class={found?.tone}>{`${found?.tag}${more}`}</span>
}

/** What happened last: an answer, an invitation, or being put on the list. */
export const sinceOf = ({ laat, answeredAt, uitgenodigdOp, createdAt }: Invitee): string =>
  laat?.at ?? answeredAt ?? uitgenodigdOp ?? createdAt

const subjects: Record<string, string> = {
  'activiteit-uitnodiging': 'uitnodiging',
  'activiteit-herinnering': 'herinnering',
}

/** "bevestiging aangekomen", "uitnodiging niet aangekomen". */
export function mailInWords(invitee: Invitee, told: ToldMail | undefined): string {
  if (!hasMail(invitee)) return 'geen mail, belde'
  if (!told) return invitee.uitgenodigdOp || invitee.antwoord || invitee.laat ? '' : 'nog geen mail'
  const what = subjects[told.notification.kind] ?? 'bevestiging'
  switch (told.fate) {
    case 'aangekomen':
      return `${what} aangekomen`
    case 'niet_aangekomen':
      return `${what} niet aangekomen`
    case 'klacht':
      return `${what} als ongewenst gemeld`
    case undefined:
      return `${what} ${told.status === 'verstuurd' ? 'verstuurd' : told.status === 'wacht' ? 'vertrekt nog' : 'aangehouden'}`
  }
}

export const InviteeRow: FC<RowProps> = ({ event, invitee, email, told, full, now }) => {
  const { organisatie, collegas = [], laat, verdacht, casus, afgemeld } = invitee
  const isMissed = isReturned(told ?? {})
  const along = collegas.length > 0 ? `met ${collegas.map(({ naam }) => naam).join(', ')}` : undefined
  // Whether a machine answered is seen from the address.
  const known = (verdacht ? undefined : organisatie) ?? (invitee.naam === undefined ? undefined : email)
  const about = [known, along].filter(Boolean).join(', ')
  return (
    <tr class={isMissed || laat || verdacht ? 'late' : undefined}>
      <th scope="row" class="over">
        <div>
          <a href={personPath(event, invitee)}>
            <bdi>{nameOf(invitee, email)}</bdi>
          </a>
          <span class="lw-soft">
            <bdi>{about}</bdi>
          </span>
        </div>
      </th>
      <td class="stand">
        <AnswerTag invitee={invitee} />
        {invitee.bron === 'namens' && <Flag text="belde" />}
        {casus && <Flag text="casus" />}
        {afgemeld && <Flag text="wil geen mails meer" />}
      </td>
      <td class="sinds">{dateInShort(brusselsDate(new Date(sinceOf(invitee))), brusselsDate(now))}</td>
      <td class={isMissed ? 'post slecht' : 'post'}>{mailInWords(invitee, told)}</td>
      <td class="doe">
        <NextOf {...{ event, invitee, email, full, now, isMissed }} />
      </td>
    </tr>
  )
}

const Flag: FC<{ text: string }> = ({ text }) => (
  <>
    {' '}
    <span class="lw-flag">{text}</span>
  </>
)

type NextProps = Omit<RowProps, 'told'> & { isMissed: boolean }

/** The likeliest act; the rest is behind the name. */
const NextOf: FC<NextProps> = ({ event, invitee, email, full, now, isMissed }) => {
  const whom = nameOf(invitee, email)
  const path = personPath(event, invitee)
  if (toDecide(invitee)) {
    const decidable = mayDecide(event, invitee, now)
    return decidable ? <Decide {...{ event, invitee, full, now, whom }} inRow /> : <>Toelaten kan niet meer</>
  }
  if (isMissed)
    return (
      <a href={path}>
        Verbeter het adres
        <span class="hidden-visually">{` van ${whom}`}</span>
      </a>
    )
  const asks = !invitee.antwoord && invitee.uitgenodigdOp && !invitee.afgemeld
  return asks && mayResend(event, invitee, now) ? (
    <form method="post" action={`${path}/opnieuw`}>
      <button class="link">
        Stuur opnieuw
        <span class="hidden-visually">{` aan ${whom}`}</span>
      </button>
    </form>
  ) : null
}
