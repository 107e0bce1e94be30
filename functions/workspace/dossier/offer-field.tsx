/** Where somebody can be referred to: the network's aanbod by area of life, those of the request first, with the phone to call. */
import type { FC } from 'hono/jsx'
import { currentAanbod, type NetworkContent } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { levensdomeinOptions } from '../../../forms/kit/questions/levensdomeinen.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { Phone } from '../../shared/web/layout.tsx'
import { HintAndError } from '../../shared/web/text-field.tsx'

interface OfferFieldProps {
  label: string
  network: Network
  content: Pick<NetworkContent, 'aanbod'>
  dossier: Pick<Dossier, 'trend'>
  chosen: string | undefined
  error: FieldError | undefined
}

export const OfferField: FC<OfferFieldProps> = ({ label, network, content, dossier, chosen, error }) => {
  const id = fieldId('aanbod')
  const groups = groupsOf(content, dossier)
  const first = groups[0]?.offers[0]?.key
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={error ? `${id}-fout` : undefined}>
      <legend>{label}</legend>
      <HintAndError id={id} error={error} />
      {groups.map(({ domain, offers }) => (
        <fieldset class="field domain">
          <legend>{capitalised(domain)}</legend>
          {offers.map(({ key, name, description, phone }) => {
            const optionId = key === first ? id : `${id}-${key}`
            return (
              <div class="choice">
                <input
                  type="radio"
                  id={optionId}
                  name="aanbod"
                  value={key}
                  checked={key === chosen}
                  aria-describedby={`${optionId}-over`}
                />
                <div class="choice-text">
                  <label for={optionId}>{name}</label>
                  <span class="hint" id={`${optionId}-over`}>
                    {description} <Phone number={phone ?? network.phone} />
                  </span>
                </div>
              </div>
            )
          })}
        </fieldset>
      ))}
    </fieldset>
  )
}

/** Each offer once, under the first of its areas that the request is about, or else its own first. */
function groupsOf(content: Pick<NetworkContent, 'aanbod'>, { trend }: Pick<Dossier, 'trend'>) {
  const asked: readonly string[] = Array.isArray(trend.levensdomeinen) ? trend.levensdomeinen : []
  const placed = currentAanbod(content).map(([key, offer]) => ({
    ...offer,
    key,
    domain: offer.levensdomeinen.find((domain) => asked.includes(domain)) ?? offer.levensdomeinen[0],
  }))
  const inOrder = [...levensdomeinOptions].sort(
    (one, other) => Number(asked.includes(other.value)) - Number(asked.includes(one.value)),
  )
  return inOrder
    .map(({ value, label }) => ({ domain: label, offers: placed.filter(({ domain }) => domain === value) }))
    .filter(({ offers }) => offers.length > 0)
}
