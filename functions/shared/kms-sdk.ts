/** What the unseal uses of the KMS client, by name: a dynamic import of a whole package would keep all of it in the bundle. */
export { DecryptCommand, KMSClient } from '@aws-sdk/client-kms'
