/** Where whoever asks for themselves leaves a number: one address for each network that receives requests. */
import { callBackService } from '../../forms/index.ts'
import type { Network } from '../../forms/kit/network.ts'
import { servicePath } from '../shared/public-paths.ts'

export const callBackPath = (network: Network): string => servicePath(callBackService(network))
