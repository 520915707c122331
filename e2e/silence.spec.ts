import { expect, type Page } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { addMember } from './fixtures/add-member.ts'
import { makeCollection, submitByApi, untilSamplesSettled } from './fixtures/arrange.ts'
import { startDesk } from './fixtures/desk.ts'
import { test } from './fixtures/hydrated.ts'
import { expectWellMade } from './fixtures/look.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { installWallet } from './fixtures/wallet.ts'
import { collectionPage } from './pages/collection-page.ts'
import { refreshPage } from './pages/refresh-page.ts'

const ids = Array.from({ length: 10 }, (_, at) => String(at + 1))

/** In both themes, on a phone and on a desk. */
async function expectWellMadeEverywhere(page: Page, what: string) {
  for (const theme of ['dark', 'light'])
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate((theme) => {
        document.documentElement.dataset.theme = theme
      }, theme)
      await expectWellMade(page, `${what}, ${theme} at ${width} px`)
    }
}

test('while the network is silent banner, live line, header and batches agree, Review says so before the signature, and then all goes on', async ({
  browser,
  page,
}) => {
  test.setTimeout(480_000)
  // The network is silent for the whole desk.
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '0', SANDBOX_QUEUE_DELAY_MS: '0' })
  const owner = privateKeyToAccount(generatePrivateKey())
  const other = privateKeyToAccount(generatePrivateKey())
  const elsewhere = await browser.newContext()
  try {
    const { request } = page.context()
    await signInByApi(request, desk.url, owner)
    await addMember(request, desk.url, { address: other.address, name: 'Otis Other', role: 'operator' })
    await untilSamplesSettled(request, desk.url)
    await installWallet(elsewhere, other)
    await signInByApi(elsewhere.request, desk.url, other)
    const review = await elsewhere.newPage()
    const toReview = collectionPage(review)
    await toReview.open(desk.url, await makeCollection(desk, other, { name: 'Waits to be sent' }))
    await toReview.box(0).click()

    const collection = await makeCollection(desk, owner, { name: 'Falls silent' })
    await desk.control.standStillAfter(4)
    const { id } = await submitByApi(page, desk, owner, { collection, ids, note: 'Before the silence' })
    await page.goto(`${desk.url}/refreshes/${id}`)
    const { progress } = refreshPage(page)
    const header = page.getByRole('banner')
    const batches = page.locator('section', { has: page.getByRole('heading', { name: 'Batches' }) })
    await expect(progress.getByText('4succeeded')).toBeVisible()
    await expect(progress.getByText('Live', { exact: true })).toBeVisible()
    await expect(header.getByText('Network up')).toBeVisible()
    await expect(batches).not.toContainText('as of')

    await desk.control.send('POST', '/faults', { operation: '*', kind: 'status', status: 503 })
    const silent = page.getByRole('status').filter({ hasText: 'has been silent' })
    await expect(silent).toContainText('You see what it said before.')
    await expect(progress.getByText('Not live', { exact: true })).toBeVisible()
    await expect(progress).toContainText('last answered')
    await expect(progress.getByText('Live', { exact: true })).toHaveCount(0)
    await expect(header).toContainText('silent')
    await expect(batches).toContainText(/, as of \d\d:\d\d:\d\d/)
    await silent.getByRole('button', { name: 'Try now' }).click()
    await expect(silent).toContainText(/Asked at .* without an answer|was asked a moment ago/)
    await expectWellMadeEverywhere(page, 'a refresh of a silent network')
    await page.goto(desk.url)
    await expect(page.getByRole('main').getByText('Not live', { exact: true })).toBeVisible()
    await expect(header).toContainText('silent')
    await page.goto(`${desk.url}/refreshes/${id}`)

    await expect(review.getByRole('banner')).toContainText('silent', { timeout: 90_000 })
    await toReview.openReview()
    await expect(toReview.review).toContainText(/starts when .* answers/)
    await expect(toReview.review.getByRole('status')).toContainText(
      /has been silent since .* You can submit now\./,
    )
    await expect(toReview.review.getByRole('status')).toContainText('you can retry it with a new signature')
    const sign = toReview.review.getByRole('button', { name: /send when it answers/ })
    await toReview.review.getByRole('button', { name: 'MetaMask' }).click()
    await expect(sign).toBeVisible()
    await expectWellMadeEverywhere(review, 'the review on a silent network')
    await sign.click()
    await expect(review).toHaveURL(/\/refreshes\//)
    await refreshPage(review).expectState('Running')

    await desk.control.goOn()
    await desk.control.clearFaults()
    const back = { timeout: 120_000 }
    await expect(page.getByRole('status').filter({ hasText: 'answers again.' })).toBeVisible(back)
    await expect(silent).toHaveCount(0)
    await expect(header.getByText('Network up')).toBeVisible()
    await refreshPage(page).expectState('Succeeded', back)
    await refreshPage(review).expectState('Succeeded', back)
    await expect(page.getByRole('status').filter({ hasText: 'answers again.' })).toHaveCount(0)
  } finally {
    await elsewhere.close()
    await desk.remove()
  }
})
