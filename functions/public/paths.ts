/** Addresses of a form, without a slash at the end. */
import type { Service } from '../../forms/kit/form.ts'

export const servicePath = ({ network, form }: Pick<Service, 'network' | 'form'>): string =>
  `/${network.slug}/${form.slug}`

export const draftPath = (service: Service, id: string): string => `${servicePath(service)}/d/${id}`

/** Addresses it had under earlier names (forms/kit/formerly.ts): who kept one still gets there, with all that was typed. */
export function formerPaths({ network, form }: Pick<Service, 'network' | 'form'>): string[] {
  const names = ({ slug, voorheen = [] }: Service['network'] | Service['form']) => [slug, ...voorheen]
  return names(network)
    .flatMap((first) => names(form).map((second) => `/${first}/${second}`))
    .slice(1)
}
