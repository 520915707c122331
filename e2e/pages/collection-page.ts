import { expect, type Page } from '@playwright/test'

/** The assets tab of a collection and its review. */
export function collectionPage(page: Page) {
  const assets = page.getByRole('list', { name: 'Assets' })
  const review = page.getByRole('dialog', { name: 'Review refresh' })
  return {
    assets,
    review,
    selection: page.getByRole('region', { name: 'Selection' }),
    box: (at: number) => assets.getByRole('checkbox').nth(at),
    async openByAddress(address: string) {
      // The server has drawn the field before the page listens to it; the stream is the page's own.
      await expect(page.getByRole('main').getByText('Live', { exact: true })).toBeVisible()
      await page.getByLabel('Open a collection by its address').fill(address)
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await expect(assets).toBeVisible()
    },
    async open(url: string, address: string) {
      await page.goto(`${url}/imx-local/${address}`)
      await expect(assets).toBeVisible()
    },
    async openReview() {
      await page.getByRole('button', { name: 'Review' }).click()
      await expect(review).toBeVisible()
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
