import { Agent, request } from 'node:http'
import { buffer } from 'node:stream/consumers'

export type Recorded = { method: string; target: string; headers: [string, string][]; body: Buffer }
export type Answer = {
  status: number
  headers: Record<string, string | string[]>
  body: string | Buffer
}

/** Of one connection, or counted anew by whoever writes the bytes. */
const ofConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length']

/** Sends requests on to a sandbox as they came, on connections that are kept. */
export function openForward(url: string) {
  const agent = new Agent({ keepAlive: true })
  const { hostname, port } = new URL(url)
  const send = ({ method, target, headers, body }: Recorded) =>
    new Promise<Answer>((resolve, reject) => {
      const kept = Object.fromEntries(headers.filter(([name]) => !ofConnection.includes(name)))
      const length = body.length > 0 ? { 'content-length': String(body.length) } : {}
      const options = { hostname, port, agent, method, path: target, headers: { ...kept, ...length } }
      request(options, (response) => {
        const told = Object.entries(response.headers).filter(([name]) => !ofConnection.includes(name))
        const head = {
          status: response.statusCode ?? 502,
          headers: Object.fromEntries(told) as Answer['headers'],
        }
        buffer(response).then((bytes) => resolve({ ...head, body: bytes }), reject)
      })
        .on('error', reject)
        .end(body)
    })
  return { send, close: () => agent.destroy() }
}
