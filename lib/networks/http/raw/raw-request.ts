import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { MAX_BYTES } from '../read-body.ts'
import { UpstreamError } from '../upstream-error.ts'
import { RawHeaders } from './raw-headers.ts'

/** An HTTP exchange without any opinion on what it carries. */
export type RawRequest = {
  method: 'GET' | 'POST'
  /** Its path and query go out byte for byte as they stand here. */
  url: { base: URL; target: string }
  headers: Record<string, string>
  body: Uint8Array | null
  timeoutMs: number
}
export type RawResponse = { status: number; headers: RawHeaders; body: Uint8Array<ArrayBuffer> }

const IDLE_MS = 4_000

const agents = {
  'http:': new HttpAgent({ keepAlive: true, timeout: IDLE_MS }),
  'https:': new HttpsAgent({ keepAlive: true, timeout: IDLE_MS }),
}

/**
 * Unlike `fetch` it adds no header but Host and Connection, follows nothing and decodes nothing. Rejects with what the
 * connection failed of, or with a TimeoutError.
 */
export async function sendRawRequest(request: RawRequest): Promise<RawResponse> {
  const deadline = createDeadline(request.timeoutMs)
  try {
    // A connection that was kept may have been closed by now. A read is asked again, a write takes no such chance.
    const isKept = request.method === 'GET'
    return await attempt(request, deadline, isKept).catch((error: unknown) => {
      if (!(isKept && error instanceof StaleConnection)) throw error
      return attempt(request, deadline, false)
    })
  } catch (error) {
    throw deadline.isOver() ? timedOut() : error
  } finally {
    deadline.clear()
  }
}

type Deadline = ReturnType<typeof createDeadline>

/** Cheaper than a signal, and gone with its request: thousands that wait for their end keep the collector busy. */
function createDeadline(ms: number) {
  let sending: ClientRequest | undefined
  let isOver = false
  const timer = setTimeout(() => {
    isOver = true
    sending?.destroy(timedOut())
  }, ms)
  return {
    applyTo: (request: ClientRequest) => {
      sending = request
    },
    isOver: () => isOver,
    clear: () => clearTimeout(timer),
  }
}

const timedOut = () => new DOMException('The exchange took too long.', 'TimeoutError')

class StaleConnection extends Error {}

function attempt(
  { method, url, headers, body }: RawRequest,
  deadline: Deadline,
  isKept: boolean,
): Promise<RawResponse> {
  const { base, target } = url
  const isSecure = base.protocol === 'https:'
  const doRequest = isSecure ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const sending = doRequest({
      hostname: base.hostname.replace(/^\[|\]$/g, ''),
      port: base.port,
      path: target,
      method,
      headers: { ...headers, ...(body && { 'content-length': String(body.byteLength) }) },
      agent: isKept ? agents[isSecure ? 'https:' : 'http:'] : false,
    })
    deadline.applyTo(sending)
    let isSecured = false
    // A kept connection was secured long ago, and only reads use it.
    if (!isKept) {
      sending.once('socket', (socket) => {
        socket.once('secureConnect', () => {
          isSecured = true
        })
      })
    }
    sending.on('error', (error) => {
      if (isSecured) return reject(lost(error))
      const isStale = sending.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
      reject(isStale ? new StaleConnection(error.message, { cause: error }) : error)
    })
    // An upgrade, which nobody asked for, ends the connection with neither an answer nor an error.
    const endedEarly = () => reject(new Error('The connection ended without an answer.'))
    sending.on('close', endedEarly)
    sending.on('response', (response) => {
      sending.off('close', endedEarly)
      readAll(response, `${method} ${target.split('?')[0]}`).then(resolve, reject)
    })
    sending.end(body ?? undefined)
  })
}

/** From here on the request may be out, though OpenSSL has the same names for what fails during the handshake. */
const lost = (cause: Error) =>
  new UpstreamError(
    'The connection failed after it was secured.',
    { kind: 'network', isWritten: true },
    { cause },
  )

function readAll(response: IncomingMessage, what: string): Promise<RawResponse> {
  const status = response.statusCode ?? 0
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    // Events, not an iterator: pages of assets are large, and an iterator costs as much again.
    response.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      chunks.push(chunk)
      if (size <= MAX_BYTES) return
      const tooMuch = `${what} answered more than ${MAX_BYTES} bytes.`
      response.destroy(new UpstreamError(tooMuch, { kind: 'too_large', httpStatus: status, isWritten: true }))
    })
    response.on('end', () => {
      resolve({ status, headers: new RawHeaders(response.rawHeaders), body: Buffer.concat(chunks) })
    })
    response.on('error', reject)
    response.on('close', () => reject(new Error('The connection ended within an answer.')))
  })
}
