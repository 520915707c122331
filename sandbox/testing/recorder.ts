import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type Answer, openForward, type Recorded } from './forward.ts'

/** Lets the request reach the sandbox, at another target if one is given, and tells what it answered. */
export type Pass = (target?: string) => Promise<Answer>
/** What becomes of a request; null cuts the connection. */
export type Rule = (request: Recorded, pass: Pass) => Answer | null | Promise<Answer | null>

/**
 * Stands in front of a sandbox and keeps every request byte for byte. A rule may answer in the sandbox's place, change
 * what it answered, hold it back or cut the connection; without one everything passes.
 */
export async function startRecorder(sandboxUrl: string) {
  const forward = openForward(sandboxUrl)
  let recorded: Recorded[] = []
  let rule: Rule = (_, pass) => pass()
  let isStopped = false

  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(incoming).catch(() => null)
    // Whoever left before the end of the request has asked nothing.
    if (!body) return
    const request = toRecorded(incoming, body)
    recorded.push(request)
    try {
      const answer = await rule(request, (target = request.target) => forward.send({ ...request, target }))
      if (answer) response.writeHead(answer.status, answer.headers).end(answer.body)
      else response.destroy()
    } catch (error) {
      response.destroy()
      if (!isStopped) throw error
    }
  }
  const server = createServer((incoming, response) => void serve(incoming, response))
  // Rules alone drop connections here: one that is closed for being idle may be in use just then.
  server.keepAliveTimeout = 0
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setRule(next: Rule) {
      rule = next
    },
    /** Empties itself: what came since the last time. */
    take(): Recorded[] {
      const taken = recorded
      recorded = []
      return taken
    },
    async stop() {
      isStopped = true
      forward.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function toRecorded({ method = '', url = '', rawHeaders }: IncomingMessage, body: Buffer): Recorded {
  const headers = rawHeaders.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1] ?? '']] : [],
  )
  return { method, target: url, headers, body }
}
