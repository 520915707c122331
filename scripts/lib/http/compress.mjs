import { constants } from 'node:zlib'
import compression from 'compression'

const fast = compression({ level: constants.Z_BEST_SPEED, filter: shouldPack })
const small = compression()

/**
 * Packs answers as the browser may take them. Scripts and styles are loaded once, so they are made small; what a page
 * asks of the API is asked again and again, and packing it well takes longer than all the rest of an answer.
 */
export const compress = (request, response, next) =>
  (request.url?.startsWith('/_next/') ? small : fast)(request, response, next)

/** Asked when the headers are about to leave. */
function shouldPack(request, response) {
  if (!String(response.getHeader('content-type')).startsWith('text/event-stream')) {
    return compression.filter(request, response)
  }
  // Caddy before 2.6.3 packs what does not name its encoding, and then holds each event back. Next drops the header.
  response.setHeader('content-encoding', 'identity')
  return false
}
