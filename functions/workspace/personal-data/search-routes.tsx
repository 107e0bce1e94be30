/** Somebody is looked up: by reference and address at once, by anything else through all dossiers, some at each press. */

import { type Context, Hono } from 'hono'
import { normalizeEmail } from '../../../forms/kit/contact.ts'
import type { Finder } from '../../../forms/kit/find-in-text.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { addressHmac } from '../../shared/secrets.ts'
import { createPersonalData } from '../../shared/store/personal-data.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { applicantPath, dataPath, keptPath } from '../../shared/work-paths.ts'
import { actOf, frameOf, noteView } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { FoundPage } from './found-page.tsx'
import { look } from './look.ts'
import { progressInFields, readProgress } from './progress.ts'
import { readSearch, SearchPage, type Sought, searchFields, soughtInField, tampered } from './search-page.tsx'

type Ctx = Context<SignedIn>

export function searchRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const { assets, secrets } = deps
  const plain = workRefusals(assets)
  const coordinator = requirePerson(['coordinator'])

  const note = (c: Ctx, subjects: readonly string[], opened?: number) =>
    deps.open(createPersonalData).note({
      ...actOf(c, deps),
      what: 'gezocht',
      subjects,
      ...(opened === undefined ? {} : { opened }),
    })

  routes.get(dataPath, coordinator, (c) => c.html(<SearchPage {...frameOf(c, deps)} typed={new Map()} errors={[]} />))

  routes.post(dataPath, coordinator, async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, searchFields)
    if (!typed) return plain.unreadable(c)
    return answerTo(c, readSearch(typed), typed)
  })

  async function answerTo(c: Ctx, sought: Sought, typed: RawInput) {
    switch (sought.kind) {
      case 'wrong':
        return c.html(<SearchPage {...frameOf(c, deps)} typed={typed} errors={sought.errors} />, 422)
      case 'reference':
        await note(c, [sought.reference])
        return c.redirect(keptPath(sought.reference), 303)
      case 'email': {
        const applicant = addressHmac((await secrets()).addressKey, sought.email)
        // Whoever reads the HMAC in the address bar could skip the page after this one.
        await note(c, [])
        return c.redirect(applicantPath(applicant), 303)
      }
      case 'text':
      case 'address':
        return throughDossiers(c, sought, typed)
    }
  }

  /** The words stand in the page that is answered and in no address: there is nothing to go to after it. */
  async function throughDossiers(c: Ctx, sought: Extract<Sought, { kind: 'text' | 'address' }>, typed: RawInput) {
    const { network, person } = c.var
    const { addressKey } = await secrets()
    const field = soughtInField(sought)
    const search = { network: network.slug, person: person.id, sought: field.join(' ') }
    const progress = readProgress(addressKey, search, typed)
    if (!progress) return c.html(<SearchPage {...frameOf(c, deps)} typed={typed} errors={tampered} />, 422)
    const find = sought.kind === 'text' ? sought.find : addressFinder(addressKey, sought.applicant)
    const looked = await look(deps, { network, find, progress, elapsed: () => performance.now() })
    const { found, opened, next } = looked
    const references = found.map(({ dossier }) => dossier.reference)
    await note(c, references, opened)
    await noteView(c, deps, 'gegevens', references)
    const goesOn = next && [field, ...progressInFields(addressKey, search, next)]
    return c.html(<FoundPage {...frameOf(c, deps)} {...{ looked, goesOn, typed }} />)
  }

  return routes
}

/** An address as people type it among other words, by its HMAC. */
const addressFinder =
  (key: string, applicant: string): Finder =>
  (text) => {
    for (const { 0: written, index: at } of text.matchAll(/[^\s<>()[\],;:"]{1,254}@[^\s<>()[\],;:"]{1,254}/g)) {
      const email = normalizeEmail(written.replace(/[.!?'’]+$/, ''))
      if (email !== undefined && addressHmac(key, email) === applicant) return { at, length: written.length }
    }
    return undefined
  }
