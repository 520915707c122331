import { createServer } from 'node:http'
import { isStoppingAll } from '../running.mjs'
import { answerUnparsed } from './answer-unparsed.mjs'

/** Longer than balancers keep a connection that is idle (60 s mostly): whoever closes first may meet a new request. */
const KEEP_ALIVE_MS = 75_000
const LOOK_MS = 50

/** The desk’s HTTP server, before it is told what to answer. */
export function createHttpServer() {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: KEEP_ALIVE_MS + 5_000 })
  server.on('request', (_request, response) => {
    // Whoever keeps connections open must come back on another one, to another instance.
    if (isStoppingAll()) response.setHeader('connection', 'close')
  })
  answerUnparsed(server)
  return server
}

/**
 * Takes no more connections, and resolves when all requests have their answers.
 * @param {import('node:http').Server} server
 * @param {() => void} endStreams asked again and again, because one may have begun meanwhile
 */
export async function finishRequests(server, endStreams) {
  const closed = new Promise((resolve) => server.close(resolve))
  const looking = setInterval(() => {
    endStreams()
    server.closeIdleConnections()
  }, LOOK_MS)
  await closed
  clearInterval(looking)
}
