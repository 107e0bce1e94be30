/**
 * Loaded in every Lambda of the emulator, before our code: what the network of AWS would do. Requests to the Cognito of
 * this region reach the emulator (as if by DNS and TLS), and each call of the SDK says which function makes it, for the
 * emulator's CloudTrail. Nothing of Loket is changed.
 */
import { request } from 'node:http'

const { AWS_LAMBDA_FUNCTION_NAME: name, GATEWAY_PORT: port } = process.env
// Its logical id: the whole name is longer than the 50 characters the SDK takes.
if (name) process.env.AWS_SDK_UA_APP_ID = name.split('-').at(-2)

const usual = globalThis.fetch

globalThis.fetch = async (input, init) => {
  const asked = new Request(input, init)
  const url = new URL(asked.url)
  if (!/^cognito-idp\.[\w-]+\.amazonaws\.com$/.test(url.hostname)) return usual(input, init)
  const body = Buffer.from(await asked.arrayBuffer())
  const headers = { ...Object.fromEntries(asked.headers), host: url.host, 'x-forwarded-proto': 'https' }
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: url.pathname + url.search, method: asked.method, headers },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const type = String(answer.headers['content-type'] ?? 'application/json')
          const response = new Response(Buffer.concat(chunks), {
            status: answer.statusCode ?? 500,
            headers: { 'content-type': type },
          })
          resolve(response)
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
