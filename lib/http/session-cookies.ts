import 'server-only'
import { readCookie, writeCookie } from '../auth/cookies.ts'
import { SESSION_SECONDS } from '../auth/session.ts'
import { CHALLENGE_SECONDS } from '../auth/sign-in-message.ts'

/** The secret that ties a sign-in to the browser that began it. */
export function readPreSession(request: Request): string | null {
  const value = readCookie(request.headers.get('cookie'), 'pre-session')
  return value && /^[\w-]{43}$/.test(value) ? value : null
}

export function keepPreSession(headers: Headers, secret: string): void {
  headers.append('set-cookie', writeCookie('pre-session', secret, CHALLENGE_SECONDS))
}

export function keepSession(headers: Headers, secret: string): void {
  headers.append('set-cookie', writeCookie('session', secret, SESSION_SECONDS))
  headers.append('set-cookie', writeCookie('pre-session', '', 0))
}

export function dropSession(headers: Headers): void {
  headers.append('set-cookie', writeCookie('session', '', 0))
}
