/** node:http sending the bytes Loket sends. */
import { given, serve } from './serve.ts'

const { headers, body }: { headers: Record<string, string>; body: string } = JSON.parse(given('BENCH_ANSWER'))
const bytes = Buffer.from(body)

serve((_, response) => {
  response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes)
})
