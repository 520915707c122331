import { expect, type Locator, type Page } from '@playwright/test'
import { giveSignatureByApi, makeCollection, submitByApi, untilSettled } from './fixtures/arrange.ts'
import { ownCollection, ownCollectionByWallet } from './fixtures/own-collection.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { refreshPage } from './pages/refresh-page.ts'

const wide = { width: 1440, height: 900 }
/** A phone, and a wide window at 200 % zoom, which halves it. */
const small = [
  { width: 360, height: 640 },
  { width: wide.width / 2, height: wide.height / 2 },
]

async function expectInSight(page: Page, what: Locator) {
  await expect(what).toBeVisible()
  await expect(what).toBeInViewport({ ratio: 1 })
  const box = await what.boundingBox()
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(
    true,
  )
}

test('the button that submits is in sight on a phone and at 200 % zoom, and Ctrl+Enter presses it', async ({
  page,
  desk,
  team,
}) => {
  const { member, address, collection } = await ownCollectionByWallet(
    { page, desk, team },
    { name: 'On a phone' },
  )
  const submit = () => collection.review.getByRole('button', { name: /^(Sign and submit|Submit) 1 token$/ })
  const review = async (size: (typeof small)[number]) => {
    await page.setViewportSize(size)
    await collection.open(desk.url, address)
    if (!(await collection.box(0).isChecked())) await collection.box(0).click()
    await collection.openReview()
  }
  for (const size of small) {
    await review(size)
    await expect(submit()).toHaveText('Sign and submit 1 token')
    await expectInSight(page, submit())
  }
  await giveSignatureByApi(page, desk, member, address)
  for (const size of small) {
    await review(size)
    await expect(submit()).toHaveText('Submit 1 token')
    await expectInSight(page, submit())
  }
  await collection.review.getByLabel('Note for the team').fill('By two keys')
  await page.keyboard.press('Enter')
  await expect(collection.review).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'By two keys' })).toBeVisible()
  await page.setViewportSize(wide)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard' })
  await expect(keys.getByText('Main button of a dialog')).toBeVisible()
})

test('the first selected token moves nothing, and the ages on cards are whole', async ({
  page,
  desk,
  team,
}) => {
  const made = { name: 'Stands still', broken: ['1', '2'], tokens: 100 }
  const { member, address, collection } = await ownCollection({ page, desk, team }, made)
  const ids = Array.from({ length: 100 }, (_, at) => String(at + 1))
  const { id } = await submitByApi(page, desk, member, { collection: address, ids, note: 'For ages' })
  await untilSettled(page.context().request, desk.url, id)
  for (const size of [wide, ...small]) {
    await page.setViewportSize(size)
    await collection.open(desk.url, address)
    await expect(page.getByRole('button', { name: /^Select all.* matching/ })).toBeVisible()
    // Until it is there the heading is a line shorter.
    await expect(page.getByText(/requests left/)).toBeVisible()
    // On the page, not in the window: a click may scroll.
    const top = () => collection.assets.evaluate((list) => list.getBoundingClientRect().top + window.scrollY)
    const before = await top()
    await collection.box(0).click()
    await expect(collection.selection).toContainText('1 token selected')
    expect(await top()).toBe(before)
    await page.getByRole('button', { name: 'Clear the selection' }).click()
    expect(await top()).toBe(before)
    const cut = await collection.assets.locator('time').evaluateAll(
      (ages) =>
        ages.filter((age) => {
          const card = age.closest('li')?.getBoundingClientRect()
          const { left, right } = age.getBoundingClientRect()
          const isCut = (age.parentElement?.scrollWidth ?? 0) > (age.parentElement?.clientWidth ?? 0)
          return !card || isCut || left < card.left || right > card.right
        }).length,
    )
    expect(cut).toBe(0)
  }
})

test('the bars of all batches have one length, and no label of their time axis is cut', async ({
  page,
  desk,
  team,
}) => {
  const owner = await team.addMember('operator', 'Bea Bars')
  await signInByApi(page.context().request, desk.url, owner)
  const collection = await makeCollection(desk, owner, {
    name: 'Three batches',
    tokens: 2_300,
    broken: ['7'],
  })
  const ids = Array.from({ length: 2_300 }, (_, at) => String(at + 1))
  const { id } = await submitByApi(page, desk, owner, { collection, ids, note: 'Three batches' })
  await untilSettled(page.context().request, desk.url, id)
  await page.setViewportSize(wide)
  await page.goto(`${desk.url}/refreshes/${id}`)
  await refreshPage(page).expectState('Partly failed')
  for (const size of [wide, { width: 1024, height: 768 }, ...small]) {
    await page.setViewportSize(size)
    const bars = page.getByRole('img', { name: /^Batch \d/ })
    await expect(bars).toHaveCount(3)
    const widths = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width))
    expect(new Set(widths).size, `${widths} at ${size.width}`).toBe(1)
    const panel = page.getByRole('heading', { name: 'Batches' }).locator('xpath=ancestor::section')
    const outside = await panel.evaluate((section) => {
      const { left, right } = section.getBoundingClientRect()
      const labels = [...section.querySelectorAll('[data-tick]')].filter((tick) => tick.checkVisibility())
      const boxes = labels.map((label) => label.getBoundingClientRect()).sort((a, b) => a.left - b.left)
      return boxes.filter((box, at) => {
        const next = boxes[at + 1]
        return box.left < left || box.right > right || (next !== undefined && next.left < box.right)
      }).length
    })
    expect(outside, `cut labels at ${size.width}`).toBe(0)
    if (size === wide) await expect(panel.locator('[data-tick]').first()).toBeVisible()
  }
})
