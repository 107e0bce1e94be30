/** Where people ask something without a draft. */
import { callBackService } from '../../forms/index.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Network } from '../../forms/kit/network.ts'
import { servicePath } from '../shared/public-paths.ts'

/** Whoever asks for themselves: one address for each network that receives requests. */
export const callBackPath = (network: Network): string => servicePath(callBackService(network))

/** Beside a form, for professionals. */
export const vraagPath = (service: Pick<Service, 'network' | 'form'>): string => `${servicePath(service)}/vraag`
