import { expect, type Page } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { giveSignatureByApi, makeCollection, submitByApi } from './fixtures/arrange.ts'
import { type Desk, startDesk } from './fixtures/desk.ts'
import { expectWellMade } from './fixtures/look.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { refreshPage } from './pages/refresh-page.ts'

let desk: Desk
const owner = privateKeyToAccount(generatePrivateKey())
const LONG = { timeout: 90_000 }
const ids = (count: number, first = 1) => Array.from({ length: count }, (_, at) => String(first + at))
/** The windows are those of the clock on the wall: none of these ends within a test. */
const plenty = { quota_limit: 20, quota_window_seconds: 1_000_000_000 }

test.beforeAll(async () => {
  desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '0', SANDBOX_QUEUE_DELAY_MS: '0' })
})
test.afterAll(() => desk.remove())

test.beforeEach(async ({ page }) => {
  await desk.control.settings(plenty)
  await signInByApi(page.context().request, desk.url, owner)
})

const sentOf = async (collection: string) =>
  (await desk.control.record()).accepted.filter(({ collection_address }) => collection_address === collection)

const said = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('main').getByText(words).first()).toBeVisible()

test('a member pauses a refresh, resumes it, and cancels what was not sent', async ({ page }) => {
  const collection = await makeCollection(desk, owner, { tokens: 2_500 })
  await desk.control.settings({ quota_limit: 1 })
  const made = await submitByApi(page, desk, owner, { collection, ids: ids(2_500), note: 'Wrong wave' })
  await page.goto(`${desk.url}/refreshes/${made.id}`)
  await refreshPage(page).expectCounts({ succeeded: 1_000, failed: 0, pending: 1_500 })

  await page.getByRole('button', { name: 'Pause' }).click()
  const panel = page.getByRole('region', { name: 'Sending is paused' })
  await expect(panel).toContainText('1,500 tokens are waiting in 2 unsent batches.')
  await refreshPage(page).expectState('Paused')
  await panel.getByRole('button', { name: 'Resume' }).click()
  await expect(panel).toBeHidden()
  await refreshPage(page).expectState('Waiting for quota')

  await page.getByRole('button', { name: 'Cancel 2 unsent batches' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cancel 2 unsent batches?' })
  await expect(dialog).toContainText(
    'Cancel 2 unsent batches (1,500 tokens). The batch already sent is finished.',
  )
  await dialog.getByRole('button', { name: 'Keep them' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Cancel 2 unsent batches' }).click()
  await dialog.getByRole('button', { name: 'Cancel 2 unsent batches' }).click()
  await refreshPage(page).expectState('Cancelled')
  await said(page, 'cancelled 2 unsent batches (1,500 tokens)')
  await said(page, '2 of 3 batches were cancelled; the rest is finished.')
  await expect(page.getByRole('button', { name: /Pause|Cancel/ })).toHaveCount(0)
  expect(await sentOf(collection)).toHaveLength(1)
})

test('a batch that mostly failed holds the rest until someone resumes it', async ({ page }) => {
  const collection = await makeCollection(desk, owner, { tokens: 3_100 })
  await desk.control.setBehaviour(collection, ids(600), 'not_found')
  // In three windows all of it would be sent, and nothing left to hold.
  await desk.control.settings({ quota_limit: 1, quota_window_seconds: 30 })
  const made = await submitByApi(page, desk, owner, { collection, ids: ids(3_100), note: 'Broken origin' })
  await page.goto(`${desk.url}/refreshes/${made.id}`)
  const held = page.getByRole('region', { name: 'Sending is held' })
  await expect(held).toContainText('600 of 1,000 tokens of batch 1 failed', LONG)
  await expect(held).toContainText(/tokens are waiting in \d unsent batch/)
  await expectWellMade(page, 'a held refresh')

  await desk.control.settings({ quota_limit: 20 })
  await held.getByRole('button', { name: 'Resume' }).click()
  await expect(held).toBeHidden()
  await refreshPage(page).expectState('Partly failed', LONG)
  await refreshPage(page).expectCounts({ succeeded: 2_500, failed: 600, pending: 0 })
  expect(await sentOf(collection)).toHaveLength(4)
})

test('two refreshes are retried together from the history, with the price said first', async ({ page }) => {
  const broken = ['2', '3', '4']
  const collection = await makeCollection(desk, owner, { broken })
  const made: { id: string; number: number }[] = []
  for (const [note, chosen] of [
    ['First half', ids(3)],
    ['Second half', ids(5, 3)],
  ] as const) {
    const one = await submitByApi(page, desk, owner, { collection, ids: chosen, note })
    await page.goto(`${desk.url}/refreshes/${one.id}`)
    await refreshPage(page).expectState('Partly failed')
    made.push(one)
  }
  await desk.control.setBehaviour(collection, broken, 'ok')
  await giveSignatureByApi(page, desk, owner, collection)

  await page.goto(`${desk.url}/refreshes`)
  const names = made.map(({ number }) => `R-${String(number).padStart(4, '0')}`)
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).click()
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar).toContainText('2 refreshes selected')
  await expect(bar).toContainText('3 tokens to retry')
  await expect(bar).toContainText('1 request together')
  await expectWellMade(page, 'a history with a selection')
  await bar.getByRole('button', { name: 'Review the retry' }).click()
  const dialog = page.getByRole('dialog', { name: 'Retry 3 tokens' })
  await expect(dialog).toContainText('3 tokens, 1 of 18 requests')
  await dialog.getByRole('button', { name: 'Retry 3 tokens' }).click()

  await expect(page.getByRole('heading', { level: 1, name: `Retry of ${names.join(', ')}` })).toBeVisible()
  await refreshPage(page).expectState('Succeeded')
  await refreshPage(page).expectCounts({ succeeded: 3, failed: 0, pending: 0 })
  expect((await sentOf(collection)).map(({ token_ids }) => token_ids.length)).toEqual([3, 5, 3])

  await page.goto(`${desk.url}/imx-local/${collection}/refreshes`)
  const rows = page.getByRole('region', { name: 'Refreshes of this collection' }).getByRole('listitem')
  const retry = `Retry of ${names.join(', ')}`
  await expect(rows).toContainText(['Second half', retry, 'First half'])
  await expectWellMade(page, 'a retry under what it retried')

  await page.goto(`${desk.url}/refreshes`)
  await expect(page.locator('li', { hasText: 'Second half' }).locator('+ li')).toContainText(retry)
  await page.getByRole('checkbox', { name: `Select ${names[0]}` }).click()
  await bar.getByRole('button', { name: 'Review the retry' }).click()
  await expect(page.getByRole('dialog', { name: 'Nothing to retry' })).toContainText(
    '2 left out: a later refresh fixed them',
  )
})
