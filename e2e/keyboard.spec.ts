import { expect, type Locator, type Page } from '@playwright/test'
import { giveSignatureByApi } from './fixtures/arrange.ts'
import { ownCollection } from './fixtures/own-collection.ts'
import { test } from './fixtures/test.ts'
import { refreshPage } from './pages/refresh-page.ts'

const MOST_TABS = 40

async function tabTo(page: Page, goal: Locator) {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Not reached with ${MOST_TABS} presses of Tab: ${goal}`)
}

test('an operator selects, reviews, submits and finds the refresh again without touching the mouse', async ({
  page,
  desk,
  team,
}) => {
  const { member, address, collection } = await ownCollection({ page, desk, team })
  await giveSignatureByApi(page, desk, member, address)
  await collection.open(desk.url, address)

  await page.keyboard.press('j')
  await expect(collection.box(0)).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(collection.selection).toContainText('3 tokens selected')

  await page.keyboard.press('r')
  await expect(collection.review).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(collection.review).toHaveCount(0)
  await expect(collection.selection).toContainText('3 tokens selected')

  await page.keyboard.press('r')
  await expect(collection.review).toContainText('No signature needed')
  await tabTo(page, collection.review.getByLabel('Note for the team'))
  await page.keyboard.type('By hand')
  await tabTo(page, collection.review.getByRole('button', { name: 'Submit 3 tokens' }))
  await page.keyboard.press('Enter')
  await refreshPage(page).expectState('Succeeded')
  await refreshPage(page).expectCounts({ succeeded: 3, failed: 0, pending: 0 })

  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  const number = /R-\d{4,}/.exec((await crumbs.textContent()) ?? '')?.[0] ?? 'no number'
  await page.goto(`${desk.url}/team`)
  // Rows come from the API, so once they stand there the page listens.
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(number)
  await expect(page.getByRole('option', { name: /By hand/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'By hand' })).toBeVisible()
})

test('R pressed before the collection is known opens the review once it is', async ({ page, desk, team }) => {
  const { address, collection } = await ownCollection({ page, desk, team })
  // What the network tells the server at once comes with the page.
  await desk.control.send('POST', '/faults', {
    operation: 'collection',
    kind: 'status',
    status: 404,
    times: 1,
  })
  const known = Promise.withResolvers<void>()
  await page.route(`**/api/collections/imx-local/${address}`, async (route) => {
    await known.promise
    await route.continue()
  })
  await collection.open(desk.url, address)
  await page.keyboard.press('a')
  await expect(collection.selection).toContainText('60 tokens selected')
  await page.keyboard.press('r')
  await expect(collection.review).toHaveCount(0)
  known.resolve()
  await expect(collection.review).toBeVisible()
})

test('what is typed right after Ctrl+K is searched for, and is no shortcut', async ({ page, desk, team }) => {
  const { address, collection } = await ownCollection({ page, desk, team }, { name: 'Typed at once' })
  await collection.open(desk.url, address)
  const fetched = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/**', async (route) => {
    await fetched.promise
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('typed a')
  fetched.resolve()
  const field = page.getByRole('combobox', { name: 'Find a collection, token or refresh' })
  await expect(field).toHaveValue('typed a')
  await expect(field).toBeFocused()
  await expect(page.getByRole('option', { name: /Typed at once/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(collection.selection).toHaveCount(0)
})
