import { expect, type Page } from '@playwright/test'

/** The assets tab of a collection and its review. */
export function collectionPage(page: Page) {
  const assets = page.getByRole('list', { name: 'Assets' })
  const review = page.getByRole('dialog', { name: 'Review refresh' })
  const box = (at: number) => assets.getByRole('checkbox').nth(at)
  const open = async (url: string, address: string) => {
    await page.goto(`${url}/imx-local/${address}`)
    await expect(assets).toBeVisible()
  }
  const openReview = async () => {
    await page.getByRole('button', { name: 'Review' }).click()
    await expect(review).toBeVisible()
  }
  return {
    assets,
    review,
    selection: page.getByRole('region', { name: 'Selection' }),
    box,
    open,
    openReview,
    /** Opens the collection and the review of its first token. */
    async reviewFirst(url: string, address: string) {
      await open(url, address)
      await box(0).click()
      await openReview()
    },
    async openByAddress(address: string) {
      // The server has drawn the field before the page listens to it; the stream is the page's own.
      await expect(page.getByRole('main').getByText('Live', { exact: true })).toBeVisible()
      await page.getByLabel('Open a collection by its address').fill(address)
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await expect(assets).toBeVisible()
    },
    /** The frozen list that the review shows. */
    async listedIds() {
      await review.getByRole('button', { name: 'See the list' }).click()
      return (await review.getByRole('textbox', { name: 'Token ids of this refresh' }).inputValue()).split(
        '\n',
      )
    },
    numberToSign: () => review.getByTestId('number-to-sign'),
  }
}
