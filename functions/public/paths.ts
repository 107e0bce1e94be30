/** Addresses of a form, without a slash at the end. */
import type { Service } from '../../forms/kit/form.ts'

export const servicePath = ({ network, form }: Pick<Service, 'network' | 'form'>): string =>
  `/${network.slug}/${form.slug}`

export const draftPath = (service: Service, id: string): string => `${servicePath(service)}/d/${id}`
