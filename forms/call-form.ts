/** Where a network logs a call: apart from the registry, as only the werkruimte asks it. */
import { networkForms } from './index.ts'
import { callPage } from './kit/call.ts'
import type { Service } from './kit/form.ts'
import type { Network } from './kit/network.ts'
import type { Page } from './kit/questions/page.ts'

/** The form in which somebody of the network logs a call, and the page that asks it. */
export function callForm(network: Network): { service: Service; page: Page } | undefined {
  return networkForms(network).flatMap((service) => {
    const page = callPage(service)
    return page ? [{ service, page }] : []
  })[0]
}
