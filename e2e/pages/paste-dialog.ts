import { expect, type Page } from '@playwright/test'

/** The dialog in which token ids are pasted or uploaded. */
export function pasteDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Paste or upload token ids' })
  return {
    dialog,
    field: dialog.getByRole('textbox'),
    columns: dialog.getByRole('group', { name: /Which column holds|Token ids come from this column/ }),
    select: dialog.getByRole('button', { name: /^Select/ }),
    async open() {
      await page.getByRole('button', { name: 'Paste ids' }).press('Enter')
      await expect(dialog.getByRole('textbox')).toBeFocused()
    },
    async upload(name: string, text: string) {
      await dialog
        .getByLabel('Upload a file')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    },
    async expectChosen(count: string) {
      await expect(dialog.getByText(`${count} will be selected`)).toBeVisible()
    },
    /** Moves the focus with Tab alone. */
    async tabToSelect() {
      await expect(async () => {
        await page.keyboard.press('Tab')
        await expect(dialog.getByRole('button', { name: /^Select/ })).toBeFocused({ timeout: 100 })
      }).toPass()
    },
  }
}
