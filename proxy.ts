import { type NextRequest, NextResponse } from 'next/server'
import { pagePolicy, securityHeaders } from './lib/http/security-headers.ts'

/** Gives every page its own nonce. It authorises nobody: sessions are checked where data is read. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const policy = pagePolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // Layouts cannot see the address, and signing in should lead back to it.
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  // Next reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(securityHeaders())) response.headers.set(name, value)
  return response
}

// API answers bring their own headers, and a proxy before them would buffer every body.
export const config = { matcher: ['/((?!api/|_next/|healthz$|readyz$).*)'] }
