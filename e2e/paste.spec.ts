import { expect } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { collectionPage } from './pages/collection-page.ts'

test('ids typed into the paste dialog are reported line by line and selected with the keyboard alone', async ({
  page,
  desk,
  admin,
}) => {
  const owner = privateKeyToAccount(generatePrivateKey())
  const address = await desk.control.createCollection({ name: 'Pasted', owner: owner.address, tokens: 40 })
  await signInByApi(page.context().request, desk.url, admin)
  await collectionPage(page).open(desk.url, address)
  await page.getByRole('button', { name: 'Paste ids' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Paste or upload token ids' })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('1-20\n4, 4\n#32\n8.73E+76\nwarden')
  await expect(dialog.getByText('21 will be selected')).toBeVisible()
  await expect(dialog.getByText('2 not token ids')).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: '8.73E+76' })).toContainText('line 4')
  await dialog.getByRole('button', { name: 'Select 21 tokens' }).press('Enter')
  await expect(page.getByText('21 tokens selected')).toBeVisible()
})
