import { STATUS_CODES } from 'node:http'

/** As Node itself answers them; everything else is 400. */
const statusOf = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}
const REQUEST_LINE = /^[\w-]+ \S+ HTTP\/1\.\d\r?\n/
const ALLOW = 'allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n'

/**
 * Answers what never becomes a request: unknown and lower-case methods, CONNECT, and what is no HTTP at all.
 * @param {import('node:http').Server} server
 */
export function answerUnparsed(server) {
  server.on('clientError', (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    const isOddMethod = error.code === 'HPE_INVALID_METHOD' && REQUEST_LINE.test(error.rawPacket)
    answer(socket, isOddMethod ? 405 : (statusOf[error.code] ?? 400))
  })
  server.on('connect', (_request, socket) => answer(socket, 405))
}

function answer(socket, status) {
  socket.on('error', () => {})
  const allow = status === 405 ? ALLOW : ''
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${allow}connection: close\r\ncontent-length: 0\r\n\r\n`,
  )
}
