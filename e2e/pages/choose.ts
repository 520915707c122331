import type { Locator } from '@playwright/test'

/** Opens a select and chooses by its words. */
export async function choose(select: Locator, words: string) {
  await select.click()
  await select.page().getByRole('option', { name: words, exact: true }).click()
}
