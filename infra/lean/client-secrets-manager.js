/** What Loket uses of this package; stands in for it in a bundle (infra/constructs/loket-function.ts). */
export { GetSecretValueCommand } from '../../node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/GetSecretValueCommand.js'
export { PutSecretValueCommand } from '../../node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/PutSecretValueCommand.js'
export { ResourceNotFoundException } from '../../node_modules/@aws-sdk/client-secrets-manager/dist-es/models/errors.js'
export { SecretsManagerClient } from '../../node_modules/@aws-sdk/client-secrets-manager/dist-es/SecretsManagerClient.js'
