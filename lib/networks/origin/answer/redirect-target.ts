type Redirect = { url?: string | null | undefined; location?: string | null | undefined; body: string }

const inBody = /href="([^"]{1,2000})"|Redirecting to (\S{1,2000})/i

/** Where a redirect leads, as a whole address: by its header, or by what web servers write into the body. */
export function redirectTarget({ url, location, body }: Redirect): string | null {
  const found = inBody.exec(body.slice(0, 4_096))
  const raw = location ?? found?.[1] ?? found?.[2]
  if (!raw) return null
  const base = url && URL.canParse(url) ? url : undefined
  return URL.canParse(raw, base) ? new URL(raw, base).href : null
}
