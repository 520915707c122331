import { constants } from 'node:zlib'
import compression from 'compression'

const fast = compression({ level: constants.Z_BEST_SPEED })
const small = compression()

/**
 * Packs answers as the browser may take them. Scripts and styles are loaded once, so they are made small; what a page
 * asks of the API is asked again and again, and packing it well takes longer than all the rest of an answer.
 */
export const compress = (request, response, next) =>
  (request.url?.startsWith('/_next/') ? small : fast)(request, response, next)
