import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import { startPostgres } from '../../scripts/lib/postgres/start-postgres.mjs'
import { startDesk } from '../fixtures/desk.ts'
import { startFrontProxy } from '../fixtures/front-proxy.ts'
import { test } from '../fixtures/hydrated.ts'
import { signInByApi } from '../fixtures/sign-in.ts'
import { installWallet } from '../fixtures/wallet.ts'

const password = 'of the office'
const setupToken = 'e2e-set-up-token-0123456789-0123456789'

test('two instances behind one address and a password are one desk, which says when a session has ended', async ({
  browser,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-e2e-postgres-'))
  const postgres = await startPostgres(folder, { isTemporary: true })
  const immutable = await startSandbox()
  const proxy = await startFrontProxy(password)
  const env = {
    NETWORKS: 'imx',
    IMX_BASE_URL: immutable.imxUrl,
    DATABASE_URL: postgres.url,
    APP_SECRET: 'a secret of at least 32 characters.',
    SETUP_TOKEN: setupToken,
    PUBLIC_URL: proxy.url,
  }
  const desks = [await startDesk(env), await startDesk(env)]
  const extraHTTPHeaders = { authorization: proxy.expected() }
  const context = await browser.newContext({ extraHTTPHeaders })
  const page = await context.newPage()
  try {
    proxy.serve(...desks.map(({ url }) => url))
    const wallet = await installWallet(context)
    await page.goto(`${proxy.url}/sign-in`)
    await page.getByLabel('Set-up token').fill(setupToken)
    await page.getByRole('button', { name: 'MetaMask' }).click()
    await expect(page.getByRole('heading', { name: 'Collections', exact: true })).toBeVisible()
    await expect(page.getByText('No refresh yet.')).toBeVisible()
    for (const place of ['refreshes', 'team', 'settings']) {
      await page.goto(`${proxy.url}/${place}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page).toHaveURL(`${proxy.url}/${place}`)
    }

    const elsewhere = await browser.newContext({ extraHTTPHeaders })
    expect((await signInByApi(elsewhere.request, proxy.url, wallet.account)).status()).toBe(200)
    await page.goto(`${proxy.url}/team`)
    const members = page.getByRole('main').getByRole('listitem')
    await expect(members.first()).toBeVisible()
    const everywhere = await elsewhere.request.delete(`${proxy.url}/api/session/all`, {
      headers: { origin: proxy.url },
    })
    expect(everywhere.ok()).toBe(true)
    await elsewhere.close()
    // Somebody comes back to the page after a while, and it asks anew who they are.
    await page.evaluate(() => {
      const now = Date.now
      Date.now = () => now() + 61_000
      window.dispatchEvent(new Event('visibilitychange'))
    })
    const ended = page.getByRole('dialog', { name: 'Your session has ended' })
    await ended.getByRole('button', { name: 'Close' }).click()
    await expect(members.first()).toBeVisible()
    await page.getByLabel('Wallet address').fill(`0x${'12'.repeat(20)}`)
    await page.getByRole('button', { name: 'Add member' }).click()
    await ended.getByRole('button', { name: 'Sign in again' }).click()
    await expect(page).toHaveURL(`${proxy.url}/sign-in?next=%2Fteam`)
    await page.getByRole('button', { name: 'MetaMask' }).click()
    await expect(page).toHaveURL(`${proxy.url}/team`)
    await expect(members.first()).toBeVisible()

    proxy.password = 'another one'
    await page.getByLabel('Wallet address').fill(`0x${'12'.repeat(20)}`)
    await page.getByRole('button', { name: 'Add member' }).click()
    const outside = page.getByRole('dialog', {
      name: 'A proxy in front of this desk requires you to sign in',
    })
    await expect(outside.getByRole('button', { name: 'Reload the page' })).toBeVisible()
  } finally {
    await context.close()
    for (const desk of desks) await desk.remove()
    await proxy.stop()
    await immutable.stop()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
