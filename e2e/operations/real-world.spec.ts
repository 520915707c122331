import { expect, test } from '@playwright/test'
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts'
import { toHex } from 'viem/utils'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import { makeCollection } from '../fixtures/arrange.ts'
import { Control } from '../fixtures/control.ts'
import { startDesk } from '../fixtures/desk.ts'
import { signInByApi } from '../fixtures/sign-in.ts'
import { installWallet } from '../fixtures/wallet.ts'
import { collectionPage } from '../pages/collection-page.ts'
import { refreshPage } from '../pages/refresh-page.ts'
import { chooseWallet } from '../pages/sign-in.ts'

const setupToken = 'e2e-set-up-token-0123456789-0123456789'
const junkKey = mnemonicToAccount('test test test test test test test test test test test junk').getHdKey()

test('in real mode the set-up token makes the first admin, who refreshes on Immutable X', async ({
  context,
  page,
  playwright,
}) => {
  const immutable = await startSandbox({ settings: { crawl_tokens_per_second: 0, queue_delay_ms: 0 } })
  const desk = await startDesk({ NETWORKS: 'imx', IMX_BASE_URL: immutable.imxUrl, SETUP_TOKEN: setupToken })
  try {
    const wallet = await installWallet(context)
    await chooseWallet(page, desk.url, 'MetaMask')
    const refused = page.getByRole('status').filter({ hasText: 'You are not signed in' })
    await expect(refused).toBeVisible()
    await expect(page.getByRole('button', { name: 'Demo wallet' })).toHaveCount(0)
    await page.getByLabel('Set-up token').fill('not the set-up token')
    await page.getByRole('button', { name: 'MetaMask' }).click()
    await expect.poll(() => wallet.prompts.length).toBe(2)
    await expect(refused).toBeVisible()

    const request = await playwright.request.newContext()
    const junk = privateKeyToAccount(toHex(junkKey.privateKey ?? new Uint8Array()))
    expect((await signInByApi(request, desk.url, junk, setupToken)).status()).toBe(403)
    await request.dispose()

    await page.getByLabel('Set-up token').fill(setupToken)
    await page.getByRole('button', { name: 'MetaMask' }).click()
    await expect(page.getByRole('heading', { name: 'Collections', exact: true })).toBeVisible()

    const control = new Control(immutable.url, immutable.controlToken)
    const address = await makeCollection({ control }, wallet.account, { broken: ['2'] })
    const collection = collectionPage(page)
    await collection.openByAddress(address)
    await page.getByRole('checkbox', { name: 'Select the 60 assets on this page' }).click()
    await collection.openReview()
    await collection.review.getByRole('button', { name: 'Sign and submit 60 tokens' }).click()
    await refreshPage(page).expectState('Partly failed')
    await refreshPage(page).expectCounts({ succeeded: 59, failed: 1, pending: 0 })
    const { accepted } = await control.record()
    expect(accepted.filter(({ collection_address }) => collection_address === address)).toHaveLength(1)
  } finally {
    await desk.remove()
    await immutable.stop()
  }
})
