import { expect, type Page } from '@playwright/test'
import { untilListening } from '../fixtures/hydrated.ts'

/** Chooses a wallet on the sign-in page, as a person does. */
export async function chooseWallet(page: Page, url: string, name: string) {
  await page.goto(`${url}/sign-in`)
  await page.getByRole('button', { name }).click()
}

export async function signInWith(page: Page, url: string, name = 'MetaMask') {
  await chooseWallet(page, url, name)
  await expect(page.getByRole('heading', { name: 'Collections', exact: true })).toBeVisible()
  await untilListening(page)
}
