import { expect, type Page } from '@playwright/test'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import type { Desk } from './fixtures/desk.ts'
import { expectWellMade } from './fixtures/look.ts'
import { signInByApi } from './fixtures/sign-in.ts'
import { test } from './fixtures/test.ts'
import { collectionPage } from './pages/collection-page.ts'
import { pasteDialog } from './pages/paste-dialog.ts'

async function openDialog(page: Page, desk: Desk, admin: PrivateKeyAccount, tokens = 40) {
  const owner = privateKeyToAccount(generatePrivateKey())
  const address = await desk.control.createCollection({ name: 'Pasted', owner: owner.address, tokens })
  await signInByApi(page.context().request, desk.url, admin)
  await collectionPage(page).open(desk.url, address)
  const paste = pasteDialog(page)
  await paste.open()
  return paste
}

test('ids typed into the paste dialog are reported line by line and selected with the keyboard alone', async ({
  page,
  desk,
  admin,
}) => {
  const { dialog, expectChosen } = await openDialog(page, desk, admin)
  await page.keyboard.type('1-20\n4, 4\n#32\n8.73E+76\nwarden\n5, Season 3')
  await expectChosen('21')
  const spreadsheet = dialog.getByRole('listitem').filter({ hasText: 'A spreadsheet shortened' })
  await expect(spreadsheet).toContainText('1 line left out')
  await expect(spreadsheet).toContainText('8.73E+76 line 4')
  const words = dialog.getByRole('listitem').filter({ hasText: 'Not a token id' })
  await expect(words).toContainText('2 lines left out')
  await expect(words).toContainText('Season line 6')
  await dialog.getByRole('button', { name: 'Select 21 tokens' }).press('Enter')
  await expect(page.getByText('21 tokens selected')).toBeVisible()
})

test('a sheet is read by its column of ids, and no number of its names becomes a token', async ({
  page,
  desk,
  admin,
}) => {
  const paste = await openDialog(page, desk, admin)
  await paste.upload(
    'wardens.csv',
    '\ufefftoken_id;name;rank\r\n17;Warden #5;3\r\n23;"Warden of the 2 Towers";9\r\n31;Warden;12\r\n',
  )
  await paste.expectChosen('3')
  await expect(paste.columns.getByRole('radio', { name: /token_id/ })).toBeChecked()
  await expect(paste.columns.getByText('17 · 23 · 31')).toBeVisible()
  await expect(paste.columns.getByText('No ids in: name.')).toBeVisible()
  await paste.columns.getByRole('radio', { name: /rank/ }).check()
  await expect(paste.columns.getByRole('radio', { name: /token_id/ })).not.toBeChecked()
  await paste.columns.getByRole('radio', { name: /token_id/ }).check()
  await paste.dialog.getByRole('button', { name: 'Select 3 tokens' }).click()
  await expect(page.getByText('3 tokens selected')).toBeVisible()
})

test('a column that nothing names is asked for, and chosen with the keyboard alone', async ({
  page,
  desk,
  admin,
}) => {
  const paste = await openDialog(page, desk, admin)
  await page.keyboard.type('rank,edition,name\n1,11,Warden #5\n2,12,Hunter\n2,13,Hunter of 7')
  const radios = paste.columns.getByRole('radio')
  await expect(radios).toHaveCount(2)
  await expect(paste.columns).toContainText('Which column holds the token ids?')
  await expect(radios.and(page.locator(':checked'))).toHaveCount(0)
  await expect(paste.select).toBeDisabled()

  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(radios.first()).toBeFocused()
  await page.keyboard.press('Space')
  await paste.expectChosen('2')
  await page.keyboard.press('ArrowDown')
  await expect(paste.columns.getByRole('radio', { name: /edition/ })).toBeChecked()
  await paste.expectChosen('3')
  await expect(paste.select).toBeEnabled()
  await paste.tabToSelect()
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 tokens selected')).toBeVisible()
})

test('a number that can be meant in two ways is asked about, not split', async ({ page, desk, admin }) => {
  const paste = await openDialog(page, desk, admin, 1_040)
  await paste.field.fill('1,017\n1,023\n\u200b5\u200b')
  await paste.expectChosen('1')
  const question = paste.dialog.getByRole('group', { name: 'Read 1,017 as 1017?' })
  await expect(question.getByRole('radio', { name: 'Leave them out' })).toBeChecked()
  await question.getByRole('radio', { name: 'Yes, as one number: 1017' }).check()
  await paste.expectChosen('3')
  await paste.field.fill('007')
  await paste.expectChosen('0')
  await expect(paste.select).toBeDisabled()
  await expect(paste.dialog.getByRole('group', { name: 'Read 007 as 7?' })).toBeVisible()
})

test('metadata as JSON is read by its field, and 100,000 lines of it are taken', async ({
  page,
  desk,
  admin,
}) => {
  const paste = await openDialog(page, desk, admin)
  const items = Array.from({ length: 100_000 }, (_, at) => ({ token_id: at + 1, name: `Warden #${at}` }))
  await paste.upload('wardens.json', JSON.stringify(items, null, 1))
  await paste.expectChosen('100,000')
  await expect(paste.dialog.getByText('100,000 ids read.')).toBeVisible()
  await paste.dialog.getByRole('button', { name: 'Remove' }).click()
  await paste.field.fill('[{"token_id": 17, "attributes": [{"value": 60}]}')
  await expect(paste.dialog.getByRole('alert')).toContainText('line 1 is not valid JSON')
})

for (const theme of ['light', 'dark'] as const) {
  test(`the paste dialog is well made at 360 px in ${theme}`, async ({ page, desk, admin }) => {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.context().addCookies([{ name: 'theme', value: theme, url: desk.url }])
    const paste = await openDialog(page, desk, admin)
    const name = 'a heading without spaces, '.repeat(20).replaceAll(' ', '_')
    await paste.field.fill(`"${name}",level,name\n17,60,Warden\n"1,023",61,Hunter\nx,62,"Hunter"`)
    await expect(paste.columns).toBeVisible()
    await expectWellMade(page, 'a column to choose')
    await paste.columns.getByRole('radio').first().check()
    await expect(paste.dialog.getByRole('group', { name: 'Read 1,023 as 1023?' })).toBeVisible()
    await expectWellMade(page, 'a report with a question')
  })
}
