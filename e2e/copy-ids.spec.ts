import { expect } from '@playwright/test'
import { untilSettled } from './fixtures/arrange.ts'
import { expectWellMade } from './fixtures/look.ts'
import { ownRefresh } from './fixtures/own-refresh.ts'
import { test } from './fixtures/test.ts'
import { collectionPage } from './pages/collection-page.ts'
import { pasteDialog } from './pages/paste-dialog.ts'

test('the ids of a cause are copied with the keyboard and pasted back as the same selection', async ({
  page,
  desk,
  team,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const { collection, id } = await ownRefresh(
    { page, desk, team },
    {
      name: 'Cora Copy',
      collection: { name: 'Copied', broken: ['2', '3', '4', '9'] },
      ids: ['1', '2', '3', '4', '9', '11'],
      note: 'Copied',
    },
  )
  await untilSettled(page.context().request, desk.url, id)
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const form = (name: string) => page.getByRole('menuitem', { name })

  await page.goto(`${desk.url}/refreshes/${id}`)
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText('33.3% refreshed')
  await page.getByRole('button', { name: 'Copy ids of all failed tokens' }).press('Enter')
  await expect(form('One per line')).toBeVisible()
  await expectWellMade(page, 'the forms of copied ids')
  await form('One per line').press('Enter')
  await expect.poll(copied).toBe('2\n3\n4\n9')

  await page.getByRole('button', { name: /500 Internal Server Error/ }).press('Enter')
  await page.getByRole('button', { name: 'Copy ids of these 4' }).press('Enter')
  await form('As ranges').press('Enter')
  await expect.poll(copied).toBe('2-4, 9')

  await collectionPage(page).open(desk.url, collection)
  const paste = pasteDialog(page)
  await paste.open()
  await page.keyboard.press('Control+V')
  await paste.expectChosen('4')
  await paste.select.press('Enter')
  await expect(page.getByText('4 tokens selected')).toBeVisible()
  await collectionPage(page).openReview()
  expect(await collectionPage(page).listedIds()).toEqual(['2', '3', '4', '9'])
})
