import 'server-only'
import { config } from '../env/config.ts'

type CookieKind = 'session' | 'pre-session'

/**
 * Browsers share cookies between the ports of a host, so the port that people open tells desks apart. Instances behind
 * one PUBLIC_URL are one desk, whatever port each listens on. `__Host-` makes browsers refuse a cookie that a sibling
 * domain has set.
 */
export function cookieName(kind: CookieKind): string {
  const { publicUrl, mode, port } = config()
  const opened = publicUrl ? new URL(publicUrl).port : String(port)
  const name = ['refresh-desk', mode, opened, kind].filter(Boolean).join('-')
  return publicUrl?.startsWith('https:') ? `__Host-${name}` : name
}

export function readCookie(header: string | null, kind: CookieKind): string | null {
  const name = cookieName(kind)
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value) return value
  }
  return null
}

/** The `set-cookie` value; an empty value with no seconds left deletes the cookie. */
export function writeCookie(kind: CookieKind, value: string, maxAgeSeconds: number): string {
  const secure = config().publicUrl?.startsWith('https:') ? '; Secure' : ''
  return `${cookieName(kind)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`
}
