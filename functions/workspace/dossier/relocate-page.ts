/** What is asked when a request is moved to another form. */
import type { Service } from '../../../forms/kit/form.ts'
import { mostOfNote } from '../../../forms/kit/lifecycle/asks.ts'
import { destinationName } from '../../../forms/kit/lifecycle/may-move-on.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { dossierPath } from '../../shared/work-paths.ts'

export const relocateAction = 'verplaatsen'
export const relocateLabel = 'Verplaats naar een ander formulier'
export const relocatePath = (reference: string): string => `${dossierPath(reference)}/${relocateAction}`

/** `aalst/vraag`: a destination in the posted form. */
export const destinationKey = ({ network, form }: Service): string => `${network.slug}/${form.slug}`

export const relocatePage = (destinations: readonly Service[]): Page => ({
  slug: relocateAction,
  title: relocateLabel,
  questions: [
    {
      kind: 'choice',
      name: 'naar',
      label: 'Waar hoort deze vraag?',
      error: 'Kies waar deze vraag hoort',
      options: destinations.map((service) => ({ value: destinationKey(service), label: destinationName(service) })),
    },
    {
      kind: 'longText',
      name: 'toelichting',
      label: 'Waarom, en wat moet het andere team weten?',
      hint: 'Dit gaat versleuteld mee. Schrijf alleen wat nodig is. Geen rijksregisternummer.',
      error: 'Schrijf waarom, en wat het andere team moet weten',
      max: mostOfNote,
    },
  ],
})
