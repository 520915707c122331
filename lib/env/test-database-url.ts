import 'server-only'

/** The PostgreSQL that tests make their databases on: the test run's own, unless one on this machine is named. */
export function testDatabaseUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (!url)
    throw new Error('TEST_DATABASE_URL is not set: run the tests through vitest, which starts a PostgreSQL')
  if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)) {
    throw new Error('TEST_DATABASE_URL must name a database on this machine')
  }
  return url
}
