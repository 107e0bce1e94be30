/** The number of whoever asked, to tap: it stands with what they answered. */
import type { Child } from 'hono/jsx'
import { phoneInWords } from '../../../forms/kit/contact.ts'
import { phonesOn } from '../../../forms/kit/questions/phones-on.ts'
import type { DossierView } from './view.ts'

/** Undefined when they gave none, or the answers are gone. */
export function applicantPhone({ service, answers = {} }: Pick<DossierView, 'service' | 'answers'>): Child | undefined {
  const [phone] = phonesOn({ questions: service.pages.flatMap(({ questions }) => questions) }, answers).values()
  return phone && <a href={`tel:${phone}`}>{phoneInWords(phone)}</a>
}
