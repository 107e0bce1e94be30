/** A number to tap. */
import type { FC } from 'hono/jsx'
import { phoneInWords } from '../../../forms/kit/contact.ts'

/** Of somebody, as it is stored (E.164): shown as a Belgian writes it. */
export const PhoneLink: FC<{ number: string }> = ({ number }) => <a href={`tel:${number}`}>{phoneInWords(number)}</a>
