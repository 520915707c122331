import { expect } from '@playwright/test'
import { makeCollection } from '../fixtures/arrange.ts'
import { startDesk } from '../fixtures/desk.ts'
import { freePort } from '../fixtures/free-port.ts'
import { test } from '../fixtures/hydrated.ts'
import { installWallet } from '../fixtures/wallet.ts'
import { collectionPage } from '../pages/collection-page.ts'
import { refreshPage } from '../pages/refresh-page.ts'
import { signInWith } from '../pages/sign-in.ts'

test('in a LAN over plain http everything can be copied, and failed tokens retried', async ({
  context,
  page,
}) => {
  const port = await freePort()
  // playwright.config.ts leads this name to this machine; to the browser it is another one.
  const url = `http://desk.lan:${port}`
  const desk = await startDesk({ PORT: String(port), PUBLIC_URL: url, SANDBOX_CRAWL_TOKENS_PER_SECOND: '0' })
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  const ownStreams: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/refreshes/stream')) ownStreams.push(request.url())
  })
  try {
    const wallet = await installWallet(context)
    await signInWith(page, url)
    expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([false, false])
    // The page is live by the stream that all pages share, and opened none of its own.
    await expect(page.getByRole('main').getByText('Live', { exact: true })).toBeVisible()
    expect(ownStreams).toEqual([])

    await page.goto(`${url}/settings`)
    await expect(page.getByText(/^Browsers allow notifications only over https\./)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Turn on' })).toBeDisabled()
    await page.getByRole('button', { name: 'New token' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Nightly')
    await page.getByRole('button', { name: 'Create token' }).click()
    const dialog = page.getByRole('dialog', { name: 'Your new access token' })
    const secret = await dialog.getByLabel('Access token').inputValue()
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'New token' }).click()
    const pasted = page.getByRole('dialog').getByLabel('Name')
    await pasted.press('ControlOrMeta+V')
    await expect(pasted).toHaveValue(secret)
    await page.keyboard.press('Escape')

    const address = await makeCollection(desk, wallet.account, { tokens: 1, broken: ['1'] })
    const collection = collectionPage(page)
    await collection.reviewFirst(url, address)
    await collection.review.getByRole('button', { name: 'Sign and submit 1 token' }).click()
    await refreshPage(page).expectState('Failed')
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    const before = page.url()
    await page.getByRole('button', { name: /^Retry 1 failed/ }).click()
    await page.getByRole('button', { name: 'Sign and retry 1 token' }).click()
    await expect(page).not.toHaveURL(before)
    await expect(page).toHaveURL(/\/refreshes\//)
    expect(complaints).toEqual([])
  } finally {
    await desk.remove()
  }
})
