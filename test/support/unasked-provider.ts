import { createOidc, type Oidc } from '../../functions/workspace/sign-in/oidc.ts'

/** A provider that is not there: for a werkruimte where nobody signs in through one. */
export const unaskedProvider = (url: string): Oidc =>
  createOidc({
    issuer: 'https://provider.example',
    clientId: 'loket',
    clientSecret: async () => undefined,
    secondFactor: 'provider',
    redirectUri: `${url}/werkruimte/terug`,
    systemNow: () => new Date(),
  })
