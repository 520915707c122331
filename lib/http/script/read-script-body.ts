import 'server-only'
import type { IncomingMessage } from 'node:http'
import { AppError } from '../../core/app-error.ts'
import { bodyTooLarge } from '../read-body.ts'

/** What the network itself would take: a thousand of the longest ids fit many times over. */
const MAX_BYTES = 1024 * 1024

/** The body as it came; keeps no more than the network would take, whatever its header says. */
export function readScriptBody(request: IncomingMessage): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) throw bodyTooLarge(MAX_BYTES)
  const chunks: Buffer[] = []
  let bytes = 0
  return new Promise((resolve, reject) => {
    // What is too much is read to its end and dropped, so that whoever sends it still hears the answer.
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength
      if (bytes > MAX_BYTES) return reject(bodyTooLarge(MAX_BYTES))
      chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', () =>
      reject(new AppError('invalid_request', 'The request ended before its body was complete.')),
    )
  })
}
