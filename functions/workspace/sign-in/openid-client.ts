/** What sign-in uses of openid-client, by name: a dynamic import of a whole package would keep all of it in the bundle. */
export {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
} from 'openid-client'
