/** A coordinator at the sign-in page of Cognito, as its hosted pages are without a browser. */
import { fieldsIn, formBody, type Visitor } from '../support/visitor.ts'
import type { Cloud } from './cloud.ts'

export interface CloudAccount {
  email: string
  password: string
}

/** What whoever runs the deployment does for a new coordinator (docs/operate.md). */
export async function makeAccount(cloud: Cloud, pool: string, { email, password }: CloudAccount): Promise<void> {
  const call = (action: string, body: object) =>
    cloud.json('cognito-idp', `AWSCognitoIdentityProviderService.${action}`, {
      UserPoolId: pool,
      Username: email,
      ...body,
    })
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ]
  await call('AdminCreateUser', { UserAttributes, MessageAction: 'SUPPRESS', TemporaryPassword: password })
  await call('AdminSetUserPassword', { Password: password, Permanent: true })
}

/** Goes where it is sent until a page answers; fills in the sign-in page of Cognito on the way. */
export async function follow(visitor: Visitor, first: string, account: CloudAccount) {
  let response = await visitor.get(first)
  let at = first
  for (let steps = 0; steps < 10; steps += 1) {
    const location = response.headers.get('location')
    if (location) {
      at = new URL(location, at.startsWith('http') ? at : undefined).href
      response = await visitor.get(at)
      continue
    }
    const html = await response.text()
    if (!at.includes('/oauth2/authorize')) return { at, status: response.status, html }
    const body = formBody({ ...fieldsIn(html), username: account.email, password: account.password })
    at = new URL('/login', at).href
    response = await visitor.send(at, { method: 'POST', body })
  }
  throw new Error(`Sent from page to page, last to ${at}`)
}
