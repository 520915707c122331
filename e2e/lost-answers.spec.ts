import { expect } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { makeCollection, submitByApi } from './fixtures/arrange.ts'
import { type Desk, startDesk } from './fixtures/desk.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { needsOf } from './pages/needs.ts'
import { refreshPage } from './pages/refresh-page.ts'

const LONG = { timeout: 90_000 }
let desk: Desk
const owner = privateKeyToAccount(generatePrivateKey())

test.beforeAll(async () => {
  desk = await startDesk({
    DECIDE_AFTER_SECONDS: '6',
    SANDBOX_CRAWL_TOKENS_PER_SECOND: '0',
    SANDBOX_QUEUE_DELAY_MS: '0',
  })
  // The samples of a first start are four requests; one of them must not lose its answer instead.
  await expect.poll(async () => (await desk.control.record()).accepted.length, LONG).toBe(4)
})
test.afterAll(() => desk.remove())

test.beforeEach(async ({ page }) => {
  await signInByApi(page.context().request, desk.url, owner)
})

const loseNext = (kind: 'drop_before' | 'drop_after', times = 1) =>
  desk.control.send('POST', '/faults', { operation: 'create', kind, times })

async function acceptedOf(collection: string) {
  const { accepted } = await desk.control.record()
  return accepted.filter(({ collection_address }) => collection_address === collection)
}

test('a request whose answer was lost is found in the list, and was sent once', async ({ page }) => {
  const collection = await makeCollection(desk, owner)
  await loseNext('drop_after')
  const { id } = await submitByApi(page, desk, owner, { collection, ids: ['1', '2'], note: 'Lost and found' })
  await page.goto(`${desk.url}/refreshes/${id}`)
  await refreshPage(page).expectState('Succeeded')
  await expect(page.getByText('the answer was lost')).toBeVisible()
  await expect(page.getByText('was found in the network’s list')).toBeVisible()
  expect(await acceptedOf(collection)).toHaveLength(1)
})

test('a request that the network never got is sent again after the deadline, and the timeline says so', async ({
  page,
}) => {
  const collection = await makeCollection(desk, owner)
  await loseNext('drop_before')
  // Without the list nobody can decide, so the doubt lasts until somebody has seen it.
  await desk.control.withholdLists()
  const { id } = await submitByApi(page, desk, owner, { collection, ids: ['1', '2'], note: 'Never arrived' })
  await page.goto(`${desk.url}/refreshes/${id}`)
  await refreshPage(page).expectState('Outcome unknown')
  await desk.control.clearFaults()
  await refreshPage(page).expectState('Succeeded', LONG)
  await expect(page.getByText('is sent again: it never appeared in the network’s list')).toBeVisible()
  expect(await acceptedOf(collection)).toHaveLength(1)
})

test('a member decides when the network’s list leaves the outcome open', async ({ page }) => {
  const collection = await makeCollection(desk, owner)
  await loseNext('drop_before', 2)
  const { id } = await submitByApi(page, desk, owner, { collection, ids: ['1', '2'], note: 'Lost twice' })
  await page.goto(`${desk.url}/refreshes/${id}`)
  const sendAgain = page.getByRole('button', { name: /send it again/i })
  await expect(sendAgain).toBeVisible(LONG)
  await page.goto(desk.url)
  const { strip } = needsOf(page)
  await expect(strip.getByRole('listitem')).toContainText(
    'It was sent a second time, and the network’s list shows neither request.',
  )
  await expect(strip.getByRole('button', { name: 'Search now for batch 1' })).toBeEnabled()
  await strip.getByRole('link', { name: 'Decide on Lost twice' }).click()
  expect(await acceptedOf(collection)).toEqual([])
  await sendAgain.click()
  await refreshPage(page).expectState('Succeeded')
  expect(await acceptedOf(collection)).toHaveLength(1)
})

test('an operator has a lost request searched for at once', async ({ page }) => {
  const collection = await makeCollection(desk, owner)
  await loseNext('drop_after')
  await desk.control.withholdLists()
  const { id } = await submitByApi(page, desk, owner, { collection, ids: ['1', '2'], note: 'Searched for' })
  await page.goto(`${desk.url}/refreshes/${id}`)
  await refreshPage(page).expectState('Outcome unknown')
  const answered = page.waitForResponse(`${desk.url}/api/refreshes/*/batches/1/search`)
  await page.getByRole('button', { name: 'Search now for batch 1' }).click()
  expect((await answered).status()).toBe(204)
  await desk.control.clearFaults()
  await refreshPage(page).expectState('Succeeded', LONG)
  expect(await acceptedOf(collection)).toHaveLength(1)
})
