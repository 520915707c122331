import { expect } from '@playwright/test'
import { untilSignaturesEnded } from './fixtures/arrange.ts'
import { test } from './fixtures/test.ts'
import { installWallet } from './fixtures/wallet.ts'
import { collectionPage } from './pages/collection-page.ts'
import { refreshPage } from './pages/refresh-page.ts'
import { signInWith } from './pages/sign-in.ts'

const everyId = Array.from({ length: 72 }, (_, at) => String(at + 1))
const broken = ['5', '17', '42']
const byNumber = (one: string, other: string) => Number(one) - Number(other)

test('an owner connects MetaMask, selects 72 tokens on two pages, signs once, watches, sees why tokens failed, mends and retries them', async ({
  context,
  page,
  desk,
  team,
}) => {
  const wallet = await installWallet(context, await team.addMember('operator', 'Ona Owner'))
  const address = await desk.control.createCollection({
    name: 'Main path',
    owner: wallet.account.address,
    tokens: 72,
  })
  await desk.control.setBehaviour(address, broken, 'server_error')
  await desk.control.setBehaviour(address, ['30'], 'html')
  const collection = collectionPage(page)
  const refresh = refreshPage(page)

  await signInWith(page, desk.url)
  expect(wallet.prompts).toHaveLength(1)
  expect(wallet.prompts[0]).toContain(wallet.account.address)

  await collection.openByAddress(address)
  await page.getByRole('checkbox', { name: 'Select the 60 assets on this page' }).click()
  await expect(collection.selection).toContainText('60 tokens selected')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(collection.assets.getByRole('checkbox')).toHaveCount(12)
  await collection.box(0).click()
  await collection.box(11).click({ modifiers: ['Shift'] })
  await expect(collection.selection).toContainText('72 tokens selected')
  await expect(collection.selection).toContainText('1 request')

  await collection.openReview()
  expect((await collection.listedIds()).sort(byNumber)).toEqual(everyId)
  await collection.review.getByLabel('Note for the team').fill('Season two')
  await expect(collection.review).toContainText('A later refresh or retry needs a new one.')
  const number = await collection
    .numberToSign()
    .filter({ hasText: /^\d{10}$/ })
    .textContent()
  await collection.review.getByRole('button', { name: 'Sign and submit 72 tokens' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Season two' })).toBeVisible()
  expect(wallet.prompts).toHaveLength(2)
  expect(wallet.prompts[1]).toBe(number)
  await refresh.expectCounts({ succeeded: 68, failed: 4, pending: 0 })
  await refresh.expectState('Partly failed')

  await page.getByRole('button', { name: /Your metadata API answered 500/ }).click()
  await refresh.failures.getByRole('button', { name: '#17' }).click()
  const main = page.getByRole('main')
  await expect(main.getByText(new RegExp(`/origin/${address}/17$`))).toBeVisible()
  await expect(main.getByText('500 Internal Server Error', { exact: true })).toBeVisible()
  await expect(main.locator('pre')).not.toBeEmpty()
  await page.getByRole('button', { name: /The answer is a web page, not JSON/ }).click()
  await expect(main.locator('pre')).toContainText('<html')

  await desk.control.setBehaviour(address, [...broken, '30'], 'ok')
  // The desk deletes the signature when nothing of its owner is left to send or to watch.
  await untilSignaturesEnded(context.request, desk.url, wallet.account.address)
  await refresh.progress.getByRole('button', { name: 'Retry 4 failed' }).click()
  await page.getByRole('button', { name: 'Sign and retry 4 tokens' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Retry: Season two' })).toBeVisible()
  await refresh.expectCounts({ succeeded: 4, failed: 0, pending: 0 })
  await refresh.expectState('Succeeded')
  expect(wallet.prompts).toHaveLength(3)

  const { accepted } = await desk.control.record()
  const sent = accepted.filter(({ collection_address }) => collection_address === address)
  expect(sent.map(({ token_ids }) => [...token_ids].sort(byNumber))).toEqual([
    everyId,
    [...broken, '30'].sort(byNumber),
  ])
})
