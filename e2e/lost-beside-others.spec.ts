import { expect } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { makeCollection, submitByApi } from './fixtures/arrange.ts'
import { type Desk, startDesk } from './fixtures/desk.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { refreshPage } from './pages/refresh-page.ts'

const LONG = { timeout: 90_000 }
let desk: Desk
const owner = privateKeyToAccount(generatePrivateKey())

test.beforeAll(async () => {
  desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '0', SANDBOX_QUEUE_DELAY_MS: '0' })
  // The samples of a first start are four requests; one of them must not lose its answer instead.
  await expect.poll(async () => (await desk.control.record()).accepted.length, LONG).toBe(4)
})
test.afterAll(() => desk.remove())

test('while one request is lost the others of its refresh go on', async ({ page }) => {
  await signInByApi(page.context().request, desk.url, owner)
  const collection = await makeCollection(desk, owner, { tokens: 2_500 })
  await desk.control.send('POST', '/faults', { operation: 'create', kind: 'drop_before', times: 1 })
  await desk.control.withholdLists()
  const ids = Array.from({ length: 2_500 }, (_, index) => String(index + 1))
  const { id } = await submitByApi(page, desk, owner, { collection, ids, note: 'One of three' })
  await page.goto(`${desk.url}/refreshes/${id}`)
  const batches = page.getByRole('heading', { name: 'Batches' }).locator('xpath=ancestor::section')
  const batch = (position: number) =>
    batches.getByRole('listitem').filter({ has: page.getByText(String(position), { exact: true }) })

  // The third is smaller, so it cannot be taken for the first.
  await expect(batch(1)).toContainText('Outcome unknown', LONG)
  await expect(batch(1)).toContainText('Other batches wait for the search.')
  await expect(batch(2)).toContainText('Blocked by lost request')
  await expect(batch(3)).toContainText('Finished', LONG)
  await expect(refreshPage(page).progress).toContainText('1 waits for the search for a lost request')

  await desk.control.clearFaults()
  await page.getByRole('button', { name: 'Search now for batch 1' }).click()
  await expect(batch(2)).toContainText('Finished', LONG)
  await expect(batch(1)).toContainText('Outcome unknown')
  await expect(batch(1)).not.toContainText('Other batches wait')
  await refreshPage(page).expectState('Outcome unknown')
  const { accepted } = await desk.control.record()
  const taken = accepted.filter(({ collection_address }) => collection_address === collection)
  expect(taken.map(({ token_ids }) => token_ids.length).sort()).toEqual([1_000, 500])
})
