/** Whom to call about a dossier, what to mind when the client is contacted, and the two buttons that say how it went. */
import type { FC } from 'hono/jsx'
import { phoneInWords } from '../../../forms/kit/contact.ts'
import { formerPhone } from '../../../forms/kit/lifecycle/corrected.ts'
import { dossierPath } from '../../shared/work-paths.ts'
import { onceField } from '../once.ts'
import { SafeContact } from '../safe-contact.tsx'
import type { DossierView } from './view.ts'
import { callsInWords } from './words.ts'

/** What whoever calls presses at once; that somebody called back is noted beside the timeline. */
const pressed = ['gebeld', 'niet_bereikt'] as const

interface ContactBarProps {
  view: DossierView
  /** For the buttons; nothing can be noted without it. */
  onceId: string | undefined
}

export const ContactBar: FC<ContactBarProps> = ({ view: { dossier, head, answers = {}, phone: since }, onceId }) => {
  if (!head) return null
  const former = formerPhone(answers, since)
  const { name, phone, safety } = head
  const role = [head.function, head.organisation].filter(Boolean).join(', ')
  return (
    <div class="lw-contact">
      <section class="lw-call" aria-label="Bellen">
        <p>
          <b>{name ? <bdi>{name}</bdi> : 'De aanvrager'}</b>{' '}
          {role && (
            <span class="role">
              <bdi>{role}</bdi>
            </span>
          )}
          {safety.length > 0 && (
            <a class="lw-flag let-op" href="#veilig">
              let op: veilig contact
            </a>
          )}
        </p>
        {phone ? (
          <a class="lw-tel" href={`tel:${phone}`}>
            <span>Bel</span> {phoneInWords(phone)}
          </a>
        ) : (
          <span class="lw-tel">geen nummer</span>
        )}
        {former && <p data-vroeger-nummer>{`Vroeger ${phoneInWords(former)}. De aanvrager gaf een ander nummer.`}</p>}
        {onceId && (
          <form method="post" action={`${dossierPath(dossier.reference)}/contact`}>
            <input type="hidden" name={onceField} value={onceId} />
            {pressed.map((kind) => (
              <button class="btn plain slim" name="contact" value={kind}>
                {callsInWords[kind]}
              </button>
            ))}
          </form>
        )}
      </section>
      {safety.length > 0 && <SafeContact id="veilig" texts={safety} />}
    </div>
  )
}
