/** Where the pages are that are the same for everybody: apart from what makes them, which whoever asks for another page does not load. */
import { receivingNetworks, services } from '../../forms/index.ts'
import { aanbodPath, networkPath, servicePath } from '../shared/public-paths.ts'

export const publishedPaths: readonly string[] = [
  '/',
  aanbodPath(),
  ...receivingNetworks.map(networkPath),
  ...services.map(servicePath),
]
