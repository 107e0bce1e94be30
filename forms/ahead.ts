/** What whoever asked sees after sending, per form: apart from the registry, as only their own pages show it. */
import { huisbezoekAhead } from './huisbezoek-ahead.ts'
import { katrolAhead } from './katrol-ahead.ts'
import type { Ahead } from './kit/ahead.ts'
import type { Form } from './kit/form.ts'
import { lcoAhead } from './lco-ahead.ts'
import { otaAhead } from './ota-ahead.ts'
import { vraagAhead } from './vraag-ahead.ts'

const bySlug: Readonly<Record<string, Ahead>> = {
  'lco-aanvraag': lcoAhead,
  aanmelding: otaAhead,
  'de-katrol': katrolAhead,
  'huisbezoek-80-plus': huisbezoekAhead,
  vraag: vraagAhead,
}

/** A form that nobody knows any more, or that says nothing of it, has no road but its beginning and its end. */
export const aheadOf = ({ slug }: Pick<Form, 'slug'>): Ahead => bySlug[slug] ?? { roads: [] }
