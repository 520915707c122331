import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIResponse, expect } from '@playwright/test'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import { startPostgres } from '../../scripts/lib/postgres/start-postgres.mjs'
import { test } from '../fixtures/hydrated.ts'
import { startScriptDesk } from '../fixtures/script/script-desk.ts'

const APP_SECRET = 'a secret of at least 32 characters.'

/** A desk of real mode on a PostgreSQL that is not its own. */
async function startOnPostgres(request: Parameters<typeof startScriptDesk>[0]) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-e2e-postgres-'))
  const immutable = await startSandbox()
  let server = await startPostgres(folder, { isTemporary: true })
  const env = { DATABASE_URL: server.url, APP_SECRET }
  const script = await startScriptDesk(request, immutable.imxUrl, env)
  return {
    ...script,
    stopDatabase: () => server.stop(),
    async startDatabase() {
      server = await startPostgres(folder, { isTemporary: true })
    },
    async remove() {
      await script.desk.remove()
      await immutable.stop()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function expectAway(answer: APIResponse) {
  expect(answer.status(), answer.url()).toBe(503)
  expect(Number(answer.headers()['retry-after']), answer.url()).toBeGreaterThan(0)
}

test('while the database is away everything says so and for how long, and goes on when it is back', async ({
  page,
  request,
}) => {
  const { desk, authorization, stopDatabase, startDatabase, remove } = await startOnPostgres(page.request)
  const read = (path: string) => page.request.get(desk.url + path, { maxRedirects: 0 })
  const byScript = () => request.get(`${desk.url}/api/imx/v1/assets`, { headers: { authorization } })
  try {
    await page.goto(desk.url)
    await expect(page.getByRole('heading', { name: 'Collections', exact: true })).toBeVisible()
    await stopDatabase()

    await expect.poll(async () => (await byScript()).status()).toBe(503)
    // Until then who asks is still remembered, and sent on to the pages.
    await expect.poll(async () => (await read('/sign-in')).status()).toBe(503)
    for (const path of ['/', '/refreshes', '/refreshes/R-1', '/sign-in', '/team']) {
      const answer = await read(path)
      expectAway(answer)
      expect(answer.headers()['content-type']).toContain('text/html')
      expect(await answer.text()).toContain('The database cannot be reached right now.')
    }
    for (const path of ['/api/members', '/api/refreshes', '/api/refreshes/stream', '/api/session']) {
      const answer = await read(path)
      expectAway(answer)
      expect(await answer.json()).toMatchObject({ code: 'database_unavailable', reason: 'unreachable' })
    }
    const told = await byScript()
    expectAway(told)
    expect(await told.json()).toEqual({
      code: 'service_unavailable',
      message: expect.stringContaining('The database cannot be reached'),
    })
    await expect
      .poll(async () => (await read('/readyz')).json())
      .toMatchObject({ database: false, problem: 'The database cannot be reached right now.' })
    expect((await read('/readyz')).status()).toBe(503)
    expect((await read('/healthz')).status()).toBe(200)
    await page.goto(`${desk.url}/team`)
    await expect(page.getByText('The database cannot be reached right now.')).toBeVisible()

    await startDatabase()
    // The page asks again by itself.
    await expect(page.getByRole('heading', { name: 'Team', exact: true })).toBeVisible()
    await expect.poll(async () => (await read('/readyz')).status()).toBe(200)
    expect((await read('/api/members')).status()).toBe(200)
    expect((await byScript()).status()).toBe(200)
    expect(desk.output()).not.toContain('[object Object]')
  } finally {
    await remove()
  }
})
