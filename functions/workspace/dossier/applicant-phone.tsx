/** The number of whoever asked, to tap: it stands with what they answered. */
import type { Child } from 'hono/jsx'
import { phonesOn } from '../../../forms/kit/calling.ts'
import { PhoneLink } from '../../shared/web/layout.tsx'
import type { DossierView } from './view.ts'

/** Undefined when they gave none, or the answers are gone. */
export function applicantPhone(view: Pick<DossierView, 'service' | 'answers' | 'phone'>): Child | undefined {
  const { service, answers = {}, phone: since } = view
  const [typed] = phonesOn({ questions: service.pages.flatMap(({ questions }) => questions) }, answers).values()
  const phone = since ?? typed
  return phone && <PhoneLink number={phone} />
}
