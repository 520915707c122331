import { expect } from '@playwright/test'
import { giveSignatureByApi, makeCollection, submitByApi } from './fixtures/arrange.ts'
import { expectWellMade } from './fixtures/look.ts'
import { ownCollection } from './fixtures/own-collection.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { collectionPage } from './pages/collection-page.ts'
import { refreshPage } from './pages/refresh-page.ts'

const LONG = { timeout: 120_000 }

test('all 10,000 that match, except two taken out, are selected by a click and refreshed as 9,998', async ({
  page,
  desk,
  team,
}) => {
  test.setTimeout(480_000)
  const made = { name: 'Ten thousand', tokens: 10_000 }
  const { member, address, collection } = await ownCollection({ page, desk, team }, made)
  await collection.open(desk.url, address)
  await giveSignatureByApi(page, desk, member, address)

  await page.getByRole('checkbox', { name: 'Select the 60 assets on this page' }).click()
  await page.getByRole('button', { name: /^Select all.* matching/ }).click()
  await expect(collection.selection).toContainText('10,000 tokens selected', LONG)
  await expect(collection.selection).toContainText('all 10,000 that match')
  await expect(collection.selection).toContainText('10 requests')
  const out = await collection.assets
    .getByRole('listitem')
    .evaluateAll((items) => items.slice(0, 2).map((item) => item.getAttribute('data-token') ?? ''))
  await collection.box(0).click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(collection.selection).toContainText('9,998 tokens selected')
  await expect(collection.selection).toContainText('all 10,000 that match, except 2')
  await expectWellMade(page, 'a collection with all but two selected')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(collection.assets.locator(`[data-token="${out[0]}"]`)).toHaveCount(0)
  await expect(collection.box(0)).toBeChecked()
  await page.reload()
  await expect(collection.selection).toContainText('9,998 tokens selected')

  await collection.openReview()
  await collection.review.getByRole('button', { name: 'Submit 9,998 tokens' }).click()
  const refresh = refreshPage(page)
  await expect(refresh.progress).toContainText('9,998', LONG)
  const { accepted } = await expect
    .poll(async () => (await desk.control.record()).accepted.filter(isOf(address)).length, LONG)
    .toBe(10)
    .then(() => desk.control.record())
  const sent = accepted.filter(isOf(address)).flatMap(({ token_ids }) => token_ids)
  expect(new Set(sent).size).toBe(9_998)
  expect(sent.filter((id) => out.includes(id))).toEqual([])
})

test('tokens that failed last time are found and selected', async ({ page, desk, team }) => {
  const owner = await team.addMember('operator', 'Olga Owner')
  await signInByApi(page.context().request, desk.url, owner)
  const collection = await makeCollection(desk, owner, { name: 'Some failed', broken: ['5', '17', '42'] })
  const pages = collectionPage(page)
  await pages.open(desk.url, collection)
  const ids = Array.from({ length: 60 }, (_, at) => String(at + 1))
  const { id } = await submitByApi(page, desk, owner, { collection, ids, note: 'Three fail' })
  await page.goto(`${desk.url}/refreshes/${id}`)
  await refreshPage(page).expectState('Partly failed')

  await pages.open(desk.url, collection)
  await page.getByRole('radio', { name: 'Failed last time' }).check()
  await expect(page.getByText('This collection is not counted yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Count the collection' }).click()
  await expect(page.getByText('3 match', { exact: true })).toBeVisible(LONG)
  await expect(pages.assets.getByRole('checkbox')).toHaveCount(3)
  await expect(pages.assets.getByText('Failed, 500')).toHaveCount(3)
  await page.reload()
  await page.getByRole('checkbox', { name: 'Select the 3 assets on this page' }).click()
  await expect(pages.selection).toContainText('3 tokens selected')
  await page.getByRole('radio', { name: 'Table', exact: true }).check()
  const heads = page.getByRole('table', { name: 'Assets' }).getByRole('columnheader')
  // What one can filter by comes first, once that is read.
  await expect(heads).toContainText(['Kind', 'Rarity', 'Level'])
  const shownHeads = await heads.allTextContents()
  const traitOf = (token: string) => page.locator(`[data-token="${token}"] td`).nth(4)
  await expect(traitOf('5')).not.toHaveText('none')
  await page.getByRole('button', { name: 'Remove filter Failed last time' }).click()
  await expect(page.getByText('60 match', { exact: true })).toBeVisible()
  await expect(heads).toHaveText(shownHeads)
  await page.getByRole('radio', { name: 'Never refreshed here' }).check()
  await expect(page.getByText('No asset matches these filters.')).toBeVisible()
  await expect(pages.selection).toContainText('3 not in this view')
})

test('a file of 100,000 ids is read line by line and checked against the collection once that is counted', async ({
  page,
  desk,
  team,
}) => {
  const made = { name: 'Uploaded', tokens: 10_000 }
  const { address, collection } = await ownCollection({ page, desk, team }, made)
  await collection.open(desk.url, address)
  const ids = Array.from({ length: 100_000 }, (_, at) => String(at + 1))
  const text = ['token_id', ...ids, '7', '8.73E+76'].join('\n')
  const file = { name: 'ids.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  const dialog = page.getByRole('dialog', { name: 'Paste or upload token ids' })
  const open = async () => {
    await page.getByRole('button', { name: 'Paste ids' }).click()
    await dialog.getByLabel('Upload a file').setInputFiles(file)
  }

  await open()
  await expect(dialog.getByText('100,000 will be selected')).toBeVisible(LONG)
  await expect(dialog.getByText('Not checked: this collection has not been counted yet.')).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'more than once' })).toContainText(
    'line 100,002',
  )
  await expect(dialog.getByText('Line 1, “token_id”, is read as the heading.')).toBeVisible()
  const refused = dialog.getByRole('listitem').filter({ hasText: '1 line left out' })
  await expect(refused).toContainText('8.73E+76 line 100,003')
  await dialog.getByRole('button', { name: 'Back' }).click()

  await page.getByRole('button', { name: 'Count all' }).click()
  await expect(page.getByText('10,000 match', { exact: true })).toBeVisible(LONG)
  await open()
  const unknown = dialog.getByRole('listitem').filter({ hasText: '90,000 not in this collection' })
  await expect(unknown).toContainText('line 10,002', LONG)
  await expectWellMade(page, 'the report on an uploaded list')
  await dialog.getByRole('button', { name: 'Select 100,000 tokens' }).click()
  await expect(collectionPage(page).selection).toContainText('100,000 tokens selected')
  await expect(collectionPage(page).selection).toContainText('100 requests')
})

const isOf =
  (address: string) =>
  ({ collection_address }: { collection_address: string }) =>
    collection_address === address
