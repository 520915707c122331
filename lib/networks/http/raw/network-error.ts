import { UpstreamError } from '../upstream-error.ts'

/** Failures of name lookup, connecting and the TLS handshake: all of them come before the first byte of a request. */
const unwritten = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'EPROTO',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
])

type SystemError = { code?: unknown; syscall?: unknown; message?: unknown; errors?: unknown; cause?: unknown }

/** Names what `fetch` threw. When in doubt the request counts as written, because then nobody sends it twice. */
export function toNetworkError(error: unknown, what: string): UpstreamError {
  const isTimeout = error instanceof Error && error.name === 'TimeoutError'
  if (isTimeout) {
    return new UpstreamError(
      `${what} was not answered in time.`,
      { kind: 'timeout', isWritten: true },
      { cause: error },
    )
  }
  const isWritten = !wasUnwritten(error)
  const reason = isWritten ? 'lost its connection' : 'could not be sent'
  return new UpstreamError(`${what} ${reason}.`, { kind: 'network', isWritten }, { cause: error })
}

function wasUnwritten(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, syscall, message, errors, cause } = error as SystemError
  // Several addresses were tried and each failed: undici hides the single failures in an AggregateError.
  if (Array.isArray(errors) && errors.length > 0) return errors.every(wasUnwritten)
  if (typeof code === 'string' && unwritten.has(code)) return true
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true
  if (typeof message === 'string' && message.includes('before secure TLS connection')) return true
  return wasUnwritten(cause)
}
