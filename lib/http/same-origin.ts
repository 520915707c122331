import 'server-only'
import { AppError } from '../core/app-error.ts'

const reads = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses writes that a browser sends from another site. Scripts send neither header, and no site can make a
 * browser leave both out.
 */
export function checkSameOrigin(request: Request, origins: readonly string[]): void {
  if (reads.includes(request.method)) return
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const isForeign = (origin && !origins.includes(origin)) || (site && !['same-origin', 'none'].includes(site))
  if (!isForeign) return
  throw new AppError(
    'forbidden',
    `This desk accepts changes only from its own pages at ${origins.join(' or ')}.`,
    {
      reason: 'cross_origin',
    },
  )
}
