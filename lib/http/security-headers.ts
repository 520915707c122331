import 'server-only'
import { config } from '../env/config.ts'
import { isDevelopment } from '../env/development.ts'

/** What a page may load: our own code by nonce, and pictures, which come from the studios' own hosts. */
export function pagePolicy(nonce: string): string {
  const { mode, sandboxPort } = config()
  const sandbox = ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${sandboxPort}`)
  const images = ["'self'", 'data:', 'https:', ...(mode === 'demo' ? sandbox : [])]
  return Object.entries({
    'default-src': ["'self'"],
    // React needs eval for its error stacks in development, and only there.
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(isDevelopment() ? ["'unsafe-eval'"] : []),
    ],
    // The shared worker of `lib/api/stream`; without this line the rule for scripts would refuse it.
    'worker-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': images,
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

export function securityHeaders(): Record<string, string> {
  const isHttps = config().publicUrl?.startsWith('https:')
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}

/** An answer of the API is never a page, whatever a browser makes of it. */
export const answerHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const
