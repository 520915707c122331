import { expect } from '@playwright/test'
import { makeCollection } from '../fixtures/arrange.ts'
import { startDesk } from '../fixtures/desk.ts'
import { test } from '../fixtures/test.ts'
import { installWallet } from '../fixtures/wallet.ts'
import { collectionPage } from '../pages/collection-page.ts'
import { refreshPage } from '../pages/refresh-page.ts'
import { signInWith } from '../pages/sign-in.ts'

test('after a restart of the server the same session still reads the history and why a token failed', async ({
  context,
  page,
}) => {
  const desk = await startDesk({ SANDBOX_CRAWL_TOKENS_PER_SECOND: '0' })
  try {
    const wallet = await installWallet(context)
    await signInWith(page, desk.url)
    const address = await makeCollection(desk, wallet.account, { broken: ['8'] })
    const collection = collectionPage(page)
    await collection.open(desk.url, address)
    await page.getByRole('checkbox', { name: 'Select the 60 assets on this page' }).click()
    await collection.openReview()
    await collection.review.getByLabel('Note for the team').fill('Before the restart')
    await collection.review.getByRole('button', { name: 'Sign and submit 60 tokens' }).click()
    const refresh = refreshPage(page)
    await refresh.expectState('Partly failed')

    await desk.end()
    await desk.start()

    await page.goto(`${desk.url}/refreshes`)
    await page.getByRole('link', { name: /Before the restart/ }).click()
    await refresh.expectState('Partly failed')
    await refresh.expectCounts({ succeeded: 59, failed: 1, pending: 0 })
    await page.getByRole('button', { name: /Your metadata API answered 500/ }).click()
    await expect(page.getByRole('main').getByText(new RegExp(`/origin/${address}/8$`))).toBeVisible()
    expect(wallet.prompts).toHaveLength(2)
    const { accepted } = await desk.control.record()
    expect(accepted.filter(({ collection_address }) => collection_address === address)).toHaveLength(1)
  } finally {
    await desk.remove()
  }
})
