import { type BrowserContext, expect } from '@playwright/test'
import { test } from '../fixtures/test.ts'
import { installWallet } from '../fixtures/wallet.ts'

/** A second wallet, which never answers anything. */
const installSilent = (context: BrowserContext) =>
  context.addInitScript(() => {
    const provider = { on() {}, removeListener() {}, request: () => new Promise(() => {}) }
    const icon = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>'
    const info = { uuid: '0e6a3c1c-5a52-4c4e-8f0e-7f2f6d0f3a11', name: 'Silent', icon, rdns: 'test.silent' }
    const detail = Object.freeze({ info, provider })
    const tell = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
    window.addEventListener('eip6963:requestProvider', tell)
    tell()
  })

test('a wallet that never answers keeps nobody from choosing another one', async ({
  context,
  page,
  desk,
  team,
}) => {
  await installSilent(context)
  await installWallet(context, await team.addMember('viewer', 'Wanda'))
  await page.goto(`${desk.url}/sign-in`)
  await expect(page.getByRole('button', { name: 'Silent' })).toBeVisible()
  await page.getByRole('button', { name: 'MetaMask' }).click()
  await expect(page).toHaveURL(`${desk.url}/`)
})
