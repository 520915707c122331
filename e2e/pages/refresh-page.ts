import { expect, type Page } from '@playwright/test'

/** The page of one refresh. */
export function refreshPage(page: Page) {
  const progress = page.getByRole('region', { name: 'Progress' })
  return {
    progress,
    failures: page.getByRole('list', { name: 'Tokens' }),
    async expectCounts(counts: { succeeded: number; failed: number; pending: number }) {
      for (const [word, count] of Object.entries(counts))
        await expect(progress.getByRole('listitem').filter({ hasText: word })).toHaveText(
          `${count.toLocaleString('en')}${word}`,
        )
    },
    async expectState(words: string, options?: { timeout: number }) {
      await expect(page.getByRole('main').getByText(words, { exact: true }).first()).toBeVisible(options)
    },
  }
}
