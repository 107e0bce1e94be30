/** What reading a secret uses of the SDK, by name: a dynamic import of a whole package would keep all of it in the bundle. */
export { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
