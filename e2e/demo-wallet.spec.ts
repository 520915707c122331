import { type APIRequestContext, expect, test } from '@playwright/test'
import { untilSignaturesEnded } from './fixtures/arrange.ts'
import { startDesk } from './fixtures/desk.ts'
import { collectionPage } from './pages/collection-page.ts'
import { refreshPage } from './pages/refresh-page.ts'
import { signInWith } from './pages/sign-in.ts'

test('somebody without a wallet takes the demo wallet, refreshes Kestrel Relics and sees what is broken on purpose', async ({
  page,
}) => {
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '0' })
  try {
    await signInWith(page, desk.url, 'Demo wallet')
    await untilSamplesSettled(page.request, desk.url)
    await page.getByRole('link', { name: 'Open Kestrel Relics' }).click()
    const collection = collectionPage(page)
    await page.getByRole('checkbox', { name: 'Select the 48 assets on this page' }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(collection.assets.getByRole('checkbox')).toHaveCount(12)
    await page.getByRole('checkbox', { name: 'Select the 12 assets on this page' }).click()
    await collection.openReview()
    await collection.review.getByRole('button', { name: 'Sign and submit 60 tokens' }).click()
    const refresh = refreshPage(page)
    await refresh.expectState('Partly failed')
    await expect(page.getByRole('heading', { name: 'Why they failed' })).toBeVisible()
    await page.getByRole('button', { name: /Your metadata API answered 404 Not Found/ }).click()
    await expect(page.getByRole('main').getByText('404 Not Found', { exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'What to do' })).toBeVisible()
  } finally {
    await desk.remove()
  }
})

/** Their owner is the demo wallet too, and its signature for them ends with the last of them. */
async function untilSamplesSettled(request: APIRequestContext, url: string) {
  const settled = async () => {
    const { items } = await (await request.get(`${url}/api/refreshes`)).json()
    return items.filter((item: { finishedAt: string | null }) => item.finishedAt !== null).length
  }
  await expect.poll(settled, { timeout: 120_000 }).toBe(3)
  await untilSignaturesEnded(request, url)
}
