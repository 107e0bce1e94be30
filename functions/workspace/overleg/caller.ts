/** Who leads an overleg, as who is at the table may call them. */
import { type NetworkContent, personOf, roleInWords } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { Caller } from '../../../forms/kit/overleg/letter.ts'
import type { Overleg } from '../../../forms/kit/overleg/overleg.ts'

/** The holder; the network itself while nobody is, or who was does not work there any more. */
export function callerOf(
  { phone, place }: Network,
  content: NetworkContent,
  { holder }: Pick<Overleg, 'holder'>,
): Caller {
  const person = personOf(content, holder)
  if (!person) return { name: `Team ${place}`, firstName: 'ons', phone }
  const { name, role } = person
  return { name, firstName: firstNameOf(name, roleInWords[role]), phone: person.phone }
}

/** An account that is called by what it does, "Casemanager Aalst", has no first name. */
function firstNameOf(name: string, role: string): string {
  const [first = name] = name.split(' ')
  return name.toLowerCase().includes(role) ? name : first
}
