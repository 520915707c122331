import 'server-only'

/** The PostgreSQL that tests run against instead of PGlite, if one is named. Must be on this machine. */
export function testDatabaseUrl(): string | null {
  const url = process.env.TEST_DATABASE_URL
  if (!url) return null
  if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)) {
    throw new Error('TEST_DATABASE_URL must name a database on this machine')
  }
  return url
}
