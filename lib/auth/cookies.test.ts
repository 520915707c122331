import { beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.unstubAllEnvs()
  vi.stubEnv('NETWORKS', 'imx')
})

async function sessionCookie(env: Record<string, string>): Promise<string> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const { cookieName } = await import('./cookies.ts')
  return cookieName('session')
}

test('default: two desks on one machine do not share a cookie, because browsers share them between ports', async () => {
  expect(await sessionCookie({ PORT: '3001' })).toBe('refresh-desk-real-3001-session')
})

test.each(['3001', '3002'])(
  'behavior: behind one address the instance on port %s is the same desk',
  async (PORT) => {
    const PUBLIC_URL = 'https://desk.example.com'
    expect(await sessionCookie({ PORT, PUBLIC_URL })).toBe('__Host-refresh-desk-real-session')
  },
)

test('behavior: two desks whose addresses differ only in the port do not share a cookie', async () => {
  const PUBLIC_URL = 'https://desk.example.com:8443'
  expect(await sessionCookie({ PORT: '3001', PUBLIC_URL })).toBe('__Host-refresh-desk-real-8443-session')
})
